"""The dictionary of a segment: its sorted terms, front-coded in blocks of sixteen.

Each entry: length of the prefix shared with the term before (0 for the first of a block) and
of the rest, a byte each; the rest in UTF-8; then, as variable-byte integers, ``2 * df + has
codes``, the sizes of documents and positions, and with codes the size of the exceptions.
A second section holds for each block the offsets of its entries and of its first postings.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgrep.engine.whoosh.codec.vbyte import read_one, write_one
from newsgrep.paged import PagedFile, PagedWriter

BLOCK = 16
_BLOCK_OFFSETS = struct.Struct("<QQ")
MAX_FOUND = 20_000
MAX_UNPACKED = 500
"""Terms, and blocks of terms, that a segment keeps in memory."""


class TermEntry(NamedTuple):
    """Where a term's postings are: byte offset and the sizes of their streams."""

    df: int
    offset: int
    docs_size: int
    codes_size: int
    positions_size: int
    exceptions_size: int

    @property
    def size(self) -> int:
        return self.docs_size + self.codes_size + self.positions_size + self.exceptions_size


class TermsWriter:
    """Writes the dictionary of terms that come in their order."""

    def __init__(self) -> None:
        self._entries = bytearray()
        self._blocks = bytearray()
        self._last = b""
        self._count = 0
        self._offset = 0

    def add(
        self,
        term: bytes,
        df: int,
        has_codes: bool,
        docs_size: int,
        positions_size: int,
        exceptions_size: int,
    ) -> None:
        entries = self._entries
        shared = 0
        if self._count % BLOCK == 0:
            self._blocks += _BLOCK_OFFSETS.pack(len(entries), self._offset)
        else:
            last = self._last
            limit = min(len(last), len(term), 255)
            while shared < limit and last[shared] == term[shared]:
                shared += 1
        entries.append(shared)
        write_one(entries, len(term) - shared)
        entries += term[shared:]
        write_one(entries, df << 1 | has_codes)
        write_one(entries, docs_size)
        write_one(entries, positions_size)
        self._offset += docs_size + positions_size
        if has_codes:
            write_one(entries, exceptions_size)
            self._offset += exceptions_size + (df + 1) // 2
        self._last = term
        self._count += 1

    def write(self, out: PagedWriter) -> int:
        """Write both sections; how many terms there are."""
        out.section("terms", self._entries)
        out.section("term-blocks", self._blocks)
        return self._count


class Terms:
    """Looks terms up in the dictionary of a segment."""

    def __init__(self, file: PagedFile) -> None:
        self._file = file
        self._blocks = file.size("term-blocks") // _BLOCK_OFFSETS.size
        self._size = file.size("terms")
        # What is looked up again and again in a process that stays up; each is bounded.
        self._first: dict[int, bytes] = {}
        self._found: dict[str, TermEntry | None] = {}
        self._unpacked: dict[int, list[tuple[bytes, TermEntry]]] = {}

    def _offsets(self, block: int) -> tuple[int, int]:
        at = block * _BLOCK_OFFSETS.size
        entries, postings = _BLOCK_OFFSETS.unpack(
            self._file.read("term-blocks", at, at + _BLOCK_OFFSETS.size)
        )
        return entries, postings

    def _first_term(self, block: int) -> bytes:
        known = self._first.get(block)
        if known is not None:
            return known
        start, _ = self._offsets(block)
        head = self._file.read("terms", start, min(start + 512, self._size))
        length, at = read_one(head, 1)
        term = self._first[block] = bytes(head[at : at + length])
        return term

    def _block_of(self, term: bytes) -> int:
        """The last block whose first term is not after ``term`` (or the first block)."""
        low, high = 0, self._blocks
        while high - low > 1:
            middle = (low + high) // 2
            if self._first_term(middle) <= term:
                low = middle
            else:
                high = middle
        return low

    def _entries(self, block: int) -> Iterator[tuple[bytes, TermEntry]]:
        start, postings = self._offsets(block)
        end = self._offsets(block + 1)[0] if block + 1 < self._blocks else self._size
        data = self._file.read("terms", start, end)
        at = 0
        term = b""
        while at < len(data):
            shared = data[at]
            length, at = read_one(data, at + 1)
            term = term[:shared] + bytes(data[at : at + length])
            head, at = read_one(data, at + length)
            docs_size, at = read_one(data, at)
            positions_size, at = read_one(data, at)
            df, codes_size, exceptions_size = head >> 1, 0, 0
            if head & 1:
                codes_size = (df + 1) // 2
                exceptions_size, at = read_one(data, at)
            entry = TermEntry(df, postings, docs_size, codes_size, positions_size, exceptions_size)
            postings += entry.size
            yield term, entry

    def find(self, term: str) -> TermEntry | None:
        """The entry of ``term``, or None."""
        if term in self._found:
            return self._found[term]
        if len(self._found) > MAX_FOUND:
            self._found.clear()
        entry = self._found[term] = self._look_up(term.encode())
        return entry

    def _look_up(self, wanted: bytes) -> TermEntry | None:
        if not self._blocks:
            return None
        for found, entry in self._block(self._block_of(wanted)):
            if found == wanted:
                return entry
            if found > wanted:
                return None
        return None

    def _block(self, number: int) -> list[tuple[bytes, TermEntry]]:
        """The terms of a block, kept for the next time."""
        known = self._unpacked.get(number)
        if known is None:
            if len(self._unpacked) > MAX_UNPACKED:
                self._unpacked.clear()
            known = self._unpacked[number] = list(self._entries(number))
        return known

    def scan(self, start: str = "") -> Iterator[tuple[str, TermEntry]]:
        """The terms from ``start`` on, in order of their UTF-8 bytes."""
        if not self._blocks:
            return
        wanted = start.encode()
        first = self._block_of(wanted)
        for block in range(first, self._blocks):
            # The first block of a scan is where short ones end; it is worth keeping.
            entries = self._block(block) if block == first else self._entries(block)
            for found, entry in entries:
                if found >= wanted:
                    yield found.decode(), entry

    def with_prefix(self, prefix: str) -> Iterator[tuple[str, TermEntry]]:
        """The terms that begin with ``prefix``, in order."""
        for term, entry in self.scan(prefix):
            if not term.startswith(prefix):
                return
            yield term, entry


def write_terms(out: PagedWriter, entries: Iterable[tuple[bytes, int, bool, int, int, int]]) -> int:
    """Write a dictionary at once; how many terms it has."""
    writer = TermsWriter()
    for entry in entries:
        writer.add(*entry)
    return writer.write(out)
