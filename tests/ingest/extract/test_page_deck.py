"""The deck that a page shows below its headline is lost nowhere."""

from __future__ import annotations

import io

import pytest
from lxml import html

from newsgrep import Article
from newsgrep.ingest.extract.body.page_deck import shown_deck
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

HEADLINE = "Port of Orlo to close its quay"
DECK = "The harbour board decided on Monday after a year of talks with the ferry firms"
LINES = [
    f"The {word} of the port were mended by forty people in a summer of rain and strikes."
    for word in ("locks", "cranes", "sheds", "rails", "lamps", "piers", "stairs", "buoys")
]
TEXT = "".join(f"<p>{line}</p>" for line in LINES)


def page(below: str, meta: str = "") -> str:
    return (
        f"<html><head><title>{HEADLINE}</title>{meta}</head><body><div class='top'>"
        f"<h1>{HEADLINE}</h1>{below}</div><div class='story-body'>{TEXT}</div></body></html>"
    )


def deck_of(below: str, said: str = "") -> str:
    return shown_deck(html.fromstring(page(below)), [HEADLINE], said or "\n".join(LINES))


@pytest.mark.parametrize(
    "below",
    [
        f"<h2>{DECK}</h2>",
        f"<div class='article__standfirst'>{DECK}</div>",
        f"<p class='byline'>By Ann Poe of the paper</p><h2 class='dek'>{DECK}</h2>",
    ],
)
def test_a_deck_is_found_below_the_headline(below: str) -> None:
    assert deck_of(below) == DECK


@pytest.mark.parametrize(
    "below",
    [
        f"<figure><p class='deck'>{DECK}</p></figure>",
        f"<div class='video-player'><h3>{DECK}</h3></div>",
        f"<aside><h3>{DECK}</h3></aside>",
        f"<h2>{HEADLINE} in the autumn</h2>",
        "<div class='excerpt'>The sheds of the port (AP Photo/Jo Wu) were on fire in May</div>",
        f"<h1>Another story of the port</h1><h2>{DECK}</h2>",
    ],
)
def test_what_is_of_a_picture_or_of_another_story_is_none(below: str) -> None:
    assert not deck_of(below)


def test_what_the_text_has_is_not_told_twice() -> None:
    assert not deck_of(f"<h2>{DECK}</h2>", f"{DECK}\n{LINES[0]}")


def test_where_the_metadata_have_another_it_opens_the_text() -> None:
    meta = "<meta property='og:description' content='All about the port and its quay'>"
    data = page(f"<div class='article__standfirst'>{DECK}</div>", meta).encode()
    (article,) = articles_in(io.BufferedReader(io.BytesIO(data), HEAD), "a.html", "a.html")
    assert isinstance(article, Article)
    assert article.deck == "All about the port and its quay"
    assert article.text.split("\n\n")[:2] == [DECK, LINES[0]]


@pytest.mark.parametrize("end", ["…", "...", ""])
def test_a_deck_that_the_page_tells_cut_off_is_whole(end: str) -> None:
    whole = f"{DECK}. {LINES[0].replace('forty', 'sixty')} {LINES[1].replace('forty', 'sixty')}"
    told = f"{whole[:90]}{end}"
    meta = f"<meta name='description' content='{told}'>"
    source = page(f"<div class='perex'>{whole}</div>", meta)
    stream = io.BufferedReader(io.BytesIO(source.encode()), HEAD)
    (article,) = articles_in(stream, "a.html", "a.html")
    assert isinstance(article, Article)
    assert article.deck == whole
    assert article.text.count(LINES[1].replace("forty", "sixty")) == 0
