"""tar archives, read as a stream: the articles of their members, one after the other."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.nesting import (
    MAX_MEMBERS,
    OpenMember,
    TooMuch,
    documents_in,
    opened,
)
from newsgrep.ingest.formats.containers.zip_archive import is_hidden
from newsgrep.ingest.formats.other_names import is_other_name
from newsgrep.ingest.raw_document import RawDocument, Unreadable

NAMES = (".tar", ".tgz", ".tbz2", ".txz")


def matches(head: bytes, name: str) -> bool:
    return head[257:262] == b"ustar" or (name.endswith(".tar") and len(head) >= 512)


def read(
    stream: BinaryIO, name: str, open_member: OpenMember
) -> Iterator[RawDocument | Unreadable]:
    try:
        archive = tarfile.open(fileobj=stream, mode="r|", errorlevel=0)  # noqa: SIM115
    except (tarfile.TarError, OSError, ValueError) as error:
        raise UnreadableFile(f"damaged tar: {error}") from None
    number = seen = 0
    try:
        for info in archive:
            seen += 1
            if seen > MAX_MEMBERS:
                raise TooMuch(f"tar of more than {MAX_MEMBERS:,} members")
            # Links and devices are never followed; members are never written anywhere.
            if not info.isreg() or is_hidden(info.name) or is_other_name(info.name):
                continue
            source = archive.extractfile(info)
            if source is None:
                continue
            # A member of a tar is as large as it says: only what it holds can unpack.
            member = opened(source, stream, info.size)
            for document in documents_in(member, info.name, number, open_member):
                number = document.record
                yield document
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise UnreadableFile(f"damaged tar: {error}") from None
