"""ninjs, the IPTC's news in JSON (versions 1 to 3), also as AP's Media API answers with it."""

from __future__ import annotations

import itertools
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.json_members import members
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import decode, is_binary, read_document
from newsgrep.ingest.formats.faults import before_fault
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

NAMES = (".ninjs",)

_ORIGIN = "ninjs"
_BODIES = ("body_text", "body_html", "body_xhtml", "body_richhtml")
_DESCRIPTIONS = (
    "description_text", "description_html", "description_summary", "description_caption",
    "headline_extended",
)  # fmt: skip
_KEYS = regex(rb"\"(?:body_[a-z]+|headline_[a-z]+|bodies|version_?created|versionCreated)\"\s*:")
_ADDRESS = regex(rb"\"(?:uri|guid)\"\s*:")
_TYPE = regex(rb"\"type\"\s*:\s*\"(?:text|composite|picture|audio|video|graphic|package)\"")
_LIST = regex(rb"\[\s*\{")
_LONGEST = 64_000_000
"""Bytes of a file of many items."""


def matches(head: bytes, name: str) -> bool:
    opened = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    if opened[:1] not in (b"{", b"[") or is_binary(head):
        return False
    if opened[:1] == b"[" and (_LIST.match(opened) is None or _TYPE.search(head) is None):
        return False
    return name.endswith(NAMES) or (
        _ADDRESS.search(head) is not None and _KEYS.search(head) is not None
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    documents = _documents(_read(stream))
    found = list(itertools.islice(documents, 2))
    if len(found) > 1:
        yield from itertools.chain(found, documents)
        return
    first = found[0] if found else _NO_ITEM
    if isinstance(first, Unreadable):
        raise UnreadableFile(first.reason)
    yield replace(first, record=0)


def _documents(items: Iterable[Any]) -> Iterator[RawDocument | Unreadable]:
    """The documents of items; behind them the texts that are associated with them: sidebars.

    What stands before a fault of the file comes before it.
    """
    number = 0
    more: deque[dict[str, Any]] = deque()
    faults: list[UnreadableFile] = []
    for item in before_fault(items, faults):
        number += 1
        document = _document(item, number)
        yield document
        if isinstance(document, RawDocument):
            more += _associated(item, document.content, 0)
    for associated in more:
        number += 1
        yield _document(associated, number)
    if faults:
        raise faults[0]


def _document(item: Any, number: int) -> RawDocument | Unreadable:
    if not isinstance(item, dict):
        return replace(_NO_ITEM, record=number)
    try:
        return RawDocument(Form.PROSE, _text(item), tuple(_claims(item)), number)
    except UnreadableFile as error:
        return Unreadable(number, error.message)


_NO_ITEM = Unreadable(0, "JSON, but not a news item")


def _read(stream: BinaryIO) -> Iterator[Any]:
    """The items of a document, of a list of them, or of lines with one each."""
    data = stream.readline(MAX_DOCUMENT + 1)
    if isinstance(_parsed(data), dict) and (second := stream.readline(MAX_DOCUMENT + 1)):
        for line in itertools.chain([data, second], iter(stream.readline, b"")):
            if line.strip():
                value = _parsed(line)
                yield from _items(value) if isinstance(value, dict) else [value]
        return
    text = decode(data + read_document(stream, _LONGEST, "news items")).lstrip("\ufeff")
    for _, one in members(text):
        yield from _items(one) if isinstance(one, dict) else [one]


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(decode(line).lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _associated(item: dict[str, Any], told: str, depth: int) -> Iterator[dict[str, Any]]:
    associated = item.get("associations")
    members = associated.values() if isinstance(associated, dict) else associated
    for member in members if depth < _DEEPEST and members else ():
        if not isinstance(member, dict):
            continue
        # Pictures have captions, and what is only referred to has a headline.
        is_text = member.get("type") == "text" and bool(_described(member))
        text = _text_or_none(member) if is_text or _bodies(member) else ""
        if text and with_other_texts(told, [text]) != told:
            yield member
        yield from _associated(member, told, depth + 1)


_DEEPEST = 5


def _text_or_none(item: dict[str, Any]) -> str:
    try:
        return _text(item)
    except UnreadableFile:
        return ""


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
    """The longest body of an item, and below it what others and its descriptions say besides.

    A body that is there as text and as markup is one.
    """
    bodies = _bodies(item)
    described = _described(item)
    if not bodies and not described and not _headline(item):
        raise UnreadableFile("a news item without text")
    if not bodies:
        # Pictures and films have a description, alerts a headline alone.
        return with_other_texts(described[0], described[1:]) if described else ""
    most = max(len(letters(body)) for body in bodies)
    text = next(body for body in bodies if len(letters(body)) >= _NEARLY_ALL * most)
    told = f"{_headline(item)}\n{described[0] if described else ''}"
    text = with_other_texts(text, (body for body in bodies if body != text))
    return with_other_texts(text, [*described[1:], *_captions(item)], beside=told)


def _captions(item: dict[str, Any]) -> list[str]:
    """What the pictures and films that are associated with an item show."""
    associated = item.get("associations")
    members = associated.values() if isinstance(associated, dict) else associated or ()
    shown = [m for m in members if isinstance(m, dict) and m.get("type") != "text"]
    return [text for member in shown if not _bodies(member) for text in _described(member)]


_NEARLY_ALL = 0.9


def _bodies(item: dict[str, Any]) -> list[str]:
    """The bodies of an item in any of the forms that versions 1 to 3 have for them."""
    keys = sorted(key for key in item if key not in _BODIES and re.fullmatch(r"body_\w+", key))
    named = [_plain(item.get(key), "html" in key) for key in (*_BODIES, *keys)]
    return [body for body in (*named, *_values(item.get("bodies"))) if body]


def _described(item: dict[str, Any]) -> list[str]:
    """The descriptions of an item: what may be its deck is the first."""
    keys = sorted(
        key for key in item if key not in _DESCRIPTIONS and re.fullmatch(r"description_\w+", key)
    )
    named = [_plain(item.get(key), "html" in key) for key in (*_DESCRIPTIONS, *keys)]
    return [text for text in (*named, *_values(item.get("descriptions"))) if text]


def _values(listed: Any) -> list[str]:
    """The texts of the bodies or descriptions of version 3, those first that are the item's."""
    found = sorted(
        _objects(listed), key=lambda member: _OTHER_ROLES.get(str(member.get("role")), 0)
    )
    kinds = [str(one.get("contenttype") or one.get("contentType") or "") for one in found]
    return [
        _plain(one.get("value"), "html" in kind) for one, kind in zip(found, kinds, strict=True)
    ]


_OTHER_ROLES = {"main": -1, "sidebar": 1, "writer": 1, "credit": 1}


def _plain(value: Any, is_markup: bool) -> str:
    if not isinstance(value, str) or not value.strip():
        return ""
    return text_of_fragment(value) if is_markup or _MARKUP.search(value) else value


_MARKUP = regex(r"</?(?:p|br|div|table|ul|ol|h[1-6])\b[^>]*>", re.I)


def _claims(item: dict[str, Any]) -> Iterator[Claim]:
    headline = _headline(item)
    singles = (
        ("title", headline, "headline", 0.95),
        ("deck", _deck(item), "description", 0.5),
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


def _deck(item: dict[str, Any]) -> str:
    """The first description, where it is not the text itself, as it is of pictures."""
    described, bodies = _described(item), _bodies(item)
    is_deck = bool(bodies or item.get("description_text"))
    return described[0] if described and is_deck and described[0] not in bodies else ""


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
