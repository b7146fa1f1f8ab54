"""Reads batches of files into segments: the part of indexing that runs in each process."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import time
from collections.abc import Callable, MutableSequence, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.article import Article
from newsgrep.ingest.catalog import Failure, Foreign
from newsgrep.ingest.file_part import BytesRead, FilePart
from newsgrep.ingest.messages import (
    Batch,
    End,
    Flush,
    NotWritten,
    Outcome,
    State,
    Task,
    Written,
    failed,
)
from newsgrep.ingest.reader import (
    DEFAULT,
    NO_TEXT,
    OpenFile,
    Reading,
    articles_in,
    dated_by_file,
    load,
)
from newsgrep.ingest.shares import ALL_RECORDS
from newsgrep.ingest.time_limit import BrokenOff, break_off, breakable, watched
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Writer


SELDOM = 100_000, 50, 100
"""Thresholds of garbage collection for work that makes no cycles."""
SOON = 1 << 20
"""A changed file of fewer bytes is read to its end even where the run is to be stopped."""


class Reader:
    """Reads files and adds their articles to a writer; writes segments as memory fills."""

    def __init__(
        self,
        new_writer: Callable[[], Writer],
        folder: Path,
        budget: int,
        emit: Callable[[SegmentRef], None],
        how: Reading = DEFAULT,
        beat: Callable[[int, int, int], None] = lambda number, size, articles: None,
    ) -> None:
        """``emit`` is given segments; ``beat`` is called whenever something was read, with the
        number of the file in hand, and the bytes and articles read of the batch."""
        self._new_writer = new_writer
        self._writer = new_writer()
        self._folder = folder
        self._budget = budget
        self._emit = emit
        self._how = how
        self._beat = beat
        self._number = self._bytes = self._articles = 0
        self._alone = False
        """Whether the file in hand is a batch of its own, as large ones are."""
        self._may_stop = False
        """Whether the file in hand may be left in the middle."""
        self._held: list[SegmentRef] | None = None
        """The segments of a file that counts only when it is read whole."""
        self._not_written: OSError | None = None
        self._stopping = False

    def stop(self) -> None:
        """Read no further; for a signal handler, whose thread is broken off as it reads."""
        self._stopping = True
        if self._may_stop:
            break_off()

    def batch(
        self,
        tasks: Sequence[Task],
        checkpoint: float = 0.0,
        report: Callable[[Batch], None] = lambda batch: None,
    ) -> Batch:
        """Read a batch of files; after :meth:`stop`, as far as that came.

        Every ``checkpoint`` seconds what was read of a file that is a batch of its own is written
        and reported.
        """
        outcomes = []
        self._bytes = self._articles = 0
        for self._number, task in enumerate(tasks):
            self._beat(self._number, self._bytes, self._articles)
            if self._stopping:
                break
            self._alone = len(tasks) == 1
            self._may_stop = True
            outcome = self._file(task, checkpoint, report)
            self._may_stop = False
            if outcome is not None:
                outcomes.append(outcome)
                self._bytes += task.share.bytes(task.size)
        if self._writer.memory > self._budget:
            self.flush()
        return Batch(outcomes, flushed=not len(self._writer))

    def flush(self) -> None:
        """Write the articles held in memory as a segment."""
        if len(self._writer):
            try:
                segment = self._writer.write(self._folder)
            except OSError as error:
                self._not_written = error
                raise
            if self._held is None:
                self._emit(segment)
            else:
                self._held.append(segment)

    def add(self, article: Article) -> None:
        """Add an article; writes a segment first where memory is full."""
        if self._writer.memory > self._budget:
            self.flush()
        self._writer.add(article)

    def _file(
        self, task: Task, checkpoint: float, report: Callable[[Batch], None]
    ) -> Outcome | None:
        """Read one file; None where that was stopped before anything came of it."""
        now = time.time_ns()
        try:
            with contextlib.ExitStack() as opened:
                with breakable():
                    file = opened.enter_context(OpenFile(task.path))
                return self._opened(task, file, FilePart(task, now, checkpoint, report))
        except BrokenOff:
            return None
        except OSError as error:
            if error is self._not_written:
                # A disk that is full is no fault of the file that was being read.
                raise
            failure = Failure(0, error.strerror or str(error))
            return failed(task, now, "", (failure,))

    def _opened(self, task: Task, file: OpenFile, part: FilePart) -> Outcome | None:
        known = task.known
        part.hash = file.hash
        if known is not None and task.share != ALL_RECORDS:
            # What others read of it stays, so this goes on whatever has become of the file since.
            part.go_on(known)
        elif known is None or file.hash != known.hash or task.again:
            if known is not None and known.articles:
                if self._alone and task.size > SOON:
                    return self._whole_or_nothing(file, part)
                self._may_stop = False
        elif known.stopped_after:
            part.go_on(known)
        else:
            return Outcome(task, State.SAME, part.entry(known.articles, known.failures))
        return self._articles_of(file, part)

    def _whole_or_nothing(self, file: OpenFile, part: FilePart) -> Outcome | None:
        """Read a file that changed: until all of it is read, its earlier articles count."""
        self.flush()
        self._held = []
        try:
            outcome = self._articles_of(file, part, in_parts=False)
            if outcome is not None:
                self.flush()
                for segment in self._held:
                    self._emit(segment)
            return outcome
        finally:
            self._held = None
            if len(self._writer):
                self._writer = self._new_writer()

    def _articles_of(
        self, file: OpenFile, part: FilePart, *, in_parts: bool = True
    ) -> Outcome | None:
        task, place = part.task, part.place
        progress = BytesRead(file, task.size)
        try:
            for found in articles_in(file.stream, task.path, task.stored, self._how, place):
                if isinstance(found, Failure):
                    part.fail(found)
                elif self._how.forgotten.keeps_out(found, part.hash):
                    part.kept_out += 1
                else:
                    dated = self._how.date_from_mtime and not found.date
                    self.add(dated_by_file(found, task.mtime) if dated else found)
                    part.read += 1
                    self._articles += 1
                position = task.share.bytes(progress.at(place)) if self._alone else 0
                self._beat(self._number, self._bytes + position, self._articles)
                if self._may_stop and self._stopping:
                    raise BrokenOff
                if in_parts and self._alone and self._may_stop and part.is_due():
                    self.flush()
                    part.report_so_far()
        except BrokenOff:
            return part.outcome_so_far() if in_parts and part.moved_on else None
        return self._whole(part)

    def _whole(self, part: FilePart) -> Outcome:
        """The outcome of a file that was read to its end."""
        task = part.task
        indexed_before = task.known is not None and task.known.articles
        foreign = len(part.failures) == 1 and isinstance(part.failures[0], Foreign)
        if foreign and not task.named and not indexed_before:
            return Outcome(task, State.FOREIGN, part.entry(0, ()))
        nothing = not part.read and not part.before and not part.kept_out
        if nothing and task.share == ALL_RECORDS:
            return failed(task, part.now, part.hash, tuple(part.failures) or (Failure(0, NO_TEXT),))
        return part.outcome()


SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1")
               if hasattr(signal, name))  # fmt: skip
"""Signals that a worker is started with blocked, until it knows what to do with them."""
PULSE = 5
"""Numbers in a pulse: file in hand, beats, bytes and articles read of the batch; stop."""


def run(
    connection: Connection,
    new_writer: Callable[[], Writer],
    folder: str,
    budget: int,
    checkpoint: float,
    how: Reading,
    pulse: MutableSequence[int],
) -> None:
    """A worker process: answers orders (:mod:`messages`) until told to end.

    Signals are left to the parent, which lets what was read be handed over. ``pulse`` is shared
    with it; see :data:`PULSE`. Where the last number is set, or on SIGUSR1, reading stops.
    """

    def beat(number: int, size: int, articles: int) -> None:
        pulse[0], pulse[2], pulse[3] = number, size, articles
        alive()

    def alive() -> None:
        if os.getppid() != parent:
            os._exit(1)  # Nobody would commit what is read; the next run reads it again.
        pulse[1] += 1
        if pulse[4] and not stopped:
            stopped.append(True)
            reader.stop()

    def send_written(segment: SegmentRef) -> None:
        connection.send(Written(segment))

    parent = os.getppid()
    stopped: list[bool] = []
    reader = Reader(new_writer, Path(folder), budget, send_written, how, beat)
    watched(alive)
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "SIGUSR1"):
        signal.signal(signal.SIGUSR1, lambda number, frame: reader.stop())
        signal.pthread_sigmask(signal.SIG_UNBLOCK, SIGNALS)
    # Articles come and go without cycles; looking for some every 700 objects costs a tenth.
    load()
    gc.freeze()
    gc.set_threshold(*SELDOM)
    try:
        while not isinstance(order := connection.recv(), End):
            if isinstance(order, Flush):
                reader.flush()
                connection.send(Batch([], flushed=True))
            else:
                connection.send(reader.batch(order.tasks, checkpoint, connection.send))
    except (EOFError, ConnectionError):
        # The parent is gone; what was not committed is read again by the next run.
        return
    except OSError as error:
        # What was read cannot be written: the parent ends the run with it.
        with contextlib.suppress(ConnectionError):
            connection.send(NotWritten(error))
