"""Heads whose line ends were made full stops: ``By . Ann Poe . PUBLISHED: . 14:11 EST, … . |``.

So programs write pages of the Daily Mail and others, with the text behind it in one line; the
corpus of CNN and Daily Mail stories has 200,000 of them.
"""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.cited_in_line import cited_in_line
from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.head_lines import read_line
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_END = " . "
_BY = "By"
_STAMPS = {"published:": "date", "updated:": "modified"}
_BEGINS = regex(
    r"(?:By|PUBLISHED:|UPDATED:) \. |Last updated at [^.]{6,40}(?:\.m\.)?[^.]{0,30} \. "
    r"|[^.\n]{3,60} \. (?:PUBLISHED|UPDATED|Last updated)\b",
    re.IGNORECASE,
)
_LAST_UPDATED = regex(r"Last updated at (?P<when>.{6,60})", re.IGNORECASE)
_LONGEST_PIECE = 90
"""Characters of a line of the head."""
_ORIGIN = "head in one line"


def flattened_head(text: str) -> tuple[list[Claim], str]:
    """What such a head says, and the text behind it; nothing where there is none."""
    if (cited := cited_in_line(text)) is not None:
        return cited
    if _BEGINS.match(text) is None:
        return [], text
    claims: list[Claim] = []
    rest = text
    while (parted := rest.split(_END, 2)) and len(parted) > 1:
        word, said = parted[0], parted[1]
        if word == "|":
            rest = rest[len(word) + len(_END) :]
            continue
        more, pieces = _said(word, said if len(parted) > 2 else "", first=rest is text)
        if not pieces:
            break
        claims += more
        rest = rest[sum(len(piece) + len(_END) for piece in parted[:pieces]) :]
    return claims, rest


def _said(word: str, following: str, *, first: bool) -> tuple[list[Claim], int]:
    """What a line of the head says, and of how many lines it is; 0 where it is none of it."""
    if max(len(word), len(following) if word == _BY else 0) > _LONGEST_PIECE:
        return [], 0
    if word == _BY and following:
        return _named(following, 2)
    if word.startswith("and ") and not first:
        return _named(word.removeprefix("and "), 1)
    if (updated := _LAST_UPDATED.fullmatch(word)) is not None:
        return _dated(updated["when"], "date", 0.6, 1)
    field = _STAMPS.get(word.lower())
    if field is not None and following:
        return _dated(following[:_LONGEST_PIECE], field, 0.9, 2)
    return _named(word, 1) if first and following.lower().startswith(tuple(_STAMPS)) else ([], 0)


def _named(text: str, lines: int) -> tuple[list[Claim], int]:
    found = read_line(f"By {text}", 1, Standing(near=True))
    if not found.is_head or found.unknown:
        return [], 0
    return [claim._replace(origin=_ORIGIN) for claim in found.claims], lines


def _dated(text: str, field: str, sure: float, lines: int) -> tuple[list[Claim], int]:
    date = next(find_dates(text), None)
    if date is None:
        return [], 0
    return [date_claim(date, _ORIGIN, sure)._replace(field=field)], lines
