"""zip archives: the articles of their members, one after the other."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.nesting import (
    MAX_MEMBERS,
    Budget,
    OpenMember,
    TooMuch,
    documents_in,
    opened,
    seekable,
    size_of,
)
from newsgrep.ingest.formats.other_names import is_other_name
from newsgrep.ingest.formats.unread_kinds import refuse_zip
from newsgrep.ingest.raw_document import RawDocument, Unreadable

NAMES = (".zip", ".wacz")


def matches(head: bytes, name: str) -> bool:
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(
    stream: BinaryIO, name: str, open_member: OpenMember
) -> Iterator[RawDocument | Unreadable]:
    file = seekable(stream)
    packed = size_of(file)
    archive = open_zip(file)
    number = 0
    refuse_zip(archive, name)
    of_pages = _WACZ in archive.NameToInfo and any(
        member.startswith("archive/") for member in archive.NameToInfo
    )
    for info in members(archive, packed):
        if of_pages and not info.filename.startswith("archive/"):
            continue  # indexes of its pages, and lists of them
        if is_hidden(info.filename) or is_other_name(info.filename):
            continue
        try:
            with archive.open(info) as source:
                member = opened(source, file, packed)
                for document in documents_in(member, info.filename, number, open_member):
                    number = document.record
                    yield document
        except DAMAGES as error:
            number += 1
            yield Unreadable(number, f"{info.filename}: {reason_of(error)}")


_WACZ = "datapackage.json"
"""The member that lists those of a web archive as Webrecorder packs it (WACZ)."""

DAMAGES = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError,
)  # fmt: skip
"""What reading a damaged, encrypted or odd member raises."""


def reason_of(error: Exception) -> str:
    """Why a member could not be read, in a few words."""
    if "password" in str(error):
        return "encrypted"
    return f"damaged ({error})" if str(error) else f"damaged ({type(error).__name__})"


def open_zip(file: BinaryIO) -> zipfile.ZipFile:
    """The archive in a seekable stream. Raises :class:`UnreadableFile`."""
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        raise UnreadableFile(f"damaged zip: {error}") from None


def checked(stream: BinaryIO) -> BinaryIO:
    """A zipped document that unpacks to no more than it may. Raises :class:`UnreadableFile`."""
    file = seekable(stream)
    packed = size_of(file)
    budget = Budget(packed)
    for info in members(open_zip(file), packed):
        budget.spend(info.file_size)
    file.seek(0)
    return file


def open_checked(stream: BinaryIO) -> zipfile.ZipFile:
    """A zipped document, opened; see :func:`checked`."""
    return open_zip(checked(stream))


def members(archive: zipfile.ZipFile, packed: int) -> list[zipfile.ZipInfo]:
    """The files in an archive of ``packed`` bytes, in its order.

    Raises :class:`TooMuch` for members that overlap, which is how a small zip holds petabytes
    (D. Fifield, *A better zip bomb*, WOOT 2019), and for too many of them.
    """
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_MEMBERS:
        raise TooMuch(f"zip of {len(infos):,} members")
    end = 0
    for info in sorted(infos, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise TooMuch("zip whose members overlap")
        end = info.header_offset + info.compress_size
    if end > packed:
        raise UnreadableFile("damaged zip: members reach beyond its end")
    return infos


def is_hidden(name: str) -> bool:
    """Whether a member is hidden, or what macOS adds.

    One that names a folder above (``../a.txt``) is read like others: nothing is unpacked to a disk.
    """
    parts = (part for part in name.replace("\\", "/").split("/") if part not in (".", ".."))
    return any(part.startswith((".", "__MACOSX")) for part in parts)
