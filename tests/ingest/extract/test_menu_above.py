"""Texts of saved pages that begin with the page's menu."""

from __future__ import annotations

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.raw_document import Form, RawDocument

MENU = """
    Thursday, June 6, 2019
    * Home
    * News
    * Sports
    * Tide tables
    * Opinion
      + Letters
      + Columns
    * About Us
    * Join the Crew
    Sign in
    Search
    * Subscribe
    * Weather
"""
STORY = """
        The harbour master has closed the long pier for a month, since the piles below it are rotten and nobody knows who is to pay for new ones.

        Fishermen who moor their boats there were told on Tuesday that they may use the old quay, which has room for half of them and no crane.

        * Facebook
        * Twitter
"""
HEADLINE = "Long pier closed for a month as piles rot below it"


def read(text: str) -> Article:
    return article_from(RawDocument(Form.TEXT, text), "page.txt")


def test_the_head_is_where_the_first_paragraphs_are() -> None:
    article = read(
        f"{MENU}\n      Harbour\n      {HEADLINE}\n\n      By Ann Poe\n      June 4, 2019\n{STORY}"
    )
    assert article.title == HEADLINE
    assert article.authors == ("Ann Poe",)
    assert article.date == "2019-06-04"
    assert "Tide tables" not in article.text
    assert article.text.startswith("Harbour\n\nThe harbour master") or article.text.startswith(
        "The harbour master"
    )


def test_a_caption_and_buttons_between_headline_and_text() -> None:
    between = "      * \n      * Share\n      A boat lies at the long pier in May. (Jon Roe/Quay Images)\n"
    article = read(f"{MENU}\n      {HEADLINE}\n\n      by Ann Poe | June 4, 2019\n{between}{STORY}")
    assert (article.title, article.date) == (HEADLINE, "2019-06-04")


def test_notices_of_a_page_are_no_paragraphs() -> None:
    notice = (
        "We use cookies on this site and share what we learn with our partners, so that you see what you like.\n"
        "By going on you agree to our privacy policy and to our terms of service, which you find at the end.\n"
    )
    assert read(f"{MENU}\n{notice}\n{HEADLINE}\n\nBy Ann Poe\n{STORY}").title == HEADLINE


def test_items_of_a_menu_are_no_source_and_no_author() -> None:
    article = read(f"{MENU}\n{STORY}")
    assert (article.source, article.authors) == ("", ())
    assert "* Home" not in article.text


@pytest.mark.parametrize("first", [HEADLINE, "Quay Rovers 3\nPort United 1\nLee Athletic 2"])
def test_other_texts_keep_their_short_lines(first: str) -> None:
    lines = "\n".join(f"Table {n}: {n * 3} boats" for n in range(1, 15))
    article = read(f"{first}\n\n{lines}\n{STORY}")
    assert article.title == first.split("\n")[0]
    assert "Table 9: 27 boats" in article.text


@pytest.mark.parametrize("name", ["News", "World News", "Latest News"])
def test_what_heads_a_column_is_no_source(name: str) -> None:
    assert read(f"{HEADLINE}\nBy Ann Poe\n{name}\n{STORY}").source == ""


def test_the_owner_with_initials() -> None:
    assert read(
        f"{HEADLINE}\n{STORY}\n© 2019 The E.W. Poe Company. All rights reserved."
    ).source == ("The E.W. Poe Company")


def test_a_headline_above_its_byline_where_no_long_paragraph_is_near() -> None:
    short = [f"The master of pier {n} said that it would stay closed." for n in range(9)]
    article = read(
        "\n".join(
            [
                MENU,
                HEADLINE,
                "Ferries are to use the old quay",
                "By Ann Poe",
                "June 4, 2019",
                *short,
            ]
        )
    )
    assert (article.title, article.authors) == (HEADLINE, ("Ann Poe",))
    assert article.date == "2019-06-04"
    assert all(line in article.text for line in short)


def test_the_day_right_above_the_headline_is_kept() -> None:
    article = read(f"{MENU}\nApril 5, 2019\n\n{HEADLINE}\n{STORY}")
    assert (article.title, article.date) == (HEADLINE, "2019-04-05")


def test_a_heading_marked_as_one() -> None:
    article = read(f"{MENU}\n# {HEADLINE}\n\nFerries are to use the old quay while it is\n{STORY}")
    assert article.title == HEADLINE


def test_what_a_comment_is_signed_with_is_no_byline() -> None:
    story = "\n".join(
        f"The master of pier {n} said that the piles below it were rotten and that"
        for n in range(30)
    )
    comment = "Nobody will miss the long pier\nPosted by: Ann Poe, 6 June 2019"
    article = read(f"{MENU}\n{HEADLINE}\n\n{story}\n\nComments\n\n{comment}\n\nIt was rotten.")
    assert "pier 0 said" in article.text
    assert "pier 29 said" in article.text
    assert article.authors == ()


def test_paragraphs_above_a_headline_are_kept() -> None:
    lead = (
        "The long pier was closed for a month by the harbour master on Tuesday, who said that the"
        " piles below it are rotten and cannot carry anybody."
    )
    button = "Facebook Twitter Xing LinkedIn Whatsapp Mail"
    article = read(f"{MENU}\n{HEADLINE}\n\n{lead}\n\n{button}\n{STORY}")
    assert article.title == HEADLINE
    assert lead in article.text


@pytest.mark.parametrize("item", ["Corrections\nRSS", "Corrections\nTools & Formats"])
def test_a_page_of_corrections_in_a_menu_corrects_nothing(item: str) -> None:
    assert read(f"{HEADLINE}\n{STORY}\n{item}\n").correction == ""
