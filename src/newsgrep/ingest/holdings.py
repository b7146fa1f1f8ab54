"""What an index holds: numbers of its articles, and what is known of the files."""

from __future__ import annotations

from newsgrep.ingest.catalog import inventory_of
from newsgrep.ingest.presence import is_empty, is_there
from newsgrep.stats import Stats, Totals
from newsgrep.storage.folder import IndexFolder, Manifest


def stats_of(folder: IndexFolder, manifest: Manifest, totals: Totals) -> Stats:
    """What an index holds in one state, of which ``totals`` tells of the articles."""
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
