"""Proximity and counts: the documents in which words stand as a question asks."""

from __future__ import annotations

from newsgrep.engines.columnar.search import spans
from newsgrep.engines.columnar.search.backends.array_postings import MOST_POSITIONS, positions_size
from newsgrep.engines.columnar.search.multi_reader import MultiReader
from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.query_terms import term_nodes
from newsgrep.query.ast import (
    Alike,
    All,
    Any,
    AtLeast,
    Fuzzy,
    In,
    Near,
    Node,
    Phrase,
    Regex,
    Weighted,
    Wildcard,
    Word,
)


class SpanQuery:
    """Where the terms of one question stand, over the segments of a reader."""

    def __init__(self, plan: QueryPlan) -> None:
        self._terms = plan.terms
        self._expander = plan.expander

    def notes(self) -> list[str]:
        """What ought to be said of the question, now that it is answered."""
        return self._expander.notes

    def numbers(self, node: Near | AtLeast, reader: MultiReader, scope: str) -> list[int]:
        """The numbers of the documents in which the parts of ``node`` stand as it asks."""
        readers = [(0, reader)]
        if self._is_large(node, readers[0][1], scope):
            readers = readers[0][1].singles
        found: list[int] = []
        for base, reader in readers:
            if isinstance(node, AtLeast):
                some = spans.documents_with(self._spans(node.part, reader, scope), node.count)
            else:
                some = spans.documents_of(self._spans(node, reader, scope))
            found += [base + document for document in some]
        return found

    def _is_large(self, node: Node, reader: MultiReader, scope: str) -> bool:
        """Whether the words of ``node`` stand in so many places that memory is to be saved."""
        terms = [self._terms[field, part] for field, part, _ in term_nodes(node, scope)]
        slots = [slot for term in terms for some in term.alternatives for slot in some]
        return sum(positions_size(reader.gather_slot(slot)) for slot in slots) > MOST_POSITIONS

    def _spans(self, node: Node, reader: MultiReader, scope: str) -> spans.Spans:
        """Where ``node`` occurs in the documents of a reader."""
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                term = self._expander.from_first_to_last(node, self._terms[scope, node])
                return spans.spans_of(term, reader, lambda: self._expander.note_places(node))
            case Near(left, right):
                return spans.near(
                    node,
                    self._spans(left, reader, scope),
                    self._spans(right, reader, scope),
                    reader,
                )
            case Weighted(part):
                return self._spans(part, reader, scope)
            case In(name, part):
                return self._spans(part, reader, name)
            case Any(parts) | Alike(parts):
                return spans.united([self._spans(part, reader, scope) for part in parts])
            case All(parts):
                return spans.together([self._spans(part, reader, scope) for part in parts])
        raise TypeError(f"{type(node).__name__} has no place in a text")
