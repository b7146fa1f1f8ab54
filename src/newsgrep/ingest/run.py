"""Keeping an index in step with its files: walk, compare, read, commit, merge."""

from __future__ import annotations

import contextlib
import gc
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsgrep.configuration import configuration
from newsgrep.errors import IndexDamaged, PathNotFound, UsageError
from newsgrep.ingest.catalog import Changes, Failure, FileEntry, Inventory, read_inventory
from newsgrep.ingest.changes import Comparing, Comparison
from newsgrep.ingest.committing import Committing
from newsgrep.ingest.discovery import Selection
from newsgrep.ingest.events import Event, Noted, Progress, Report, Warned
from newsgrep.ingest.forgotten import forgotten, read_entries
from newsgrep.ingest.formats.documents.recognised_pages import trim
from newsgrep.ingest.messages import Outcome, State, Task
from newsgrep.ingest.parallelism import CHECKPOINT_SECONDS, SMALLEST_BUDGET, Readers
from newsgrep.ingest.planning import (
    begin_rebuild,
    foresee,
    not_under,
    note_move,
    old_inventory,
    old_state,
)
from newsgrep.ingest.pool import Done, Underway
from newsgrep.ingest.presence import Missing, is_there, still_missing, told
from newsgrep.ingest.reader import Reading
from newsgrep.ingest.reader_process import SELDOM, Reader
from newsgrep.storage.folder import MANIFEST, OCR, REBUILD, IndexFolder, Manifest
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine

DEFAULT_MEMORY = 512 << 20
MIN_MEMORY = 192 << 20


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
    verify: bool = False
    """Whether to look at the content of every file, whatever its times say."""
    prune: bool = False
    """Whether to remove the articles of folders that are not there."""
    unsettled: frozenset[str] = frozenset()
    """Files (absolute) that are being written, and are left to a later run."""
    settle: float = 0.0
    """Seconds for which a file must not have been written to; younger ones are left, too."""


