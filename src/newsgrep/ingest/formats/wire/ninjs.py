"""ninjs, the IPTC's news in JSON (versions 1 to 3), also as AP's Media API answers with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import decode, is_binary, read_document
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

NAMES = (".ninjs",)
OPENS = b"{"

_ORIGIN = "ninjs"
_DESCRIPTIONS = (
    "description_text", "description_caption", "description_summary", "headline_extended"
)  # fmt: skip
_KEYS = regex(rb"\"(?:body_[a-z]+|headline_[a-z]+|bodies|version_?created|versionCreated)\"\s*:")


def matches(head: bytes, name: str) -> bool:
    if is_binary(head) or head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] != b"{":
        return False
    return name.endswith(NAMES) or (
        re.search(rb"\"(?:uri|guid)\"\s*:", head) is not None and len(set(_KEYS.findall(head))) >= 1
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    try:
        value = json.loads(decode(read_document(stream)))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"not valid JSON: {error}") from None
    if not isinstance(value, dict):
        raise UnreadableFile("JSON, but not a news item")
    items = list(_items(value))
    if len(items) == 1:
        yield RawDocument(Form.PROSE, _text(items[0]), tuple(_claims(items[0])))
        return
    for number, item in enumerate(items, start=1):
        try:
            yield RawDocument(Form.PROSE, _text(item), tuple(_claims(item)), number)
        except UnreadableFile as error:
            yield Unreadable(number, error.message)


def _items(value: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The news items of an answer of AP's Media API, ``{"data": {"items": [{"item": …}]}}``;
    else the one item that a document is."""
    data = value.get("data")
    within = data if isinstance(data, dict) else value
    several = _objects(within.get("items")) if within is data else []
    for one in several or [within]:
        inner = one.get("item")
        yield inner if isinstance(inner, dict) else one


def _text(item: dict[str, Any]) -> str:
    for key in ("body_text", "body_html", "body_xhtml", "body_richhtml"):
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return text_of_fragment(value) if "html" in key or "<p" in value else value
    for key, value in sorted(item.items()):
        if re.fullmatch(r"body_\w+", key) and isinstance(value, str) and value.strip():
            return text_of_fragment(value) if "<" in value else value
    for body in _objects(item.get("bodies")):
        value = body.get("value")
        if isinstance(value, str) and value.strip():
            markup = "html" in str(body.get("contenttype") or body.get("contentType") or "")
            return text_of_fragment(value) if markup or "<p" in value else value
    # Pictures and films have a description, alerts a headline alone.
    described = next((item[key] for key in _DESCRIPTIONS if item.get(key)), None)
    described = described or _first_value(item.get("descriptions"))
    if isinstance(described, str) and described.strip():
        return described
    if _headline(item):
        return ""
    raise UnreadableFile("a news item without text")


def _claims(item: dict[str, Any]) -> Iterator[Claim]:
    headline = _headline(item)
    singles = (
        ("title", headline, "headline", 0.95),
        ("deck", item.get("description_text"), "description_text", 0.5),
        ("date", item.get("firstcreated") or item.get("firstCreated"), "firstcreated", 0.9),
        ("date", item.get("versioncreated") or item.get("versionCreated"), "versioncreated", 0.8),
        (
            "modified",
            item.get("contentmodified") or item.get("versioncreated"),
            "versioncreated",
            0.8,
        ),
        ("place", item.get("located"), "located", 0.85),
        ("language", item.get("language"), "language", 0.85),
        ("source", item.get("source"), "source", 0.9),
        ("source", item.get("provider"), "provider", 0.7),
        (
            "source",
            item.get("copyrightholder") or item.get("copyrightHolder"),
            "copyrightholder",
            0.6,
        ),
        (
            "url",
            item.get("uri") if str(item.get("uri", "")).startswith("http") else None,
            "uri",
            0.6,
        ),
    )
    for field, value, key, confidence in singles:
        if isinstance(value, str) and value.strip():
            yield Claim(field, value, f"{_ORIGIN} {key}", confidence)
    byline = item.get("byline") or _first_value(item.get("by")) or item.get("by")
    if isinstance(byline, str):
        yield Claim("authors", byline, f"{_ORIGIN} byline", 0.92)
    for by in _objects(item.get("bylines")):
        if by.get("by"):
            yield Claim("authors", str(by["by"]), f"{_ORIGIN} bylines", 0.92)
    photographer = item.get("photographer")
    if isinstance(photographer, dict) and photographer.get("name"):
        yield Claim("authors", str(photographer["name"]), f"{_ORIGIN} photographer", 0.8)
    located = item.get("datelinelocation")
    if isinstance(located, dict) and located.get("city"):
        yield Claim("place", str(located["city"]), f"{_ORIGIN} datelinelocation", 0.8)
    for source in _objects(item.get("infosource") or item.get("infosources")):
        if source.get("name"):
            yield Claim("source", str(source["name"]), f"{_ORIGIN} infosource", 0.9)
    for key, field in (
        ("subject", "tags"), ("subjects", "tags"), ("keyword", "tags"), ("keywords", "tags"),
        ("person", "people"), ("people", "people"), ("organisation", "organizations"),
        ("organisations", "organizations"), ("place", "places"), ("places", "places"),
    ):  # fmt: skip
        for member in item.get(key) or ():
            value = member.get("name") if isinstance(member, dict) else member
            # AP's categories are letters.
            if isinstance(value, str) and len(value) > 1:
                yield Claim(field, value, f"{_ORIGIN} {key}", 0.85)


def _headline(item: dict[str, Any]) -> Any:
    """The headline in any of the forms that versions 1 to 3 have for it."""
    return (
        item.get("headline")
        or item.get("headline_main")
        or next((v for k, v in sorted(item.items()) if re.fullmatch(r"headline_\w+", k)), None)
        or _first_value(item.get("headlines"))
        or item.get("title")
    )


def _objects(value: Any) -> list[dict[str, Any]]:
    return (
        [member for member in value if isinstance(member, dict)] if isinstance(value, list) else []
    )


def _first_value(value: Any) -> Any:
    members = _objects(value)
    return members[0].get("value") if members else None
