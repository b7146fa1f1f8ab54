"""Files read by as many processes as memory allows, or here where there is little to read."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.ingest.messages import Outcome, Task
from newsgrep.ingest.pool import Done, News, Workers
from newsgrep.ingest.reader import Reading, is_plain
from newsgrep.ingest.reader_process import Reader
from newsgrep.ingest.retrying import batches
from newsgrep.ingest.time_limit import can_interrupt
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Writer
    from newsgrep.ingest.forgotten import Forgotten

CHECKPOINT_SECONDS = 30.0
_MAIN_MEMORY = 92 << 20
"""What the main process takes, about (measured)."""
_FILE_MEMORY = 780
"""And what it takes for each file (measured)."""
_WORKER_MEMORY = 104 << 20
"""What a worker takes before it holds any articles (measured)."""
SMALLEST_BUDGET = 24 << 20
_SMALL_RUN = 1 << 20
"""Fewer bytes than this are read without starting processes."""


class Readers:
    """Those who read the files of a run."""

    def __init__(
        self,
        new_writer: Callable[[], Writer],
        folder: Path,
        how: Reading,
        jobs: int,
        memory: int,
    ) -> None:
        """``jobs`` processes, 0 for as many as there are cores; ``memory`` bytes for the whole
        run, all processes together."""
        self._new_writer = new_writer
        self._folder = folder
        self._how = how
        self._asked = jobs
        self._memory = memory
        self._workers: Workers | None = None
        self._here: Reader | None = None
        self._stopped = False

    def keep_out(self, forgotten: Forgotten) -> None:
        """Let what was forgotten not be read into the index."""
        self._how = replace(self._how, forgotten=forgotten)

    def stop(self) -> None:
        """Read no further; for signal handlers."""
        self._stopped = True
        if self._workers is not None:
            self._workers.stop()
        if self._here is not None:
            self._here.stop()

    def read(self, tasks: list[Task], known: int) -> Iterator[News]:
        """Read ``tasks``, which are taken out of their list; ``known`` files are listed already.

        Yields what :meth:`Workers.run` does.
        """
        total = sum(task.size for task in tasks)
        if total < _SMALL_RUN and can_interrupt() and all(is_plain(task.path) for task in tasks):
            yield from self._read_here(tasks)
            return
        room = self._room(max(len(tasks), known))
        jobs = self._jobs(room)
        budget = max(room // jobs - _WORKER_MEMORY, SMALLEST_BUDGET)
        self._workers = Workers(self._new_writer, self._folder, jobs, budget, self._how)
        if self._stopped:
            return
        try:
            yield from self._workers.run(_given_up(tasks), CHECKPOINT_SECONDS)
        except BaseException:
            self._workers.kill()
            raise

    def _room(self, files: int) -> int:
        """Bytes that the main process, with so many files to list, leaves to those that read."""
        return self._memory - _MAIN_MEMORY - _FILE_MEMORY * files

    def _jobs(self, room: int) -> int:
        """As many processes as asked for, as far as memory goes."""
        most = room // (_WORKER_MEMORY + SMALLEST_BUDGET)
        return max(1, min(self._asked or _cores(), most))

    def _read_here(self, tasks: list[Task]) -> Iterator[Done | list[Outcome]]:
        segments: list[SegmentRef] = []
        budget = max(self._memory - _MAIN_MEMORY - _WORKER_MEMORY, SMALLEST_BUDGET)
        reader = Reader(self._new_writer, self._folder, budget, segments.append, self._how)
        self._here = reader
        waiting: list[Outcome] = []
        last = time.monotonic()
        for tasks_now in batches(tasks):
            if self._stopped:
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


def _given_up(tasks: list[Task]) -> list[Task]:
    """The tasks, in a list that is the receiver's alone: there may be a million of them."""
    taken = tasks.copy()
    tasks.clear()
    return taken


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
