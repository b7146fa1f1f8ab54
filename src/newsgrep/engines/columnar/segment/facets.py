"""Facets: for each document the values of a field, as numbers into a list of distinct values.

A field has three sections: ``facet.F.ends``, where each document's numbers end (4 bytes each);
``facet.F.numbers`` (4 bytes each); and the store ``facet.F`` of the values.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

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
        self.ends = array("I")
        self.numbers = array("I")

    def add(self, values: Iterable[str]) -> None:
        """Add the values of the next document; each counts once."""
        known = self._numbers_of
        for value in dict.fromkeys(values):
            number = known.get(value)
            if number is None:
                number = known[value] = len(known)
            self.numbers.append(number)
        self.ends.append(len(self.numbers))

    def add_none(self) -> None:
        """Add a document without values."""
        self.ends.append(len(self.numbers))

    @property
    def size(self) -> int:
        """Bytes that it takes, about."""
        return 100 * len(self._numbers_of) + 4 * (len(self.numbers) + len(self.ends))

    def write(self, out: SectionWriter, field: str) -> int:
        """Write a field's sections; how many distinct values it has."""
        values = [value.encode("utf-8", "replace") for value in self._numbers_of]
        return write_facet(out, field, memoryview(self.ends), memoryview(self.numbers), values)


def write_facet(
    out: SectionWriter, field: str, ends: memoryview, numbers: memoryview, values: Sequence[bytes]
) -> int:
    """Write a field's sections; how many distinct values it has."""
    name = store_of(field)
    out.section(f"{name}.ends", ends)
    out.section(f"{name}.numbers", numbers)
    blocks = StoredBlocks(BLOCK)
    for value in values:
        blocks.add(value)
    write_stored(out, name, blocks)
    return len(values)


class Facet:
    """Reads a field's values."""

    def __init__(self, file: SectionFile, field: str, distinct: int) -> None:
        name = store_of(field)
        self.ends: memoryview[int] = file.read(f"{name}.ends").cast("I")
        self.numbers: memoryview[int] = file.read(f"{name}.numbers").cast("I")
        self.values = Stored(file, name, distinct)

    def numbers_of(self, document: int) -> memoryview[int]:
        """The numbers of one document's values."""
        start = self.ends[document - 1] if document else 0
        return self.numbers[start : self.ends[document]]

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
        return [bisect_right(self.ends, at) for at in places]

    def _number_of(self, value: str) -> int:
        wanted = value.encode("utf-8", "replace")
        return next((number for number, held in enumerate(self.values) if held == wanted), -1)

    def add_counts(self, tally: Iterable[tuple[int, int]], counts: Counter[str]) -> None:
        """Add to ``counts`` of values a tally of their numbers."""
        # By number: in the order of the store, so that each of its blocks is unpacked once.
        for number, count in sorted(tally):
            counts[self.values[number].decode()] += count
