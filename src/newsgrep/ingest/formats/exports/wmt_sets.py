"""Test sets of the WMT, for translations of news: a ``doc`` an article, its sentences in ``seg``.

What a set is a translation of, or into, is told by its first element: ``srcset``, ``refset``,
``tstset``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.formats.exports.sgml_parts import Part, all_within, line_of, parts_of
from newsgrep.ingest.formats.xml import BREAKS_OFF
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"<"

MAX_SET = 64_000_000
_ORIGIN = "WMT"
_ROOT = regex(
    rb"\s*(?:<\?xml[^>]*>\s*|<!DOCTYPE[^>]*>\s*|<mteval>\s*)*<(?:src|ref|tst)set\b", re.IGNORECASE
)
_LANGUAGE = regex(r"<(?:src|ref|tst)set\b([^>]*)>", re.IGNORECASE)
_PAPER = regex(r"(?:([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,4})|([a-z-]+))\.\d+")
"""A number behind the site or the name of a paper."""
_PAPERS = {
    "abcnews": "ABC News", "bbc": "BBC News", "cbsnews": "CBS News", "cnn": "CNN",
    "euronews-en": "Euronews", "foxnews": "Fox News", "guardian": "The Guardian",
    "independent": "The Independent", "latimes": "Los Angeles Times",
    "nytimes": "The New York Times", "reuters": "Reuters", "scotsman": "The Scotsman",
    "telegraph": "The Daily Telegraph", "upi": "United Press International",
}  # fmt: skip
"""Papers that sets call by a word."""


def matches(head: bytes, name: str) -> bool:
    return _ROOT.match(head.lstrip(b"\xef\xbb\xbf")) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    text = decode(read_document(stream, MAX_SET, "a test set"))
    first = _LANGUAGE.search(text)
    attributes = _attributes(first[1]) if first is not None else {}
    spoken = attributes.get("trglang") or attributes.get("srclang") or ""
    is_whole = True
    for number, part in enumerate(parts_of(text, "doc"), start=1):
        headline, paragraphs = _text(part.markup)
        claims = tuple(_claims(part, headline, spoken))
        yield RawDocument(Form.PROSE, "\n\n".join(paragraphs), claims, number, part.place)
        is_whole = part.is_whole
    if not is_whole:
        raise UnreadableFile(BREAKS_OFF)


def _text(markup: str) -> tuple[str, list[str]]:
    """The headline, which is marked as such or is the first sentence, and the paragraphs."""
    marked = all_within(markup, "hl")
    if marked:
        markup = markup.replace(marked[0], "", 1)
    blocks = all_within(markup, "p") or [markup]
    told = [[line_of(one) for one in all_within(block, "seg")] for block in blocks]
    headline = line_of(marked[0]) if marked else ""
    if not headline and sum(map(len, told)) > 1:
        headline = next(sentences for sentences in told if sentences).pop(0)
    paragraphs = [" ".join(filter(None, sentences)) for sentences in told]
    return headline, [paragraph for paragraph in paragraphs if paragraph]


def _claims(part: Part, headline: str, spoken: str) -> Iterator[Claim]:
    attributes = _attributes(part.attributes)
    if headline:
        yield Claim("title", headline, f"{_ORIGIN} first sentence", 0.8)
    paper = _PAPER.fullmatch(attributes.get("docid", ""))
    source = (paper[1] or _PAPERS.get(paper[2], "")) if paper is not None else ""
    if source:
        yield Claim("source", source, f"{_ORIGIN} docid", 0.7)
    if re.fullmatch(r"[a-z]{2}", spoken):
        yield Claim("language", spoken, f"{_ORIGIN} lang", 0.6)


def _attributes(written: str) -> dict[str, str]:
    return {
        name.lower(): value for name, value in re.findall(r"([\w:-]+)\s*=\s*\"([^\"]*)\"", written)
    }
