"""Factiva exports as web pages: an ``article`` a ``div``, coded or laid out to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.exports.export_page import root_of
from newsgrep.ingest.formats.exports.factiva import CODES, document_of
from newsgrep.ingest.formats.exports.factiva_languages import language_name
from newsgrep.ingest.formats.xml import text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

NAMES = ()

_IS_ARTICLE = "contains(concat(' ', normalize-space(@class), ' '), ' article ')"
_WORDS = regex(r"[\d.,\s]*\d\s*[^\W\d_]{1,12}")
_DOCUMENT = regex(r"\S+ [A-Z]{3,6}\d{10,}\w+$")
_MARK = regex(
    rb"<div[^>]{1,200}class=[\"']article\s+\w*Article[\"']|(?<![a-z])factiva(?![a-z])",
    re.IGNORECASE,
)
"""Its own classes, or its name: others have a class "article", and scripts that "activate"."""


def matches(head: bytes, name: str) -> bool:
    if not name.endswith((".html", ".htm")) and b"<html" not in head.lower():
        return False
    return b"activa" in head.lower() and _MARK.search(head) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = root_of(stream)
    # Some saves have the article in a division of the same class.
    articles = [
        division
        for division in root.xpath(f"//div[{_IS_ARTICLE}]")
        if not division.xpath(f".//div[{_IS_ARTICLE}]")
    ]
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
    """Section; headline; author, words, date, time, source, code, language; then paragraphs.

    Each is a division without a label: what it is its place tells, in every language.
    """
    claims: list[Claim] = []
    lines: list[tuple[str, bool]] = []
    for division in article.xpath("./div"):
        headline = division.xpath(".//*[contains(@class, 'eadline')]")
        if headline:
            title = re.sub(r"^\d+\)\s*", "", text_of(headline[0]))
            claims.append(Claim("title", title, "Factiva headline", 0.95))
            if lines:
                claims.append(Claim("section", lines[0][0], "Factiva section", 0.85))
            lines = []
        elif text_of(division):
            lines.append((text_of(division), "author" in (division.get("class") or "")))
    claims += _facts(lines)
    paragraphs = article.xpath(".//p[contains(@class, 'rticleParagraph')]") or article.xpath(".//p")
    texts = [line for line in map(text_of, paragraphs) if line and not _DOCUMENT.fullmatch(line)]
    return RawDocument(Form.PROSE, "\n\n".join(texts), tuple(claims), number, part)


def _facts(lines: list[tuple[str, bool]]) -> Iterator[Claim]:
    counted = dated = sourced = False
    moment = ""
    for at, (line, is_author) in enumerate(lines):
        found = next(find_dates(line), None) if len(line) < 40 else None
        if is_author:
            yield Claim("authors", line, "Factiva author", 0.93)
        elif found is not None and not dated:
            following = lines[at + 1][0] if at + 1 < len(lines) else ""
            moment = following if re.fullmatch(r"\d\d:\d\d", following) else ""
            timed = next(find_dates(f"{line} {moment}"), found) if moment else found
            yield date_claim(timed, "Factiva date", 0.95)
            dated = True
        elif not dated and _WORDS.fullmatch(line):
            counted = True
        elif not dated and not counted:
            yield Claim("authors", line, "Factiva byline", 0.85)
        elif dated and not sourced and line != moment:
            yield Claim("source", line, "Factiva source", 0.93)
            sourced = True
        elif sourced and language_name(line):
            yield Claim("language", language_name(line), "Factiva language", 0.9)
