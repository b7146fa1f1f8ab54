"""ALTO: the text of scanned newspaper pages (Library of Congress, versions 1 to 4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.xml import every, local, opens_with, parsed
from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()

MAX_PAGE = 64_000_000
_ROOT = regex(rb"<(?:\w+:)?alto[\s>]")


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = parsed(read_document(stream, MAX_PAGE, "a page"))
    blocks = [block for block in map(_block, every(root, "TextBlock")) if block]
    if not blocks:
        raise UnreadableFile("a scanned page without text")
    yield RawDocument(Form.TEXT, "\n\n".join(blocks))


def _block(block: Any) -> str:
    """The lines of a block as running text; words that a hyphen parts are put together.

    Lines in capitals above others are a headline.
    """
    text = last = ""
    for line in every(block, "TextLine"):
        words = "".join(_pieces(line)).strip()
        if words:
            headed = last.isupper() and not words.isupper()
            text += ("\n\n" if headed else " " if text else "") + words
            last = words
    return text


def _pieces(line: Any) -> Iterator[str]:
    for element in line:
        name = local(element)
        if name == "SP":
            yield " "
        elif name == "String":
            kind = element.get("SUBS_TYPE")
            if kind == "HypPart2":
                continue  # the first part gave the whole
            whole = element.get("SUBS_CONTENT") if kind == "HypPart1" else None
            yield whole or element.get("CONTENT") or ""
