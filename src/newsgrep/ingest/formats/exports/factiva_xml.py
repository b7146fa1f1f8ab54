"""Factiva's answers in XML: ``PPSResponse`` with an ``article`` an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.ingest.formats.xml import elements, every, opens_with, text_at, text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"<"

_ORIGIN = "Factiva"
_ROOT = regex(rb"<(?:\w+:)?(?:PPSResponse|ppsArticleResponse|ppsarticle)[\s>]")
_FIELDS = (
    ("title", "headline", 0.95),
    ("authors", "byline", 0.93),
    ("source", "sourceName", 0.95),
    ("source", "publisherName", 0.5),
    ("language", "baseLanguage", 0.9),
    ("section", "sectionName", 0.85),
    ("place", "dateline", 0.85),
)
_SEVERAL = (
    ("places", "region"),
    ("tags", "newsSubject"),
    ("organizations", "company"),
    ("people", "person"),
)
_TEXTS = ("leadParagraph", "tailParagraphs", "corrections")


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    for number, article in enumerate(elements(stream, "article"), start=1):
        text = "\n\n".join(
            paragraph for part in every(article, *_TEXTS) for paragraph in _paragraphs(part)
        )
        yield RawDocument(Form.PROSE, text, tuple(_claims(article)), number, f"article {number}")


def _paragraphs(part: Any) -> Iterator[str]:
    paragraphs = every(part, "paragraph")
    if paragraphs:
        yield from filter(None, map(text_of, paragraphs))
        return
    # Without paragraphs, those of a text are indented.
    for piece in re.split(r"\n\s*\n|\n(?=[ \t]{2,})", "".join(part.itertext())):
        if piece.strip():
            yield " ".join(piece.split())


def _claims(article: Any) -> Iterator[Claim]:
    for field, name, confidence in _FIELDS:
        value = text_at(article, name)
        if value:
            yield Claim(field, value, f"{_ORIGIN} {name}", confidence)
    published = next(iter(every(article, "publicationDate")), None)
    if published is not None and text_of(published):
        yield Claim("date", text_at(published, "dateTime", "date") or text_of(published),
                    f"{_ORIGIN} publicationDate", 0.95)  # fmt: skip
    for field, name in _SEVERAL:
        for element in every(article, name):
            value = text_at(element, "name") or text_of(element)
            if value:
                yield Claim(field, value, f"{_ORIGIN} {name}", 0.8)
