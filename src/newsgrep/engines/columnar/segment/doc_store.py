"""Stored values: byte strings by document number, compressed in blocks of many.

A block is a zstd frame of a count, that many sizes (four bytes each) and the values. Two
more sections hold where each block starts and the number of its first document.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from newsgrep.engines.columnar.segment.compression import PackingError, pack, unpacking
from newsgrep.errors import IndexDamaged
from newsgrep.storage.section_file import SectionFile, SectionWriter

STEP = 1 << 16
"""Bytes that are unpacked at a time."""


def pack_block(values: list[bytes]) -> bytes:
    """One compressed block of ``values``."""
    head = struct.pack(f"<I{len(values)}I", len(values), *map(len, values))
    return pack(head + b"".join(values))


class UnpackedBlock:
    """The values of a block, which is unpacked as far as they are asked for."""

    def __init__(self, frame: memoryview | bytes, path: str, store: str) -> None:
        """``path`` and ``store`` are those of :class:`IndexDamaged`, which is raised at once or
        later where that is no block."""
        self._where = path, store
        self._stream = unpacking(frame)
        self._data = bytearray()
        (count,) = struct.unpack_from("<I", self._up_to(4))
        head = 4 + 4 * count
        sizes = struct.unpack_from(f"<{count}I", self._up_to(head), 4)
        self._bounds = list(accumulate(sizes, initial=head))

    def _up_to(self, end: int) -> bytearray:
        data = self._data
        if len(data) < end:
            try:
                data += self._stream.read(max(end - len(data), STEP))
            except PackingError as error:
                raise self._damaged(str(error)) from error
            if len(data) < end:
                raise self._damaged("it ends early")
        return data

    def _damaged(self, why: str) -> IndexDamaged:
        path, store = self._where
        return IndexDamaged(path, f"{store}: {why}")

    def __getitem__(self, number: int) -> bytes:
        start, end = self._bounds[number : number + 2]
        return bytes(self._up_to(end)[start:end])

    def __iter__(self) -> Iterator[bytes]:
        data = bytes(self._up_to(self._bounds[-1]))
        return (data[start:end] for start, end in pairwise(self._bounds))


class StoredBlocks:
    """Collects values into compressed blocks of about ``block_size`` bytes each."""

    def __init__(self, block_size: int) -> None:
        self.block_size = block_size
        self.blocks: list[bytes] = []
        self.firsts: list[int] = []
        self.count = 0
        self.size = 0
        self._pending: list[bytes] = []
        self._pending_size = 0

    def add(self, value: bytes) -> None:
        """Store the next value; a block is written when enough have come together."""
        self._pending.append(value)
        self._pending_size += len(value)
        self.count += 1
        if self._pending_size >= self.block_size:
            self.flush()

    def flush(self) -> None:
        """Close the block that is being filled."""
        if self._pending:
            block = pack_block(self._pending)
            self.firsts.append(self.count - len(self._pending))
            self.blocks.append(block)
            self.size += len(block)
            self._pending = []
            self._pending_size = 0


def write_stored(out: SectionWriter, name: str, blocks: StoredBlocks) -> None:
    """Write a store's three sections."""
    blocks.flush()
    out.begin()
    offsets = array("Q")
    for block in blocks.blocks:
        offsets.append(out.section_size)
        out.append(block)
    out.end(name)
    out.section(f"{name}.offsets", memoryview(offsets))
    out.section(f"{name}.firsts", memoryview(array("I", blocks.firsts)))


class Stored:
    """Reads the values of one store of a segment; keeps the block it read last."""

    def __init__(self, file: SectionFile, name: str, count: int) -> None:
        self._file = file
        self._name = name
        self.count = count
        offsets = array("Q")
        offsets.frombytes(file.read(f"{name}.offsets"))
        firsts = array("I")
        firsts.frombytes(file.read(f"{name}.firsts"))
        self.offsets = offsets
        self.firsts = firsts
        self._block = -1
        self._values: UnpackedBlock | None = None

    def raw_block(self, block: int) -> memoryview:
        """A block as it is stored."""
        end = self.offsets[block + 1] if block + 1 < len(self.offsets) else None
        return self._file.read(self._name, self.offsets[block], end)

    def block(self, block: int) -> UnpackedBlock:
        """The values of a block."""
        if block != self._block or self._values is None:
            frame, path = self.raw_block(block), str(self._file.path)
            self._values = UnpackedBlock(frame, path, self._name)
            self._block = block
        return self._values

    def forget(self) -> None:
        """Let go of the pages that were read so far."""
        self._file.forget()

    def __getitem__(self, number: int) -> bytes:
        if not 0 <= number < self.count:
            raise IndexError(number)
        block = bisect_right(self.firsts, number) - 1
        return self.block(block)[number - self.firsts[block]]

    def __iter__(self) -> Iterator[bytes]:
        for block in range(len(self.offsets)):
            yield from self.block(block)
