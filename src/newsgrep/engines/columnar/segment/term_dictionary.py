"""The dictionary of a segment: its sorted terms, in compressed blocks of up to 128.

A block is a zstd frame of: where the postings of its first term begin (four offsets into the
section ``postings``, 8 bytes each: documents, codes, positions, exceptions); the size of its
names (4 bytes); the names in UTF-8 with NULs between; and, as variable-byte integers, in
columns: ``2 * df + has codes`` for each term, the size of its documents less ``df``, the size
of its positions less ``df``, and for each term with codes the size of its exceptions.

``terms.offsets`` holds where each block begins (8 bytes), ``terms.firsts`` the first names.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.engines.columnar.segment import vbyte
from newsgrep.engines.columnar.segment.compression import pack, unpacked
from newsgrep.errors import IndexDamaged
from newsgrep.storage.section_file import SectionFile, SectionWriter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newsgrep.engines.columnar.segment.vbyte import IntArray

BLOCK = 128
_HEAD = struct.Struct("<4QI")
_SEPARATOR = "\0"
MAX_FOUND = 5_000
MAX_UNPACKED = 64
"""Terms, and blocks of terms, that a segment keeps in memory."""
RUN = 16
"""Blocks that are read at a time by who reads all of them."""
ONE_BY_ONE = 10
"""Terms of one block whose entries are worked out by themselves."""
FEW = 64
"""Terms that are looked up one by one, and kept."""


class TermEntry(NamedTuple):
    """Where a term's postings are: the offset and the size of each of their streams."""

    df: int
    docs_at: int
    docs_size: int
    codes_at: int
    codes_size: int
    positions_at: int
    positions_size: int
    exceptions_at: int
    exceptions_size: int


class TermsWriter:
    """Writes the dictionary of terms that come in their order, batch by batch."""

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._firsts: list[str] = []
        self._count = 0

    def add(
        self,
        names: Sequence[str],
        starts: tuple[int, int, int, int],
        df: IntArray,
        docs_sizes: IntArray,
        codes_sizes: IntArray,
        positions_sizes: IntArray,
        exceptions_sizes: IntArray,
    ) -> None:
        """Add terms whose streams follow each other from ``starts`` on."""
        coded = codes_sizes > 0
        heads, docs, positions = (
            _Encoded(column) for column in (df << 1 | coded, docs_sizes - df, positions_sizes - df)
        )
        exceptions = _Encoded(exceptions_sizes[coded])
        before = [
            _before(sizes) for sizes in (docs_sizes, codes_sizes, positions_sizes, exceptions_sizes)
        ]
        coded_before = _before(coded.astype(int))
        for first in range(0, len(names), BLOCK):
            end = min(first + BLOCK, len(names))
            text = _SEPARATOR.join(names[first:end]).encode()
            at = [start + sums[first] for start, sums in zip(starts, before, strict=True)]
            block = b"".join(
                (
                    _HEAD.pack(*at, len(text)),
                    text,
                    heads.between(first, end),
                    docs.between(first, end),
                    positions.between(first, end),
                    exceptions.between(coded_before[first], coded_before[end]),
                )
            )
            self._blocks.append(pack(block))
            self._firsts.append(names[first])
        self._count += len(names)

    def write(self, out: SectionWriter) -> int:
        """Write the dictionary's sections; how many terms there are."""
        out.begin()
        offsets = array("Q")
        for block in self._blocks:
            offsets.append(out.section_size)
            out.append(block)
        out.end("terms")
        out.section("terms.offsets", memoryview(offsets))
        out.section("terms.firsts", pack(_SEPARATOR.join(self._firsts).encode()))
        return self._count


class _Encoded:
    """A column as variable-byte integers, from which runs are taken."""

    def __init__(self, values: IntArray) -> None:
        data, sizes = vbyte.encode(values)
        self._data = data.data
        self._ends = _before(sizes)

    def between(self, first: int, end: int) -> memoryview:
        return self._data[self._ends[first] : self._ends[end]]


