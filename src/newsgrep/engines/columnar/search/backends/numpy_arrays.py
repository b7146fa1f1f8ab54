"""Answers worked out by whole arrays: for questions whose words are in many articles.

Documents are numbered through all segments; a set of them is a mask, which has a truth for each
document, and scores are an array with an element for each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from newsgrep.engines.columnar.search.backends import array_postings
from newsgrep.engines.columnar.search.backends.array_postings import Floats, Ints
from newsgrep.engines.columnar.search.multi_reader import Mask, MultiReader, Weights
from newsgrep.engines.columnar.search.scoring import bm25
from newsgrep.engines.columnar.segment.doc_values import NO_DATE, SECONDS_A_DAY

if TYPE_CHECKING:
    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.backends.interface import Column
    from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot
    from newsgrep.engines.columnar.search.scoring.field_weights import Weighing
    from newsgrep.engines.columnar.segment.reader import Segment


class MaskedSet:
    """Documents as a mask over all of a reader."""

    __slots__ = ("mask", "reader")

    def __init__(self, mask: Mask, reader: MultiReader) -> None:
        self.mask = mask
        self.reader = reader

    def __and__(self, other: MaskedSet) -> MaskedSet:
        return MaskedSet(self.mask & other.mask, self.reader)

    def __or__(self, other: MaskedSet) -> MaskedSet:
        return MaskedSet(self.mask | other.mask, self.reader)

    def __sub__(self, other: MaskedSet) -> MaskedSet:
        return MaskedSet(self.mask & ~other.mask, self.reader)

    def __len__(self) -> int:
        return int(np.count_nonzero(self.mask))

    def __iter__(self) -> Iterator[DocAddress]:
        return iter(self.reader.addresses(self.numbers()))

    def numbers(self) -> Ints:
        """The documents' numbers, ascending."""
        return np.flatnonzero(self.mask)

    def by_segment(self) -> Iterator[tuple[Segment, Mask]]:
        """Each segment with the mask of its documents."""
        for segment, base in zip(self.reader.segments, self.reader.doc_bases, strict=False):
            yield segment, self.mask[base : base + segment.count]


class ArrayWeights:
    """The weighted frequencies of a term over all segments."""

    __slots__ = ("reader", "weights")

    def __init__(self, weights: Weights, reader: MultiReader) -> None:
        self.weights = weights
        self.reader = reader

    @property
    def doc_freq(self) -> int:
        """How many documents hold the term."""
        return len(self.weights.documents)

    def weight(self, address: DocAddress) -> float:
        """The weighted frequency in a document; 0 where the term is not in it."""
        documents, weights = self.weights
        number = self.reader.number(address)
        at = int(np.searchsorted(documents, number))
        return float(weights[at]) if at < len(documents) and documents[at] == number else 0.0


class ArrayScores:
    """The scores of some documents, in an array with an element for every document."""

    def __init__(self, total: Floats, documents: MaskedSet) -> None:
        self._total = total
        self._documents = documents
        self._reader = documents.reader

    def of(self, address: DocAddress) -> float:
        """The score of a document."""
        return float(self._total[self._reader.number(address)])

    def best(self, wanted: int | None) -> list[tuple[float, DocAddress]]:
        """The ``wanted`` best, or all, in no order; of ties at the edge the newer ones."""
        numbers = self._documents.numbers()
        scores = self._total[numbers]
        if wanted is not None and wanted < len(numbers):
            if wanted == 0:
                return []
            least = np.partition(scores, len(scores) - wanted)[len(scores) - wanted]
            above = np.flatnonzero(scores > least)
            ties = np.flatnonzero(scores == least)
            ties = ties[_newest(numbers[ties], self._reader, wanted - len(above))]
            chosen = np.concatenate((above, ties))
            numbers, scores = numbers[chosen], scores[chosen]
        return list(zip(scores.tolist(), self._reader.addresses(numbers), strict=True))

    def scale(self, factor: Callable[[int], float]) -> None:
        """Multiply each score by what ``factor`` gives for the document's date."""
        numbers = self._documents.numbers()
        dates = self._reader.dates[numbers].tolist()
        self._total[numbers] *= np.fromiter(map(factor, dates), np.float64, len(dates))


