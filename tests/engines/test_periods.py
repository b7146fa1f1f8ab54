"""Names of days, weeks, months and years."""

from __future__ import annotations

from datetime import date

import pytest

from newsgrep.engines.matches import Period
from newsgrep.engines.periods import period_of


@pytest.mark.parametrize(
    ("day", "by", "name"),
    [
        (date(2017, 2, 20), "day", "2017-02-20"),
        (date(2017, 2, 20), "week", "2017-W08"),
        (date(2017, 2, 20), "month", "2017-02"),
        (date(2017, 2, 20), "year", "2017"),
        (date(2016, 1, 1), "week", "2015-W53"),  # ISO 8601: the week of its Thursday
        (date(2018, 12, 31), "week", "2019-W01"),
        (date(812, 3, 4), "month", "0812-03"),
        (date(812, 3, 4), "year", "0812"),
    ],
)
def test_period_of(day: date, by: Period, name: str) -> None:
    assert period_of(day, by) == name