def _before(sizes: NDArray[np.integer]) -> list[int]:
    """The sum of the sizes before each, and of all."""
    return [0, *sizes.cumsum().tolist()]


class Block:
    """An unpacked block: its names, and the entries of those that are asked for."""

    def __init__(self, data: bytes) -> None:
        *self.starts, size = _HEAD.unpack_from(data)
        end = _HEAD.size + size
        self.names = data[_HEAD.size : end].decode().split(_SEPARATOR)
        self.data = data[end:]

    @cached_property
    def _numbers(self) -> list[int]:
        return vbyte.decode(memoryview(self.data))

    def entry(self, number: int) -> TermEntry:
        """The entry of one name; most blocks are asked for one only."""
        count, numbers = len(self.names), self._numbers
        postings = codes = coded = 0
        for head in numbers[:number]:
            df = head >> 1
            postings += df
            if head & 1:
                codes += (df + 1) // 2
                coded += 1
        head = numbers[number]
        df = head >> 1
        docs_at, codes_at, positions_at, exceptions_at = self.starts
        odd_ones = numbers[3 * count : 3 * count + coded + 1]
        return TermEntry(
            df,
            docs_at + postings + sum(numbers[count : count + number]),
            df + numbers[count + number],
            codes_at + codes,
            (df + 1) // 2 if head & 1 else 0,
            positions_at + postings + sum(numbers[2 * count : 2 * count + number]),
            df + numbers[2 * count + number],
            exceptions_at + sum(odd_ones[:coded]),
            odd_ones[coded] if head & 1 else 0,
        )

    def indices(self, terms: Sequence[str]) -> list[int]:
        """The numbers of those of ``terms`` that the block has."""
        names = self.names
        indices = [(bisect_left(names, term), term) for term in terms]
        return [at for at, term in indices if at < len(names) and names[at] == term]

    def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """How many documents hold each of those of ``terms`` that the block has."""
        return {self.names[at]: self._numbers[at] >> 1 for at in self.indices(terms)}

    def entries_of(self, terms: Sequence[str]) -> list[TermEntry]:
        """The entries of those of ``terms`` that the block has."""
        held = self.indices(terms)
        if len(held) < ONE_BY_ONE:
            return [self.entry(at) for at in held]
        entries = self.entries
        return [entries[at] for at in held]

    @cached_property
    def entries(self) -> list[TermEntry]:
        """The entry of each name."""
        count, numbers = len(self.names), self._numbers
        heads = numbers[:count]
        df = [head >> 1 for head in heads]
        docs = list(map(add, df, numbers[count : 2 * count]))
        codes = [(head + 2) >> 2 if head & 1 else 0 for head in heads]
        positions = list(map(add, df, numbers[2 * count : 3 * count]))
        odd_ones = iter(numbers[3 * count :])
        exceptions = [next(odd_ones) if head & 1 else 0 for head in heads]
        streams = []
        for start, sizes in zip(self.starts, (docs, codes, positions, exceptions), strict=True):
            streams += [accumulate(sizes, initial=start), sizes]
        # Each stream tells where one more would begin.
        return list(map(TermEntry._make, zip(df, *streams, strict=False)))


