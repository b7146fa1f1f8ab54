"""What a snapshot has to tell beyond its own answers, to be searched as one with others.

The plan of a question is made of the words of all; scores rest on the numbers of all; and what
stands above what is settled over all. So a part is handed plan and statistics, and gives its best
articles before closeness and copies are counted, which depend on what else there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from newsgrep.engines.interface import Snapshot

if TYPE_CHECKING:
    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.plan import QueryPlan
    from newsgrep.engines.columnar.search.query_terms import TermName
    from newsgrep.engines.columnar.search.scoring.statistics import Collection, Statistics
    from newsgrep.engines.columnar.search.vocabulary import Vocabulary
    from newsgrep.engines.matches import Answering, Candidate, Candidates, Match, Query


class Whole(Protocol):
    """What all indexes together say of a question."""

    def plan(self, query: Query) -> QueryPlan:
        """What the question looks up."""
        ...

    def statistics(self, query: Query) -> Statistics:
        """What its scores rest on."""
        ...


@runtime_checkable
class PartSnapshot(Snapshot, Protocol):
    """A snapshot that can be a part of several."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Its words."""
        ...

    def ahead(self) -> tuple[Vocabulary, Callable[[], bool]]:
        """Words that are at hand, to try a plan with; and what fetches those that it lacked.

        The latter says whether there were any.
        """
        ...

    def collection(self) -> Collection:
        """How many articles there are, and how long."""
        ...

    def newest(self) -> int:
        """The newest date, in seconds since 1970, or ``doc_values.NO_DATE``."""
        ...

    def precision(self) -> float:
        """How far its scores may be from what they ought to be, as parts of themselves."""
        ...

    def join(self, whole: Whole) -> None:
        """Answer as a part of ``whole`` from now on: by its plans and its statistics."""
        ...

    def doc_freqs(self, query: Query, names: Iterable[TermName]) -> dict[TermName, int]:
        """How many articles of this part hold each of some terms of a question."""
        ...

    def candidates(self, query: Query, which: Answering, wanted: int | None) -> Candidates:
        """How many articles answer, and the ``wanted`` first of those ``which`` are asked for.

        Their places are those that they have by themselves: closeness and copies do not count.
        None for all.
        """
        ...

    def closeness(self, query: Query, rows: Sequence[Candidate]) -> dict[DocAddress, float]:
        """What some articles get for words of the question that stand close to each other."""
        ...

    def expect(self, matches: Sequence[Match]) -> None:
        """Be told of which matches the articles are likely to be asked for next."""
        ...
