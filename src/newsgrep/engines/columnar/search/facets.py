"""Counts over answers: of the values of a field, and of articles a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from types import ModuleType
from typing import Any

from newsgrep.engines.columnar.search.backends import pure_python
from newsgrep.engines.columnar.segment.doc_values import DAY, MONTH, NO_DATE, YEAR
from newsgrep.engines.columnar.segment.facets import Facet
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.matches import Period
from newsgrep.engines.periods import period_of

_EPOCH = date(1970, 1, 1)
_SECONDS_A_DAY = 86_400


def count_values(
    field: str, found: Sequence[Any], segments: Sequence[Segment], algebra: ModuleType
) -> Counter[str]:
    """How many of the documents ``found`` in each segment have each value of ``field``."""
    counts: Counter[str] = Counter()
    for documents, segment in zip(found, segments, strict=True):
        facet = segment.facet(field)
        tally = _few if algebra is pure_python else _many
        # By number: in the order of the store, so that each of its blocks is unpacked once.
        for number, count in tally(documents, facet):
            counts[facet.values[number].decode()] += count
    return counts


def _few(documents: Any, facet: Facet) -> list[tuple[int, int]]:
    if len(documents) == len(facet.ends):
        return sorted(Counter(facet.numbers).items())
    tally: Counter[int] = Counter()
    for document in documents:
        tally.update(facet.numbers_of(document))
    return sorted(tally.items())


def _many(documents: Any, facet: Facet) -> list[tuple[int, int]]:
    import numpy as np

    ends = np.frombuffer(facet.ends, dtype=np.uint32).astype(np.int64)
    kept = np.repeat(documents, np.diff(ends, prepend=0))
    counts = np.bincount(np.frombuffer(facet.numbers, dtype=np.uint32)[kept])
    filled = np.flatnonzero(counts)
    return list(zip(filled.tolist(), counts[filled].tolist(), strict=True))


def _known_to(coarsest: int, documents: Any, segment: Segment, algebra: ModuleType) -> Any:
    """Those of ``documents`` of whose date as much is known as a period takes."""
    vague = [n for n in segment.coarse_dates if segment.coarse[n] > coarsest]
    if not vague:
        return documents
    if algebra is pure_python:
        return set(documents).difference(vague)
    kept = documents.copy()
    kept[vague] = False
    return kept


def count_periods(
    by: Period, found: Sequence[Any], segments: Sequence[Segment], algebra: ModuleType
) -> Counter[str]:
    """How many of the documents ``found`` are of each day, week, month or year.

    Named ``2017-02-20``, ``2017-W08``, ``2017-02``, ``2017``; articles without a date, or of
    which less than that is known, are not counted.
    """
    days: Counter[int] = Counter()
    coarsest = {"year": YEAR, "month": MONTH}.get(by, DAY)
    for documents, segment in zip(found, segments, strict=True):
        documents = _known_to(coarsest, documents, segment, algebra)
        if algebra is pure_python:
            dates: Any = segment.dates
            if len(documents) < len(dates):
                dates = map(dates.__getitem__, documents)
            days.update([seconds // _SECONDS_A_DAY for seconds in dates])
        else:
            import numpy as np

            values = np.frombuffer(segment.dates, dtype=np.int64)[documents]
            numbers, counts = np.unique(
                values[values != NO_DATE] // _SECONDS_A_DAY, return_counts=True
            )
            days.update(dict(zip(numbers.tolist(), counts.tolist(), strict=True)))
    days.pop(NO_DATE // _SECONDS_A_DAY, None)
    periods: Counter[str] = Counter()
    for day, count in days.items():
        periods[period_of(_EPOCH + timedelta(days=day), by)] += count
    return periods
