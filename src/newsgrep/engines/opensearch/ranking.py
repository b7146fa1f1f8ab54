"""The order of answers, as ``columnar.search.scoring.top_docs`` has it: closeness, and copies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newsgrep.engines.columnar.search.scoring.top_docs import LOOKED_AT, REPEATED
from newsgrep.engines.opensearch.asking import Asking
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.rows import Row, first_rows

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
        self._asking = asking
        self._request = request

    def rows(
        self, query: Json, wanted: int | None, *, told: Iterable[int] = ()
    ) -> tuple[int, list[Row]]:
        """How many articles answer, and the ``wanted`` first; None for all.

        ``told`` are clusters that stand above already, where copies are collapsed.
        """
        if wanted == 0:
            return self.count(query), []
        query = self._asking.scored(query, self._request.rank)
        taken = wanted
        while True:
            total, rows, settled = self._ordered(query, taken)
            if self._request.copies == "collapse":
                rows = collapsed(rows[:settled], told)
                settled = len(rows)
            if wanted is None or settled >= wanted or taken is None or taken >= total:
                return total, rows[:wanted]
            # Copies took the place of others: look further down.
            taken = 4 * taken + 64

    def count(self, query: Json) -> int:
        """How many articles answer."""
        body = {"size": 0, "track_total_hits": True, "query": self._asking.seen(query)}
        return int(self._connection.search(self._index, body)["hits"]["total"]["value"])

    def _ordered(self, query: Json, wanted: int | None) -> tuple[int, list[Row], int]:
        """How many answer, the first of them, and how many of these stand where they stand."""
        sort = self._request.sort
        if sort != "relevance":
            total, rows = first_rows(self._connection, self._index, query, sort, wanted)
            return total, rows, len(rows)
        looked_at = None if wanted is None else max(wanted, LOOKED_AT)
        total, rows = first_rows(self._connection, self._index, query, sort, looked_at)
        if not rows:
            return total, rows, 0
        rows = self._closer(rows)
        settled = len(rows)
        if self._request.copies == "show" and any(row.cluster for row in rows):
            floor = rows[-1].score
            rows = without_echo(rows)
            if wanted is not None and len(rows) < total:
                settled = sum(row.score > floor for row in rows)
        return total, rows, settled

    def _closer(self, rows: list[Row]) -> list[Row]:
        """The rows with what the first of them get for words that stand close to each other."""
        keys = [row.key for row in rows[:LOOKED_AT]]
        query = self._asking.close(keys, self._request.rank)
        if query is None:
            return rows
        _, close = first_rows(self._connection, self._index, query, "relevance", len(keys))
        more = {row.key: row.score for row in close}
        return in_order([row._replace(score=row.score + more.get(row.key, 0.0)) for row in rows])


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The best first."""
    return sorted(rows, key=lambda row: row.tie)


def without_echo(rows: Iterable[Row]) -> list[Row]:
    """Near-copies of what stands above them, counted down."""
    seen: set[int] = set()
    again = []
    for row in rows:
        again.append(row._replace(score=row.score * REPEATED) if row.cluster in seen else row)
        if row.cluster:
            seen.add(row.cluster)
    return in_order(again)


def collapsed(rows: Iterable[Row], told: Iterable[int]) -> list[Row]:
    """Of each cluster its first article, unless it is told already."""
    seen = set(told)
    kept = []
    for row in rows:
        if row.cluster and row.cluster in seen:
            continue
        if row.cluster:
            seen.add(row.cluster)
        kept.append(row)
    return kept
