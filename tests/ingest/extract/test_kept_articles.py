"""Heads and feet as people and programs kept them; each form was found in a public repository."""

from __future__ import annotations

import io
import json

import pytest
from quay import BODY, TITLE
from quay import article_of as read

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

WRAPPED = (
    "The polymer laboratory of the Brackwater Institute for Tissue and Harbour\n"
    "Medicine makes new materials that can restore the wood of old piers, damaged\n"
    "by storms or worms. The harbour office said on Monday that the ferry would\n"
    "return to the northern pier after two years of repairs. Passengers had waited\n"
    "a long time for the news, and many came to see the ship.\n"
)


def articles(name: str, content: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(content.encode()), HEAD)
    return [one for one in articles_in(stream, name, name) if isinstance(one, Article)]


def test_the_first_line_of_a_wrapped_paragraph_is_no_headline() -> None:
    article = read(f"{WRAPPED}\n{WRAPPED}")
    assert article.facts["title"].origin == "first words of the text"
    assert article.text.startswith(" ".join(WRAPPED.split()))


def test_a_headline_above_a_wrapped_paragraph_stays_one() -> None:
    article = read(
        f"Ferry to Return to the Northern Pier After Two Years of Long Repairs\n{WRAPPED}"
    )
    assert article.title.startswith("Ferry to Return")
    assert article.text.startswith("The polymer laboratory")


def test_records_of_xml_in_a_text_are_told_apart() -> None:
    one = f"<article>\n\n<title>{TITLE}</title>\n<text>\n{BODY}\n</text>\n</article>\n"
    found = articles(
        "mash.txt", f"<articles>\n{one}{one.replace(TITLE, 'Town to pay')}</articles>\n"
    )
    assert [article.title for article in found] == [TITLE, "Town to pay"]


def test_a_part_of_a_digest_without_a_text_is_one_of_its_own() -> None:
    day = "{}, dec. 2023 social \n"
    parts = [f"Headline number {n} of the quay\n{day.format(n)}{BODY}\n" for n in (21, 22, 23, 24)]
    parts.insert(2, "O casă din port a ars\n20, dec. 2023 social \n\n")
    found = articles("digest.txt", ("-" * 34 + "\n\n").join(parts))
    assert [article.title for article in found][2] == "O casă din port a ars"
    assert len(found) == 5


def test_a_site_that_nobody_knows_behind_a_labelled_headline() -> None:
    article = read(f"Title: {TITLE} | WHARFER\n{BODY}")
    assert (article.title, article.source) == (TITLE, "WHARFER")
    kept = read(f"Title: {TITLE} | and then leaves for good\n{BODY}")
    assert kept.title == f"{TITLE} | and then leaves for good"


@pytest.mark.parametrize("word", ["for", "of"])
def test_a_signature_within_the_last_paragraph(word: str) -> None:
    article = read(f"{BODY} By Irma Slove {word} Quayprice.com More Top Reads From Quayprice.com:")
    assert (article.authors, article.source) == (("Irma Slove",), "Quayprice.com")
    assert "By Irma Slove" in article.text


def test_whom_a_note_below_tells_to_write_for_the_paper() -> None:
    text = f"{TITLE}\n\nThe office told The Ring on Monday.\n\n{BODY}\n\n"
    note = "Frank A. Salter has written for The Ring since 2013 and covers the coast."
    article = read(text + note)
    assert (article.authors, article.source) == (("Frank A. Salter",), "The Ring")
    assert read(f"{TITLE}\n\n{BODY}\n\n{note}").source == ""
    assert read(f"{TITLE}\n\nFrank A. Salter sold his boat.\n\n{BODY}\n\n{note}").authors == ()


@pytest.mark.parametrize(
    ("line", "author", "day"),
    [
        ("CHRIS LAUDERNJAN 20, 2017 8:19 AM EST", "Chris Laudern", "2017-01-20"),
        ("By Dr. Anna Mandel, MDMar 25 2012", "Anna Mandel", "2012-03-25"),
    ],
)
def test_a_day_stuck_to_a_name(line: str, author: str, day: str) -> None:
    article = read(f"{TITLE}\n{line}\n{BODY}")
    assert article.authors[0].endswith(author)
    assert article.date.startswith(day)


def test_a_caption_twice_between_deck_and_bylines() -> None:
    caption = "The ferry Marigold after it lost a gate during a crossing on Jan. 5."
    head = f"{TITLE}\nYard logs show missed steps, confusion and delays\n{caption}\n"
    head += (
        f"{caption} Harbour Board/Coastal Press\nBy Andre TangelloFollow\n and Shana TerlipFollow\n"
    )
    article = read(
        f"{head}April 2, 2024 12:01 am ET\n\nSave\n\nShare\n\nText\n1,532 Responses\n\n{BODY}"
    )
    assert article.authors == ("Andre Tangello", "Shana Terlip")
    assert (article.date[:10], article.source) == ("2024-04-02", "")


def test_a_short_headline_that_ends_with_an_abbreviation() -> None:
    title = "Tern Beats Marigold as Biggest Ferry Maker in U.S."
    below = "Shares of the maker continue their ascent\n\nBy Tom Higgs\nApril 10, 2017"
    assert read(f"{title}\n{below}\n\n{BODY}").title == title


def test_initials_sign_a_vietnamese_article() -> None:
    text = "Thị trưởng nói rằng thành phố sẽ trả một phần ba chi phí, phần còn lại do chủ tàu chịu."
    article = read(f"Phà đặt một chân vào bến bắc\n\n{text}\n{text}\n\nT.VĨ")
    assert (article.authors, article.source) == (("T.VĨ",), "")


