"""What was read: each file with its size, time, content hash, and what could not be read.

Kept as a snapshot and the changes since, each an immutable checksummed file that the manifest
names, so that it is committed together with the articles.
"""

from __future__ import annotations

import json
import secrets
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from newsgrep.errors import IndexDamaged
from newsgrep.storage.folder import IndexFolder
from newsgrep.storage.section_file import SectionFile, SectionWriter

_COMPACT_AFTER = 16
"""More files of changes than this are made one snapshot."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What of a file could not be read; ``record`` is 0 for all of it."""

    record: int
    reason: str
    scanned: bool = False
    """Whether ``--ocr`` would read it."""


@dataclass(frozen=True, slots=True)
class Foreign(Failure):
    """The file is of a kind that holds no articles newsgrep can read."""


class FileEntry(NamedTuple):
    """A file as it was when it was read; times in nanoseconds since 1970."""

    size: int
    mtime: int
    read_at: int
    hash: str
    articles: int
    failures: tuple[Failure, ...] = ()
    ctime: int = 0
    """When the file's inode last changed, which no program can set back; 0 where not known."""
    inode: int = 0
    """0 where not known."""
    stopped_after: int = 0
    """Records that were dealt with when its reading was stopped; 0 where all of it was read."""

    @property
    def is_scanned(self) -> bool:
        """Whether ``--ocr`` would read more of it."""
        return any(failure.scanned for failure in self.failures)

    def looks_unchanged(self, size: int, mtime: int, ctime: int = 0, inode: int = 0) -> bool:
        """Whether a file of this size and these times need not be read again.

        A file written to within two seconds of being read may have changed since without
        its time showing it, on file systems with coarse clocks. What is 0 is not compared.
        """
        if size != self.size or mtime != self.mtime or self.stopped_after:
            return False
        if ctime and self.ctime and ctime != self.ctime:
            return False
        if inode and self.inode and inode != self.inode:
            return False
        return max(mtime, ctime) + 2_000_000_000 < self.read_at


Inventory = dict[str, FileEntry]
"""Entries by stored path."""

Changes = dict[str, FileEntry | None]
"""New entries by stored path; None for files that are gone."""


def read_inventory(folder: Path, names: Iterable[str]) -> Inventory:
    """The inventory that the files ``names`` add up to. Raises :class:`IndexDamaged`."""
    entries: Inventory = {}
    for name in names:
        for path, values in _load(folder / name):
            if values is None:
                entries.pop(path, None)
            else:
                size, mtime, read_at, digest, articles, failures, *rest = values
                failed = tuple(Failure(*f) for f in failures)
                entries[path] = FileEntry(size, mtime, read_at, digest, articles, failed, *rest)
    return entries


def inventory_of(folder: IndexFolder) -> Inventory:
    """The committed inventory of an index. Raises :class:`NoIndexFound`, :class:`IndexDamaged`."""
    folder.require()
    return folder.read(lambda manifest: read_inventory(folder.path, manifest.inventory))


def _load(path: Path):  # type: ignore[no-untyped-def]
    file = SectionFile(path)
    try:
        return json.loads(zlib.decompress(file.read("entries")))
    except (zlib.error, ValueError) as error:
        raise IndexDamaged(str(path), str(error)) from error
    finally:
        file.close()


def _write(folder: Path, entries: Changes) -> str:
    rows = [
        [
            path,
            None
            if entry is None
            else [
                entry.size, entry.mtime, entry.read_at, entry.hash, entry.articles,
                [_row(failure) for failure in entry.failures],
                entry.ctime, entry.inode, entry.stopped_after,
            ],
        ]
        for path, entry in entries.items()
    ]  # fmt: skip
    name = f"{secrets.token_hex(8)}.files"
    out = SectionWriter(folder / name)
    out.section("entries", zlib.compress(json.dumps(rows).encode(), 6))
    out.finish({"files": len(rows)})
    return name


def _row(failure: Failure) -> list[object]:
    row: list[object] = [failure.record, failure.reason]
    return [*row, True] if failure.scanned else row


def write_inventory(folder: Path, inventory: Inventory) -> tuple[str, ...]:
    """Write all of an inventory anew, without what it was before; the name of the file."""
    return (_write(folder, dict(inventory)),)


def write_changes(
    folder: Path, names: tuple[str, ...], inventory: Inventory, changes: Changes
) -> tuple[str, ...]:
    """Apply ``changes`` to ``inventory``; the names of the files that now hold it."""
    for path, entry in changes.items():
        if entry is None:
            inventory.pop(path, None)
        else:
            inventory[path] = entry
    if not changes:
        return names
    if len(names) >= _COMPACT_AFTER:
        return write_inventory(folder, inventory)
    return (*names, _write(folder, changes))
