"""The small interface that an engine implements; the rest of the house knows only this.

An index is a list of immutable segments, named in the archive's manifest. A :class:`Writer`
makes new ones, a :class:`Searcher` reads them, and a commit is the archive writing another
list. ``engine/whoosh`` is the one implementation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

from newsgrep.article import Article
from newsgrep.query.tree import Node

Mode = Literal["default", "all", "any"]
"""``all``: every word; ``any``: at least one; ``default``: ``all``, then the rest of ``any``."""


@dataclass(frozen=True, slots=True)
class SegmentRef:
    """A segment as the manifest names it: files in the index folder, and their counts."""

    name: str
    articles: int
    words: int
    terms: int
    bytes: int
    deletions: str = ""
    """The file that says which of its articles are deleted, if any are."""
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """An article that answers: where it is, its score, and whether it matches in full."""

    segment: int
    document: int
    score: float
    full: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to highlight: for each successive word, the terms that stand for it."""

    slots: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """The articles that answer: counts of all, and the rows asked for, best first."""

    full: int
    partial: int
    rows: list[Match]
    patterns: list[Pattern]
    notes: list[str] = field(default_factory=list)
    """What was searched otherwise than typed, in sentences for the user."""


class Writer(Protocol):
    """Collects articles and writes them as one segment."""

    def __len__(self) -> int: ...

    @property
    def memory(self) -> int:
        """Bytes that writing now would take at its height, about."""
        ...

    def add(self, article: Article) -> None: ...

    def write(self, folder: Path) -> SegmentRef:
        """Write a new segment into ``folder``, complete and flushed to disk."""
        ...


class Searcher(Protocol):
    """Answers questions from the segments of one commit."""

    def search(
        self, query: Node, *, mode: Mode, sort: str, limit: int | None, offset: int
    ) -> Matches: ...

    def patterns(self, query: Node) -> list[Pattern]:
        """What ``query`` would highlight."""
        ...

    def article(self, match: Match) -> Article:
        """The article of a match, whole."""
        ...

    def find(self, id_prefix: str) -> list[Match]:
        """The articles whose ids begin so."""
        ...

    def of_file(self, path: str) -> list[Match]:
        """The articles read from a file, by record."""
        ...

    def paths(self, matches: Iterable[Match]) -> Iterator[str]:
        """The file of each match."""
        ...

    def totals(self) -> Totals: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Totals:
    """What an index holds, in numbers."""

    articles: int
    words: int
    terms: int
    first_date: str
    last_date: str
    dated: int
    sources: dict[str, int]
    languages: dict[str, int]


class Engine(Protocol):
    """Makes writers and searchers, merges segments and marks articles as deleted."""

    def writer(self) -> Writer: ...

    def searcher(self, folder: Path, segments: Sequence[SegmentRef]) -> Searcher: ...

    def delete_files(
        self, folder: Path, segments: Sequence[SegmentRef], paths: set[str]
    ) -> list[SegmentRef]:
        """The segments without the articles of ``paths``; new files, the old ones untouched."""
        ...

    def merge(self, folder: Path, segments: Sequence[SegmentRef]) -> SegmentRef:
        """One new segment with the undeleted articles of ``segments``, in order."""
        ...

    def to_merge(self, segments: Sequence[SegmentRef]) -> list[SegmentRef]:
        """The segments that ought to be merged next; empty if none."""
        ...

    def version(self) -> str:
        """Name and version, for people."""
        ...
