"""The engine's door: writers, snapshots, deletions and merges."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.engines.columnar.near_duplicates.clusters import write_clusters
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.stored_article import documents_of_files
from newsgrep.engines.columnar.snapshot import ColumnarSnapshot
from newsgrep.storage.section_file import FORMAT
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine, Snapshot, Writer

MERGE_FACTOR = 8
"""Segments of about one size that are merged into one."""

SMALLEST_TIER = 1 << 20
"""Segments below this many bytes count as of one size."""

SMALL = 64 << 20
"""Segments of fewer bytes are made one at the end of a run that wrote as much."""


class ColumnarEngine:
    """Implements :class:`newsgrep.engines.Engine`."""

    def writer(self) -> Writer:
        """A writer without articles."""
        # NumPy is only needed for writing, and takes its time to load.
        from newsgrep.engines.columnar.segment.writer import SegmentWriter

        return SegmentWriter()

    def snapshot(
        self,
        folder: Path,
        segments: Sequence[SegmentRef],
        clusters: str = "",
        shown: Callable[[str], str] = str,
    ) -> Snapshot:
        """A snapshot of ``segments``; ``clusters`` is what :meth:`cluster` gave."""
        return ColumnarSnapshot(folder, segments, clusters, shown)

    def joins(self, other: Engine) -> bool:
        """Folders are joined, whichever they are."""
        return isinstance(other, ColumnarEngine)

    def joined(self, snapshots: Sequence[Snapshot]) -> Snapshot:
        """One snapshot of several indexes; it closes theirs."""
        own = [one for one in snapshots if isinstance(one, ColumnarSnapshot)]
        return own[0] if len(own) == 1 else ColumnarSnapshot.joined(own)

    def articles_by_file(self, folder: Path, segments: Sequence[SegmentRef]) -> dict[str, int]:
        """How many undeleted articles of each file ``segments`` hold."""
        counts: dict[str, int] = {}
        for ref in segments:
            segment = _opened(folder, ref)
            names = [name.decode("utf-8", "surrogateescape") for name in segment.file_names]
            for document, file in enumerate(segment.files.tolist()):
                if document not in segment.deleted:
                    counts[names[file]] = counts.get(names[file], 0) + 1
            segment.close()
        return counts

    def cluster(self, folder: Path, segments: Sequence[SegmentRef]) -> str:
        """Group the near-duplicates in ``segments``; the name of a new file that tells how."""
        if not segments:
            return ""
        opened = [_opened(folder, ref) for ref in segments]
        try:
            return write_clusters(folder, [ref.name for ref in segments], opened)
        finally:
            for segment in opened:
                segment.close()

    def delete_files(
        self, folder: Path, segments: Sequence[SegmentRef], paths: set[str]
    ) -> list[SegmentRef]:
        """The segments without the articles of ``paths``; new files, the old ones untouched."""
        if not paths:
            return list(segments)
        return self._delete(folder, segments, lambda segment: documents_of_files(segment, paths))

    def delete_articles(
        self, folder: Path, segments: Sequence[SegmentRef], ids: set[str]
    ) -> list[SegmentRef]:
        """The segments without the articles that have these ids; new files, as above."""

        def documents(segment: Segment) -> list[int]:
            return [number for one in ids for number in segment.with_id_prefix(one)]

        return self._delete(folder, segments, documents)

    def _delete(
        self,
        folder: Path,
        segments: Sequence[SegmentRef],
        documents: Callable[[Segment], list[int]],
    ) -> list[SegmentRef]:
        """The segments without the documents that a function gives for each."""
        from newsgrep.engines.columnar.segment.deletions import write_deletions

        kept: list[SegmentRef] = []
        for ref in segments:
            segment = _opened(folder, ref)
            gone = documents(segment)
            if gone:
                deleted = segment.deleted | set(gone)
                if len(deleted) == segment.count:
                    segment.close()
                    continue
                name = f"{ref.name.removesuffix('.seg')}.{os.urandom(4).hex()}.del"
                write_deletions(folder / name, deleted, segment.count)
                ref = ref._replace(deletions=name, deleted=len(deleted))
            segment.close()
            kept.append(ref)
        return kept

    def merge(self, folder: Path, segments: Sequence[SegmentRef]) -> SegmentRef:
        """One new segment with the undeleted articles of ``segments``, in order."""
        from newsgrep.engines.columnar.merge.merger import merge
        from newsgrep.engines.columnar.segment.writer import new_segment_name

        opened = [_opened(folder, ref) for ref in segments]
        name = new_segment_name()
        try:
            return merge(opened, folder / name).ref(name)
        finally:
            for segment in opened:
                segment.close()

    def to_merge(self, segments: Sequence[SegmentRef]) -> list[SegmentRef]:
        """A tier of like-sized segments that is full, or one that is mostly deleted.

        The tiers grow by :data:`MERGE_FACTOR`, so that an article is rewritten a number of
        times that is logarithmic in the index's size (log-structured merging).
        """
        tiers: dict[int, list[SegmentRef]] = {}
        for ref in segments:
            if 2 * ref.deleted > ref.articles:
                return [ref]
            size, tier = ref.bytes // SMALLEST_TIER, 0
            while size:
                size //= MERGE_FACTOR
                tier += 1
            tiers.setdefault(tier, []).append(ref)
        for tier in sorted(tiers):
            if len(tiers[tier]) >= MERGE_FACTOR:
                return tiers[tier][:MERGE_FACTOR]
        return []

    def to_tidy(self, segments: Sequence[SegmentRef], written: int) -> list[SegmentRef]:
        """The small segments, where they are no more than the run wrote twice over.

        Every question looks each of its words up in each segment; a run that wrote much may
        write it once more.
        """
        small = [ref for ref in segments if ref.bytes < SMALL]
        enough = len(small) > 2 and sum(ref.bytes for ref in small) <= 2 * written
        return small if enough else []

    def version(self) -> str:
        """Name and version, for people."""
        from importlib.metadata import version

        return f"Whoosh {version('whoosh3')}, index format {FORMAT}"


def _opened(folder: Path, ref: SegmentRef) -> Segment:
    return Segment(folder / ref.name, folder / ref.deletions if ref.deletions else None)
