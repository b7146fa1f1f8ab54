"""The file that an article is from, as it was when it was indexed, and no other in its place."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from newsgrep.ingest.catalog import FileEntry, inventory_of
from newsgrep.serve.problems import Problem

if TYPE_CHECKING:
    from newsgrep.archive import Archive

PIECE = 1 << 16
"""Bytes that are sent at a time."""


def file_of(archive: Archive, named: str) -> dict[str, Any]:
    """Where the file of an article is, and what it looked like when it was read.

    Raises :class:`ArticleNotFound` and :class:`ArticleAmbiguous`.
    """
    match = archive.match(named)
    article = archive.snapshot.article(match)
    folder = archive.folders[archive.snapshot.source(match)]
    known = inventory_of(folder).get(article.path)
    if known is None:
        raise Problem("no-page", "nothing is known of the file of the article")
    return {"path": os.path.abspath(archive.shown(match)), "known": known._replace(failures=())}


def opened(path: str, known: list[Any]) -> tuple[BinaryIO, int]:
    """The file, opened, and its size.

    It is looked at once it is open: what was put in its place, a link among others, is not what
    was indexed. Raises :class:`Problem`.
    """
    entry = FileEntry(*known)
    # A pipe in its place is not waited for.
    how = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        file = os.fdopen(os.open(path, how), "rb")
    except OSError:  # fdopen refuses a folder
        raise Problem("no-page", "the file of the article is gone") from None
    there = os.fstat(file.fileno())
    same = stat.S_ISREG(there.st_mode) and (
        (there.st_size, there.st_mtime_ns) == (entry.size, entry.mtime)
    )
    if not same or (entry.inode and there.st_ino != entry.inode):
        file.close()
        raise Problem("no-page", "the file of the article has changed", "newsgrep index")
    return file, there.st_size


def pieces(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file, which is closed behind them."""
    with file:
        while piece := file.read(PIECE):
            yield piece
