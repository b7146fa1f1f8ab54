"""The postings of one term in one segment: documents, zone counts, positions.

Four streams: document numbers as variable-byte gaps (the first counts
from -1); zone codes, four bits each, low half first (left out where all are 0); positions as
variable-byte gaps within each document (the first counts from -1); and, for each code 15 in
order, its triple as three variable-byte integers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain
from typing import TypeVar

from newsgrep.engines.columnar.segment.packed_section import PackedSection
from newsgrep.engines.columnar.segment.term_dictionary import TermEntry
from newsgrep.engines.columnar.segment.vbyte import decode, split
from newsgrep.engines.columnar.segment.zones import EXCEPTION, FREQUENCIES, TRIPLES

V = TypeVar("V")

_HALVES = tuple((byte & 15, byte >> 4) for byte in range(256))


class Postings:
    """Reads a term's postings in plain Python."""

    def __init__(self, section: PackedSection, entry: TermEntry) -> None:
        self._section = section
        self.entry = entry

    def docs_bytes(self) -> memoryview:
        """The stream of document numbers."""
        return self._stream(self.entry.docs_at, self.entry.docs_size)

    def codes_bytes(self) -> memoryview:
        """The stream of zone codes."""
        return self._stream(self.entry.codes_at, self.entry.codes_size)

    def positions_bytes(self) -> memoryview:
        """The stream of positions."""
        return self._stream(self.entry.positions_at, self.entry.positions_size)

    def exceptions_bytes(self) -> memoryview:
        """The stream of exceptions."""
        return self._stream(self.entry.exceptions_at, self.entry.exceptions_size)

    def _stream(self, start: int, size: int) -> memoryview:
        return self._section.read(start, start + size)

    def docs(self) -> list[int]:
        """Document numbers, ascending."""
        gaps = decode(self.docs_bytes())
        return list(accumulate(gaps, initial=-1))[1:]

    def codes(self) -> list[int]:
        """A zone code for each document."""
        entry = self.entry
        if not entry.codes_size:
            return [0] * entry.df
        packed = bytes(self.codes_bytes())
        codes = list(chain.from_iterable(map(_HALVES.__getitem__, packed)))
        del codes[entry.df :]
        return codes

    def exceptions(self) -> list[tuple[int, int, int]]:
        """The triples of the documents with code 15, in order."""
        flat = decode(self.exceptions_bytes())
        return list(zip(flat[0::3], flat[1::3], flat[2::3], strict=True))

    def triples(self) -> list[tuple[int, int, int]]:
        """(occurrences, in the headline, in the lead) for each document."""
        return self._mapped(TRIPLES, self.exceptions)

    def frequencies(self) -> list[int]:
        """Occurrences for each document."""
        return self._mapped(FREQUENCIES, lambda: [triple[0] for triple in self.exceptions()])

    def _mapped(self, table: Sequence[V], exceptions: Callable[[], list[V]]) -> list[V]:
        """For each document what ``table`` has for its code, or its exception."""
        codes = self.codes()
        if not self.entry.exceptions_size:
            return list(map(table.__getitem__, codes))
        rest = iter(exceptions())
        return [table[code] if code != EXCEPTION else next(rest) for code in codes]

    def positions_in(self, documents: set[int]) -> Iterator[tuple[int, list[int]]]:
        """Those of ``documents`` that hold the term, each with its ascending positions."""
        numbers = split(self.positions_bytes())
        ends = accumulate(self.frequencies())
        start = 0
        for document, end in zip(self.docs(), ends, strict=True):
            if document in documents:
                gaps = decode(memoryview(b"".join(numbers[start:end])))
                yield document, list(accumulate(gaps, initial=-1))[1:]
            start = end

    def positions(self) -> list[list[int]]:
        """Ascending word positions for each document."""
        gaps = decode(self.positions_bytes())
        found: list[list[int]] = []
        at = 0
        for frequency in self.frequencies():
            found.append(list(accumulate(gaps[at : at + frequency], initial=-1))[1:])
            at += frequency
        return found
