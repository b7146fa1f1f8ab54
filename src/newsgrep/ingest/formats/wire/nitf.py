"""NITF, the News Industry Text Format of the IPTC (3.x)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.wire.inline_content import story_paragraphs, summary_of
from newsgrep.ingest.formats.xml import (
    all_parsed,
    every,
    first,
    local,
    must_end,
    opens_with,
    text_at,
    text_of,
)
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".nitf",)
OPENS = b"<"

_ENVELOPE = regex(rb"<(?:\w+:)?(?:newsItem|newsMessage|packageItem|NewsML)[\s>]")

_ORIGIN = "NITF"
_ROOT = regex(rb"<(?:\w+:)?nitf[\s>]")


def matches(head: bytes, name: str) -> bool:
    # Within an envelope it is the envelope that is read.
    return opens_with(head, _ROOT) and _ENVELOPE.search(head) is None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    data = read_document(stream)
    root = all_parsed(data)
    for number, story in enumerate(_stories(root), start=1):
        text = "\n\n".join(story_paragraphs(story))
        record = number if local(root) != "nitf" else 0
        yield RawDocument(Form.PROSE, text, tuple(_claims(story)), record)
    must_end(data, root)


def _stories(root: Any) -> list[Any]:
    return [root] if local(root) == "nitf" else every(root, "nitf")


def _claims(story: Any) -> Iterator[Claim]:
    yield from _headed(story)
    bylines = [b for b in every(story, "byline") if "normalized" not in (b.get("class") or "")]
    for byline in bylines[:5]:
        for person in every(byline, "person") or [byline]:
            signed = _signed(person)
            if signed:
                field = "deck" if _is_clause(signed) else "authors"
                yield Claim(field, signed, f"{_ORIGIN} byline", 0.92)
    for name, field, confidence in (
        ("date.issue", "date", 0.95), ("date.release", "date", 0.85), ("story.date", "date", 0.8),
    ):  # fmt: skip
        element = first(story, name)
        if element is not None and element.get("norm"):
            yield Claim(field, moment_of(element.get("norm")), f"{_ORIGIN} {name}", confidence)
    published = first(story, "pubdata")
    if published is not None:
        for key, field in (
            ("name", "source"), ("date.publication", "date"), ("position.section", "section"),
            ("ex-ref", "url"),
        ):  # fmt: skip
            if published.get(key):
                value = published.get(key)
                yield Claim(
                    field,
                    moment_of(value) if field == "date" else value,
                    f"{_ORIGIN} pubdata",
                    0.95,
                )
    holder = first(story, "doc.copyright")
    if holder is not None and holder.get("holder"):
        yield Claim("source", holder.get("holder"), f"{_ORIGIN} copyright", 0.6)
    yield from _subjects(story)
    for meta in every(story, "meta"):
        if (meta.get("name") or "").lower() in ("section", "dsk", "online_sections") and meta.get(
            "content"
        ):
            yield Claim("section", meta.get("content"), f"{_ORIGIN} meta", 0.8)


def _headed(story: Any) -> Iterator[Claim]:
    """Headline, deck, place and agency."""
    singles = (
        ("title", ("hl1",), 0.95),
        ("title", ("title",), 0.8),
        ("deck", ("hl2",), 0.6),
        ("place", ("location",), 0.9),
        ("source", ("distributor",), 0.7),
    )
    for field, names, confidence in singles:
        head = first(story, "body.head") if field != "title" else story
        value = text_at(head, *names) if head is not None else ""
        if value:
            yield Claim(field, value, f"{_ORIGIN} {names[0]}", confidence)
    if first(story, "hl1") is None and (headline := text_at(story, "hedline")):
        yield Claim("title", headline, f"{_ORIGIN} hedline", 0.93)
    summary = summary_of(story)
    if summary is not None:
        yield Claim("deck", text_of(summary), f"{_ORIGIN} abstract", 0.5)


def _subjects(story: Any) -> Iterator[Claim]:
    """What an article is about: keywords, and what its indexers gave it."""
    for name, field in (("classifier", "tags"), ("location", "places"), ("person", "people"),
                        ("org", "organizations")):  # fmt: skip
        for element in every(story, name):
            if (element.get("class") or "").endswith("indexing_service") and text_of(element):
                shown = text_of(element)
                yield Claim(field, shown.title() if shown.isupper() else shown,
                            f"{_ORIGIN} {name}", 0.8)  # fmt: skip
    for word in every(story, "keyword"):
        if word.get("key"):
            yield Claim("tags", word.get("key"), f"{_ORIGIN} keyword", 0.85)


def _signed(person: Any) -> str:
    """A byline without its title line (``byttl``)."""
    pieces: list[str] = []
    for element in person.iter():
        if not any(local(e) == "byttl" for e in (element, *element.iterancestors())):
            pieces.append(element.text or "")
        if element is not person:
            pieces.append(element.tail or "")
    return " ".join(" ".join(pieces).split())


def _is_clause(signed: str) -> bool:
    """Whether what stands for a byline names nobody, as ANSA's decks do there."""
    words = signed.split()
    small = sum(word[0].islower() for word in words)
    is_led = words[0].lower() in ("by", "di", "de", "von", "par", "por")
    return len(words) >= _FEWEST and 2 * small >= len(words) and not is_led


_FEWEST = 6


def moment_of(value: str) -> str:
    """``20170220T094000+0100`` as ISO 8601 writes it."""
    match = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(.*))?$", value.strip())
    if match is None:
        return value
    year, month, day, hour, minute, second, zone = match.groups()
    if (hour, minute, second, zone) == ("00", "00", "00", ""):
        hour = None  # midnight without a zone is a day
    clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return f"{year}-{month}-{day}{clock}"