class Run:
    """One run of indexing; made for one call of :meth:`execute`."""

    def __init__(
        self, folder: IndexFolder, engine: Engine, options: Options, tell: Callable[[Event], None]
    ) -> None:
        self._folder = folder
        self._engine = engine
        self._options = options
        self._tell = tell
        self._report = Report(dry_run=options.dry_run, index=folder.name)
        self._stop = False
        self._committing: Committing | None = None
        self._told = configuration(folder.root)
        how = options.reading
        if not how.sources:
            how = replace(how, sources=self._told.sources)
        if how.ocr is not None:
            how = replace(how, ocr=replace(how.ocr, folder=str(folder.path / OCR)))
        self._readers = Readers(engine.writer, folder.path, how, options.jobs, options.memory)

    def stop(self) -> None:
        """Stop reading, commit what was read, and end; for a signal handler."""
        self._stop = True
        self._readers.stop()
        if self._committing is not None:
            self._committing.stop()

    def _stopped(self) -> bool:
        return self._stop

    def execute(self, paths: Sequence[str]) -> Report:
        """Bring the index in step with the files at ``paths`` (absolute).

        With no paths, those that were given before. Raises :class:`NewsgrepError`.
        """
        started = time.monotonic()
        looks = self._options.dry_run
        if looks and not (self._folder.exists() and os.access(self._folder.path, os.W_OK)):
            # There is nothing that another could be writing.
            self._plan_and_read(paths)
        else:
            missing = next((path for path in paths if not is_there(path)), None)
            if missing is not None and not self._folder.exists():
                raise PathNotFound(missing)  # Nothing is made for what is not there.
            if not paths and not self._folder.exists():
                raise _nothing_to_index()
            self._folder.make()
            with self._folder.locked(self._options.wait):
                self._plan_and_read(paths)
            for remark in self._folder.remarks():
                self._tell(Noted(remark))
        self._report.seconds = time.monotonic() - started
        return self._report

    # Planning

    def _plan_and_read(self, given: Sequence[str]) -> None:
        old = old_state(self._folder, self._tell, rebuild=self._options.rebuild)
        paths = list(given) or [
            self._folder.absolute(root) for root in old.roots if self._folder.is_own(root)
        ]
        if not paths:
            raise _nothing_to_index()
        note_move(self._folder, old, paths, self._tell)
        names = self._names(old)
        manifest, before = old, None
        carried: list[str] = []
        if self._options.rebuild:
            manifest = begin_rebuild(self._folder, old, self._tell)
            before = old_inventory(self._folder, old, self._tell)
            carried = not_under(self._folder, paths, before)
        inventory = read_inventory(self._folder.path, manifest.inventory)
        kept_out = forgotten(read_entries(self._folder))
        self._readers.keep_out(kept_out)
        comparing = Comparing(
            self._folder,
            inventory,
            self._options.selection,
            self._tell,
            self._stopped,
            verify=self._options.verify,
            prune=self._options.prune,
            ocr=self._options.reading.ocr is not None,
            kept_out=kept_out.files,
            unsettled=self._options.unsettled,
            settle=self._options.settle,
        )
        found = comparing.compare(paths, carried, before, given=bool(given))
        self._report.unchanged += found.unchanged
        self._report.passed_over = found.passed_over
        self._report.kept_out = found.kept_out
        self._report.waiting = found.waiting
        if self._options.dry_run:
            self._say_missing(found.missing)
            foresee(found, inventory, self._report)
            self._report.articles = manifest.articles
            for not_read in found.unread:
                self._warn(not_read.path, Failure(0, not_read.reason))
            return
        self._folder.remove_leftovers(old.files() | manifest.files())
        roots = dict.fromkeys((*old.roots, *(self._folder.stored(path) for path in given)))
        for path in found.forgotten:
            roots.pop(path, None)
        target = REBUILD if self._options.rebuild else MANIFEST
        committing = Committing(
            self._folder,
            self._engine,
            manifest._replace(roots=tuple(roots), names=names),
            inventory,
            target,
            self._stopped,
        )
        self._committing = committing
        committing.look_for_moved(comparing.has_seen)
        del comparing
        self._read_and_commit(committing, found, carried, old, forget=bool(found.forgotten))

    def _names(self, old: Manifest) -> str:
        """By which configuration the articles are named; says where that is an older one."""
        told = self._told
        if self._options.rebuild or not old.articles or old.names == told.digest:
            return told.digest
        where = told.path or "no newsgrep.toml"
        self._tell(
            Noted(
                f"{where}: [sources] is not what it was when the articles were read; "
                "newsgrep index --rebuild names them all anew"
            )
        )
        return old.names

    def _read_and_commit(
        self,
        committing: Committing,
        found: Comparison,
        carried: list[str],
        old: Manifest,
        *,
        forget: bool,
    ) -> None:
        with _few_collections():
            complete = self._read(committing, found.tasks) and not found.stopped
        kept: list[str] = []
        if self._options.rebuild and complete:
            kept = [
                path
                for path in (*carried, *found.kept)
                if not os.path.isfile(self._folder.absolute(path))
            ]
            self._carry_over(committing, kept, old)
        self._finish(committing, found if complete else None, forget=forget)
        self._say_missing(still_missing(found.missing, committing.inventory))
        self._report.interrupted = not complete
        for not_read in found.unread:
            self._warn(not_read.path, Failure(0, not_read.reason))
        if self._options.rebuild and complete:
            self._folder.promote_rebuild(kept)
        if self._options.reading.ocr is not None:
            trim(self._folder.path / OCR)
        keep = committing.manifest.files()
        if self._options.rebuild and not complete:
            keep |= old.files()
        self._folder.remove_leftovers(keep)
        self._report.articles = committing.manifest.articles
        self._report.unfinished = [
            self._folder.shown(stored)
            for stored, entry in committing.inventory.items()
            if entry.stopped_after
        ]

    def _say_missing(self, missing: Sequence[Missing]) -> None:
        if not missing:
            return
        self._report.missing = [place.path for place in missing]
        self._report.kept = sum(place.articles for place in missing)
        self._tell(Noted(told(missing)))

    # Reading

    def _read(self, committing: Committing, tasks: list[Task]) -> bool:
        """Read all tasks and commit what was read from time to time; whether it came to the end."""
        total = sum(task.size for task in tasks)
        count = len(tasks)
        done = shown = Progress(0, count, 0, total, 0)
        last_commit = time.monotonic()
        for news in self._readers.read(tasks, len(committing.inventory)):
            match news:
                case Done():
                    committing.take(news)
                    if time.monotonic() - last_commit > CHECKPOINT_SECONDS / 2:
                        committing.commit()
                        last_commit = time.monotonic()
                    continue
                case Underway():
                    size, articles = done.bytes + news.bytes, done.articles + news.articles
                    shown = replace(done, bytes=size, articles=articles).after(shown)
                    self._tell(shown)
                case _:
                    for outcome in news:
                        done = self._count(outcome, done)
                    shown = done.after(shown)
                    self._tell(shown)
            committing.go_on_merging()
        return done.files == count

    def _count(self, outcome: Outcome, done: Progress) -> Progress:
        """Count an outcome in the report; how far the run is with it."""
        task, entry = outcome.task, outcome.entry
        whole = not entry.stopped_after
        done = replace(
            done,
            files=done.files + whole,
            bytes=done.bytes + task.share.bytes(task.size) * outcome.ended,
            articles=done.articles + outcome.read,
        )
        report = self._report
        report.kept_out += outcome.kept_out
        match outcome.state:
            case State.SAME:
                report.unchanged += entry.articles
                return done
            case State.FOREIGN:
                report.passed_over += 1
                return done
            case State.READ if not outcome.goes_on and task.known and task.known.articles:
                report.changed += entry.articles
            case State.READ:
                report.added += outcome.read
        if whole:
            report.files += 1
            report.bytes += task.size
            for failure in entry.failures:
                report.scanned += failure.scanned
                self._warn(task.path, failure)
        return done

    def _warn(self, path: str, failure: Failure) -> None:
        self._report.failed += 1
        self._tell(Warned(path, failure.record, failure.reason))

    def _carry_over(self, committing: Committing, paths: Iterable[str], old: Manifest) -> None:
        """Copy from the old index the articles of files that no longer exist elsewhere."""
        lost = [p for p in paths if p not in committing.inventory and not committing.is_pending(p)]
        entries = old_inventory(self._folder, old, self._tell) if lost else {}
        lost = [p for p in lost if p in entries and entries[p].articles]
        if not lost:
            return
        segments: list[SegmentRef] = []
        try:
            snapshot = self._engine.snapshot(self._folder.path, old.segments)
            reader = Reader(
                self._engine.writer,
                self._folder.path,
                SMALLEST_BUDGET,
                segments.append,
                self._options.reading,
            )
            for path in lost:
                records: set[int] = set()
                for match in snapshot.of_file(path):
                    article = snapshot.article(match)
                    if article.record not in records:
                        records.add(article.record)
                        reader.add(article)
            reader.flush()
            snapshot.close()
        except (IndexDamaged, FileNotFoundError) as error:
            self._tell(Noted(f"articles of {len(lost)} files are lost: {error}"))
            return
        changes: Changes = {path: entries[path] for path in lost}
        committing.write(segments, changes, set())
        gone = sum(map(self._folder.is_own, lost))
        for count, which in ((gone, "that are gone"), (len(lost) - gone, "of other machines")):
            if count:
                files = "1 file" if count == 1 else f"{count:,} files"
                told = which.replace("are", "is") if count == 1 else which
                self._tell(Noted(f"kept the articles of {files} {told}"))

    # Committing

    def _finish(self, committing: Committing, found: Comparison | None, *, forget: bool) -> None:
        """Commit the rest; without ``found``, which a stopped run has not looked at whole,
        nothing is taken to be gone: what moved may not have been found again yet."""
        if found is not None:
            committing.set_down(self._unreadable(committing.inventory, found))
        committing.commit(found.gone if found is not None else ())
        committing.finish()
        if forget and found is not None:
            committing.renew()
        self._report.removed += committing.removed
        self._report.moved += committing.moved
        self._report.added -= min(committing.moved_added, self._report.added)

    def _unreadable(self, inventory: Inventory, found: Comparison) -> Changes:
        """What could not be looked at; articles read from it before are kept."""
        changes: Changes = {}
        for not_read in found.unread:
            failure = Failure(0, not_read.reason)
            stored = self._folder.stored(not_read.path)
            known = inventory.get(stored)
            kept = known.articles if known is not None else 0
            entry = FileEntry(0, -1, time.time_ns(), "", kept, (failure,))
            if known is None or known.failures != entry.failures:
                changes[stored] = entry
        return changes


@contextlib.contextmanager
def _few_collections() -> Iterator[None]:
    """Look for cycles seldom: there are none, and the list of files read is looked through."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _nothing_to_index() -> UsageError:
    return UsageError("nothing to index", "give a file or folder: newsgrep index FOLDER")
