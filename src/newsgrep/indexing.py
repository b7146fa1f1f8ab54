"""Keeping an index in step with its files: walk, compare, read, commit, merge."""

from __future__ import annotations

import contextlib
import gc
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsgrep.clock import can_interrupt
from newsgrep.comparing import Comparing, is_under
from newsgrep.engine.segments import SegmentRef
from newsgrep.errors import IndexDamaged, NewsgrepError, UsageError
from newsgrep.events import Event, Noted, Progress, Report, Warned
from newsgrep.index_folder import MANIFEST, REBUILD, IndexFolder, Manifest
from newsgrep.inventory import (
    Changes,
    Failure,
    FileEntry,
    Inventory,
    read_inventory,
    write_changes,
)
from newsgrep.merges import Merge
from newsgrep.reading import Reading, is_plain
from newsgrep.walking import NotRead, Selection
from newsgrep.worker import SELDOM, Outcome, Reader, State, Task
from newsgrep.workers import Done, Workers, batches

if TYPE_CHECKING:
    from newsgrep.engine.interface import Engine

DEFAULT_MEMORY = 512 << 20
MIN_MEMORY = 192 << 20
CHECKPOINT_SECONDS = 30.0
_MAIN_MEMORY = 92 << 20
"""What the main process takes, about (measured)."""
_FILE_MEMORY = 650
"""And what it takes for each file (measured)."""
_WORKER_MEMORY = 104 << 20
"""What a worker takes before it holds any articles (measured)."""
_SMALLEST_BUDGET = 24 << 20
_SMALL_RUN = 1 << 20
"""Fewer bytes than this are read without starting processes."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to index."""

    selection: Selection = field(default_factory=Selection)
    reading: Reading = field(default_factory=Reading)
    jobs: int = 0
    """Processes that read; 0 for as many as there are cores (and as memory allows)."""
    memory: int = DEFAULT_MEMORY
    """Bytes for the whole run, all processes together."""
    wait: float = 10.0
    """Seconds to wait for another writer."""
    rebuild: bool = False
    dry_run: bool = False


