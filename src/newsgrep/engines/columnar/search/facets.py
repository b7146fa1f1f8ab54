"""Counts of answers by day, week, month or year, from their counts by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from newsgrep.engines.columnar.segment.doc_values import DAY, MONTH, YEAR
from newsgrep.engines.matches import Period
from newsgrep.engines.periods import period_of

_EPOCH = date(1970, 1, 1)


def coarsest_for(by: Period) -> int:
    """How little may be known of a date that is counted: as much as a period takes."""
    return {"year": YEAR, "month": MONTH}.get(by, DAY)


def periods_of(days: Mapping[int, int], by: Period) -> Counter[str]:
    """Counts by day, in days since 1970, as counts by ``2017-02-20``, ``2017-W08``, ``2017-02``…"""
    periods: Counter[str] = Counter()
    for day, count in days.items():
        periods[period_of(_EPOCH + timedelta(days=day), by)] += count
    return periods
