"""What is printed, by its parts: columns, places of errors, JSON of any text."""

from __future__ import annotations

import base64
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsgrep.errors import QueryError
from newsgrep.render.as_json import dump
from newsgrep.render.bars import facet_lines, timeline_lines
from newsgrep.render.cells import cells, first_cells, last_cells, padded, shortened
from newsgrep.search.analysis.results import FacetCounts, Series, Timeline

LETTERS = st.text(alphabet="ab 石油é\u0301\u0e33กन्💥", max_size=30)


@given(LETTERS, st.integers(0, 20))
def test_text_is_cut_to_columns(text: str, width: int) -> None:
    first, last = first_cells(text, width), last_cells(text, width)
    assert text.startswith(first)
    assert text.endswith(last)
    assert cell_len(first) <= width
    assert cell_len(last) <= width
    assert first_cells(text, 99) == last_cells(text, 99) == text
    assert cells(padded(text, 90)) == 90
    assert not shortened(text, width + 1) or cells(shortened(text, width + 1)) <= width + 1


@given(LETTERS, LETTERS, st.integers(20, 90))
def test_carets_stand_under_the_place(before: str, after: str, width: int) -> None:
    query = f"{before * 9}wrong{after * 9}"
    start = len(before) * 9
    line, carets = QueryError(query, start, start + 5, "not understood").pointer(width)
    assert max(cell_len(line), cell_len(carets)) <= width
    at = line.index("wrong")
    assert carets == " " * sum(cells(letter) for letter in line[:at]) + "^^^^^"


def test_messages_and_hints_are_no_books() -> None:
    error = QueryError("x", 0, 1, "y" * 12000, "z" * 12000)
    assert len(error.message) < 400 > len(error.hint)
    assert error.message.startswith("yyy")
    assert "…" in error.message


@given(st.lists(st.binary(max_size=8), max_size=4))
def test_json_has_the_bytes_of_every_name(names: list[bytes]) -> None:
    paths = [os.fsdecode(name) for name in names]
    told = json.loads(dump({"files": paths, "hits": [{"path": path} for path in paths]}))
    valid = [name.decode("utf-8", "replace").encode() == name for name in names]
    assert told["schema"] == 1
    assert told["files"] == [name.decode("utf-8", "replace") for name in names]
    if all(valid):
        assert "files_base64" not in told
    else:
        decoded = [one and base64.b64decode(one) for one in told["files_base64"]]
        assert decoded == [None if fine else n for n, fine in zip(names, valid, strict=True)]
    for hit, name, fine in zip(told["hits"], names, valid, strict=True):
        assert fine or base64.b64decode(hit["path_base64"]) == name
        assert fine is ("path_base64" not in hit)


@pytest.mark.parametrize("width", [30, 60, 80, 100, 120, 200])
@pytest.mark.parametrize("share", [False, True])
def test_bars_keep_to_their_columns(width: int, share: bool) -> None:
    periods = tuple(f"2017-{month:02d}" for month in range(1, 13))
    counts = {"2017-01": 9, "2017-03": 1, "2017-11": 1234567}
    series = Series("quay", 1234577, 0, counts)
    timeline = Timeline("month", periods, (series,), dict.fromkeys(periods, 2_000_000))
    lines = [line.plain() for line in timeline_lines(timeline, share, width)]
    assert max(map(cells, lines)) == width
    shown = ["2017-01", "2017-02", "2017-03", "…", "2017-11", "2017-12"]
    assert [line.split()[0] for line in lines] == shown
    assert lines[3] == "… 7 months without"
    names = {"石油新闻报道石油新闻报道": 7, "A very long name of a newspaper that goes on": 1}
    facets = FacetCounts("quay", 8, {"source": names})
    drawn = [line.plain() for line in facet_lines(facets, 0, width)]
    assert max(map(cells, drawn[1:])) == width
