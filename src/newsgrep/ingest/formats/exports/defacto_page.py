"""Clippings as APA's database DeFacto prints them: a page, with a division an article.

In each a ``pre`` has ``"Kurier" vom 23.10.2017 Seite: 2`` and the department; a heading the
headline, above or below a deck; then the paragraphs, and in the end what the article is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.exports.export_page import root_of
from newsgrep.ingest.formats.xml import text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

MARK = regex(rb"<div class=[\"']eintrag[\"']>\s*<pre>")
"""What such a page has, and no other."""

_ENTRIES = "//div[@class='eintrag'][pre]"
_CLIPPED = regex(
    r'\s*"?(?P<source>[^"]{2,80}?)(?: \d\d:\d\d)?"?(?: Nr\. ?\S+)? (?:vom|gefunden am) '
    r"(?P<date>\d\d\.\d\d\.\d{4}(?: \d\d[.:]\d\d)?)"
)
_DEPARTMENT = regex(r"Ressort:[ \t]*(.+)")


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    """The articles of a page. Raises :class:`UnreadableFile`."""
    entries = root_of(stream).xpath(_ENTRIES)
    if not entries:
        raise UnreadableFile("no articles in this page of DeFacto")
    for number, entry in enumerate(entries, start=1):
        yield _article(entry, number)


def _article(entry: Any, number: int) -> RawDocument:
    claims: list[Claim] = []
    paragraphs: list[str] = []
    beside: list[str] = []
    for child in entry:
        if child.tag == "pre":
            claims += _claims_of(child.text_content())
        elif child.tag == "h3":
            claims.append(Claim("title", text_of(child), "DeFacto's heading", 0.95))
        elif child.tag == "p":
            paragraphs.append(text_of(child))
        line = " ".join((child.tail or "").split())
        if line and not paragraphs:
            beside.append(line)
        elif line and "/" in line and ". " not in line:
            claims += [
                Claim("tags", tag.strip(), "DeFacto's topics", 0.8) for tag in line.split("/")
            ]
        elif line:
            paragraphs.append(line)
    claims += [Claim("deck", line, "beside DeFacto's heading", 0.85) for line in beside[:1]]
    text = "\n\n".join([*beside[1:], *paragraphs])
    return RawDocument(Form.PROSE, text, tuple(claims), number, f"article {number}")


def _claims_of(head: str) -> Iterator[Claim]:
    """Paper, day and department, as they stand above an article."""
    clipped = _CLIPPED.match(head)
    if clipped is not None:
        yield Claim("source", clipped["source"].strip(), "DeFacto's source line", 0.95)
        yield Claim("date", clipped["date"], "DeFacto's source line", 0.95)
    department = _DEPARTMENT.search(head)
    if department is not None:
        yield Claim("section", department[1].strip(), "DeFacto's Ressort", 0.85)
