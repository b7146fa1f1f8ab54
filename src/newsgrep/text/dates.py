"""Dates as articles give them, made ISO 8601; as precise as written and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from newsgrep.text.fold import fold
from newsgrep.text.months import MONTHS

FIRST_YEAR, LAST_YEAR = 1600, 2100
"""Years outside of these are taken for other numbers."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|o|\.)?"
_PATTERNS = (
    re.compile(rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+{_YEAR}(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+|-)(?:de\s+|of\s+)?(?P<month>{_MONTH})"
        rf"(?:\.?,?\s+(?:de\s+|del\s+)?|-){_YEAR}(?!\d)"
    ),
    re.compile(rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?!\d)"),
)
_NUMERIC = re.compile(rf"(?<!\d)(?P<a>\d{{1,2}})(?P<sep>[/.])(?P<b>\d{{1,2}})(?P=sep){_YEAR}(?!\d)")
_TIME = re.compile(
    r"(?:t|[\s,|·•–-]{1,4}(?:(?:at|um|kl|a\s+las|a)\s+)?)(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))"
    r"(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?(?:\s*uhr\b)?"
    r"(?:\s*\(?(?P<zone>gmt|utc|z|est|edt|cst|cdt|mst|mdt|pst|pdt|bst|cest|cet)\b\)?"
    r"|\s*(?P<offset>[+-]\d\d:?\d\d))?"
)
_HOUR_ONLY = re.compile(r"[\s,]{1,3}(?:at\s+)?(?P<hour>\d{1,2})\s*(?P<half>[ap])\.?\s?m\b")
_ZONES = {
    "gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
}  # fmt: skip
_DAY_FIRST = frozenset(("es", "fr", "de", "it", "pt", "nl", "ca"))


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: ISO 8601, character offsets, and how sure its reading is (0 to 1)."""

    iso: str
    start: int
    end: int
    confidence: float


def _fold_in_place(text: str) -> str:
    """Folded text of the same length, so that offsets hold."""
    if text.isascii():
        return text.lower()
    return "".join(folded if len(folded := fold(c)) == 1 else c for c in text)


def _possible(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return FIRST_YEAR <= year <= LAST_YEAR


def _at_month_start(text: str, start: int) -> bool:
    """Not inside a word ("dismay 2, 2017"), unless stuck to a name ("MatalonFebruary")."""
    if not start or not text[start].isalpha() or not text[start - 1].isalpha():
        return True
    return text[start].isupper() and not text[start - 1].isupper()


def _month_number(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS[text]


_DIGIT = re.compile(r"\d")


def find_dates(text: str, language: str = "") -> Iterator[FoundDate]:
    """The dates in a short text, in order of the shapes they are written in.

    ``language`` decides between day and month where the digits leave it open.
    """
    if _DIGIT.search(text) is None:
        return
    folded = _fold_in_place(text)
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            start = match.start()
            if not _at_month_start(text, start):
                continue
            year, day = int(match["year"]), int(match["day"])
            month = _month_number(match["month"])
            if _possible(year, month, day):
                yield _with_time(folded, match, f"{year:04d}-{month:02d}-{day:02d}", 0.95)
    for match in _NUMERIC.finditer(folded):
        first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
        day_first = match["sep"] == "." or language in _DAY_FIRST or first > 12
        sure = match["sep"] == "." or max(first, second) > 12 or first == second
        day, month = (first, second) if day_first else (second, first)
        if _possible(year, month, day):
            iso = f"{year:04d}-{month:02d}-{day:02d}"
            yield _with_time(folded, match, iso, 0.9 if sure else 0.5)


_YEARLESS = (
    re.compile(rf"(?<![a-z])(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:de\s+)?(?P<month>{_MONTH})(?![a-z])"),
)


def day_of(text: str) -> str:
    """The first day without a year in a short text, as ``02-20``; empty where there is none."""
    folded = _fold_in_place(text)
    for pattern in _YEARLESS:
        match = pattern.search(folded)
        if match is not None:
            month, day = _month_number(match["month"]), int(match["day"])
            if _possible(2000, month, day):
                return f"{month:02d}-{day:02d}"
    return ""


def is_possible(iso: str) -> bool:
    """Whether ``iso`` is a day that there was, within the years that are believed."""
    try:
        return FIRST_YEAR <= date.fromisoformat(iso[:10]).year <= LAST_YEAR
    except ValueError:
        return False


def _with_time(folded: str, match: re.Match[str], day: str, confidence: float) -> FoundDate:
    """The date at ``match``, with the time of day that follows it."""
    time = _TIME.match(folded, match.end()) or _HOUR_ONLY.match(folded, match.end())
    if time is not None:
        parts = time.groupdict()
        hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
        second = int(parts.get("second") or 0)
        if parts["half"] and 1 <= hour <= 12:
            hour = hour % 12 + (12 if parts["half"] == "p" else 0)
        if hour < 24 and minute < 60 and second < 60:
            offset = parts.get("offset") or _ZONES.get(parts.get("zone") or "", "")
            if offset and ":" not in offset:
                offset = f"{offset[:3]}:{offset[3:]}"
            iso = f"{day}T{hour:02d}:{minute:02d}:{second:02d}{offset}"
            return FoundDate(iso, match.start(), time.end(), confidence)
    return FoundDate(day, match.start(), match.end(), confidence)


def normal_date(value: str, language: str = "") -> str:
    """A date as a container gives it, in ISO 8601; empty where it is none.

    Reads ISO 8601 in all its precisions, RFC 2822, and dates in words.
    """
    value = value.strip()
    if re.fullmatch(r"(\d{4})(-\d\d)?", value):
        year, _, month = value.partition("-")
        sane = FIRST_YEAR <= int(year) <= LAST_YEAR and (not month or 1 <= int(month) <= 12)
        return value if sane else ""
    found = _iso(value) or _rfc_2822(value)
    if found:
        return found
    first = next(find_dates(value[:200], language), None)
    if first is not None:
        return first.iso
    return _by_dateparser(value) if _WORDED.search(value) and len(value) < 80 else ""


# With a year: "22 hours ago" is a date only for who knows when that was.
_WORDED = re.compile(r"[^\W\d_]{3}.*\d{4}|\d{4}.*[^\W\d_]{3}")
_LANGUAGES = ["en", "es", "fr", "de", "pt", "it", "nl", "ru"]


@lru_cache(maxsize=4096)
def _by_dateparser(value: str) -> str:
    """What our own rules do not read, by a library that is slower and reads more."""
    import dateparser

    settings = {"STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False}
    try:
        moment = dateparser.parse(value, languages=_LANGUAGES, settings=settings)
    except (ValueError, OverflowError, TypeError, RecursionError):
        return ""
    if moment is None or not re.search(r"\d{4}|\d\d\b", value):
        return ""
    iso = _iso_moment(moment)
    return iso[:10] if iso.endswith("T00:00:00") else iso


def _iso(value: str) -> str:
    try:
        if len(value) <= 10:
            day = date.fromisoformat(value)
            return day.isoformat() if FIRST_YEAR <= day.year <= LAST_YEAR else ""
        moment = datetime.fromisoformat(value.replace(" UTC", "+00:00").replace(" GMT", "+00:00"))
    except ValueError:
        return ""
    return _iso_moment(moment)


def _rfc_2822(value: str) -> str:
    try:
        return _iso_moment(parsedate_to_datetime(value))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _iso_moment(moment: datetime) -> str:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return ""
    return moment.replace(microsecond=0).isoformat()
