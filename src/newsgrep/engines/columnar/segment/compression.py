"""Blocks of bytes as zstd frames (RFC 8878)."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import zstandard

if TYPE_CHECKING:
    from typing import BinaryIO

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
