"""Plain text: one article a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.raw import Form, RawDocument
from newsgrep.sources.encoding import decode, is_binary, read_document

NAMES = (".txt", ".text")


def matches(head: bytes, name: str) -> bool:
    return not is_binary(head)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    yield RawDocument(Form.TEXT, decode(read_document(stream)))
