"""Counts as bars of characters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from newsgrep.render.cells import cells, padded, shortened
from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted
from newsgrep.search.analysis.results import FacetCounts, Timeline
from newsgrep.text.printable import printable_path

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_SHADES = ("bar", "bar2", "bar3", "bar4")
LONGEST_NAME = 32
SHARE_WIDTH = 6
FEWEST_LEFT_OUT = 3
"""Periods without any article, in a row, that one line stands for."""


def bar(value: float, largest: float, width: int) -> str:
    """A bar of at most ``width`` characters, drawn to an eighth of one."""
    if largest <= 0 or value <= 0 or width <= 0:
        return ""
    eighths = max(1, round(8 * width * value / largest))
    return _EIGHTHS[8] * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def facet_lines(counts: FacetCounts, most: int, width: int) -> Iterator[Line]:
    """Each field with its values, their counts, shares and bars, within ``width`` columns."""
    for at, (field, values) in enumerate(counts.fields.items()):
        if at:
            yield Line((Piece(""),))
        shown = list(values.items())[: most or None]
        more = f", the first {len(shown)}" if len(shown) < len(values) else ""
        yield Line((Piece(field, "title"), Piece(f"  {counted(len(values), 'value')}{more}", "id")))
        if not shown:
            continue
        names = [printable_path(name) for name, _ in shown]
        name_width = min(LONGEST_NAME, max(map(cells, names)), max(width - 28, 8))
        number_width = max(len(f"{count:,}") for _, count in shown)
        # Two columns of indent, a space after the name, the count, and after the share.
        room = width - name_width - number_width - 2 - 1 - 1 - SHARE_WIDTH - 1
        largest = max(count for _, count in shown)
        for name, (_, count) in zip(names, shown, strict=True):
            share = f"{count / counts.total:.1%}" if counts.total else ""
            yield Line(
                (
                    Piece(f"  {padded(shortened(name, name_width), name_width)} ", "about"),
                    Piece(f"{count:>{number_width},} {share:>{SHARE_WIDTH}} "),
                    Piece(bar(count, largest, room), "bar"),
                ),
                whole=True,
            )


def timeline_lines(timeline: Timeline, share: bool, width: int) -> Iterator[Line]:
    """A line a period (and query), with its bar, within ``width`` columns.

    Of many periods in a row without any article, only how many they are.
    """
    values = [
        timeline.share(series, period) if share else series.counts.get(period, 0)
        for series in timeline.series
        for period in timeline.periods
    ]
    largest = max(values, default=0)
    if len(timeline.series) > 1:
        for number, series in enumerate(timeline.series):
            shade = _SHADES[number % len(_SHADES)]
            yield Line((Piece("█ ", shade), Piece(printable_path(series.query), "title")))
        yield Line((Piece(""),))
    number_width = max([7 if share else len(f"{int(largest):,}"), 1])
    period_width = max((len(period) for period in timeline.periods), default=4)
    room = width - period_width - number_width - 2
    for has_any, periods in groupby(
        timeline.periods, key=lambda period: _has_any(timeline, period)
    ):
        several = list(periods)
        if not has_any and len(several) >= FEWEST_LEFT_OUT:
            yield Line((Piece(f"… {counted(len(several), timeline.by)} without", "id"),))
            continue
        for period in several:
            for number, series in enumerate(timeline.series):
                value = timeline.share(series, period) if share else series.counts.get(period, 0)
                label = period if not number else ""
                shown = f"{value:.2%}" if share else f"{int(value):,}"
                yield Line(
                    (
                        Piece(f"{label:<{period_width}} ", "about"),
                        Piece(f"{shown:>{number_width}} "),
                        Piece(bar(value, largest, room), _SHADES[number % len(_SHADES)]),
                    ),
                    whole=True,
                )


def _has_any(timeline: Timeline, period: str) -> bool:
    return any(series.counts.get(period) for series in timeline.series)


def facet_summary(counts: FacetCounts) -> Iterator[str]:
    """How many articles were counted."""
    yield counted(counts.total, "article")


def timeline_summary(timeline: Timeline) -> Iterator[str]:
    """How many articles were counted, and how many of them stand in no period."""
    undated = sum(series.undated for series in timeline.series)
    total = sum(series.total for series in timeline.series)
    note = f"; {undated:,} of them without a date" if undated else ""
    yield f"{counted(total, 'article')}{note}"
