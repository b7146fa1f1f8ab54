"""Answers worked out in plain Python: for questions whose words are not in many articles.

NumPy takes 65 ms to load, which is longer than most questions take to answer. Sets of documents
are a set of numbers for each segment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import and_, or_, sub
from typing import TYPE_CHECKING

from newsgrep.engines.columnar.search.backends import segment_postings
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot
from newsgrep.engines.columnar.search.scoring import bm25
from newsgrep.engines.columnar.search.scoring.field_weights import Weighing
from newsgrep.engines.columnar.segment.doc_values import NO_DATE, SECONDS_A_DAY
from newsgrep.engines.columnar.segment.reader import Segment

if TYPE_CHECKING:
    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.backends.interface import Column
    from newsgrep.engines.columnar.search.multi_reader import MultiReader

Some = set[int] | range
"""Documents of one segment. All of it are a range, which takes no time to make."""


class SegmentSets:
    """A set of documents for each segment."""

    __slots__ = ("by_segment",)

    def __init__(self, by_segment: Sequence[Some]) -> None:
        self.by_segment = by_segment

    def _with(
        self, other: SegmentSets, joined: Callable[[set[int], set[int]], set[int]]
    ) -> SegmentSets:
        pairs = zip(self.by_segment, other.by_segment, strict=True)
        return SegmentSets([joined(_as_set(left), _as_set(right)) for left, right in pairs])

    def __and__(self, other: SegmentSets) -> SegmentSets:
        return self._with(other, and_)

    def __or__(self, other: SegmentSets) -> SegmentSets:
        return self._with(other, or_)

    def __sub__(self, other: SegmentSets) -> SegmentSets:
        return self._with(other, sub)

    def __len__(self) -> int:
        return sum(map(len, self.by_segment))

    def __iter__(self) -> Iterator[DocAddress]:
        for segment, documents in enumerate(self.by_segment):
            for document in documents:
                yield segment, document


def _as_set(documents: Some) -> set[int]:
    return documents if isinstance(documents, set) else set(documents)


class SegmentWeights:
    """The weighted frequencies of a term in each segment, by document."""

    __slots__ = ("by_segment",)

    def __init__(self, by_segment: Sequence[segment_postings.Weights]) -> None:
        self.by_segment = by_segment

    @property
    def doc_freq(self) -> int:
        """How many documents hold the term."""
        return sum(map(len, self.by_segment))

    def weight(self, address: DocAddress) -> float:
        """The weighted frequency in a document; 0 where the term is not in it."""
        return self.by_segment[address[0]].get(address[1], 0.0)


class SegmentScores:
    """Scores in each segment, by document."""

    def __init__(self, by_segment: Sequence[dict[int, float]], segments: Sequence[Segment]) -> None:
        self._by_segment = by_segment
        self._segments = segments

    def of(self, address: DocAddress) -> float:
        """The score of a document."""
        return self._by_segment[address[0]][address[1]]

    def best(self, wanted: int | None) -> list[tuple[float, DocAddress]]:
        """All scores: here they are few."""
        return [
            (score, (segment, document))
            for segment, scores in enumerate(self._by_segment)
            for document, score in scores.items()
        ]

    def scale(self, factor: Callable[[int], float]) -> None:
        """Multiply each score by what ``factor`` gives for the document's date."""
        for scores, segment in zip(self._by_segment, self._segments, strict=True):
            for document in scores:
                scores[document] *= factor(segment.dates[document])


