"""Sums of what several indexes tell of themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from newsgrep.engines.matches import Digest, by_count
from newsgrep.stats import Totals

_FIRST_OF = "-01-01"
"""What is missing of a year to be its first day."""


def joint_digest(parts: Sequence[Digest]) -> Digest:
    """Numbers and dates of all; the source, and the best of them, are not told."""
    return Digest(
        sum(part.articles for part in parts),
        sum(part.stories for part in parts),
        min((part.first for part in parts if part.first), key=_place, default=""),
        max((part.last for part in parts if part.last), key=_place, default=""),
    )


def _place(date: str) -> tuple[str, int]:
    """Where a date stands of which perhaps a month or a year is known."""
    return date + _FIRST_OF[len(date) - 4 :], -len(date)


def joint_totals(parts: Sequence[Totals], terms: int) -> Totals:
    """What all articles together come to; ``terms`` are the different words of all."""
    return Totals(
        articles=sum(part.articles for part in parts),
        words=sum(part.words for part in parts),
        terms=terms,
        first_date=min((part.first_date for part in parts if part.first_date), default=""),
        last_date=max((part.last_date for part in parts), default=""),
        dated=sum(part.dated for part in parts),
        sources=_sum(part.sources for part in parts),
        languages=_sum(part.languages for part in parts),
    )


def _sum(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for some in counts:
        total.update(some)
    return by_count(total)
