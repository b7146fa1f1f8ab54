"""Headlines over several lines, and what only looks like one."""

from __future__ import annotations

import textwrap

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.raw_document import Form, RawDocument

PARAGRAPHS = (
    "The harbour authority said the piles under the quay had rotted through, and that there was"
    " no cheaper way to make it safe before the winter storms, which come early here.",
    "Some 340 people work on it, most of them for less than two years, and nobody has told them"
    " yet where the ferries are going to land from next week on, or who is to pay for that.",
)


def read(text: str) -> Article:
    return article_from(RawDocument(Form.TEXT, text), "a.txt")


def wrapped(width: int = 66) -> str:
    return "\n\n".join(textwrap.fill(p, width) for p in PARAGRAPHS) + "\n"


@pytest.mark.parametrize(
    "head",
    [
        # the next line begins small; the line ends in a word that goes on
        "Ferry crews and dock workers vote\nto end their strike",
        "Dock Workers Vote to End Strike After\nNine Weeks",
        "Hafenarbeiter stimmen nach neun Wochen für\nEnde des Streiks",
        "Les dockers votent la fin de la\ngrève après neuf semaines",
        "Los estibadores votan el fin de la\nHuelga del Puerto",
        # a quotation that goes on
        "Mayor Calls Harbour Plan ‘A Gift\nTo Nobody At All’",
        # three full lines
        "Harbour Council Names New Engineer\nWork Begins Clearing Quay Nobody\nWanted Closed",
        # capitals
        "DOCK WORKERS END STRIKE, HARBOUR OPENS FOR FERRIES\nNINE WEEKS LATE",
        # in the middle of the page
        "         Ferry Crews And Dock Workers Vote Today\n"
         "             Strike Closed Quay Nine Weeks",
    ],
)  # fmt: skip
@pytest.mark.parametrize("above", ["", "The Courier\nMay 3, 2019\n\n"])
def test_a_headline_over_lines(head: str, above: str) -> None:
    article = read(f"{above}{head}\n\nBy Jane Doe\nMay 3, 2019\n\n{wrapped()}")
    assert article.title == " ".join(head.split())
    assert (article.authors, article.date, article.deck) == (("Jane Doe",), "2019-05-03", "")
    assert article.text == "\n\n".join(PARAGRAPHS)


def test_its_byline_right_below() -> None:
    article = read(
        "Ferry crews and dock workers in the harbour vote to end strike\nthat closed the quay\n"
        f"By Jane Doe\nThe Courier\nMay 3, 2019\n\n{wrapped()}"
    )
    assert article.title.endswith("end strike that closed the quay")
    assert (article.authors, article.source) == (("Jane Doe",), "The Courier")


def test_in_a_text_without_hard_line_ends() -> None:
    text = "\n\n".join(PARAGRAPHS)
    article = read(f"Ferry crews and dock workers vote\nto end their strike\nBy Jane Doe\n\n{text}")
    assert article.title == "Ferry crews and dock workers vote to end their strike"
    assert article.authors == ("Jane Doe",)


def test_a_text_with_an_empty_line_behind_each() -> None:
    head = "Ferry crews and dock workers vote to end a strike that\nclosed the harbour"
    single = f"{head}\nBy Jane Doe\nMay 3, 2019\n\n{wrapped()}"
    article = read(single.replace("\n", "\n\n"))
    assert (article.title, article.authors) == (head.replace("\n", " "), ("Jane Doe",))
    assert article.text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(
    ("head", "title", "deck"),
    [
        # a deck says its own
        ("Dock Workers End Strike\nHarbour opens for ferries after nine weeks without a boat\n"
         "By Jane Doe\n\n", "Dock Workers End Strike",
         "Harbour opens for ferries after nine weeks without a boat"),
        ("Dock workers end nine-week strike\nFerries leave again\nBy Jane Doe\n\n",
         "Dock workers end nine-week strike", "Ferries leave again"),
        # a byline in lower case, or without a word before it
        ("What the Harbour Strike Was For\nJane Doe\n\n", "What the Harbour Strike Was For", ""),
        ("Dock workers vote to end strike\nby Jane Doe\n\n", "Dock workers vote to end strike", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("hard", [True, False])
def test_a_deck_is_none_of_it(head: str, title: str, deck: str, hard: bool) -> None:
    article = read(head + (wrapped() if hard else "\n\n".join(PARAGRAPHS)))
    assert (article.title, article.deck, article.authors) == (title, deck, ("Jane Doe",))


@pytest.mark.parametrize(
    "text",
    [
        wrapped(),
        "QUAY TO CLOSE\n\nOSLO, March 4 - Ann Poe Corp said its board\nelected Jane Doe to the"
        f" new post of\n\n{wrapped()}",
        "flour and water\nsalt and oil\nyeast\n",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    first = text.split("\n")[0]
    assert read(text).title in (first, read(text).text[: len(read(text).title)], first.rstrip())
    assert "board\n" not in read(text).text
