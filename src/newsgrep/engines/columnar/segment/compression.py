"""Blocks of bytes as zstd frames (RFC 8878)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import zstandard

from newsgrep.errors import IndexDamaged

if TYPE_CHECKING:
    from typing import BinaryIO

    from newsgrep.storage.section_file import SectionFile

LEVEL = 6
"""Denser ones take more time than they save in reading."""
QUICK = 1
"""For numbers, in which there is little to be found twice."""

PackingError = zstandard.ZstdError
"""What :func:`unpack` raises for bytes that are no frame."""

# Making one takes longer than unpacking a block of a dictionary; they are not thread-safe.
_of_thread = threading.local()


def pack(data: bytes, level: int = LEVEL) -> bytes:
    """``data`` as one frame."""
    return zstandard.compress(data, level)


def pack_numbers(numbers: memoryview) -> bytes:
    """The bytes of an array as one frame."""
    return pack(numbers.tobytes(), QUICK)


def unpacking(frame: bytes | memoryview) -> BinaryIO:
    """A stream of the bytes of a frame, which are unpacked as they are read."""
    stream: BinaryIO = zstandard.ZstdDecompressor().stream_reader(frame)
    return stream


def unpack(frame: bytes | memoryview) -> bytes:
    """The bytes of a frame."""
    try:
        decompress = _of_thread.decompress
    except AttributeError:
        decompress = _of_thread.decompress = zstandard.ZstdDecompressor().decompress
    data: bytes = decompress(frame)
    return data


def unpacked(file: SectionFile, section: str, start: int = 0, end: int | None = None) -> bytes:
    """What the frame at ``start`` to ``end`` of a section holds.

    Raises :class:`IndexDamaged` where it is no frame.
    """
    try:
        return unpack(file.read(section, start, end))
    except PackingError as error:
        raise IndexDamaged(str(file.path), f"{section}: {error}") from error
