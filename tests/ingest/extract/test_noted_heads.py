"""Heads as notes, menus and catalogues write them: labels in one line, emoji, brackets."""

from __future__ import annotations

import pytest
from quay import LONGER_BODY as BODY
from quay import TITLE, article_of

from newsgrep import Article


def read(head: str, foot: str = "") -> Article:
    text = f"{head.format(T=TITLE)}\n\n{BODY}" + (f"\n{foot}\n" if foot else "")
    return article_of(text)


@pytest.mark.parametrize(
    "head",
    [
        "Title: {T}; Author: Jane Doe; Outlet: The Quayside Courier; Date: 2019-05-03",
        "Titel: {T}; Autor: Jane Doe; Quelle: The Quayside Courier; Datum: 3.5.2019",
        "📰 The Quayside Courier\n🗓 3 May 2019\n✍️ Jane Doe\n\n{T}",
        "{T}\n👤 Jane Doe\n📰 The Quayside Courier | 📅 3 May 2019",
        "{T}\nThe Quayside Courier - May 3, 2019\nAuthor/Byline: JANE DOE, Staff Writer",
        "{T}\nBy: Doe, Jane. The Quayside Courier. May 3, 2019, p4. 2p.\nDatabase: Shelf",
        "Title: {T}\nBy: Doe, Jane. The Quayside Courier. 5/13/2019, p4.\nDatabase: Shelf",
        "Title: {T}\nSource: The Quayside Courier\nWriter: Jane Doe\nPub. date: 2019/05/03",
        "Title: {T}\nSource: The Quayside Courier\nWriter: Jane Doe\nPub. Date: 2019/05/03",
        "article.title: {T}\narticle.authors: ['Jane Doe']\narticle.publish_date: 2019-5-3\n"
        "source: The Quayside Courier",
        "{T}\nThe Quayside Courier (Quellbach, ME) - May 3, 2019\nAuthor: Jane Doe",
        "* {T}  :news:harbour:\n:PROPERTIES:\n:AUTHOR: Jane Doe\n:JOURNAL: The Quayside Courier\n"
        ":PUBLISHED: [2019-05-03 Fri]\n:END:",
    ],
)  # fmt: skip
def test_a_head_tells_all(head: str) -> None:
    article = read(head)
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert article.source == "The Quayside Courier"
    assert article.date in ("2019-05-03", "2019-05-13")
    assert article.text.startswith("The harbour authority")


def test_the_marks_of_a_program_for_setting_papers() -> None:
    text = "Boats came in with the tide on Monday, the harbour office said, and left on Tuesday."
    article = read(f"@TITLE={TITLE}\n@BODY={text}")
    assert article.title == TITLE
    assert article.text.startswith(text)


def test_a_block_of_labels_below_the_text() -> None:
    article = read("{T}", "--\nWriter: Jane Doe\nOutlet: Quayside Courier\nPub. date: 2019/05/03")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.source, article.date) == ("Quayside Courier", "2019-05-03")


@pytest.mark.parametrize(
    "menu",
    [
        "News  Sport  Opinion  Video",
        "Home | World | Politics | Sign in",
        "Startseite  Politik  Wirtschaft  Kultur",
        "   [1]Skip to content [2]Home [3]World [4]Politics [5]Sign in",
    ],
)
def test_a_menu_in_one_line_is_no_headline(menu: str) -> None:
    article = read(menu + "\n\n{T}\n\nBy Jane Doe\n\n3 May 2019\n\nLink Copied!")
    assert (article.title, article.authors) == (TITLE, ("Jane Doe",))
    assert (article.source, article.date, article.deck) == ("", "2019-05-03", "")


