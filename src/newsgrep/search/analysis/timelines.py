"""Counts over the articles that match: by value and by time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

from newsgrep.engines.matches import EVERYTHING, Period
from newsgrep.engines.periods import period_of
from newsgrep.errors import UsageError
from newsgrep.fields import FACETS
from newsgrep.request import Request
from newsgrep.search.analysis.results import FacetCounts, Series, Timeline
from newsgrep.search.request_tree import query_of
from newsgrep.text.nearest import did_you_mean

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot

COUNTED = (*FACETS, "year")
"""What articles can be counted by."""
PERIODS: tuple[Period, ...] = get_args(Period)
MAX_PERIODS = 20_000


def facets(snapshot: Snapshot, request: Request, names: Sequence[str]) -> FacetCounts:
    """How many of the articles that match have each value of each field in ``names``.

    Raises :class:`UsageError` for a field that is not counted.
    """
    for name in names:
        if name not in COUNTED:
            raise _unknown("--by", name, COUNTED)
    total, counts = snapshot.facets(query_of(request), names)
    return FacetCounts(request.query, total, counts)


def timeline(snapshot: Snapshot, requests: Sequence[Request], by: str) -> Timeline:
    """How many articles match each question in each day, week, month or year."""
    period = next((known for known in PERIODS if known == by), None)
    if period is None:
        raise _unknown("--by", by, PERIODS)
    everyones = snapshot.periods(EVERYTHING, period)
    series = []
    for request in requests:
        query = query_of(request)
        same = query.tree == EVERYTHING.tree
        total, counts = everyones if same else snapshot.periods(query, period)
        series.append(Series(request.query, total, total - sum(counts.values()), counts))
    named = sorted({name for one in series for name in one.counts})
    periods = tuple(_between(named[0], named[-1], period)) if named else ()
    return Timeline(by, periods, tuple(series), everyones[1])


def _between(first: str, last: str, by: Period) -> Iterator[str]:
    """Every period from ``first`` to ``last``."""
    day, end = _first_day(first, by), _first_day(last, by)
    for _ in range(MAX_PERIODS):
        yield period_of(day, by)
        if day >= end:
            return
        match by:
            case "day":
                day += timedelta(days=1)
            case "week":
                day += timedelta(days=7)
            case "month":
                day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
            case "year":
                day = date(day.year + 1, 1, 1)


def _first_day(name: str, by: Period) -> date:
    match by:
        case "day":
            return date.fromisoformat(name)
        case "week":
            return date.fromisocalendar(int(name[:4]), int(name[6:]), 1)
        case "month":
            return date(int(name[:4]), int(name[5:]), 1)
        case "year":
            return date(int(name), 1, 1)


def _unknown(option: str, given: str, known: Sequence[str]) -> UsageError:
    hint = did_you_mean(given, known)
    return UsageError(
        f"{option} {given}: not counted by that", f"{hint}(one of {', '.join(known)})"
    )
