"""Feeds: RSS, Atom and RDF by feedparser; JSON Feed by its own few keys (:mod:`.json_feed`)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any, BinaryIO

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.formats.data.column_names import field_of
from newsgrep.ingest.formats.data.names_listed import listed_names
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import charset_of, decode, read_document
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.formats.wire.json_feed import json_items
from newsgrep.ingest.formats.xml import BREAKS_OFF
from newsgrep.ingest.formats.xml_mending import ends_missing, mended
from newsgrep.ingest.raw_document import FEED_TITLE, Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

NAMES = (".rss", ".atom", ".rdf")

MAX_FEED = 32_000_000
"""Bytes of one feed, which is read whole."""

OWN_FEED = "Written by newsgrep alert."
"""What a feed of alerts says of itself near its beginning: its articles are in the index."""

_XML = regex(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*|<\?xml-stylesheet[^>]*>\s*"
    rb"|<!DOCTYPE\s+(?:rss|rdf:RDF)\b[^>\[]{0,300}>\s*)*"
    rb"<(?:rss\b|(?:\w+:)?feed\b[^>]*Atom|(?:\w+:)?RDF\b)",
    re.IGNORECASE | re.DOTALL,
)
_JSON = regex(rb"\s*\{[^{\[]{0,400}\"version\"\s*:\s*\"https?://(?:www\.)?jsonfeed\.org/")


def matches(head: bytes, name: str) -> bool:
    if b"wordpress.org/export" in head:
        return False
    return _XML.match(head) is not None or _JSON.match(head) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    return settled(_documents(stream, name))


def _documents(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    data = read_document(stream, MAX_FEED, "a feed")
    if OWN_FEED.encode() in data[:2000]:
        raise NotArticles("a feed that newsgrep wrote")
    items: Iterator[tuple[list[Claim], str] | None]
    items = json_items(data) if data.lstrip()[:1] == b"{" else _xml_items(data)
    number = 0
    for number, item in enumerate(items, start=1):
        if item is None:
            yield Unreadable(number, BREAKS_OFF)
            return
        claims, text = item
        if not text.strip():
            yield Unreadable(number, "no text in it")
        else:
            yield RawDocument(Form.PROSE, text, tuple(claims), number, f"item {number}")
    if not number:
        raise UnreadableFile("a feed without items")


def _with_media_apart(feed: str) -> str:
    """A feed whose items have what Media RSS and iTunes say under names of its own.

    The parser takes a picture's description or headline for the item's, a podcast's summary for
    its description, and gives a text (``media:text``) no value.
    """
    feed = _FULL_TEXT.sub(_escaped, feed)
    if "<media:" not in feed and "<itunes:" not in feed:
        return feed
    return _ITEM.sub(lambda match: _apart(match[0]), feed)


def _escaped(match: re.Match[str]) -> str:
    """A full text whose markup is escaped: the parser takes its elements for the item's."""
    text = match[3]
    if "<" not in text or "<![CDATA[" in text:
        return match[0]
    return f"{match[1]}{escape(unescape(text), quote=False)}</{match[2]}>"


_FULL_TEXT = regex(
    r"(<((?:\w+:)?full-?text|turbo:content)\b[^>]*(?<!/)>)(.*?)</\2\s*>", re.DOTALL | re.IGNORECASE
)


def _apart(item: str) -> str:
    own = {name.lower() for name in _OWN.findall(item)}
    said: dict[str, list[str]] = {_TEXT_APART: [], _CAPTIONS_APART: []}

    def moved(match: re.Match[str]) -> str:
        name = match[1].lower()
        if name != "media:text" and _STANDS_FOR[name] not in own:
            return match[0]  # all that there is of it
        said[_TEXT_APART if name == "media:text" else _CAPTIONS_APART].append(match[2] or "")
        return ""

    item = _MEDIA.sub(moved, item)
    more = "".join(
        f"<{name}>{_BREAK.join(texts)}</{name}>" for name, texts in said.items() if any(texts)
    )
    end = item.rindex("</")
    return f"{item[:end]}{more}{item[end:]}"


