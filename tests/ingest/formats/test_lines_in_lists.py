"""JSON whose list is an article's lines, and records that hold another one as a string."""

from __future__ import annotations

import io
import json

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

LINES = [
    "Port of Orlo to close its quay",
    "Nobody of the ferry firms came to the meeting",
    "The harbour board of Orlo decided on Monday to close the oldest quay of the port in May.",
    "It took a year of talks with the ferry firms that use it, the captain of the port told us.",
    "“We had no choice,” she said.",
    "The board meets again in June to vote on what it costs, and on who is going to pay for it.",
]


def read(value: object, name: str = "a.json") -> list[Article]:
    data = json.dumps(value).encode()
    found = list(articles_in(io.BufferedReader(io.BytesIO(data), HEAD), name, name))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def test_a_list_of_an_articles_lines_is_one_article() -> None:
    (article,) = read(LINES)
    assert article.title == LINES[0]
    for line in LINES[1:]:
        assert line in f"{article.deck}\n{article.text}"


def test_a_list_of_texts_is_an_article_a_text() -> None:
    texts = [f"{line} {LINES[2]} {LINES[3]} {LINES[5]}" for line in LINES]
    assert len(read(texts)) == len(texts)


def test_a_record_within_a_string_is_read() -> None:
    record = {"title": LINES[0], "content": " ".join(LINES[2:]), "publishedAt": "2023-12-08"}
    (article,) = read({"doc": repr(record)}, "a.jsonl")
    assert (article.title, article.date) == (LINES[0], "2023-12-08")


def test_addresses_and_moments_of_a_pages_metadata_are_no_text() -> None:
    told = {
        "publisher": "https://orlo.example/courier",
        "published_time": "2016-11-25T15:16:56-05:00",
        "section": "Harbour",
    }
    text = " ".join(LINES[2:])
    (article,) = read({"title": LINES[0], "text": text, "meta_data": {"article": told}})
    assert article.text == text


def test_an_article_is_one_beside_a_list_of_links() -> None:
    related = [{"title": "Storm took forty houses", "url": "https://orlo.example/3"}]
    blocks = [{"type": "paragraph", "data": {"text": line}} for line in LINES[2:]]
    for content in (LINES[2:], {"blocks": blocks}, " ".join(LINES[2:])):
        (article,) = read({"title": LINES[0], "content": content, "related": related})
        assert article.title == LINES[0]
        assert LINES[2] in article.text
        assert LINES[5] in article.text


def test_a_paper_by_its_name_counts_before_a_crawlers_word_for_it() -> None:
    record = {
        "title": LINES[0],
        "text": LINES[2],
        "source_name": "gnews_north",
        "publisher": "NDTV",
    }
    (article,) = read(record)
    assert article.source == "NDTV"
