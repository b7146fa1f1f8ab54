"""Exports of databases as people have them: every article, with its facts."""

from __future__ import annotations

import io

import format_samples as samples
import pytest

from newsgrep import Article
from newsgrep.reading import articles_in
from newsgrep.sources.registry import HEAD


def articles(name: str, data: bytes | str) -> list[Article]:
    raw = data.encode() if isinstance(data, str) else data
    found = list(articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


@pytest.mark.parametrize("kind", [k for k in samples.TWO if "text" in k])
@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_line_ends_make_no_difference(kind: str, end: bytes) -> None:
    name, data = samples.TWO[kind]
    expected = [(a.title, a.date, a.authors, a.source, a.text) for a in articles(name, data)]
    found = articles(name, data.replace(b"\r\n", b"\n").replace(b"\n", end))
    assert [(a.title, a.date, a.authors, a.source, a.text) for a in found] == expected
    assert len(found) == 2


def test_form_feeds_are_line_ends() -> None:
    name, data = samples.TWO["Nexis text"]
    assert b" DOCUMENTS" in data
    fed = b"\n".join(
        b"\x0c" + line if line.endswith(b" DOCUMENTS") else line for line in data.split(b"\n")
    )
    assert len(articles(name, fed)) == 2


def test_a_pdf_that_sets_each_glyph_by_itself_has_words() -> None:
    lines = ["Ferry firm sells its last boat", "By Jane Doe", "January 11, 2010", ""]
    lines += ["The ferry firm sold its last boat to a buyer from Bergen,", "it said on Monday."]
    # Widths of Helvetica, in thousandths of the size.
    widths = (
        dict.fromkeys("ilj", 222) | dict.fromkeys("tf ,.", 278) | dict.fromkeys("sckvxyzJ", 500)
    )
    widths |= {"r": 333, "m": 833, "M": 833, "w": 722, "F": 611, "T": 611, "B": 667, "D": 722}
    glyphs = []
    for row, line in enumerate(lines):
        x = 60.0
        for letter in line:
            if letter != " ":
                glyphs.append((round(x, 2), 740.0 - 16 * row, 11.0, letter))
            x += 11.0 * widths.get(letter, 556) / 1000
    (article,) = articles("a.pdf", samples.pdf([glyphs]))
    assert article.title == "Ferry firm sells its last boat"
    assert article.authors == ("Jane Doe",)
    assert article.text == (
        "The ferry firm sold its last boat to a buyer from Bergen, it said on Monday."
    )
