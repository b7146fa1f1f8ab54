"""What becomes of the files of a reading process that died: the rule, without processes.

Files that it had read and not written are read again in batches, those in its hands one at a time.
Who kills its reader when it is read alone, or lets it hang, is unreadable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsgrep.ingest.messages import Task, Work

BATCH_BYTES = 1 << 19
BATCH_FILES = 256


@dataclass(frozen=True, slots=True)
class Death:
    """A reading process that ended before its time."""

    busy: Sequence[Task]
    """The files that it was reading, as one batch."""
    unwritten: Sequence[Task]
    """Files that it had read, whose articles are in no segment."""
    exit_code: int | None
    stuck_at: int | None = None
    """The file of ``busy`` at which it had to be killed; None where it died by itself."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is given up, and why."""

    task: Task
    reason: str


Crashes = dict[Work, int]
"""How many readers each file, or a share of it, was in the hands of when they died."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What to do about a death."""

    again: list[list[Task]]
    """Batches to be read again."""
    unreadable: list[Unreadable]
    crashes: Crashes


def after(death: Death, crashes: Mapping[Work, int]) -> Verdict:
    """What becomes of the files of a process; ``crashes`` is that of the verdict before."""
    again: list[list[Task]] = []
    unreadable = []
    counts = dict(crashes)
    stuck = death.stuck_at is not None
    for number, task in enumerate(death.busy):
        if stuck and number == death.stuck_at:
            unreadable.append(Unreadable(task, "took longer to read than --timeout allows"))
            continue
        if not stuck:
            counts[task.work] = counts.get(task.work, 0) + 1
            if counts[task.work] > 1 and len(death.busy) == 1:
                reason = f"reading it ends the process ({death.exit_code})"
                unreadable.append(Unreadable(task, reason))
                continue
        again.append([task])
    again += batches(death.unwritten)
    return Verdict(again, unreadable, counts)


def batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """The tasks in batches of :data:`BATCH_BYTES` and :data:`BATCH_FILES`; large files alone."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        if batch and (size + task.size > BATCH_BYTES or len(batch) >= BATCH_FILES):
            yield batch
            batch, size = [], 0
        batch.append(task)
        size += task.size
    if batch:
        yield batch
