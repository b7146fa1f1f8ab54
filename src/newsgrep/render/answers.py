"""What the commands around a search give, as values for JSON and as rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from newsgrep.render.values import path_columns
from newsgrep.search.analysis.results import (
    Audit,
    ConcordanceLine,
    Explanation,
    FacetCounts,
    Series,
    Timeline,
)
from newsgrep.stats import Stats


def facet_values(counts: FacetCounts, most: int) -> dict[str, Any]:
    """The first ``most`` values of each field (0 for all) with their articles and shares."""
    fields = {
        field: [
            {"value": value, "articles": articles, "share": round(share, 6)}
            for value, articles, share in _first(counts, field, most)
        ]
        for field in counts.fields
    }
    return {"query": counts.query, "total": counts.total, "fields": fields}


def facet_rows(counts: FacetCounts, most: int) -> Iterator[Sequence[str]]:
    """A header, and a row for each of the first ``most`` values of each field (0 for all)."""
    yield ["field", "value", "articles", "share"]
    for field in counts.fields:
        for value, articles, share in _first(counts, field, most):
            yield [field, value, str(articles), f"{share:.6f}"]


def _first(counts: FacetCounts, field: str, most: int) -> Iterator[tuple[str, int, float]]:
    for value, articles in list(counts.fields[field].items())[: most or None]:
        yield value, articles, articles / counts.total if counts.total else 0.0


def timeline_values(timeline: Timeline, *, share: bool) -> dict[str, Any]:
    """Every period with its articles, those without any too; with ``share`` also the shares."""
    series = []
    for one in timeline.series:
        values: dict[str, Any] = {
            "query": one.query, "total": one.total, "undated": one.undated,
            "counts": {period: one.counts.get(period, 0) for period in timeline.periods},
        }  # fmt: skip
        if share:
            values["shares"] = {p: round(timeline.share(one, p), 6) for p in timeline.periods}
        series.append(values)
    return {"by": timeline.by, "series": series, "archive": timeline.archive}


def timeline_rows(timeline: Timeline, *, share: bool) -> Iterator[Sequence[str]]:
    """A header and a row a period, those without any article too."""
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


def concordance_rows(lines: Iterable[ConcordanceLine]) -> Iterator[Sequence[str]]:
    """A header, and a row for each place where the query occurs."""
    yield CONCORDANCE
    for line in lines:
        values = asdict(line)
        values["path"], values["path_base64"] = path_columns(line.path)
        yield [str(values[name]) for name in CONCORDANCE]


def explanation_values(found: Explanation) -> dict[str, Any]:
    """A query as it was understood."""
    return {
        "query": {"text": found.query, "parsed": found.parsed},
        "tree": [{"depth": depth, "text": text} for depth, text in found.tree],
        "words": [
            {"text": text, "field": field, "forms": list(forms), "articles": articles}
            for text, field, forms, articles in found.words
        ],
        "total": found.total,
        "notes": list(found.notes),
    }


def audit_values(found: Audit) -> dict[str, Any]:
    """An archive looked over."""
    gaps = [
        {"source": source, "month": month, "usual": usual} for source, month, usual in found.gaps
    ]
    return {**asdict(found), "gaps": gaps}


def stats_values(stats: Stats) -> dict[str, Any]:
    """What an archive holds; the totals stand among the rest."""
    values = asdict(stats)
    totals = values.pop("totals")
    return {"index": values.pop("index"), **totals, **values}


def acronym_values(found: Iterable[tuple[str, str, int]]) -> dict[str, Any]:
    """Acronyms with their long forms and the articles that define them so."""
    return {
        "acronyms": [
            {"acronym": short, "long": long, "articles": count} for short, long, count in found
        ]
    }
