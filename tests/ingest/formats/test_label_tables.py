"""Markdown with a table of labels above the text."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

DECK = "The northern quay is shut for two years, and the ferry with it."
TEXT = "**ORLO, KOMPAS.com -** The harbour authority said the piles had rotted through.\n\nMore."


def read(source: str) -> Article:
    stream = io.BufferedReader(io.BytesIO(source.encode()), HEAD)
    (article,) = articles_in(stream, "a.md", "a.md")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("mark", ["", "👤 ", "**"])
def test_facts_in_a_table_of_labels(mark: str) -> None:
    end = "**" if mark == "**" else ""
    rows = "".join(
        f"| {mark}{label}{end}  | {value} |\n"
        for label, value in (
            ("Title", "Quay closed \\| Orlo"), ("Description", DECK), ("Short URL", "http://k.mp/x"),
            ("Author", "Mela Arnani"), ("Editor", "Ann Poe"),
        )
    )  # fmt: skip
    article = read(f"# Quay closed\n\n{DECK}\n\n| Field | Value |\n|---|---|\n{rows}\n{TEXT}\n")
    assert article.title == "Quay closed | Orlo"
    assert (article.authors, article.deck) == (("Mela Arnani",), DECK)
    assert (article.source, article.place) == ("Kompas", "Orlo")
    assert "|" not in article.text
    assert article.text.count(DECK) == 0
    assert article.text.endswith("More.")


def test_other_tables_stay_in_the_text() -> None:
    article = read(
        f"# Quay closed\n\n{TEXT}\n\n| Title | Won |\n|---|---|\n| Mayor | 3 |\n| Poe | 4 |\n"
    )
    assert "Mayor" in article.text
    assert "Poe" in article.text
