"""The order of answers over several indexes, as ``columnar.search.scoring.top_docs`` has it.

Each index gives its best by their words alone. Which of these are looked at for closeness, what is
a copy of what stands above, and the order itself are settled over all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from newsgrep.engines.columnar.search.scoring.top_docs import (
    LOOKED_AT,
    collapsed,
    place_of,
    without_echo,
)
from newsgrep.engines.joint.interface import PartSnapshot
from newsgrep.engines.joint.numbering import of_all, of_part
from newsgrep.engines.matches import Answering, Candidate, Candidates, Query

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.scoring.top_docs import Place


class JointRanking:
    """Orders the articles that answer one question."""

    def __init__(self, parts: Sequence[PartSnapshot], query: Query) -> None:
        self._parts = parts
        self._query = query
        self._request = query.request
        self._same = max(part.precision() for part in parts)
        """Scores that are no further apart, as parts of themselves, are the same."""

    def first(self, which: Answering, wanted: int | None, told: Iterable[int] = ()) -> Candidates:
        """How many articles answer, and the ``wanted`` first of those ``which`` are asked for.

        None for all. ``told`` are clusters that stand above already, where copies are collapsed.
        """
        if wanted == 0:
            return self._given(which, 0)
        taken = wanted
        while True:
            found, settled = self._ordered(which, taken)
            rows = found.rows
            total = found.partial if which == "partial" else found.full
            if self._request.copies == "collapse":
                rows = collapsed(rows[:settled], told)
                settled = len(rows)
            if wanted is None or settled >= wanted or taken is None or taken >= total:
                return found._replace(rows=rows[:wanted])
            # Copies took the place of others: look further down.
            taken = 4 * taken + 64

    def _ordered(self, which: Answering, wanted: int | None) -> tuple[Candidates, int]:
        """The first articles, and how many of them stand where they stand among all."""
        sort = self._request.sort
        if sort != "relevance":
            found = self._given(which, wanted)
            down = sort.startswith("-")
            rows = _by_value(found.rows, down, self._same)[:wanted]
            return found._replace(rows=rows), len(rows)
        looked_at = None if wanted is None else max(wanted, LOOKED_AT)
        found = self._given(which, looked_at)
        rows = self._closer(in_order(found.rows, self._same)[:looked_at])
        settled = len(rows)
        if self._request.copies == "show" and any(row.cluster for row in rows):
            floor = rows[-1].score
            total = found.partial if which == "partial" else found.full
            rows = in_order(without_echo(rows), self._same)
            if len(rows) < total:
                settled = sum(row.score > floor for row in rows)
        return found._replace(rows=rows), settled

    def _given(self, which: Answering, wanted: int | None) -> Candidates:
        """What each index gives, together."""
        of_each = [part.candidates(self._query, which, wanted) for part in self._parts]
        rows = [
            of_all(row, number, len(self._parts))
            for number, found in enumerate(of_each)
            for row in found.rows
        ]
        full, partial = (sum(counts) for counts in zip(*(one[:2] for one in of_each), strict=True))
        return Candidates(full, partial, rows)

    def _closer(self, rows: list[Candidate]) -> list[Candidate]:
        """The rows with what the first of them get for words that stand close to each other."""
        parts = len(self._parts)
        of_each: list[list[Candidate]] = [[] for _ in self._parts]
        for row in rows[:LOOKED_AT]:
            number, own = of_part(row, parts)
            of_each[number].append(own)
        close = [
            part.closeness(self._query, some) if some else {}
            for part, some in zip(self._parts, of_each, strict=True)
        ]

        def more(row: Candidate) -> float:
            number, own = of_part(row, parts)
            return close[number].get((own.segment, own.document), 0.0)

        closer = (row._replace(score=row.score + more(row)) for row in rows)
        return in_order(closer, self._same)


def in_order(rows: Iterable[Candidate], apart: float) -> list[Candidate]:
    """The best first; scores no further ``apart`` are ties, as if made by one engine."""
    ordered: list[Candidate] = []
    same: list[Candidate] = []
    for row in sorted(rows, key=lambda row: row.tie):
        if same and same[0].score - row.score > apart * same[0].score:
            ordered += _settled(same)
            same = []
        same.append(row)
    return ordered + _settled(same)


def _settled(same: list[Candidate]) -> list[Candidate]:
    return sorted(same, key=lambda row: row.tie[1:]) if len(same) > 1 else same


def _by_value(rows: Iterable[Candidate], down: bool, apart: float) -> list[Candidate]:
    """Ordered by their values, and those of one value by what settles ties."""

    def place(row: Candidate) -> Place:
        return place_of(row.value, down)

    of_each = groupby(sorted(rows, key=place), place)
    return [row for _, some in of_each for row in in_order(some, apart)]
