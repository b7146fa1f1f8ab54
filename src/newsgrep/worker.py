"""Reads batches of files into segments: the part of indexing that runs in each process."""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, MutableSequence, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.article import Article
from newsgrep.engine.segments import SegmentRef
from newsgrep.inventory import Failure, FileEntry, Foreign
from newsgrep.reading import DEFAULT, OpenFile, Reading, articles_in, dated_by_file

if TYPE_CHECKING:
    from newsgrep.engine.interface import Writer


SELDOM = 100_000, 50, 100
"""Thresholds of garbage collection for work that makes no cycles."""
MAX_FAILURES = 10_000
"""Records of one file that are set down as unreadable; more are only counted out."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read: where it is, how it is stored, and what is known of it already."""

    path: str
    stored: str
    size: int
    mtime: int
    known: FileEntry | None
    named: bool
    """Whether the user gave this very file, so that it must be accounted for."""


class State(Enum):
    """What became of a file."""

    READ = auto()
    SAME = auto()
    """Its content is what was indexed; only its time had changed."""
    FOREIGN = auto()
    """Of a kind that holds no articles."""
    FAILED = auto()
    """Nothing in it could be read; earlier articles of it are kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file, and its new entry in the inventory."""

    task: Task
    state: State
    entry: FileEntry


@dataclass(frozen=True, slots=True)
class Batch:
    """Outcomes of a batch; ``flushed`` says that all its articles are in segments sent."""

    outcomes: list[Outcome]
    flushed: bool


@dataclass(frozen=True, slots=True)
class Flush:
    """Asks a worker to write what it holds."""


class Reader:
    """Reads files and adds their articles to a writer; writes segments as memory fills."""

    def __init__(
        self,
        writer: Writer,
        folder: Path,
        budget: int,
        emit: Callable[[SegmentRef], None],
        how: Reading = DEFAULT,
        beat: Callable[[int], None] = lambda number: None,
    ) -> None:
        """``emit`` is given segments; ``beat`` is called with the number of the file in hand
        whenever something of it was read, for whoever watches."""
        self._writer = writer
        self._folder = folder
        self._budget = budget
        self._emit = emit
        self._how = how
        self._beat = beat
        self._number = 0

    def batch(self, tasks: Sequence[Task]) -> Batch:
        """Read a batch of files."""
        outcomes = []
        for self._number, task in enumerate(tasks):
            self._beat(self._number)
            outcomes.append(self.file(task))
        if self._writer.memory > self._budget:
            self.flush()
        return Batch(outcomes, flushed=not len(self._writer))

    def flush(self) -> None:
        """Write the articles held in memory as a segment."""
        if len(self._writer):
            self._emit(self._writer.write(self._folder))

    def add(self, article: Article) -> None:
        """Add an article; writes a segment first where memory is full."""
        if self._writer.memory > self._budget:
            self.flush()
        self._writer.add(article)

    def file(self, task: Task) -> Outcome:
        """Read one file."""
        now = time.time_ns()
        try:
            with OpenFile(task.path) as file:
                if task.known is not None and file.hash == task.known.hash:
                    known = task.known
                    entry = FileEntry(
                        task.size, task.mtime, now, known.hash, known.articles, known.failures
                    )
                    return Outcome(task, State.SAME, entry)
                return self._articles(task, file, now)
        except OSError as error:
            failure = Failure(0, error.strerror or str(error))
            return _failed(task, now, "", (failure,))

    def _articles(self, task: Task, file: OpenFile, now: int) -> Outcome:
        count = 0
        failures: list[Failure] = []
        for found in articles_in(file.stream, task.path, task.stored, self._how):
            self._beat(self._number)
            if isinstance(found, Failure):
                if len(failures) < MAX_FAILURES:
                    failures.append(found)
            else:
                dated = self._how.date_from_mtime and not found.date
                self.add(dated_by_file(found, task.mtime) if dated else found)
                count += 1
        indexed_before = task.known is not None and task.known.articles
        foreign = len(failures) == 1 and isinstance(failures[0], Foreign)
        if foreign and not task.named and not indexed_before:
            entry = FileEntry(task.size, task.mtime, now, file.hash, 0)
            return Outcome(task, State.FOREIGN, entry)
        if not count:
            return _failed(task, now, file.hash, tuple(failures) or (Failure(0, "no text in it"),))
        entry = FileEntry(task.size, task.mtime, now, file.hash, count, tuple(failures))
        return Outcome(task, State.READ, entry)


def _failed(task: Task, now: int, digest: str, failures: tuple[Failure, ...]) -> Outcome:
    kept = task.known.articles if task.known is not None else 0
    entry = FileEntry(task.size, task.mtime, now, digest, kept, failures)
    return Outcome(task, State.FAILED, entry)


def run(
    connection: Connection, folder: str, budget: int, how: Reading, pulse: MutableSequence[int]
) -> None:
    """A worker process: answers each list of tasks with a batch, until told None.

    Segments are sent as they are written, before the batch that they belong to. Ctrl-C is
    left to the parent, which lets the work in hand be finished. ``pulse`` is shared with the
    parent: the number of the file in hand, and a count that grows as it is read.
    """
    from newsgrep.engine.whoosh.engine import WhooshEngine

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Articles come and go without cycles; looking for some every 700 objects costs a tenth.
    gc.freeze()
    gc.set_threshold(*SELDOM)

    def beat(number: int) -> None:
        pulse[0] = number
        pulse[1] = (pulse[1] + 1) & 0x7FFFFFFF

    reader = Reader(WhooshEngine().writer(), Path(folder), budget, connection.send, how, beat)
    try:
        while (message := connection.recv()) is not None:
            if isinstance(message, Flush):
                reader.flush()
                connection.send(Batch([], flushed=True))
            else:
                connection.send(reader.batch(message))
    except (EOFError, BrokenPipeError):
        # The parent is gone; what was not committed is read again by the next run.
        return
