"""Parts of SGML that is read by its tags, as collections of news are: it is not well-formed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from newsgrep.ingest.formats.xml_mending import ends_missing
from newsgrep.text.lazy_regex import regex

_PARAGRAPH = regex(r"</?(?:P|p|para|F\d*)(?:\s[^>]*)?>")
_ROW_END = regex(r"</TABLEROW>", re.IGNORECASE)
_CELL_END = regex(r"</TABLECELL>\s*(?=<TABLECELL\b)", re.IGNORECASE)
_TAG = regex(r"<[A-Za-z/!?][^<>]{0,199}>")
_TAG_CUT_OFF = regex(r"<(?:[A-Za-z/!?][^<>]{0,199})?\Z")


class Part(NamedTuple):
    """An element of a collection: its attributes, the markup in it, and where it stands."""

    attributes: str
    markup: str
    place: str
    is_whole: bool = True
    """Whether its end is there; without it, it goes as far as the next, or the file."""


def parts_of(text: str, name: str) -> Iterator[Part]:
    """The elements of a ``name`` in capitals or small letters, which do not nest."""
    opened: re.Match[str] | None = None
    for tag in re.finditer(rf"<(/?){name}(?:\s([^>]*))?>", text, re.IGNORECASE):
        if opened is not None:
            yield _part(text, opened, tag.start(), tag.end() if tag[1] else 0)
        opened = None if tag[1] else tag
    if opened is not None and text[opened.end() :].strip():
        yield _part(text, opened, len(text), 0)


def _part(text: str, opened: re.Match[str], end: int, closed: int) -> Part:
    markup = text[opened.end() : end]
    if not closed:
        markup = _TAG_CUT_OFF.sub("", markup)
        markup += ends_missing(markup)
    place = f"characters {opened.start()}-{closed or end}"
    return Part(opened[2] or "", markup, place, bool(closed))


def within(markup: str, *names: str) -> str:
    """The markup in the first element with one of the ``names``, in their order."""
    return next((found for name in names for found in all_within(markup, name)[:1]), "")


def all_within(markup: str, name: str) -> list[str]:
    """The markup in all elements of a name."""
    return re.findall(rf"<{name}(?:\s[^>]*)?>(.*?)</{name}>", markup, re.DOTALL | re.IGNORECASE)


def line_of(markup: str) -> str:
    """The text in markup on one line."""
    return " ".join(unescape(_TAG.sub(" ", markup)).split())


def prose_of(markup: str) -> str:
    """Paragraphs, where they are marked; else lines that are indented open one.

    A row of a table is one, its cells parted by bars.
    """
    if "<TABLEROW" in markup.upper():
        markup = _ROW_END.sub("</P><P>", _CELL_END.sub(" | ", markup))
    if _PARAGRAPH.search(markup):
        pieces = _PARAGRAPH.split(markup)
    else:
        pieces = re.split(r"\n\s*\n|\n(?=[ \t]{2,}\S)", markup)
    return "\n\n".join(line for line in map(line_of, pieces) if line)
