"""Documents as editors of pages save them, with nothing around them, or as a string in a record.

Lexical, Mobiledoc, Slate, Portable Text (Sanity), Quill and ProseMirror.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from newsgrep.ingest.formats.data.structured_text import text_of_blocks

_MOST = 0.6
"""The share of a list's members that are blocks, where it is a document."""
_WRITTEN = re.compile(r'\{\s*"(?:root|version|atoms|cards|sections|markups)"\s*:')
"""What a document of Lexical or Mobiledoc begins with, as a string."""
_CARDS = ("markdown", "html", "caption", "alt", "code", "text", "title", "description")
"""What cards of Mobiledoc say; of pictures it is the caption, and what stands for them."""


def editor_text(value: Any) -> str:
    """The text of such a document; empty for any other value."""
    match value:
        case {"root": {"children": list()} as root}:
            return text_of_blocks(root)
        case {"sections": list(), "version": str()}:
            return _of_mobiledoc(value)
        case {"ops": [{"insert": _}, *_]} | {"type": "doc", "content": list()}:
            return text_of_blocks(value)
        case [dict(), *_]:
            blocks = sum(isinstance(one, dict) and _is_block(one) for one in value)
            return text_of_blocks(value) if blocks >= _MOST * len(value) else ""
    return ""


def _is_block(value: Mapping[str, Any]) -> bool:
    """Whether an object is a block with runs of text in it, and says nothing besides."""
    runs = value.get("children")
    kind = value.get("type", value.get("_type"))
    worded = isinstance(runs, list) and all(isinstance(run, dict) for run in runs)
    return worded and isinstance(kind, str) and "title" not in value


def with_editors_read(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record, with the texts of documents that stand in it as strings.

    What its page was made of is left out where it has that page as well, as Ghost's records do;
    a page that is much shorter than that is a teaser.
    """
    documents = {name: _document(value) for name, value in values.items()}
    texts = {name: editor_text(one) for name, one in documents.items() if one is not None}
    read = {**values, **{name: text for name, text in texts.items() if text}}
    page = values.get("html")
    if isinstance(page, str) and page.strip():
        for name in _SOURCES.intersection(read):
            source = texts.get(name, read[name])
            if not isinstance(source, str) or len(page) >= _WHOLE * len(source):
                del read[name]
    return read


_SOURCES = frozenset(("markdown", "mobiledoc", "lexical"))
_WHOLE = 0.7
"""The share of the characters of its source from which on a page has all of that."""


def _document(value: Any) -> Mapping[str, Any] | None:
    """The document that a value is, or is the text of; ``None`` for any other."""
    if isinstance(value, dict):
        return value if "sections" in value else None
    if not isinstance(value, str) or value[:1] != "{" or _WRITTEN.match(value) is None:
        return None
    try:
        return json.loads(value)  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        return None


def _of_mobiledoc(document: Mapping[str, Any]) -> str:
    """The text of a document of Mobiledoc: sections of markers, lists and cards.

    Paragraphs and lists are ``[1, tag, markers]`` and ``[3, tag, items]``, cards ``[10, number]``;
    a marker has its text last (github.com/bustle/mobiledoc-kit, MOBILEDOC.md).
    """
    cards = document.get("cards")
    parts: list[str] = []
    for section in document["sections"]:
        match section:
            case [1, str(), list(markers)]:
                parts.append(_of_markers(markers))
            case [3, str(), list(items), *_]:
                parts += map(_of_markers, items)
            case [10, int(number), *_] if isinstance(cards, list) and number < len(cards):
                parts += _of_card(cards[number])
    return "\n\n".join(part for part in parts if part.strip())


def _of_markers(markers: Any) -> str:
    known = markers if isinstance(markers, list) else []
    lasts = (one[-1] for one in known if isinstance(one, list) and one)
    return "".join(last for last in lasts if isinstance(last, str))


def _of_card(card: Any) -> list[str]:
    match card:
        case [str(), dict(payload), *_]:
            said = (payload.get(name) for name in _CARDS)
            return [one for one in said if isinstance(one, str)]
    return []