class Terms:
    """Looks terms up in the dictionary of a segment."""

    def __init__(self, file: SectionFile) -> None:
        self._file = file
        # What is looked up again and again in a process that stays up; each is bounded.
        self._found: dict[str, TermEntry | None] = {}
        self._unpacked: dict[int, Block] = {}

    @cached_property
    def _offsets(self) -> memoryview[int]:
        return self._file.read("terms.offsets").cast("Q")

    @cached_property
    def _firsts(self) -> list[str]:
        text = unpacked(self._file, "terms.firsts").decode()
        return text.split(_SEPARATOR) if len(self._offsets) else []

    def _block(self, number: int) -> Block:
        """A block, kept for the next time."""
        known = self._unpacked.get(number)
        if known is None:
            if len(self._unpacked) >= MAX_UNPACKED:
                self._unpacked.clear()
            offsets = self._offsets
            end = offsets[number + 1] if number + 1 < len(offsets) else None
            data = unpacked(self._file, "terms", offsets[number], end)
            try:
                known = self._unpacked[number] = Block(data)
            except (struct.error, ValueError) as error:
                raise IndexDamaged(str(self._file.path), f"terms: {error}") from error
        return known

    def find(self, term: str) -> TermEntry | None:
        """The entry of ``term``, or None."""
        if term in self._found:
            return self._found[term]
        if len(self._found) > MAX_FOUND:
            self._found.clear()
        entry = self._found[term] = self._look_up(term)
        return entry

    def _look_up(self, term: str) -> TermEntry | None:
        number = bisect_right(self._firsts, term) - 1
        if number < 0:
            return None
        block = self._block(number)
        at = bisect_left(block.names, term)
        if at == len(block.names) or block.names[at] != term:
            return None
        return block.entry(at)

    def find_all(self, terms: Sequence[str]) -> list[TermEntry]:
        """The entries of those of ``terms`` that there are, in order."""
        if len(terms) <= FEW:
            return [entry for term in terms if (entry := self.find(term)) is not None]
        ordered = sorted(terms)
        return [entry for block, some in self.by_block(ordered) for entry in block.entries_of(some)]

    def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """How many documents hold each of those of ``terms`` that there are; they are in order."""
        found: dict[str, int] = {}
        for block, some in self.by_block(terms):
            found.update(block.frequencies(some))
        return found

    def postings(self, terms: Sequence[str]) -> int:
        """How many postings ``terms`` have together."""
        if len(terms) <= FEW:
            return sum(entry.df for entry in self.find_all(terms))
        return sum(self.frequencies(sorted(terms)).values())

    def by_block(self, terms: Sequence[str]) -> Iterator[tuple[Block, Sequence[str]]]:
        """The blocks that ``terms``, which are in order, would be in, each with its terms."""
        firsts = self._firsts
        at = bisect_left(terms, firsts[0]) if firsts else len(terms)
        while at < len(terms):
            number = bisect_right(firsts, terms[at]) - 1
            last = number + 1 == len(firsts)
            end = len(terms) if last else bisect_left(terms, firsts[number + 1], at)
            yield self._block(number), terms[at:end]
            at = end

    def _blocks_from(self, start: str) -> Iterator[tuple[Block, int]]:
        """The blocks from ``start`` on, with where in each to begin."""
        first = max(0, bisect_right(self._firsts, start) - 1)
        for number in range(first, len(self._firsts)):
            block = self._block(number)
            yield block, bisect_left(block.names, start) if number == first else 0

    def names(self, start: str = "") -> Iterator[str]:
        """The terms from ``start`` on, in order (of code points, which is that of UTF-8)."""
        for block, at in self._blocks_from(start):
            yield from block.names[at:] if at else block.names

    def names_with_prefix(self, prefix: str) -> list[str]:
        """The terms that begin with ``prefix``, in order."""
        found: list[str] = []
        for block, at in self._blocks_from(prefix):
            names = block.names
            if at == len(names):
                # The block in which the prefix would begin holds none of its words.
                continue
            if names[-1].startswith(prefix):
                found += names[at:]
                continue
            end = bisect_left(names, True, lo=at, key=lambda name: not name.startswith(prefix))
            found += names[at:end]
            break
        return found

    def scan(self, start: str = "") -> Iterator[tuple[str, TermEntry]]:
        """The terms from ``start`` on, in order, with their entries."""
        for block, at in self._blocks_from(start):
            yield from zip(block.names[at:], block.entries[at:], strict=True)

    def runs(self) -> Iterator[list[Block]]:
        """All blocks in order, some at a time."""
        for first in range(0, len(self._firsts), RUN):
            end = min(first + RUN, len(self._firsts))
            yield [self._block(number) for number in range(first, end)]

    def with_prefix(self, prefix: str) -> Iterator[tuple[str, TermEntry]]:
        """The terms that begin with ``prefix``, in order, with their entries."""
        for term, entry in self.scan(prefix):
            if not term.startswith(prefix):
                return
            yield term, entry
