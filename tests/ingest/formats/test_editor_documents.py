"""Documents as editors of pages save them, with nothing around them, or as a string."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

HEADLINE = "Quay closes for repairs"
FIRST = "The harbour council voted on Tuesday to close the northern quay for repairs."
SECOND = "Fishermen said they had not been told about the decision before the vote."
LEXICAL = {
    "root": {
        "type": "root",
        "children": [
            {"type": "heading", "children": [{"type": "text", "text": HEADLINE}]},
            {"type": "paragraph", "children": [{"type": "text", "text": FIRST}]},
            {"type": "paragraph", "children": [{"type": "text", "text": SECOND}]},
        ],
    }
}


def read(data: Any) -> Article:
    stream = io.BufferedReader(io.BytesIO(json.dumps(data).encode()), HEAD)
    (found,) = articles_in(stream, "a.json", "a.json")
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    "data",
    [
        LEXICAL,
        {"ops": [{"insert": HEADLINE}, {"attributes": {"header": 1}, "insert": "\n"},
                 {"insert": f"{FIRST}\n{SECOND}\n"}]},
        {"type": "doc", "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": line}]}
            for line in (HEADLINE, FIRST, SECOND)
        ]},
        [{"type": "paragraph", "children": [{"text": line}]} for line in (HEADLINE, FIRST, SECOND)],
        [
            {"_type": "block", "_key": "k", "style": "normal", "markDefs": [],
             "children": [{"_type": "span", "marks": [], "text": line}]}
            for line in (HEADLINE, FIRST, SECOND)
        ],
    ],
)  # fmt: skip
def test_a_document_alone_is_an_article(data: Any) -> None:
    article = read(data)
    assert (article.title, article.text) == (HEADLINE, f"{FIRST}\n\n{SECOND}")


def test_a_document_in_a_string_is_the_text_of_its_record() -> None:
    article = read({"title": HEADLINE, "date": "2024-03-02", "lexical": json.dumps(LEXICAL)})
    assert article.title == HEADLINE
    assert article.text.endswith(f"{FIRST}\n\n{SECOND}")


def test_a_tree_of_articles_is_none() -> None:
    tree = [{"type": "post", "title": HEADLINE, "text": FIRST, "children": [{"text": SECOND}]}]
    assert read(tree).title == HEADLINE
