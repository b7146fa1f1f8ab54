"""Days of the Persian and the Thai calendar in Gregorian ones.

``۵ شهریور ۱۴۰۴``, ``۱۴۰۴/۰۶/۰۵``; ``27 สิงหาคม 2562``. The leap years of the Persian one are
those of the rule of 33 years, which gives those of the sky from 1925 to 2088 (Borkowski, 1996).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

_PERSIAN = ("فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند").split("|")
_THAI = (
    "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
).split("|")
_THAI_SHORT = "ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.".split("|")
_NUMBER = {
    name: number for names in (_PERSIAN, _THAI, _THAI_SHORT) for number, name in enumerate(names, 1)
}
_MONTH = "|".join(re.escape(name) for name in _NUMBER)
_NAMED = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s(?:ماه\s)?(?P<month>{_MONTH})\s(?:ماه\s|พ\.ศ\.\s?)?"
    r"(?P<year>1[34]\d\d|2[45]\d\d)(?!\d)"
)
_NUMERIC = re.compile(r"(?<!\d)(?P<year>1[34]\d\d)/(?P<month>\d\d?)/(?P<day>\d\d?)(?!\d)")
_BUDDHIST = 543
"""Years that the Thai calendar is ahead."""
_ORIGIN = -356_033
"""Of the Persian calendar's days, in Gregorian ordinals: 1 Farvardin 1403 is 2024-03-20."""
_MAY_HAVE = re.compile("[\u0600-\u06ff\u0e00-\u0e7f]")


class Day(NamedTuple):
    """A day that a text tells by another calendar: ISO 8601, and its character offsets."""

    iso: str
    start: int
    end: int


def other_days(text: str) -> Iterator[Day]:
    """The days of other calendars in a short text whose digits are ASCII."""
    if _MAY_HAVE.search(text) is None:
        return
    for pattern in (_NAMED, _NUMERIC):
        for match in pattern.finditer(text):
            year, day = int(match["year"]), int(match["day"])
            month = _NUMBER.get(match["month"]) or int(match["month"])
            found = _thai(year, month, day) if year > 2000 else _persian(year, month, day)
            if found is not None:
                yield Day(found.isoformat(), match.start(), match.end())


def persian_day(text: str) -> str | None:
    """The Gregorian day, as ISO 8601, of a value that is one of the Persian calendar, or None.

    ``1404-04-21 11:30:16+0330``, ``1404/04/21``: years after now are none of that calendar.
    """
    match = _VALUE.fullmatch(text)
    if match is None:
        return None
    found = _persian(int(match["year"]), int(match["month"]), int(match["day"]))
    return found.isoformat() if found is not None and found <= date.today() else None


_VALUE = re.compile(
    r"\s*(?P<year>1[34]\d\d)[-/](?P<month>\d\d?)[-/](?P<day>\d\d?)"
    r"(?:[T\s]+\d\d?:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?\s*"
)


def _thai(year: int, month: int, day: int) -> date | None:
    try:
        return date(year - _BUDDHIST, month, day)
    except ValueError:
        return None


def _persian(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return None
    years = year + 1595
    before = (month - 1) * 31 if month < 7 else (month - 7) * 30 + 186
    days = 365 * years + years // 33 * 8 + (years % 33 + 3) // 4 + before + day
    return date.fromordinal(days + _ORIGIN)
