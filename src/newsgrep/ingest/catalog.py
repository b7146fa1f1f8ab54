"""What was read: each file with its size, time, content hash, and what could not be read.

Kept as a snapshot and the changes since, each an immutable checksummed file that the manifest
names, so that it is committed together with the articles.
"""

from __future__ import annotations

import json
import secrets
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple

from newsgrep.errors import IndexDamaged
from newsgrep.ingest.formats.extras import is_installed_since
from newsgrep.ingest.shares import Reached
from newsgrep.storage.folder import IndexFolder
from newsgrep.storage.section_file import SectionFile, SectionWriter

_COMPACT_AFTER = 16
"""More files of changes than this are made one snapshot."""
MAX_FAILURES = 10_000
"""Records of one file that are set down as unreadable; more are only counted out."""


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
    stopped_after: Reached = ()
    """How far each of its shares was read when that was stopped; empty where all of it was read."""

    @property
    def is_scanned(self) -> bool:
        """Whether ``--ocr`` would read more of it."""
        return any(failure.scanned for failure in self.failures)

    @property
    def can_be_read_now(self) -> bool:
        """Whether an extra that it could not be read without has been installed since."""
        return any(is_installed_since(failure.reason) for failure in self.failures)

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
        for path, entry in _load(folder / name):
            if entry is None:
                entries.pop(path, None)
            else:
                entries[path] = entry
    return entries


def inventory_of(folder: IndexFolder) -> Inventory:
    """The committed inventory of an index. Raises :class:`NoIndexFound`, :class:`IndexDamaged`."""
    folder.require()
    return folder.read(lambda manifest: read_inventory(folder.path, manifest.inventory))


def _load(path: Path) -> Iterator[tuple[str, FileEntry | None]]:
    file = SectionFile(path)
    try:
        told = json.loads(zlib.decompress(file.read("entries")))
        hashes = bytes(file.read("hashes"))
        for gone in told["gone"]:
            yield gone, None
        mtimes, read_at, inodes = (accumulate(told[name]) for name in _STEPS)
        digests = (hashes[at : at + _HASH] for at in range(0, len(hashes), _HASH))
        rows = zip(
            told["paths"], told["sizes"], mtimes, read_at, digests, told["articles"],
            told["failures"], told["ctimes"], inodes, told["stopped_after"], strict=True,
        )  # fmt: skip
        for name, size, mtime, read, digest, articles, failures, ctime, inode, stopped in rows:
            yield name, FileEntry(
                size, mtime, read, digest.hex() if any(digest) else "", articles,
                tuple(Failure(*failure) for failure in failures),
                mtime + ctime if ctime is not None else 0, inode, _reached(stopped),
            )  # fmt: skip
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(str(path), str(error)) from error
    finally:
        file.close()


_STEPS = ("mtimes", "read_at", "inodes")
"""Columns that are written as the differences of neighbours, which are small."""
_HASH = 16
"""Bytes of a file's hash."""


def _write(folder: Path, entries: Changes) -> str:
    known = {path: entry for path, entry in entries.items() if entry is not None}
    rows = known.values()
    told = {
        "gone": [path for path, entry in entries.items() if entry is None],
        "paths": list(known),
        "sizes": [entry.size for entry in rows],
        "mtimes": _steps(entry.mtime for entry in rows),
        "read_at": _steps(entry.read_at for entry in rows),
        "articles": [entry.articles for entry in rows],
        "failures": [[_row(failure) for failure in entry.failures] for entry in rows],
        # Mostly the time of the content's change, or soon after it.
        "ctimes": [entry.ctime - entry.mtime if entry.ctime else None for entry in rows],
        "inodes": _steps(entry.inode for entry in rows),
        "stopped_after": [_number_or_list(entry.stopped_after) for entry in rows],
    }
    name = f"{secrets.token_hex(8)}.files"
    out = SectionWriter(folder / name)
    out.section("entries", zlib.compress(json.dumps(told).encode(), 6))
    out.section("hashes", b"".join(bytes.fromhex(entry.hash).ljust(_HASH, b"\0") for entry in rows))
    out.finish({"files": len(entries)})
    return name


def _steps(numbers: Iterable[int]) -> list[int]:
    """Each number less the one before it; :func:`accumulate` gives them back."""
    return [after - before for before, after in pairwise((0, *numbers))]


def _number_or_list(reached: Reached) -> int | Reached:
    """A number where it says all; 0 for a file that was read to its end, as most are."""
    return reached if len(reached) > 1 else sum(reached)


def _reached(told: int | list[int]) -> Reached:
    if isinstance(told, list):
        return tuple(told)
    return (told,) if told else ()


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
