"""The order of answers, as ``columnar.search.scoring.top_docs`` has it: closeness, and copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newsgrep.engines.columnar.search.scoring.top_docs import (
    LOOKED_AT,
    collapsed,
    in_order,
    without_echo,
)
from newsgrep.engines.opensearch.asking import Asking
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.rows import (
    Row,
    count_of,
    first_rows,
    scores_in,
    scores_of,
)

if TYPE_CHECKING:
    from newsgrep.request import Request

Json = dict[str, Any]
Scores = dict[str, float]
"""What each of some articles gets, by its document."""


class Answered(NamedTuple):
    """The articles that answer: how many, the first of them; and what was asked beside."""

    total: int
    rows: list[Row]
    beside: int = 0
    """How many answer another query."""
    close: Scores | None = None
    """What articles get for words that stand close, where that was asked for in the same request:
    all of them, those that get nothing left out."""


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
    ) -> Answered:
        """How many articles answer, and the ``wanted`` first; None for all.

        ``told`` are clusters that stand above already, where copies are collapsed. How many answer
        ``beside`` is asked together with the first.
        """
        if wanted == 0:
            return self._none(query, beside)
        taken = wanted
        others, close = 0, None
        while True:
            found, settled = self._ordered(query, taken, beside, close)
            total, rows, _, _ = found
            if beside is not None:
                others, beside = found.beside, None
            close = found.close
            if self.request.copies == "collapse":
                rows = collapsed(rows[:settled], told)
                settled = len(rows)
            if wanted is None or settled >= wanted or taken is None or taken >= total:
                return Answered(total, rows[:wanted], others)
            # Copies took the place of others: look further down.
            taken = 4 * taken + 64

    def first(self, query: Json, wanted: int | None, beside: Json | None = None) -> Answered:
        """The same by what each article has for itself: closeness and copies do not count."""
        if wanted == 0:
            return self._none(query, beside)
        return self._asked(query, wanted, beside, None)

    def _none(self, query: Json, beside: Json | None) -> Answered:
        queries = [query] if beside is None else [query, beside]
        bodies = [count_of(self.asking.seen(one)) for one in queries]
        counts = [_count(found) for found in self._connection.searches(self._index, bodies)]
        return Answered(counts[0], [], counts[-1])

    def _asked(
        self, query: Json, wanted: int | None, beside: Json | None, close: Json | None
    ) -> Answered:
        """What is asked in one request; ``close`` is a search for what closeness gives."""
        counted = [] if beside is None else [count_of(self.asking.seen(beside))]
        found = first_rows(
            self._connection, self._index, self.asking.scored(query, self.request.rank),
            self.request.sort, wanted, [*counted, *([] if close is None else [close])],
            # Of all, mostly the paths are wanted, and no texts.
            ("path",) if wanted is None else (),
        )  # fmt: skip
        return Answered(
            found.total, found.rows,
            0 if beside is None else _count(found.beside[0]),
            None if close is None else scores_in(found.beside[-1]),
        )  # fmt: skip

    def _ordered(
        self, query: Json, wanted: int | None, beside: Json | None, close: Scores | None
    ) -> tuple[Answered, int]:
        """The first that answer, and how many of these stand where they stand.

        ``close`` is what closeness gives each article, where that is known already.
        """
        sort = self.request.sort
        if sort != "relevance":
            found = self._asked(query, wanted, beside, None)
            return found, len(found.rows)
        if wanted is not None and self.asking.closeness:
            wanted = max(wanted, LOOKED_AT)
        elif wanted is not None:
            # Nothing comes up from below; copies, which go down, are mostly few.
            wanted = min(2 * wanted + 8, max(wanted, LOOKED_AT))
        asked = None if close is not None else self.asking.close_among(query, self.request.rank)
        found = self._asked(query, wanted, beside, asked)
        if close is not None:
            found = found._replace(close=close)
        rows = self._closer(found.rows, found.close)
        settled = len(rows)
        if rows and self.request.copies == "show" and any(row.cluster for row in rows):
            floor = rows[-1].score
            rows = without_echo(rows)
            if wanted is not None and len(rows) < found.total:
                settled = sum(row.score > floor for row in rows)
        return found._replace(rows=rows), settled

    def _closer(self, rows: list[Row], close: Scores | None) -> list[Row]:
        """The rows with what the first of them get for words that stand close to each other."""
        keys = [row.key for row in rows[:LOOKED_AT]]
        if close is None:
            close = self.closeness(keys)
        more = {key: close[key] for key in keys if key in close}
        if not more:
            return rows
        return in_order(row._replace(score=row.score + more.get(row.key, 0.0)) for row in rows)

    def closeness(self, keys: Sequence[str]) -> Scores:
        """What some articles get for words that stand close to each other, by their documents."""
        query = self.asking.close(keys, self.request.rank)
        if query is None:
            return {}
        (close,) = scores_of(self._connection, self._index, [query], len(keys))
        return {key: score for key, (score, _) in close.items()}


def _count(found: Json) -> int:
    return int(found["hits"]["total"]["value"])
