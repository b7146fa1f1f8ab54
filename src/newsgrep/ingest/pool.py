"""Worker processes: tasks go out in batches, outcomes and segments come back.

A process that dies takes with it only what was not yet in a segment that it had reported
whole; those files are read again, the ones it was busy with one at a time, and a file that
kills its reader twice is set down as unreadable.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, MutableSequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.errors import NewsgrepError
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.messages import (
    Answer,
    End,
    Flush,
    NotWritten,
    Outcome,
    Read,
    Task,
    Work,
    Written,
    failed,
)
from newsgrep.ingest.reader import DEFAULT, Reading
from newsgrep.ingest.reader_process import PULSE, SIGNALS, run
from newsgrep.ingest.retrying import Crashes, Death, after, batches
from newsgrep.ingest.sharing import LARGE, SharedFiles, in_shares, is_ended, may_go_on, most_shares
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Writer

GRACE = 5.0
"""Seconds over the limit of time after which a worker is killed."""
LOOK = 0.2
"""Seconds after which is looked how far the workers are, where none says anything."""


@dataclass(frozen=True, slots=True)
class Done:
    """Files that are read, and the segments that hold all their articles."""

    outcomes: list[Outcome]
    segments: list[SegmentRef]


@dataclass(frozen=True, slots=True)
class Underway:
    """What the workers have read of the files in hand."""

    bytes: int
    articles: int


News = Done | Underway | list[Outcome]


@dataclass
class _Worker:
    process: BaseProcess
    connection: Connection
    pulse: MutableSequence[int]
    sent_at: int = 0
    """The beats when it was sent what it is busy with."""
    beat: int = -1
    beat_at: float = 0.0
    stuck: bool = False
    busy: Read | Flush | None = None
    flush_next: bool = False
    unflushed: list[Outcome] = field(default_factory=list)
    segments: list[SegmentRef] = field(default_factory=list)


class WorkersFailed(NewsgrepError):
    """No process that reads files lives long enough to read one."""

    def __init__(self) -> None:
        super().__init__(
            "the processes that read files end as soon as they start",
            "try --jobs 1, or more --memory; in a script of your own, start it below "
            'if __name__ == "__main__":',
        )


class Workers:
    """A pool of reading processes."""

    def __init__(
        self,
        new_writer: Callable[[], Writer],
        folder: Path,
        count: int,
        budget: int,
        how: Reading = DEFAULT,
    ) -> None:
        """``count`` processes, each of which writes a segment when it holds ``budget`` bytes.

        ``new_writer`` is sent to the processes, so it has to be one that can be pickled.
        """
        self._new_writer = new_writer
        self._how = how
        self._context = multiprocessing.get_context("spawn")
        self._folder = str(folder)
        self._budget = budget
        self._count = count
        self._workers: list[_Worker] = []
        self._queue: deque[list[Task]] = deque()
        self._told = SharedFiles()
        self._written = SharedFiles()
        self._read_again: set[Work] = set()
        """What was told of already, when the reader that held it died."""
        self._crashes: Crashes = {}
        self._deaths = 0
        self._checkpoint = 30.0
        self._answered = False
        self._stopped = False

    def run(self, tasks: list[Task], checkpoint: float) -> Iterator[News]:
        """Read all tasks. Yields lists of outcomes and :class:`Underway` as news, and
        :class:`Done` to be committed.

        Every ``checkpoint`` seconds all that was read is written and yielded as done; so is
        the rest at the end, or when :meth:`stop` was called.
        """
        self._queue.extend(batches(tasks))
        self._checkpoint = checkpoint
        del tasks  # The queue alone holds them, so that each batch goes from memory when read.
        for _ in range(min(self._count, sum(map(self._most_shares, self._queue)))):
            if not self._stopped:
                self._start()
        last = time.monotonic()
        while True:
            if self._stopped:
                self._queue.clear()
            if time.monotonic() - last > checkpoint:
                last = time.monotonic()
                for worker in self._workers:
                    worker.flush_next = True
            if not self._queue:
                for worker in self._workers:
                    worker.flush_next = True
            self._hand_out()
            if any(worker.busy is not None for worker in self._workers):
                yield from self._collect()
            elif not self._queue:
                break
        self._end()

    def stop(self) -> None:
        """Read no further; what was read is still written. For signal handlers."""
        self._stopped = True
        for worker in self._workers:
            worker.pulse[4] = 1
            if not worker.pulse[1]:
                # It is still loading, and has read nothing that could be lost.
                worker.process.kill()
            elif (
                isinstance(worker.busy, Read) and worker.process.pid and hasattr(signal, "SIGUSR1")
            ):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(worker.process.pid, signal.SIGUSR1)

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        pulse = self._context.RawArray("q", PULSE)
        given = (
            theirs, self._new_writer, self._folder, self._budget, self._checkpoint, self._how, pulse
        )  # fmt: skip
        process = self._context.Process(target=run, args=given, daemon=True)
        with _held_back(SIGNALS):
            process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours, pulse))

    def _hand_out(self) -> None:
        """Give each idle worker a batch, or have it write what it holds if that is due."""
        for worker in self._workers:
            if worker.busy is not None:
                continue
            if worker.flush_next and worker.unflushed:
                worker.busy = Flush()
                worker.flush_next = False
                self._send(worker)
            elif not self._stopped and (batch := self._next_batch()):
                worker.busy = Read(batch)
                self._send(worker)

    def _next_batch(self) -> list[Task]:
        """The next batch to be read; empty where there is none that may be read now."""
        large = self._large_file_in_hand()
        for number, batch in enumerate(self._queue):
            if large is None or batch[0].size <= LARGE or batch[0].path == large:
                del self._queue[number]
                return self._shared(batch)
        return []

    def _large_file_in_hand(self) -> str | None:
        """The path of the large file that is being read."""
        for worker in self._workers:
            if isinstance(worker.busy, Read) and worker.busy.tasks[0].size > LARGE:
                return worker.busy.tasks[0].path
        return None

    def _shared(self, batch: list[Task]) -> list[Task]:
        """A batch to be read, or the first share of it where others had nothing else to read."""
        of = self._most_shares(batch)
        others_have_work = batch[0].size <= LARGE and len(self._queue) >= self._count
        if of == 1 or others_have_work or not may_go_on(batch[0]):
            return batch
        shares = in_shares(batch[0], of)
        for told in (self._told, self._written):
            told.begin(shares)
        first, *others = (share for share in shares if not is_ended(share))
        self._queue.extendleft([share] for share in reversed(others))
        return [first]

    def _most_shares(self, batch: list[Task]) -> int:
        """In how many shares a batch may be read."""
        alone = len(batch) == 1 and self._count > 1 and self._how.ocr is None
        return most_shares(batch[0], self._count) if alone else 1

    def _send(self, worker: _Worker) -> None:
        worker.sent_at = worker.pulse[1]
        # The death of a worker is noticed when its answer is waited for.
        with contextlib.suppress(OSError):
            worker.connection.send(worker.busy)

    def _underway(self) -> Underway:
        busy = [w for w in self._workers if isinstance(w.busy, Read) and w.pulse[1] > w.sent_at]
        return Underway(sum(w.pulse[2] for w in busy), sum(w.pulse[3] for w in busy))

    def _collect(self) -> Iterator[News]:
        waiting = {worker.connection: worker for worker in self._workers if worker.busy is not None}
        self._end_the_stuck(waiting.values())
        answers = wait(list(waiting), timeout=LOOK)
        if not answers:
            yield self._underway()
        for ready in answers:
            worker = waiting[ready]  # type: ignore[index]
            try:
                answer: Answer = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._bury(worker)
                continue
            self._answered = True
            if isinstance(answer, NotWritten):
                # That ends the run, whoever would try again.
                raise answer.error
            if isinstance(answer, Written):
                worker.segments.append(answer.segment)
                continue
            worker.unflushed += answer.outcomes
            worker.busy = None
            if answer.more:
                # The file in hand is read on; its worker's death must not undo what is done.
                worker.busy = Read([o.task._replace(known=o.entry) for o in answer.outcomes])
            done = Done([], [])
            if answer.flushed:
                whole = [self._written.of_file(outcome) for outcome in worker.unflushed]
                done = Done(whole, worker.segments)
                worker.unflushed, worker.segments = [], []
            # Before anyone looks at the news: the worker need not wait for that.
            self._hand_out()
            if news := self._news(answer.outcomes):
                yield news
            if answer.flushed:
                yield done

    def _news(self, outcomes: list[Outcome]) -> list[Outcome]:
        """What is new of what became of files."""
        news = []
        for outcome in outcomes:
            if outcome.task.work in self._read_again:
                self._read_again.remove(outcome.task.work)
            else:
                news.append(self._told.of_file(outcome))
        return news

    def _end_the_stuck(self, busy: Iterable[_Worker]) -> None:
        """Kill workers that have read nothing for longer than an article may take.

        A worker interrupts itself in time; this is for what cannot be interrupted from within.
        """
        limit = self._how.patience + GRACE
        if self._stopped:
            limit = min(limit, 2 * GRACE)
        now = time.monotonic()
        for worker in busy:
            if worker.beat != worker.pulse[1]:
                worker.beat, worker.beat_at = worker.pulse[1], now
            elif (
                isinstance(worker.busy, Read)
                and worker.pulse[1] > 0
                and now - worker.beat_at > limit
            ):
                worker.stuck = True
                worker.process.kill()

    def _bury(self, worker: _Worker) -> Iterator[News]:
        """Deal with a dead worker: its uncommitted files are queued again."""
        worker.process.join()
        self._workers.remove(worker)
        if self._stopped:
            return
        self._deaths += 1
        if not self._answered and self._deaths > 3:
            raise WorkersFailed
        self._read_again.update(outcome.task.work for outcome in worker.unflushed)
        verdict = after(
            Death(
                worker.busy.tasks if isinstance(worker.busy, Read) else (),
                [outcome.task for outcome in worker.unflushed],
                worker.process.exitcode,
                worker.pulse[0] if worker.stuck else None,
            ),
            self._crashes,
        )
        self._crashes = verdict.crashes
        for given_up in verdict.unreadable:
            failures = (Failure(0, given_up.reason),)
            outcome = failed(given_up.task, time.time_ns(), "", failures)
            yield self._news([outcome])
            yield Done([self._written.of_file(outcome)], [])
        self._queue.extend(verdict.again)
        if self._queue and len(self._workers) < self._count:
            self._start()

    def _end(self) -> None:
        for worker in self._workers:
            with contextlib.suppress(BrokenPipeError, OSError):
                worker.connection.send(End())
        for worker in self._workers:
            worker.process.join(timeout=5)
            worker.connection.close()

    def kill(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()


@contextlib.contextmanager
def _held_back(signals: Iterable[int]) -> Iterator[None]:
    """Keep ``signals`` waiting, here and in a process that is started meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # The first process would start the tracker, which lets SIGINT and SIGTERM through again.
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
