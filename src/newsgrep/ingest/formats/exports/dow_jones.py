"""DJNML, in which Dow Jones delivers and archives its newswires: a ``doc`` a story.

Attributes have often lost their quotes and elements their ends, and many stories are put in one
file, each with a root or a document type of its own: so they are read by their tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.formats.exports.sgml_parts import all_within, line_of, parts_of, prose_of
from newsgrep.ingest.formats.xml import BREAKS_OFF
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"<"

MAX_FILE = 64_000_000
_ORIGIN = "DJNML"
_OPENS_STORY = regex(
    rb"\s*(?:<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*|<[a-z][\w-]{0,30}>\s*){0,5}"
    rb"<doc(?:\s[^<>]*)?>\s*<\w+\s[^<>]*\bdocdate=", re.IGNORECASE,
)  # fmt: skip
_STORY = regex(r"\A\s*<\w+\s([^<>]*\bdocdate=[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = regex(r"([\w:-]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_PREFORMATTED = regex(r"<(/?)pre(?:\s[^<>]*)?>", re.IGNORECASE)
_TEXT = regex(r"<text(?:\s[^<>]*)?>(.*?)(?:</text>|</body>|\Z)", re.IGNORECASE | re.DOTALL)
_OF_FEED = regex(r"\((?:END|MORE TO FOLLOW)\)(?:\s?Dow Jones Newswires)?")
_SENT = regex(r"([A-Z][a-z]{2,8}\.? \d{1,2},? \d{4} \d\d:\d\d) E[DS]?T(?: \(\d\d:\d\d GMT\))?")
"""The last line: ``May 01, 2017 02:32 ET (06:32 GMT)``."""
_DANGLING = regex(r"\s*--\s*$")
"""What stood before the name of the paper that a story is from."""
_PUBLISHERS = {"DJN": "Dow Jones Newswires", "DJ": "Dow Jones Newswires"}


def matches(head: bytes, name: str) -> bool:
    return _OPENS_STORY.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    text = decode(read_document(stream, MAX_FILE, "a file of newswires"))
    is_whole = True
    for number, part in enumerate(parts_of(text, "doc"), start=1):
        claims, body = _story(part.markup)
        yield RawDocument(Form.PROSE, body, tuple(claims), number, part.place)
        is_whole = part.is_whole
    if not is_whole:
        raise UnreadableFile(BREAKS_OFF)


def _story(markup: str) -> tuple[list[Claim], str]:
    """What a story's tags claim of it, and its text."""
    claims: list[Claim] = []
    opened = _STORY.match(markup)
    said = {
        name.lower(): one or other or bare
        for name, one, other, bare in _ATTRIBUTE.findall(opened[1] if opened is not None else "")
    }
    heads = list(filter(None, map(line_of, all_within(markup, "headline"))))
    if heads:
        claims.append(Claim("title", _DANGLING.sub("", heads[0]), f"{_ORIGIN} headline", 0.95))
    if publisher := said.get("publisher"):
        known = _PUBLISHERS.get(publisher)
        sure = 0.9 if known else 0.5
        claims.append(Claim("source", known or publisher, f"{_ORIGIN} publisher", sure))
    if day := said.get("docdate"):
        claims.append(Claim("date", day, f"{_ORIGIN} docdate", 0.93))
    if language := said.get("xml:lang"):
        claims.append(Claim("language", language, f"{_ORIGIN} xml:lang", 0.85))
    texts = _TEXT.findall(_PREFORMATTED.sub(r"<\1p>", markup))
    lines = [line for text in texts for line in prose_of(text).split("\n\n") if line]
    sent = _SENT.fullmatch(lines[-1]) if lines else None
    if sent is not None:
        found = next(find_dates(sent[1]), None)
        claims += [date_claim(found, f"{_ORIGIN} last line", 0.95)] if found is not None else []
        del lines[-1]
    if lines and _OF_FEED.fullmatch(lines[-1]) is not None:
        del lines[-1]
    return claims, "\n\n".join(lines)
