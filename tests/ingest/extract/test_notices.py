"""Notices and banners above a head, as files of bulletin boards have them; months without a day."""

from __future__ import annotations

import pytest
from quay import BODY, LONGER_BODY, TITLE
from quay import article_of as read

HEAD = "\n            THE LAST BOAT OF ORLO IS SOLD\n\n               by Anna Poe\n\n"


@pytest.mark.parametrize(
    ("notice", "source", "date"),
    [
        ("The following article is reprinted by permission from the\nLos Angeles Times of June 8,"
         " 1992.  All other rights reserved.", "Los Angeles Times", "1992-06-08"),
        ("The following article is from the Spring/Summer 1988 issue\nof QUAY LIBERTIES, a"
         " newspaper of the port.", "Quay Liberties", None),
        (" The following article appeared, in edited form, in the\n September, 1992 issue of"
         " \\Quayside\\.", "Quayside", "1992-09"),
        ("The following is a column taken from the April 26, 1994 San Francisco\nChronicle.\n\n"
         "[Note: the text is that of the manuscript. -- AP]", "San Francisco Chronicle",
         "1994-04-26"),
    ],
)  # fmt: skip
def test_a_notice_of_who_passed_it_on(notice: str, source: str, date: str | None) -> None:
    article = read(f"{notice}\n\n{HEAD}{LONGER_BODY}")
    assert article.title.casefold() == "the last boat of orlo is sold"
    assert (article.authors, article.source, article.date or None) == (("Anna Poe",), source, date)
    for line in filter(str.strip, notice.split("\n")):
        assert line.split()[-1] in article.text  # nothing of it is lost


@pytest.mark.parametrize(
    "banner",
    [
        "=====\nThe BIRCH BARK BBS\n414-242-5070\n=====\n",
        "-----\nThe Quay BBS * Net * (201) 451-3063  24 hrs.\n-----\n\nFILE NAME:  QUAY.TXT\n",
        "Quay Board Filename:  QUAY.ZIP\n",
    ],
)
def test_the_banner_of_a_board(banner: str) -> None:
    article = read(f"{banner}\n\n{HEAD}{LONGER_BODY}")
    assert article.title.casefold() == "the last boat of orlo is sold"
    assert article.authors == ("Anna Poe",)


def test_a_text_that_opens_with_such_words_is_a_text() -> None:
    text = "This article is about the boats of Orlo, which were sold to a buyer from Bergen. " * 3
    assert read(f"{text}\n\n{LONGER_BODY}").title.startswith("This article is about the boats")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("by Anna Poe, October 1995", "1995-10"),
        ("by Anna Poe\nOMNI MAGAZINE MAY 1987", "1987-05"),
        ("by Anna Poe\nThe Freeman, March 1992 issue", "1992-03"),
        ("October 1995\nby Anna Poe", "1995-10"),
        ("by Anna Poe\nMay 24-26, 1991", "1991-05-24"),
    ],
)
def test_days_as_magazines_have_them(line: str, date: str) -> None:
    article = read(f"The last boat of Orlo is sold\n{line}\n\n{LONGER_BODY}")
    assert (article.authors, article.date) == (("Anna Poe",), date)


def test_a_headline_that_ends_in_a_month_is_a_headline() -> None:
    for title in ("Quay opens in May 1992", "Votes of October 1995", "Quay Crisis March 2014"):
        article = read(f"{title}\nBy Anna Poe\n\n{LONGER_BODY}")
        assert (article.title, article.date) == (title, "")


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("COPYRIGHT (C) 1991 BY FULL DISCLOSURE. ALL RIGHTS RESERVED.", "Full Disclosure"),
        ("Copyright (c) 1992 by J. Neil Roe.  All rights reserved.", ""),
        ("Copyright 1992 by Anna Poe", ""),
        ("Los Angeles Times 08/25/85", "Los Angeles Times"),
    ],
)
def test_whose_the_rights_are_below_the_headline(line: str, source: str) -> None:
    article = read(f"The last boat of Orlo is sold\n\n{line}\n\n{LONGER_BODY}")
    assert (article.title, article.source) == ("The last boat of Orlo is sold", source)
    assert article.authors == (("Anna Poe",) if "Anna" in line else article.authors)
    assert article.date == ("1985-08-25" if "85" in line else "")


def test_a_deck_in_the_middle_of_the_page_above_the_byline() -> None:
    middle = " " * 18
    deck = [
        "Ruined quays.  Lost boats.",
        "The firm poses as a port but is",
        "a scheme - aiming for more.",
    ]
    head = "\n".join(f"{middle}{line}" for line in deck)
    article = read(
        f"{middle}THE LAST BOAT OF ORLO\n\n{head}\n\n{middle}By. Anna Poe\n\n{LONGER_BODY}"
    )
    assert article.authors == ("Anna Poe",)


@pytest.mark.parametrize(
    "notice",
    [
        "Please use the sharing tools found via the share button at the top or side of articles."
        " Copying articles to share with others is a breach of FT.com T&Cs and Copyright Policy.",
        "Vous pouvez partager un article en cliquant sur les icônes de partage.\n"
        "La reproduction totale ou partielle d’un article, sans l’autorisation écrite et préalable"
        " du Monde, est strictement interdite.\n"
        "Pour plus d’informations, consultez nos conditions générales de vente.",
    ],
)
def test_what_papers_put_above_what_is_copied_stands_below(notice: str) -> None:
    address = "https://www.lemonde.fr/a/article/2025/08/03/le-quai_66_61.html"
    article = read(f"{notice}\n\n{address}\n\n{TITLE}\nAnna Poe\n\n{BODY}")
    assert (article.title, article.source, article.date) == (TITLE, "Le Monde", "2025-08-03")
    assert all(line in article.text for line in notice.split("\n"))
    assert article.text.startswith("The harbour authority")
