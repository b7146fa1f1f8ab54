"""OpenDocument texts (ODT)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.zip_archive import DAMAGES, open_checked, reason_of
from newsgrep.ingest.formats.exports.text_exports import articles_of
from newsgrep.ingest.formats.xml import local, parsed, text_at
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument

NAMES = (".odt", ".ott")

_KIND = b"application/vnd.oasis.opendocument.text"
_NOTES = frozenset(("note", "annotation"))
_LEFT_OUT = frozenset(("note-citation", "tracked-changes", "sequence-decls", "forms"))
"""Elements with what is none of the text: a note's number, what was deleted."""


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"PK\x03\x04") and (name.endswith(NAMES) or _KIND in head[:200])


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    archive = open_checked(stream)
    try:
        content = parsed(archive.read("content.xml")[: 8 * MAX_DOCUMENT])
    except (KeyError, *DAMAGES) as error:
        raise UnreadableFile(f"not a readable text document: {reason_of(error)}") from None
    text = "\n\n".join(_paragraphs(content))
    claims = tuple(_claims(archive))
    yield from articles_of(text) or [RawDocument(Form.TEXT, text, claims)]


def _paragraphs(content: Any) -> Iterator[str]:
    """The paragraphs of a document, those of boxes below theirs; of notes and comments last."""
    notes: list[Any] = []
    yield from _blocks(content, notes)
    for note in notes:
        yield from _blocks(note, notes=[])


def _blocks(element: Any, notes: list[Any]) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name in ("p", "h"):
            boxes: list[Any] = []
            line = "".join(_pieces(child, boxes, notes)).strip()
            if line:
                yield line
            for box in boxes:
                yield from _blocks(box, notes)
        elif name and name not in _LEFT_OUT:
            yield from _blocks(child, notes)


def _pieces(element: Any, boxes: list[Any], notes: list[Any]) -> Iterator[str]:
    """Text with tabs, spaces and line breaks, which are elements of their own."""
    yield element.text or ""
    for child in element:
        match local(child):
            case "s" | "tab":
                yield " "
            case "line-break":
                yield "\n"
            case "text-box":
                boxes.append(child)
            case name if name in _NOTES:
                notes.append(child)
            case name if name and name not in _LEFT_OUT:
                yield from _pieces(child, boxes, notes)
        yield child.tail or ""


def _claims(archive: Any) -> Iterator[Claim]:
    try:
        meta = parsed(archive.read("meta.xml")[:MAX_DOCUMENT])
    except (KeyError, UnreadableFile, *DAMAGES):
        return
    if len(text_at(meta, "title")) > 8:
        yield Claim("title", text_at(meta, "title"), "document properties", 0.4)
    author = text_at(meta, "initial-creator", "creator")
    if " " in author:
        yield Claim("authors", author, "document properties", 0.3)
