"""One question, asked of all segments: plan, documents, scores and counts together."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic

from newsgrep.engines.columnar.near_duplicates.clusters import Clusters, JoinedClusters
from newsgrep.engines.columnar.search.backends import D, T
from newsgrep.engines.columnar.search.backends.pure_python import PurePython
from newsgrep.engines.columnar.search.documents import DocumentEvaluator
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.query_terms import TermName
from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN, PROMINENT
from newsgrep.engines.columnar.search.scoring.scorer import Scorer
from newsgrep.engines.columnar.search.scoring.statistics import OwnStatistics
from newsgrep.engines.columnar.search.scoring.top_docs import Ranking
from newsgrep.engines.columnar.search.term_postings import PlannedPostings
from newsgrep.engines.columnar.segment.doc_values import NO_DATE, known_date
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.matches import (
    Answering,
    Candidates,
    Digest,
    Match,
    Matches,
    Part,
    Period,
)
from newsgrep.query.ast import Everything
from newsgrep.request import Mode, Rank, Request

if TYPE_CHECKING:
    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.backends import numpy_arrays, pure_python
    from newsgrep.engines.columnar.search.backends.interface import Backend
    from newsgrep.engines.columnar.search.multi_reader import MultiReader
    from newsgrep.engines.columnar.search.scoring.statistics import Statistics

FEW = 60_000
"""Postings up to which plain Python is quicker than loading NumPy."""
FEW_WHEN_LOADED = 400
"""And than calling it, once it is loaded."""
FEW_IN_ALL = 200_000
"""And those that a process reads so before it loads NumPy all the same: it stays up."""
FEW_DOCUMENTS = 400_000
"""So many are counted without NumPy in less time than it takes to load."""


class Evaluation(Generic[D, T]):
    """What answers one question; postings are read as they are needed."""

    def __init__(
        self,
        plan: QueryPlan,
        backend: Backend[D, T],
        segments: Sequence[Segment],
        clusters: Clusters | JoinedClusters,
        rank: Rank,
        to_score: bool,
        statistics: Statistics | None,
    ) -> None:
        by = PROMINENT if rank == "prominence" else PLAIN
        self._plan = plan
        self._backend = backend
        self._segments = segments
        self._clusters = clusters
        self._postings = PlannedPostings(plan, backend, by, to_score=to_score)
        self._evaluator = DocumentEvaluator(plan, self._postings, backend, clusters)
        statistics = statistics or OwnStatistics(segments, self._postings)
        self._scorer = Scorer(plan, self._postings, backend, segments, statistics)

    def matches(self, request: Request) -> Matches:
        """What answers the question, in the part and order that ``request`` asks for."""
        full, partial = self._evaluator.answer(request.mode)
        partially = len(partial)
        wanted = request.offset + request.limit if request.limit else None
        ranking = self._ranking(request)
        rows = ranking.matches(full, wanted, full=True)
        if partially and (wanted is None or len(rows) < wanted):
            more = None if wanted is None else wanted - len(rows)
            told = {row.cluster for row in rows if row.cluster}
            rows += ranking.matches(partial, more, full=False, told=told)
        return Matches(
            len(full), partially, rows[request.offset :],
            self._plan.highlighting, self._evaluator.notes,
        )  # fmt: skip

    def _ranking(self, request: Request) -> Ranking[D, T]:
        return Ranking(self._backend, self._scorer, self._segments, self._clusters, request)

    def candidates(self, request: Request, which: Answering, wanted: int | None) -> Candidates:
        """How many documents answer, and the ``wanted`` first of those ``which`` are asked for."""
        mode = _counting(request.mode) if which == "counted" else request.mode
        full, partial = self._evaluator.answer(mode)
        found = partial if which == "partial" else full
        rows = self._ranking(request).candidates(found, wanted)
        return Candidates(len(full), len(partial), rows)

    def closeness(
        self, request: Request, addresses: Sequence[DocAddress]
    ) -> dict[DocAddress, float]:
        """What some documents get for words of the question that stand close to each other."""
        return self._ranking(request).closeness(addresses)

    def _counted(self, mode: Mode) -> D:
        """The documents that are counted: all that match in full, or with any of the words."""
        return self._evaluator.answer(_counting(mode))[0]

    def count(self, mode: Mode) -> int:
        """How many documents match."""
        return len(self._counted(mode))

    def count_values(self, mode: Mode, fields: Sequence[str]) -> tuple[int, list[Counter[str]]]:
        """How many documents match, and how many of them have each value of each field.

        ``year`` counts as a field.
        """
        found = self._counted(mode)
        counts = [
            self._by_period(found, "year")
            if field == "year"
            else self._backend.count_values(found, field)
            for field in fields
        ]
        return len(found), counts

    def count_periods(self, mode: Mode, by: Period) -> tuple[int, Counter[str]]:
        """How many documents match, and how many of them are of each period.

        Left out are those of whose date less than that is known.
        """
        found = self._counted(mode)
        return len(found), self._by_period(found, by)

    def _by_period(self, found: D, by: Period) -> Counter[str]:
        from newsgrep.engines.columnar.search.facets import coarsest_for, periods_of

        return periods_of(self._backend.count_days(found, coarsest_for(by)), by)

    def digest(self, request: Request) -> Digest:
        """What the documents that match come to."""
        found = self._counted(request.mode)
        addresses = list(found)
        if not addresses:
            return Digest(0, 0)
        clusters = [self._clusters.of(address) for address in addresses]
        alone = clusters.count(0)
        dates = [
            (seconds, segment.coarse[document])
            for number, document in addresses
            if (seconds := (segment := self._segments[number]).dates[document]) != NO_DATE
        ]
        sources = self._backend.count_values(found, "source")
        source = min(sources, key=lambda name: (-sources[name], name), default="")
        ranking = self._ranking(request)
        (best,) = ranking.matches(found, 1, full=True)
        return Digest(
            len(addresses), alone + len(set(clusters) - {0}),
            known_date(*min(dates)) if dates else "", known_date(*max(dates)) if dates else "",
            source, sources[source] if source else 0, best,
        )  # fmt: skip

    def doc_freq(self, name: TermName) -> int:
        """How many documents hold a term of the plan."""
        return self._postings.doc_freq(name)

    def parts(self, match: Match, rank: Rank) -> list[Part]:
        """What each word and signal added to the score of a match."""
        address = (match.segment, match.document)
        from newsgrep.engines.score_parts import with_signals

        close = self._scorer.closeness([address]).get(address, 0.0)
        return with_signals(self._scorer.explanation(address), close, match.score, rank, 1e-6)


def _counting(mode: Mode) -> Mode:
    """What is counted: all that match in full, or with any of the words."""
    return "any" if mode == "any" else "all"


if TYPE_CHECKING:
    AnyEvaluation = (
        Evaluation[pure_python.SegmentSets, pure_python.SegmentWeights]
        | Evaluation[numpy_arrays.MaskedSet, numpy_arrays.ArrayWeights]
    )


def evaluated(
    plan: QueryPlan,
    segments: Sequence[Segment],
    multi_reader: Callable[[], MultiReader],
    clusters: Clusters | JoinedClusters,
    *,
    rank: Rank = "bm25",
    to_score: bool = False,
    statistics: Statistics | None = None,
) -> AnyEvaluation:
    """The evaluation of a plan, by the backend that is the quicker for it.

    ``to_score``: the answers are wanted in the order of their scores, not only counted.
    ``statistics`` are those of several indexes that are searched as one.
    """
    if needs_arrays(plan, segments, to_score):
        from newsgrep.engines.columnar.search.backends.numpy_arrays import NumPyArrays

        arrays = NumPyArrays(multi_reader())
        return Evaluation(plan, arrays, segments, clusters, rank, to_score, statistics)
    lists = PurePython(segments, multi_reader)
    return Evaluation(plan, lists, segments, clusters, rank, to_score, statistics)


def needs_arrays(plan: QueryPlan, segments: Sequence[Segment], to_score: bool) -> bool:
    """Whether there are so many postings to read that loading NumPy is worth it."""
    if isinstance(plan.query, Everything) and not to_score:
        return sum(segment.count for segment in segments) > FEW_DOCUMENTS
    global _read_plainly
    few = FEW_WHEN_LOADED if "numpy" in sys.modules else min(FEW, FEW_IN_ALL - _read_plainly)
    total = 0
    for size in plan.sizes(segments):
        total += size
        if total > few:
            return True
    _read_plainly += total
    return False


_read_plainly = 0
"""Postings that this process read in plain Python (rent, until it is worth to buy)."""
