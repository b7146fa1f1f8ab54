"""Plain text: one article a file, or a bulk export of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import BinaryIO

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.formats.data.csv_table import rows_in_bars
from newsgrep.ingest.formats.data.python_values import with_lists_as_paragraphs
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import decode, is_binary, read_up_to
from newsgrep.ingest.formats.exports.text_exports import articles_of, not_told_apart
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

NAMES = (".txt", ".text")

MAX_EXPORT = 64_000_000
"""Bytes of a bulk export, which is read whole."""


_FEWEST = 3
_PARAGRAPH = regex(r"\s*<(p|h[1-6])>.*</\1>\s*")


def matches(head: bytes, name: str) -> bool:
    return not is_binary(head)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    text = decode(read_up_to(stream, MAX_EXPORT + 1))
    if _is_of_addresses(text):
        raise NotArticles("a list of addresses, without their texts")
    if "&" in text and _TAG.search(text) is None:
        text = _REFERENCE.sub(lambda match: unescape(match[0]), text)
    if _is_of_page(text):
        text = text_of_fragment(text)
    elif _is_of_paragraphs(text):
        text = text_of_fragment(_LONE_TAG.sub("", text, 1))
    if (rows := rows_in_bars(text)) is not None:
        yield from rows
        return
    text = with_lists_as_paragraphs(text)
    several = articles_of(text)
    if several is not None:
        yield from several
        return
    if len(text) > MAX_DOCUMENT:
        raise UnreadableFile(f"one article of more than {MAX_DOCUMENT // 1_000_000} MB")
    yield RawDocument(Form.TEXT, _BREAK.sub("\n", text) if "<br" in text else text)
    note = not_told_apart(text)
    if note is not None:
        yield note


_TAG = regex(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|&lt;")
_REFERENCE = regex(
    r"&(?:amp|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|#(?:3[2-9]|1[6-9]\d|[2-9]\d\d|\d{4,5})"
    r"|[A-Za-z](?:acute|grave|uml|circ|cedil|tilde|ring)|szlig);"
)
"""What a program leaves of the markup that a text was in; where there are tags it may be code."""
_BREAK = regex(r"<br\s*/?>")
"""What a program leaves in a text of the page that it was on."""


def _is_of_addresses(text: str) -> bool:
    """Whether a text has an address a line, and nothing else."""
    if not text.lstrip("\ufeff \t\r\n").startswith(("http://", "https://")):
        return False
    lines = text.removeprefix("\ufeff").split("\n")
    told = [line.strip() for line in lines if line.strip()]
    return len(told) >= _FEWEST and all(
        one.startswith(("http://", "https://")) and len(one.split()) == 1 for one in told
    )


def _is_of_paragraphs(text: str) -> bool:
    """Whether most lines of a text are in markup, a paragraph or an item each: ``<p>…</p>``."""
    if not text.lstrip("\ufeff \t\r\n").startswith("<") or "</" not in text:
        return False
    lines = [line for line in text.removeprefix("\ufeff").split("\n") if line.strip()]
    marked = sum(_IN_MARKUP.match(line) is not None for line in lines)
    whole = sum(map(bool, map(_PARAGRAPH.fullmatch, lines)))
    return whole > 0 and (whole == len(lines) or (whole > 1 and marked >= _MARKED * len(lines)))


def _is_of_page(text: str) -> bool:
    """Whether a text is a piece of a page: it opens with a heading in markup, and is styled."""
    return _HEADED.match(text) is not None and "<style" in text and "</p>" in text.casefold()


_HEADED = regex(r"\s*<(h[1-6])>[^<>]*</\1>", re.IGNORECASE)
_MARKED = 0.8
_IN_MARKUP = regex(r"\s*</?(?:p|h[1-6]|ul|ol|li|div|blockquote|br|hr|table|t[rdh]|figure|img|b)\b")
_LONE_TAG = regex(r"\s*<(?!p>|h[1-6]>)\w{2,20}>\s*\n")
"""What a program calls the text, above it: ``<english>``."""
