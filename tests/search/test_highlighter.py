"""Texts that are asked about again are looked at in another way: the highlights are the same."""

from __future__ import annotations

import pytest

from newsgrep import Archive
from newsgrep.article import Article
from newsgrep.results import Highlighting, Pattern
from newsgrep.search import highlighter
from newsgrep.search.highlighter import Marked, marked, matches

QUESTIONS = (
    "border wall", '"United States" intelligence', "US", "us", "MPs", "antinarcotics",
    '"anti narcotics"', "anti-narcotics", "mex*", "/gu.*n/", "guzmn~1", "title:mexico",
    "lead:mexico", 'quote:"that is"', "mexico W/5 security", "security W/s drug",
    "(mexico W/9 security) W/30 drug", "l'accord", "macron", "mauer",
    "中国", '"中国"', "1,400", "zzzz", "the", '"of the"',
)  # fmt: skip


def highlights(article: Article, highlighting: Highlighting) -> Marked:
    return marked(article, highlighting, 200_000)


@pytest.mark.parametrize("query", QUESTIONS)
def test_a_second_look_marks_the_same(
    seeds: Archive, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    highlighting = seeds.highlighting(query)
    articles = [article for _, article in seeds.snapshot.everything()]
    monkeypatch.setattr(highlighter, "_again", lambda text: None)
    first = [highlights(article, highlighting) for article in articles]
    monkeypatch.setattr(highlighter, "_again", highlighter._in_terms)
    assert [highlights(article, highlighting) for article in articles] == first


def test_words_in_parts_and_of_several_characters() -> None:
    text = "Anti-narcotics in the US: 中国人 said so, MPs' well-being and a co-ordinated U.S. move."
    slots = [
        ("antinarcotics",),
        ("narcotics", "in"),
        ("US",),
        ("国人",),
        ("MP+",),
        ("being", "and"),
    ]
    patterns = [Pattern(tuple(frozenset({word}) for word in words)) for words in slots]
    looked = [matches(text, patterns) for _ in range(3)]
    assert looked[0] == looked[1] == looked[2]
    assert [text[found.start : found.end] for found in looked[0]] == [
        "Anti-narcotics", "narcotics in", "US", "国人", "MPs", "being and", "U.S",
    ]  # fmt: skip


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highlighter, "_MOST_KEPT", 100)
    texts = highlighter._Texts()
    one, other = "a wombat " * 5, "a quokka " * 5
    assert texts.again(one) is None
    known = texts.again(one)
    assert known is not None and known.places["wombat"] == [1, 3, 5, 7, 9]
    assert texts.again(other) is None
    assert texts.again("a numbat " * 5) is None  # for which the others made room
    assert texts.again(one) is None
