"""LexisNexis exports as web pages: the lines of the text export, centred by style sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.exports import nexis
from newsgrep.ingest.formats.exports.export_page import root_of
from newsgrep.ingest.formats.xml import text_of
from newsgrep.ingest.raw_document import RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"<"

_MARK = regex(rb"LXNComment|<DOCFULL>|DOC_ID_0_\d|\d+ of \d+ DOCUMENTS?\s*<", re.I)
_WORDS = (b"lxncomment", b"<docfull>", b"doc_id_0_", b" document")
"""One of them is in each of these marks."""
_CENTRED = regex(r"\.(\w+)\s*\{[^}]*text-align:\s*center", re.I)
_SPACED = regex(r"\.(\w+)\s*\{[^}]*margin-top:\s*[1-9]", re.I)
_INDENT = " " * 20
_BREAK = "\ue000"
"""A character for private use, for the line breaks of a paragraph."""


def matches(head: bytes, name: str) -> bool:
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    if b"<html" not in head[:2000].lower():
        return False
    small = head.lower()
    return any(word in small for word in _WORDS) and _MARK.search(head) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = root_of(stream)
    styles = "\n".join(style.text_content() for style in root.iter("style"))
    centred = frozenset(name.lower() for name in _CENTRED.findall(styles))
    spaced = frozenset(name.lower() for name in _SPACED.findall(styles))
    for element in [*root.iter("style", "script")]:
        element.drop_tree()
    lines = list(_lines(root, centred, spaced))
    found = False
    for document in nexis.split("\n".join(lines)):
        found = True
        yield document
    if not found:
        raise UnreadableFile("no articles in this LexisNexis page")


def _lines(root: Any, centred: frozenset[str], spaced: frozenset[str]) -> Iterator[str]:
    """The page's paragraphs as lines, blank ones between its divisions."""
    for division in root.iter("div", "p"):
        if division.tag == "p" and any(above.tag == "div" for above in division.iterancestors()):
            continue
        if division.tag == "div" and division.find(".//div") is not None:
            continue
        yield ""
        blocks = list(division.iter("p")) if division.tag == "div" else [division]
        for block in blocks or [division]:
            if (block.get("class") or "").lower() in spaced:
                yield ""
            for part in _broken(block):
                yield (_INDENT if _is_centred(division, block, centred) else "") + part


def _broken(block: Any) -> list[str]:
    """The text of a paragraph, a line to each that a line break ends."""
    for line_break in block.iter("br"):
        line_break.tail = _BREAK + (line_break.tail or "")
    return [" ".join(part.split()) for part in text_of(block).split(_BREAK) if part.strip()] or [""]


def _is_centred(division: Any, block: Any, centred: frozenset[str]) -> bool:
    return any(
        (element.get("class") or "").lower() in centred
        or (element.get("align") or "").lower() == "center"
        for element in (division, block)
    )
