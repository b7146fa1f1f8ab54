"""EndNote's XML: what libraries and databases export for reference managers, a record an article.

Every value may stand in ``style`` elements; the day of a newspaper stands without its year in
``pub-dates``, the year beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.ingest.formats.xml import elements, every, first, opens_with, text_at, text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex
from newsgrep.text.normal_dates import normal_date

NAMES = ()
OPENS = b"<"

_ROOT = regex(rb"<records>\s*<record>[\s\S]{0,4000}?<ref-type\b")
_FIELDS = (
    ("title", ("title",), 0.95),
    ("source", ("secondary-title",), 0.95),
    ("source", ("full-title",), 0.9),
    ("source", ("publisher",), 0.5),
    ("language", ("language",), 0.9),
    ("section", ("section",), 0.6),
)
_TEXTS = ("abstract", "notes", "research-notes")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
_LINES = re.compile(r"[\r\n\u2028]+")


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    for number, record in enumerate(elements(stream, "record"), start=1):
        claims = tuple(_claims(record))
        yield RawDocument(Form.PROSE, _text(record), claims, number, f"reference {number}")


def _claims(record: Any) -> Iterator[Claim]:
    for field, names, confidence in _FIELDS:
        if value := text_at(record, *names):
            yield Claim(field, value, f"EndNote {names[0]}", confidence)
    authors = first(record, "authors")
    for author in every(authors, "author") if authors is not None else ():
        if value := text_of(author):
            yield Claim("authors", value, "EndNote author", 0.93)
    if day := _day(record):
        yield Claim("date", day, "EndNote dates", 0.95)
    if address := text_at(record, "url"):
        yield Claim("url", address, "EndNote url", 0.9)
    for keyword in every(record, "keyword"):
        if value := text_of(keyword):
            yield Claim("tags", value, "EndNote keyword", 0.85)


def _day(record: Any) -> str:
    """The day of publication: in ``date``, with the year that it may lack, or the year alone."""
    dates = first(record, "dates")
    if dates is None:
        return ""
    day, year = text_at(dates, "date"), text_at(dates, "year")
    whole = day if _YEAR.search(day) else f"{day} {year}".strip()
    return next((text for text in (whole, day, year) if text and normal_date(text)), "")


def _text(record: Any) -> str:
    """The abstract, or the whole text that databases give there or in the notes."""
    kept: list[str] = []
    for name in _TEXTS:
        element = first(record, name)
        lines = _LINES.split("".join(element.itertext())) if element is not None else []
        text = "\n\n".join(line.strip() for line in lines if line.strip())
        if text and not any(text in other for other in kept):
            kept.append(text)
    return "\n\n".join(kept)
