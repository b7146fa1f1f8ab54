"""What scores rest on, over several indexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from newsgrep.engines.columnar.search.plan import QueryPlan
from newsgrep.engines.columnar.search.query_terms import TermName
from newsgrep.engines.columnar.search.scoring.statistics import Collection
from newsgrep.engines.joint.interface import PartSnapshot
from newsgrep.engines.matches import Query


class JointStatistics:
    """Implements :class:`newsgrep.engines.columnar.search.scoring.statistics.Statistics`."""

    def __init__(
        self,
        parts: Sequence[PartSnapshot],
        collection: Collection,
        newest: Callable[[], int],
        query: Query,
        plan: QueryPlan,
    ) -> None:
        """``collection`` and ``newest`` are of all articles, and the same for every question."""
        self.collection = collection
        self._parts = parts
        self._newest = newest
        self._query = query
        self._plan = plan
        self._counts: Counter[TermName] = Counter()

    @property
    def newest(self) -> int:
        """The newest date, in seconds since 1970, or ``NO_DATE``."""
        return self._newest()

    def doc_freq(self, name: TermName) -> int:
        """How many articles hold a term of the question."""
        if name not in self._counts:
            self._ask(name)
        return self._counts[name]

    def _ask(self, name: TermName) -> None:
        """Ask for a term and for those that will be asked for next, together."""
        plan = self._plan
        wanted = dict.fromkeys((*plan.scored, *plan.mentions))
        if name not in wanted:
            wanted = dict.fromkeys(plan.terms)
        names = [one for one in wanted if one not in self._counts]
        for part in self._parts:
            self._counts.update(part.doc_freqs(self._query, names))


def collection_of(parts: Sequence[PartSnapshot]) -> Collection:
    """The articles of some indexes together."""
    of_each = [part.collection() for part in parts]
    return Collection(
        sum(one.articles for one in of_each),
        sum(one.words for one in of_each),
        sum(one.measured for one in of_each),
    )