class PurePython:
    """Implements :class:`~.interface.Backend`, segment by segment."""

    def __init__(
        self, segments: Sequence[Segment], multi_reader: Callable[[], MultiReader]
    ) -> None:
        """``multi_reader`` is called for spans only, which are found in whole arrays."""
        self._segments = segments
        self._multi_reader = multi_reader

    # Terms

    def postings(self, term: ExpandedTerm, by: Weighing) -> SegmentWeights:
        """The documents that hold a term, with weighted frequencies."""
        return SegmentWeights([segment_postings.weights(term, s, by) for s in self._segments])

    def documents(self, postings: SegmentWeights) -> SegmentSets:
        """The documents that hold a term whose postings are read already."""
        return SegmentSets([set(weights) for weights in postings.by_segment])

    def holding(self, term: ExpandedTerm) -> SegmentSets:
        """The documents that hold a term."""
        return SegmentSets([segment_postings.documents(term, s) for s in self._segments])

    def positions(
        self, slots: Sequence[Slot], addresses: Iterable[DocAddress], most: int
    ) -> dict[DocAddress, list[int]]:
        """Word positions of any of some words in each of some documents."""
        wanted: dict[int, set[int]] = {}
        for number, document in addresses:
            wanted.setdefault(number, set()).add(document)
        found: dict[DocAddress, list[int]] = {}
        for number, documents in wanted.items():
            here = segment_postings.positions(slots, self._segments[number], documents, most)
            for document, positions in here.items():
                found[number, document] = positions
        return found

    # Sets of documents

    def everything(self) -> SegmentSets:
        """All undeleted documents."""
        return SegmentSets(
            [
                set(range(segment.count)) - segment.deleted
                if segment.deleted
                else range(segment.count)
                for segment in self._segments
            ]
        )

    def nothing(self) -> SegmentSets:
        """No document."""
        return SegmentSets([set() for _ in self._segments])

    def where(self, documents_of: Callable[[Segment], Iterable[int]]) -> SegmentSets:
        """The documents that a function gives for each segment, without the deleted."""
        return SegmentSets([_undeleted(documents_of(s), s) for s in self._segments])

    def spanned(self, numbers_of: Callable[[MultiReader], Iterable[int]]) -> SegmentSets:
        """The documents whose numbers over all segments a function gives."""
        reader = self._multi_reader()
        found: list[set[int]] = [set() for _ in self._segments]
        for number in numbers_of(reader):
            segment, document = reader.address(number)
            found[segment].add(document)
        return SegmentSets([_undeleted(f, s) for f, s in zip(found, self._segments, strict=True)])

    def between(self, column: Column, least: int, end: int) -> SegmentSets:
        """The documents whose value in a column is ``least`` or more, and less than ``end``."""
        return self.where(lambda segment: _between(_column(segment, column), least, end))

    def grouped(self, groups: Callable[[int], memoryview[int] | None]) -> SegmentSets:
        """The documents whose group is not 0."""
        found: list[Some] = []
        for number, segment in enumerate(self._segments):
            here = groups(number)
            documents = [] if here is None else _between(here, 1, 1 << 32)
            found.append(_undeleted(documents, segment))
        return SegmentSets(found)

    # Scores and counts

    def scores(
        self,
        documents: SegmentSets,
        terms: Iterable[tuple[SegmentWeights, float]],
        average_words: float,
    ) -> SegmentScores:
        """BM25 of some documents."""
        totals = [dict.fromkeys(some, 0.0) for some in documents.by_segment]
        for postings, worth in terms:
            for total, weights, segment in zip(
                totals, postings.by_segment, self._segments, strict=True
            ):
                for document, score in bm25.scores(
                    weights, total.keys(), segment.words, average_words, worth
                ):
                    total[document] += score
        return SegmentScores(totals, self._segments)

    def foremost(
        self, documents: SegmentSets, column: Column | None, wanted: int, *, down: bool
    ) -> Iterable[DocAddress]:
        """All documents: here they are few."""
        return documents

    def count_values(self, documents: SegmentSets, field: str) -> Counter[str]:
        """How many of some documents have each value of a field."""
        counts: Counter[str] = Counter()
        for some, segment in zip(documents.by_segment, self._segments, strict=True):
            facet = segment.facet(field)
            numbers = (
                facet.numbers
                if len(some) == segment.count
                else chain.from_iterable(map(facet.numbers_of, some))
            )
            facet.add_counts(Counter(numbers).items(), counts)
        return counts

    def count_days(self, documents: SegmentSets, coarsest: int) -> Counter[int]:
        """How many of some documents are of each day, in days since 1970."""
        days: Counter[int] = Counter()
        for some, segment in zip(documents.by_segment, self._segments, strict=True):
            vague = segment.vaguer_than(coarsest)
            known = _as_set(some).difference(vague) if vague else some
            dates: Iterable[int] = segment.dates
            if len(known) < segment.count:
                dates = map(segment.dates.__getitem__, known)
            days.update([seconds // SECONDS_A_DAY for seconds in dates])
        days.pop(NO_DATE // SECONDS_A_DAY, None)
        return days


def _undeleted(documents: Iterable[int], segment: Segment) -> set[int]:
    found = set(documents)
    return found - segment.deleted if segment.deleted else found


def _column(segment: Segment, column: Column) -> memoryview[int]:
    return segment.dates if column == "dates" else segment.words


def _between(values: memoryview[int], least: int, end: int) -> list[int]:
    return [n for n, value in enumerate(values.tolist()) if least <= value < end]
