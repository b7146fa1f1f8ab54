"""Exports that are one large web page: read whole, as a tree."""

from __future__ import annotations

import re
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.sources.encoding import decode
from newsgrep.sources.page import charset_of

MAX_PAGE = 64_000_000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def root_of(stream: BinaryIO) -> Any:
    """The root element of a page. Raises :class:`UnreadableFile`."""
    from lxml import html
    from lxml.etree import LxmlError

    data = stream.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        raise UnreadableFile(f"a page of more than {MAX_PAGE // 1_000_000} MB")
    try:
        return html.document_fromstring(_DECLARATION.sub("", decode(data, charset_of(data))))
    except (LxmlError, ValueError) as error:
        raise UnreadableFile(f"not a readable page: {error}") from None
