"""A stream of which the beginning was read already."""

from __future__ import annotations

import io
from typing import BinaryIO


class _Rejoined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        data = self._head[: len(buffer)] or self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def rejoined(head: bytes, rest: BinaryIO) -> io.BufferedReader:
    """A stream from its beginning: ``head``, which was read of it, and the ``rest``."""
    return io.BufferedReader(_Rejoined(head, rest))
