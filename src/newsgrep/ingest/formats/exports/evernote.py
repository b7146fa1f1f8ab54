"""Evernote's exports (ENEX): a note an article, that of a clipped page with its address."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.xml import elements, local, opens_with, text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex
from newsgrep.text.web_address import host_of

NAMES = (".enex",)
OPENS = b"<"

MAX_FILE = 512_000_000
_ROOT = regex(rb"<en-export[\s>]")
_FILES = (b"data", b"alternate-data", b"recognition")
"""What holds pictures and other files, in base64, and what was recognised in them."""
_OWN_TAGS = regex(r"<\?xml[^>]{0,300}\?>|<!DOCTYPE[^>]{0,1000}>|</?en-[a-z]{1,20}\b[^>]{0,4000}>")
_HEADING = regex(r"<h1\b[^>]{0,1000}>(.{1,2000}?)</h1>", re.DOTALL | re.IGNORECASE)
_UNTITLED = regex(r"untitled(?: note)?", re.IGNORECASE)
_NEVER = "19700101"
"""The day of a clock that was never set."""


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    data = read_document(stream, MAX_FILE, "an export of Evernote")
    for held in _FILES:
        data = _without(data, b"<" + held, b"</" + held + b">")
    for number, note in enumerate(elements(io.BytesIO(data), "note"), start=1):
        values = {local(child): child for child in note}
        markup = _markup(values["content"].text or "") if "content" in values else ""
        text = text_of_fragment(markup)
        claims = tuple(_claims(note, values, markup))
        if text or any(claim.field == "title" for claim in claims):
            yield RawDocument(Form.PROSE, text, claims, number, f"note {number}")
        else:
            yield Unreadable(number, "a note without title and text")


def _without(data: bytes, opening: bytes, closing: bytes) -> bytes:
    """``data`` without its elements of a kind that do not nest, as far as they are closed."""
    kept: list[bytes] = []
    at = 0
    while (start := data.find(opening, at)) >= 0:
        end = data.find(closing, start)
        if end < 0:
            break
        kept.append(data[at:start])
        at = end + len(closing)
    return b"".join([*kept, data[at:]]) if at else data


def _markup(enml: str) -> str:
    """A note's markup without what stands for its attachments, and what is encrypted in it."""
    plain = _without(enml.encode(), b"<en-crypt", b"</en-crypt>").decode()
    return _OWN_TAGS.sub("", plain).strip()


def _claims(note: Any, values: dict[str, Any], markup: str) -> Iterator[Claim]:
    """The facts of a note; of a clipped page those of the page.

    A page was published before it was clipped, so what its text or its address says counts
    before the day of the note; and who clipped it is not who wrote it.
    """
    attributes = {local(child): text_of(child) for child in values.get("note-attributes", ())}
    address = attributes.get("source-url", "")
    address = address if _ADDRESS.match(address) else ""
    heading = _HEADING.search(markup)
    for field, value, origin, sure in (
        ("title", text_of(values.get("title")), "title", 0.9),
        ("title", text_of_fragment(heading[1]) if heading else "", "heading", 0.6),
        ("authors", "" if address else attributes.get("author", ""), "author", 0.6),
        ("url", address, "source-url", 0.9),
        ("source", host_of(address), "source-url", 0.6),
        ("date", text_of(values.get("created")), "created", 0.4 if address else 0.6),
        ("modified", text_of(values.get("updated")), "updated", 0.6),
    ):
        if value and not value.startswith(_NEVER) and not _UNTITLED.fullmatch(value):
            yield Claim(field, value, f"Evernote {origin}", sure)
    for child in note:
        if local(child) == "tag" and text_of(child):
            yield Claim("tags", text_of(child), "Evernote tag", 0.8)


_ADDRESS = regex(r"https?://\S+$")
