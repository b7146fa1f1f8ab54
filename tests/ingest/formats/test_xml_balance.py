"""XML in which an end is missing, or one too many."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.formats.xml import parsed
from newsgrep.ingest.formats.xml_balance import Balance
from newsgrep.ingest.reader import articles_in

NAMES = ("front", "body", "sec", "title", "x:ref")
TREES: st.SearchStrategy[Any] = st.recursive(
    st.text("abc <&>\"'", max_size=8),
    lambda inside: st.tuples(st.sampled_from(NAMES), st.lists(inside, max_size=4)),
    max_leaves=20,
)


def written(tree: Any) -> str:
    if isinstance(tree, str):
        return tree.replace("&", "&amp;").replace("<", "&lt;")
    name, inside = tree
    content = "".join(map(written, inside))
    return f'<{name} a="1 > 2">{content}</{name}>' if content else f"<{name}/>"


@given(TREES)
def test_what_is_in_pairs_stays_as_it_is(tree: Any) -> None:
    markup = f"<article>{written(tree)}</article>".encode()
    assert Balance().of(markup) == markup


@given(TREES, st.data())
def test_without_one_end_no_text_is_lost(tree: Any, data: st.DataObject) -> None:
    whole = f"<article>{written(('sec', [tree, ('title', ['end'])]))}</article>"
    ends = [at for at in range(len(whole)) if whole.startswith("</", at)][:-1]
    at = data.draw(st.sampled_from(ends))
    broken = whole[:at] + whole[whole.index(">", at) + 1 :]
    whole, broken = (m.replace("x:ref", "ref") for m in (whole, broken))
    text = "".join(etree.fromstring(whole).itertext())
    assert "".join(parsed(broken.encode()).itertext()) == text


PARTS = [
    "The quay at Orlo was closed for a year, and the ferries sailed from the bay.",
    "Fishermen had not been told of it, and asked the keeper of the harbour for another berth.",
    "Nobody knows what the works will cost, or who is to pay for all of them in the end.",
]


def article(data: str, name: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(data.encode()), HEAD)
    return [found for found in articles_in(stream, name, name) if isinstance(found, Article)]


@pytest.mark.parametrize("end", ["</subj-group>", "</abstract>", "</title-group>", "</sec>"])
def test_the_body_of_a_journal_s_article_stays_its_body(end: str) -> None:
    whole = (
        "<article><front><article-meta><article-categories><subj-group><subject>Boats</subject>"
        "</subj-group></article-categories><title-group><article-title>Ferries of Orlo"
        f"</article-title></title-group><abstract><p>{PARTS[0]}</p></abstract></article-meta></front>"
        f"<body><sec><p>{PARTS[1]}</p></sec><sec><p>{PARTS[2]}</p></sec></body></article>"
    )
    (found,) = article(whole.replace(end, "", 1), "a.xml")
    assert found.title == "Ferries of Orlo"
    assert all(part in found.text for part in PARTS)


@pytest.mark.parametrize("end", ["</title>", "</link>", "</description>", "</guid>"])
def test_items_of_a_feed_stay_apart(end: str) -> None:
    items = "".join(
        f"<item><title>Ferry {at}</title><link>https://orlo.example/{at}</link>"
        f"<guid>orlo-{at}</guid><description>{part}</description></item>"
        for at, part in enumerate(PARTS)
    )
    feed = f"<rss version='2.0'><channel><title>Orlo</title>{items}</channel></rss>"
    at = feed.index(end, feed.index("<item>"))
    found = article(feed[:at] + feed[at + len(end) :], "a.rss")
    assert [one.title for one in found] == ["Ferry 0", "Ferry 1", "Ferry 2"]
    assert [one.text for one in found] == PARTS


def test_ends_of_nothing_and_elements_of_html_without_one() -> None:
    root = parsed(b"<doc><p>One<br>two</b></p><p>three<p>four</doc>")
    assert [(e.tag, "".join(e.itertext())) for e in root] == [
        ("p", "Onetwo"),
        ("p", "three"),
        ("p", "four"),
    ]
