"""Prose under names that say nothing, within records of JSON and beside them: none is lost."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

SOLD = {
    "title": "Ferry sold",
    "date": "2019-01-01",
    "text": "The ferry firm sold its last boat to a buyer from Bergen on Monday, it said.",
}
BRIEF = (
    "Nobody in the town had known of the harbour's debts, and the mayor learned it from the radio."
)
NOTE = (
    "Cooks and stokers asked for their wages, which lawyers of three banks had promised for March."
)
DIGEST = (
    "In this letter we look back at a year of floods, strikes and one wholly unexpected wedding."
)


def told(data: Any) -> list[tuple[str, str]]:
    """The headlines and texts of the articles in a document."""
    stream = io.BufferedReader(io.BytesIO(json.dumps(data).encode()), HEAD)
    found = [one for one in articles_in(stream, "a.json", "a.json") if isinstance(one, Article)]
    return [(one.title, one.text) for one in found]


@pytest.mark.parametrize(
    ("data", "more"),
    [
        ({"intro": DIGEST, "articles": [SOLD]}, [DIGEST]),
        ({"items": [SOLD], "briefs": [{"h": "Town", "p": BRIEF}, {"p": NOTE}]}, [BRIEF, NOTE]),
        ({"items": [SOLD], "quotes": [BRIEF, NOTE]}, [f"{BRIEF}\n\n{NOTE}"]),
        ({"items": [SOLD], "events": [{"name": "Fair", "description": BRIEF}]}, [BRIEF]),
        ({"2020": {"note": NOTE, "items": [SOLD]}}, [NOTE]),
        ({"items": [SOLD], "mixed": [{"id": 1}, f"<p>{BRIEF}</p>"]}, [BRIEF]),
        ({"groups": [{"topic": "Sea", "summary": DIGEST, "items": [SOLD]}]}, [DIGEST]),
    ],
)
def test_prose_beside_articles_is_read(data: Any, more: list[str]) -> None:
    first, *rest = told(data)
    assert first == (SOLD["title"], SOLD["text"])
    assert [body for _, body in rest] == more


@pytest.mark.parametrize(
    "data",
    [
        SOLD | {"comments": [{"user": "Ann", "comment": BRIEF}]},
        SOLD | {"footnotes": {"1": {"note": BRIEF}}},
        SOLD | {"blocks": [{"elements": [{"_type": "Block", "html": f"<p>{BRIEF}</p>"}]}]},
        SOLD | {"media:group": {"media:description": [BRIEF]}},
        SOLD | {"image": {"src": "https://a.example/1.jpg", "caption": BRIEF}},
        SOLD | {"gallery": [{"image": "https://a.example/1.jpg", "seen": f"<p>{BRIEF}</p>"}]},
        {"items": [SOLD | {"replies": [[{"said": BRIEF}]]}]},
    ],
)
def test_prose_within_an_article_stands_below_its_text(data: Any) -> None:
    assert told(data) == [(SOLD["title"], f"{SOLD['text']}\n\n{BRIEF}")]


@pytest.mark.parametrize(
    "data",
    [
        SOLD | {"related": [{"title": "Crew stays", "url": "https://a.example/2", "said": BRIEF}]},
        SOLD | {"see": [{"title": "Crew stays", "url": "https://a.example/2", "said": BRIEF}]},
        SOLD | {"author": {"name": "Ann Poe", "life": BRIEF}},
        {"status": "ok", "licence": BRIEF, "items": [SOLD]},
        {"title": "News", "description": BRIEF, "items": [SOLD]},
        {"items": [SOLD], "meta": {"query": BRIEF, "image_credit": NOTE, "imageCredit": NOTE}},
    ],
)
def test_teasers_people_rights_and_what_a_list_says_of_itself_are_none(data: Any) -> None:
    assert told(data) == [(SOLD["title"], SOLD["text"])]


def test_records_whose_keys_say_nothing_are_told_by_their_values() -> None:
    titles = ["Ferry sold to Bergen", "Nets", "Quay closed for two years", "Boats of Orlo"]
    records = [
        {
            "t": title, "d": f"2019-01-0{n + 1}", "u": f"https://orlo.test/news/{n}",
            "ds": f"{BRIEF} {n}", "bc": ["Harbour"],
        }
        for n, title in enumerate(titles)
    ]  # fmt: skip
    found = told({"source": "blog", "last_scan": "2026-07-02", "articles": records})
    assert found == [(title, f"{BRIEF} {n}") for n, title in enumerate(titles)]


def test_objects_that_a_program_wrote_with_capital_keys() -> None:
    items = [{"Title": {"Text": f"Ferry {n} sold"}, "Content": {"Text": BRIEF}} for n in range(3)]
    found = told({"Title": {"Text": "The Harbour"}, "Items": items, "Author": None})
    assert [title for title, _ in found][:3] == [f"Ferry {n} sold" for n in range(3)]


def test_settings_with_names_are_no_articles() -> None:
    records = [{"k": f"key{n}", "u": f"https://orlo.test/{n}"} for n in range(5)]
    stream = io.BufferedReader(io.BytesIO(json.dumps({"list": records}).encode()), HEAD)
    assert not any(isinstance(one, Article) for one in articles_in(stream, "a.json", "a.json"))


def test_an_article_a_key_however_many_there_are() -> None:
    data = {f"article-{n}": f"{BRIEF} {NOTE} {n}" for n in range(40, 640, 20)}
    assert [text for _, text in told(data)] == list(data.values())


def test_articles_within_each_of_many_records() -> None:
    stories = [
        {
            "title": f"Story {n}", "summaryText": f"{BRIEF} {n}",
            "articles": [
                {"title": f"Article {n}", "url": f"https://o.test/{n}", "date": "2019-01-01",
                 "text": f"{NOTE} {n}"}
            ],
        }
        for n in range(60)
    ]  # fmt: skip
    found = "\n".join(f"{title}\n{text}" for title, text in told({"meta": {}, "stories": stories}))
    assert all(f"Article {n}\n{NOTE} {n}" in found for n in range(60))
