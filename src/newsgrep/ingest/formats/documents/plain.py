"""Plain text: one article a file, or a bulk export of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode, is_binary, read_up_to
from newsgrep.ingest.formats.exports.text_exports import articles_of, not_told_apart
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Form, RawDocument, Unreadable

NAMES = (".txt", ".text")

MAX_EXPORT = 64_000_000
"""Bytes of a bulk export, which is read whole."""


def matches(head: bytes, name: str) -> bool:
    return not is_binary(head)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    text = decode(read_up_to(stream, MAX_EXPORT + 1))
    several = articles_of(text)
    if several is not None:
        yield from several
        return
    if len(text) > MAX_DOCUMENT:
        raise UnreadableFile(f"one article of more than {MAX_DOCUMENT // 1_000_000} MB")
    yield RawDocument(Form.TEXT, text)
    note = not_told_apart(text)
    if note is not None:
        yield note
