"""Plain data that the commands around a search give."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many of the articles that match have each value of some fields."""

    query: str
    total: int
    fields: dict[str, dict[str, int]]
    """For each field its values with their articles, the most first."""


@dataclass(frozen=True, slots=True)
class Series:
    """One query over time."""

    query: str
    total: int
    undated: int
    counts: dict[str, int]
    """Articles by period; periods without any are left out."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Queries over time, side by side."""

    by: str
    periods: tuple[str, ...]
    """Every period from the first to the last, in order."""
    series: tuple[Series, ...]
    archive: dict[str, int]
    """All articles of each period, for shares."""

    def share(self, series: Series, period: str) -> float:
        """The share (0 to 1) that a query has of all articles of a period."""
        every = self.archive.get(period, 0)
        return series.counts.get(period, 0) / every if every else 0.0


@dataclass(frozen=True, slots=True)
class Distinctive:
    """A word or name that sets the articles that match apart from the rest."""

    text: str
    kind: str
    """``word``, ``person``, ``org`` or ``location``."""
    found: int
    """Articles looked at that hold it."""
    articles: int
    """Articles of the whole archive that do."""
    score: float
    """Log-likelihood."""


@dataclass(frozen=True, slots=True)
class DistinctiveTerms:
    """What sets the articles that match apart."""

    query: str
    total: int
    looked_at: int
    terms: tuple[Distinctive, ...]


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One place where the query occurs, with the text on either side."""

    left: str
    match: str
    right: str
    id: str
    path: str
    record: int
    date: str
    source: str
    zone: str
    """Where in the article: ``title``, ``deck`` or ``text``."""


@dataclass(frozen=True, slots=True)
class Similar:
    """An article like another."""

    id: str
    path: str
    record: int
    title: str
    source: str
    date: str
    score: float
    likeness: float
    """The share, 0 to 1, that it holds of what the telling words of the other are worth."""
    copy: bool
    """Whether it is a near-copy rather than another article on the same matter."""


@dataclass(frozen=True, slots=True)
class StoryMember:
    """One of the near-copies that make a story."""

    id: str
    path: str
    record: int
    title: str
    source: str
    authors: tuple[str, ...]
    date: str
    words: int
    added: int
    """Words that the first of the story does not have."""
    removed: int
    """Words of the first of the story that it lacks."""
    changes: tuple[tuple[str, str], ...]
    """The text against the first's: pairs of ``same``, ``added`` or ``removed`` and words."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an audit looked for, and where it was found."""

    name: str
    about: str
    count: int
    share: float
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """How an archive is: what is known of its articles, and what looks wrong."""

    articles: int
    known: dict[str, int]
    """Articles of which each field is known."""
    findings: tuple[Finding, ...]
    gaps: tuple[tuple[str, str, int], ...]
    """A source, a month without any article of it, and how many it has in a usual month."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A query as it was understood."""

    query: str
    parsed: str
    tree: tuple[tuple[int, str], ...]
    """Lines of the tree, each with its depth."""
    words: tuple[tuple[str, str, tuple[str, ...], int], ...]
    """A word, its field, the forms that are looked for, and the articles that hold them."""
    total: int
    notes: tuple[str, ...]


class Definition(NamedTuple):
    """What articles say that an acronym stands for."""

    acronym: str
    long: str
    articles: int
    """How many articles define it so."""
