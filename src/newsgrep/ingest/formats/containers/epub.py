"""EPUB: a chapter an article, in the order of reading."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import unquote

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.zip_archive import DAMAGES, open_checked, reason_of
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.documents.markup import page_root, text_of_fragment
from newsgrep.ingest.formats.encoding import decode
from newsgrep.ingest.formats.xml import every, first, parsed, text_at, text_of
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters
from newsgrep.text.words import has_words

NAMES = (".epub",)

_LONGEST_COVER = 200
"""Characters of a chapter that may be the cover, which says no more than who wrote what."""


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"PK\x03\x04") and (
        name.endswith(NAMES) or b"application/epub+zip" in head[:200]
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    return settled(_documents(stream))


def _documents(stream: BinaryIO) -> Iterator[RawDocument | Unreadable]:
    archive = open_checked(stream)
    try:
        container = parsed(archive.read("META-INF/container.xml"))
        package_name = first(container, "rootfile").get("full-path")
        package = parsed(archive.read(package_name))
    except (KeyError, AttributeError, *DAMAGES) as error:
        raise UnreadableFile(f"not a readable EPUB: {reason_of(error)}") from None
    claims = tuple(_claims(package))
    number = 0
    for chapter in _chapters(package, posixpath.dirname(package_name)):
        try:
            markup = _markup(archive.read(chapter))
        except UnreadableFile as error:
            number += 1
            yield Unreadable(number, f"{chapter}: {error.message}")
            continue
        except (KeyError, *DAMAGES) as error:
            number += 1
            yield Unreadable(number, f"{chapter}: {reason_of(error)}")
            continue
        found, text = _read_chapter(markup)
        if not has_words(text) or _is_cover(text, package):
            continue
        number += 1
        yield RawDocument(Form.PROSE, text, (*found, *claims), number, chapter)
    more = len(every(package, "itemref")) - _MOST_CHAPTERS
    if more > 0:
        yield Unreadable(number + 1, f"{more:,} chapters after the first {_MOST_CHAPTERS:,}")


def _is_cover(text: str, package: Any) -> bool:
    """Whether a chapter says nothing but what the book says of itself: title, authors, day."""
    if len(text) > _LONGEST_COVER:
        return False
    known = letters(" ".join((text_at(package, "metadata"), *_OF_COVERS)))
    return all(letters(word) in known for word in text.split())


_OF_COVERS = ("cover", "by", "title page", "start")


def _markup(data: bytes) -> str:
    if len(data) > MAX_DOCUMENT:
        raise UnreadableFile(f"a chapter of more than {MAX_DOCUMENT // 1_000_000} MB")
    return decode(data)


def _chapters(package: Any, folder: str) -> Iterator[str]:
    hrefs = {item.get("id"): item.get("href") for item in every(package, "item")}
    for reference in every(package, "itemref")[:_MOST_CHAPTERS]:
        href = hrefs.get(reference.get("idref"))
        if href:
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))


_MOST_CHAPTERS = 5000
"""A package may name one chapter as often as it likes."""


def _read_chapter(markup: str) -> tuple[tuple[Claim, ...], str]:
    """What a chapter says of itself, and its text; no text of one that is a list of others."""
    from lxml import html
    from lxml.etree import LxmlError

    try:
        root = page_root(markup)
    except (LxmlError, ValueError):
        return (), text_of_fragment(markup)
    body = root.find("body")
    if body is None:
        body = root
    claims = list(_facts_of(body))
    for element in list(body.iterdescendants()):
        if _is_furniture(element):
            element.drop_tree()
        elif isinstance(element.tag, str) and "-" in element.tag:
            element.drop_tag()  # what a page's scripts would have shown
    within = (link for link in body.iter("a") if ":" not in (link.get("href") or ":"))
    linked = sum(len(text_of(link)) for link in within)
    if linked > _MOST_LINKED * len(text_of(body)):
        return (), ""
    return tuple(claims), text_of_fragment(html.tostring(body, encoding="unicode"))


_MOST_LINKED = 0.6
"""Of a chapter's text; one with more in links to others of the book is a table of contents."""
_NAVIGATION = regex(r"\bcalibre_navbar\d*\b")
_AMERICAN = regex(r"^(\d\d?)\.(\d\d?)\.(\d{4})(?=\s+\d\d?:\d\d\s*[AP]M\b)")
_CALIBRE = "calibre-downloaded-from"


def _is_furniture(element: Any) -> bool:
    return element.tag == "nav" or _NAVIGATION.search(element.get("class") or "") is not None


def _facts_of(body: Any) -> Iterator[Claim]:
    """Heading, authors, time and address, as far as a chapter made of a page kept them."""
    heading = next((h for h in body.iter("h1", "h2", "h3") if text_of(h)), None)
    if heading is not None:
        yield Claim("title", text_of(heading), "chapter heading", 0.85)
    for element in body.iter():
        if element.get("rel") == _CALIBRE and element.get("href"):
            yield Claim("url", element.get("href"), "address that calibre names", 0.9)
        elif element.get("rel") == "author" or element.get("itemprop") == "author":
            yield Claim("authors", text_of(element), "chapter author", 0.85)
    time = next(body.iter("time"), None)
    if time is not None:
        told = time.get("datetime") or text_of(time)
        # "02.09.2021 07:00 AM" has the month first, as all have who count hours by twelve.
        told = _AMERICAN.sub(r"\1/\2/\3", told)
        yield Claim("date", told, "chapter time", 0.75)


def _claims(package: Any) -> Iterator[Claim]:
    """The facts of the whole book; what made it is no author.

    Of a newspaper that calibre fetched, the title has the day behind the paper's name.
    """
    title = text_at(package, "title")
    source = _DAY_BEHIND.sub("", title).strip(" .,–—-")
    if source or title:
        yield Claim("source", source or title, "EPUB title", 0.7)
    for creator in every(package, "creator")[:10]:
        if _PROGRAM.match(text_of(creator)) is None:
            yield Claim("authors", text_of(creator), "EPUB creator", 0.7)
    if text_at(package, "date"):
        yield Claim("date", text_at(package, "date"), "EPUB date", 0.5)
    if text_at(package, "language"):
        yield Claim("language", text_at(package, "language"), "EPUB language", 0.6)


_PROGRAM = regex(r"calibre\b|pandoc\b|sigil\b|unknown$|various$", re.IGNORECASE)
_DAY_BEHIND = regex(
    r"(?:[\s.,_–—-]*(?:\[[^\]]*\d{4}[^\]]*\]|\([^)]*\d{4}[^)]*\)"
    r"|(?<!\d)\d{4}[.-]\d\d?[.-]\d\d?))+\s*$"
)
