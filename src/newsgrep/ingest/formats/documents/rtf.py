"""RTF: an article, or an export of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.exports.text_exports import articles_of
from newsgrep.ingest.raw_document import Form, RawDocument

NAMES = (".rtf",)

MAX_RTF = 64_000_000


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"{\\rtf")


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    from striprtf.striprtf import rtf_to_text

    data = read_document(stream, MAX_RTF, "RTF")
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise UnreadableFile(f"not readable RTF: {error}") from None
    yield from articles_of(text) or [RawDocument(Form.TEXT, text)]
