"""Abstracts of databases in one line: ``Headline   By Poe, Ann, The Paper,  Oct 7, 2007  Text …``.

The parts stand between two blanks; a line above may have the day in digits.
"""

from __future__ import annotations

from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_HEAD = regex(
    r"\s*(?:(?:19|20)\d{6}\s+)?(?P<title>\S[^\n]{8,250}?)[ \t]{2,}"
    r"(?:[Bb]y (?:[Bb]y )?(?P<who>[^\n]{3,80}?),\s)?(?P<paper>[A-Z][\w .&'’-]{2,50}),\s{1,3}"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)[ \t]{2,}(?=\S)"
)
_OPENING = 500
_ORIGIN = "citation in one line"


def cited_in_line(text: str) -> tuple[list[Claim], str] | None:
    """What such a head says, and the text behind it; None where a text opens otherwise."""
    opening = text[:_OPENING]
    if "  " not in opening:
        return None
    head = _HEAD.match(opening)
    if head is None or not publication(head["paper"]):
        return None
    claims = [
        Claim("title", head["title"].strip(), _ORIGIN, 0.9),
        Claim("source", head["paper"], _ORIGIN, 0.9),
    ]
    if head["who"]:
        claims.append(Claim("authors", head["who"], _ORIGIN, 0.85))
    day = next(find_dates(head["day"]), None)
    if day is not None:
        claims.append(date_claim(day, _ORIGIN, 0.9))
    return claims, text[head.end() :]
