"""Pages of NewsBank with what a search found: headline, day, paper, author, and how each begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.exports.export_page import root_of
from newsgrep.ingest.formats.xml import text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

MARK = regex(rb"class=[\"']search-hits__hit[ \"']")
"""What such a page has, and no other."""

_HITS = "//article[contains(concat(' ', @class, ' '), ' search-hits__hit ')]"
_META = (("date", "display-date"), ("source", "source"), ("authors", "author"))
_PREVIEWS = ("search-hit-preview-extended__body", "preview-first-paragraph", "preview-dynamic")


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """What a page lists. Raises :class:`UnreadableFile`."""
    hits = root_of(stream).xpath(_HITS)
    if not hits:
        raise UnreadableFile("no articles in this page of NewsBank")
    for number, hit in enumerate(hits, start=1):
        claims = tuple(_claims(hit))
        text = next(filter(None, (_text_in(hit, preview) for preview in _PREVIEWS)), "")
        yield RawDocument(Form.PROSE, text, claims, number, f"article {number}")


def _claims(hit: Any) -> Iterator[Claim]:
    for hidden in hit.xpath(".//*[contains(@class, 'element-invisible')]"):
        hidden.drop_tree()  # "Go to the document viewer for"
    if title := _text_in(hit, "search-hits__hit__title"):
        yield Claim("title", title, "NewsBank's headline", 0.95)
    for field, mark in _META:
        if value := _text_in(hit, f"meta__item--{mark}"):
            yield Claim(field, value, f"NewsBank's {mark}", 0.93)


def _text_in(hit: Any, mark: str) -> str:
    found = hit.xpath(f".//*[contains(@class, '{mark}')]")
    return text_of(found[0]) if found else ""
