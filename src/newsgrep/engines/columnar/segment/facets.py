"""Facets: for each document the values of a field, as numbers into a list of distinct values.

A field has three sections: ``facet.F.counts``, how many values each document has;
``facet.F.numbers``, those of one document after the other (both of 4 bytes each, as one frame);
and the store ``facet.F`` of the values.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from newsgrep.engines.columnar.segment.compression import pack_numbers, unpacked
from newsgrep.engines.columnar.segment.doc_store import Stored, StoredBlocks, write_stored

if TYPE_CHECKING:
    from collections import Counter

    from newsgrep.storage.section_file import SectionFile, SectionWriter

BLOCK = 1 << 14


def store_of(field: str) -> str:
    """The store that holds the values of ``field``."""
    return f"facet.{field}"


class FacetBuilder:
    """Collects the values of one field, document by document."""

    def __init__(self) -> None:
        self._numbers_of: dict[str, int] = {}
        self.counts = array("I")
        self.numbers = array("I")

    def add(self, values: Iterable[str]) -> None:
        """Add the values of the next document; each counts once."""
        known = self._numbers_of
        distinct = dict.fromkeys(values)
        for value in distinct:
            number = known.get(value)
            if number is None:
                number = known[value] = len(known)
            self.numbers.append(number)
        self.counts.append(len(distinct))

    def add_none(self) -> None:
        """Add a document without values."""
        self.counts.append(0)

    @property
    def size(self) -> int:
        """Bytes that it takes, about."""
        return 100 * len(self._numbers_of) + 4 * (len(self.numbers) + len(self.counts))

    def write(self, out: SectionWriter, field: str) -> int:
        """Write a field's sections; how many distinct values it has."""
        values = [value.encode("utf-8", "replace") for value in self._numbers_of]
        return write_facet(out, field, memoryview(self.counts), memoryview(self.numbers), values)


def write_facet(
    out: SectionWriter,
    field: str,
    counts: memoryview,
    numbers: memoryview,
    values: Sequence[bytes],
) -> int:
    """Write a field's sections; how many distinct values it has."""
    name = store_of(field)
    out.section(f"{name}.counts", pack_numbers(counts))
    out.section(f"{name}.numbers", pack_numbers(numbers))
    blocks = StoredBlocks(BLOCK)
    for value in values:
        blocks.add(value)
    write_stored(out, name, blocks)
    return len(values)


def _numbers(file: SectionFile, section: str) -> memoryview[int]:
    return memoryview(unpacked(file, section)).cast("I")


class Facet:
    """Reads a field's values."""

    def __init__(self, file: SectionFile, field: str, distinct: int) -> None:
        name = store_of(field)
        self.counts = _numbers(file, f"{name}.counts")
        """How many values each document has."""
        self.numbers = _numbers(file, f"{name}.numbers")
        """Those of all documents, one after the other."""
        self.values = Stored(file, name, distinct)

    @cached_property
    def _ends(self) -> list[int]:
        """Where the numbers of each document end."""
        return list(accumulate(self.counts))

    def numbers_of(self, document: int) -> memoryview[int]:
        """The numbers of one document's values."""
        end = self._ends[document]
        return self.numbers[end - self.counts[document] : end]

    def of(self, document: int) -> list[str]:
        """The values of one document."""
        return [self.values[number].decode() for number in self.numbers_of(document)]

    def documents_with(self, value: str) -> list[int]:
        """The documents that have a value."""
        number = self._number_of(value)
        if number < 0:
            return []
        places = [at for at, held in enumerate(self.numbers.tolist()) if held == number]
        # Documents without values end where the one before them does: the first end beyond a
        # place is that of the document it belongs to.
        return [bisect_right(self._ends, at) for at in places]

    def _number_of(self, value: str) -> int:
        wanted = value.encode("utf-8", "replace")
        return next((number for number, held in enumerate(self.values) if held == wanted), -1)

    def add_counts(self, tally: Iterable[tuple[int, int]], counts: Counter[str]) -> None:
        """Add to ``counts`` of values a tally of their numbers."""
        # By number: in the order of the store, so that each of its blocks is unpacked once.
        for number, count in sorted(tally):
            counts[self.values[number].decode()] += count
