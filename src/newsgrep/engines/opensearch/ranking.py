"""The order of answers, as ``columnar.search.scoring.top_docs`` has it: closeness, and copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from newsgrep.engines.columnar.search.scoring.top_docs import (
    LOOKED_AT,
    collapsed,
    in_order,
    without_echo,
)
from newsgrep.engines.opensearch.asking import Asking
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.rows import Column, Found, Row, count_of, first_rows, scores_of

if TYPE_CHECKING:
    from newsgrep.request import Request

Json = dict[str, Any]


class Ranking:
    """Orders the articles that answer one question."""

    def __init__(
        self, connection: Connection, index: str, asking: Asking, request: Request
    ) -> None:
        self._connection = connection
        self._index = index
        self.asking = asking
        self.request = request

    def rows(
        self,
        query: Json,
        wanted: int | None,
        *,
        told: Iterable[int] = (),
        beside: Json | None = None,
    ) -> Found:
        """How many articles answer, and the ``wanted`` first; None for all.

        ``told`` are clusters that stand above already, where copies are collapsed. How many answer
        ``beside`` is asked together with the first.
        """
        if wanted == 0:
            return self._none(query, beside)
        query = self.asking.scored(query, self.request.rank)
        if beside is not None:
            beside = self.asking.seen(beside)
        taken = wanted
        others = 0
        while True:
            found, settled = self._ordered(query, taken, beside)
            total, rows, _ = found
            if beside is not None:
                others, beside = found.beside, None
            if self.request.copies == "collapse":
                rows = collapsed(rows[:settled], told)
                settled = len(rows)
            if wanted is None or settled >= wanted or taken is None or taken >= total:
                return Found(total, rows[:wanted], others)
            # Copies took the place of others: look further down.
            taken = 4 * taken + 64

    def first(self, query: Json, wanted: int | None, beside: Json | None = None) -> Found:
        """The same by what each article has for itself: closeness and copies do not count."""
        if wanted == 0:
            return self._none(query, beside)
        query = self.asking.scored(query, self.request.rank)
        if beside is not None:
            beside = self.asking.seen(beside)
        return first_rows(
            self._connection, self._index, query, self.request.sort, wanted, beside,
            _columns(wanted),
        )  # fmt: skip

    def _none(self, query: Json, beside: Json | None) -> Found:
        counts = self._counts([query] if beside is None else [query, beside])
        return Found(counts[0], [], counts[-1])

    def _counts(self, queries: Sequence[Json]) -> list[int]:
        """How many articles answer each of some queries."""
        bodies = [count_of(self.asking.seen(query)) for query in queries]
        found = self._connection.searches(self._index, bodies)
        return [int(one["hits"]["total"]["value"]) for one in found]

    def _ordered(self, query: Json, wanted: int | None, beside: Json | None) -> tuple[Found, int]:
        """The first that answer, and how many of these stand where they stand."""
        sort = self.request.sort
        if sort != "relevance" or wanted is None:
            columns = _columns(wanted)
            found = first_rows(self._connection, self._index, query, sort, wanted, beside, columns)
            rows = self._closer(found.rows) if sort == "relevance" else found.rows
            if sort == "relevance" and self.request.copies == "show":
                rows = without_echo(rows)
            return found._replace(rows=rows), len(rows)
        if self.asking.closeness:
            wanted = max(wanted, LOOKED_AT)
        else:
            # Nothing comes up from below; copies, which go down, are mostly few.
            wanted = min(2 * wanted + 8, max(wanted, LOOKED_AT))
        found = first_rows(self._connection, self._index, query, sort, wanted, beside)
        if not found.rows:
            return found, 0
        rows = self._closer(found.rows)
        settled = len(rows)
        if self.request.copies == "show" and any(row.cluster for row in rows):
            floor = rows[-1].score
            rows = without_echo(rows)
            if len(rows) < found.total:
                settled = sum(row.score > floor for row in rows)
        return found._replace(rows=rows), settled

    def _closer(self, rows: list[Row]) -> list[Row]:
        """The rows with what the first of them get for words that stand close to each other."""
        close = self.closeness([row.key for row in rows[:LOOKED_AT]])
        if not close:
            return rows
        return in_order(row._replace(score=row.score + close.get(row.key, 0.0)) for row in rows)

    def closeness(self, keys: Sequence[str]) -> dict[str, float]:
        """What some articles get for words that stand close to each other, by their documents."""
        query = self.asking.close(keys, self.request.rank)
        if query is None:
            return {}
        (close,) = scores_of(self._connection, self._index, [query], len(keys))
        return {key: score for key, (score, _) in close.items()}


def _columns(wanted: int | None) -> tuple[Column, ...]:
    """Of all articles, mostly the paths are wanted, and no texts."""
    return ("path",) if wanted is None else ()
