"""Result pages of three archives: Kikuzo (Asahi), Yomidasu (Yomiuri) and Integrum.

Kikuzo has a table of date, edition, section, page and length above each text; Yomidasu one of
date, headline, edition, section, page and length; Integrum a list of fields by two Russian letters
(``^ИС`` source, ``^РБ`` section, ``^ДТ`` date, ``^АВ`` author, ``^ЗГ`` headline) and a ``pre``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.exports.export_page import root_of
from newsgrep.ingest.formats.xml import text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()

_DATE = regex(r"(\d{4})\s*[年.]\s*(\d{1,2})\s*[月.]\s*(\d{1,2})")
_FIELDS = {"ИС": "source", "РБ": "section", "ДТ": "date", "АВ": "authors", "ЗГ": "title"}
_KIKUZO_CELLS = 6


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = root_of(stream)
    number = 0
    for claims, text in (*_kikuzo(root), *_yomidasu(root), *_integrum(root)):
        number += 1
        yield RawDocument(Form.PROSE, text, tuple(claims), number, f"article {number}")
    if not number:
        raise UnreadableFile("no articles in this page of an archive")


_Found = tuple[list[Claim], str]


def _claim(field: str, value: str) -> Claim:
    return Claim(field, value, "archive's table", 0.93)


def _japanese(title: str, date: str, section: str, source: str) -> list[Claim]:
    day = _DATE.search(date)
    claims = [_claim("source", source), _claim("language", "ja")]
    if day is not None:
        claims.append(_claim("date", f"{day[1]}-{int(day[2]):02d}-{int(day[3]):02d}"))
    claims += [_claim(field, value) for field, value in (("title", title), ("section", section))
               if value]  # fmt: skip
    return claims


def _kikuzo(root: Any) -> Iterator[_Found]:
    cells: list[str] = []
    title = ""
    for element in root.iter("td", "span", "div"):
        marks = element.get("class") or ""
        if element.tag == "td" and marks == "topic-list":
            cells.append(text_of(element))
        elif element.tag == "span" and marks == "font002":
            title = text_of(element)
        elif marks == "detail001" and len(cells) >= _KIKUZO_CELLS:
            _, date, _, section, _, _ = cells[-_KIKUZO_CELLS:]
            yield _japanese(title, date, section, "朝日新聞"), _paragraphs(element)
            title = ""


def _yomidasu(root: Any) -> Iterator[_Found]:
    head: list[str] = []
    text: list[str] = []
    for element in root.iter("table", "p"):
        marks = element.get("class") or ""
        if element.tag == "table" and marks == "contentsTable":
            if len(head) >= 5:
                yield _japanese(head[2], head[1], head[4], "読売新聞"), "\n\n".join(text)
            head, text = [text_of(cell) for cell in element.iter("th")], []
        elif element.tag == "p" and marks == "mb10" and head:
            text.append(_paragraphs(element))
    if len(head) >= 5:
        yield _japanese(head[2], head[1], head[4], "読売新聞"), "\n\n".join(text)


def _integrum(root: Any) -> Iterator[_Found]:
    claims: list[Claim] = []
    for element in root.iter("td", "pre"):
        if element.tag == "td":
            found = [_claim(field, value) for field, value in _fields(element)]
            claims = found or claims
        elif claims:
            yield claims, _wrapped(element.text_content())
            claims = []


def _fields(cell: Any) -> Iterator[tuple[str, str]]:
    for piece in cell.text_content().split("^")[1:]:
        code, _, value = piece.partition(":")
        field = _FIELDS.get(code.strip())
        if field and value.strip():
            yield field, " ".join(value.split())


def _paragraphs(element: Any) -> str:
    """The text of an element whose paragraphs ``<br>`` and an ideographic space part."""
    from lxml import etree

    return text_of_fragment(etree.tostring(element, encoding="unicode", with_tail=False))


def _wrapped(text: str) -> str:
    """Lines of a fixed width as paragraphs: each begins with blanks."""
    paragraphs = re.split(r"\n(?=[ \t]{2,}\S)|\n\s*\n", text)
    return "\n\n".join(joined for p in paragraphs if (joined := " ".join(p.split())))
