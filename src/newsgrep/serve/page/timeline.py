"""The bars of a timeline, which narrow the page to their time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from newsgrep.archive import Archive
from newsgrep.engines.periods import period_of
from newsgrep.query.dates import parse_days
from newsgrep.request import Request
from newsgrep.search.analysis.results import Timeline
from newsgrep.serve.page.state import State

MOST_BARS = 240
HEIGHT = 100


class Bar(NamedTuple):
    """A period: where it stands, how high, and the address of the page narrowed to it."""

    period: str
    articles: int
    at: int
    height: float
    selected: bool
    address: str


class Strip(NamedTuple):
    """A timeline as it is drawn."""

    by: str
    bars: tuple[Bar, ...]
    largest: int
    undated: int
    narrowed: bool
    """Whether some of the bars are what the page is narrowed to."""

    @property
    def ticks(self) -> list[tuple[int, str]]:
        """Where labels stand, and what they say: years, or the first bar of each month."""
        long = {"year": 4, "month": 4, "day": 7}[self.by]
        firsts: dict[str, int] = {}
        for bar in self.bars:
            firsts.setdefault(bar.period[:long], bar.at)
        step = -(-len(firsts) // 8)
        room = 0.95 * len(self.bars)
        named = enumerate(firsts.items())
        return [(at, name) for n, (name, at) in named if n % step == 0 and at <= room]


def strips(archive: Archive, state: State) -> list[Strip]:
    """The timeline of what is asked whenever it was, and that of the time narrowed to."""
    wide = state.request(since="", until="")
    wide = wide.but(query=wide.query or ("" if state.asks and _filters(wide) else "*"))
    days = _days(state)
    found = [strip for strip in (_strip(archive, wide, state, days),) if len(strip.bars) > 1]
    if days is not None and found:
        near = state.request()
        strip = _strip(archive, wide.but(since=near.since, until=near.until), state, None)
        if strip.by != found[0].by and len(strip.bars) > 1:
            found.append(strip)
    return found


def _filters(request: Request) -> bool:
    return bool(
        request.author or request.source or request.language or request.path or request.having
        or request.copies == "only" or request.unseen
    )  # fmt: skip


def _strip(archive: Archive, request: Request, state: State, days: tuple[str, str] | None) -> Strip:
    counts = archive.timeline(request, "month")
    by = "month"
    if len(counts.periods) > MOST_BARS:
        by = "year"
    elif 0 < len(counts.periods) <= 2:
        by = "day"
    if by != "month":
        counts = archive.timeline(request, by)
    return _drawn(counts, by, state, days)


def _drawn(counts: Timeline, by: str, state: State, days: tuple[str, str] | None) -> Strip:
    (series,) = counts.series
    largest = max(series.counts.values(), default=0)
    bars = []
    for at, period in enumerate(counts.periods):
        articles = series.counts.get(period, 0)
        selected = days is not None and days[0][: len(period)] <= period <= days[1][: len(period)]
        # What there is at all can be seen.
        height = max(HEIGHT * articles / largest, 3) if articles else 0
        address = state.address(since=period, until=period)
        bars.append(Bar(period, articles, at, round(height, 1), selected, address))
    return Strip(by, tuple(bars), largest, series.undated, days is not None)


def _days(state: State) -> tuple[str, str] | None:
    """The first and the last day that the page is narrowed to, where it is."""
    if not state.since and not state.until:
        return None
    today = date.today()
    first = parse_days(state.since, today).since if state.since else None
    end = parse_days(state.until, today).until if state.until else None
    last = date.fromordinal(end.toordinal() - 1) if end else None
    return (
        period_of(first, "day") if first else "0000",
        period_of(last, "day") if last else "9999",
    )


def range_label(since: str, until: str) -> str:
    """What the page is narrowed to, in words."""
    if since and since == until:
        return since
    return " ".join(
        filter(None, (f"from {since}" if since else "", f"to {until}" if until else ""))
    )
