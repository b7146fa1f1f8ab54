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
_NOTES = frozenset(("note", "annotation", "tracked-changes", "sequence-decls", "forms"))


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
    for element in content.iter():
        if local(element) in ("p", "h") and not any(
            local(above) in _NOTES for above in element.iterancestors()
        ):
            line = "".join(_pieces(element)).strip()
            if line:
                yield line


def _pieces(element: Any) -> Iterator[str]:
    """Text with tabs, spaces and line breaks, which are elements of their own."""
    yield element.text or ""
    for child in element:
        match local(child):
            case "s" | "tab":
                yield " "
            case "line-break":
                yield "\n"
            case name if name not in _NOTES:
                yield from _pieces(child)
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
