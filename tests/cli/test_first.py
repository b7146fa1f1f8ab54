"""``newsgrep first`` on a terminal, in a pipe, and for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command

from newsgrep import Archive

Make = Callable[..., Archive]


@pytest.fixture
def index(archive_from: Make, tmp_path: Path) -> str:
    archive_from(
        {"title": "Ferry sold", "source": "Seed Wire", "date": "2020-01-02T08:00:00+01:00",
         "text": "The ferry of Orlo was sold on Monday."},
        {"title": "Ferry gone", "source": "Orlo Daily", "date": "2020-01-02T20:30:00+01:00",
         "text": "Nobody knows where the ferry is."},
        {"title": "The ferry, again", "source": "The Tarn Post and Bay Advertiser of the North",
         "date": "2020-01-20", "text": "It is a ferry still."},
    )  # fmt: skip
    return str(tmp_path / ".newsgrep")


@pytest.mark.parametrize("columns", ["60", "100", "200"])
def test_a_chart_on_a_terminal(inside: Command, index: str, columns: str) -> None:
    done = inside("first", "ferry", "--index", index, tty=True, COLUMNS=columns, NO_COLOR="1")
    lines = done.out.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert lines[0].split() == ["first", "Seed", "Wire", "●"]
    daily = next(line for line in lines if "Orlo Daily" in line)
    assert daily.strip().startswith("+12.5 h")
    post = next(line for line in lines if "Tarn Post and" in line)
    assert post.strip().startswith("~18 days") and post.endswith("─●")
    assert done.err == "3 articles of 3 sources\n"


def test_tables_in_a_pipe(inside: Command, index: str) -> None:
    done = inside("first", "ferry", "--index", index)
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [(row["source"], row["lag"], row["exact"]) for row in rows[:2]] == [
        ("Seed Wire", "0", "yes"), ("Orlo Daily", "12.5", "yes"),
    ]  # fmt: skip


def test_json(inside: Command, index: str) -> None:
    told = json.loads(inside("first", "ferry", "--json", "-n", "1", "--index", index).out)
    assert (told["schema"], told["total"], told["sources"]) == (1, 3, 3)
    (first,) = told["firsts"]
    assert (first["source"], first["lag"], first["copy_of"]) == ("Seed Wire", 0.0, "")


def test_nothing_found(inside: Command, index: str) -> None:
    done = inside("first", "zeppelin", "--json", "--index", index)
    assert (done.code, json.loads(done.out)["firsts"]) == (1, [])
