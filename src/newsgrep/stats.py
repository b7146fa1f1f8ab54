"""What an archive holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgrep.storage.folder import IndexFolder, Manifest


@dataclass(frozen=True, slots=True)
class Totals:
    """What an index holds, in numbers."""

    articles: int
    words: int
    terms: int
    first_date: str
    last_date: str
    dated: int
    sources: dict[str, int]
    languages: dict[str, int]


@dataclass(frozen=True, slots=True)
class Stats:
    """What an archive holds."""

    index: str
    totals: Totals
    files: int
    failures: int
    bytes: int
    """Size of the index."""
    committed: str
    """When it was last written, in UTC, ISO 8601."""
    roots: tuple[str, ...]
    """The files and folders that were given to be indexed."""
    missing: tuple[str, ...] = ()
    """Those of them that are not there now, or are empty."""
    unfinished: tuple[str, ...] = ()
    """Files of which only a part is indexed, as the run was stopped."""


def stats_of(folder: IndexFolder, manifest: Manifest, totals: Totals) -> Stats:
    """What an index holds in one state, of which ``totals`` tells of the articles."""
    from newsgrep.ingest.catalog import inventory_of
    from newsgrep.ingest.presence import is_empty, is_there

    inventory = inventory_of(folder)
    return Stats(
        index=folder.name,
        totals=totals,
        files=sum(1 for entry in inventory.values() if entry.articles),
        failures=sum(len(entry.failures) for entry in inventory.values()),
        bytes=folder.size(),
        committed=manifest.committed,
        roots=tuple(folder.shown(root) for root in manifest.roots),
        missing=tuple(
            folder.shown(root)
            for root in manifest.roots
            if folder.is_own(root)
            if not is_there(path := folder.absolute(root)) or is_empty(path)
        ),
        unfinished=tuple(
            folder.shown(path) for path, entry in sorted(inventory.items()) if entry.stopped_after
        ),
    )
