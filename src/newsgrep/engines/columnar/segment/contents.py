"""What a segment says of itself in its file: how much it holds."""

from __future__ import annotations

from typing import NamedTuple, TypedDict

from newsgrep.storage.segment_ref import SegmentRef


class Contents(TypedDict):
    """Counts, as they are kept in JSON at the end of a segment's file."""

    articles: int
    words: int
    terms: int
    files: int
    facets: dict[str, int]
    """Distinct values of each field."""


class Written(NamedTuple):
    """A segment that has been written: its counts, and the bytes of its file."""

    contents: Contents
    size: int

    def ref(self, name: str) -> SegmentRef:
        """The segment as the manifest names it."""
        contents = self.contents
        return SegmentRef(
            name=name,
            articles=contents["articles"],
            words=contents["words"],
            terms=contents["terms"],
            bytes=self.size,
        )
