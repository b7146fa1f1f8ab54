"""Datelines: ``WASHINGTON, Feb 20 (Reuters) -``, where and by whom a story was filed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.names.personal_names import set_right
from newsgrep.text.dates import day_of, find_dates

_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý.’'-]+(?:[ -][A-ZÀ-Ý][A-ZÀ-Ý.’'-]*){0,3}"
_MIXED = r"[A-ZÀ-Ý][\w.’'-]+(?: (?:de |del |of )?[A-ZÀ-Ý][\w.’'-]+){0,3}"
_REGION = r"(?:, (?:[A-ZÀ-Ý][\w.]*\.?(?: [A-ZÀ-Ý][\w.]*)?))?"
_DAY = (
    r"(?:,? (?P<day>[A-Za-z]{3,9}\.? \d{1,2}(?:, \d{4})?"
    r"|\d{1,2}(?: de)? [A-Za-z]{3,10}\.?(?:(?: de)? \d{4})?))?"
)
_AGENCY = r"(?:\((?P<agency>[^()]{2,40})\)|/(?P<slashed>\w[\w -]{2,30})/)"
_DASH = r"\s*(?:\.?\s?[-–—]{1,2}|:)\s*"
_BETWEEN = r"\s*[-–—/]{1,2}\s*"
_LONGEST = 160
_SIGN = re.compile("[-–—:]")
"""What ends each of them."""
_PATTERNS = (
    # Press wires: "RADNOR, PA - (NewMediaWire) - December 28, 2024 - ".
    re.compile(
        rf"(?P<place>(?:{_CAPITALS}|{_MIXED}){_REGION})(?:{_BETWEEN}{_AGENCY})?{_BETWEEN}"
        rf"(?P<day>[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, \d{{4}})(?:{_BETWEEN}\([^()]{{2,40}}\))?{_DASH}"
    ),
    re.compile(rf"(?P<place>{_CAPITALS}{_REGION}){_DAY}\s*(?:{_AGENCY})?{_DASH}"),
    re.compile(rf"(?P<place>{_MIXED}{_REGION}){_DAY}\s*{_AGENCY}{_DASH}"),
    re.compile(rf"{_AGENCY}{_DASH}(?P<place>(?!))?"),
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; ``date`` is ISO 8601, and empty where it has no year."""

    place: str
    source: str
    date: str
    day: str
    """Month and day where it has no year: ``02-20``."""
    end: int
    """Character offset of the story's first word behind it."""


def read_dateline(text: str) -> Dateline | None:
    """The dateline that ``text`` opens with, or None."""
    head = text[:_LONGEST]
    return _dateline(head) if _SIGN.search(head) is not None else None


# Several rules ask for the dateline of the same lines.
@lru_cache(maxsize=256)
def _dateline(head: str) -> Dateline | None:
    for pattern in _PATTERNS:
        match = pattern.match(head)
        if match is None:
            continue
        parts = match.groupdict()
        signed = parts.get("agency") or parts.get("slashed") or ""
        source = agency(signed) or publication(signed)
        if signed and not source and not parts.get("place"):
            continue
        place = parts.get("place") or ""
        if place and not signed and not parts.get("day") and not _certain(place, match.group()):
            continue
        found = next(find_dates(parts.get("day") or ""), None)
        iso = found.iso if found else ""
        day = "" if iso else day_of(parts.get("day") or "")
        return Dateline(_place(place), source or signed.strip(), iso, day, match.end())
    return None


def _certain(place: str, whole: str) -> bool:
    """Capitals before a dash are a place where they are words, not an acronym or a label."""
    town = place.split(",")[0]
    return any(len(word) > 3 for word in re.split(r"[ -]", town)) and ":" not in whole


# The articles of a wire are filed from few places.
@lru_cache(maxsize=1024)
def _place(place: str) -> str:
    town, *regions = place.split(", ")
    return ", ".join(
        [set_right(town), *(r if re.fullmatch("[A-Z]{2}", r) else set_right(r) for r in regions)]
    )


def dateline_claim(line: str) -> Dateline | None:
    """A dateline kept apart from the text, as exports do: ``SALVADOR, Feb 26 -``."""
    return read_dateline(line.strip() + ("" if re.search(r"[-–—:]\s*$", line) else " - "))
