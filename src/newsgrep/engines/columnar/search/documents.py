"""Which documents answer a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.backends import D, T
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.query_terms import optional_words, words_of
from newsgrep.engines.columnar.search.term_postings import PlannedPostings
from newsgrep.query.ast import (
    Alike,
    All,
    Any,
    AtLeast,
    Fuzzy,
    In,
    Is,
    Near,
    Node,
    Not,
    Phrase,
    Regex,
    Weighted,
    Wildcard,
    Word,
)
from newsgrep.request import Mode

if TYPE_CHECKING:
    from newsgrep.engines.columnar.near_duplicates.clusters import Clusters, JoinedClusters
    from newsgrep.engines.columnar.search.backends.interface import Backend


class DocumentEvaluator(Generic[D, T]):
    """Works out the set of documents of each node of a question."""

    def __init__(
        self,
        plan: QueryPlan,
        postings: PlannedPostings[D, T],
        backend: Backend[D, T],
        clusters: Clusters | JoinedClusters,
    ) -> None:
        self._plan = plan
        self._postings = postings
        self._backend = backend
        self._clusters = clusters
        self.notes: list[str] = list(plan.notes)
        """Those of the plan, and what was found to be left out on the way."""

    def answer(self, mode: Mode) -> tuple[D, D]:
        """The documents that match in full, and those with some of the words."""
        optional, required = optional_words(self._plan.query)
        if not optional or mode == "all":
            return self.documents(self._plan.query), self._backend.nothing()
        words = [word for part in optional for word in words_of(part)]
        some = self.documents(words[0])
        for word in words[1:]:
            some = some | self.documents(word)
        for part in required:
            some = some & self.documents(part)
        if mode == "any":
            return some, self._backend.nothing()
        full = some
        for part in optional:
            full = full & self.documents(part)
        return full, some - full

    def documents(self, node: Node, scope: str = term_keys.TEXT) -> D:
        """The documents of a node; ``scope`` is the field or zone it is looked for in."""
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                return self._postings.documents((scope, node))
            case Weighted(part):
                return self.documents(part, scope)
            case Near() | AtLeast():
                return self._spanned(node, scope)
            case All(parts):
                return self._all(parts, scope)
            case Any(parts) | Alike(parts):
                found = self.documents(parts[0], scope)
                for part in parts[1:]:
                    found = found | self.documents(part, scope)
                return found
            case Not(part):
                return self._backend.everything() - self.documents(part, scope)
            case In(name, part):
                return self.documents(part, name)
            case Is("copy"):
                return self._backend.grouped(self._clusters.groups)
        from newsgrep.engines.columnar.search import filters

        return filters.documents(self._backend, node)

    def _all(self, parts: tuple[Node, ...], scope: str) -> D:
        found = self.documents(parts[0], scope)
        for part in parts[1:]:
            if isinstance(part, Not):
                found = found - self.documents(part.part, scope)
            else:
                found = found & self.documents(part, scope)
        return found

    def _spanned(self, node: Near | AtLeast, scope: str) -> D:
        from newsgrep.engines.columnar.search.near import SpanQuery

        query = SpanQuery(self._plan)
        found = self._backend.spanned(lambda reader: query.numbers(node, reader, scope))
        self.notes += [note for note in query.notes() if note not in self.notes]
        return found
