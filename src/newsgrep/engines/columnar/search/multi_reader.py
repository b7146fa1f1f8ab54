"""Segments side by side, their documents numbered through.

Answers in whole arrays are worked out for all segments at once: an array costs some
microseconds however short it is, and an index has many segments.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar.segment.doc_values import ID_BYTES
from newsgrep.engines.columnar.segment.posting_arrays import PostingArrays
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.term_dictionary import FEW
from newsgrep.engines.columnar.segment.term_table import of_terms

if TYPE_CHECKING:
    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot
    from newsgrep.engines.columnar.search.scoring.field_weights import Weighing
    from newsgrep.results import FormsIn

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
Number = TypeVar("Number", bound=np.generic)

MAX_EXPANDED = 300_000
"""Entries of what wildcards and expressions stand for that are kept (72 bytes each)."""
MAX_KEPT = 1_500_000
"""Postings of terms that are kept for the next question (16 bytes each)."""


class Weights(NamedTuple):
    """The numbers of documents in order, and the weighted frequency in each."""

    documents: Ints
    weights: NDArray[np.float64]


class MultiReader:
    """Some segments, as one."""

    def __init__(
        self, segments: Sequence[Segment], whole: tuple[MultiReader, int] | None = None
    ) -> None:
        """``whole`` is the reader that a segment is taken from, and its first document there."""
        self.segments = segments
        self._whole = whole
        self._expanded: dict[tuple[str, ...], PostingArrays] = {}
        self.doc_bases = [0, *accumulate(segment.count for segment in segments)]
        self.count = self.doc_bases[-1]
        self._kept: dict[tuple[ExpandedTerm, Weighing], Weights] = {}
        self._kept_size = 0
        self._languages: dict[tuple[str, bool], Mask] = {}

    def gather(self, keys: Sequence[str]) -> PostingArrays:
        """The postings of ``keys`` in all segments."""
        if len(keys) <= FEW:
            return self._gathered(keys)
        wanted = tuple(keys)
        known = self._expanded.get(wanted)
        if known is None:
            known = self._gathered(wanted)
            if sum(map(len, self._expanded.values())) + len(known) > MAX_EXPANDED:
                self._expanded.clear()
            self._expanded[wanted] = known
        return known

    def gather_slot(self, slot: Slot) -> list[tuple[PostingArrays, Mask | None]]:
        """The postings of a slot, each with the documents in which they count; None for all."""
        found: list[tuple[PostingArrays, Mask | None]] = []
        if slot.keys:
            found.append((self.gather(slot.keys), None))
        for forms in slot.forms:
            found.append((self.gather(forms.terms), self.in_language(forms)))
        return [(postings, mask) for postings, mask in found if postings]

    def in_language(self, forms: FormsIn) -> Mask:
        """The documents in which forms of one language count."""
        name = forms.language, forms.or_unknown
        if name not in self._languages:
            mask = np.full(self.count, forms.or_unknown, dtype=np.bool_)
            for segment, base in zip(self.segments, self.doc_bases, strict=False):
                if forms.or_unknown:
                    documents, truth = segment.of_other_languages(forms.language), False
                else:
                    documents, truth = segment.of_language(forms.language), True
                mask[np.fromiter(documents, dtype=np.int64, count=len(documents)) + base] = truth
            self._languages[name] = mask
        return self._languages[name]

    def _gathered(self, keys: Sequence[str]) -> PostingArrays:
        if self._whole is not None:
            whole, base = self._whole
            return whole.gather(keys).of_segment(base)
        return PostingArrays(
            (segment.posting_bytes, base, of_terms(segment.terms, keys))
            for segment, base in zip(self.segments, self.doc_bases, strict=False)
        )

    @cached_property
    def singles(self) -> list[tuple[int, MultiReader]]:
        """Each segment with a reader of its own, and the number of its first document here."""
        return [
            (base, MultiReader([segment], (self, base)))
            for segment, base in zip(self.segments, self.doc_bases, strict=False)
        ]

    def address(self, number: int) -> DocAddress:
        """The segment of a document, and its number there."""
        segment = bisect_right(self.doc_bases, number) - 1
        return segment, number - self.doc_bases[segment]

    def addresses(self, numbers: Ints) -> list[DocAddress]:
        """The addresses of some documents."""
        segments = np.searchsorted(self.doc_bases, numbers, "right") - 1
        documents = numbers - np.asarray(self.doc_bases)[segments]
        return list(zip(segments.tolist(), documents.tolist(), strict=True))

    def number(self, address: DocAddress) -> int:
        """The number of a document over all segments."""
        return self.doc_bases[address[0]] + address[1]

    def each(self, documents_of: Callable[[Segment], Iterable[int]]) -> Ints:
        """The numbers of the documents that a function gives for each segment."""
        return np.fromiter(
            (
                base + document
                for segment, base in zip(self.segments, self.doc_bases, strict=False)
                for document in documents_of(segment)
            ),
            dtype=np.int64,
        )

    def known_weights(self, term: ExpandedTerm, by: Weighing) -> Weights | None:
        """The weights of a term, if an earlier question has read them."""
        return self._kept.get((term, by))

    def keep_weights(self, term: ExpandedTerm, by: Weighing, weights: Weights) -> None:
        """Keep the weights of a term for the next question, if they are not too many."""
        if self._kept_size + len(weights.documents) > MAX_KEPT:
            self._kept.clear()
            self._kept_size = 0
        if len(weights.documents) <= MAX_KEPT // 4:
            self._kept[term, by] = weights
            self._kept_size += len(weights.documents)

    @cached_property
    def deleted(self) -> Ints:
        """The numbers of the deleted documents."""
        return self.each(lambda segment: segment.deleted)

    @cached_property
    def undeleted(self) -> Mask:
        """A truth for each document: whether it is not deleted."""
        mask = np.ones(self.count, dtype=np.bool_)
        mask[self.deleted] = False
        return mask

    @cached_property
    def words(self) -> NDArray[np.uint32]:
        """Words of text for each document."""
        return _joined([segment.words for segment in self.segments], np.uint32)

    @cached_property
    def title_ends(self) -> NDArray[np.uint32]:
        """The first position after the headline, for each document."""
        return _joined([segment.title_ends for segment in self.segments], np.uint32)

    @cached_property
    def lead_ends(self) -> NDArray[np.uint32]:
        """The first position after the lead, for each document."""
        return _joined([segment.lead_ends for segment in self.segments], np.uint32)

    @cached_property
    def dates(self) -> Ints:
        """Seconds since 1970 for each document, or ``doc_values.NO_DATE``."""
        return _joined([segment.dates for segment in self.segments], np.int64)

    @cached_property
    def ids(self) -> NDArray[np.uint64]:
        """The articles' ids as numbers, in the same order."""
        raw = b"".join(bytes(segment.file.read("ids")) for segment in self.segments)
        digits = np.frombuffer(raw, dtype=np.uint8).reshape(-1, ID_BYTES).astype(np.uint64)
        shifts = np.arange(ID_BYTES - 1, -1, -1, dtype=np.uint64) * np.uint64(8)
        numbers: NDArray[np.uint64] = (digits << shifts).sum(axis=1, dtype=np.uint64)
        return numbers


def _joined(columns: Sequence[memoryview[int]], dtype: type[Number]) -> NDArray[Number]:
    """The columns of segments as one."""
    arrays = [np.frombuffer(column, dtype=dtype) for column in columns]
    if len(arrays) == 1:
        return arrays[0]
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=dtype)
