"""Fronts of papers: what they say is links, and none of it is lost."""

from __future__ import annotations

import pytest

from newsgrep.ingest.extract.body.web_page import read_page

HEADLINES = [
    "Quay opens after eleven years of building and two bankruptcies",
    "Ferry workers vote to strike over pay and night shifts in March",
    "Court rejects harbour master's appeal against his dismissal",
    "Three hurt as crane falls on warehouse roof at the north pier",
    "Council delays decision on the new bridge until the autumn",
    "Herring catch falls to the lowest figure for forty years",
    "Lighthouse keeper, the last of his kind, retires at ninety",
    "School ferry to run on Saturdays as well from next month",
    "Museum buys the only known picture of the old fish market",
]
TEASER = "The mayor cut the ribbon on Tuesday morning while it rained on all who came."


def page(rail: str, *, head: str = "", article: str = "") -> str:
    return (
        f"<html><head><title>The Harbour Times - News from Orlo</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
        f"<main>{article}{rail}</main></body></html>"
    )


FIRST = f"<article><h3><a href='/0'>{HEADLINES[0]}</a></h3><p>{TEASER}</p></article>"
LISTED = "".join(f"<li><a href='/{n}'>{one}</a></li>" for n, one in enumerate(HEADLINES[1:]))
CARDS = "".join(
    f"<article><h3><a href='/{n}'>{one}</a></h3></article>" for n, one in enumerate(HEADLINES[1:])
)


@pytest.mark.parametrize("rail", [f"{FIRST}<ul>{LISTED}</ul>", FIRST + CARDS])
def test_a_front_keeps_its_headlines(rail: str) -> None:
    paragraphs, claims = read_page(page(rail))
    assert [one for one in paragraphs if one in HEADLINES] == HEADLINES
    assert TEASER in paragraphs
    assert "Home" not in paragraphs
    assert ("title", "The Harbour Times - News from Orlo") in [(c.field, c.value) for c in claims]


STORY = "<article><h1>Mayor opens quay in the rain</h1>{}</article>".format(
    "".join(f"<p>{TEASER} It was the {n}. time that year.</p>" for n in range(8))
)
SHORT = f"<article><p>{TEASER} {TEASER.replace('Tuesday', 'Friday')}</p></article>"


@pytest.mark.parametrize(
    ("head", "article"),
    [
        ("", STORY),
        ("<meta property='og:type' content='article'>", SHORT),
        ("<link rel='canonical' href='https://times.test/2019/quay-opens'>", SHORT),
    ],
)
def test_an_article_has_none_of_the_headlines_beside_it(head: str, article: str) -> None:
    paragraphs, _ = read_page(page(f"<ul>{LISTED}</ul>", head=head, article=article))
    assert not set(HEADLINES) & set(paragraphs)
    assert any(TEASER in one for one in paragraphs)
