"""Press releases as AsiaNet sends them: who issued it, its number, headline, dateline, text."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

_HEAD = regex(
    r"\s*Source:[ \t]*(?P<issuer>[^\n]{2,120})\n[ \t]*(?:MEDIA|PRESS|NEWS) RELEASE [A-Z]{1,4}\d+"
    r"[ \t]*\n(?P<title>(?:[ \t]*\S[^\n]*\n){1,4})[ \t]*\n"
)


def wrote(sample: str) -> bool:
    """Whether a text that begins so is such a release."""
    return _HEAD.match(sample) is not None


def split(text: str) -> Iterator[RawDocument]:
    """The release in a text; the lines of its headline are joined, its number is left out."""
    head = _HEAD.match(text)
    if head is None:
        return
    claims = (
        Claim("title", " ".join(head["title"].split()), "release's headline", 0.93),
        Claim("source", head["issuer"].strip(), "release's issuer", 0.85),
    )
    yield RawDocument(Form.PROSE, text[head.end() :], claims)
