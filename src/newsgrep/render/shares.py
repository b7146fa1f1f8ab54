"""The values of a facet, each with its share of what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgrep.search.analysis.results import FacetCounts


def first_values(counts: FacetCounts, field: str, most: int) -> Iterator[tuple[str, int, float]]:
    """The first ``most`` values of a field (0 for all), their articles, and shares from 0 to 1."""
    for value, articles in list(counts.fields[field].items())[: most or None]:
        yield value, articles, articles / counts.total if counts.total else 0.0
