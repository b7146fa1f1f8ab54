"""Saved web pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO

from newsgrep.ingest.formats.data.column_values import is_page
from newsgrep.ingest.formats.documents.front_matter import opens_front_matter, split_front_matter
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import charset_of, decode, is_binary, read_document
from newsgrep.ingest.formats.exports import (
    archive_page,
    defacto_page,
    factiva_page,
    newsbank_page,
)
from newsgrep.ingest.formats.exports.digest_page import articles_in_digest
from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".html", ".htm", ".xhtml", ".shtml")

_OPENING = regex(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


_FACTIVA = regex(rb"<div[^>]{0,80}class=[\"']article \w{2}Article[\"']")
_KIKUZO = regex(rb"<div class=[\"']detail001[\"']")
_YOMIDASU = regex(rb"id=[\"']heiseiDetailArea[\"']")
_INTEGRUM = regex(rb"<td[^>]{0,80}>\s{0,40}\^(?:\xc8\xd1|\xd0\x98\xd0\xa1):")
_EXPORTS = (
    (b"Article", _FACTIVA, factiva_page),
    (b"detail001", _KIKUZO, archive_page),
    (b"heiseiDetailArea", _YOMIDASU, archive_page),
    (b"^", _INTEGRUM, archive_page),
    (b"eintrag", defacto_page.MARK, defacto_page),
    (b"search-hits__hit", newsbank_page.MARK, newsbank_page),
)
"""A word that is soon looked for, the mark that it is a part of, and who reads what has it."""


def matches(head: bytes, name: str) -> bool:
    if _OPENING.match(head) is not None:
        return True
    return name.endswith(NAMES) and not is_binary(head)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    data = read_document(stream)
    for word, mark, export in _EXPORTS:
        # Browsers save their pages with long scripts before anything that tells.
        if word in data and mark.search(data) is not None:
            yield from export.read(io.BytesIO(data), name)
            return
    text = decode(data, charset_of(data))
    if opens_front_matter(data):
        yield _with_front_matter(text)
        return
    digest = articles_in_digest(text)
    if digest:
        yield from digest
        return
    pages = _pages(text)
    for number, (start, end) in enumerate(pages, start=1):
        one = len(pages) == 1
        part = "" if one else f"characters {start}-{end}"
        yield RawDocument(Form.PAGE, text[start:end], (), 0 if one else number, part)


def _pages(text: str) -> list[tuple[int, int]]:
    """Where the pages of a file begin and end: one, or several that were saved one after another.

    What a script writes into a page is none of them.
    """
    starts = [0]
    for match in _NEXT.finditer(text) if text.count("</") > 1 else ():
        before = text[starts[-1] : match.start()].lower()
        if before.count("<script") == before.count("</script"):
            starts.append(match.start("page"))
    return list(pairwise([*starts, len(text)]))


_NEXT = regex(
    r"</html\s*>\s*(?:<!--(?:(?!-->).){0,500}-->\s*)*+(?P<page>(?:<!doctype[^>]*>\s*)?<html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
"""The end of a page with another right behind it."""


def _with_front_matter(text: str) -> RawDocument:
    """What a site's generator makes a page of: front matter, and a page or a piece of one."""
    claims, body = split_front_matter(text.replace("\r\n", "\n"))
    if is_page(body):
        return RawDocument(Form.PAGE, body, claims)
    # Within a paragraph the ends of lines are no more than blanks.
    return RawDocument(Form.PROSE, _LINE_END.sub(" ", text_of_fragment(body)), claims)


_LINE_END = regex(r"(?<!\n)\n(?!\n)")
