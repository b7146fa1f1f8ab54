"""Files within files: how deep, how many and how large they may be.

What is packed can unpack to anything. Every stream that comes out of a container is counted
against the size of the file that it came from.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import IO, BinaryIO

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.raw_document import RawDocument, Unreadable

MAX_DEPTH = 4
"""Containers within containers."""
MAX_MEMBERS = 200_000
MAX_UNPACKED = 8 << 30
"""Bytes that one file may unpack to, all in all."""
MAX_RATIO = 200
"""More than this many times its packed size is a bomb, beyond the first :data:`FREE` bytes."""
FREE = 4 << 20
_IN_MEMORY = 16 << 20


class TooMuch(UnreadableFile):
    """A container that unpacks to more than any honest one does."""


class Budget:
    """Counts what comes out of one file against what it takes on disk (bytes)."""

    def __init__(self, packed: int) -> None:
        self.packed = packed
        self.unpacked = 0

    def spend(self, count: int) -> None:
        """Raises :class:`TooMuch` where the proportion is past belief."""
        self.unpacked += count
        if self.unpacked > MAX_UNPACKED or (
            self.unpacked > FREE and self.unpacked > MAX_RATIO * max(self.packed, 1)
        ):
            raise TooMuch(f"unpacks to over {self.unpacked >> 20} MB")


class _Counted(io.RawIOBase):
    """A raw stream whose bytes are counted as they are read."""

    def __init__(self, source: IO[bytes], budget: Budget) -> None:
        self._source = source
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        data = self._source.read(len(buffer))
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


class Member(io.BufferedReader):
    """A stream out of a container, which knows how deep it is."""

    def __init__(self, source: IO[bytes], budget: Budget, depth: int) -> None:
        super().__init__(_Counted(source, budget), 1 << 16)
        self.budget = budget
        self.depth = depth


def opened(source: IO[bytes], within: BinaryIO, packed: int) -> Member:
    """``source``, which comes out of ``within``, as a counted stream one level deeper.

    ``packed`` is the size of the outermost file in bytes, where ``within`` is that file.
    Raises :class:`TooMuch` where it is too deep.
    """
    depth = getattr(within, "depth", 0) + 1
    if depth > MAX_DEPTH:
        raise TooMuch(f"more than {MAX_DEPTH} containers inside one another")
    budget = getattr(within, "budget", None) or Budget(packed)
    return Member(source, budget, depth)


def size_of(stream: BinaryIO) -> int:
    """Bytes in a seekable stream; the position stays."""
    at = stream.tell()
    end = stream.seek(0, io.SEEK_END)
    stream.seek(at)
    return end


def seekable(stream: BinaryIO) -> BinaryIO:
    """``stream`` itself, or a copy of it that can be read in any order."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - given away
    while piece := stream.read(1 << 18):
        copy.write(piece)
    copy.seek(0)
    copy.depth = getattr(stream, "depth", 0)  # type: ignore[attr-defined]
    copy.budget = getattr(stream, "budget", None)  # type: ignore[attr-defined]
    return copy  # type: ignore[return-value]


OpenMember = Callable[[BinaryIO, str], Iterator[RawDocument | Unreadable]]
"""The documents of a stream by its name: what containers are handed to read their members."""


def documents_in(
    member: Member, name: str, before: int, open_member: OpenMember
) -> Iterator[RawDocument | Unreadable]:
    """The documents of a ``member`` of a container, counted on from ``before``.

    ``open_member`` reads it, going by its ``name``. One that cannot be read (further) is one of
    them, one that holds no articles none. Raises :class:`TooMuch`.
    """
    number = before
    try:
        for document in open_member(member, name):
            number += 1
            if isinstance(document, Unreadable):
                yield Unreadable(number, f"{name}: {document.reason}", document.scanned)
            else:
                part = f"{name}, {document.part}" if document.part else name
                yield replace(document, record=number, part=part)
    except NotArticles:
        return
    except TooMuch:
        raise
    except UnreadableFile as error:
        yield Unreadable(number + 1, f"{name}: {error.message}", error.scanned)
