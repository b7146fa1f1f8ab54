"""Segments, as the manifest of an archive names them."""

from __future__ import annotations

from typing import NamedTuple


class SegmentRef(NamedTuple):
    """A segment as the manifest names it: files in the index folder, and their counts."""

    name: str
    articles: int
    words: int
    terms: int
    bytes: int
    deletions: str = ""
    """The file that says which of its articles are deleted, if any are."""
    deleted: int = 0
