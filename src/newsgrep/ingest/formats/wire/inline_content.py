"""The texts that news items hold: stories in NITF, XHTML, marked up or plain, also in base64."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import decode, is_binary
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.formats.wire.body_text import blocks
from newsgrep.ingest.formats.xml import every, first, parsed, text_of
from newsgrep.text.lazy_regex import regex


def story_paragraphs(story: Any) -> list[str]:
    """The text of a story in NITF; below it what its notes, abstract and captions say besides.

    A note for editors may have a ``body.content`` of its own (NITF 3.6).
    """
    notes = every(story, "note")
    within = {content for note in notes for content in every(note, "body.content")}
    contents = [content for content in every(story, "body.content") if content not in within]
    body = first(story, "body")
    told = contents or ([body] if body is not None else [])
    text = "\n\n".join(line for one in told for line in blocks(one))
    abstracts = [one for one in every(story, "abstract") if one is not summary_of(story)]
    besides = [*abstracts, *notes, *every(story, "media-caption", *_BELOW)]
    whole = with_other_texts(text, ["\n\n".join(blocks(one)) for one in besides])
    return whole.split("\n\n") if whole else []


_BELOW = ("tagline", "bibliography", "photo.caption")
_LONGEST_SUMMARY = 400


def summary_of(story: Any) -> Any:
    """The abstract in the head of a story in NITF that stands for its deck; None for none."""
    head = first(story, "body.head")
    abstract = first(head, "abstract") if head is not None and first(head, "hl2") is None else None
    if abstract is None or len(every(abstract, "p")) > 1:
        return None
    return abstract if 0 < len(text_of(abstract)) <= _LONGEST_SUMMARY else None


def content_paragraphs(content: Any, *, in_base64: bool, kind: str = "") -> list[str]:
    """The paragraphs of a content of an item, whatever it is in; none where it is no text.

    ``kind`` is its content type, where that is told.
    """
    if in_base64:
        return _decoded("".join(content.itertext()), kind)
    if first(content, "body.content") is not None:
        return story_paragraphs(content)
    body = first(content, "body")
    return blocks(body if body is not None else content)


def _decoded(letters: str, kind: str) -> list[str]:
    """The paragraphs of a content in base64."""
    try:
        data = b64decode(letters)
    except (binascii.Error, ValueError):
        return []
    if _NO_TEXT.match(kind) or not data or is_binary(data[:_HEAD]):
        return []
    text = decode(data)
    if "xml" in kind and _ELEMENT.match(text):
        try:
            return content_paragraphs(parsed(data), in_base64=False)
        except UnreadableFile:
            pass
    if _TAG.search(text):
        text = text_of_fragment(text)
    return [" ".join(line.split()) for line in re.split(r"\n\s*\n", text) if line.strip()]


_NO_TEXT = regex(r"(?:image|audio|video|font)/|application/(?!\w*\+?x?(?:ht)?ml)", re.IGNORECASE)
_ELEMENT = regex(r"\s*<")
_TAG = regex(r"</?[a-zA-Z][^<>]*>")
_HEAD = 8192
