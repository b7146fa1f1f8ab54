"""What a file holds before anything is made of it: text or markup, and the container's claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from newsgrep.text.dates import FoundDate

MAX_DOCUMENT = 8_000_000
"""Bytes of one article; reading it takes some twenty times that, so more is refused."""


FEED_TITLE = "feed title"
"""The origin of a source that is a feed's title, which may be that of a section."""


class Form(Enum):
    """How the content of a raw document is written."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    PAGE = "HTML page"
    PROSE = "text of an article, without headline or byline"


class Claim(NamedTuple):
    """A value for a field of the article, who says so, and how much to believe it (0 to 1)."""

    field: str
    value: str
    origin: str
    confidence: float
    ambiguous: bool = False
    """Of a date: whether day and month may change places; then ``value`` has the month first."""


def date_claim(
    found: FoundDate, origin: str, confidence: float | None = None, field: str = "date"
) -> Claim:
    """The claim of a date that was found, as sure as its reading unless told otherwise."""
    sure = found.confidence if confidence is None else confidence
    return Claim(field, found.iso, origin, sure, found.ambiguous)


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One article's worth of a file, as found.

    ``record`` counts from 1 within a file of many and is 0 in a file of one.
    """

    form: Form
    content: str
    claims: tuple[Claim, ...] = ()
    record: int = 0
    part: str = ""
    """Where in the file it stands, for people: ``bytes 120-980``, ``pages 3-4``, ``line 7``."""
    optional: bool = False
    """Whether it may well be no article, as pages in a web archive are; then it is passed over."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record of a file that could not be read, though those after it may be."""

    record: int
    reason: str
    scanned: bool = False
    """Whether ``--ocr`` would read it."""
