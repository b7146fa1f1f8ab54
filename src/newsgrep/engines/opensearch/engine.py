"""The engine's door: writers, the snapshot that answers, and what is replaced and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgrep.engines.opensearch import counting
from newsgrep.engines.opensearch.address import Address, address_of
from newsgrep.engines.opensearch.connection import WRITING, Connection
from newsgrep.engines.opensearch.errors import NotOnCluster
from newsgrep.engines.opensearch.paths import held
from newsgrep.engines.opensearch.queries import visible_in
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine, Snapshot, Writer
    from newsgrep.engines.opensearch.documents import Preparing

FILES_AT_ONCE = 1_000
"""Files whose articles are replaced in one request."""
NOTHING: dict[str, Any] = {"articles": 0, "words": 0, "newest": 0, "languages": {}, "defines": 0}
"""What is known of an index in which nothing is visible."""

Json = dict[str, Any]


class OpenSearchEngine:
    """Implements :class:`newsgrep.engines.interface.Engine`."""

    def __init__(self, address: Address) -> None:
        self.connection = Connection(address)
        self.target = ""
        """The index of articles that a run writes to."""
        self.current = ""
        """That which answers."""
        self.visible = 0
        """The last run that readers see of it."""
        self.facts: Json = NOTHING
        self._preparing: dict[str, Preparing] = {}

    def __getstate__(self) -> Json:
        # To each process its own dictionary of what it has sent.
        return {**self.__dict__, "_preparing": {}}

    @property
    def run(self) -> int:
        """The number of the run that is being written."""
        return self.visible + 1 if self.target == self.current else 1

    def answering(self, index: str, state: Json) -> None:
        """Answer from an index in the state that its manifest tells; ``{}`` for none yet."""
        self.current = index
        self.visible = int(state.get("visible", 0))
        self.facts = state.get("facts") or NOTHING

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
        self.connection.lacking = []
        return ClusterSnapshot(self.connection, self.current, self.visible, self.facts, shown)

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
        from newsgrep.engines.opensearch.near_duplicates import write_clusters

        names = [ref.name for ref in segments]
        return write_clusters(self.connection, self.target, self.run, folder, names)

    def delete_files(
        self, folder: Path, segments: Sequence[SegmentRef], paths: set[str]
    ) -> list[SegmentRef]:
        """The batches without the articles of ``paths``, which end with this run.

        Readers see those until the run shows; those of the run itself are removed at once.
        """
        if not paths:
            return list(segments)
        self.refresh()
        named = sorted(held(path) for path in paths)
        gone = 0
        for at in range(0, len(named), FILES_AT_ONCE):
            files = {"terms": {"path": named[at : at + FILES_AT_ONCE]}}
            older = {"bool": {"filter": [files, visible_in(self.run - 1)]}}
            script = {"source": "ctx._source.until = params.run", "params": {"run": self.run}}
            gone += self._by_query("update", {"query": older, "script": script})["updated"]
            batches = {"terms": {"batch": [ref.name for ref in segments]}}
            own = {"bool": {"filter": [files, batches, {"term": {"run": self.run}}]}}
            gone += self._by_query("delete", {"query": own})["deleted"]
        return _without(segments, gone)

    def _by_query(self, what: str, body: Json) -> Json:
        return self.connection.request(
            "POST", f"/{self.target}/_{what}_by_query", body,
            seconds=WRITING, conflicts="proceed", refresh=True, allow_partial_search_results=False,
        )  # fmt: skip

    def refresh(self) -> None:
        """Let searches see what was written."""
        self.connection.request("POST", f"/{self.target}/_refresh", seconds=WRITING)

    def remove_unnamed(self, batches: Sequence[str]) -> None:
        """Remove what a run that was broken off wrote and did not commit."""
        self.refresh()
        named = {"terms": {"batch": list(batches)}}
        query = {"bool": {"filter": [{"range": {"run": {"gte": self.run}}}], "must_not": [named]}}
        self._by_query("delete", {"query": query})

    def remove_replaced(self, index: str, run: int) -> None:
        """Remove the articles that no reader sees since a run shows."""
        query = {"range": {"until": {"lte": run}}}
        self.connection.request(
            "POST", f"/{index}/_delete_by_query", {"query": query},
            seconds=WRITING, conflicts="proceed", refresh=True, allow_partial_search_results=False,
        )  # fmt: skip

    def articles_in(self, paths: Sequence[str]) -> tuple[int, int]:
        """How many articles of some files the set that answers has, and that which is written."""
        had = has = 0
        for at in range(0, len(paths), FILES_AT_ONCE):
            files = {"terms": {"path": [held(path) for path in paths[at : at + FILES_AT_ONCE]]}}
            old = {"bool": {"filter": [files, visible_in(self.visible)]}}
            new = {"bool": {"filter": [files, visible_in(self.run)]}}
            there = counting.count(self.connection, self.target, new)
            has += there
            before = counting.count(self.connection, self.current, old)
            if before > there:
                # One that is there twice is copied once.
                before = counting.records(self.connection, self.current, old)
            had += before
        return had, has

    def facts_of(self, index: str, run: int) -> Json:
        """What every question is answered with, once a run shows."""
        return counting.facts(self.connection, index, visible_in(run))

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


def _without(segments: Sequence[SegmentRef], gone: int) -> list[SegmentRef]:
    """The batches with so many articles fewer; of which batch each was is not known."""
    kept = []
    for ref in segments:
        some = min(gone, ref.articles - ref.deleted)
        gone -= some
        kept.append(replace(ref, deleted=ref.deleted + some) if some else ref)
    return kept


def engine_at(text: str) -> OpenSearchEngine:
    """The engine of an address. Raises :class:`UsageError`."""
    return OpenSearchEngine(address_of(text))
