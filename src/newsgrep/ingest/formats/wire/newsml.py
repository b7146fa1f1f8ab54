"""NewsML-G2 (and news messages of many items), by the IPTC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.formats.wire.inline_content import content_paragraphs
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
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, Unreadable
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

NAMES = (".newsml", ".g2")
OPENS = b"<"

_ORIGIN = "NewsML-G2"
_ROOT = regex(
    rb"<(?:\w+:)?(?:newsItem|newsMessage|packageItem|planningItem|conceptItem|knowledgeItem)[\s>]"
)
_NO_PLACE = regex(r"^said to be\s+", re.I)


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    data = read_document(stream)
    root = all_parsed(data)
    items = [root] if local(root) in _ITEMS else [e for e in root.iter() if local(e) in _ITEMS]
    if not items:
        raise UnreadableFile("NewsML without a news item of text")
    for number, item in enumerate(items, start=1):
        record = 0 if item is root else number
        text, claims = _item(item)
        if text or any(claim.field == "title" for claim in claims):
            yield RawDocument(Form.PROSE, text, claims, record)
        else:
            yield Unreadable(record, "a news item without text")
    must_end(data, root)


_ITEMS = frozenset(("newsItem", "conceptItem"))


def _item(item: Any) -> tuple[str, tuple[Claim, ...]]:
    """The text and the facts of an item; of an event or another concept what it is said to be."""
    if local(item) == "conceptItem":
        said = every(item, "definition", "note")
        concept = first(item, "concept")
        name = text_at(concept, "name") if concept is not None else ""
        title = Claim("title", name, f"{_ORIGIN} name", 0.9)
        begins = Claim("date", text_at(item, "start"), f"{_ORIGIN} start", 0.8)
        claims = tuple(claim for claim in (title, begins) if claim.value)
        return "\n\n".join(filter(None, dict.fromkeys(map(text_of, said)))), claims
    # What a picture or a film shows stands in its description.
    text = _text(item) or next(iter(_descriptions(item)), "")
    return text, tuple(_claims(item))


def _text(item: Any) -> str:
    """The text of an item; below it what further contents and descriptions say besides."""
    content = first(item, "contentSet")
    if content is None:
        return ""
    for remote in every(content, "remoteContent"):
        remote.getparent().remove(remote)
    inline = [child for child in content if local(child) in ("inlineXML", "inlineData")]
    texts = ["\n\n".join(_paragraphs(one)) for one in inline or [content]]
    told = [text for text in texts if text]
    return with_other_texts(told[0], [*told[1:], *_descriptions(item)]) if told else ""


def _paragraphs(content: Any) -> list[str]:
    encoding = (content.get("encoding") or "").lower()
    kind = (content.get("contenttype") or "").lower()
    return content_paragraphs(content, in_base64=encoding.endswith("base64"), kind=kind)


def _descriptions(item: Any) -> list[str]:
    """Summaries, and what a picture or a film shows; how it sounds is no text."""
    described = [d for d in every(item, "description") if not _role(d).endswith("audio")]
    # Those of subjects and places are of these.
    own = (d for d in described if local(d.getparent()) in _OF_ITEMS)
    return [text_of(d) for d in own if text_of(d)]


_OF_ITEMS = frozenset(("contentMeta", "partMeta", "itemMeta", "newsItem"))


def _role(element: Any) -> str:
    return (element.get("role") or "").rpartition(":")[2]


def _place(value: str) -> str:
    """A place without the date behind it; empty where a film's maker gives the date alone."""
    value = _NO_PLACE.sub("", value)
    found = next(find_dates(value), None)
    return (value[: found.start] if found is not None else value).strip(" ,")


