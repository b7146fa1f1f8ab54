"""ProQuest's results as a web page or a mail: an anchor before each, labelled paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import charset_of, decode, read_document
from newsgrep.ingest.formats.exports import proquest
from newsgrep.ingest.formats.exports.export_page import MAX_PAGE
from newsgrep.ingest.raw_document import RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"<"

_ANCHOR = regex(r"<a\b[^>]*\bname=[\"']?DocID_[^>]*>", re.I)
_BODIES = regex(r"</?(?:html|head|body|Text)\b[^>]*>|<title>.*?</title>", re.I | re.S)
_HEAD = regex(r"<head\b.*?</head>", re.I | re.S)


def matches(head: bytes, name: str) -> bool:
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    return b"roQuest" in head and (b"DocID_" in head or b"ProQuest document link" in head)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    data = read_document(stream, MAX_PAGE, "a page")
    found = False
    for document in split_page(decode(data, charset_of(data))):
        found = True
        yield document
    if not found:
        raise UnreadableFile("no articles in this ProQuest page")


def is_export(markup: str) -> bool:
    """Whether a page is a list of ProQuest's results."""
    return "roQuest" in markup and _ANCHOR.search(markup) is not None


def split_page(markup: str) -> Iterator[RawDocument]:
    """The articles of a page of results.

    Each has a page of its own within the page; only the paragraphs of them are wanted.
    """
    pieces = _ANCHOR.split(markup)
    pieces = pieces[1:] or pieces
    texts = [text_of_fragment(_BODIES.sub(" ", _HEAD.sub(" ", piece))) for piece in pieces]
    lines = "\n\n".join(f"{'_' * 60}\n\n{text}" for text in texts)
    yield from proquest.split(re.sub(r"[ \t]*\n[ \t]*", "\n", lines))
