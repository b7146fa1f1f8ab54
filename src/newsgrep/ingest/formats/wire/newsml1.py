"""NewsML 1.x of the IPTC (2000 to 2006): news lines, and a text in NITF, XHTML or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.formats.wire.inline_content import content_paragraphs
from newsgrep.ingest.formats.wire.nitf import moment_of
from newsgrep.ingest.formats.xml import (
    all_parsed,
    every,
    first,
    must_end,
    opens_with,
    text_at,
    text_of,
)
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"<"

_ORIGIN = "NewsML 1"
_CODE = regex(r"[A-Z]{2,3}")
"""Codes of countries, which stand where their names may: ``BEL``."""
_ROOT = regex(rb"<(?:\w+:)?NewsML[\s>]")


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    data = read_document(stream)
    root = all_parsed(data)
    items = every(root, "NewsItem")
    if not items:
        raise UnreadableFile("NewsML without a news item")
    for number, item in enumerate(items, start=1):
        record = number if len(items) > 1 else 0
        text, claims = _text(item), tuple(_claims(item))
        if text or any(claim.field == "title" for claim in claims):
            yield RawDocument(Form.PROSE, text, claims, record)
        else:
            yield Unreadable(record, "a news item without text")
    must_end(data, root)


def _text(item: Any) -> str:
    """The text of an item: of its main contents the longest, which may be there in several forms,
    with the lead that stands before it and further ones of its kind and language; below it what
    others in its language say besides, and captions.
    """
    contents = []
    for content in every(item, "DataContent"):
        lines = [line for line in _paragraphs(content) if line != _REFERENCE]
        if lines:
            contents.append((_role(content), _language(content), lines, content))
    if not contents:
        return ""
    role, language, longest, _ = max(
        contents, key=lambda one: (one[0] in _MAIN, sum(map(len, one[2])))
    )
    known = set(longest)
    text: list[str] = []
    besides: list[str] = []
    for its_role, its_language, lines, content in contents:
        if lines is longest:
            text += lines
        elif its_language != language or its_role in _OF_NO_TEXT:
            continue
        elif its_role in ((role, "Lead") if role else ()) and not known.intersection(lines):
            known.update(lines)
            text += lines
        else:
            besides.append("\n\n".join([*_own_headline(content, item), *lines]))
    return with_other_texts("\n\n".join(text), [*besides, *map(text_of, every(item, "Caption"))])


_MAIN = frozenset(("Body", "Main"))
_OF_NO_TEXT = frozenset(
    "Title Headline HeadLine Slug SlugLine Byline ByLine Sound Audio Video StyleSheet".split()
)
"""Roles of what is no text, or names what is none."""


def _paragraphs(content: Any) -> list[str]:
    encoded = next(content.iterancestors("{*}Encoding"), None)
    notation = (encoded.get("Notation") or "").lower() if encoded is not None else ""
    return content_paragraphs(content, in_base64=notation.endswith("base64"))


def _own_headline(content: Any, item: Any) -> list[str]:
    """The headline of a content's component, where it is not that of the item."""
    component = next(content.iterancestors("{*}NewsComponent"), None)
    lines = component.find("{*}NewsLines") if component is not None else None
    headline = text_at(lines, "HeadLine") if lines is not None else ""
    return [headline] if headline and headline != _headline(item) else []


_REFERENCE = "NewsComponentRef"
"""What Belga writes into a text where a sound belongs."""


def _role(content: Any) -> str:
    """What a content is for, as its component says: ``Title``, ``Lead``, ``Body``."""
    component = next(content.iterancestors("{*}NewsComponent"), None)
    role = component.find("{*}Role") if component is not None else None
    return "" if role is None else role.get("FormalName") or ""


def _language(content: Any) -> str:
    """The language of the component that a content is in."""
    marked = (above.get(_LANG) for above in content.iterancestors())
    return next(filter(None, marked), "")


_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _headline(item: Any) -> str:
    """The first headline that is one, else the content that is named a title."""
    lines = [text_of(element) for element in every(item, "HeadLine", "Headline", "hl1")]
    titles = [text_of(c) for c in every(item, "DataContent") if _role(c) == "Title"]
    return next((v for v in [*lines, *titles] if v and _NO_HEADLINE.match(v) is None), "")


_NO_HEADLINE = regex(r"no headline\b", re.I)


def _claims(item: Any) -> Iterator[Claim]:
    keys = {word.get("key") for word in every(item, "keyword") if word.get("key")}
    if _headline(item):
        yield Claim("title", _headline(item), f"{_ORIGIN} HeadLine", 0.95)
    for field, names, confidence in (
        ("deck", ("SubHeadLine", "hl2"), 0.8),
        ("place", ("DateLine",), 0.85),
        ("tags", ("SlugLine",), 0.5),
    ):
        value = text_at(item, *names)
        if field == "deck" and (value in keys or value in _subheads(item)):
            continue  # the slug, as some agencies send it; or a heading of the text
        if value:
            yield Claim(field, value, f"{_ORIGIN} {names[0]}", confidence)
    for key in sorted(keys):
        yield Claim("tags", key, f"{_ORIGIN} keyword", 0.6)
    for byline in every(item, "ByLine")[:5]:
        if text_of(byline):
            yield Claim("authors", text_of(byline), f"{_ORIGIN} ByLine", 0.92)
    for name, field, confidence in (
        ("FirstCreated", "date", 0.9), ("ThisRevisionCreated", "modified", 0.85),
        ("DateAndTime", "date", 0.6), ("DateId", "date", 0.5),
    ):  # fmt: skip
        value = text_at(item, name)
        if value:
            yield Claim(field, moment_of(value), f"{_ORIGIN} {name}", confidence)
    for name, confidence in (("Provider", 0.9), ("Source", 0.8), ("Creator", 0.5)):
        party = first(first(item, name), "Party") if first(item, name) is not None else None
        value = party.get("FormalName") if party is not None else ""
        if value:
            yield Claim("source", value, f"{_ORIGIN} {name}", confidence)
    language = first(item, "Language")
    if language is not None and language.get("FormalName"):
        yield Claim("language", language.get("FormalName"), f"{_ORIGIN} Language", 0.9)
    for line in every(item, "KeywordLine"):
        for word in re.split(r"[;,]", text_of(line)):
            yield Claim("tags", word.strip(), f"{_ORIGIN} KeywordLine", 0.8)
    yield from _places(item)


def _subheads(item: Any) -> set[str]:
    """The headings within the texts of an item, which are no deck of it."""
    return {text_of(one) for body in every(item, "body.content") for one in every(body, "hl2")}


def _places(item: Any) -> Iterator[Claim]:
    event = first(item, "evloc")
    if event is not None and event.get("city"):
        yield Claim("place", event.get("city"), f"{_ORIGIN} evloc", 0.85)
    for location in every(item, "Location")[:1]:
        named = [p.get("Value") for p in every(location, "Property") if p.get("Value")]
        named = [name for name in named if _CODE.fullmatch(name) is None]
        if named:
            yield Claim("place", named[-1], f"{_ORIGIN} Location", 0.6)
