"""Blocks of bytes as zstd frames (RFC 8878)."""

from __future__ import annotations

import threading

import zstandard

LEVEL = 6
"""Denser ones take more time than they save in reading."""

PackingError = zstandard.ZstdError
"""What :func:`unpack` raises for bytes that are no frame."""

# Making one takes longer than unpacking a block of a dictionary; they are not thread-safe.
_of_thread = threading.local()


def pack(data: bytes) -> bytes:
    """``data`` as one frame."""
    return zstandard.compress(data, LEVEL)


def unpack(frame: bytes | memoryview) -> bytes:
    """The bytes of a frame."""
    try:
        decompress = _of_thread.decompress
    except AttributeError:
        decompress = _of_thread.decompress = zstandard.ZstdDecompressor().decompress
    data: bytes = decompress(frame)
    return data
