"""The order of answers: by score, closeness and recency, or by date and the like; and copies."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from newsgrep.engines.columnar.near_duplicates.clusters import Clusters, JoinedClusters
from newsgrep.engines.columnar.search.backends import pure_python
from newsgrep.engines.columnar.search.evaluation import Evaluation
from newsgrep.engines.columnar.segment.doc_values import NO_DATE
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.matches import Match
from newsgrep.request import Copies, Rank

Row = tuple[int, int]

LOOKED_AT = 200
"""Answers whose words are looked at for closeness: the best by their words alone."""
HALF_LIFE = 365 * 86_400
"""Seconds in which an article's recency halves."""
OLDEST = 0.02
UNDATED = 0.2
"""What recency an article without a date has; the newest has 1."""
REPEATED = 0.6
"""What a near-copy of an article that stands above it counts."""


class Order(NamedTuple):
    """How answers are ordered."""

    sort: str
    rank: Rank
    copies: Copies


class Ranking:
    """Orders the documents that answer one question."""

    def __init__(
        self,
        evaluation: Evaluation,
        segments: Sequence[Segment],
        clusters: Clusters | JoinedClusters,
        order: Order,
    ) -> None:
        self._evaluation = evaluation
        self._segments = segments
        self._clusters = clusters
        self._order = order
        self._newest = 0
        if order.rank == "recency":
            self._newest = max((max(s.dates, default=NO_DATE) for s in segments), default=NO_DATE)

    def rows(
        self, found: Sequence[Any], wanted: int | None, *, full: bool, told: Iterable[int] = ()
    ) -> list[Match]:
        """The ``wanted`` first of the documents ``found`` in each segment; None for all.

        However many are wanted, the order is the same: a page and the next are the longer page.
        ``told`` are clusters that stand above already, where copies are collapsed.
        """
        if wanted == 0:
            return []
        total = sum(map(self._evaluation.algebra.size, found))
        if not total:
            return []
        scores = self._evaluation.scores(found)
        self._age(scores, found)
        taken = wanted
        while True:
            matches, settled = self._ordered(found, scores, taken, full)
            if self._order.copies == "collapse" and self._clusters:
                matches = self._collapsed(matches[:settled], told)
                settled = len(matches)
            if wanted is None or settled >= wanted or taken is None or taken >= total:
                return matches[:wanted]
            # Copies took the place of others: look further down.
            taken = 4 * taken + 64

    def _ordered(
        self, found: Sequence[Any], scores: Sequence[Any], wanted: int | None, full: bool
    ) -> tuple[list[Match], int]:
        """The first matches, and how many of them stand where they stand among all."""
        if self._order.sort != "relevance":
            matches = self._sorted(found, scores, wanted, full)
            return matches, len(matches)
        looked_at = None if wanted is None else max(wanted, LOOKED_AT)
        rows: list[tuple[float, Row]] = []
        asked = self._evaluation
        for number, documents in enumerate(found):
            piece = asked.pieces[number]
            best = asked.algebra.best(scores[number], documents, piece, looked_at)
            rows += [(score, asked.row(number, document)) for score, document in best]
        if looked_at is not None and len(rows) > looked_at:
            rows = self._foremost(rows, looked_at)
        scored = self._in_order(rows)
        # Always the same ones are looked at more closely: the order must not depend on the page.
        closer = asked.closeness([row for _, row in scored[:LOOKED_AT]])
        scored = [(score + self._aged(closer.get(row, 0.0), row), row) for score, row in scored]
        scored = self._in_order(scored)
        settled = len(scored)
        if self._order.copies == "show" and self._clusters:
            floor = scored[-1][0]
            everything = wanted is None or len(scored) >= sum(map(asked.algebra.size, found))
            scored = self._without_echo(scored)
            if not everything:
                settled = sum(score > floor for score, _ in scored)
        return [Match(*row, score, full, self._clusters.of(row)) for score, row in scored], settled

    def _foremost(self, rows: list[tuple[float, Row]], wanted: int) -> list[tuple[float, Row]]:
        """The ``wanted`` best rows; what settles ties is only looked up for ties at the edge."""
        rows.sort(key=itemgetter(0), reverse=True)
        edge = rows[wanted - 1][0]
        above = [row for row in rows[:wanted] if row[0] > edge]
        ties = [row for row in rows if row[0] == edge]
        return above + heapq.nsmallest(wanted - len(above), ties, key=lambda row: self._tie(*row))

    def _in_order(self, scored: list[tuple[float, Row]]) -> list[tuple[float, Row]]:
        """The best first; what settles ties is only looked up where there are some."""
        scored = sorted(scored, key=itemgetter(0), reverse=True)
        ordered: list[tuple[float, Row]] = []
        for _, some in groupby(scored, key=itemgetter(0)):
            same = list(some)
            ordered += same if len(same) == 1 else sorted(same, key=lambda one: self._tie(*one))
        return ordered

    def _tie(self, score: float, row: Row) -> tuple[float, int, str, Row]:
        """Ties go to the newer article, then to the lower id."""
        segment = self._segments[row[0]]
        return -score, -segment.dates[row[1]], segment.id(row[1]), row

    def _age(self, scores: Sequence[Any], found: Sequence[Any]) -> None:
        """Count the age of each of the documents ``found`` in, when ranked so."""
        if self._order.rank != "recency":
            return
        asked = self._evaluation
        for number, documents in enumerate(found):
            total, dates = scores[number], asked.pieces[number].dates
            for document in asked.algebra.members(documents):
                total[document] *= self._recency(int(dates[document]))

    def _recency(self, seconds: int) -> float:
        if seconds == NO_DATE:
            return UNDATED
        return float(max(OLDEST, 0.5 ** ((self._newest - seconds) / HALF_LIFE)))

    def _aged(self, score: float, row: Row) -> float:
        """A part of a score with the article's age counted in, when ranked so."""
        if self._order.rank != "recency" or not score:
            return score
        return score * self._recency(self._segments[row[0]].dates[row[1]])

    def _without_echo(self, scored: list[tuple[float, Row]]) -> list[tuple[float, Row]]:
        """Near-copies of what stands above them, counted down."""
        seen: set[int] = set()
        again = []
        for score, row in scored:
            cluster = self._clusters.of(row)
            again.append((score * REPEATED if cluster in seen else score, row))
            if cluster:
                seen.add(cluster)
        return self._in_order(again)

    def _collapsed(self, matches: list[Match], told: Iterable[int]) -> list[Match]:
        """Of each cluster its first match, unless it is told already."""
        seen = set(told)
        kept = []
        for match in matches:
            if match.cluster and match.cluster in seen:
                continue
            if match.cluster:
                seen.add(match.cluster)
            kept.append(match)
        return kept

    # By a value of the articles

    def _sorted(
        self, found: Sequence[Any], scores: Sequence[Any], wanted: int | None, full: bool
    ) -> list[Match]:
        algebra = self._evaluation.algebra
        rows: list[Row] = []
        for number, documents in enumerate(found):
            members = algebra.members(documents)
            if wanted is not None and algebra is not pure_python:
                members = self._extreme(documents, self._evaluation.pieces[number], wanted)
            rows += [self._evaluation.row(number, document) for document in members]
        key = self._key(scores)
        ranked = sorted(rows, key=key) if wanted is None else heapq.nsmallest(wanted, rows, key)
        return [
            Match(*row, self._evaluation.score_of(scores, row), full, self._clusters.of(row))
            for row in ranked
        ]

    def _extreme(self, documents: Any, piece: Any, wanted: int) -> list[int]:
        """The documents that can be among the first ``wanted``, where a column tells."""
        from newsgrep.engines.columnar.search.backends.numpy_arrays import foremost

        name = self._order.sort.lstrip("-")
        column = {"date": "dates", "words": "words"}.get(name)
        if column is None:
            numbers: list[int] = list(self._evaluation.algebra.members(documents))
            return numbers
        return foremost(
            documents, getattr(piece, column), wanted, down=self._order.sort.startswith("-")
        )

    def _key(self, scores: Sequence[Any]) -> Callable[[Row], tuple[Any, ...]]:
        """The order of rows by a value; those that lack it come last."""
        name = self._order.sort.lstrip("-")
        down = self._order.sort.startswith("-")

        def key(row: Row) -> tuple[Any, ...]:
            value: Any = self._value(name, row)
            missing = value is None or value == ""
            if isinstance(value, str) and down:
                # The 1 at the end puts a word after those that it begins.
                value = (*(-ord(c) for c in value), 1)
            elif down and not missing:
                value = -value
            tie = self._tie(self._evaluation.score_of(scores, row), row)
            return (missing, *(() if missing else (value,)), *tie)

        return key

    def _value(self, name: str, row: Row) -> int | str | None:
        segment, document = self._segments[row[0]], row[1]
        if name == "date":
            seconds = segment.dates[document]
            return None if seconds == NO_DATE else int(seconds)
        if name == "words":
            return int(segment.words[document])
        if name == "path":
            name_bytes = segment.file_names[segment.files[document]]
            path = name_bytes.decode("utf-8", "surrogateescape")
            # A NUL is in no path, and before all that is: the records of a file stay together.
            return f"{path}\0{json.loads(segment.records[document]).get('record', 0):09d}"
        value = json.loads(segment.records[document]).get(name, "")
        return str(value).casefold()
