"""NITF, the News Industry Text Format of the IPTC (3.x)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.raw import Claim, Form, RawDocument
from newsgrep.sources.encoding import read_document
from newsgrep.sources.xml import every, first, local, opens_with, parsed, text_at, text_of

NAMES = (".nitf",)

_ORIGIN = "NITF"
_ROOT = re.compile(rb"<(?:\w+:)?nitf[\s>]")


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = parsed(read_document(stream))
    for number, story in enumerate(_stories(root), start=1):
        body = first(story, "body.content")
        if body is None:
            body = first(story, "body")
        text = "\n\n".join(blocks(body)) if body is not None else ""
        record = number if local(root) != "nitf" else 0
        yield RawDocument(Form.PROSE, text, tuple(_claims(story)), record)


def _stories(root: Any) -> list[Any]:
    return [root] if local(root) == "nitf" else every(root, "nitf")


def blocks(body: Any) -> list[str]:
    """The paragraphs of a body of NITF or XHTML; captions and tables are left out."""
    found: list[str] = []
    for element in body.iter():
        if local(element) in ("p", "hl2", "h2", "h3", "li", "dd") and not any(
            local(above) in ("media", "table", "figure", "media-caption")
            for above in element.iterancestors()
        ):
            line = text_of(element)
            if line:
                found.append(line)
    return found or [line for line in [text_of(body)] if line]


def _claims(story: Any) -> Iterator[Claim]:
    singles = (
        ("title", ("hl1", "title"), 0.95),
        ("deck", ("hl2",), 0.6),
        ("place", ("location",), 0.9),
        ("source", ("distributor",), 0.7),
    )
    for field, names, confidence in singles:
        head = first(story, "body.head") if field != "title" else story
        value = text_at(head, *names) if head is not None else ""
        if value:
            yield Claim(field, value, f"{_ORIGIN} {names[0]}", confidence)
    for byline in every(story, "byline")[:5]:
        people = every(byline, "person") or [byline]
        for person in people:
            if text_of(person):
                yield Claim("authors", text_of(person), f"{_ORIGIN} byline", 0.92)
    for name, field, confidence in (
        ("date.issue", "date", 0.95), ("date.release", "date", 0.85), ("story.date", "date", 0.8),
    ):  # fmt: skip
        element = first(story, name)
        if element is not None and element.get("norm"):
            yield Claim(field, _moment(element.get("norm")), f"{_ORIGIN} {name}", confidence)
    published = first(story, "pubdata")
    if published is not None:
        for key, field in (
            ("name", "source"), ("date.publication", "date"), ("position.section", "section"),
            ("ex-ref", "url"),
        ):  # fmt: skip
            if published.get(key):
                value = published.get(key)
                yield Claim(
                    field, _moment(value) if field == "date" else value, f"{_ORIGIN} pubdata", 0.95
                )
    holder = first(story, "doc.copyright")
    if holder is not None and holder.get("holder"):
        yield Claim("source", holder.get("holder"), f"{_ORIGIN} copyright", 0.6)
    for word in every(story, "keyword"):
        if word.get("key"):
            yield Claim("tags", word.get("key"), f"{_ORIGIN} keyword", 0.85)
    for meta in every(story, "meta"):
        if (meta.get("name") or "").lower() in ("section", "dsk", "online_sections") and meta.get(
            "content"
        ):
            yield Claim("section", meta.get("content"), f"{_ORIGIN} meta", 0.8)


def _moment(value: str) -> str:
    """``20170220T094000+0100`` as ISO 8601 writes it."""
    match = re.match(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(.*))?$", value.strip())
    if match is None:
        return value
    year, month, day, hour, minute, second, zone = match.groups()
    clock = f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else ""
    return f"{year}-{month}-{day}{clock}"
