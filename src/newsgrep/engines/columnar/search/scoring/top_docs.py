"""The order of answers: by score, closeness and recency, or by date and the like; and copies."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from newsgrep.engines.columnar.near_duplicates.clusters import Clusters, JoinedClusters
from newsgrep.engines.columnar.search.backends import D, T
from newsgrep.engines.columnar.search.scoring.scorer import Scorer
from newsgrep.engines.columnar.segment.doc_values import NO_DATE
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.stored_article import path_of, record_of, title_of
from newsgrep.engines.matches import Candidate, Match
from newsgrep.request import Request

if TYPE_CHECKING:
    from typing import Self

    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.backends.interface import Backend, Column, Scores

    Scored = tuple[float, DocAddress]
    Value = int | str
    Place = tuple[bool, int | str | tuple[int, ...]]
    SortKey = tuple[bool, int | str | tuple[int, ...], tuple[float, int, str, DocAddress]]
    """Whether the value is missing, the value, and what settles ties."""

LOOKED_AT = 200
"""Answers whose words are looked at for closeness: the best by their words alone."""
HALF_LIFE = 365 * 86_400
"""Seconds in which an article's recency halves."""
OLDEST = 0.02
UNDATED = 0.2
"""What recency an article without a date has; the newest has 1."""
REPEATED = 0.6
"""What a near-copy of an article that stands above it counts."""


class Ranking(Generic[D, T]):
    """Orders the documents that answer one question."""

    def __init__(
        self,
        backend: Backend[D, T],
        scorer: Scorer[D, T],
        segments: Sequence[Segment],
        clusters: Clusters | JoinedClusters,
        request: Request,
    ) -> None:
        self._backend = backend
        self._scorer = scorer
        self._segments = segments
        self._clusters = clusters
        self._request = request
        self._newest = scorer.statistics.newest if request.rank == "recency" else 0

    def matches(
        self, found: D, wanted: int | None, *, full: bool, told: Iterable[int] = ()
    ) -> list[Match]:
        """The ``wanted`` first of the documents ``found``; None for all.

        However many are wanted, the order is the same: a page and the next are the longer page.
        ``told`` are clusters that stand above already, where copies are collapsed.
        """
        if wanted == 0:
            return []
        total = len(found)
        if not total:
            return []
        scores = self._scores(found)
        taken = wanted
        while True:
            matches, settled = self._ordered(found, total, scores, taken, full)
            if self._request.copies == "collapse" and self._clusters:
                matches = collapsed(matches[:settled], told)
                settled = len(matches)
            if wanted is None or settled >= wanted or taken is None or taken >= total:
                return matches[:wanted]
            # Copies took the place of others: look further down.
            taken = 4 * taken + 64

    def candidates(self, found: D, wanted: int | None) -> list[Candidate]:
        """The ``wanted`` first by what each has for itself: closeness and copies do not count."""
        if wanted == 0 or not len(found):
            return []
        scores = self._scores(found)
        name = self._request.sort.lstrip("-")
        if name == "relevance":
            scored = self._best(scores, wanted)
        else:
            scored = self._sorted(found, scores, wanted)
        return [
            Candidate(
                *address, score, self._clusters.of(address),
                (segment := self._segments[address[0]]).dates[address[1]], segment.id(address[1]),
                None if name == "relevance" else self._value(name, address),
            )
            for score, address in scored
        ]  # fmt: skip

    def closeness(self, addresses: Sequence[DocAddress]) -> dict[DocAddress, float]:
        """What some documents get for words that stand close, their age counted in."""
        found = self._scorer.closeness(addresses)
        return {address: self._aged(score, address) for address, score in found.items()}

    def _scores(self, found: D) -> Scores:
        scores = self._scorer.scores(found)
        if self._request.rank == "recency":
            scores.scale(self._recency)
        return scores

    def _best(self, scores: Scores, wanted: int | None) -> list[Scored]:
        """The ``wanted`` best by their words alone, in order."""
        best = scores.best(wanted)
        if wanted is not None and len(best) > wanted:
            best = self._foremost(best, wanted)
        return self._in_order(best)

    def _ordered(
        self, found: D, total: int, scores: Scores, wanted: int | None, full: bool
    ) -> tuple[list[Match], int]:
        """The first matches, and how many of them stand where they stand among all."""
        if self._request.sort != "relevance":
            scored = self._sorted(found, scores, wanted)
            return [self._match(address, score, full) for score, address in scored], len(scored)
        scored = self._best(scores, None if wanted is None else max(wanted, LOOKED_AT))
        # Always the same ones are looked at more closely: the order must not depend on the page.
        closer = self.closeness([address for _, address in scored[:LOOKED_AT]])
        scored = self._in_order([(score + closer.get(at, 0.0), at) for score, at in scored])
        settled = len(scored)
        if self._request.copies == "show" and self._clusters:
            floor = scored[-1][0]
            everything = wanted is None or len(scored) >= total
            scored = self._without_echo(scored)
            if not everything:
                settled = sum(score > floor for score, _ in scored)
        return [self._match(address, score, full) for score, address in scored], settled

    def _match(self, address: DocAddress, score: float, full: bool) -> Match:
        return Match(*address, score, full, self._clusters.of(address))

    def _foremost(self, scored: list[Scored], wanted: int) -> list[Scored]:
        """The ``wanted`` best; what settles ties is only looked up for ties at the edge."""
        scored.sort(key=itemgetter(0), reverse=True)
        edge = scored[wanted - 1][0]
        above = [one for one in scored[:wanted] if one[0] > edge]
        ties = [one for one in scored if one[0] == edge]
        return above + heapq.nsmallest(wanted - len(above), ties, key=lambda one: self._tie(*one))

    def _in_order(self, scored: list[Scored]) -> list[Scored]:
        """The best first; what settles ties is only looked up where there are some."""
        scored = sorted(scored, key=itemgetter(0), reverse=True)
        ordered: list[Scored] = []
        for _, some in groupby(scored, key=itemgetter(0)):
            same = list(some)
            ordered += same if len(same) == 1 else sorted(same, key=lambda one: self._tie(*one))
        return ordered

    def _tie(self, score: float, address: DocAddress) -> tuple[float, int, str, DocAddress]:
        """Ties go to the newer article, then to the lower id."""
        segment, document = self._segments[address[0]], address[1]
        return -score, -segment.dates[document], segment.id(document), address

    def _recency(self, seconds: int) -> float:
        if seconds == NO_DATE:
            return UNDATED
        return float(max(OLDEST, 0.5 ** ((self._newest - seconds) / HALF_LIFE)))

    def _aged(self, score: float, address: DocAddress) -> float:
        """A part of a score with the article's age counted in, when ranked so."""
        if self._request.rank != "recency" or not score:
            return score
        return score * self._recency(self._segments[address[0]].dates[address[1]])

    def _without_echo(self, scored: list[Scored]) -> list[Scored]:
        """Near-copies of what stands above them, counted down."""
        seen: set[int] = set()
        again = []
        for score, address in scored:
            cluster = self._clusters.of(address)
            again.append((score * REPEATED if cluster in seen else score, address))
            if cluster:
                seen.add(cluster)
        return self._in_order(again)

    # By a value of the articles

    def _sorted(self, found: D, scores: Scores, wanted: int | None) -> list[Scored]:
        name = self._request.sort.lstrip("-")
        column: Column | None = "dates" if name == "date" else "words" if name == "words" else None
        down = self._request.sort.startswith("-")
        key = self._key(scores, name, down)
        if wanted is None:
            ordered = sorted(found, key=key)
        else:
            candidates = self._backend.foremost(found, column, wanted, down=down)
            ordered = heapq.nsmallest(wanted, candidates, key)
        return [(scores.of(address), address) for address in ordered]

    def _key(self, scores: Scores, name: str, down: bool) -> Callable[[DocAddress], SortKey]:
        """The order of documents by a value; those that lack it come last."""

        def key(address: DocAddress) -> SortKey:
            tie = self._tie(scores.of(address), address)
            return *place_of(self._value(name, address), down), tie

        return key

    def _value(self, name: str, address: DocAddress) -> int | str | None:
        segment, document = self._segments[address[0]], address[1]
        if name == "date":
            seconds = segment.dates[document]
            return None if seconds == NO_DATE else seconds
        if name == "words":
            return segment.words[document]
        if name == "path":
            # A NUL is in no path, and before all that is: the records of a file stay together.
            return f"{path_of(segment, document)}\0{record_of(segment, document):09d}"
        if name == "source":
            return "".join(segment.facet(name).of(document)).casefold()
        return title_of(segment, document).casefold()


