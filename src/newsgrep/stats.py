"""What an archive holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Totals:
    """What an index holds, in numbers."""

    articles: int
    words: int
    terms: int
    """Different words, also of articles that are gone, until what holds them is merged."""
    first_date: str
    last_date: str
    dated: int
    sources: dict[str, int]
    languages: dict[str, int]


@dataclass(frozen=True, slots=True)
class Stats:
    """What an archive holds."""

    index: str
    totals: Totals
    files: int
    failures: int
    bytes: int
    """Size of the index."""
    committed: str
    """When it was last written, in UTC, ISO 8601."""
    roots: tuple[str, ...]
    """The files and folders that were given to be indexed."""
    missing: tuple[str, ...] = ()
    """Those of them that are not there now, or are empty."""
    unfinished: tuple[str, ...] = ()
    """Files of which only a part is indexed, as the run was stopped."""
