"""Text of a page's article that stands beside the box in which most of it is."""

from __future__ import annotations

import io
import json

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

SENTENCES = [
    "The pilots of Orlo met on Monday to talk about harbour dues, and stayed until dark.",
    "Ann Poe, who keeps the books of the guild, said that every ship over forty feet pays less.",
    "Fishermen from the lower town fear that a deeper channel would drive the herring away.",
    "A new crane was bought in spring for nine thousand crowns, but its engine stopped twice.",
    "Mayor Jon Roe promised to have it mended by autumn, and blamed a foundry in Bergen.",
    "Nobody could say who will pay the carpenters, whose wages are three months late.",
    "Three older captains left the hall in protest when a vote on pilotage was put off again.",
    "Ships from abroad pay two crowns a foot, and one more at night or in heavy fog.",
    "Boats of the town go free of charge if they fly a blue pennant on the mast all day.",
    "The library opens its reading room on Sundays, thanks to a gift by a retired baker.",
]
TITLE = "<html><head><title>News of the week</title></head><body>"
HEADING = "<h1>News of the week</h1>"


def article(page: str, name: str = "a.html") -> Article:
    stream = io.BufferedReader(io.BytesIO(page.encode()), HEAD)
    (found,) = (one for one in articles_in(stream, name, name) if isinstance(one, Article))
    return found


def paragraphs(first: int, end: int) -> str:
    return "".join(f"<p>{each}</p>\n" for each in SENTENCES[first:end])


@pytest.mark.parametrize(
    "body",
    [
        # A lead in a box of its own.
        f"<article>{HEADING}<div class='summary'>{SENTENCES[0]}</div>{paragraphs(1, 10)}</article>",
        f"<div class='content'>{HEADING}<div>{SENTENCES[0]}</div>{paragraphs(1, 10)}</div>",
        # A last paragraph in one without a name.
        f"<article>{HEADING}{paragraphs(0, 9)}<div>{SENTENCES[9]}</div></article>",
        # Paragraphs around a denser box.
        f"<main>{HEADING}{paragraphs(0, 5)}<div class='post'>{paragraphs(5, 10)}</div></main>",
        f"<div id='a'>{HEADING}{paragraphs(0, 6)}<div><div class='text'>{paragraphs(6, 10)}"
        "</div></div></div>",
        # A list between few paragraphs, in a page without a menu.
        f"<div class='container'>{HEADING}<p>{SENTENCES[0]}</p><ul>"
        + "".join(f"<li>{each}</li>" for each in SENTENCES[1:10])
        + "</ul></div>",
    ],
)
def test_what_stands_beside_the_densest_box_is_kept(body: str) -> None:
    text = article(f"{TITLE}{body}</body></html>").text
    places = [text.find(each) for each in SENTENCES]
    assert min(places) >= 0
    assert places == sorted(places)


def test_promotions_above_an_article_are_not_taken_for_its_lead() -> None:
    promoted = "<div class='newsletter-promo'>Sign up for our letter, which comes daily.</div>"
    menu = "".join(f"<a href='/{n}'>Section {n}</a>" for n in range(9))
    body = f"<nav>{menu}</nav><article>{HEADING}{promoted}{paragraphs(0, 10)}</article>"
    assert "Sign up" not in article(f"{TITLE}{body}</body></html>").text


def test_a_message_in_an_archive_of_mail_is_all_that_stands_below_its_headers() -> None:
    page = (
        "<html><head><meta name='generator' content='hypermail 2.3.0' /><title>tides from Ann Poe"
        "</title><meta name='Author' content='Ann Poe (apoe)' /><meta name='Date' content="
        "'2008-07-03' /></head><body><div class='head'><ul><li><a href='./1'>Next message</a></li>"
        "</ul></div><div class='mail'><address class='headers'><span>From: Ann Poe</span>"
        "<br /></address><br />We have used the tables on two of our boats, so Larkspur<br />"
        "and Quayside.<br /><br />- Ann<br /><pre>\n-- \n* Ann Poe * Harbour Office *\n</pre>"
        "<span id='received'>Received on Thu Jul 03 2008</span></div></body></html>"
    )
    found = article(page)
    assert found.text.startswith("We have used the tables on two of our boats")
    assert "and Quayside." in found.text
    assert "Received on" not in found.text
    assert "From: Ann" not in found.text


def test_what_opens_a_newsletter_beside_its_articles_is_a_text_of_its_own() -> None:
    entries = [
        {"title": f"Headline {n}", "author": "roe", "date": "2021-01-02", "text": each}
        for n, each in enumerate(SENTENCES[:3])
    ]
    issue = {
        "date": "2021-01-11",
        "subject": "Quay Myths",
        "header": ["Hi there", SENTENCES[4], SENTENCES[5]],
        "chapters": [{"title": "Articles", "entries": entries}],
    }
    stream = io.BufferedReader(io.BytesIO(json.dumps(issue).encode()), HEAD)
    texts = [
        one.text for one in articles_in(stream, "a.json", "a.json") if isinstance(one, Article)
    ]
    assert len(texts) == 4
    assert texts[3] == "\n\n".join(["Hi there", *SENTENCES[4:6]])
