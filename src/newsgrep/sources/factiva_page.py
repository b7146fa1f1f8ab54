"""Factiva exports as web pages: an ``article`` a ``div``, coded or laid out to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.raw import Claim, Form, RawDocument, date_claim
from newsgrep.sources.export_page import root_of
from newsgrep.sources.factiva import CODES, document_of
from newsgrep.sources.xml import text_of
from newsgrep.text.dates import find_dates

NAMES = ()

_SIGNED = re.compile(r"(?:by|por|von|par|di|de notre)\s+[A-ZÀ-Ý]", re.IGNORECASE)
_MARK = re.compile(
    rb"<div[^>]+class=[\"'](?:article\s+\w*Article|article)[\"']|factiva", re.IGNORECASE
)


def matches(head: bytes, name: str) -> bool:
    if not name.endswith((".html", ".htm")) and b"<html" not in head.lower():
        return False
    return b"activa" in head and _MARK.search(head) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = root_of(stream)
    articles = root.xpath("//div[contains(concat(' ', normalize-space(@class), ' '), ' article ')]")
    number = 0
    for article in articles:
        number += 1
        part = f"article {number}"
        coded = _coded(article)
        yield document_of(coded, number, part) if coded else _laid_out(article, number, part)
    if not number:
        raise UnreadableFile("no articles in this Factiva page")


def _coded(article: Any) -> dict[str, list[str]]:
    """Values by code, from rows of two cells."""
    values: dict[str, list[str]] = {}
    for row in article.iter("tr"):
        cells = row.findall("td")
        code = text_of(cells[0]).strip() if len(cells) >= 2 else ""
        if code in CODES:
            paragraphs = [text_of(p) for p in cells[1].iter("p")] or [text_of(cells[1])]
            values.setdefault(code, []).append("\n\n".join(p for p in paragraphs if p))
    return values if "HD" in values else {}


def _laid_out(article: Any, number: int, part: str) -> RawDocument:
    """Headline; author, words, date, time, source, code, language, copyright; then paragraphs."""
    claims: list[Claim] = []
    headline = article.xpath(".//*[contains(@class, 'eadline')]")
    if headline:
        claims.append(Claim("title", text_of(headline[0]), "Factiva headline", 0.95))
    paragraphs = [text_of(p) for p in article.xpath(".//p") if text_of(p)]
    lines = [
        text_of(div)
        for div in article.xpath("./div")
        if not div.xpath(".//*[contains(@class, 'eadline')]")
    ]
    dated = False
    for line in filter(None, lines):
        found = next(find_dates(line), None)
        if _SIGNED.match(line):
            claims.append(Claim("authors", line, "Factiva byline", 0.92))
        elif found is not None and not dated and len(line) < 40:
            claims.append(date_claim(found, "Factiva date", 0.95))
            dated = True
        elif re.fullmatch(r"[\d,.]+ (?:words|mots|palabras|Wörter|parole|palavras)", line):
            continue
        elif (
            dated
            and not any(c.field == "source" for c in claims)
            and not re.fullmatch(r"\d\d:\d\d", line)
        ):
            claims.append(Claim("source", line, "Factiva source", 0.93))
        elif re.fullmatch(r"English|Spanish|French|German|Italian|Portuguese", line):
            claims.append(Claim("language", line, "Factiva language", 0.9))
    return RawDocument(Form.PROSE, "\n\n".join(paragraphs), tuple(claims), number, part)
