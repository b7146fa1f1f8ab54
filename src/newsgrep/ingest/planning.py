"""What a run has to do: the state that it begins with, and what would be done."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from newsgrep.errors import NewsgrepError
from newsgrep.ingest.catalog import Inventory, read_inventory
from newsgrep.ingest.changes import Comparison
from newsgrep.ingest.events import Noted, Report
from newsgrep.ingest.presence import is_there, over
from newsgrep.ingest.reader import OpenFile
from newsgrep.storage.folder import REBUILD, IndexFolder, Manifest

Tell = Callable[[Noted], None]


def old_state(folder: IndexFolder, tell: Tell, *, rebuild: bool) -> Manifest:
    """The state that is committed; what can be known of it where a rebuild replaces it."""
    try:
        return folder.manifest()
    except NewsgrepError as error:
        if not rebuild:
            raise
        tell(Noted(f"{error.message}; building it anew"))
        return Manifest(roots=folder.salvaged_roots())


def note_move(folder: IndexFolder, old: Manifest, paths: Sequence[str], tell: Tell) -> None:
    """Say where the articles may be, if the index is elsewhere than it was."""
    if not old.home or old.home == str(folder.root):
        return
    for path in paths:
        stayed = os.path.normpath(os.path.join(old.home, folder.stored(path)))
        moved = _moved_with(path, old.home, str(folder.root))
        other = next((p for p in (stayed, moved) if p and is_there(p)), "")
        if other and not is_there(path):
            tell(
                Noted(
                    f"the index was at {old.home} before, and {path} is not there; if its "
                    f"articles are those at {other}, say: newsgrep index {other}"
                )
            )


def begin_rebuild(folder: IndexFolder, old: Manifest, tell: Tell) -> Manifest:
    """The state of a rebuild that was interrupted, or an empty one of the next generation."""
    try:
        unfinished = folder.manifest(REBUILD)
    except NewsgrepError:
        unfinished = Manifest()
    if unfinished.generation > old.generation:
        tell(Noted(f"going on with a rebuild: {unfinished.articles} articles are done"))
        return unfinished
    return Manifest(generation=old.generation)


def old_inventory(folder: IndexFolder, old: Manifest, tell: Tell) -> Inventory:
    """The files read before, as far as that is still known."""
    try:
        return read_inventory(folder.path, old.inventory)
    except (NewsgrepError, OSError) as error:
        tell(Noted(f"the list of files read before is lost ({error})"))
        return {}


def not_under(folder: IndexFolder, paths: Sequence[str], inventory: Inventory) -> list[str]:
    """Files of the old index that no given path covers; a rebuild keeps their articles."""
    tops = {folder.stored(path) for path in paths}
    return [
        path for path, entry in inventory.items() if entry.articles and over(path, tops) is None
    ]


def foresee(found: Comparison, inventory: Inventory, report: Report) -> None:
    """Report what would be done."""
    to_read = []
    lost = {inventory[path].hash: path for path in found.gone if path in inventory}
    for task in found.tasks:
        # What is in a file is only known when it is read; a file counts as one article.
        known, digest = task.known, ""
        if known is not None or lost:
            digest = _hash_of(task.path)
        same = known is not None and known.hash == digest and not task.again
        if known is not None and same and not known.stopped_after:
            report.unchanged += known.articles
            continue
        to_read.append(task)
        if known is not None and known.articles:
            report.changed += known.articles
        elif digest and digest in lost:
            report.moved += inventory[lost.pop(digest)].articles
        else:
            report.added += 1
    report.files = len(to_read)
    report.bytes = sum(task.size for task in to_read)
    gone = sum(inventory[path].articles for path in found.gone if path in inventory)
    report.removed = gone - report.moved


def _moved_with(path: str, home: str, now: str) -> str:
    """Where ``path`` is if it moved together with an index from ``home`` to ``now``."""
    old, new = home.split(os.sep), now.split(os.sep)
    while old and new and old[-1] == new[-1]:
        old.pop()
        new.pop()
    top = os.sep.join(old)
    return os.sep.join(new) + path[len(top) :] if top and over(path, {top}) else ""


def _hash_of(path: str) -> str:
    """The hash of a file's content; an empty string where it cannot be read."""
    try:
        with OpenFile(path) as file:
            return file.hash
    except OSError:
        return ""
