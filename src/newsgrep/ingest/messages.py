"""What a run and the processes that read for it say to each other, and what it is about.

A process is sent :class:`Read` and :class:`Flush` until :class:`End`; it answers each of the first
two with a :class:`Batch`, before which come the segments that it wrote, each as
:class:`Written`. :class:`NotWritten` is its last word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from newsgrep.ingest.catalog import Failure, FileEntry
from newsgrep.ingest.shares import ALL_RECORDS, Share
from newsgrep.storage.segment_ref import SegmentRef

Work = tuple[str, Share]
"""The path of a file, and the records of it."""


class Task(NamedTuple):
    """A file to read: where it is, how it is stored, and what is known of it already."""

    path: str
    stored: str
    size: int
    mtime: int
    known: FileEntry | None
    named: bool
    """Whether the user gave this very file, so that it must be accounted for."""
    ctime: int = 0
    inode: int = 0
    again: bool = False
    """Whether to be read even if its content is the same, as more of it can be read now."""
    share: Share = ALL_RECORDS
    """The records of it that are to be read."""

    @property
    def work(self) -> Work:
        """What is to be read, whatever is known of it."""
        return self.path, self.share


class State(Enum):
    """What became of a file."""

    READ = auto()
    SAME = auto()
    """Its content is what was indexed; only its time had changed."""
    FOREIGN = auto()
    """Of a kind that holds no articles."""
    FAILED = auto()
    """Nothing in it could be read; earlier articles of it are kept."""


class Outcome(NamedTuple):
    """What became of a file, and its new entry in the inventory."""

    task: Task
    state: State
    entry: FileEntry
    read: int = 0
    """Articles that were read of it now; an earlier run may have read others."""
    goes_on: bool = False
    """Whether they come beside the articles read of it before, not instead of them."""
    kept_out: int = 0
    """Articles that were read of it and are not to be in the index, as they were forgotten."""
    ended: bool = True
    """Whether the share of it that was read was read to its end."""


def failed(task: Task, now: int, digest: str, failures: tuple[Failure, ...]) -> Outcome:
    """The outcome of a file of which nothing could be read; what was known of it is kept.

    ``now`` is in nanoseconds, ``digest`` the hash of what the file holds, empty where not known.
    """
    kept = task.known.articles if task.known is not None else 0
    entry = FileEntry(task.size, task.mtime, now, digest, kept, failures, task.ctime, task.inode)
    return Outcome(task, State.FAILED, entry)


@dataclass(frozen=True, slots=True)
class Read:
    """Asks for files to be read."""

    tasks: list[Task]


@dataclass(frozen=True, slots=True)
class Flush:
    """Asks for what is held in memory to be written."""


@dataclass(frozen=True, slots=True)
class End:
    """Asks the process to end."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Outcomes of a batch; ``flushed`` says that all its articles are in segments sent."""

    outcomes: list[Outcome]
    flushed: bool
    more: bool = False
    """Whether its one file is read on; the outcome is that of the part read so far."""


@dataclass(frozen=True, slots=True)
class Written:
    """A segment that was written."""

    segment: SegmentRef


@dataclass(frozen=True, slots=True)
class NotWritten:
    """What was read could not be written, which ends the run."""

    error: OSError


Answer = Batch | Written | NotWritten
