"""Live blogs and galleries: articles made of many short pieces, which a page tells one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.extract.body.page_claims import json_objects
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.text.letters import letters

MOST_PIECES = 2000
_SHORT = 600
"""A page of fewer characters of text may be a gallery, whose captions are its text."""
_FEWEST_CAPTIONS = 3
_PROBE = 60
"""Characters by which a piece is known to be in the text already."""


def with_updates(text: str, root: Any) -> str:
    """``text`` and what of the page's updates or captions is not in it, a piece a paragraph."""
    pieces = list(_updates(root))
    if not pieces and len(text) < _SHORT:
        pieces = list(_captions(root))
        pieces = pieces if len(pieces) >= _FEWEST_CAPTIONS else []
    seen = letters(text)
    added: list[str] = []
    for piece in dict.fromkeys(pieces[:MOST_PIECES]):
        if piece and letters(piece)[:_PROBE] not in seen:
            added.append(piece)
    return "\n".join([*filter(None, [text]), *added])


def _updates(root: Any) -> Iterator[str]:
    """Headline and text of each update of a ``LiveBlogPosting`` (schema.org), as they stand."""
    for item in json_objects(root):
        updates = item.get("liveBlogUpdate")
        for update in updates if isinstance(updates, list) else [updates]:
            if isinstance(update, dict):
                for key in ("headline", "articleBody"):
                    yield from _lines(update.get(key))


def _captions(root: Any) -> Iterator[str]:
    """The captions of a gallery: those that its JSON-LD has, or its figures."""
    for item in json_objects(root):
        if item.get("@type") in ("ImageGallery", "MediaGallery"):
            for key in ("associatedMedia", "image", "hasPart"):
                media = item.get(key)
                for one in media if isinstance(media, list) else []:
                    if isinstance(one, dict):
                        yield from _lines(one.get("caption") or one.get("description"))
    for caption in root.iter("figcaption"):
        yield " ".join(caption.text_content().split())


def _lines(value: Any) -> list[str]:
    if not isinstance(value, str) or not value.strip():
        return []
    plain = text_of_fragment(value) if "<" in value or "&" in value else value
    return [" ".join(line.split()) for line in plain.split("\n") if line.strip()]
