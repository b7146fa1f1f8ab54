"""Dates as containers give them: ISO 8601, RFC 2822, or in words of any language."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from newsgrep.text.calendars import persian_day
from newsgrep.text.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    FoundDate,
    clock_of,
    find_dates,
    find_short_dates,
    is_day,
)
from newsgrep.text.month_dates import month_at_end

_COMPACT = re.compile(
    r"(?P<y>1[6-9]\d\d|20\d\d)(?P<m>\d\d)(?P<d>\d\d)"
    r"(?:T?(?P<H>\d\d)(?P<M>\d\d)(?P<S>\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)


# The rows of a table share many; and what is claimed is read when it is settled, too.
@lru_cache(maxsize=4096)
def normal_date(value: str) -> FoundDate | None:
    """A date as a container gives it; None where it is none.

    Reads ISO 8601 in all its precisions, also without its marks (``20150110190035``), RFC 2822,
    and dates in words.
    """
    value = value.strip()
    if re.fullmatch(r"(\d{4})(-\d\d)?", value):
        year, _, month = value.partition("-")
        sane = FIRST_YEAR <= int(year) <= LAST_YEAR and (not month or 1 <= int(month) <= 12)
        return _whole(value, value) if sane else None
    found = _compact(value) or _iso(value) or _rfc_2822(value)
    if found:
        return _whole(found, value)
    first = next(find_dates(value[:200]), None)
    if first is not None:
        near = _NEAR_IT.search(value[: first.start]) is not None
        return replace(first, confidence=NOT_THAT_DAY) if near else first
    short = next(find_short_dates(value[:_SHORT]), None)
    if short is not None and "-" not in value[short.start : short.end]:
        return short  # with hyphens, the year of two digits may be the first number
    if (persian := persian_day(value)) is not None:
        return _whole(persian, value)
    dated = month_at_end(value)
    if dated is not None and not value[: dated.start].strip():
        return replace(dated, confidence=0.95)
    worded = _by_dateparser(value) if _WORDED.search(value) and len(value) < 80 else ""
    return _whole(worded, value) if worded else None


_SHORT = 40
"""Characters of a date with a year of two digits, as a column may have it."""
_NEAR_IT = re.compile(
    r"\b(?:before|after|prior to|not later than|circa|ca|c|around|approximately|vor|nach|um|avant"
    r"|après|vers|antes|después|hacia|prima|dopo|voor|na|före|efter)\b\W*"
    r"(?:the |dem |le |el |il |de )?$",
    re.IGNORECASE,
)
NOT_THAT_DAY = 0.4
"""How sure the day is that something was before or after: ``Before 24 July 1937``."""


def _whole(iso: str, value: str) -> FoundDate:
    return FoundDate(iso, 0, len(value), 0.95)


def _compact(value: str) -> str:
    match = _COMPACT.fullmatch(value)
    if match is None or not is_day(int(match["y"]), int(match["m"]), int(match["d"])):
        return ""
    day = f"{match['y']}-{match['m']}-{match['d']}"
    if match["H"] is None:
        return day
    zone = (match["zone"] or "").replace("Z", "+00:00")
    parts = {"hour": match["H"], "minute": match["M"], "second": match["S"], "half": None}
    time = clock_of(parts | {"offset": zone or None})
    return day + time if time else ""


# With a year: "22 hours ago" is a date only for who knows when that was.
_WORDED = re.compile(r"[^\W\d_]{3}.*\d{4}|\d{4}.*[^\W\d_]{3}")
_LANGUAGES = [
    *(
        "en",
        "es",
        "fr",
        "de",
        "pt",
        "it",
        "nl",
        "ru",
        "da",
        "sv",
        "pl",
        "tr",
        "cs",
        "fi",
        "hu",
        "ja",
    ),
    *("ko", "zh", "ar", "el", "he", "hi", "id", "ro", "uk", "bg", "hr", "sr", "vi", "fa", "th"),
]


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


_HALF = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)


def _rfc_2822(value: str) -> str:
    if _HALF.search(value) is not None or value[-4:].strip().lower() in ("wib", "wita", "kst"):
        return ""  # it knows of no afternoon, and not of these zones
    try:
        return _iso_moment(parsedate_to_datetime(value.replace("GMT+", "+").replace("GMT-", "-")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _iso_moment(moment: datetime) -> str:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return ""
    return moment.replace(microsecond=0).isoformat()
