"""What was read made part of the index: commits, moves, merges and near-copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from newsgrep.errors import NewsgrepError
from newsgrep.ingest.background_merge import Merge
from newsgrep.ingest.catalog import Changes, FileEntry, Inventory, write_changes
from newsgrep.ingest.messages import Outcome, State
from newsgrep.ingest.pool import Done
from newsgrep.ingest.presence import is_gone
from newsgrep.ingest.time_limit import BrokenOff, break_off, breakable
from newsgrep.storage.folder import IndexFolder, Manifest
from newsgrep.storage.section_file import SectionFile
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine


class Committing:
    """The state of an index during a run, and how it goes on from one commit to the next."""

    def __init__(
        self,
        folder: IndexFolder,
        engine: Engine,
        manifest: Manifest,
        inventory: Inventory,
        target: str,
        stopped: Callable[[], bool],
    ) -> None:
        """``target`` names the manifest that is written."""
        self.manifest = manifest
        self.inventory = inventory
        self._folder = folder
        self._engine = engine
        self._target = target
        self._stopped = stopped
        self._merge: Merge | None = None
        self._written = 0
        """Bytes of the segments that were written in this run."""
        self._outcomes: list[Outcome] = []
        self._segments: list[SegmentRef] = []
        self._read_in_part: dict[str, int] = {}
        """Articles read in this run of files of which more is to be read."""
        self._set_down: Changes = {}
        self._grouping = False
        self._grouped = manifest.segments if _are_grouped(folder, manifest) else ()
        """The segments whose near-copies were grouped when the run began."""
        self._lost: dict[str, list[str]] | None = None
        """Files that were not seen in this run, by the hash of what they held."""
        self._seen: Callable[[str], bool] = lambda stored: True
        self.removed = 0
        """Articles of files that are gone."""
        self.moved = 0
        """Articles of files that were found again by another path."""
        self.moved_added = 0
        """How many of those were read anew in this run."""

    def stop(self) -> None:
        """Leave the grouping of near-copies to the next run; for signal handlers."""
        if self._grouping:
            break_off()

    def look_for_moved(self, seen: Callable[[str], bool]) -> None:
        """Let files take the place of those with the same content that are not there any more.

        ``seen`` tells of a stored path whether its file is there.
        """
        self._lost = None
        self._seen = seen

    def take(self, done: Done) -> None:
        """Take what was read, to be committed."""
        self._outcomes += done.outcomes
        self._segments += done.segments

    def commit(self, gone: Iterable[str] = ()) -> None:
        """Commit what was taken, and remove the articles of the files that are gone."""
        changes, self._set_down = self._set_down, {}
        replaced: set[str] = set()
        for outcome in self._outcomes:
            task = outcome.task
            changes[task.stored] = outcome.entry
            if outcome.state is not State.READ:
                continue
            if task.known is not None and not outcome.goes_on:
                replaced.add(task.stored)
                if not outcome.entry.stopped_after:
                    self.removed += max(0, task.known.articles - outcome.entry.articles)
                continue
            read = self._read_in_part.pop(task.stored, 0) + outcome.read
            if outcome.entry.stopped_after:
                self._read_in_part[task.stored] = read
            old = self._moved_from(outcome.entry)
            if old is not None:
                # Of one that had been read in part, the rest is new.
                moved = min(self.inventory[old].articles, outcome.entry.articles)
                self.moved += moved
                self.moved_added += min(read, moved)
                changes[old] = None
        for stored in gone:
            if stored in self.inventory and stored not in changes:
                self.removed += self.inventory[stored].articles
                changes[stored] = None
        replaced.update(stored for stored, entry in changes.items() if entry is None)
        segments = self._segments
        self._outcomes, self._segments = [], []
        if changes or segments:
            self.write(segments, changes, replaced)

    def _moved_from(self, entry: FileEntry) -> str | None:
        """The stored path of a file that is gone and held the same as a new one."""
        if entry.stopped_after or not entry.articles:
            return None
        if self._lost is None:
            self._lost = {}
            for stored, other in self.inventory.items():
                own = self._folder.is_own(stored)
                if own and other.articles and other.hash and not self._seen(stored):
                    self._lost.setdefault(other.hash, []).append(stored)
        for stored in self._lost.get(entry.hash, ()):
            if stored in self.inventory and is_gone(self._folder.absolute(stored)):
                self._lost[entry.hash].remove(stored)
                return stored
        return None

    def set_down(self, entries: Changes) -> None:
        """Take what could not be looked at, to be committed with the rest."""
        self._set_down = entries

    def renew(self) -> None:
        """Write the manifest once more, if nothing that was committed did so."""
        if self._folder.manifest(self._target).roots != self.manifest.roots:
            self._put()

    def is_pending(self, path: str) -> bool:
        """Whether something of the stored ``path`` was taken and is not committed yet."""
        return any(outcome.task.stored == path for outcome in self._outcomes)

    def write(self, segments: Sequence[SegmentRef], changes: Changes, replaced: set[str]) -> None:
        """Commit ``segments`` and ``changes``; earlier articles of the files ``replaced`` go."""
        folder = self._folder.path
        self._written += sum(ref.bytes for ref in segments)
        if replaced:
            # What is deleted now must be deleted in the merged segment, too.
            self._end_merge()
        kept = self._engine.delete_files(folder, self.manifest.segments, replaced)
        inventory = write_changes(folder, self.manifest.inventory, self.inventory, changes)
        self._put(segments=(*kept, *segments), inventory=inventory)
        self.go_on_merging()

    def _put(self, **changes: Any) -> None:
        changed = self.manifest._replace(**changes)
        self.manifest = self._folder.commit(changed, self._target)

    def go_on_merging(self) -> None:
        """Commit a merge that is done, and begin the next one that is due."""
        if self._merge is not None and self._merge.is_done:
            self._end_merge()
        # Who stops a run wants it to end soon; the next one merges.
        if self._merge is None and not self._stopped():
            chosen = self._engine.to_merge(self.manifest.segments)
            if chosen:
                self._merge = Merge(self._engine, self._folder.path, chosen)

    def _end_merge(self) -> None:
        """Wait for the merge in hand, if there is one, and commit it; leave it if stopped."""
        if self._merge is None:
            return
        merge, self._merge = self._merge, None
        if not merge.wait(self._stopped):
            return
        merged = merge.result()
        names = {ref.name for ref in merge.segments}
        segments = [ref for ref in self.manifest.segments if ref.name not in names]
        if merged.articles:
            segments.append(merged)
        self._put(segments=tuple(segments))

    def finish(self) -> None:
        """Merge until nothing is left to be merged, and group the near-copies."""
        self.go_on_merging()
        while self._merge is not None:
            self._end_merge()
            self.go_on_merging()
        small = self._engine.to_tidy(self.manifest.segments, self._written)
        if small and not self._stopped():
            self._merge = Merge(self._engine, self._folder.path, small)
            self._end_merge()
        if not self._stopped():
            self._group_copies()
        if not (self._folder.path / self._target).is_file():
            self._put()

    def _group_copies(self) -> None:
        """Find the near-copies anew, where articles came or went."""
        if self.manifest.clusters and self.manifest.segments == self._grouped:
            return
        if not self.manifest.segments and not self.manifest.clusters:
            return
        self._grouping = True
        try:
            with breakable():
                clusters = self._engine.cluster(self._folder.path, self.manifest.segments)
        except BrokenOff:
            return
        finally:
            self._grouping = False
        self._put(clusters=clusters)


def _are_grouped(folder: IndexFolder, manifest: Manifest) -> bool:
    """Whether the near-copies in all segments are grouped; a run that was stopped leaves some."""
    if not manifest.clusters:
        return False
    try:
        file = SectionFile(folder.path / manifest.clusters)
    except (NewsgrepError, OSError):
        return False
    known = set(file.about["segments"])
    file.close()
    return known == {ref.name for ref in manifest.segments}