_TEXT_APART, _CAPTIONS_APART, _BREAK = "mediatext", "mediacaptions", "&lt;br/&gt;&lt;br/&gt;"
_ITEM = regex(r"<item\b.*?</item>|<entry\b.*?</entry>", re.DOTALL | re.IGNORECASE)
_MEDIA = regex(
    r"<(media:(?:text|description|title)|itunes:(?:summary|subtitle))\b[^>]*?"
    r"(?:/>|>(.*?)</\1\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_OWN = regex(r"<(title|description|summary)[\s>]", re.IGNORECASE)
_STANDS_FOR = {
    "media:description": "description", "media:title": "title",
    "itunes:summary": "description", "itunes:subtitle": "description",
}  # fmt: skip


def _whole(feed: str) -> tuple[str, bool]:
    """A feed whose elements all end, and whether it did not break off before."""
    root = _FIRST.search(feed)
    if root is None or f"</{root[1]}".lower() in feed.lower():
        return feed, True
    return feed + ends_missing(feed), False


_FIRST = regex(r"<(rss|(?:\w+:)?(?:feed|RDF))\b", re.IGNORECASE)
_END = 2000


def _xml_items(data: bytes) -> Iterator[tuple[list[Claim], str] | None]:
    """The items of a feed in XML; None behind the last of one that breaks off."""
    import feedparser

    # Decoded here: feedparser gives a declared encoding up for one sign that is not in it.
    feed, is_whole = _whole(mended(decode(data, charset_of(data)).encode()).decode())
    # Bytes in a stream: a string could be taken for an address to fetch.
    parsed = feedparser.parse(
        io.BytesIO(_with_media_apart(feed).encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    source = parsed.feed.get("title", "")
    language = parsed.feed.get("language", "")
    for entry in parsed.entries:
        claims = _entry_claims(entry)
        if source:
            claims.append(Claim("source", text_of_fragment(source), FEED_TITLE, 0.75))
        if parsed.feed.get("link"):
            claims.append(Claim("site", parsed.feed["link"], "feed link", 0.6))
        if language:
            claims.append(Claim("language", language, "feed language", 0.6))
        texts = [piece.get("value", "") for piece in entry.get("content", ())]
        texts.append(entry.get(_TEXT_APART, ""))
        texts += _said_by_others(entry, "text")
        summary = entry.get("summary", "")
        text = max(texts, key=len, default="") or summary
        others = [*texts, *_said_by_others(entry, "deck"), entry.get(_CAPTIONS_APART, "")]
        if summary and len(text_of_fragment(summary)) < 0.8 * len(text_of_fragment(text)):
            claims.append(Claim("deck", _said(summary), "feed summary", 0.6))
        else:
            others.append(summary)
        own = _said(text) or text_of_fragment(entry.get("title", ""))
        yield (
            claims,
            with_other_texts(
                own,
                [_said(other) for other in others if other and other != text],
                beside=text_of_fragment(entry.get("title", "")),
            ),
        )
    if not is_whole and parsed.entries:
        yield None


def _said_by_others(entry: Any, field: str) -> list[str]:
    """What elements of an item say that are called like ``field``, whatever their prefix.

    Such are ``yandex:full-text``, ``turbo:content`` and ``dcterms:abstract``.
    """
    return [
        value
        for name, value in entry.items()
        if isinstance(value, str)
        and name not in (*_STANDARD, _TEXT_APART, _CAPTIONS_APART)
        and field in (field_of(name), field_of(_PREFIX.sub("", name)))
    ]


_STANDARD = frozenset(("title", "summary", "link", "id", "published", "updated", "author"))
_PREFIX = regex(r"^[a-z0-9]+_(?=[a-z])")


def _said(markup: str) -> str:
    """What a text, a summary or a caption says, without what programs add to it.

    Some escape markup once more than their feed says.
    """
    text = text_of_fragment(markup)
    if _MARKED.search(text) is not None and "</" in text:
        text = text_of_fragment(text)
    return _ADDED.sub("", text).strip()


_MARKED = regex(r"(?:\A|\n)\s*<(?:body|p|div|span|a|b|i|em|strong|img|ul|ol|table|h\d)\b[^<>]*>")


_ADDED = regex(
    r"^\s*The post .{1,300} (?:appeared first|first appeared) on .{1,120}$"
    r"|^\s*\S+\.(?:jpe?g|png|gif|webp|mp[34])\s*$",
    re.IGNORECASE | re.MULTILINE,
)


def _entry_claims(entry: Any) -> list[Claim]:
    claims = []
    if entry.get("feedburner_origlink"):
        claims.append(Claim("url", entry["feedburner_origlink"], "feed origLink", 0.95))
    for key, field in (("title", "title"), ("published", "date"), ("link", "url")):
        if entry.get(key):
            value = text_of_fragment(entry[key]) if field == "title" else entry[key]
            claims.append(Claim(field, value, f"feed {key}", 0.92))
    if entry.get("updated"):
        claims.append(Claim("modified", entry["updated"], "feed updated", 0.85))
        claims.append(Claim("date", entry["updated"], "feed updated", 0.6))
    names = [_author(author) for author in entry.get("authors", ())] or [entry.get("author", "")]
    names = [each for name in names if name for each in listed_names(name) or [name]]
    claims += [Claim("authors", name, "feed author", 0.9) for name in names]
    claims += [
        Claim("tags", unescape(tag["term"]), "feed category", 0.8)
        for tag in entry.get("tags", ())
        if tag.get("term")
    ]
    origin = entry.get("source", {})
    if origin.get("title"):
        claims.append(Claim("source", origin["title"], "feed source", 0.85))
    return claims


_MAILTO = regex(r"\s*[(<\[]?\s*mailto:.*$", re.IGNORECASE)


def _author(author: Any) -> str:
    """Who an author is, without the address.

    feedparser ends an address after four letters of its domain: of ``ann@paper.media (Ann Poe)``
    the name is ``a (Ann Poe`` to it.
    """
    name = _MAILTO.sub("", str(author.get("name", "")))
    if author.get("email"):
        return name.partition("(")[2].rstrip(")") if "(" in name else name if " " in name else ""
    return name