class NumPyArrays:
    """Implements :class:`~.interface.Backend`, over all segments at once."""

    def __init__(self, reader: MultiReader) -> None:
        self._reader = reader

    def _undeleted(self, mask: Mask) -> MaskedSet:
        if len(self._reader.deleted):
            mask = mask & self._reader.undeleted
        return MaskedSet(mask, self._reader)

    def _numbered(self, numbers: Ints) -> MaskedSet:
        return self._undeleted(array_postings.mask(numbers, self._reader))

    # Terms

    def postings(self, term: ExpandedTerm, by: Weighing) -> ArrayWeights:
        """The documents that hold a term, with weighted frequencies."""
        return ArrayWeights(array_postings.weights(term, self._reader, by), self._reader)

    def documents(self, postings: ArrayWeights) -> MaskedSet:
        """The documents that hold a term whose postings are read already."""
        mask = array_postings.mask(postings.weights.documents, self._reader)
        return MaskedSet(mask, self._reader)

    def holding(self, term: ExpandedTerm) -> MaskedSet:
        """The documents that hold a term."""
        return MaskedSet(array_postings.documents(term, self._reader), self._reader)

    def positions(
        self, slots: Sequence[Slot], addresses: Iterable[DocAddress], most: int
    ) -> dict[DocAddress, list[int]]:
        """Word positions of any of some words in each of some documents."""
        by_number = {self._reader.number(address): address for address in addresses}
        found = array_postings.positions(slots, self._reader, set(by_number), most)
        return {by_number[number]: positions for number, positions in found.items()}

    # Sets of documents

    def everything(self) -> MaskedSet:
        """All undeleted documents."""
        return MaskedSet(self._reader.undeleted, self._reader)

    def nothing(self) -> MaskedSet:
        """No document."""
        return MaskedSet(np.zeros(self._reader.count, dtype=np.bool_), self._reader)

    def where(self, documents_of: Callable[[Segment], Iterable[int]]) -> MaskedSet:
        """The documents that a function gives for each segment, without the deleted."""
        return self._numbered(self._reader.each(documents_of))

    def spanned(self, numbers_of: Callable[[MultiReader], Iterable[int]]) -> MaskedSet:
        """The documents whose numbers over all segments a function gives."""
        return self._numbered(np.fromiter(numbers_of(self._reader), dtype=np.int64))

    def between(self, column: Column, least: int, end: int) -> MaskedSet:
        """The documents whose value in a column is ``least`` or more, and less than ``end``."""
        values = _column(self._reader, column)
        return self._undeleted((values >= least) & (values < end))

    def grouped(self, groups: Callable[[int], memoryview[int] | None]) -> MaskedSet:
        """The documents whose group is not 0."""
        mask = np.zeros(self._reader.count, dtype=np.bool_)
        for number, segment in enumerate(self._reader.segments):
            here = groups(number)
            if here is not None:
                base = self._reader.doc_bases[number]
                mask[base : base + segment.count] = np.frombuffer(here, dtype=np.uint32) > 0
        return self._undeleted(mask)

    # Scores and counts

    def scores(
        self,
        documents: MaskedSet,
        terms: Iterable[tuple[ArrayWeights, float]],
        average_words: float,
    ) -> ArrayScores:
        """BM25 of some documents; worked out for all that hold a term."""
        total = np.zeros(self._reader.count)
        for postings, worth in terms:
            numbers, weights = postings.weights
            words = self._reader.words[numbers]
            total[numbers] += bm25.score_all(weights, words, average_words, worth)
        return ArrayScores(total, documents)

    def foremost(
        self, documents: MaskedSet, column: Column | None, wanted: int, *, down: bool
    ) -> Iterable[DocAddress]:
        """Documents among which the first ``wanted`` by a column are."""
        if column is None:
            return documents
        numbers = documents.numbers()
        values = _column(self._reader, column)[numbers]
        known = values != NO_DATE
        if int(np.count_nonzero(known)) > wanted:
            numbers, values = numbers[known], values[known]
            if down:
                values = -values
            edge = np.partition(values, wanted - 1)[wanted - 1]
            numbers = numbers[values <= edge]
        return self._reader.addresses(numbers)

    def count_values(self, documents: MaskedSet, field: str) -> Counter[str]:
        """How many of some documents have each value of a field."""
        counts: Counter[str] = Counter()
        for segment, mask in documents.by_segment():
            facet = segment.facet(field)
            kept = np.repeat(mask, np.frombuffer(facet.counts, dtype=np.uint32))
            tally = np.bincount(np.frombuffer(facet.numbers, dtype=np.uint32)[kept])
            filled = np.flatnonzero(tally)
            pairs = zip(filled.tolist(), tally[filled].tolist(), strict=True)
            facet.add_counts(pairs, counts)
        return counts

    def count_days(self, documents: MaskedSet, coarsest: int) -> Counter[int]:
        """How many of some documents are of each day, in days since 1970."""
        counts: Counter[int] = Counter()
        for segment, mask in documents.by_segment():
            vague = segment.vaguer_than(coarsest)
            if vague:
                mask = mask.copy()
                mask[vague] = False
            dates = np.frombuffer(segment.dates, dtype=np.int64)[mask]
            days, numbers = np.unique(dates[dates != NO_DATE] // SECONDS_A_DAY, return_counts=True)
            counts.update(dict(zip(days.tolist(), numbers.tolist(), strict=True)))
        return counts


def _column(reader: MultiReader, column: Column) -> Ints:
    return reader.dates if column == "dates" else reader.words.astype(np.int64)


def _newest(documents: Ints, reader: MultiReader, wanted: int) -> Ints:
    """Indices of the ``wanted`` newest of some documents; of one day's those with the lower ids."""
    indices = np.arange(len(documents))
    if wanted >= len(documents):
        return indices
    if wanted <= 0:
        return indices[:0]
    dates = reader.dates[documents]
    edge = np.partition(dates, len(dates) - wanted)[len(dates) - wanted]
    newer, same = indices[dates > edge], indices[dates == edge]
    order = np.lexsort((documents[same], reader.ids[documents[same]]))
    return np.concatenate((newer, same[order[: wanted - len(newer)]]))
