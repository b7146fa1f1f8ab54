"""gzip around any of the other formats."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.raw import RawDocument, Unreadable

NAMES = (".gz",)

MAX_SIZE = 1 << 30
MAX_RATIO = 200
"""A member that unpacks to more than a mebibyte and this many times its size is refused."""


def matches(head: bytes, name: str) -> bool:
    return head.startswith(b"\x1f\x8b")


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    from newsgrep.sources.registry import read_stream

    inner_name = name.removesuffix(".gz")
    packed = _Counted(stream)
    with gzip.GzipFile(fileobj=packed) as unpacked:
        limited = _Limited(unpacked, packed)
        try:
            yield from read_stream(limited, inner_name)  # type: ignore[arg-type]
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise UnreadableFile(f"damaged gzip: {error}") from None


class _Counted:
    """Counts what was read of the compressed stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.count += len(data)
        return data

    def seek(self, *_: int) -> int:
        raise OSError("not seekable")


class _Limited:
    """An unpacked stream that stops where it grows out of all proportion."""

    def __init__(self, stream: gzip.GzipFile, packed: _Counted) -> None:
        self._stream = stream
        self._packed = packed
        self._count = 0

    def _checked(self, data: bytes) -> bytes:
        self._count += len(data)
        if self._count > MAX_SIZE or (
            self._count > 1 << 20 and self._count > MAX_RATIO * max(self._packed.count, 1)
        ):
            raise UnreadableFile(f"gzip that unpacks to over {self._count >> 20} MB")
        return data

    def read(self, size: int = -1) -> bytes:
        if size >= 0:
            return self._checked(self._stream.read(size))
        pieces = []
        while piece := self._checked(self._stream.read(1 << 18)):
            pieces.append(piece)
        return b"".join(pieces)

    def readline(self, size: int = -1) -> bytes:
        return self._checked(self._stream.readline(size))

    def peek(self, size: int) -> bytes:
        return self._stream.peek(size)[:size]