def place_of(value: Value | None, down: bool) -> Place:
    """Where a value stands in an order, ``down`` from the greatest; those that lack it come last.

    Whether it is missing, and the value.
    """
    if value is None or value == "":
        return True, 0
    if not down:
        return False, value
    if isinstance(value, str):
        # The 1 at the end puts a word after those that it begins.
        return False, (*(-ord(c) for c in value), 1)
    return False, -value


class _Grouped(Protocol):
    @property
    def cluster(self) -> int: ...


class _Ranked(_Grouped, Protocol):
    @property
    def score(self) -> float: ...

    @property
    def tie(self) -> tuple[Any, ...]: ...

    def _replace(self, *, score: float) -> Self: ...


Row = TypeVar("Row", bound=_Grouped)
RankedRow = TypeVar("RankedRow", bound=_Ranked)


def in_order(rows: Iterable[RankedRow]) -> list[RankedRow]:
    """The best first."""
    return sorted(rows, key=lambda row: row.tie)


def without_echo(rows: Iterable[RankedRow]) -> list[RankedRow]:
    """Near-copies of what stands above them, counted down."""
    seen: set[int] = set()
    again = []
    for row in rows:
        again.append(row._replace(score=row.score * REPEATED) if row.cluster in seen else row)
        if row.cluster:
            seen.add(row.cluster)
    return in_order(again)


def collapsed(rows: Iterable[Row], told: Iterable[int]) -> list[Row]:
    """Of each cluster of near-copies its first row, unless the cluster is ``told`` already."""
    seen = set(told)
    kept = []
    for row in rows:
        if row.cluster and row.cluster in seen:
            continue
        if row.cluster:
            seen.add(row.cluster)
        kept.append(row)
    return kept
