"""JSON and tables as services and scrapers write them: by category, with placeholders, signed."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.extract.head.publications import as_source
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in


def read(name: str, data: bytes | str) -> list[Article | Failure]:
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return list(articles_in(io.BufferedReader(stream, HEAD), name, name))


def titles(value: Any) -> list[str]:
    return [
        a.title if isinstance(a, Article) else a.reason for a in read("a.json", json.dumps(value))
    ]


def story(title: str, **more: str) -> dict[str, str]:
    return {"title": title, "link": f"https://quay.example/{title.lower()}",
            "pubDate": "2026-08-22T17:34:28Z"} | more  # fmt: skip


HARBOUR = [story("Quay"), story("Lock")]
SPORT = [story("Regatta", description="Eight boats rowed."), story("Final", description="One won.")]


@pytest.mark.parametrize(
    "value",
    [
        {"updated": "2026-08-22", "news": {"Harbour": HARBOUR, "Sport": SPORT, "Culture": []}},
        {"Harbour": HARBOUR, "Sport": SPORT},
        {"Harbour": {"items": HARBOUR}, "Sport": {"items": SPORT}},
        [{"name": "Harbour", "items": HARBOUR}, {"name": "Sport", "items": SPORT}],
    ],
    ids=["below", "at the top", "in objects", "in a list"],
)
def test_lists_by_category_are_all_read(value: Any) -> None:
    assert titles(value) == ["Quay", "Lock", "Regatta", "Final"]


def test_lists_of_something_else_beside_the_articles_are_none() -> None:
    images = [{"title": "Quay", "url": "https://quay.example/1.png", "width": 1, "height": 1}] * 3
    assert titles({"articles": HARBOUR, "images": images}) == ["Quay", "Lock"]


def test_a_description_of_data_holds_no_articles() -> None:
    field = {"name": "q", "description": "Words of the headline, the body and the byline."}
    api = {
        "swagger": "2.0",
        "info": {"title": "Harbour"},
        "paths": {"/s": {"get": {"a": [field, field]}}},
    }
    assert titles(api) == ["a description of data, without articles"]


def test_a_column_of_times_dates_its_rows() -> None:
    table = "headline,body,time\nQuay,The quay opened.,2024-05-03\nLock,The lock shut.,12:30\n"
    first, second = read("a.csv", table)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.date, second.date) == ("2024-05-03", "")


@pytest.mark.parametrize(
    "nothing", ["No author", "no_author", "N/A", "nan", "Not available", "None"]
)
def test_what_programs_write_for_nothing_is_nothing(nothing: str) -> None:
    row = story("Quay") | {"author": nothing, "body": "No body", "date": "No date found"}
    (article,) = read("a.json", json.dumps([row]))
    assert isinstance(article, Article)
    assert (article.authors, article.text) == ((), "")
    assert article.date.startswith("2026-08-22")


def test_the_guardian_signs_its_headlines() -> None:
    row = {
        "webTitle": "A harbour is never finished | Anna Poe and John Roe",
        "webUrl": "https://www.theguardian.com/world/2017/apr/12/harbour",
        "fields": {"body": "<p>The harbour opened on Monday.</p>"},
    }
    (article,) = read("a.json", json.dumps({"response": {"results": [row]}}))
    assert isinstance(article, Article)
    assert article.title == "A harbour is never finished"
    assert article.authors == ("Anna Poe", "John Roe")
    assert article.source == "The Guardian"


@pytest.mark.parametrize(
    ("written", "source"),
    [
        ("https://www.quaynews.example", "quaynews.example"),
        ("Quaynews | Sport | Weather", "Quaynews"),
        ("Quay | The Jerusalem Post", "The Jerusalem Post"),
        ("Blogger", ""),
        ("The Quay", "The Quay"),
        ("The Straits Times, Page 15", "The Straits Times"),
        ("Quay Courier, p. A3", "Quay Courier"),
        ("Unknown Newspaper", ""),
        ("Source not visible", ""),
    ],
)
def test_the_source_in_what_a_page_calls_its_site(written: str, source: str) -> None:
    assert as_source(written) == source


PAGE = """<html><head><title>Harbour opens</title><meta property="og:site_name" content="{site}">
<link rel="canonical" href="{url}"></head><body><article><h1>Harbour opens</h1><p>{text}</p>
</article></body></html>"""


@pytest.mark.parametrize(
    ("site", "url", "source"),
    [
        ("U.S.", "https://www.reuters.com/article/harbour", "Reuters"),
        ("", "https://www.nytimes.com/2019/11/19/harbour.html", "The New York Times"),
        ("Quaynews", "https://quaynews.example/harbour", "Quaynews"),
        ("Reuters India", "https://www.reuters.com/article/harbour", "Reuters India"),
    ],
)
def test_the_site_of_a_page_is_its_source(site: str, url: str, source: str) -> None:
    text = "The harbour of Quayport opened on Monday after a year of work on its locks. " * 5
    (article,) = read("a.html", PAGE.format(site=site, url=url, text=text))
    assert isinstance(article, Article)
    assert article.source == source


def test_a_table_without_names_of_columns() -> None:
    text = "Boats came in. " * 20
    rows = [
        f"https://quay.example/{n},The harbour opens again,{date},{text},No author"
        for n, date in ((1, "2024-05-13"), (2, "2024-05-14"))
    ]
    first, second = read("a.csv", "\n".join(rows))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.title, first.date, first.authors) == ("The harbour opens again", "2024-05-13", ())
    assert first.text.startswith("Boats came in.")
    assert (second.url, second.date) == ("https://quay.example/2", "2024-05-14")
