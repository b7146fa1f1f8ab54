"""A section in compressed pieces, any bytes of which are read without unpacking the others.

Gaps and counts in variable bytes are far from evenly spread: entropy coding takes a quarter off
posting lists, and so little time that writing fewer bytes makes up for it. Two more sections hold
where each piece begins before it was compressed and since, with one entry more for the end.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property

from newsgrep.engines.columnar.segment.compression import QUICK, pack, unpacked
from newsgrep.errors import IndexDamaged
from newsgrep.storage.section_file import SectionFile, SectionWriter

PIECE = 1 << 14
"""Bytes of a piece, before they are compressed."""
MAX_UNPACKED = 128
"""Pieces that are kept in memory."""


class PackedWriter:
    """Writes one section of a file; ``size`` tells where what is appended next will be read."""

    def __init__(self, out: SectionWriter) -> None:
        self._out = out
        self._waiting = bytearray()
        self._packed = 0
        self._starts, self._offsets = array("Q"), array("Q")
        out.begin()

    @property
    def size(self) -> int:
        """Bytes that were appended."""
        return self._packed + len(self._waiting)

    def append(self, data: memoryview) -> None:
        """Add ``data``; long runs have pieces of their own, since like goes well with like."""
        if len(data) >= PIECE:
            self._close()
        for start in range(0, len(data), PIECE):
            self._waiting += data[start : start + PIECE]
            if len(self._waiting) >= PIECE:
                self._close()

    def _close(self) -> None:
        if self._waiting:
            self._note_place()
            self._out.append(pack(bytes(self._waiting), QUICK))
            self._packed += len(self._waiting)
            self._waiting.clear()

    def _note_place(self) -> None:
        self._starts.append(self._packed)
        self._offsets.append(self._out.section_size)

    def end(self, name: str) -> None:
        """The section is whole; ``name`` is what it is read by."""
        self._close()
        self._note_place()
        self._out.end(name)
        self._out.section(f"{name}.starts", memoryview(self._starts))
        self._out.section(f"{name}.offsets", memoryview(self._offsets))


class PackedSection:
    """Reads one section of a file that :class:`PackedWriter` wrote."""

    def __init__(self, file: SectionFile, name: str) -> None:
        self._file = file
        self._name = name
        # What is read again and again in a process that stays up.
        self._unpacked: dict[int, bytes] = {}

    @cached_property
    def _starts(self) -> memoryview[int]:
        return self._file.read(f"{self._name}.starts").cast("Q")

    @cached_property
    def _offsets(self) -> memoryview[int]:
        return self._file.read(f"{self._name}.offsets").cast("Q")

    def read(self, start: int, end: int) -> memoryview:
        """Bytes ``start`` to ``end``. Raises :class:`IndexDamaged` where there are no such."""
        starts = self._starts
        if not 0 <= start <= end <= starts[-1]:
            raise IndexDamaged(str(self._file.path), f"{self._name} ends early")
        if start == end:
            return memoryview(b"")
        number = bisect_right(starts, start) - 1
        piece, first = self._piece(number), starts[number]
        if end <= starts[number + 1]:
            return memoryview(piece)[start - first : end - first]
        parts = [piece[start - first :]]
        while end > starts[number + 1]:
            number += 1
            parts.append(self._piece(number))
        parts[-1] = parts[-1][: end - starts[number]]
        return memoryview(b"".join(parts))

    def _piece(self, number: int) -> bytes:
        known = self._unpacked.get(number)
        if known is None:
            start, end = self._offsets[number], self._offsets[number + 1]
            known = unpacked(self._file, self._name, start, end)
            if len(known) != self._starts[number + 1] - self._starts[number]:
                raise IndexDamaged(str(self._file.path), f"{self._name}: piece {number}")
            if len(self._unpacked) >= MAX_UNPACKED:
                self._unpacked.clear()
            self._unpacked[number] = known
        return known

    def close(self) -> None:
        """Let go of the file."""
        for name in ("_starts", "_offsets"):
            self.__dict__.pop(name, None)
        self._unpacked.clear()
