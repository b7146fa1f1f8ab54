"""Which documents answer a question, and how well."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple
from typing import Any as Anything

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.near_duplicates.clusters import Clusters, JoinedClusters
from newsgrep.engines.columnar.search import filters
from newsgrep.engines.columnar.search.backends import pure_python
from newsgrep.engines.columnar.search.expanded_terms import Leaf
from newsgrep.engines.columnar.search.expansion import TermExpander
from newsgrep.engines.columnar.search.marks import highlighting_of
from newsgrep.engines.columnar.search.query_terms import (
    Name,
    leaf_nodes,
    needs_all,
    neighbours,
    optional_words,
    words_of,
)
from newsgrep.engines.columnar.search.scoring import bm25, proximity
from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN, Weighing
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.matches import Part
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
from newsgrep.results import Highlighting

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.multi_reader import MultiReader

FEW = 60_000
"""Postings up to which plain Python is quicker than loading NumPy."""
FEW_WHEN_LOADED = 400
"""And than calling it, once it is loaded."""


class Answer(NamedTuple):
    """Documents of one piece: those that match in full, and those with some of the words."""

    full: Anything
    partial: Anything


class Evaluation:
    """One question, asked of all segments.

    Plain Python takes the segments one by one, arrays all of them together, as one reader: these
    are the ``pieces`` that documents are counted in.
    """

    def __init__(
        self,
        segments: Sequence[Segment],
        reader: Callable[[], MultiReader],
        expander: TermExpander,
        query: Node,
        by: Weighing = PLAIN,
        clusters: Clusters | JoinedClusters | None = None,
    ) -> None:
        self._segments = segments
        self._expander = expander
        self._query = query
        self._clusters = clusters
        self._leaves: dict[Name, Leaf] = {}
        self._scored: dict[Name, float] = {}
        for scope, node, weight in leaf_nodes(query):
            name = (scope, node)
            if name not in self._leaves:
                self._leaves[name] = expander.leaf(node, scope)
            if weight and self._leaves[name].field == term_keys.TEXT:
                self._scored[name] = max(weight, self._scored.get(name, 0.0))
        self._mentions = {
            name: leaf
            for name in self._leaves
            if name[0] == "person" and (leaf := expander.mentions(name[1])) is not None
        }
        self.algebra = self._algebra()
        self.pieces: Sequence[Anything] = segments if self.algebra is pure_python else [reader()]
        self._counts: dict[Name, list[Anything]] = {
            name: [self.algebra.count(leaf, part, by) for part in self.pieces]
            for name, leaf in self._leaves.items()
        }
        self._mentioned = {
            name: [self.algebra.count(leaf, part, by) for part in self.pieces]
            for name, leaf in self._mentions.items()
        }
        self.articles = sum(segment.count - len(segment.deleted) for segment in segments)
        words = sum(segment.about["words"] for segment in segments)
        self._average = max(words / max(1, sum(s.count for s in segments)), 1.0)

    def _algebra(self) -> ModuleType:
        """Plain Python or whole arrays, by how many postings there are to read."""
        few = FEW_WHEN_LOADED if "numpy" in sys.modules else FEW
        total = 0
        for size in self._sizes():
            total += size
            if total > few:
                from newsgrep.engines.columnar.search.backends import numpy_arrays

                return numpy_arrays
        return pure_python

    def _sizes(self) -> Iterator[int]:
        """Numbers of postings that are to be read, or of documents to be looked at."""
        if needs_all(self._query):
            yield sum(segment.count for segment in self._segments)
        leaves = (*self._leaves.values(), *self._mentions.values())
        for segment in self._segments:
            for leaf in leaves:
                for slots in leaf.alternatives:
                    for slot in slots:
                        yield segment.terms.postings(slot.all_keys)

    def highlighting(self) -> Highlighting:
        """What to highlight in the answers."""
        leaves = {name: self._leaves[name] for name in self._scored}
        return highlighting_of(self._query, leaves, self._mentions.values())

    def frequency(self, name: Name) -> int:
        """How many articles hold a leaf."""
        return sum(map(self.algebra.frequency, self._counts[name]))

    @property
    def leaves(self) -> dict[Name, Leaf]:
        """The leaves of the question, in its order."""
        return self._leaves

    def answers(self, mode: Mode) -> list[Answer]:
        """What answers in each piece."""
        return [self._answer(number, mode) for number in range(len(self.pieces))]

    def row(self, number: int, document: int) -> tuple[int, int]:
        """The segment of a document of piece ``number``, and its number there."""
        if self.algebra is pure_python:
            return number, document
        row: tuple[int, int] = self.pieces[0].row(document)
        return row

    def _of_row(self, row: tuple[int, int]) -> tuple[int, int]:
        """The piece that holds a document of a segment, and its number there."""
        if self.algebra is pure_python:
            return row
        return 0, self.pieces[0].bounds[row[0]] + row[1]

    def by_segment(self, found: Sequence[Anything]) -> Sequence[Anything]:
        """Documents of each piece as documents of each segment."""
        if self.algebra is pure_python:
            return found
        bounds = self.pieces[0].bounds
        return [found[0][start:end] for start, end in pairwise(bounds)]

    def _answer(self, number: int, mode: Mode) -> Answer:
        algebra = self.algebra
        nothing = algebra.numbered((), self.pieces[number])
        optional, required = optional_words(self._query)
        if not optional or mode == "all":
            return Answer(self._documents(self._query, number), nothing)
        words = [word for part in optional for word in words_of(part)]
        some = self._documents(words[0], number)
        for word in words[1:]:
            some = algebra.either(some, self._documents(word, number))
        for part in required:
            some = algebra.both(some, self._documents(part, number))
        if mode == "any":
            return Answer(some, nothing)
        full = some
        for part in optional:
            full = algebra.both(full, self._documents(part, number))
        return Answer(full, algebra.without(some, full))

    def _documents(self, node: Node, number: int, scope: str = term_keys.TEXT) -> Anything:
        here, algebra = self.pieces[number], self.algebra
        match node:
            case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
                return algebra.of(self._counts[scope, node][number], here)
            case Weighted(part):
                return self._documents(part, number, scope)
            case Near() | AtLeast():
                return algebra.numbered(self._placed(node, number, scope), here)
            case All(parts):
                found = self._documents(parts[0], number, scope)
                for part in parts[1:]:
                    if isinstance(part, Not):
                        found = algebra.without(found, self._documents(part.part, number, scope))
                    else:
                        found = algebra.both(found, self._documents(part, number, scope))
                return found
            case Any(parts) | Alike(parts):
                found = self._documents(parts[0], number, scope)
                for part in parts[1:]:
                    found = algebra.either(found, self._documents(part, number, scope))
                return found
            case Not(part):
                return algebra.without(
                    algebra.everything(here), self._documents(part, number, scope)
                )
            case In(name, part):
                return self._documents(part, number, name)
            case Is("copy"):
                return self._copies(number)
        return filters.documents(algebra, here, node)

    def _placed(self, node: Near | AtLeast, number: int, scope: str) -> list[int]:
        from newsgrep.engines.columnar.search.multi_reader import MultiReader
        from newsgrep.engines.columnar.search.near import SpanQuery

        here = self.pieces[number]
        reader = MultiReader([here]) if self.algebra is pure_python else here
        return SpanQuery(self._leaves, self._expander).documents(node, reader, scope)

    def _copies(self, number: int) -> Anything:
        """Documents that belong to a cluster."""
        algebra, here = self.algebra, self.pieces[number]
        if self._clusters is None:
            return algebra.numbered((), here)
        if algebra is pure_python:
            groups = self._clusters.groups(number)
            if groups is None:
                return algebra.numbered((), here)
            return filters.between(algebra, here, groups, 1, 1 << 32)
        import numpy as np

        clusters = np.zeros(here.count, dtype=np.int64)
        for at, segment in enumerate(self._segments):
            groups = self._clusters.groups(at)
            if groups is not None:
                first = here.bounds[at]
                clusters[first : first + segment.count] = np.frombuffer(groups, dtype=np.uint32)
        return filters.between(algebra, here, clusters, 1, 1 << 32)

    # Scores

    def scores(self, found: Sequence[Anything]) -> list[Anything]:
        """BM25 of the documents ``found`` in each piece."""
        algebra, pieces = self.algebra, self.pieces
        totals = [
            algebra.zeros(documents, piece) for documents, piece in zip(found, pieces, strict=True)
        ]
        for name, weight in self._scored.items():
            worth = self._worth(name, weight)
            for total, counts, piece in zip(totals, self._counts[name], pieces, strict=True):
                algebra.add_scores(total, counts, piece, self._average, worth)
        for name, mentioned in self._mentioned.items():
            # A person's later bare surname counts, in the articles that name the person.
            worth = bm25.idf(self.frequency(name), self.articles)
            for total, counts, piece in zip(totals, mentioned, pieces, strict=True):
                algebra.add_scores(total, counts, piece, self._average, worth)
        return totals

    def score_of(self, scores: Sequence[Anything], row: tuple[int, int]) -> float:
        """The score of a document of a segment."""
        number, document = self._of_row(row)
        score: float = self.algebra.score_of(scores[number], document)
        return score

    def _worth(self, name: Name, weight: float) -> float:
        return weight * bm25.idf(self.frequency(name), self.articles)

    def closeness(self, rows: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """What each (segment, document) gets for words of the question that stand close."""
        pairs = [
            (left, right)
            for left, right in neighbours(self._query)
            if self._is_telling(left) and self._is_telling(right)
        ]
        wanted: dict[int, set[int]] = {}
        for row in rows if pairs else ():
            number, document = self._of_row(row)
            wanted.setdefault(number, set()).add(document)
        found: dict[tuple[int, int], float] = {}
        for number, documents in wanted.items():
            piece = self.pieces[number]
            known = {
                name: proximity.positions(self._leaves[name], piece, documents, self.algebra)
                for name in {name for pair in pairs for name in pair}
            }
            for left, right in pairs:
                ours, theirs = known[left], known[right]
                if ours is None or theirs is None:
                    continue
                worth = (self._worth(left, 1.0) + self._worth(right, 1.0)) / 2
                for document in ours.keys() & theirs.keys():
                    more = proximity.bonus(
                        ours[document], theirs[document], int(piece.words[document]),
                        self._average, worth,
                    )  # fmt: skip
                    if more:
                        row = self.row(number, document)
                        found[row] = found.get(row, 0.0) + more
        return found

    def _is_telling(self, name: Name) -> bool:
        """Whether a word is not in so many articles that it stands close to everything."""
        return name in self._scored and (
            self.articles < 1000 or 3 * self.frequency(name) < self.articles
        )

    def parts(self, row: tuple[int, int]) -> list[Part]:
        """What each word of the question gave a document, and where the word stands in it."""
        from newsgrep.query.ast import describe

        number, document = self._of_row(row)
        piece = self.pieces[number]
        found = []
        for name, weight in self._scored.items():
            counts = self._counts[name][number]
            occurrences = self.algebra.weight_of(counts, document)
            if not occurrences:
                continue
            total = self.algebra.zeros(self.algebra.numbered((document,), piece), piece)
            self.algebra.add_scores(total, counts, piece, self._average, self._worth(name, weight))
            scope, node = name
            what = describe(node) if scope == term_keys.TEXT else f"{scope}:{describe(node)}"
            found.append(
                Part(
                    what,
                    self.algebra.score_of(total, document),
                    f"{self._where(name, row)}; in {self.frequency(name):,} articles",
                )
            )
        return found

    def _where(self, name: Name, row: tuple[int, int]) -> str:
        document = row[1]
        segment, leaf = self._segments[row[0]], self._leaves[name]
        places = {
            place & 0xFFFFFFFF
            for slots in leaf.alternatives
            if slots
            for place in pure_python.starts(slots, segment)
            if place >> 32 == document
        }
        title_end, lead_end = segment.title_ends[document], segment.lead_ends[document]
        counts = {
            "headline": sum(place < title_end for place in places),
            "lead": sum(title_end <= place < lead_end for place in places),
            "text": sum(place >= max(title_end, lead_end) for place in places),
        }
        return ", ".join(f"{zone} {count}" for zone, count in counts.items() if count)
