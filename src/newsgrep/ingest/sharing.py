"""Which files several processes read together, and what became of such a file as a whole."""

from __future__ import annotations

from newsgrep.ingest.catalog import MAX_FAILURES, Failure, FileEntry
from newsgrep.ingest.formats.documents.picture import PICTURES
from newsgrep.ingest.messages import Outcome, State, Task
from newsgrep.ingest.reader import NO_TEXT, OpenFile
from newsgrep.ingest.shares import ALL_RECORDS, ENDED, Reached, Share

SMALLEST = 1 << 19
"""Bytes of a file that a share has at least: for less, splitting it once more does not pay."""
LARGE = 8 << 20
"""A file of more bytes than this is only read while no other such file is, but by several."""
_IN_PIECES = (".jsonl", ".ndjson", ".csv", ".tsv", ".mbox", ".warc", ".gz", ".zip", ".tar")
"""Files that are read piece by piece; others are in memory wholly while they are split."""
_MOST_COPIES = 2
"""Processes that may have the whole of one large file in memory."""
_SPLIT_SLOWLY = (".pdf", ".docx", ".odt", ".rtf", ".epub", *PICTURES)
"""Files out of which text comes as they are split: each process would do all of the work."""


def most_shares(task: Task, processes: int) -> int:
    """In how many shares so many processes may read a file; 1 for not at all.

    A file whose earlier articles are replaced when all of it is read, is read by one.
    """
    if task.share != ALL_RECORDS or task.path.lower().endswith(_SPLIT_SLOWLY):
        return 1
    of = len(task.known.stopped_after) if task.known is not None else 1
    if of != 1:
        return max(1, of)
    if task.size > LARGE and not task.path.lower().endswith(_IN_PIECES):
        processes = min(processes, _MOST_COPIES)
    return max(1, min(processes, task.size // SMALLEST))


def in_shares(task: Task, of: int) -> list[Task]:
    """A file to be read in ``of`` shares, each with what is known of it already.

    Those that were read to their ends are among them.
    """
    known = task.known
    if known is None:
        known = FileEntry(
            task.size, task.mtime, 0, "", 0, ctime=task.ctime, inode=task.inode, stopped_after=(0,)
        )
    reached = known.stopped_after if len(known.stopped_after) == of else known.stopped_after * of
    # What was read before counts with the first.
    first = known._replace(stopped_after=reached[:1])
    others = [first._replace(articles=0, failures=(), stopped_after=(at,)) for at in reached[1:]]
    return [
        task._replace(share=Share(number, of), known=entry)
        for number, entry in enumerate((first, *others))
    ]


def is_ended(task: Task) -> bool:
    """Whether a share was read to its end already."""
    return task.known is not None and task.known.stopped_after == (ENDED,)


def may_go_on(task: Task) -> bool:
    """Whether the file is new, or what it was when its reading was stopped."""
    if task.known is None:
        return True
    try:
        with OpenFile(task.path) as file:
            return file.hash == task.known.hash
    except OSError:
        return False


class SharedFile:
    """What was told of the shares of one file so far."""

    def __init__(self, shares: list[Task]) -> None:
        """``shares`` are those of :func:`in_shares`."""
        self._told = [
            Outcome(task, State.READ, task.known, ended=is_ended(task))
            for task in shares
            if task.known is not None
        ]
        self._hashes = {one.entry.hash for one in self._told} - {""}
        self._kept_out = 0

    def with_share(self, outcome: Outcome) -> Outcome:
        """What has become of the file when that has become of a share.

        It is whole when each share is; its articles come beside those told of before.
        """
        self._told[outcome.task.share.number] = outcome
        self._kept_out += outcome.kept_out
        self._hashes |= {outcome.entry.hash} - {""}
        failures = {failure for share in self._told for failure in share.entry.failures}
        entry = outcome.entry._replace(
            articles=sum(share.entry.articles for share in self._told),
            failures=tuple(sorted(failures, key=lambda one: one.record)[:MAX_FAILURES]),
            stopped_after=self._reached(),
            hash=next(iter(self._hashes), ""),
        )
        if len(self._hashes) > 1:
            # It was written to between two openings: the next run finds it changed.
            entry = entry._replace(size=0, mtime=-1, hash="")
        state = State.READ
        if not entry.stopped_after and not entry.articles and not self._kept_out:
            states = {share.state for share in self._told}
            state = State.FOREIGN if states == {State.FOREIGN} else State.FAILED
            if state is State.FAILED and not failures:
                entry = entry._replace(failures=(Failure(0, NO_TEXT),))
        return outcome._replace(state=state, entry=entry, goes_on=True)

    def _reached(self) -> Reached:
        """How far each share was read; empty when all were to their ends."""
        reached = tuple(
            ENDED if share.ended else share.entry.stopped_after[0] for share in self._told
        )
        return () if min(reached) == ENDED else reached


class SharedFiles:
    """The files that are read in shares, as far as one who is told of them knows."""

    def __init__(self) -> None:
        self._files: dict[str, SharedFile] = {}

    def begin(self, shares: list[Task]) -> None:
        """Know of a file that is to be read in ``shares``."""
        self._files[shares[0].path] = SharedFile(shares)

    def of_file(self, outcome: Outcome) -> Outcome:
        """What has become of a file; of one that is not shared, what is told."""
        task = outcome.task
        if task.share == ALL_RECORDS:
            return outcome
        told = self._files[task.path].with_share(outcome)
        if not told.entry.stopped_after:
            del self._files[task.path]
        return told
