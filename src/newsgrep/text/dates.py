"""Dates as articles give them, made ISO 8601; as precise as written and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from newsgrep.text.calendars import other_days
from newsgrep.text.fold import fold
from newsgrep.text.months import MONTHS, WEEKDAYS

FIRST_YEAR, LAST_YEAR = 1600, 2100
"""Years outside of these are taken for other numbers."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_ORDINAL = r"(?:st|nd|rd|th|er|o|\.)?"
_PATTERNS = (
    re.compile(
        rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}(?:\s?[-–/&]\s?\d{{1,2}}{_ORDINAL})?"
        rf",?\s+{_YEAR}(?!\d)"
    ),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}(?:,?\s+|[-/]|(?<=\.))(?:de\s+|of\s+|d['’])?"
        rf"(?P<month>{_MONTH})(?:\.?\s?,?\s+(?:de\s+|del\s+)?|[-/.]){_YEAR}(?!\d)"
    ),
    re.compile(rf"(?<!\d){_YEAR}-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)"),
    re.compile(
        rf"(?<!\d){_YEAR}(?:[/.]|\.\s)(?P<month>\d{{1,2}})(?:[/.]|\.\s)(?P<day>\d{{1,2}})(?!\d)"
    ),
    re.compile(rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s(?P<month>\d{{1,2}})\.\s{_YEAR}(?!\d)"),
    re.compile(
        rf"(?<!\d){_YEAR}(?:\.?\s+|[-/])(?P<month>{_MONTH})(?:\.?\s+|[-/])(?P<day>\d{{1,2}})(?!\d)"
    ),
    re.compile(rf"{_YEAR}\s?年\s?(?P<month>\d{{1,2}})\s?月\s?(?P<day>\d{{1,2}})\s?日"),
    re.compile(rf"{_YEAR}\s?년\s?(?P<month>\d{{1,2}})\s?월\s?(?P<day>\d{{1,2}})\s?일"),
)
_NUMERIC = re.compile(
    rf"(?<![\d/.-])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep){_YEAR}(?![\d/]|-(?!\d\d:\d\d))"
)
_ZONES = {
    "gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
    "wib": "+07:00", "wita": "+08:00", "kst": "+09:00",
    "pdt": "-07:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "eastern time": "", "central european time": "+01:00", "greenwich mean time": "+00:00",
    "british summer time": "+01:00", "central european summer time": "+02:00",
}  # fmt: skip
_ZONE = "|".join(sorted(_ZONES, key=len, reverse=True))
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?:[:.h]|\sh\s)(?P<minute>\d\d))(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?(?:\s*uhr\b)?"
    r"(?:\s*(?:gmt|utc)?(?P<offset>[+-]\d\d:?\d\d)(?!\d)"
    r"|\s*\(?(?:gmt|utc)\s?(?P<hours>[+-](?:1[0-4]|0?\d))(?![\d:])\)?"
    rf"|\s*\(?(?P<zone>{_ZONE})\b\)?)?"
)
# A weekday may stand between the day and its time: "July 2, 2019 Tuesday 9:33 AM GMT".
_TIME = re.compile(
    rf"(?:[\s,]+\(?(?:{_WEEKDAY})\)?)?"
    rf"(?:t|[\s,|·•–-]{{1,4}}(?:(?:at|um|om|kl\.?|klo|a\s+las|a\s+les|as|alle(?:\s+ore)?|ore|godz\.?|a)\s+)?){_CLOCK}"
)
_HOUR_ONLY = re.compile(r"[\s,]{1,3}(?:at\s+)?(?P<hour>\d{1,2})\s*(?P<half>[ap])\.?\s?m\b")
_TIME_BEFORE = re.compile(rf"(?<![\d:]){_CLOCK}[\s,]{{1,3}}(?:on\s+)?$")
_DAY_NAME = re.compile(rf"(?<![^\W\d_])(?:{_WEEKDAY}|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)"
                       r"(?![^\W\d_])")  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: ISO 8601, character offsets, and how sure its reading is (0 to 1)."""

    iso: str
    start: int
    end: int
    confidence: float
    ambiguous: bool = False
    """Whether day and month may change places; ``iso`` has the month first then."""


# Those of Arabic, Persian, Devanagari and Bengali.
_DIGITS = {first + n: ord("0") + n for first in (0x0660, 0x06F0, 0x0966, 0x09E6) for n in range(10)}


def _fold_in_place(text: str) -> str:
    """Folded text of the same length, so that offsets hold."""
    if text.isascii():
        return text.lower()
    return "".join(folded if len(folded := fold(c)) == 1 else c for c in text).translate(_DIGITS)


def is_day(year: int, month: int, day: int) -> bool:
    """Whether there was such a day, in a year that is believed."""
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


def without_weekday(text: str) -> str:
    """What stands before a date, without the day of the week as its last word."""
    before, _, last = text.rstrip(" ,").rpartition(" ")
    return before if fold(last) in WEEKDAYS else text


_WITH_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
"""What every date found in a text has."""


def find_dates(text: str) -> Iterator[FoundDate]:
    """The dates in a short text, in order of the shapes they are written in."""
    folded = _fold_in_place(text)
    if not text.isascii():
        for other in other_days(text.translate(_DIGITS)):
            yield FoundDate(other.iso, other.start, other.end, 0.9)
    if _WITH_YEAR.search(folded) is None:
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if not _at_month_start(text, match.start()):
                continue
            year, day = int(match["year"]), int(match["day"])
            month = _month_number(match["month"])
            if match["month"] == "listopada" and folded[match.end("day")] == ".":
                month = 10  # in Croatian; November in Polish, which writes no stop behind the day
            if is_day(year, month, day):
                yield _with_time(folded, match, f"{year:04d}-{month:02d}-{day:02d}", 0.95)
    for match in _NUMERIC.finditer(folded):
        found = _numeric(folded, match)
        if found is not None:
            yield found


_SHORT_YEAR = (
    re.compile(
        r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<short>\d\d)"
        r"(?![\d/%]|[.,-]\d)"
    ),
    re.compile(rf"(?<![a-z])(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL},?\s+['’](?P<short>\d\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}[\s-](?P<month>{_MONTH})(?:\.?,?\s+['’]|-)(?P<short>\d\d)(?!\d)"),
)  # fmt: skip
_BESIDE = 12
"""Characters beside a date with a short year: with more it may be a number of anything."""
_PARTED = re.compile(r"[|·•–—-]\s*$|^\s*[|·•–—-]\s")


def find_short_dates(text: str) -> Iterator[FoundDate]:
    """The dates with years of two digits in a line: ``05/23/19 06:00 AM``, ``3 May '19``.

    They are of the last hundred years. What stands among words, without a weekday or a time
    beside it and without a sign that parts it from them, may be another number.
    """
    folded = _fold_in_place(text)
    for match in (m for pattern in _SHORT_YEAR for m in pattern.finditer(folded)):
        century, now = divmod(date.today().year, 100)
        short = int(match["short"])
        year = 100 * (century if short <= now else century - 1) + short
        if "month" in match.re.groupindex:
            month, day = _month_number(match["month"]), int(match["day"])
            if is_day(year, month, day):
                yield _with_time(folded, match, f"{year:04d}-{month:02d}-{day:02d}", 0.8)
            continue
        found = _numeric(folded, match, year)
        if found is None:
            continue
        timed = "T" in found.iso or weekday_of(folded) is not None
        parted = _PARTED.search(text[: found.start]) or _PARTED.search(text[found.end :])
        # "The Courier, 5.3.19"
        last = "-" not in match[0] and not text[found.end :].strip()
        after_comma = last and text[: found.start].endswith(", ")
        if timed or parted or after_comma or len(text) - len(match[0]) <= _BESIDE:
            yield found


def _numeric(folded: str, match: re.Match[str], year: int = 0) -> FoundDate | None:
    """The date that digits give; ambiguous where nothing beside them tells the order."""
    first, second, year = int(match["a"]), int(match["b"]), year or int(match["year"])
    readings = [
        (month, day)
        for day, month in ((second, first), (first, second))
        if is_day(year, month, day)
    ]
    if match["sep"] == "." and len(readings) == 2:
        readings = readings[1:]
    if len(readings) == 2 and first != second:
        weekday = weekday_of(folded[max(0, match.start() - 16) : match.end() + 16])
        fitting = [r for r in readings if date(year, *r).weekday() == weekday]
        readings = fitting if len(fitting) == 1 else readings
    if not readings:
        return None
    ambiguous = len(readings) == 2 and first != second
    month, day = readings[0]
    iso = f"{year:04d}-{month:02d}-{day:02d}"
    return _with_time(folded, match, iso, 0.5 if ambiguous else 0.9, ambiguous=ambiguous)


def order_shown(value: str) -> bool | None:
    """Whether a numeric date can only have its day first (True) or its month (False); else None."""
    match = _NUMERIC.search(value) or _SHORT_YEAR[0].search(value)
    if match is None or match["sep"] == ".":
        return None
    if match["sep"] == "-" and "short" in match.re.groupindex:
        return None  # the year of two digits may be the first number
    first, second = int(match["a"]) > 12, int(match["b"]) > 12
    return first if first != second else None


def other_order(iso: str) -> str:
    """An ambiguous date with day and month changed."""
    return f"{iso[:4]}-{iso[8:10]}-{iso[5:7]}{iso[10:]}"


def weekday_of(text: str) -> int | None:
    """The weekday that a short text names, Monday 0; None where it names none."""
    match = _DAY_NAME.search(_fold_in_place(text))
    if match is None:
        return None
    name = match.group()
    return (
        WEEKDAYS[name]
        if name in WEEKDAYS
        else "mon tue wed thu fri sat sun".split().index(name[:3])
    )


_YEARLESS = (
    re.compile(rf"(?<![a-z])(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}){_ORDINAL}(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:de\s+)?(?P<month>{_MONTH})(?![a-z])"),
)


# Datelines of one day have it by the hundreds.
@lru_cache(maxsize=1024)
def day_of(text: str) -> str:
    """The first day without a year in a short text, as ``02-20``; empty where there is none.

    Where a weekday is written, its number follows, Monday 0: ``02-20/0``. It tells the year.
    """
    folded = _fold_in_place(text)
    for pattern in _YEARLESS:
        match = pattern.search(folded)
        if match is not None:
            month, day = _month_number(match["month"]), int(match["day"])
            if is_day(2000, month, day):
                weekday = weekday_of(folded)
                return f"{month:02d}-{day:02d}" + ("" if weekday is None else f"/{weekday}")
    return ""


def is_possible(iso: str) -> bool:
    """Whether ``iso`` is a day that there was, within the years that are believed."""
    try:
        return FIRST_YEAR <= date.fromisoformat(iso[:10]).year <= LAST_YEAR
    except ValueError:
        return False


def _with_time(
    folded: str, match: re.Match[str], day: str, confidence: float, *, ambiguous: bool = False
) -> FoundDate:
    """The date at ``match``, with the time of day that follows it, or stands before it."""
    start, end = match.span()
    time = _TIME.match(folded, end) or _HOUR_ONLY.match(folded, end)
    if time is not None:
        end = time.end()
    else:
        time = _TIME_BEFORE.search(folded, max(0, start - 24), start)
        if time is not None:
            start = time.start()
    clock = clock_of(time.groupdict()) if time is not None else ""
    if not clock:
        start, end = match.span()
    return FoundDate(day + clock, start, end, confidence, ambiguous)


def clock_of(parts: dict[str, str | None]) -> str:
    """``T09:40:00+01:00`` of a time's parts; empty where there is no such time."""
    hour, minute = int(parts["hour"] or 0), int(parts.get("minute") or 0)
    second = int(parts.get("second") or 0)
    if parts["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if parts["half"] == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return ""
    offset = parts.get("offset") or _ZONES.get(parts.get("zone") or "", "")
    if parts.get("hours"):
        offset = f"{int(parts['hours'] or 0):+03d}:00"  # "GMT+1"
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"T{hour:02d}:{minute:02d}:{second:02d}{offset}"
