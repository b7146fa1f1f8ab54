"""The postings of a plan's terms: each read when it is first asked for, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from newsgrep.engines.columnar.search.backends import D, T
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.query_terms import TermName
from newsgrep.engines.columnar.search.scoring.field_weights import Weighing

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.backends.interface import Backend


class PlannedPostings(Generic[D, T]):
    """Reads the postings of the terms of one plan."""

    def __init__(
        self, plan: QueryPlan, backend: Backend[D, T], by: Weighing, *, to_score: bool
    ) -> None:
        """``to_score``: what counts for the score is read with its frequencies at once."""
        self._plan = plan
        self._backend = backend
        self._by = by
        self._to_score = to_score
        self._weighted: dict[TermName, T] = {}
        self._mentions: dict[TermName, T] = {}
        self._documents: dict[TermName, D] = {}

    def weighted(self, name: TermName) -> T:
        """The postings of a term, with weighted frequencies."""
        if name not in self._weighted:
            self._weighted[name] = self._backend.postings(self._plan.terms[name], self._by)
        return self._weighted[name]

    def mentions(self, name: TermName) -> T:
        """The postings of a person's name in the text."""
        if name not in self._mentions:
            self._mentions[name] = self._backend.postings(self._plan.mentions[name], self._by)
        return self._mentions[name]

    def documents(self, name: TermName) -> D:
        """The documents that hold a term."""
        if name not in self._documents:
            if self._is_weighted(name):
                found = self._backend.documents(self.weighted(name))
            else:
                found = self._backend.holding(self._plan.terms[name])
            self._documents[name] = found
        return self._documents[name]

    def doc_freq(self, name: TermName) -> int:
        """How many documents hold a term."""
        if self._is_weighted(name):
            return self.weighted(name).doc_freq
        return len(self.documents(name))

    def _is_weighted(self, name: TermName) -> bool:
        return name in self._weighted or (self._to_score and name in self._plan.scored)
