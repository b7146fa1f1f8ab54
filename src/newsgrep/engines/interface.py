"""What an engine is; the rest of the house knows only this."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from newsgrep.article import Article
from newsgrep.engines.matches import Digest, Match, Matches, Part, Period, Query, TermCount
from newsgrep.results import Highlighting
from newsgrep.stats import Totals
from newsgrep.storage.segment_ref import SegmentRef


class Writer(Protocol):
    """Collects articles and writes them as one segment."""

    def __len__(self) -> int: ...

    @property
    def memory(self) -> int:
        """Bytes that writing now would take at its height, about."""
        ...

    def add(self, article: Article) -> None:
        """Take an article in, to be written with the next segment."""
        ...

    def write(self, folder: Path) -> SegmentRef:
        """Write a new segment into ``folder``, complete and flushed to disk."""
        ...


class Snapshot(Protocol):
    """Answers questions from the state of one commit."""

    def search(self, query: Query) -> Matches:
        """What answers ``query``, in the part and order that its request asks for."""
        ...

    def count(self, query: Query) -> int:
        """How many articles match: in full, or with any of the words where that is asked."""
        ...

    def notes(self, query: Query) -> list[str]:
        """What ought to be said of how ``query`` is read: what else was searched, what was not."""
        ...

    def highlighting(self, query: Query) -> Highlighting:
        """What ``query`` would highlight."""
        ...

    def facets(self, query: Query, names: Sequence[str]) -> tuple[int, dict[str, dict[str, int]]]:
        """How many articles match, and for each field its values with how many have each."""
        ...

    def periods(self, query: Query, by: Period) -> tuple[int, dict[str, int]]:
        """How many articles match, and how many in each period, in order.

        Periods without any are left out.
        """
        ...

    def digest(self, query: Query) -> Digest:
        """What the articles that match come to: numbers, dates, the best of them."""
        ...

    def words(self, query: Query) -> list[TermCount]:
        """Each word of a question with the forms that are looked for and their articles."""
        ...

    def parts(self, query: Query, matches: Sequence[Match]) -> list[list[Part]]:
        """What each word and signal gave each match."""
        ...

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of some folded words, in this form; 0 for none."""
        ...

    def everything(self) -> Iterator[tuple[Match, Article]]:
        """Every article, in the order of the index."""
        ...

    def spelling(self, word: str) -> list[tuple[str, int]]:
        """Words of the index that are written nearly so, with their articles."""
        ...

    def nearest_values(self, field: str, text: str) -> list[tuple[str, int]]:
        """Values of a field that are nearly ``text``, with their articles."""
        ...

    def near_duplicates(self, match: Match) -> list[Match]:
        """The near-duplicates of an article, itself among them."""
        ...

    def first(self, matches: Sequence[Match]) -> Article:
        """The article that ran first of ``matches``, which are of one index.

        In :func:`order_of_time`: those without a date come last.
        """
        ...

    def span(self) -> tuple[str, str]:
        """The first and the last day of all articles; empty where none has a date."""
        ...

    def definitions(self, acronym: str = "") -> list[tuple[str, str, int]]:
        """Acronyms, their long forms, and how many articles define them so."""
        ...

    def source(self, match: Match) -> int:
        """Which of the indexes searched together a match is from, counted from 0."""
        ...

    def article(self, match: Match) -> Article:
        """The article of a match, whole."""
        ...

    def find(self, id_prefix: str) -> list[Match]:
        """The articles whose ids begin so."""
        ...

    def with_content(self, hashes: frozenset[bytes]) -> dict[bytes, list[Match]]:
        """The articles of content hashes, each given by its first 16 bytes; none for unknown."""
        ...

    def of_file(self, path: str) -> list[Match]:
        """The articles read from a file, by record."""
        ...

    def path(self, match: Match) -> str:
        """The file of a match, as the user would type it."""
        ...

    def paths(self, matches: Iterable[Match]) -> Iterator[str]:
        """The file of each match, as the user would type it."""
        ...

    def totals(self) -> Totals:
        """What all articles together come to: numbers, words, days, sources, languages."""
        ...

    def check_whole(self) -> None:
        """Raises :class:`IndexDamaged` where files were cut off since they were opened."""
        ...

    def close(self) -> None:
        """Let go of the files of the segments."""
        ...


class Engine(Protocol):
    """Makes writers and snapshots, merges segments and marks articles as deleted."""

    def writer(self) -> Writer:
        """A writer without articles."""
        ...

    def snapshot(
        self,
        folder: Path,
        segments: Sequence[SegmentRef],
        clusters: str = "",
        shown: Callable[[str], str] = str,
    ) -> Snapshot:
        """A snapshot of ``segments``.

        ``clusters`` is what :meth:`cluster` gave; ``shown`` makes the path that a user would type
        of one that is stored.
        """
        ...

    def joins(self, other: Engine) -> bool:
        """Whether :meth:`joined` takes snapshots of ``other`` beside its own."""
        ...

    def joined(self, snapshots: Sequence[Snapshot]) -> Snapshot:
        """One snapshot of several indexes of engines that it joins; it closes theirs."""
        ...

    def articles_by_file(self, folder: Path, segments: Sequence[SegmentRef]) -> dict[str, int]:
        """How many undeleted articles of each file ``segments`` hold."""
        ...

    def cluster(self, folder: Path, segments: Sequence[SegmentRef]) -> str:
        """Group the near-duplicates in ``segments``; the name of a new file that tells how."""
        ...

    def delete_files(
        self, folder: Path, segments: Sequence[SegmentRef], paths: set[str]
    ) -> list[SegmentRef]:
        """The segments without the articles of ``paths``; new files, the old ones untouched."""
        ...

    def delete_articles(
        self, folder: Path, segments: Sequence[SegmentRef], ids: set[str]
    ) -> list[SegmentRef]:
        """The segments without the articles that have these ids; new files, as above."""
        ...

    def merge(self, folder: Path, segments: Sequence[SegmentRef]) -> SegmentRef:
        """One new segment with the undeleted articles of ``segments``, in order."""
        ...

    def to_merge(self, segments: Sequence[SegmentRef]) -> list[SegmentRef]:
        """The segments that ought to be merged next; empty if none."""
        ...

    def to_tidy(self, segments: Sequence[SegmentRef], written: int) -> list[SegmentRef]:
        """The segments to merge at the end of a run that wrote ``written`` bytes of them."""
        ...

    def version(self) -> str:
        """Name and version, for people."""
        ...
