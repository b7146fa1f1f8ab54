"""The engine's door: writers, the snapshot that answers, and what is replaced and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgrep.engines.opensearch import counting, runs
from newsgrep.engines.opensearch.address import Address, address_of
from newsgrep.engines.opensearch.connection import WRITING, Connection
from newsgrep.engines.opensearch.errors import NotOnCluster
from newsgrep.engines.opensearch.mapping import WORDS
from newsgrep.engines.opensearch.queries import visible_in
from newsgrep.engines.opensearch.reading import Moment, Reading
from newsgrep.engines.opensearch.state import State
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine, Snapshot, Writer
    from newsgrep.engines.opensearch.documents import Preparing

Json = dict[str, Any]


class OpenSearchEngine:
    """Implements :class:`newsgrep.engines.interface.Engine`."""

    def __init__(self, address: Address) -> None:
        self.connection = Connection(address)
        self.target = ""
        """The index of articles that a run writes to."""
        self.current = ""
        """That which answers."""
        self.state = State()
        """Which runs readers see of it."""
        self.run = 0
        """The number of the run that is being written, which no other ever had."""
        self.step = 0
        """The number of its last removal."""
        self.hold: Callable[[], None] = _nothing
        """Raises where another has taken the lock."""
        self._read_at = Moment()
        self._preparing: dict[str, Preparing] = {}

    def __getstate__(self) -> Json:
        # To each process its own dictionary of what it has sent.
        return {**self.__dict__, "_preparing": {}, "hold": _nothing, "state": State()}

    def answering(self, index: str, state: State, read_at: Moment) -> None:
        """Answer from an index in the state that its document tells, read after a moment."""
        self.current = index
        self.state = state
        self._read_at = read_at

    def writing(self, run: int, hold: Callable[[], None]) -> None:
        """Write as the run of a number to the index that answers; ``hold`` raises to stop it."""
        self.target, self.run, self.step, self.hold = self.current, run, 0, hold

    @property
    def _seen(self) -> Json:
        """The articles that readers see once the run shows."""
        return visible_in(self.run, self.state.dead)

    def writer(self) -> Writer:
        """A writer without articles."""
        from newsgrep.engines.opensearch.documents import Preparing
        from newsgrep.engines.opensearch.writer import BulkWriter

        preparing = self._preparing.setdefault(self.target, Preparing())
        return BulkWriter(self.connection, preparing, self.target, self.run)

    def snapshot(
        self,
        folder: Path,
        segments: Sequence[SegmentRef],
        clusters: str = "",
        shown: Callable[[str], str] = str,
    ) -> Snapshot:
        """What readers see of the index that answers."""
        from newsgrep.engines.opensearch.snapshot import ClusterSnapshot

        # Nothing is kept of answers that lacked something.
        self.connection.question.lacking = []
        seen = visible_in(self.state.visible, self.state.dead)
        reading = Reading(self.connection, self.current, self.state, self._read_at)
        return ClusterSnapshot(reading, self.current, seen, self.state.facts, shown)

    def joins(self, other: Engine) -> bool:
        """No: each index is asked by itself, and what they answer is put in one order."""
        return False

    def joined(self, snapshots: Sequence[Snapshot]) -> Snapshot:
        """The one snapshot."""
        (alone,) = snapshots
        return alone

    def articles_by_file(self, folder: Path, segments: Sequence[SegmentRef]) -> dict[str, int]:
        """Not told: it is for repairs of files."""
        raise NotOnCluster("check --repair")

    def cluster(self, folder: Path, segments: Sequence[SegmentRef]) -> str:
        """Group the near-duplicates; the name of a new file that tells of which batches."""
        from newsgrep.engines.opensearch.near_duplicates import Grouping, write_clusters

        names = [ref.name for ref in segments]
        self.hold()
        grouping = Grouping(self.target, self.run, self.state.dead)
        return write_clusters(self.connection, grouping, folder, names)

    def is_grouped_by_the_dead(self) -> bool:
        """Whether a run that was taken for dead has put articles that are seen into groups."""
        dead = self.state.dead
        if not dead:
            return False
        by_them = {"bool": {"filter": [self._seen, {"terms": {"grouped": [*dead]}}]}}
        return counting.count(self.connection, self.target, by_them) > 0

    def delete_files(
        self, folder: Path, segments: Sequence[SegmentRef], paths: set[str]
    ) -> list[SegmentRef]:
        """The batches without the articles of ``paths``, which end with this run."""
        if not paths:
            return list(segments)
        self.step += 1
        runs.end(
            self.connection, self.target, sorted(paths), [ref.name for ref in segments],
            self.run, self.step, self.state.dead,
        )  # fmt: skip
        # Counted, not as the cluster told: that may have been asked twice.
        ended = [{"term": {"until": self.run}}, {"term": {"step": self.step}}]
        gone = counting.count(self.connection, self.target, {"bool": {"filter": ended}})
        return _without(segments, gone)

    def refresh(self) -> None:
        """Let searches see what was written."""
        where = f"/{self.target},{self.target}{WORDS}/_refresh"
        self.connection.request("POST", where, seconds=WRITING)

    def remove_uncommitted(self, batches: Sequence[str]) -> None:
        """Remove what this run and those before it wrote and did not commit."""
        runs.remove_uncommitted(self.connection, self.target, batches, self.run, self.state.dead)

    def take_over(self, batches: Sequence[str], before: State) -> None:
        """Go on from what the runs committed that were broken off, as ``before`` tells it."""
        runs.take_over(
            self.connection, self.target, batches, self.run, self.state.dead,
            before.by, before.step,
        )  # fmt: skip

    def remove_ended(self, run: int) -> None:
        """Remove the articles that nobody sees who asks of the state after a run."""
        if run:
            runs.remove_ended(self.connection, self.target, run, self.state.dead)

    def replaces(self) -> bool:
        """Whether articles end with this run."""
        return counting.count(self.connection, self.target, {"term": {"until": self.run}}) > 0

    def articles_in(self, paths: Sequence[str]) -> tuple[int, int]:
        """How many articles of some files the set that answers has, and that which is written."""
        had = has = 0
        for files in runs.of_files(paths):
            seen = visible_in(self.state.visible, self.state.dead)
            old = {"bool": {"filter": [files, seen]}}
            new = {"bool": {"filter": [files, self._seen]}}
            there = counting.count(self.connection, self.target, new)
            has += there
            before = counting.count(self.connection, self.current, old)
            if before > there:
                # One that is there twice is copied once.
                before = counting.records(self.connection, self.current, old)
            had += before
        return had, has

    def facts(self) -> Json:
        """What every question is answered with, once the run shows."""
        return counting.facts(self.connection, self.target, self._seen)

    def count(self) -> int:
        """How many articles readers see once the run shows."""
        return counting.count(self.connection, self.target, self._seen)

    def delete_articles(
        self, folder: Path, segments: Sequence[SegmentRef], ids: set[str]
    ) -> list[SegmentRef]:
        """Not done: of what a cluster deletes, bytes stay until it merges."""
        raise NotOnCluster("forgetting")

    def merge(self, folder: Path, segments: Sequence[SegmentRef]) -> SegmentRef:
        """Not done: the cluster merges by itself."""
        raise NotOnCluster("merging")

    def to_merge(self, segments: Sequence[SegmentRef]) -> list[SegmentRef]:
        """Nothing: the cluster merges by itself."""
        return []

    def to_tidy(self, segments: Sequence[SegmentRef], written: int) -> list[SegmentRef]:
        """Nothing: the cluster merges by itself."""
        return []

    def version(self) -> str:
        """Name and version, for people."""
        found = self.connection.request("GET", "/").get("version", {})
        return f"{found.get('distribution', 'elasticsearch')} {found.get('number', '?')}"


def _nothing() -> None:
    """Nothing: who holds no lock can lose none."""


def _without(segments: Sequence[SegmentRef], gone: int) -> list[SegmentRef]:
    """The batches with so many articles fewer; of which batch each was is not known."""
    kept = []
    for ref in segments:
        some = min(gone, ref.articles - ref.deleted)
        gone -= some
        kept.append(ref._replace(deleted=ref.deleted + some) if some else ref)
    return kept


def engine_at(text: str) -> OpenSearchEngine:
    """The engine of an address. Raises :class:`UsageError`."""
    return OpenSearchEngine(address_of(text))
