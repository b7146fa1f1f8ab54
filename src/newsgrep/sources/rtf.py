"""RTF: an article, or an export of many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.raw import Form, RawDocument
from newsgrep.sources.exports import articles_of

NAMES = (".rtf",)

MAX_RTF = 64_000_000


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"{\\rtf")


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    from striprtf.striprtf import rtf_to_text

    data = stream.read(MAX_RTF + 1)
    if len(data) > MAX_RTF:
        raise UnreadableFile(f"RTF of more than {MAX_RTF // 1_000_000} MB")
    try:
        text = rtf_to_text(data.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise UnreadableFile(f"not readable RTF: {error}") from None
    yield from articles_of(text) or [RawDocument(Form.TEXT, text)]
