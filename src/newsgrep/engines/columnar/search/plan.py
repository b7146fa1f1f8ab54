"""What a question looks up: its terms, what each is worth, what is highlighted of them.

A plan is made from the dictionaries alone; no posting list is read for it. (Where an archive is in
several languages, the documents of a word tell which of them it is in: they are read once a word.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm
from newsgrep.engines.columnar.search.expansion import TermExpander
from newsgrep.engines.columnar.search.marks import highlighting_of
from newsgrep.engines.columnar.search.query_terms import TermName, needs_all, term_nodes
from newsgrep.engines.columnar.search.synonyms import with_acronyms
from newsgrep.engines.columnar.search.vocabulary import Vocabulary
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.query.ast import Node
from newsgrep.results import Highlighting


class QueryPlan:
    """The expanded terms of one question."""

    def __init__(self, query: Node, expander: TermExpander) -> None:
        self.query = query
        self.expander = expander
        self.terms: dict[TermName, ExpandedTerm] = {}
        """The terms, in the order of the question."""
        self.scored: dict[TermName, float] = {}
        """Those that count for the score, with their weights."""
        for scope, node, weight in term_nodes(query):
            name = (scope, node)
            if name not in self.terms:
                self.terms[name] = expander.expanded(node, scope)
            if weight and self.terms[name].field == term_keys.TEXT:
                self.scored[name] = max(weight, self.scored.get(name, 0.0))
        self.mentions: dict[TermName, ExpandedTerm] = {
            name: mention
            for name in self.terms
            if name[0] == "person" and (mention := expander.mentions(name[1])) is not None
        }
        """Where people that are asked for are mentioned in the text: that counts, too."""
        self.notes: tuple[str, ...] = tuple(expander.notes)
        """What ought to be said of how the question is read."""

    @cached_property
    def highlighting(self) -> Highlighting:
        """What to highlight in the answers."""
        terms = {name: self.terms[name] for name in self.scored}
        return highlighting_of(self.query, terms, self.mentions.values())

    def sizes(self, segments: Sequence[Segment]) -> Iterator[int]:
        """Numbers of postings that are to be read, or of documents to be looked at."""
        if needs_all(self.query):
            yield sum(segment.count for segment in segments)
        terms = (*self.terms.values(), *self.mentions.values())
        for segment in segments:
            for term in terms:
                for slots in term.alternatives:
                    for slot in slots:
                        yield segment.terms.postings(slot.all_keys)


MAX_PLANS = 32
"""Questions whose plans are kept: one is asked for hits, notes and counts one after the other."""
ROUNDS = 4
"""Times that a plan is tried to see what it looks up; what is left then is asked one by one."""


def planned(tree: Node, vocabulary: Vocabulary, *, expand: bool) -> QueryPlan:
    """The plan of a tree; ``expand``: acronyms and long forms stand for each other."""
    written = with_acronyms(tree, vocabulary) if expand else tree
    return QueryPlan(written, TermExpander(vocabulary, expand=expand))


def planned_ahead(
    tree: Node,
    vocabulary: Vocabulary,
    ahead: Callable[[], tuple[Vocabulary, Callable[[], bool]]],
    *,
    expand: bool,
) -> QueryPlan:
    """The same, where looking words up one by one is slow: they are asked for round by round.

    ``ahead`` gives words that are at hand, to try the plan with, and what fetches those that it
    lacked and tells whether there were any.
    """
    for _ in range(ROUNDS):
        words, fetch = ahead()
        planned(tree, words, expand=expand)
        if not fetch():
            break
    return planned(tree, vocabulary, expand=expand)
