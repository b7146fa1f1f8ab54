"""One question, asked of a cluster: its plan, what it compiles to, and how many hold its terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.query_terms import TermName, neighbours
from newsgrep.engines.columnar.search.scoring import bm25
from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN, PROMINENT, Weighing
from newsgrep.engines.columnar.search.scoring.statistics import (
    Collection,
    Statistics,
    is_telling,
)
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.queries import QueryCompiler, holding
from newsgrep.engines.opensearch.rows import count_of, scoring
from newsgrep.engines.opensearch.scoring import (
    MOST_FORMS,
    Place,
    aged,
    bm25_of,
    closeness,
    frequency,
    occurrences,
    places_of,
)
from newsgrep.request import Rank

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.vocabulary import Vocabulary
    from newsgrep.engines.opensearch.measured import Measuring

MOST_CLOSE = 1_000
"""Articles whose closeness is asked for together with the first ones, before these are known."""
MOST_CLAUSES = 700
"""Words of a query for scores; the cluster takes 1,024 with all that is around them."""

Json = dict[str, Any]


class Asking:
    """Makes the queries of one question. Statistics are asked for when a score is wanted."""

    def __init__(
        self,
        connection: Connection,
        index: str,
        seen: Json,
        facts: Json,
        plan: QueryPlan,
        vocabulary: Vocabulary,
        measuring: Measuring,
        statistics: Statistics | None = None,
    ) -> None:
        """``statistics`` are those of several indexes that are searched as one."""
        self.plan = plan
        self._vocabulary = vocabulary
        self._connection = connection
        self._index = index
        self._visible = seen
        self._facts = facts
        self._statistics = statistics
        every = collection_of(facts) if statistics is None else statistics.collection
        self._articles = every.articles
        self._average = every.average_words
        self.queries = QueryCompiler(
            plan, lambda node, scope: measuring.articles(self, node, scope)
        )
        self._counts: dict[TermName, int] = {}

    def seen(self, query: Json) -> Json:
        """A query of what readers see."""
        return {"bool": {"filter": [self._visible, query]}}

    @property
    def _newest(self) -> int:
        return int(self._facts["newest"]) if self._statistics is None else self._statistics.newest

    def doc_freqs(self, names: Iterable[TermName]) -> dict[TermName, int]:
        """How many articles hold each term, of all indexes that are searched as one."""
        if self._statistics is None:
            return self.own_doc_freqs(names)
        return {name: self._statistics.doc_freq(name) for name in names}

    def own_doc_freqs(self, names: Iterable[TermName]) -> dict[TermName, int]:
        """How many articles of this index hold each term."""
        every = list(names)
        wanted = [name for name in every if name not in self._counts]
        bodies = [count_of(self.seen(holding(self.plan.terms[name]))) for name in wanted]
        for name, found in zip(wanted, self._connection.searches(self._index, bodies), strict=True):
            self._counts[name] = found["hits"]["total"]["value"]
        return {name: self._counts[name] for name in every}

    @cached_property
    def _scored(self) -> list[tuple[ExpandedTerm, float]]:
        """What counts for the score, with what finding it is worth."""
        plan = self.plan
        frequencies = self.doc_freqs((*plan.scored, *plan.mentions))
        return [
            *((plan.terms[name], weight * self._idf(frequencies[name]))
              for name, weight in plan.scored.items()),
            *((term, self._idf(frequencies[name])) for name, term in plan.mentions.items()),
        ]  # fmt: skip

    def _frequency(self, term: ExpandedTerm, places: Sequence[Place]) -> Json:
        return frequency(term, places, self._few_forms, self._joined)

    @cached_property
    def _few_forms(self) -> int:
        """Forms of a word that are counted by one clause each: a query has 1,024 at most."""
        terms = [term for term, _ in self._scored]
        keys = sum(
            len(slot.all_keys) for term in terms for way in term.alternatives for slot in way
        )
        return MOST_FORMS if 3 * keys < MOST_CLAUSES else 1

    def _joined(self, keys: Sequence[str]) -> frozenset[str]:
        """Those of some keys that stand at the position of another: words joined of several."""
        return frozenset(word for word, _ in self._vocabulary.hyphenated(keys))

    def _idf(self, frequency: int) -> float:
        return bm25.idf(frequency, self._articles)

    def scored(self, query: Json, rank: Rank) -> Json:
        """A query of what readers see, each with its score."""
        by = _weighing(rank)
        terms = [
            bm25_of(self._frequency(term, places_of(term.zone, by)), self._average, worth)
            for term, worth in self._scored
            if any(term.alternatives) and worth
        ]
        found = {"bool": {"filter": [self._visible, query], "should": terms}}
        return aged(found, self._newest) if rank == "recency" else found

    def close(self, keys: Sequence[str], rank: Rank) -> Json | None:
        """A query of some articles whose score is what they get for words that stand close."""
        if not self.closeness or not keys:
            return None
        ours = {"ids": {"values": list(keys)}}
        found = {"bool": {"filter": [ours], "should": self.closeness}}
        return aged(found, self._newest) if rank == "recency" else found

    def close_among(self, query: Json, rank: Rank) -> Json | None:
        """A search for what each article gets for words that stand close, whichever they are.

        None where there is nothing to be got, and where the words stand in too many articles for
        that to be quicker than to ask for the first ones once these are known.
        """
        if not self.closeness:
            return None
        frequencies = self.own_doc_freqs({name for pair in self._pairs for name in pair})
        most = sum(min(frequencies[name] for name in pair) for pair in self._pairs)
        if not 0 < most <= MOST_CLOSE:
            return None
        found = {
            "bool": {
                "filter": [self._visible, query],
                "should": self.closeness,
                "minimum_should_match": 1,
            }
        }
        return scoring(aged(found, self._newest) if rank == "recency" else found, most)

    @cached_property
    def closeness(self) -> list[Json]:
        """Queries whose scores are what words get that stand close; none where nothing counts."""
        return list(self._close_terms())

    def _close_terms(self) -> Iterator[Json]:
        for left, right in self._pairs:
            frequencies = self.doc_freqs((left, right))
            worth = (self._idf(frequencies[left]) + self._idf(frequencies[right])) / 2
            terms = self.plan.terms
            yield from closeness(terms[left], terms[right], self._average, worth)

    @cached_property
    def _pairs(self) -> list[tuple[TermName, TermName]]:
        """The words of the question that get more where they stand close to each other."""
        pairs = neighbours(self.plan.query)
        names = {name for pair in pairs for name in pair if name in self.plan.scored}
        frequencies = self.doc_freqs(names)
        telling = {name for name in names if is_telling(frequencies[name], self._articles)}
        return [pair for pair in pairs if telling.issuperset(pair)]

    def reasons(self, rank: Rank) -> Iterator[tuple[TermName, float, Json, list[Json]]]:
        """For each term that counts: its worth; queries of its weight, and of its places."""
        by = _weighing(rank)
        frequencies = self.doc_freqs(self.plan.scored)
        for name, weight in self.plan.scored.items():
            term = self.plan.terms[name]
            if any(term.alternatives):
                places = [self._places(term, field) for field in ("title", "lead", "text")]
                whole = self._frequency(term, places_of(term.zone, by))
                yield name, weight * self._idf(frequencies[name]), whole, places

    def _places(self, term: ExpandedTerm, field: str) -> Json:
        """A query whose score is at how many places of a field a term stands."""
        ways = [slots for slots in term.alternatives if slots]
        if len(ways) == len(ways[0]) == 1 and not self._joined(ways[0][0].all_keys):
            return self._frequency(term, [(field, "", 1.0)])
        return occurrences(term, field)

    def score_of(self, weight: float, words: int, worth: float) -> float:
        """BM25 of a weighted frequency in an article of so many words."""
        return bm25.score(weight, words, self._average, worth)

    def told_frequencies(self) -> dict[TermName, int]:
        """How many articles hold each term of the question."""
        return self.doc_freqs(self.plan.terms)


def collection_of(facts: Json) -> Collection:
    """How many articles there are, and how long, as the facts of a manifest tell."""
    articles = int(facts["articles"])
    return Collection(articles, int(facts["words"]), articles)


def _weighing(rank: Rank) -> Weighing:
    return PROMINENT if rank == "prominence" else PLAIN


def scope_of(name: TermName) -> str:
    """The field or zone of a term, empty for all of the text."""
    return "" if name[0] == term_keys.TEXT else name[0]


def present(values: Iterable[Any]) -> list[Any]:
    """Those that are not None."""
    return [value for value in values if value is not None]
