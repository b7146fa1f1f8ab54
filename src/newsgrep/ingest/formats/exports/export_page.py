"""Exports that are one large web page: read whole, as a tree."""

from __future__ import annotations

from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.markup import page_root
from newsgrep.ingest.formats.encoding import charset_of, decode, read_document

MAX_PAGE = 64_000_000


def root_of(stream: BinaryIO) -> Any:
    """The root element of a page. Raises :class:`UnreadableFile`."""
    from lxml.etree import LxmlError

    data = read_document(stream, MAX_PAGE, "a page")
    try:
        return page_root(decode(data, charset_of(data)))
    except (LxmlError, ValueError) as error:
        raise UnreadableFile(f"not a readable page: {error}") from None
