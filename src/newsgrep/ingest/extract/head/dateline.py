"""Datelines: ``WASHINGTON, Feb 20 (Reuters) -``, where and by whom a story was filed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.chinese import dateline_in
from newsgrep.ingest.extract.head.press_dateline import NO_PLACE, may_be_dated, press_dateline
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
_AGENCY = r"(?:\((?P<agency>[^():]{2,40})\)|/(?P<slashed>\w[\w -]{2,30})/)"
_TLD = r"\.(?:com|net|org|tv|news|co(?:\.[a-z]{2})?|id|COM|NET|CO(?:\.[A-Z]{2})?)"
_SITE_IN_PLACE = re.compile(rf"[\w-]{{2,20}}{_TLD}")
_DAY_SIGNED = re.compile(r"\d \([A-Z]")
"""What the dateline of an agency has that ends without a dash."""
_DASH = r"\s*(?:\.?\s?(?:--|[–—]{1,2}|(?<=[\s).\d])-|-(?=\s))|:)\s*"
_LONGEST = 160
_SIGN = re.compile("[-–—:]")
"""What ends each of them, but those with a full date."""
_PATTERNS = (
    re.compile(rf"(?P<place>{_CAPITALS}{_REGION}){_DAY}\s*(?:[-–—]{{0,2}}\s*{_AGENCY})?{_DASH}"),
    re.compile(rf"(?P<place>{_MIXED}{_REGION}){_DAY}\s*(?:[-–—]{{1,2}}\s*)?{_AGENCY}{_DASH}"),
    re.compile(rf"{_AGENCY}{_DASH}(?P<place>(?!))?"),
    re.compile(
        rf"(?P<place>{_MIXED}{_REGION}),? (?P<day>[A-Z][a-z]{{2,8}}\.? \d{{1,2}}"
        r"|\d{1,2} [A-Z][a-z]{2,8}\.?) \((?P<agency>[A-Z]{2,8}|[A-Z][a-z]{2,20})\)\s+"
        r"(?=[A-Z“\"'‘])"
    ),
    re.compile(
        rf"(?P<agency>[\w-]{{2,20}}{_TLD}),\s?(?P<place>{_MIXED})\s*"
        r"(?:[-–—]{1,2}\s|\(.{2,30}\)\s*[-–—])"
    ),
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
    if _SIGN.search(head) is not None or may_be_dated(head):
        return _dateline(head)
    return _dateline(head) if "日" in head or _DAY_SIGNED.search(head) is not None else None


# Several rules ask for the dateline of the same lines.
@lru_cache(maxsize=256)
def _dateline(head: str) -> Dateline | None:
    press = press_dateline(head)
    if press is not None:
        source = agency(press.signed) or publication(press.signed) or press.signed
        return Dateline(_place(press.place), source, press.date, "", press.end)
    chinese = dateline_in(head)
    if chinese is not None:
        signed, place, day, end = chinese
        return Dateline(place, publication(signed) or signed, "", day, end)
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
        site = _SITE_IN_PLACE.search(place)
        if site is not None:
            # "JAKARTA, PAPER.com -", "PAPER.COM, Jakarta -"
            place = ", ".join(p for p in place.split(", ") if _SITE_IN_PLACE.fullmatch(p) is None)
            signed = signed or site[0]
            source = source or publication(site[0])
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
    worded = any(len(word) > 3 for word in re.split(r"[ -]", town))
    return worded and ":" not in whole and NO_PLACE.match(town) is None


_SHORT = re.compile(r"[A-Z]{2}|USA|UAE|NSW")
_SHORT_ENDS = re.compile(r"^(.* )(SAR|USA?|UK|UAE)$")


# The articles of a wire are filed from few places.
@lru_cache(maxsize=1024)
def _place(place: str) -> str:
    """A place without its capitals, but with those of states: ``TULSA, OK`` → ``Tulsa, OK``."""
    town, *regions = place.split(", ")
    short = 0 if town.isupper() else 3
    named = [r if _SHORT.fullmatch(r) or len(r) <= short else set_right(r) for r in regions]
    ends = _SHORT_ENDS.match(town)
    town = f"{set_right(ends[1])} {ends[2]}" if ends is not None else set_right(town)
    return ", ".join([town, *named])


def dateline_claim(line: str) -> Dateline | None:
    """A dateline kept apart from the text, as exports do: ``SALVADOR, Feb 26 -``."""
    return read_dateline(line.strip() + ("" if re.search(r"[-–—:]\s*$", line) else " - "))
