"""Exports of a space of Contentful, whose fields have a value for each language."""

from __future__ import annotations

import io
import json
from typing import Any

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

FIRST = "The ferry firm of Orlo sold its last boat on Monday, after a hundred years on the quay."
SECOND = "Passengers stood in the rain and waved until the boat was gone."
ITEM = "Children pay half the fare."
GERMAN = "Die Reederei von Orlo verkaufte am Montag ihr letztes Boot, nach hundert Jahren am Kai."


def rich(*texts: str) -> dict[str, Any]:
    """A document of rich text, the last of whose paragraphs is an item of a list."""
    paragraphs = [
        {
            "nodeType": "paragraph", "data": {},
            "content": [{"nodeType": "text", "value": text, "marks": [], "data": {}}],
        }
        for text in texts
    ]  # fmt: skip
    listed = {
        "nodeType": "unordered-list", "data": {},
        "content": [{"nodeType": "list-item", "data": {}, "content": paragraphs[-1:]}],
    }  # fmt: skip
    return {"nodeType": "document", "data": {}, "content": [*paragraphs[:-1], listed]}


def entry(name: str, /, **fields: Any) -> dict[str, Any]:
    localized = {
        key: value if isinstance(value, dict) and "en-US" in value else {"en-US": value}
        for key, value in fields.items()
    }
    return {
        "sys": {"id": name, "type": "Entry", "firstPublishedAt": "2019-05-03T10:00:00Z"},
        "fields": localized,
    }


def read(*entries: dict[str, Any]) -> list[Article]:
    types = [{"name": "Article", "description": "An article as it is shown on the site", "sys": {}}]
    source = json.dumps({"contentTypes": types, "entries": list(entries), "locales": []})
    stream = io.BufferedReader(io.BytesIO(source.encode()), HEAD)
    return [one for one in articles_in(stream, "a.json", "a.json") if isinstance(one, Article)]


def test_each_entry_is_an_article_and_its_links_are_names() -> None:
    author = {"sys": {"type": "Link", "linkType": "Entry", "id": "poe"}}
    articles = read(
        entry("a1", title="Ferry sold", body=rich(FIRST, SECOND, ITEM), author=author),
        entry("a2", title="Hall burns", body=rich(SECOND, ITEM)),
        entry("poe", name="Ann Poe"),
    )
    assert [one.title for one in articles] == ["Ferry sold", "Hall burns"]
    assert articles[0].text == f"{FIRST}\n\n{SECOND}\n\n{ITEM}"
    assert articles[0].authors == ("Ann Poe",)
    assert articles[0].date.startswith("2019-05-03")
    assert (articles[0].language, articles[1].authors) == ("en", ())


def test_each_language_is_an_article() -> None:
    body = {"en-US": rich(FIRST, ITEM), "de-DE": rich(GERMAN, "Kinder zahlen die Hälfte.")}
    articles = read(entry("a1", title="Ferry sold", body=body))
    assert [(one.title, one.language) for one in articles] == [
        ("Ferry sold", "en"), ("Ferry sold", "de"),
    ]  # fmt: skip
    assert FIRST in articles[0].text
    assert articles[1].text.startswith(GERMAN)
    assert FIRST not in articles[1].text
