"""Research collections of news in SGML and XML, as their makers publish their formats.

Reuters-21578 (David Lewis), RCV1 (Reuters, NIST), TREC disks, AQUAINT and Gigaword (``DOC``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.formats.exports.sgml_parts import (
    Part,
    all_within,
    line_of,
    parts_of,
    prose_of,
    within,
)
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.formats.xml import BREAKS_OFF, every, first, must_end, parsed, text_at, text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".sgm", ".sgml")
OPENS = b"<"

MAX_COLLECTION = 64_000_000
_NESTED = regex(r"<DOCNO>(\s*[^<>]{1,60})(<TEXT>.*?)</DOCNO>", re.S | re.I)
_RCV1 = regex(rb"<newsitem\b[^>]*\bitemid=")
_OPENS_DOC = regex(rb"\s*(?:<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<DOC(?:\s[^>]*)?>\s*<", re.I)
_NAMED = regex(r"[A-Z]{3}_[A-Z]{3}_(\d{8})\.")
_TREC = regex(r"\s*(LA|AP|WSJ)(\d\d)(\d\d)(\d\d)-")
_NUMBERED = regex(r"\s*(\d{2})(\d{2})(\d{2})\s*")
_AGENCIES = {
    "APW": "Associated Press", "AFP": "AFP", "NYT": "The New York Times", "XIN": "Xinhua",
    "LTW": "Los Angeles Times-Washington Post", "CNA": "Central News Agency of Taiwan",
}  # fmt: skip
_PAPERS = {
    "LA": "Los Angeles Times", "AP": "Associated Press", "WSJ": "The Wall Street Journal",
}  # fmt: skip


def matches(head: bytes, name: str) -> bool:
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    if b"<REUTERS " in head or _RCV1.search(head) is not None:
        return True
    return _OPENS_DOC.match(head.lstrip(b"\xef\xbb\xbf")) is not None and (
        re.search(rb"<(?:DOCNO|DOCID|HEADLINE|TEXT|HEAD|HL)>", head, re.I) is not None
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    data = read_document(stream, MAX_COLLECTION, "a collection")
    if _RCV1.search(data[:8192]) is not None:
        yield from _rcv1(data)
        return
    text = decode(data)
    if "<REUTERS " in text[:8192]:
        parts, reader = parts_of(text, "REUTERS"), _reuters
    elif len(_NESTED.findall(text[:8192])) > 1:
        # All of a collection is in one DOC, each around its own text.
        parts, reader = _nested(text), _doc
    else:
        parts, reader = parts_of(text, "DOC"), _doc
    is_whole = True
    for number, part in enumerate(parts, start=1):
        claims, body = reader(part.attributes, part.markup)
        yield RawDocument(Form.PROSE, body, tuple(claims), number, part.place)
        is_whole = part.is_whole
    if not is_whole:
        raise UnreadableFile(BREAKS_OFF)


def _nested(text: str) -> Iterator[Part]:
    for match in _NESTED.finditer(text):
        yield Part(match[1], match[2], f"characters {match.start()}-{match.end()}")


def _reuters(attributes: str, markup: str) -> tuple[list[Claim], str]:
    """An article of Reuters-21578."""
    markup = re.sub(r"&#\d;|[\x02\x03]", "", markup)
    text = within(markup, "TEXT")
    claims = [Claim("source", "Reuters", "Reuters-21578", 0.8)]
    for field, name, confidence in (
        ("title", "TITLE", 0.95), ("authors", "AUTHOR", 0.9), ("date", "DATE", 0.95),
    ):  # fmt: skip
        value = line_of(within(text if field != "date" else markup, name))
        if value:
            claims.append(Claim(field, value, f"Reuters-21578 {name}", confidence))
    dateline = line_of(within(text, "DATELINE"))
    if dateline:
        claims.append(Claim("place", dateline, "Reuters-21578 DATELINE", 0.9))
    for field, name in (("tags", "TOPICS"), ("places", "PLACES"), ("people", "PEOPLE"),
                        ("organizations", "ORGS")):  # fmt: skip
        for member in re.findall(r"<D>(.*?)</D>", within(markup, name)):
            claims.append(Claim(field, line_of(member), f"Reuters-21578 {name}", 0.9))
    if "<BODY>" in text:
        body = within(text, "BODY")
    else:
        # Unprocessed ones have their text beside their tags.
        body = re.sub(r"<(TITLE|AUTHOR|DATELINE)\b.*?</\1>", "", text, flags=re.S)
    return claims, prose_of(re.sub(r"\n\s*Reuter\s*$", "", body, flags=re.I))


def _doc(attributes: str, markup: str) -> tuple[list[Claim], str]:
    """A document of the TREC disks, AQUAINT or Gigaword."""
    number = line_of(within(markup, "DOCNO", "DOCID")) or attributes
    claims: list[Claim] = []
    for field, names, confidence in (
        ("title", ("HEADLINE", "HEAD", "HL", "TITLE", "HT"), 0.95),
        ("authors", ("BYLINE", "AUTHOR"), 0.9),
        ("source", ("PUB", "SOURCE", "SO"), 0.9),
        ("section", ("SECTION",), 0.8),
    ):
        value = line_of(within(markup, *names))
        if value:
            claims.append(Claim(field, value, f"TREC {names[0]}", confidence))
    dateline = re.sub(r"\s*\([A-Z]{2,8}\)\s*$", "", line_of(within(markup, "DATELINE")))
    if dateline:
        claims.append(Claim("place", dateline, "TREC DATELINE", 0.85))
    day = line_of(within(markup, "DATE_TIME", "DATETIME", "DATE", "DD"))
    numbered = _NUMBERED.fullmatch(day)
    if numbered is not None:
        day = f"19{numbered[1]}-{numbered[2]}-{numbered[3]}"
    named = _NAMED.search(number)
    listed = _TREC.match(number)
    dated = named[1] if named is not None else ""
    if listed is not None:
        one, two, three = listed.group(2, 3, 4)
        dated = f"19{three}-{one}-{two}" if listed[1] == "LA" else f"19{one}-{two}-{three}"
        claims.append(Claim("source", _PAPERS[listed[1]], "TREC DOCNO", 0.85))
    if day or dated:
        value = day or dated
        claims.append(Claim("date", value, "TREC DATE" if day else "TREC DOCNO", 0.9))
    agency = re.search(r"\b([A-Z]{3})_[A-Z]{3}_\d{8}", number)
    if agency is not None and agency[1] in _AGENCIES:
        claims.append(Claim("source", _AGENCIES[agency[1]], "TREC DOCNO", 0.85))
    heads = [line_of(head) for head in all_within(markup, "HEAD")[1:]]
    if any(heads):
        claims.append(Claim("deck", " ".join(filter(None, heads)), "TREC HEAD", 0.7))
    texts = [within(markup, "LP"), *all_within(markup, "TEXT"), within(markup, "CORRECTION")]
    text = "\n\n".join(filter(None, map(prose_of, texts)))
    besides = (part for name in _BESIDES for part in all_within(markup, name))
    return claims, with_other_texts(text, map(prose_of, besides))


_BESIDES = ("NOTE", "UNK", "GRAPHIC", "ABSTRACT", "CAPTION")
"""What stands beside the text of a document: notes for editors, captions, lines out of place."""


def _rcv1(data: bytes) -> Iterator[RawDocument]:
    """The news items of a file of RCV1, which has one each."""
    root = parsed(data)
    items = [root] if root.tag == "newsitem" else every(root, "newsitem")
    for number, item in enumerate(items, start=1):
        claims = [Claim("source", "Reuters", "RCV1", 0.6)]
        for field, name, confidence in (
            ("title", "headline", 0.95), ("title", "title", 0.7), ("authors", "byline", 0.92),
        ):  # fmt: skip
            if text_at(item, name):
                claims.append(Claim(field, text_at(item, name), f"RCV1 {name}", confidence))
        place = re.sub(r"\s*\d{4}-\d\d-\d\d\s*$", "", text_at(item, "dateline"))
        if place:
            claims.append(Claim("place", place, "RCV1 dateline", 0.9))
        if item.get("date"):
            claims.append(Claim("date", item.get("date"), "RCV1 date", 0.95))
        for element in every(item, "dc"):
            if element.get("element") == "dc.publisher":
                claims.append(Claim("source", element.get("value"), "RCV1 publisher", 0.85))
        for key, value in item.attrib.items():
            if key.endswith("lang"):
                claims.append(Claim("language", value, "RCV1 lang", 0.9))
        text = first(item, "text")
        body = "\n\n".join(map(text_of, every(text, "p"))) if text is not None else ""
        yield RawDocument(Form.PROSE, body, tuple(claims), number if item is not root else 0)
    must_end(data, root)
