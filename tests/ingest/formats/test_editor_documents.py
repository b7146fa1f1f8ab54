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


BERTH = "The second berth would follow in the spring, said the mayor, if the money held out."
MOBILEDOC = {
    "version": "0.3.1",
    "atoms": [],
    "markups": [["em"]],
    "cards": [
        ["image", {"src": "a.jpg", "caption": "The quay on Tuesday"}],
        ["markdown", {"cardName": "markdown", "markdown": "A card says more of the harbour."}],
    ],
    "sections": [
        [
            1,
            "p",
            [[0, [], 0, "The quay at Orlo "], [0, [0], 1, "opened"], [0, [], 0, " on Monday."]],
        ],
        [10, 0],
        [1, "h2", [[0, [], 0, "What comes next"]]],
        [3, "ul", [[[0, [], 0, "A berth"]], [[0, [], 0, "A crane"]]]],
        [10, 1],
    ],
}
PARTS = [
    "The quay at Orlo opened on Monday.", "The quay on Tuesday", "What comes next", "A berth",
    "A crane", "A card says more of the harbour.",
]  # fmt: skip


@pytest.mark.parametrize("name", ["mobiledoc", "body", "whatever"])
@pytest.mark.parametrize("written", [True, False])
def test_mobiledoc_as_ghost_keeps_it(name: str, written: bool) -> None:
    document = json.dumps(MOBILEDOC) if written else MOBILEDOC
    article = read({"title": HEADLINE, "date": "2024-03-02", name: document, "html": None})
    assert article.text.split("\n\n") == PARTS


def test_what_a_page_was_made_of_is_not_said_again() -> None:
    page = f"<p>{PARTS[0]} It <em>rained</em>.</p><p>{BERTH}</p>"
    source = f"{PARTS[0]} It *rained*.\n\n{BERTH} [More](http://o.test)"
    article = read({"title": HEADLINE, "date": "2024-03-02", "html": page, "markdown": source})
    assert article.text == f"{PARTS[0]} It rained.\n\n{BERTH}"


@pytest.mark.parametrize("name", ["markdown", "mobiledoc", "lexical"])
def test_what_a_page_is_a_teaser_of_is_not_lost(name: str) -> None:
    sources = {
        "markdown": f"{FIRST} {SECOND}\n\n{BERTH}",
        "mobiledoc": json.dumps(MOBILEDOC),
        "lexical": json.dumps(LEXICAL),
    }
    record = {"title": HEADLINE, "date": "2024-03-02", "html": "<p>A teaser.</p>"}
    text = read({**record, name: sources[name]}).text
    assert {"markdown": BERTH, "mobiledoc": PARTS[-1], "lexical": SECOND}[name] in text


def test_a_marker_of_mobiledoc_that_is_empty_loses_nothing() -> None:
    document = {**MOBILEDOC, "sections": [[1, "p", [[], [0, [], 0, FIRST]]]]}
    article = read({"title": HEADLINE, "date": "2024-03-02", "mobiledoc": json.dumps(document)})
    assert article.text == FIRST
