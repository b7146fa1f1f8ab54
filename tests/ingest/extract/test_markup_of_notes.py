"""Heads in the markup of wikis, note programs and mail, and papers that no list knows."""

from __future__ import annotations

import pytest
from quay import BODY, TITLE
from quay import article_of as read

from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.formats.registry import read_bytes
from newsgrep.ingest.raw_document import RawDocument


@pytest.mark.parametrize(
    "head",
    [
        "== {T} ==\n''By Jane Doe, The Guardian, 3 May 2019''\n\n",
        "= {T} =\n'''Jane Doe'''\n''The Guardian, 3 May 2019''\n\n",
        "{T}\n\n/The Guardian/\n\nby Jane Doe\n\n_3 May 2019_\n\n",
        "* {T}\n:PROPERTIES:\n:AUTHOR: Jane Doe\n:SOURCE: The Guardian\n:DATE: [2019-05-03 Fri]\n"
        ":END:\n\n",
    ],
)
def test_markup_around_the_facts(head: str) -> None:
    article = read(head.format(T=TITLE) + BODY)
    assert (article.title, article.authors, article.date, article.source) == (
        TITLE, ("Jane Doe",), "2019-05-03", "The Guardian",
    )  # fmt: skip
    assert article.text.startswith("The harbour authority")
    assert "PROPERTIES" not in article.deck


def test_marks_within_a_headline_stay() -> None:
    title = "Why his crew ''doesn't approve'' of the quay"
    assert read(f"{title}\n\n{BODY}").title == title


def test_a_text_quoted_in_a_mail() -> None:
    text = f"{TITLE}\nBy Jane Doe\nMay 3, 2019\n\n{BODY}\nIt is the third quay to close."
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    assert read(quoted).text == read(text).text
    assert (read(quoted).title, read(quoted).authors) == (TITLE, ("Jane Doe",))


def test_the_front_matter_of_a_note_program() -> None:
    text = (
        f'---\ntitle: "{TITLE}"\nsource: "https://www.theguardian.com/uk/quay"\nauthor:\n'
        f'  - "[[Jane Doe]]"\n  - "[[people/roe|John Roe]]"\npublished: 2019-05-03\n---\n{BODY}'
    )
    (raw,) = read_bytes(text.encode(), "a.md")
    assert isinstance(raw, RawDocument)
    article = article_from(raw, "a.md")
    assert (article.authors, article.source) == (("Jane Doe", "John Roe"), "The Guardian")


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("{T}\nPor Jane Doe\nFolhas do Centro da Serra, 3 de maio de 2019\n\n",
         "Folhas do Centro da Serra"),
        ("{T}\nBy Jane Doe\nQuayScience\nMay 3, 2019\n\n", "QuayScience"),
        ("{T}\nBy Jane Doe\n47News\nMay 3, 2019\n\n", "47News"),
        ("{T} (QuayScience, May 3, 2019)\nBy Jane Doe\n\n", "QuayScience"),
    ],
)  # fmt: skip
def test_papers_that_no_list_knows(head: str, source: str) -> None:
    article = read(head.format(T=TITLE) + BODY)
    assert (article.title, article.authors, article.date, article.source) == (
        TITLE, ("Jane Doe",), "2019-05-03", source,
    )  # fmt: skip


def test_a_headline_that_ends_in_an_abbreviation() -> None:
    title = "Quay Class Moves Online. Hundreds of Dockers Enrol at the Harbour D.O.C.K."
    article = read(f"The Guardian\n{title}\nJane Doe\nMay 3, 2019\n\n{BODY}")
    assert (article.title, article.authors) == (title, ("Jane Doe",))
