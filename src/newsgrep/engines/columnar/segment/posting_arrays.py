"""The postings of many terms at once, as arrays: term after term, document after document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar.segment.packed_section import PackedSection
from newsgrep.engines.columnar.segment.portions import portions
from newsgrep.engines.columnar.segment.term_table import (
    CODES,
    CODES_AT,
    DF,
    DOCS_AT,
    EXCEPTIONS_AT,
    POSITIONS,
    POSITIONS_AT,
    Table,
    of_entries,
)
from newsgrep.engines.columnar.segment.vbyte import decode_array
from newsgrep.engines.columnar.segment.zones import EXCEPTION, FREQUENCIES

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

_OCCURRENCES = np.array([*FREQUENCIES, 0], dtype=np.int64)


def ranges(starts: Ints, sizes: Ints) -> Ints:
    """The indices ``starts[i] … starts[i] + sizes[i] - 1`` for each i, one after the other."""
    before = np.cumsum(sizes) - sizes
    return np.repeat(starts - before, sizes) + np.arange(int(sizes.sum()))


class PostingArrays:
    """The postings of some terms of some segments."""

    def __init__(self, parts: Iterable[tuple[PackedSection, int, Table]]) -> None:
        """``parts`` are segments' postings, the number of their first document, and entries."""
        self._parts = [part for part in parts if len(part[2])]
        tables = [table for _, _, table in self._parts]
        self.table = tables[0] if len(tables) == 1 else np.concatenate([of_entries(()), *tables])

    def __len__(self) -> int:
        return len(self.table)

    def of_segment(self, base: int) -> PostingArrays:
        """Those of the segment whose documents begin with ``base``, counted from 0."""
        return PostingArrays(
            [(section, 0, table) for section, at, table in self._parts if at == base]
        )

    def first(self, most: int) -> PostingArrays:
        """The first terms of each segment that have ``most`` bytes of positions, about."""
        kept = []
        for section, base, table in self._parts:
            end = int(np.searchsorted(np.cumsum(table[:, POSITIONS]), most)) + 1
            kept.append((section, base, table[:end]))
        return PostingArrays(kept)

    def portions(self, most: int) -> Iterator[PostingArrays]:
        """The same in portions of ``most`` postings, about; terms are not divided."""
        for section, base, table in self._parts:
            for first, end in portions(np.cumsum(table[:, DF]), most):
                yield PostingArrays([(section, base, table[first:end])])

    @property
    def df(self) -> Ints:
        """How many postings each term has, segment after segment."""
        return self.table[:, DF]

    @property
    def in_order(self) -> bool:
        """Whether documents ascend throughout: there is one term, at most, in each segment."""
        return len(self.table) == len(self._parts)

    @property
    def positions_size(self) -> int:
        """Bytes of positions."""
        return int(self.table[:, POSITIONS].sum())

    def _stream(self, at: int) -> Bytes:
        """A stream of all terms, by the column of its offsets."""
        parts: list[memoryview] = []
        for section, _, table in self._parts:
            starts = table[:, at]
            ends = starts + table[:, at + 1]
            # Neighbours are read in one go.
            if len(table) > 1:
                apart = ends[:-1] != starts[1:]
                starts = starts[np.concatenate(([True], apart))]
                ends = ends[np.concatenate((apart, [True]))]
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
                if end > start:
                    parts.append(section.read(start, end))
        return np.frombuffer(parts[0] if len(parts) == 1 else b"".join(parts), dtype=np.uint8)

    def docs(self) -> Ints:
        """The documents of each term, ascending."""
        gaps = decode_array(self._stream(DOCS_AT))
        running: Ints = np.cumsum(gaps)
        if len(self.table) == 1:
            return running + (self._parts[0][1] - 1)
        firsts = np.cumsum(self.df) - self.df
        before = running[firsts] - gaps[firsts] + 1
        before -= np.repeat(
            [base for _, base, _ in self._parts], [len(table) for _, _, table in self._parts]
        )
        docs: Ints = running - np.repeat(before, self.df)
        return docs

    def codes(self) -> Bytes:
        """The zone code of each posting."""
        packed = self._stream(CODES_AT)
        total = int(self.df.sum())
        if not len(packed):
            return np.zeros(total, dtype=np.uint8)
        halves = np.empty(2 * len(packed), dtype=np.uint8)
        halves[0::2] = packed & 15
        halves[1::2] = packed >> 4
        if len(self.table) == 1:
            return halves[:total]
        # A term's codes begin with a whole byte.
        sizes = 2 * self.table[:, CODES]
        coded = sizes > 0
        halves = halves[ranges(np.cumsum(sizes) - sizes, np.where(coded, self.df, 0))]
        if coded.all():
            return halves
        codes = np.zeros(total, dtype=np.uint8)
        codes[np.repeat(coded, self.df)] = halves
        return codes

    def exceptions_bytes(self) -> Bytes:
        """The exceptions, as they are stored."""
        return self._stream(EXCEPTIONS_AT)

    def exceptions(self) -> Ints:
        """The triple of each posting whose code is an exception, a row each."""
        return decode_array(self.exceptions_bytes()).reshape(-1, 3)

    def occurrences(self) -> Ints:
        """How often the term stands in the document, for each posting."""
        codes = self.codes()
        counts: Ints = _OCCURRENCES[codes]
        odd_ones = codes == EXCEPTION
        if odd_ones.any():
            counts[odd_ones] = self.exceptions()[:, 0]
        return counts

    def positions_bytes(self) -> Bytes:
        """The positions, as they are stored."""
        return self._stream(POSITIONS_AT)

    def positions(self, within: NDArray[np.bool_] | None = None) -> Ints:
        """Where the terms stand, as document * 2**32 + position; ascending for each term.

        ``within`` has a truth for each document, whether its positions are wanted.
        """
        docs, occurrences = self.docs(), self.occurrences()
        data = self.positions_bytes()
        if within is not None:
            kept = within[docs]
            data = _of_postings(data, occurrences, kept)
            docs, occurrences = docs[kept], occurrences[kept]
        gaps = decode_array(data)
        running = np.cumsum(gaps)
        firsts = np.cumsum(occurrences) - occurrences
        before = running[firsts] - gaps[firsts] + 1
        found: Ints = np.repeat((docs << 32) - before, occurrences) + running
        return found


def _of_postings(data: Bytes, occurrences: Ints, kept: NDArray[np.bool_]) -> Bytes:
    """The bytes of the positions of the postings that are ``kept``."""
    if not kept.any():
        return data[:0]
    last = np.cumsum(occurrences)
    # The byte behind each number, and so behind each posting's last.
    ends = last if data.max(initial=0) < 128 else (np.flatnonzero(data < 128) + 1)[last - 1]
    starts = np.concatenate(([0], ends[:-1]))
    return data[ranges(starts[kept], (ends - starts)[kept])]