def _claims(item: Any) -> Iterator[Claim]:
    headline = _headline(item)
    if headline is not None and text_of(headline):
        yield Claim("title", text_of(headline), f"{_ORIGIN} {local(headline)}", 0.95)
    below = next((text_of(h) for h in every(item, "headline") if _is_below(h) and text_of(h)), "")
    head = first(item, "hedline")
    below = below or (text_at(head, "hl2") if head is not None else "")
    if below:
        yield Claim("deck", below, f"{_ORIGIN} headline", 0.8)
    singles = (
        ("deck", ("subheadline",), 0.8),
        ("date", ("firstCreated", "contentCreated", "firstPublished"), 0.9),
        ("modified", ("versionCreated", "contentModified"), 0.9),
        ("place", ("dateline",), 0.9),
    )
    for field, names, confidence in singles:
        value = _first_of(item, names)
        value = _place(value) if field == "place" and _NO_PLACE.match(value) else value
        if value:
            yield Claim(field, value, f"{_ORIGIN} {names[0]}", confidence)
    if not _first_of(item, ("firstCreated", "contentCreated", "firstPublished")):
        yield Claim("date", text_at(item, "versionCreated"), f"{_ORIGIN} versionCreated", 0.75)
    yield from _authors(item)
    for element_name, confidence in (("provider", 0.9), ("infoSource", 0.85), ("creditline", 0.8)):
        element = first(item, element_name)
        value = _named(element) if element is not None else ""
        if value:
            yield Claim("source", value, f"{_ORIGIN} {element_name}", confidence)
    for subject in every(item, "subject"):
        kind = subject.get("type") or ""
        value = _category(subject) if "category" in kind else _named(subject)
        field = next((field for part, field in _KINDS.items() if part in kind), "tags")
        if value:
            yield Claim(field, value, f"{_ORIGIN} subject", 0.85)
    for word in every(item, "keyword"):
        if text_of(word):
            yield Claim("tags", text_of(word), f"{_ORIGIN} keyword", 0.8)
    located = first(item, "located")
    if located is not None and _named(located):
        yield Claim("place", _place(_named(located)), f"{_ORIGIN} located", 0.85)
    language = first(item, "language")
    if language is not None and language.get("tag"):
        yield Claim("language", language.get("tag"), f"{_ORIGIN} language", 0.9)


_KINDS = {"person": "people", "organi": "organizations", "category": "section"}
"""What a subject is, by parts of its type."""


def _authors(item: Any) -> Iterator[Claim]:
    """Who signs an item; else who is named to editors as its author; else its creators."""
    signed = [text_of(by) for by in every(item, "by") if text_of(by)]
    noted = [m[1].strip() for note in every(item, "edNote") if (m := _AUTHOR.match(text_of(note)))]
    created = [name for who in every(item, "creator") if (name := _person(who, item))]
    for names, origin in ((signed, "by"), (noted, "edNote"), (created, "creator")):
        if names:
            for name in names:
                yield Claim("authors", name, f"{_ORIGIN} {origin}", 0.9)
            return


def _category(subject: Any) -> str:
    """A category by its name; where it has a short sign alone, by what dpa means with it."""
    names = [name for name in every(subject, "name") if _role(name) != "mnemonic"]
    sign = (subject.get("qcode") or "").partition(":")[2]
    return text_of(names[0]) if names else _DPA_CATEGORIES.get(sign, "")


_DPA_CATEGORIES = {
    "ku": "Kultur", "pl": "Politik", "sp": "Sport", "vm": "Vermischtes", "wi": "Wirtschaft",
}  # fmt: skip
_AUTHOR = regex(
    r"(?:Autor(?:in|en)?|Author|Auteur|Autore)\s*:\s*(?:Autor\w*\s*:\s*)?([^\d(),;:<>@+]{3,60})"
)
_SIGN = 3
"""Letters of a sign that an editor goes by."""
_HOUSE = regex(
    r"\b(?:LLC|Inc|Ltd|Limited|GmbH|Corp|plc|Co|Agency|Agentur|News|Media|Newswire|Press)\b", re.I
)


def _person(creator: Any, item: Any) -> str:
    """The name of a creator who is a person: no house, and not how somebody logs in."""
    if first(creator, "organisationDetails") is not None:
        return ""
    name = _named(creator)
    houses = {_named(house).casefold() for house in every(item, "provider", "infoSource")}
    is_login = name.islower() or re.search(r"[._\d]", name) is not None
    is_login = is_login and " " not in name and len(name) > _SIGN
    return "" if is_login or name.casefold() in houses or _HOUSE.search(name) else name


def _first_of(item: Any, names: Sequence[str]) -> str:
    """The text of the first of some elements that is not empty, as some agencies leave them."""
    return next((value for name in names if (value := text_at(item, name))), "")


def _headline(item: Any) -> Any:
    """The element of the first headline by rank, or of the item's own title; None without."""
    headlines = [h for h in every(item, "headline") if not _is_below(h)]
    headline = next((h for h in headlines if h.get("rank") == "1"), None)
    if headline is None and headlines:
        headline = headlines[0]
    if headline is not None:
        return headline
    # Titles of links are of other articles.
    titles = every(item, "title")
    return next((t for t in titles if local(t.getparent()) in ("itemMeta", "head")), None)


def _is_below(headline: Any) -> bool:
    """Whether a headline is one below that of the item, by its role."""
    return _role(headline).lower().startswith("sub")


def _named(element: Any) -> str:
    """The name of a concept, its literal, or what its code says behind the colon."""
    name = text_at(element, "name") or ("" if len(element) else text_of(element))
    return name or element.get("literal") or (element.get("qcode") or "").partition(":")[2]
