"""Dates as people ask for them: digits, words, ranges; always a span of whole days."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from newsgrep.errors import DateError
from newsgrep.text.fold import fold
from newsgrep.text.months import MONTHS, WEEKDAYS

EXPECTED = "a date like 2017, 2017-02, 2017-02-20, 20 Feb 2017, yesterday or last week"

_DIGITS = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST_OR_MONTH_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7}
_AGO = re.compile(r"(\d{1,5}) (days?|weeks?|months?|years?) ago")
_PAST = re.compile(r"(?:past|last) (\d{1,5}) (days?|weeks?|months?|years?)")
_RELATIVE = re.compile(r"(last|this) (week|month|year)")
_WEEKDAY = re.compile(rf"(?:last )?({'|'.join(WEEKDAYS)})")


class Days(NamedTuple):
    """The days from ``since`` up to but not including ``until``; None is open."""

    since: date | None
    until: date | None


def parse_days(text: str, today: date) -> Days:
    """The span of days that ``text`` names: one date, or a range (``a..b``, ``>a``, ``<=b``).

    Raises :class:`DateError`, with what was given and what was expected.
    """
    asked = " ".join(text.split())
    if ".." in asked:
        first, _, last = asked.partition("..")
        first, last = first.strip(), last.strip().lstrip(".")
        if not first and not last:
            raise DateError(f"empty range of dates {text!r}: expected {EXPECTED} on either side")
        since = parse_period(first, today).since if first else None
        until = parse_period(last, today).until if last else None
        if since is not None and until is not None and since >= until:
            raise DateError(f"the range {asked} ends before it begins")
        return Days(since, until)
    comparison = re.match(r"(>=|<=|>|<)\s*(.*)", asked)
    if comparison is not None:
        period = parse_period(comparison.group(2), today)
        match comparison.group(1):
            case ">":
                return Days(period.until, None)
            case ">=":
                return Days(period.since, None)
            case "<":
                return Days(None, period.since)
            case _:
                return Days(None, period.until)
    return parse_period(asked, today)


def parse_period(text: str, today: date) -> Days:
    """The day, week, month or year that ``text`` names. Raises :class:`DateError`."""
    asked = fold(" ".join(text.replace(",", " ").split())).strip(".")
    found = _in_digits(asked, text) or _in_words(asked, text) or _relative(asked, today)
    if found is None:
        raise DateError(f"not a date: {text!r}; expected {EXPECTED}")
    return found


def _day(year: int, month: int, day: int, given: str) -> date:
    if not 1 <= month <= 12:
        raise DateError(f"impossible date {given}: there is no month {month}")
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError(
            f"impossible date {given}: {year}-{month:02d} has no day {day}"
            if 1 <= year <= MAXYEAR
            else f"impossible date {given}: years go from 1 to {MAXYEAR}"
        ) from None


def _after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def _one_day(day: date) -> Days:
    return Days(day, _after(day))


def _month(year: int, month: int, given: str) -> Days:
    first = _day(year, month, 1, given)
    if (year, month) == (MAXYEAR, 12):
        return Days(first, None)
    return Days(first, date(year + month // 12, month % 12 + 1, 1))


def _year(year: int, given: str) -> Days:
    first = _day(year, 1, 1, given)
    return Days(first, date(year + 1, 1, 1) if year < MAXYEAR else None)


def _in_digits(asked: str, given: str) -> Days | None:
    match = _DIGITS.fullmatch(asked)
    if match is not None:
        year, month, day = match.groups()
        if day is not None:
            return _one_day(_day(int(year), int(month), int(day), given))
        if month is not None:
            return _month(int(year), int(month), given)
        return _year(int(year), given)
    match = _COMPACT.fullmatch(asked)
    if match is not None:
        year_digits, month_digits, day_digits = match.groups()
        return _one_day(_day(int(year_digits), int(month_digits), int(day_digits), given))
    match = _DAY_FIRST_OR_MONTH_FIRST.fullmatch(asked)
    if match is not None:
        first, second, year_number = map(int, match.groups())
        if first <= 12 and second <= 12 and first != second:
            raise DateError(
                f"{given} could be {year_number}-{second:02d}-{first:02d} or "
                f"{year_number}-{first:02d}-{second:02d}; write the one you mean"
            )
        day_number, month_number = (first, second) if second <= 12 else (second, first)
        return _one_day(_day(year_number, month_number, day_number, given))
    return None


def _in_words(asked: str, given: str) -> Days | None:
    year = month = day = None
    for token in asked.split():
        word = token.strip(".")
        number = re.fullmatch(r"(\d+)(?:st|nd|rd|th|o|a|er)?", word)
        if word in MONTHS and month is None:
            month = MONTHS[word]
        elif number and len(number.group(1)) == 4 and year is None:
            year = int(number.group(1))
        elif number and len(number.group(1)) <= 2 and day is None:
            day = int(number.group(1))
        elif word not in ("de", "del", "of", "the", "le", "den"):
            return None
    if month is None:
        return None
    if year is None:
        raise DateError(f"{given!r} lacks a year; expected one like {given} 2017")
    if day is None:
        return _month(year, month, given)
    return _one_day(_day(year, month, day, given))


def _back(today: date, count: int, unit: str) -> date:
    """``today`` less ``count`` units; before year 1 it is the first day there is."""
    try:
        if unit in _UNITS:
            return today - timedelta(days=count * _UNITS[unit])
        months = count * (12 if unit.startswith("year") else 1)
        total = today.year * 12 + today.month - 1 - months
        year, month = divmod(total, 12)
        last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
        return date(year, month + 1, min(today.day, last))
    except (OverflowError, ValueError):
        return date.min


def _relative(asked: str, today: date) -> Days | None:
    if asked in ("today", "hoy", "heute"):
        return _one_day(today)
    if asked in ("yesterday", "ayer", "gestern"):
        return _one_day(_back(today, 1, "day"))
    match = _AGO.fullmatch(asked)
    if match is not None:
        return _one_day(_back(today, int(match.group(1)), match.group(2)))
    match = _PAST.fullmatch(asked)
    if match is not None:
        return Days(_back(today, int(match.group(1)), match.group(2)), _after(today))
    match = _RELATIVE.fullmatch(asked)
    if match is not None:
        return _calendar_unit(match.group(2), match.group(1) == "last", today)
    match = _WEEKDAY.fullmatch(asked)
    if match is not None:
        back = (today.weekday() - WEEKDAYS[match.group(1)] - 1) % 7 + 1
        return _one_day(_back(today, back, "day"))
    return None


def _calendar_unit(unit: str, last: bool, today: date) -> Days:
    """This week (from Monday), month or year, or the one before."""
    if unit == "week":
        monday = _back(today, today.weekday() + (7 if last else 0), "day")
        return Days(monday, monday + timedelta(days=7))
    if unit == "month":
        other = _back(today.replace(day=1), 1, "day") if last else today
        return _month(other.year, other.month, unit)
    return _year(today.year - (1 if last else 0), unit)
