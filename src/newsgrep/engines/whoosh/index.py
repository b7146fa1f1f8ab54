"""An index of newsgrep's as a Whoosh index: read-only, for Whoosh's own queries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from whoosh.index import Index
from whoosh.reading import EmptyReader, IndexReader, MultiReader, SegmentReader
from whoosh.searching import Searcher

from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.whoosh.codec import WhooshSegment
from newsgrep.engines.whoosh.schema import schema
from newsgrep.storage.segment_ref import SegmentRef


class WhooshIndex(Index):  # type: ignore[misc]
    """The segments of one commit.

    >>> with archive.whoosh().searcher() as searcher:
    ...     results = searcher.search(SpanNear2([Term("text", "border"), Term("text", "wall")]))
    ...     [hit["title"] for hit in results]
    """

    def __init__(self, folder: Path, refs: Sequence[SegmentRef]) -> None:
        self.schema = schema()
        self._segments = [
            WhooshSegment(
                Segment(folder / ref.name, folder / ref.deletions if ref.deletions else None)
            )
            for ref in refs
        ]

    def is_empty(self) -> bool:
        """Whether there are no segments."""
        return not self._segments

    def doc_count(self) -> int:
        """Articles that are not deleted."""
        return sum(segment.doc_count() for segment in self._segments)

    def doc_count_all(self) -> int:
        """Articles, deleted ones among them."""
        return sum(segment.doc_count_all() for segment in self._segments)

    def latest_generation(self) -> int:
        """0: Whoosh asks, but this index is of one commit."""
        return 0

    def last_modified(self) -> float:
        """When the newest segment was written, in seconds since 1970."""
        return max(segment.segment.file.path.stat().st_mtime for segment in self._segments)

    def reader(self, reuse: object = None) -> IndexReader:
        """A Whoosh reader of all segments."""
        readers = [SegmentReader(None, self.schema, segment) for segment in self._segments]
        if not readers:
            return EmptyReader(self.schema)
        return readers[0] if len(readers) == 1 else MultiReader(readers)

    # Whoosh has no types; its options are handed on as they come.
    def searcher(self, **options: Any) -> Searcher:
        """A Whoosh searcher; the options are Whoosh's (``weighting``, …)."""
        return Searcher(self.reader(), fromindex=None, **options)

    def close(self) -> None:
        """Let go of the segments' files."""
        for segment in self._segments:
            segment.segment.close()
