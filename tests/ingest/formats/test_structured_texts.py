"""Texts that are kept in blocks: sections, updates, and what editors of pages write."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.data.structured_text import text_of_blocks
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = "The ferry firm sold its last boat to a buyer from Bergen on Monday, it said."
MORE = "The crew will stay on board."


def one(data: dict[str, Any]) -> Article:
    raw = json.dumps([data]).encode()
    (article,) = articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), "a.json", "a.json")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"sections": [{"heading": "The boat", "text": TEXT}, {"paragraphs": [MORE]}]},
         f"The boat\n\n{TEXT}\n\n{MORE}"),
        ({"sections": [{"headline": "The boat", "paragraphs": [TEXT, MORE]}]},
         f"The boat\n\n{TEXT}\n\n{MORE}"),
        ({"paragraphs": [{"text": TEXT}, {"text": MORE}]}, f"{TEXT}\n\n{MORE}"),
        ({"body": TEXT, "updates": [{"time": "10:00", "text": MORE}]}, f"{TEXT}\n\n{MORE}"),
        ({"body": MORE, "updates": [{"text": TEXT}]}, f"{MORE}\n\n{TEXT}"),
        ({"body": MORE, "sections": [{"text": MORE}, {"text": TEXT}]}, f"{MORE}\n\n{TEXT}"),
        ({"body": TEXT, "sections": [{"name": "World", "id": "w"}]}, TEXT),
        ({"body": TEXT, "faq": [{"question": "And the crew?", "answer": MORE}]},
         f"{TEXT}\n\nAnd the crew?\n\n{MORE}"),
        ({"body": TEXT, "interview": [{"q": "And the crew?", "a": MORE}]},
         f"{TEXT}\n\nAnd the crew?\n\n{MORE}"),
        ({"body": TEXT, "infobox": {"title": "The crew", "items": [MORE]}},
         f"{TEXT}\n\nThe crew\n\n{MORE}"),
    ],
)  # fmt: skip
def test_sections_and_updates_are_text(body: dict[str, Any], text: str) -> None:
    article = one({"title": "Ferry sold", "date": "2019-01-01"} | body)
    assert (article.title, article.text) == ("Ferry sold", text)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"sections": [{"heading": "The boat", "text": TEXT},
                       {"heading": "The crew", "text": MORE}]},
         f"The boat\n\n{TEXT}\n\nThe crew\n\n{MORE}"),
        ({"liveBlogUpdate": [{"headline": "Sold", "articleBody": TEXT, "datePublished": "2019"},
                             {"headline": "Crew", "articleBody": MORE, "datePublished": "2019"}]},
         f"Sold\n\n{TEXT}\n\nCrew\n\n{MORE}"),
    ],
)  # fmt: skip
def test_a_document_of_sections_is_one_article(body: dict[str, Any], text: str) -> None:
    raw = json.dumps({"headline": "Ferry sold", "date": "2019-01-01"} | body).encode()
    (article,) = articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), "a.json", "a.json")
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("Ferry sold", text)


def _span(text: str, **more: Any) -> dict[str, Any]:
    return {"_type": "span", "text": text, **more}


EDITOR_JS = {
    "time": 1, "version": "2", "blocks": [
        {"type": "header", "data": {"text": "The boat", "level": 2}},
        {"type": "paragraph", "data": {"text": f"<b>{TEXT}</b>"}},
        {"type": "list", "data": {"style": "ordered", "items": [MORE, "So it said."]}},
        {"type": "image", "data": {"file": {"url": "https://a.example/1"}, "caption": "A boat"}},
        {"type": "table", "data": {"content": [["Orlo", "seven"], ["Ellis", "two"]]}},
    ],
}  # fmt: skip
PORTABLE = [
    {"_type": "block", "style": "h2", "children": [_span("The boat")]},
    {"_type": "block", "children": [_span(f"{TEXT} The crew "), _span("stays", marks=["em"])]},
]
PROSE_MIRROR = {
    "type": "doc", "content": [
        {"type": "paragraph", "content": [{"type": "text", "text": TEXT}]},
        {"type": "bulletList", "content": [
            {"type": "listItem", "content": [
                {"type": "paragraph", "content": [{"type": "text", "text": "The "},
                 {"type": "text", "text": "crew", "marks": [{"type": "bold"}]},
                 {"type": "text", "text": " stays."}]}]}]},
    ],
}  # fmt: skip
SLATE = [{"type": "p", "children": [{"text": "The "}, {"text": "crew", "bold": True}]}]
LEXICAL = {
    "root": {"type": "root", "children": [
        {"type": "paragraph", "children": [{"type": "text", "text": TEXT, "format": 0}]}]},
}  # fmt: skip
QUILL = {
    "ops": [{"insert": f"{TEXT} The "}, {"insert": "crew", "attributes": {"bold": True}},
            {"insert": " stays.\nSo it said.\n"}],
}  # fmt: skip
TAGS = [{"tag": "p", "children": ["The ", {"tag": "b", "children": ["crew"]}, " stays."]}]
CONTENTFUL = {
    "nodeType": "document", "content": [
        {"nodeType": "paragraph", "content": [
            {"nodeType": "text", "value": "The crew "},
            {"nodeType": "hyperlink", "data": {"uri": "https://a.example"},
             "content": [{"nodeType": "text", "value": "stays"}]}]}],
}  # fmt: skip
ARC = [
    {"type": "text", "content": f"<p>{TEXT}</p>"}, {"type": "image", "caption": "A boat."},
    {"type": "list", "items": [{"type": "text", "content": MORE}]},
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (EDITOR_JS, f"The boat\n\n{TEXT}\n\n{MORE}\n\nSo it said.\n\nA boat\n\nOrlo | seven\n\n"
         "Ellis | two"),
        (PORTABLE, f"The boat\n\n{TEXT} The crew stays"),
        (PROSE_MIRROR, f"{TEXT}\n\nThe crew stays."),
        (SLATE, "The crew"),
        (LEXICAL, TEXT),
        (QUILL, f"{TEXT} The crew stays.\n\nSo it said."),
        (TAGS, "The crew stays."),
        (CONTENTFUL, "The crew stays"),
        (ARC, f"{TEXT}\n\nA boat.\n\n{MORE}"),
    ],
)  # fmt: skip
def test_what_editors_of_pages_write(body: Any, text: str) -> None:
    assert text_of_blocks(body) == text
    assert one({"title": "Ferry sold", "content": body}).text == text


def test_lists_and_captions_of_the_washington_post_are_text() -> None:
    article = one(
        {"title": "Ferry sold", "contents": [
            {"type": "title", "content": "Ferry sold"}, {"type": "deck", "content": "At last."},
            {"type": "sanitized_html", "content": TEXT}, {"type": "list", "content": [MORE]},
            {"type": "image", "fullcaption": "The old boat.", "imageURL": "https://a.example/1"},
            {"type": "author_info", "bio": "Ann Poe writes of boats.", "name": "Ann Poe"}]}
    )  # fmt: skip
    assert (article.deck, article.text) == ("At last.", f"{TEXT}\n\n{MORE}\n\nThe old boat.")


def test_a_story_of_arc_within_an_answer() -> None:
    story = {"headlines": {"basic": "Ferry sold"}, "headline": {"basic": "Ferry sold"},
             "content_elements": [{"type": "text", "content": f"<p>{TEXT}</p>"},
                                  {"type": "interstitial_link", "content": "Read of the sea"},
                                  {"type": "text", "content": MORE}]}  # fmt: skip
    raw = json.dumps({"data": {"story": story}}).encode()
    (article,) = articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), "a.json", "a.json")
    assert isinstance(article, Article)
    assert (article.title, article.text) == ("Ferry sold", f"{TEXT}\n\n{MORE}")
