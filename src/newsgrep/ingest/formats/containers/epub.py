"""EPUB: a chapter an article, in the order of reading."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import unquote

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.zip_archive import DAMAGES, open_checked, reason_of
from newsgrep.ingest.formats.documents.markup import page_root, text_of_fragment
from newsgrep.ingest.formats.encoding import decode
from newsgrep.ingest.formats.xml import every, first, parsed, text_at, text_of
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable

NAMES = (".epub",)

_SHORTEST = 200
"""Characters; shorter chapters are covers, titles and tables of contents."""


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"PK\x03\x04") and (
        name.endswith(NAMES) or b"application/epub+zip" in head[:200]
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
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
            markup = decode(archive.read(chapter)[: MAX_DOCUMENT + 1])
        except (KeyError, *DAMAGES) as error:
            number += 1
            yield Unreadable(number, f"{chapter}: {reason_of(error)}")
            continue
        title, text = _read_chapter(markup)
        if len(text) < _SHORTEST:
            continue
        number += 1
        named = (Claim("title", title, "chapter heading", 0.85),) if title else ()
        yield RawDocument(Form.PROSE, text, (*named, *claims), number, chapter)


def _chapters(package: Any, folder: str) -> Iterator[str]:
    hrefs = {item.get("id"): item.get("href") for item in every(package, "item")}
    for reference in every(package, "itemref")[:5000]:
        href = hrefs.get(reference.get("idref"))
        if href:
            yield posixpath.normpath(posixpath.join(folder, unquote(href)))


def _read_chapter(markup: str) -> tuple[str, str]:
    from lxml import html
    from lxml.etree import LxmlError

    try:
        root = page_root(markup)
    except (LxmlError, ValueError):
        return "", text_of_fragment(markup)
    heading = next((h for h in root.iter("h1", "h2", "h3")), None)
    body = root.find("body")
    if body is None:
        body = root
    text = text_of_fragment(html.tostring(body, encoding="unicode"))
    return text_of(heading), text


def _claims(package: Any) -> Iterator[Claim]:
    title = text_at(package, "title")
    if title:
        yield Claim("source", title, "EPUB title", 0.7)
    for creator in every(package, "creator")[:10]:
        yield Claim("authors", text_of(creator), "EPUB creator", 0.7)
    if text_at(package, "date"):
        yield Claim("date", text_at(package, "date"), "EPUB date", 0.6)
    if text_at(package, "language"):
        yield Claim("language", text_at(package, "language"), "EPUB language", 0.6)
