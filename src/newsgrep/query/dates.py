"""Dates as people ask for them: digits, words, ranges; always a span of whole days."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from newsgrep.errors import DateError
from newsgrep.text.fold import fold
from newsgrep.text.months import MONTHS, WEEKDAYS

EXPECTED = (
    "a date like 2017, 2017-02, 2017-02-20, 20 Feb 2017, 2017-Q1, 1980s, yesterday, "
    "last week or past 7 days"
)
"""The forms that messages show."""

_QUOTES = '"“”„«» '
_DIGITS = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST_OR_MONTH_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_QUARTER = re.compile(r"(\d{4})[- ]?q([1-4])|q([1-4])[ /-]?(\d{4})")
_WEEK = re.compile(r"(\d{4})-?w(\d{1,2})(?:-?([1-7]))?")
_DECADE = re.compile(r"(?:the )?(\d{3}0)'?s")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter)\b")
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_COUNT = rf"(\d{{1,5}}|{'|'.join(_COUNTS)})"
_UNIT = r"(day|week|month|year|hour)s?"
_AGO = re.compile(rf"{_COUNT} {_UNIT} ago")
_PAST = re.compile(rf"(?:(?:in|during|over) )?(?:the )?(?:past|last) {_COUNT} {_UNIT}")
_PAST_ONE = re.compile(rf"(?:(?:in|during|over) )?(?:the )?past {_UNIT}")
_RELATIVE = re.compile(r"(last|this) (week|month|year)")
_WEEKDAY = re.compile(rf"(?:last |on )?({'|'.join(WEEKDAYS)})")
_WEEKDAY_NAMES = (
    *WEEKDAYS.items(),
    *((name, number) for names in (
        "mon tue wed thu fri sat sun", "_ tues _ thurs", "_ _ _ thur",
        "lunes martes miercoles jueves viernes sabado domingo",
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag", "_ _ _ _ _ sonnabend",
        "lunedi martedi mercoledi giovedi venerdi sabato domenica",
        "segunda terca quarta quinta sexta sabado domingo",
        "segunda-feira terca-feira quarta-feira quinta-feira sexta-feira",
    ) for number, name in enumerate(names.split())),
)  # fmt: skip
_WEEKDAYS = {name: number for name, number in _WEEKDAY_NAMES if name != "_"}
_BETWEEN = re.compile(r"(?:from )?(.+?) to (.+)|between (.+?) and (.+)", re.IGNORECASE)
_FROM = re.compile(r"(since|from|after|before|until|till) (.+)", re.IGNORECASE)
_SIGNS = {"since": ">=", "from": ">=", "after": ">", "before": "<", "until": "<=", "till": "<="}


class Days(NamedTuple):
    """The days from ``since`` up to but not including ``until``; None is open."""

    since: date | None
    until: date | None


def parse_days(text: str, today: date) -> Days:
    """The span of days that ``text`` names: one date, or a range.

    Ranges are ``a..b`` with either side open or in quotation marks, ``>a``, ``<=b``,
    ``from a to b``, ``between a and b``, ``since a``, ``after a``, ``before b`` and ``until b``.
    Raises :class:`DateError`, with what was given and what was expected.
    """
    asked = " ".join(text.split())
    if ".." in asked:
        first, _, last = asked.partition("..")
        return _range(first.strip(_QUOTES), last.lstrip(".").strip(_QUOTES), asked, today)
    asked = asked.strip(_QUOTES)
    between = _BETWEEN.fullmatch(asked)
    if between is not None:
        first, last = (side for side in between.groups() if side is not None)
        return _range(first.strip(_QUOTES), last.strip(_QUOTES), asked, today)
    comparison = re.match(r"(>=|<=|>|<)\s*(.*)", asked)
    if comparison is not None:
        return _compared(comparison.group(1), comparison.group(2), today)
    worded = _FROM.fullmatch(asked)
    if worded is not None:
        return _compared(_SIGNS[worded.group(1).lower()], worded.group(2), today)
    return parse_period(asked, today)


def _range(first: str, last: str, asked: str, today: date) -> Days:
    if not first and not last:
        raise DateError(f"empty range of dates {asked!r}; expected {EXPECTED} on either side")
    since = parse_period(first, today).since if first else None
    until = parse_period(last, today).until if last else None
    if since is not None and until is not None and since >= until:
        raise DateError(f"the range {asked} ends before it begins")
    return Days(since, until)


def _compared(sign: str, text: str, today: date) -> Days:
    period = parse_period(text.strip(_QUOTES), today)
    match sign:
        case ">":
            # Where nothing is later, no day is.
            return Days(period.until, None) if period.until else Days(date.max, date.max)
        case ">=":
            return Days(period.since, None)
        case "<":
            return Days(None, period.since)
    return Days(None, period.until)


def parse_period(text: str, today: date) -> Days:
    """The day, week, month, quarter, year or decade that ``text`` names.

    Raises :class:`DateError`.
    """
    asked = fold(" ".join(text.replace(",", " ").split())).strip(".")
    found = _named(asked, text, today)
    if found is not None:
        return found
    words = asked.split()
    weekday = _WEEKDAYS.get(words[0].strip(".")) if len(words) > 1 else None
    if weekday is not None:
        found = _named(" ".join(words[1:]), text, today)
        if found is not None:
            return _on_weekday(found, weekday, text)
    season = _SEASON.search(asked)
    if season is not None:
        raise DateError(
            f"not a date: {text!r}; {season.group()} is not the same months everywhere: "
            "write them, as in 2017-03..2017-05"
        )
    raise DateError(f"not a date: {text!r}; expected {EXPECTED}")


def _named(asked: str, given: str, today: date) -> Days | None:
    return (
        _in_digits(asked, given)
        or _in_parts_of_years(asked, given)
        or _in_words(asked, given)
        or _relative(asked, today, given)
    )


def _on_weekday(days: Days, weekday: int, given: str) -> Days:
    """``days``, if it is one day and falls on that weekday."""
    if days.since is None or days.until is None or (days.until - days.since).days != 1:
        raise DateError(f"{given!r}: a weekday goes with one day; expected {EXPECTED}")
    if days.since.weekday() != weekday:
        actual = list(WEEKDAYS)[days.since.weekday()].capitalize()
        raise DateError(f"{given!r}: {days.since} was a {actual}; leave out the weekday")
    return days


def _in_parts_of_years(asked: str, given: str) -> Days | None:
    """Quarters (``2017-Q1``), weeks (``2017-W08``), decades (``1980s``)."""
    quarter = _QUARTER.fullmatch(asked)
    if quarter is not None:
        year = int(quarter[1] or quarter[4])
        month = int(quarter[2] or quarter[3]) * 3 - 2
        return Days(_day(year, month, 1, given), _month(year, month + 2, given).until)
    week = _WEEK.fullmatch(asked)
    if week is not None:
        try:
            first = date.fromisocalendar(int(week[1]), int(week[2]), int(week[3] or 1))
        except ValueError:
            raise DateError(f"impossible week {given}; expected one like 2017-W08") from None
        return _one_day(first) if week[3] else Days(first, _until(first, 7))
    decade = _DECADE.fullmatch(asked)
    if decade is not None:
        return Days(_day(int(decade[1]), 1, 1, given), _year(int(decade[1]) + 9, given).until)
    return None


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


def _until(day: date, days: int) -> date | None:
    """The day so many days after ``day``; None, which is open, where there is none."""
    return day + timedelta(days=days) if (date.max - day).days >= days else None


def _one_day(day: date) -> Days:
    return Days(day, _until(day, 1))


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
    for token in re.split(r"(?<=[^\W_])[-/](?=[^\W_])|[ .]+", asked):
        word = token.strip(".")
        number = re.fullmatch(r"(\d+)(?:st|nd|rd|th|o|a|er)?", word)
        if word in MONTHS and month is None:
            month = MONTHS[word]
        elif number and len(number.group(1)) == 4 and year is None:
            year = int(number.group(1))
        elif number and len(number.group(1)) <= 2 and day is None:
            day = int(number.group(1))
        elif word not in ("", "de", "del", "of", "the", "le", "den"):
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
        if unit in ("day", "week"):
            return today - timedelta(days=count * (7 if unit == "week" else 1))
        months = count * (12 if unit == "year" else 1)
        total = today.year * 12 + today.month - 1 - months
        year, month = divmod(total, 12)
        last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
        return date(year, month + 1, min(today.day, last))
    except (OverflowError, ValueError):
        return date.min


def _relative(asked: str, today: date, given: str) -> Days | None:
    if asked in ("today", "hoy", "heute"):
        return _one_day(today)
    if asked in ("yesterday", "ayer", "gestern"):
        return _one_day(_back(today, 1, "day"))
    match = _AGO.fullmatch(asked)
    if match is not None:
        count, unit = _count(match[1]), match[2]
        if unit == "hour":
            raise _hours(given)
        return _one_day(_back(today, count, unit))
    match = _PAST.fullmatch(asked)
    if match is not None:
        return _past(_count(match[1]), match[2], today, given)
    match = _PAST_ONE.fullmatch(asked)
    if match is not None:
        return _past(1, match[1], today, given)
    match = _RELATIVE.fullmatch(asked)
    if match is not None:
        return _calendar_unit(match.group(2), match.group(1) == "last", today)
    match = _WEEKDAY.fullmatch(asked)
    if match is not None:
        back = (today.weekday() - WEEKDAYS[match.group(1)] - 1) % 7 + 1
        return _one_day(_back(today, back, "day"))
    return None


def _count(written: str) -> int:
    return _COUNTS[written] if written in _COUNTS else int(written)


def _hours(given: str) -> DateError:
    return DateError(
        f"{given!r}: hours are not known, articles are found by their day; "
        "expected today, past 24 hours (today and yesterday) or past 2 days"
    )


def _past(count: int, unit: str, today: date, given: str) -> Days:
    """``count`` units that end with today; hours, in whole days, reach into one day more."""
    if count == 0:
        raise DateError(f"{given!r} is no time at all; expected {EXPECTED}")
    if unit != "hour":
        before = _back(today, count, unit)
        since = before if before == date.min else before + timedelta(days=1)
        return Days(since, _until(today, 1))
    if count % 24:
        raise _hours(given)
    return Days(_back(today, count // 24, "day"), _until(today, 1))


def _calendar_unit(unit: str, last: bool, today: date) -> Days:
    """This week (from Monday), month or year, or the one before."""
    if unit == "week":
        monday = _back(today, today.weekday() + (7 if last else 0), "day")
        return Days(monday, _until(monday, 7))
    if unit == "month":
        other = _back(today.replace(day=1), 1, "day") if last else today
        return _month(other.year, other.month, unit)
    return _year(today.year - (1 if last else 0), unit)
