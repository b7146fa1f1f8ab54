"""Files of named sections whose every page is checksummed and verified as it is read.

Layout: the sections, each starting on an 8-byte boundary; a table of one CRC-32 for each
16 KiB page of them; a JSON directory; a fixed trailer that says where those two are and holds
their own CRC-32. A file is written under a temporary name, flushed to disk and renamed.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import os
import struct
import zlib
from pathlib import Path
from typing import Any, BinaryIO

from newsgrep.errors import IndexDamaged, IndexVersionUnknown

FORMAT = 7
"""Version of this layout and of the sections that newsgrep keeps in it."""

PAGE = 1 << 14
_TRAILER = struct.Struct("<QIIII8s")
_MAGIC = b"newsgrep"


def private(path: str, flags: int) -> int:
    """Opens files of an index: readable by their owner alone."""
    return os.open(path, flags, 0o600)


class SectionWriter:
    """Writes a file of sections; nothing is under its name before :meth:`finish`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._temporary = path.with_name(path.name + ".tmp")
        self._file: BinaryIO = open(self._temporary, "wb", opener=private)  # noqa: SIM115
        self._sections: dict[str, tuple[int, int]] = {}
        self._offset = 0
        self._section_start = 0
        self._page = bytearray()
        self._checksums = bytearray()

    def begin(self) -> None:
        """Start a section; it is named when it ends."""
        self._write(bytes(-self._offset % 8))
        self._section_start = self._offset

    def append(self, data: bytes | bytearray | memoryview) -> None:
        """Add ``data`` to the section that was begun."""
        self._write(data)

    def end(self, name: str) -> None:
        """The section that was begun ends here; ``name`` is what it is read by."""
        self._sections[name] = (self._section_start, self._offset - self._section_start)

    def section(self, name: str, data: bytes | bytearray | memoryview) -> None:
        """A whole section at once."""
        self.begin()
        self.append(data)
        self.end(name)

    @property
    def section_size(self) -> int:
        """Bytes in the section that was begun."""
        return self._offset - self._section_start

    def _write(self, data: bytes | bytearray | memoryview) -> None:
        view = memoryview(data).cast("B")
        try:
            self._file.write(view)
        except OSError:
            self.abandon()
            raise
        self._offset += len(view)
        at = 0
        while at < len(view):
            room = PAGE - len(self._page)
            self._page += view[at : at + room]
            at += room
            if len(self._page) == PAGE:
                self._checksums += struct.pack("<I", zlib.crc32(self._page))
                self._page.clear()

    def abandon(self) -> None:
        """Leave nothing of the file; on a full disk what was written of it takes the last room."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self._temporary.unlink(missing_ok=True)

    def finish(self, about: dict[str, Any]) -> int:
        """Write the directory with ``about`` in it, and give the file its name; its size."""
        if self._page:
            self._checksums += struct.pack("<I", zlib.crc32(self._page))
        directory = json.dumps({"sections": self._sections, "about": about}).encode()
        tail = bytes(self._checksums) + directory
        trailer = _TRAILER.pack(
            self._offset, len(self._checksums), len(directory), zlib.crc32(tail), FORMAT, _MAGIC
        )
        try:
            self._file.write(tail)
            self._file.write(trailer)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError:
            self.abandon()
            raise
        self._file.close()
        self._temporary.replace(self.path)
        return self._offset + len(tail) + len(trailer)


class SectionFile:
    """A file of sections, mapped into memory; every page is verified when first touched.

    Raises :class:`IndexDamaged` where a checksum does not fit, :class:`IndexVersionUnknown`
    where another format wrote the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < _TRAILER.size:
                raise IndexDamaged(str(path), "too short")
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._view = memoryview(self._map)
        body, table_size, directory_size, checksum, version, magic = _TRAILER.unpack(
            self._view[size - _TRAILER.size :]
        )
        if magic != _MAGIC:
            raise IndexDamaged(str(path), "no trailer")
        tail = self._view[body : size - _TRAILER.size] if body <= size else memoryview(b"")
        if len(tail) != table_size + directory_size or zlib.crc32(tail) != checksum:
            raise IndexDamaged(str(path), "directory checksum")
        if version != FORMAT:
            raise IndexVersionUnknown(str(path.parent), version, FORMAT)
        if table_size != 4 * -(-body // PAGE):
            raise IndexDamaged(str(path), "page table")
        self._size = size
        self._body = body
        self._checksums = bytes(tail[:table_size])
        self._verified = bytearray(len(self._checksums) // 4)
        directory = json.loads(bytes(tail[table_size:]))
        self.about: dict[str, Any] = directory["about"]
        self._sections: dict[str, list[int]] = directory["sections"]

    def __contains__(self, name: str) -> bool:
        return name in self._sections

    def size(self, name: str) -> int:
        """Bytes in section ``name``."""
        return self._sections[name][1]

    def read(self, name: str, start: int = 0, end: int | None = None) -> memoryview:
        """Bytes ``start`` to ``end`` of section ``name``, verified, without copying."""
        offset, size = self._sections[name]
        stop = size if end is None else end
        if not 0 <= start <= stop <= size:
            raise IndexDamaged(str(self.path), f"{name} ends early")
        first, last = offset + start, offset + stop
        if last > first:
            self._verify(first // PAGE, (last - 1) // PAGE)
        return self._view[first:last]

    def verify_all(self) -> None:
        """Check every page of the file."""
        if self._verified:
            self._verify(0, len(self._verified) - 1)

    def _verify(self, first: int, last: int) -> None:
        verified = self._verified
        if verified.find(0, first, last + 1) < 0:
            return
        for page in range(first, last + 1):
            if verified[page]:
                continue
            data = self._view[page * PAGE : min((page + 1) * PAGE, self._body)]
            (expected,) = struct.unpack_from("<I", self._checksums, 4 * page)
            if zlib.crc32(data) != expected:
                raise IndexDamaged(str(self.path), f"checksum of page {page}")
            verified[page] = 1

    def check_size(self) -> None:
        """Raises :class:`IndexDamaged` where the file was cut off, or put upon, since.

        What was verified may then read as zeros.
        """
        try:
            size = self.path.stat().st_size
        except FileNotFoundError:
            return  # It was merged into another: what is mapped stays.
        if size != self._size:
            raise IndexDamaged(str(self.path), f"{size:,} bytes long, not {self._size:,}")

    def forget(self) -> None:
        """Let the pages that were read go from memory; they come back when they are read again.

        For whoever reads a file through from end to end: its pages would count as this
        process's memory until the end.
        """
        if hasattr(self._map, "madvise") and hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def close(self) -> None:
        """Unmap the file, unless parts of it are still in use (they then unmap it)."""
        try:
            self._view.release()
            self._map.close()
        except BufferError:
            pass
