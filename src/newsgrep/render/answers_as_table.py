"""Counts and concordances as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from newsgrep.render.as_table import csv_rows
from newsgrep.render.shares import first_values
from newsgrep.render.values import path_columns

if TYPE_CHECKING:
    from newsgrep.search.analysis.results import ConcordanceLine, FacetCounts, Series, Timeline


def facet_csv(counts: FacetCounts, most: int) -> Iterator[str]:
    """A header, and a row for each of the first ``most`` values of each field (0 for all)."""
    return csv_rows(_facet_rows(counts, most))


def _facet_rows(counts: FacetCounts, most: int) -> Iterator[Sequence[str]]:
    yield ["field", "value", "articles", "share"]
    for field in counts.fields:
        for value, articles, share in first_values(counts, field, most):
            yield [field, value, str(articles), f"{share:.6f}"]


def timeline_csv(timeline: Timeline, share: bool) -> Iterator[str]:
    """A header and a row a period, those without any article too."""
    return csv_rows(_timeline_rows(timeline, share=share))


def _timeline_rows(timeline: Timeline, *, share: bool) -> Iterator[Sequence[str]]:
    yield ["period", *(series.query for series in timeline.series), "all"]
    for period in timeline.periods:
        yield [
            period,
            *(_cell(timeline, series, period, share=share) for series in timeline.series),
            str(timeline.archive.get(period, 0)),
        ]


def _cell(timeline: Timeline, series: Series, period: str, *, share: bool) -> str:
    return f"{timeline.share(series, period):.6f}" if share else str(series.counts.get(period, 0))


CONCORDANCE = (
    "left", "match", "right", "id", "path", "record", "date", "source", "zone", "path_base64",
)  # fmt: skip
"""The columns of a concordance, in order."""


def concordance_csv(lines: Iterable[ConcordanceLine]) -> Iterator[str]:
    """A header, and a row for each place where the query occurs."""
    return csv_rows(_concordance_rows(lines))


def _concordance_rows(lines: Iterable[ConcordanceLine]) -> Iterator[Sequence[str]]:
    yield CONCORDANCE
    for line in lines:
        values = asdict(line)
        values["path"], values["path_base64"] = path_columns(line.path)
        yield [str(values[name]) for name in CONCORDANCE]