class Run:
    """One run of indexing; made for one call of :meth:`execute`."""

    def __init__(
        self, folder: IndexFolder, engine: Engine, options: Options, tell: Callable[[Event], None]
    ) -> None:
        self._folder = folder
        self._engine = engine
        self._options = options
        self._tell = tell
        self._report = Report(dry_run=options.dry_run, index=str(folder.path))
        self._target = REBUILD if options.rebuild else MANIFEST
        self._manifest = Manifest()
        self._grouped: tuple[SegmentRef, ...] = ()
        """The segments whose near-copies were grouped when the run began."""
        self._inventory: Inventory = {}
        self._unread: list[NotRead] = []
        self._stop = False
        self._workers: Workers | None = None
        self._merge: Merge | None = None
        self._written = 0
        """Bytes of the segments that were written in this run."""
        self._ready_outcomes: list[Outcome] = []
        self._ready_segments: list[SegmentRef] = []
        self._new_hashes: Counter[str] = Counter()

    def stop(self) -> None:
        """Finish the work in hand, commit, and end; for a signal handler."""
        self._stop = True
        if self._workers is not None:
            self._workers.stop()

    def execute(self, paths: Sequence[str]) -> Report:
        """Bring the index in step with the files at ``paths`` (absolute).

        With no paths, those that were given before. Raises :class:`NewsgrepError`.
        """
        started = time.monotonic()
        if self._options.dry_run and not self._folder.exists():
            self._plan_and_read(paths)
        else:
            self._folder.make()
            with self._folder.locked(self._options.wait):
                self._plan_and_read(paths)
        self._report.seconds = time.monotonic() - started
        self._report.interrupted = self._stop
        return self._report

    # Planning

    def _plan_and_read(self, given: Sequence[str]) -> None:
        old = self._old_state()
        paths = list(given) or [self._folder.absolute(root) for root in old.roots]
        if not paths:
            raise UsageError("nothing to index", "give a file or folder: newsgrep index FOLDER")
        carried: list[str] = []
        if self._options.rebuild:
            self._manifest = self._begin_rebuild(old)
            carried = self._not_under(paths, self._old_inventory(old))
        else:
            self._manifest = old
        self._grouped = self._manifest.segments if self._manifest.stories else ()
        self._inventory = read_inventory(self._folder.path, self._manifest.inventory)
        comparing = Comparing(self._folder, self._inventory, self._options.selection, self._tell)
        found = comparing.compare(paths, carried, given=bool(given))
        del comparing
        tasks, gone, self._unread = found.tasks, found.gone, found.unread
        self._report.unchanged += found.unchanged
        self._report.passed_over = found.passed_over
        if self._options.dry_run:
            self._report_plan(tasks, gone)
            return
        self._folder.remove_leftovers(self._files_in_use(old))
        roots = dict.fromkeys((*old.roots, *(self._folder.stored(path) for path in given)))
        self._manifest = replace(self._manifest, roots=tuple(roots))
        with _few_collections():
            self._read(tasks)
        if self._options.rebuild and not self._stop:
            self._carry_over(carried, old)
        self._finish(gone, old)

    def _old_state(self) -> Manifest:
        try:
            return self._folder.manifest()
        except NewsgrepError as error:
            if not self._options.rebuild:
                raise
            self._tell(Noted(f"{error.message}; building it anew"))
            return Manifest(roots=self._folder.salvaged_roots())

    def _begin_rebuild(self, old: Manifest) -> Manifest:
        """The state of a rebuild that was interrupted, or an empty one of the next generation."""
        try:
            unfinished = self._folder.manifest(REBUILD)
        except NewsgrepError:
            unfinished = Manifest()
        if unfinished.generation > old.generation:
            self._tell(Noted(f"going on with a rebuild: {unfinished.articles} articles are done"))
            return unfinished
        return Manifest(generation=old.generation)

    def _old_inventory(self, old: Manifest) -> Inventory:
        try:
            return read_inventory(self._folder.path, old.inventory)
        except (NewsgrepError, OSError) as error:
            self._tell(Noted(f"the list of files read before is lost ({error})"))
            return {}

    def _not_under(self, paths: Sequence[str], inventory: Inventory) -> list[str]:
        """Files of the old index that no given path covers; a rebuild keeps their articles."""
        tops = [self._folder.stored(path) for path in paths]
        return [
            path
            for path, entry in inventory.items()
            if entry.articles and not any(is_under(path, top) for top in tops)
        ]

    def _report_plan(self, tasks: Sequence[Task], gone: Sequence[str]) -> None:
        """What would be done."""
        for task in tasks:
            # What is in a file is only known when it is read; a file counts as one article.
            if task.known is not None and task.known.articles:
                self._report.changed += task.known.articles
            else:
                self._report.added += 1
        self._report.files = len(tasks)
        self._report.bytes = sum(task.size for task in tasks)
        self._report.removed = sum(self._inventory[path].articles for path in gone)
        self._report.articles = self._manifest.articles
        for not_read in self._unread:
            self._warn(not_read.path, Failure(0, not_read.reason))

    def _files_in_use(self, old: Manifest) -> set[str]:
        return old.files() | self._manifest.files()

    # Reading

    def _read(self, tasks: list[Task]) -> None:
        total = sum(task.size for task in tasks)
        count = len(tasks)
        done_files = done_bytes = articles = 0
        last_commit = time.monotonic()
        for news in self._results(tasks, total):
            if isinstance(news, Done):
                self._ready_outcomes += news.outcomes
                self._ready_segments += news.segments
                if time.monotonic() - last_commit > CHECKPOINT_SECONDS / 2:
                    self._commit([])
                    last_commit = time.monotonic()
                continue
            for outcome in news:
                done_files += 1
                done_bytes += outcome.task.size
                articles += outcome.entry.articles
                self._count(outcome)
            self._tell(Progress(done_files, count, done_bytes, total, articles))
            if self._merge is not None:
                self._go_on_merging()

    def _results(self, tasks: list[Task], total: int) -> Iterator[Done | list[Outcome]]:
        jobs = self._jobs(len(tasks))
        if total < _SMALL_RUN and can_interrupt() and all(is_plain(task.path) for task in tasks):
            yield from self._read_here(tasks)
            return
        budget = self._room(len(tasks)) // jobs - _WORKER_MEMORY
        self._workers = Workers(
            jobs, self._folder.path, max(budget, _SMALLEST_BUDGET), self._options.reading
        )
        if self._stop:
            return
        try:
            yield from self._workers.run(_given_up(tasks), CHECKPOINT_SECONDS)
        except BaseException:
            self._workers.kill()
            raise

    def _room(self, files: int) -> int:
        """Bytes that the main process, with so many files to read, leaves to those that read."""
        known = max(files, len(self._inventory))
        return self._options.memory - _MAIN_MEMORY - _FILE_MEMORY * known

    def _jobs(self, files: int) -> int:
        """As many processes as asked for, as far as memory goes."""
        asked = self._options.jobs or _cores()
        most = self._room(files) // (_WORKER_MEMORY + _SMALLEST_BUDGET)
        return max(1, min(asked, most))

    def _read_here(self, tasks: list[Task]) -> Iterator[Done | list[Outcome]]:
        segments: list[SegmentRef] = []
        budget = max(self._options.memory - _MAIN_MEMORY - _WORKER_MEMORY, _SMALLEST_BUDGET)
        reader = Reader(
            self._engine.writer(), self._folder.path, budget, segments.append, self._options.reading
        )
        waiting: list[Outcome] = []
        last = time.monotonic()
        for tasks_now in batches(tasks):
            if self._stop:
                break
            batch = reader.batch(tasks_now)
            waiting += batch.outcomes
            yield batch.outcomes
            if not batch.flushed and time.monotonic() - last > CHECKPOINT_SECONDS:
                reader.flush()
            if batch.flushed or time.monotonic() - last > CHECKPOINT_SECONDS:
                yield Done(waiting, segments.copy())
                waiting = []
                segments.clear()
                last = time.monotonic()
        reader.flush()
        yield Done(waiting, segments)

    def _count(self, outcome: Outcome) -> None:
        task, entry = outcome.task, outcome.entry
        match outcome.state:
            case State.SAME:
                self._report.unchanged += entry.articles
                return
            case State.FOREIGN:
                self._report.passed_over += 1
                return
            case State.READ if task.known is not None and task.known.articles:
                self._report.changed += entry.articles
            case State.READ:
                self._report.added += entry.articles
                self._new_hashes[entry.hash] += 1
        self._report.files += 1
        self._report.bytes += task.size
        for failure in entry.failures:
            self._warn(task.path, failure)

    def _warn(self, path: str, failure: Failure) -> None:
        self._report.failed += 1
        self._tell(Warned(path, failure.record, failure.reason))

    def _carry_over(self, paths: Iterable[str], old: Manifest) -> None:
        """Copy from the old index the articles of files that no longer exist elsewhere."""
        lost = [p for p in paths if p not in self._inventory and not self._pending(p)]
        lost = [p for p in lost if not os.path.isfile(self._folder.absolute(p))]
        if not lost:
            return
        entries = self._old_inventory(old)
        segments: list[SegmentRef] = []
        try:
            searcher = self._engine.searcher(self._folder.path, old.segments)
            reader = Reader(
                self._engine.writer(),
                self._folder.path,
                _SMALLEST_BUDGET,
                segments.append,
                self._options.reading,
            )
            for path in lost:
                for match in searcher.of_file(path):
                    reader.add(searcher.article(match))
            reader.flush()
            searcher.close()
        except (IndexDamaged, FileNotFoundError) as error:
            self._tell(Noted(f"articles of {len(lost)} files that are gone are lost: {error}"))
            return
        changes: Changes = {path: entries[path] for path in lost}
        self._write(segments, changes, set())
        self._tell(Noted(f"kept the articles of {len(lost)} files that are gone"))

    def _pending(self, path: str) -> bool:
        return any(outcome.task.stored == path for outcome in self._ready_outcomes)

    # Committing

    def _commit(self, gone: Sequence[str]) -> None:
        """Commit what is ready, and remove the articles of the files that are gone."""
        changes: Changes = {}
        replaced: set[str] = set(gone)
        for outcome in self._ready_outcomes:
            changes[outcome.task.stored] = outcome.entry
            if outcome.state is State.READ and outcome.task.known is not None:
                replaced.add(outcome.task.stored)
        changes.update(dict.fromkeys(gone))
        segments = self._ready_segments
        self._ready_outcomes, self._ready_segments = [], []
        if changes or segments:
            self._write(segments, changes, replaced)

    def _write(self, segments: Sequence[SegmentRef], changes: Changes, replaced: set[str]) -> None:
        folder = self._folder.path
        self._written += sum(ref.bytes for ref in segments)
        if replaced:
            # What is deleted now must be deleted in the merged segment, too.
            self._end_merge()
        kept = self._engine.delete_files(folder, self._manifest.segments, replaced)
        inventory = write_changes(folder, self._manifest.inventory, self._inventory, changes)
        self._manifest = self._folder.commit(
            replace(self._manifest, segments=(*kept, *segments), inventory=inventory),
            self._target,
        )
        self._go_on_merging()

    def _go_on_merging(self) -> None:
        """Commit a merge that is done, and begin the next one that is due."""
        if self._merge is not None and self._merge.is_done:
            self._end_merge()
        # Who stops a run wants it to end soon; the next one merges.
        if self._merge is None and not self._stop:
            chosen = self._engine.to_merge(self._manifest.segments)
            if chosen:
                self._merge = Merge(self._engine, self._folder.path, chosen)

    def _end_merge(self) -> None:
        """Wait for the merge in hand, if there is one, and commit it."""
        if self._merge is None:
            return
        merge, self._merge = self._merge, None
        merged = merge.result()
        names = {ref.name for ref in merge.segments}
        segments = [ref for ref in self._manifest.segments if ref.name not in names]
        if merged.articles:
            segments.append(merged)
        self._manifest = self._folder.commit(
            replace(self._manifest, segments=tuple(segments)), self._target
        )

    def _end_merging(self) -> None:
        """Merge until nothing is left to be merged."""
        self._go_on_merging()
        while self._merge is not None:
            self._end_merge()
            self._go_on_merging()
        small = self._engine.to_tidy(self._manifest.segments, self._written)
        if small and not self._stop:
            self._merge = Merge(self._engine, self._folder.path, small)
            self._end_merge()

    def _finish(self, gone: list[str], old: Manifest) -> None:
        if self._stop:
            gone = []  # what moved may not have been found again yet
        for path in gone:
            entry = self._inventory[path]
            if entry.articles and self._new_hashes[entry.hash]:
                self._new_hashes[entry.hash] -= 1
                self._report.moved += entry.articles
                self._report.added -= entry.articles
            else:
                self._report.removed += entry.articles
        self._note_unread()
        self._commit(gone)
        self._end_merging()
        self._group_copies()
        if not self._folder_has(self._target):
            self._manifest = self._folder.commit(self._manifest, self._target)
        if self._options.rebuild and not self._stop:
            self._folder.promote_rebuild()
        keep = self._manifest.files()
        if self._options.rebuild and self._stop:
            keep |= old.files()
        self._folder.remove_leftovers(keep)
        self._report.articles = self._manifest.articles

    def _group_copies(self) -> None:
        """Find the near-copies anew, where articles came or went."""
        if self._manifest.stories and self._manifest.segments == self._grouped:
            return
        if not self._manifest.segments and not self._manifest.stories:
            return
        stories = self._engine.group_copies(self._folder.path, self._manifest.segments)
        self._manifest = self._folder.commit(replace(self._manifest, stories=stories), self._target)

    def _folder_has(self, name: str) -> bool:
        return (self._folder.path / name).is_file()

    def _note_unread(self) -> None:
        """Set down what could not be looked at; articles read from it before are kept."""
        changes: Changes = {}
        for not_read in self._unread:
            failure = Failure(0, not_read.reason)
            self._warn(not_read.path, failure)
            stored = self._folder.stored(not_read.path)
            known = self._inventory.get(stored)
            kept = known.articles if known is not None else 0
            entry = FileEntry(0, -1, time.time_ns(), "", kept, (failure,))
            if known is None or known.failures != entry.failures:
                changes[stored] = entry
        if changes:
            self._write([], changes, set())


@contextlib.contextmanager
def _few_collections() -> Iterator[None]:
    """Look for cycles seldom: there are none, and the list of files read is looked through."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _given_up(tasks: list[Task]) -> list[Task]:
    """The tasks, in a list that is the receiver's alone: there may be a million of them."""
    taken = tasks.copy()
    tasks.clear()
    return taken


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
