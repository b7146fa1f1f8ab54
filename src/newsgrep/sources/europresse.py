"""Europresse exports: an ``article`` element an article, in a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.raw import Claim, Form, RawDocument, date_claim
from newsgrep.sources.export_page import root_of
from newsgrep.sources.xml import text_of
from newsgrep.text.dates import find_dates

NAMES = ()

_MARKS = (b"titreArticle", b"DocPublicationName", b"docOcurrContainer")


def matches(head: bytes, name: str) -> bool:
    return any(mark in head for mark in _MARKS)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = root_of(stream)
    articles = root.xpath("//article") or [root]
    for number, article in enumerate(articles, start=1):
        yield _article(article, number)


def _first(article: Any, mark: str) -> str:
    found = article.xpath(f".//*[contains(@class, '{mark}')]")
    return text_of(found[0]) if found else ""


def _article(article: Any, number: int) -> RawDocument:
    claims: list[Claim] = []
    for field, mark, confidence in (
        ("title", "titreArticle", 0.95),
        ("source", "DocPublicationName", 0.95),
        ("authors", "sm-margin-bottomNews", 0.85),
        ("authors", "docAuthors", 0.9),
    ):
        value = _first(article, mark)
        if field == "source":
            value = re.split(r",\s*(?:n[o°]|no\.)", value)[0]
        if value:
            claims.append(Claim(field, value, f"Europresse {mark}", confidence))
    header = _first(article, "DocHeader")
    found = next(find_dates(header), None)
    if found is not None:
        claims.append(date_claim(found, "Europresse DocHeader", 0.95))
    section = header.split(";")[0].split(",")[0].strip()
    if ";" in header and not re.search(r"\d", section):
        claims.append(Claim("section", section, "Europresse DocHeader", 0.7))
    bodies = article.xpath(
        ".//*[contains(@class, 'docOcurrContainer') or contains(@class, 'DocText')]"
    )
    paragraphs = [text_of(p) for p in (bodies[0].iter("p") if bodies else article.iter("p"))]
    text = "\n\n".join(p for p in paragraphs if p) or (text_of(bodies[0]) if bodies else "")
    return RawDocument(Form.PROSE, text, tuple(claims), number, f"article {number}")
