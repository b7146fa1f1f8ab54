"""Segments side by side, their documents numbered through.

Answers in whole arrays are worked out for all segments at once: an array costs some
microseconds however short it is, and an index has many segments.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar.segment.doc_values import ID_BYTES
from newsgrep.engines.columnar.segment.posting_arrays import PostingArrays
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.term_dictionary import FEW
from newsgrep.engines.columnar.segment.term_table import of_terms

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.expanded_terms import Leaf, Slot
    from newsgrep.engines.columnar.search.scoring.field_weights import Weighing
    from newsgrep.results import FormsIn

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

MAX_EXPANDED = 300_000
"""Entries of what wildcards and expressions stand for that are kept (72 bytes each)."""
MAX_KEPT = 1_500_000
"""Postings of leaves that are kept for the next question (16 bytes each)."""


class Counts(NamedTuple):
    """Documents in order, and the weighted occurrences in each."""

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
        self.bounds = [0, *accumulate(segment.count for segment in segments)]
        self.count = self.bounds[-1]
        self._kept: dict[tuple[Leaf, Weighing], Counts] = {}
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
            for segment, base in zip(self.segments, self.bounds, strict=False):
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
            (segment.file, base, of_terms(segment.terms, keys))
            for segment, base in zip(self.segments, self.bounds, strict=False)
        )

    @cached_property
    def singles(self) -> list[tuple[int, MultiReader]]:
        """Each segment with a reader of its own, and the number of its first document here."""
        return [
            (base, MultiReader([segment], (self, base)))
            for segment, base in zip(self.segments, self.bounds, strict=False)
        ]

    def row(self, document: int) -> tuple[int, int]:
        """The number of a document's segment, and its number there."""
        number = bisect_right(self.bounds, document) - 1
        return number, document - self.bounds[number]

    def each(self, documents_of: Callable[[Segment], Iterable[int]]) -> Iterable[int]:
        """The documents that a function gives for each segment, numbered through."""
        for segment, base in zip(self.segments, self.bounds, strict=False):
            for document in documents_of(segment):
                yield base + document

    def counts(self, leaf: Leaf, by: Weighing, count: Callable[[], Counts]) -> Counts:
        """What ``count`` gives for a leaf, kept for when it is asked for again."""
        known = self._kept.get((leaf, by))
        if known is None:
            known = count()
            if self._kept_size + len(known.documents) > MAX_KEPT:
                self._kept.clear()
                self._kept_size = 0
            if len(known.documents) <= MAX_KEPT // 4:
                self._kept[leaf, by] = known
                self._kept_size += len(known.documents)
        return known

    @cached_property
    def deleted(self) -> Ints:
        """The deleted documents."""
        return np.array(list(self.each(lambda segment: segment.deleted)), dtype=np.int64)

    def _joined(self, name: str, dtype: type) -> NDArray[Any]:
        columns: list[NDArray[Any]] = [
            np.frombuffer(getattr(s, name), dtype=dtype) for s in self.segments
        ]
        if len(columns) == 1:
            return columns[0]
        return np.concatenate(columns) if columns else np.zeros(0, dtype=dtype)

    @cached_property
    def words(self) -> NDArray[Any]:
        """Words of text for each document."""
        return self._joined("words", np.uint32)

    @cached_property
    def title_ends(self) -> NDArray[Any]:
        """The first position after the headline, for each document."""
        return self._joined("title_ends", np.uint32)

    @cached_property
    def lead_ends(self) -> NDArray[Any]:
        """The first position after the lead, for each document."""
        return self._joined("lead_ends", np.uint32)

    @cached_property
    def dates(self) -> NDArray[Any]:
        """Seconds since 1970 for each document, or ``columns.NO_DATE``."""
        return self._joined("dates", np.int64)

    @cached_property
    def ids(self) -> NDArray[np.uint64]:
        """The articles' ids as numbers, in the same order."""
        raw = b"".join(bytes(segment.file.read("ids")) for segment in self.segments)
        digits = np.frombuffer(raw, dtype=np.uint8).reshape(-1, ID_BYTES).astype(np.uint64)
        places = np.arange(ID_BYTES - 1, -1, -1, dtype=np.uint64) * np.uint64(8)
        numbers: NDArray[np.uint64] = (digits << places).sum(axis=1, dtype=np.uint64)
        return numbers