@pytest.mark.parametrize(
    ("before", "source"),
    [("[Reuters]", "Reuters"), ("[The Quayside Courier]:", "The Quayside Courier")],
)
def test_a_paper_in_brackets_before_its_headline(before: str, source: str) -> None:
    article = read(before + " {T}\n\nby Jane Doe")
    assert (article.title, article.source) == (TITLE, source)
    assert article.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "before", ["[Video]", "[Opinion]", "[Post]", "[Guest Post]", "[Science]", "[Update]"]
)
def test_other_words_in_brackets_are_no_paper(before: str) -> None:
    assert read(before + " {T}\n\nby Jane Doe").source == ""


def test_an_address_right_behind_the_headline_is_no_deck() -> None:
    article = read("{T}\nhttps://www.theguardian.com/world/2019/may/03/quay-closes\n\nBy Jane Doe")
    assert (article.title, article.deck) == (TITLE, "")
    assert (article.source, article.authors) == ("The Guardian", ("Jane Doe",))


def test_stand_is_a_day_and_no_paper() -> None:
    article = read("{T}\n\nVon Jane Doe\nStand: 3.5.2019, 14:32 Uhr | Lesezeit: 4 Min.")
    assert (article.source, article.date) == ("", "2019-05-03T14:32:00")
    article = read("{T}\n\nVon Jane Doe\nVeröffentlicht: 1.5.2019, Stand: 3.5.2019")
    assert (article.source, article.date) == ("", "2019-05-01")


@pytest.mark.parametrize(
    "title",
    [
        "Quay closes after the storm: a note; and one more: of thanks",
        "Stand and deliver at the northern quay",
        "News, sport and weather from the quay",
    ],
)
def test_headlines_that_only_look_so_stay_whole(title: str) -> None:
    assert read(f"{title}\n\nBy Jane Doe").title == title


def test_no_day_is_an_author() -> None:
    head = "Title: {T}\nBy: Doe, Jane; Roe, Jan. Sundry Things. Sep 2, 2019, p1.\nDatabase: Shelf"
    article = read(head)
    assert not any(any(c.isdigit() for c in name) for name in article.authors)
    assert article.date == "2019-09-02"


def test_the_label_of_the_text_is_none_of_it() -> None:
    text = "Boats came in with the tide on Monday, the harbour office said, and left on Tuesday."
    article = read(f"Title: {TITLE}\nPublished: 3 May 2019\n\nContent: {text}")
    assert (article.title, article.date) == (TITLE, "2019-05-03")
    assert article.text.startswith(text)


@pytest.mark.parametrize("number", ["pl-3", "039", "file_110", "sl-224"])
def test_a_head_as_corpora_of_many_languages_have_it(number: str) -> None:
    above = f"{number}\nen\n2018-11-03\nhttps://news.test/181109863-quay.html\n"
    article = article_of(f"{above}{TITLE}\n\n{BODY}")
    assert (article.title, article.date) == (TITLE, "2018-11-03")
    assert article.url == "https://news.test/181109863-quay.html"
    assert article.text.strip() == BODY.strip()


def test_a_corpus_that_knows_no_day_has_none() -> None:
    article = article_of(f"039\nen\n1970-01-01\nhttp://web.test/quay\n{TITLE}\n\n{BODY}")
    assert (article.title, article.date) == (TITLE, "")


def test_an_address_above_a_text_tells_the_day_and_is_no_headline() -> None:
    address = "https://www.washingtonpost.com/politics/quay-closes/2017/02/23/03f6_story.html"
    article = article_of(f"{address}\n\n{BODY}")
    assert (article.url, article.date) == (address, "2017-02-23")
    assert article.title.startswith("The harbour authority said")


def test_a_site_behind_a_bullet() -> None:
    article = article_of(f"{TITLE} • TechCrunch\n{BODY}")
    assert (article.title, article.source) == (TITLE, "TechCrunch")


@pytest.mark.parametrize("button", ["18 Shares Email", "1 Share Email", "2.3k Shares Tweet Pin"])
def test_buttons_behind_a_headline(button: str) -> None:
    assert article_of(f"{TITLE} {button} \n{BODY}").title == TITLE
