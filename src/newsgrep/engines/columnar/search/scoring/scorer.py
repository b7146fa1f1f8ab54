"""How well documents answer a question: BM25 of its terms, and how close they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Generic

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.backends import D, T, segment_postings
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.query_terms import TermName, neighbours
from newsgrep.engines.columnar.search.scoring import bm25, proximity
from newsgrep.engines.columnar.search.scoring.statistics import Statistics, is_telling
from newsgrep.engines.columnar.search.term_postings import PlannedPostings
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.matches import Part

if TYPE_CHECKING:
    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.backends.interface import Backend, Scores


class Scorer(Generic[D, T]):
    """Scores documents for one question."""

    def __init__(
        self,
        plan: QueryPlan,
        postings: PlannedPostings[D, T],
        backend: Backend[D, T],
        segments: Sequence[Segment],
        statistics: Statistics,
    ) -> None:
        self._plan = plan
        self._postings = postings
        self._backend = backend
        self._segments = segments
        self.statistics = statistics
        self._articles = statistics.collection.articles
        self._average = statistics.collection.average_words

    def scores(self, documents: D) -> Scores:
        """BM25 of some documents."""
        terms = [
            (self._postings.weighted(name), self._worth(name, weight))
            for name, weight in self._plan.scored.items()
        ]
        # A person's later bare surname counts, in the articles that name the person.
        terms += [
            (self._postings.mentions(name), self._worth(name, 1.0)) for name in self._plan.mentions
        ]
        return self._backend.scores(documents, terms, self._average)

    def _worth(self, name: TermName, weight: float) -> float:
        return weight * bm25.idf(self.statistics.doc_freq(name), self._articles)

    def closeness(self, addresses: Sequence[DocAddress]) -> dict[DocAddress, float]:
        """What each document gets for words of the question that stand close to each other."""
        pairs = [
            (left, right)
            for left, right in neighbours(self._plan.query)
            if self._is_telling(left) and self._is_telling(right)
        ]
        names = {name for pair in pairs for name in pair}
        positions = {name: self._positions(name, addresses) for name in names}
        found: dict[DocAddress, float] = {}
        for left, right in pairs:
            ours, theirs = positions[left], positions[right]
            worth = (self._worth(left, 1.0) + self._worth(right, 1.0)) / 2
            for address in ours.keys() & theirs.keys():
                words = self._segments[address[0]].words[address[1]]
                more = proximity.bonus(ours[address], theirs[address], words, self._average, worth)
                if more:
                    found[address] = found.get(address, 0.0) + more
        return found

    def _positions(
        self, name: TermName, addresses: Sequence[DocAddress]
    ) -> dict[DocAddress, list[int]]:
        alternatives = self._plan.terms[name].alternatives
        slots = [slots[0] for slots in alternatives if len(slots) == 1]
        return self._backend.positions(slots, addresses, proximity.MAX_POSITIONS)

    def _is_telling(self, name: TermName) -> bool:
        return name in self._plan.scored and is_telling(
            self.statistics.doc_freq(name), self._articles
        )

    def explanation(self, address: DocAddress) -> list[Part]:
        """What each word of the question gave a document, and where the word stands in it."""
        from newsgrep.query.ast import describe

        found = []
        words = self._segments[address[0]].words[address[1]]
        for name, factor in self._plan.scored.items():
            weight = self._postings.weighted(name).weight(address)
            if weight:
                scope, node = name
                what = describe(node) if scope == term_keys.TEXT else f"{scope}:{describe(node)}"
                score = bm25.score(weight, words, self._average, self._worth(name, factor))
                articles = f"in {self.statistics.doc_freq(name):,} articles"
                found.append(Part(what, score, f"{self._where(name, address)}; {articles}"))
        return found

    def _where(self, name: TermName, address: DocAddress) -> str:
        """How often a term stands in headline, lead and text of a document."""
        segment, document = self._segments[address[0]], address[1]
        positions = {
            position & 0xFFFFFFFF
            for slots in self._plan.terms[name].alternatives
            if slots
            for position in segment_postings.starts(slots, segment, {document})
        }
        title_end, lead_end = segment.title_ends[document], segment.lead_ends[document]
        counts = {
            "headline": sum(position < title_end for position in positions),
            "lead": sum(title_end <= position < lead_end for position in positions),
            "text": sum(position >= max(title_end, lead_end) for position in positions),
        }
        return ", ".join(f"{zone} {count}" for zone, count in counts.items() if count)
