"""Dates as people ask for them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.errors import DateError
from newsgrep.query.ast import Dated
from newsgrep.query.dates import parse_days

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("asked", "since", "until"),
    [
        ("2017", "2017-01-01", "2018-01-01"),
        ("2017-02", "2017-02-01", "2017-03-01"),
        ("2017-12", "2017-12-01", "2018-01-01"),
        ("2017-02-20", "2017-02-20", "2017-02-21"),
        ("20170220", "2017-02-20", "2017-02-21"),
        ("20 Feb 2017", "2017-02-20", "2017-02-21"),
        ("February 20, 2017", "2017-02-20", "2017-02-21"),
        ("20 de febrero de 2017", "2017-02-20", "2017-02-21"),
        ("février 2017", "2017-02-01", "2017-03-01"),
        ("20/02/2017", "2017-02-20", "2017-02-21"),
        ("today", "2026-11-24", "2026-11-25"),
        ("yesterday", "2026-11-23", "2026-11-24"),
        ("last week", "2026-11-16", "2026-11-23"),
        ("this month", "2026-11-01", "2026-12-01"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("last year", "2025-01-01", "2026-01-01"),
        ("last friday", "2026-11-20", "2026-11-21"),
        ("3 days ago", "2026-11-21", "2026-11-22"),
        ("Thursday, February 26, 1987", "1987-02-26", "1987-02-27"),
        ("Thu 26 Feb 1987", "1987-02-26", "1987-02-27"),
        ("Thursday 1987-02-26", "1987-02-26", "1987-02-27"),
        ("26-Feb-1987", "1987-02-26", "1987-02-27"),
        ("26/Feb/1987", "1987-02-26", "1987-02-27"),
        ("Feb 26 1987", "1987-02-26", "1987-02-27"),
        ("26th of February 1987", "1987-02-26", "1987-02-27"),
        ("26. März 1987", "1987-03-26", "1987-03-27"),
        ("Donnerstag, 26. Februar 1987", "1987-02-26", "1987-02-27"),
        ("jeudi 26 février 1987", "1987-02-26", "1987-02-27"),
        ("jueves, 26 de febrero de 1987", "1987-02-26", "1987-02-27"),
        ("giovedì 26 febbraio 1987", "1987-02-26", "1987-02-27"),
        ("quinta-feira, 26 de fevereiro de 1987", "1987-02-26", "1987-02-27"),
        ("a week ago", "2026-11-17", "2026-11-18"),
        ("two months ago", "2026-09-24", "2026-09-25"),
        ("past day", "2026-11-24", "2026-11-25"),
        ("past week", "2026-11-18", "2026-11-25"),
        ("the past month", "2026-10-25", "2026-11-25"),
        ("past year", "2025-11-25", "2026-11-25"),
        ("past 24 hours", "2026-11-23", "2026-11-25"),
        ("last 7 days", "2026-11-18", "2026-11-25"),
        ("in the last seven days", "2026-11-18", "2026-11-25"),
        ("past 2 weeks", "2026-11-11", "2026-11-25"),
        ("2017-Q1", "2017-01-01", "2017-04-01"),
        ("Q4 2017", "2017-10-01", "2018-01-01"),
        ("2017-W08", "2017-02-20", "2017-02-27"),
        ("2017-W08-3", "2017-02-22", "2017-02-23"),
        ("1980s", "1980-01-01", "1990-01-01"),
        ('"26 Feb 1987".."2 Mar 1987"', "1987-02-26", "1987-03-03"),
        ('26 Feb 1987.."2 Mar 1987"', "1987-02-26", "1987-03-03"),
        ("26 Feb 1987..2 Mar 1987", "1987-02-26", "1987-03-03"),
        ('"26 Feb 1987"..', "1987-02-26", None),
        ("last week..yesterday", "2026-11-16", "2026-11-24"),
        ("2017-Q1..2017-Q2", "2017-01-01", "2017-07-01"),
        ("from 26 Feb 1987 to 2 Mar 1987", "1987-02-26", "1987-03-03"),
        ("between 1987 and 1988", "1987-01-01", "1989-01-01"),
        ("since 2017-02", "2017-02-01", None),
        ("after 2017-02", "2017-03-01", None),
        ("before 2017", None, "2017-01-01"),
        ("until 2017", None, "2018-01-01"),
        (">9999", "9999-12-31", "9999-12-31"),
        ("2016..2017", "2016-01-01", "2018-01-01"),
        (">=2017-02", "2017-02-01", None),
        (">2017-02", "2017-03-01", None),
        ("<2017", None, "2017-01-01"),
        ("..2017", None, "2018-01-01"),
        ("9999-12-31", "9999-12-31", None),
    ],
)
def test_dates(asked: str, since: str | None, until: str | None) -> None:
    days = parse_days(asked, TODAY)
    assert days.since == (date.fromisoformat(since) if since else None)
    assert days.until == (date.fromisoformat(until) if until else None)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("2018..2017", "ends before it begins"),
        ("..", "empty range"),
        ("", "not a date"),
        ("99999", "not a date"),
        ("0000", "years go from 1 to 9999"),
        ("31 June 2017", "2017-06 has no day 31"),
        ("Feb 3", "lacks a year"),
        ("26 Feb..2 Mar 1987", "'26 Feb' lacks a year"),
        ("26 Feb 87", "not a date"),
        ("Friday, February 26, 1987", "1987-02-26 was a Thursday"),
        ("lundi 26 février 1987", "1987-02-26 was a Thursday"),
        ("Thursday February 1987", "a weekday goes with one day"),
        ("spring 2017", "as in 2017-03..2017-05"),
        ("80s", "1980s"),
        ("past 6 hours", "hours are not known"),
        ("an hour ago", "hours are not known"),
        ("past 0 days", "no time at all"),
        ("2017-W60", "one like 2017-W08"),
        ("2017-Q5", "2017-Q1"),
        ("soonish", "expected a date like 2017"),
    ],
)
def test_dates_that_are_none(asked: str, why: str) -> None:
    with pytest.raises(DateError, match=re.escape(why)):
        parse_days(asked, TODAY)


@given(st.text(alphabet='0123456789-./ agolstweekmnthyrdF,>.<QW"', max_size=24))
def test_any_date_is_understood_or_refused(asked: str) -> None:
    try:
        days = parse_days(asked, TODAY)
    except DateError:
        return
    assert isinstance(Dated(days.since, days.until), Dated)


def test_months_back_keep_within_the_month() -> None:
    assert parse_days("1 month ago", date(2024, 3, 31)).since == date(2024, 2, 29)
    assert parse_days("99999 years ago", TODAY).since == date.min