def test_a_paper_before_the_headline_of_a_record() -> None:
    record = f"<Title>\nExpresso | Cheira mal? É o cais\n</Title>\n<Text>\n{BODY}\n</Text></xml>"
    (article,) = articles("2018-05-31_1.xml", f"<?xml version='1.0'?><xml>{record}")
    assert (article.title, article.source) == ("Cheira mal? É o cais", "Expresso")


def test_a_day_in_a_record_counts_before_that_of_its_file() -> None:
    record = (
        f"<Date>\nTue, 25 Oct 2016 14:31:52 GMT\n</Date><Title>{TITLE}</Title><Text>{BODY}</Text>"
    )
    (article,) = articles("2016-10-31_376.xml", f"<?xml version='1.0'?><xml>{record}</xml>")
    assert article.date.startswith("2016-10-25")


def test_what_programs_put_into_the_names_of_files() -> None:
    (article,) = articles("12news.txt", f"{TITLE}\n\n{BODY}\n")
    assert article.source == ""
    record = json.dumps({"originalText": f"Ein Sturm erschüttert den Nordkai. {BODY}"})
    (article,) = articles("72 - Starker Sturm erschüttert Nordkai (2012-03-21).pretty.json", record)
    assert article.title == "Starker Sturm erschüttert Nordkai"


def test_accounts_and_places_of_work_are_no_authors() -> None:
    record = json.dumps({"title": TITLE, "author": "adminfo_com", "text": BODY})
    assert articles("a.json", record)[0].authors == ()


def test_a_page_that_tells_its_author_from_its_editor() -> None:
    page = (
        f"<html lang='id'><head><title>{TITLE}</title><meta name='author' content='Kabar Media'>"
        "<meta property='og:site_name' content='Kabar'>"
        "<meta name='content_author' content='Kontributor Baubau, Defri Neko'>"
        "<meta name='content_editor' content='Aprila Ikan'><script type='application/ld+json'>"
        '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Aprila Ikan"}}</script>'
        f"</head><body><h1>{TITLE}</h1><p>{BODY}</p><p>{BODY[::-1]}</p></body></html>"
    )
    assert articles("a.html", page)[0].authors == ("Defri Neko",)


def test_a_credit_of_proquest_with_its_role_stuck_to_the_name() -> None:
    line = "_" * 60
    record = f"{line}\nDocument 1 of 1\n{TITLE}\nhttps://www.proquest.com/x/docview/31/se-2\n"
    record += f"Full text: {BODY}\nCREDIT: Robert Hickscontributing columnist\n"
    record += f"Title: {TITLE}\nPublication title: The Quay Spectator (Online); Orlo\n"
    record += "Publication date: Sep 20, 2024\nProQuest document ID: 310\nDatabase: Newsstream\n"
    (article,) = articles("p.txt", record)
    assert article.authors == ("Robert Hicks",)
    assert article.source == "The Quay Spectator"


def test_a_headline_of_two_lines_above_a_deck_that_is_a_sentence() -> None:
    head = "This Is What Happens When a\nFerry Bursts in Your Town\nConflicted about the pier? "
    head += "Consider the horrific impact of a spill in Brackwater.\nAP PHOTO/JEANNE NUSS\n"
    article = read(f"{head}Nora Capel-Brick / November 18, 2013\n{WRAPPED}")
    assert article.title == "This Is What Happens When a Ferry Bursts in Your Town"
    assert article.date == "2013-11-18"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Harbour board puts off vote on the new quay\n",
         "Harbour board puts off vote on the new quay"),
        ("Harbour board puts off the vote on\nthe new quay until the autumn\n",
         "Harbour board puts off the vote on the new quay until the autumn"),
        ("", ""),
    ],
)  # fmt: skip
def test_headlines_right_above_a_narrow_column(lines: str, title: str) -> None:
    column = (
        "The board is waiting for the figures that the\nministry has promised for months to the\n"
        "harbour and its fishermen, and has put off\nthe vote on the new quay until they come.\n"
    )
    article = read(f"{lines}{column}\n{column}")
    assert article.text.startswith("The board is waiting for the figures that the ministry has")
    assert article.title == title or article.facts["title"].origin == "first words of the text"


@pytest.mark.parametrize(
    ("value", "title", "source"),
    [
        ("Win | Lose | Draw: a harbour game", "Win | Lose | Draw: a harbour game", ""),
        ("Harbour puts off the vote | Ann Poe", "Harbour puts off the vote | Ann Poe", ""),
        ("EU | NATO", "EU | NATO", ""),
        ("Harbour puts off vote | UK news | The Guardian", "Harbour puts off vote | UK news",
         "The Guardian"),
    ],
)  # fmt: skip
def test_no_piece_of_a_labelled_headline_is_lost(value: str, title: str, source: str) -> None:
    article = read(f"Title: {value}\n{BODY}")
    assert article.title in (title, title.removesuffix(" | UK news"))
    assert article.source == source


def test_a_small_byline_right_below_a_headline_is_none_of_it() -> None:
    article = read(f"How a port’s obsession with culture drove success\nby Tom Rell May 11, 2018\n"
                   f"The harbour office was not sure.\n{BODY}")  # fmt: skip
    assert article.title == "How a port’s obsession with culture drove success"
    assert (article.authors, article.date) == (("Tom Rell",), "2018-05-11")
