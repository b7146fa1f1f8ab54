"""gzip, bzip2 and xz around any of the other formats."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.nesting import Budget, OpenMember, TooMuch, opened
from newsgrep.ingest.raw_document import RawDocument, Unreadable

NAMES = (".gz", ".bz2", ".xz")

_MAGIC = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz"}
MAX_XZ_MEMORY = 128 << 20
"""Bytes of dictionary that an xz file may ask for."""


def matches(head: bytes, name: str) -> bool:
    return head.startswith(tuple(_MAGIC)) and not name.endswith((".warc.gz", ".arc.gz"))


def read(
    stream: BinaryIO, name: str, open_member: OpenMember
) -> Iterator[RawDocument | Unreadable]:
    head = bytes(stream.peek(8)[:8])  # type: ignore[attr-defined]
    kind = next(kind for magic, kind in _MAGIC.items() if head.startswith(magic))
    packed = _Counted(stream)
    whole = _UpToDamage(_unpacking(kind, packed))  # type: ignore[arg-type]
    try:
        unpacked = opened(whole, stream, 0)  # type: ignore[arg-type]
        if not hasattr(stream, "budget"):
            packed.budget = unpacked.budget
        yield from open_member(unpacked, _inner_name(name))
        while whole.damage is None and unpacked.read(1 << 18):
            pass  # what a reader leaves unread may be damaged
    except TooMuch:
        raise
    except UnreadableFile as error:
        if whole.damage is None:
            raise
        what = "" if error.message == "empty file" else f" ({error.message})"
        raise UnreadableFile(f"damaged {kind}: {whole.damage}{what}") from None
    if whole.damage is not None:
        raise UnreadableFile(f"damaged {kind}: {whole.damage}; what stands before that was read")


def _inner_name(name: str) -> str:
    if name.endswith((".tgz", ".tbz2", ".txz")):
        return name.rsplit(".", 1)[0] + ".tar"
    return name.removesuffix(".gz").removesuffix(".bz2").removesuffix(".xz")


def _unpacking(kind: str, packed: BinaryIO) -> BinaryIO:
    match kind:
        case "gzip":
            return gzip.GzipFile(fileobj=packed)  # type: ignore[return-value]
        case "bzip2":
            return bz2.BZ2File(packed)  # type: ignore[return-value]
        case _:
            return _Xz(packed)  # type: ignore[return-value]


class _UpToDamage:
    """A stream that ends where what it unpacks is damaged, and says so afterwards."""

    def __init__(self, unpacking: BinaryIO) -> None:
        # Of what it unpacked before the damage, ``read`` would give nothing.
        self._read = getattr(unpacking, "read1", unpacking.read)
        self.damage: Exception | None = None

    def read(self, size: int) -> bytes:
        if self.damage is not None:
            return b""
        try:
            return bytes(self._read(size))
        except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError) as error:
            self.damage = error
            return b""


class _Xz:
    """An xz stream whose decoder may not take more memory than it is allowed."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._decoder = lzma.LZMADecompressor(lzma.FORMAT_AUTO, memlimit=MAX_XZ_MEMORY)

    def read(self, size: int) -> bytes:
        while not self._decoder.eof:
            data = self._packed.read(1 << 16) if self._decoder.needs_input else b""
            if self._decoder.needs_input and not data:
                raise EOFError("ends early")
            piece = self._decoder.decompress(data, size)
            if piece:
                return piece
        return b""


class _Counted:
    """Adds what is read of the packed stream to the budget that it allows."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.budget: Budget | None = None

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        if self.budget is not None:
            self.budget.packed += len(data)
        return data

    def seek(self, *_: int) -> int:
        raise OSError("not seekable")

    def seekable(self) -> bool:
        return False

    def readable(self) -> bool:
        return True
