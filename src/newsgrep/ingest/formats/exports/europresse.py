"""Europresse exports: an ``article`` element an article, in a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.ingest.formats.exports.export_page import root_of
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.formats.xml import text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

NAMES = ()

_MARKS = (b"titreArticle", b"DocPublicationName", b"docOcurrContainer")


def matches(head: bytes, name: str) -> bool:
    return any(mark in head for mark in _MARKS)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = root_of(stream)
    articles = root.xpath("//article")
    older = [] if articles else root.xpath("//*[contains(@class, 'DocPublicationName')]")
    for number, mark in enumerate(older, start=1):
        yield _older(mark, number)
    for number, article in enumerate(articles or ([] if older else [root]), start=1):
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
    if not any(claim.field == "authors" for claim in claims) and (name := _below_title(article)):
        claims.append(Claim("authors", name, "Europresse line below the headline", 0.8))
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
    if len(bodies) > 1:
        text = with_other_texts(text, map(text_of, bodies[1:]))
    return RawDocument(Form.PROSE, text, tuple(claims), number, f"article {number}")


def _below_title(article: Any) -> str:
    """The names in the element without a class that follows the headline in its header."""
    for title in article.xpath(".//header//*[@class='titreArticle']"):
        below = title.getnext()
        if below is not None and below.tag == "div" and not below.get("class"):
            name = text_of(below)
            return name if 0 < len(name) <= _LONGEST_NAMES else ""
    return ""


_LONGEST_NAMES = 120
_ENDS = regex(r"^(?:©|\(c\)|copyright\b|num[eé]ro de document|document number)", re.I)
_NAME = regex(r"[A-ZÀ-Ý][\w.’'-]*(?: [A-ZÀ-Ý][\w.’'-]*| d[eu]){1,4}")


def _older(mark: Any, number: int) -> RawDocument:
    """An article of the older layout: spans in a cell of a table, breaks between its lines."""
    cell = next((above for above in mark.iterancestors("td", "div", "body")), mark.getparent())
    source = re.split(r",\s*(?:n[o°]|no\.)", text_of(mark))[0]
    claims = [Claim("source", source, "Europresse DocPublicationName", 0.95)]
    header = " ".join(text_of(e) for e in cell.xpath(".//*[contains(@class, 'DocHeader')]"))
    found = next(find_dates(header), None)
    if found is not None:
        claims.append(date_claim(found, "Europresse DocHeader", 0.95))
        section = re.sub(r"[\s,]*(?:\w+di|dimanche)?[\s,]*$", "", header[: found.start])
        if section:
            claims.append(Claim("section", section.split(",")[0], "Europresse DocHeader", 0.7))
    titles = cell.xpath(".//*[contains(@class, 'itreArticle')]")
    if titles:
        claims.append(Claim("title", text_of(titles[0]), "Europresse TitreArticle", 0.95))
    lines = list(_lines_behind(titles[0] if titles else mark))
    end = next((n for n, line in enumerate(lines) if _ENDS.match(line)), len(lines))
    lines = lines[:end]
    if len(lines) > 1 and _NAME.fullmatch(lines[0]):
        claims.append(Claim("authors", lines[0], "Europresse line below the headline", 0.8))
        lines = lines[1:]
    return RawDocument(Form.PROSE, "\n\n".join(lines), tuple(claims), number, f"article {number}")


def _lines_behind(element: Any) -> Iterator[str]:
    """The lines that follow an element among its siblings."""
    line = element.tail or ""
    for sibling in element.itersiblings():
        if sibling.tag in ("br", "p", "div", "table"):
            if line.strip():
                yield " ".join(line.split())
            line = ""
            if sibling.tag in ("table",):
                return
        line += "".join(sibling.itertext()) if isinstance(sibling.tag, str) else ""
        line += sibling.tail or ""
    if line.strip():
        yield " ".join(line.split())
