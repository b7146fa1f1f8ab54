"""What was read of a file since an outcome was last given for it, and how many of its bytes."""

from __future__ import annotations

import time
from collections.abc import Callable

from newsgrep.ingest.catalog import MAX_FAILURES, Failure, FileEntry
from newsgrep.ingest.messages import Batch, Outcome, State, Task
from newsgrep.ingest.reader import OpenFile, Place
from newsgrep.ingest.shares import Reached, advanced


class FilePart:
    """What was read of a file since an outcome was last given for it."""

    def __init__(
        self, task: Task, now: int, checkpoint: float, report: Callable[[Batch], None]
    ) -> None:
        """``checkpoint`` is the seconds after which it is due to be ``report``-ed; 0 for never."""
        self.task = task
        self.now = now
        self.hash = ""
        self.place = Place(share=task.share)
        self.failures: list[Failure] = []
        self._unlisted = 0
        self.read = 0
        self.kept_out = 0
        self.before = 0
        """Articles that were read of it earlier, and count."""
        self._goes_on = False
        self._began_at = 0
        self._checkpoint = checkpoint
        self._report = report
        self._due = time.monotonic() + checkpoint if checkpoint else float("inf")

    def go_on(self, known: FileEntry) -> None:
        """Pass over the records that were read before, and keep what came of them."""
        self._goes_on = True
        self.place.before = known.stopped_after
        self._began_at = min(known.stopped_after, default=0)
        self.failures = list(known.failures[:MAX_FAILURES])
        self.before = known.articles
        self.read = self.kept_out = 0

    @property
    def moved_on(self) -> bool:
        """Whether any record was dealt with that had not been earlier."""
        return self.place.records > self._began_at

    def fail(self, failure: Failure) -> None:
        """Set down what could not be read; of very many, how many more there are."""
        if len(self.failures) < MAX_FAILURES:
            self.failures.append(failure)
        else:
            self._unlisted += 1

    def is_due(self) -> bool:
        """Whether what was read ought to be reported."""
        return time.monotonic() > self._due

    def report_so_far(self) -> None:
        """Report the part read so far, and go on from there."""
        outcome = self.outcome_so_far()
        self._report(Batch([outcome], flushed=True, more=True))
        self.task = self.task._replace(known=outcome.entry)
        self.go_on(outcome.entry)
        self._due = time.monotonic() + self._checkpoint

    def outcome_so_far(self) -> Outcome:
        """What was read of a file that is to be read on."""
        return self.outcome(advanced(self.place.before, self.place.records))

    def outcome(self, stopped_after: Reached = ()) -> Outcome:
        """What was read of a file: all of it, or as far as ``stopped_after`` says."""
        failures = self.failures.copy()
        if self._unlisted:
            failures.append(Failure(0, f"{self._unlisted:,} more records that are not listed"))
        entry = self.entry(self.before + self.read, tuple(failures), stopped_after)
        return Outcome(
            self.task, State.READ, entry, self.read, self._goes_on, self.kept_out,
            not stopped_after,
        )  # fmt: skip

    def entry(
        self, articles: int, failures: tuple[Failure, ...], stopped_after: Reached = ()
    ) -> FileEntry:
        """The file's new entry in the inventory."""
        task = self.task
        return FileEntry(
            task.size, task.mtime, self.now, self.hash, articles, failures,
            task.ctime, task.inode, stopped_after,
        )  # fmt: skip


class BytesRead:
    """How many bytes of a file are read.

    Many formats are read record by record, and the stream tells. Others are read whole first;
    then the share of the text that came out of them does.
    """

    def __init__(self, file: OpenFile, size: int) -> None:
        self._stream = file.stream
        self._size = size
        self._whole: bool | None = None

    def at(self, place: Place) -> int:
        """Bytes read when reading has come to ``place``."""
        try:
            position = self._stream.tell()
        except (OSError, ValueError):
            position = self._size
        if self._whole is None:
            self._whole = position >= self._size
        return min(place.characters if self._whole else position, self._size)
