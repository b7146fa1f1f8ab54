"""What a search gives: plain data, the same for every output."""

from __future__ import annotations

from typing import NamedTuple

from newsgrep.records import record

Span = tuple[int, int]


class FormsIn(NamedTuple):
    """Forms of a word that count in the articles of one language alone."""

    language: str
    """As a two-letter code."""
    or_unknown: bool
    """Whether they count in articles of no known language as well."""
    terms: tuple[str, ...]

    def count_in(self, language: str) -> bool:
        """Whether they do in an article of ``language`` (empty for an unknown one)."""
        return language == self.language or (self.or_unknown and not language)


class Pattern(NamedTuple):
    """What to highlight: for each successive word, the terms that stand for it.

    ``forms`` has for each word those that stand for it in some languages alone; ``zone`` is the
    part of an article in which it counts, empty for all of it.
    """

    slots: tuple[frozenset[str], ...]
    forms: tuple[tuple[FormsIn, ...], ...] = ()
    zone: str = ""

    def within(self, language: str) -> Pattern:
        """The pattern for articles of ``language`` (empty for an unknown one)."""
        if not any(self.forms):
            return Pattern(self.slots, (), self.zone)
        slots = tuple(
            slot.union(*(some.terms for some in forms if some.count_in(language)))
            for slot, forms in zip(self.slots, self.forms, strict=True)
        )
        return Pattern(slots, (), self.zone)


class Proximity(NamedTuple):
    """Two sides that have to stand close: each of some patterns, or a proximity itself."""

    left: frozenset[int] | Proximity
    right: frozenset[int] | Proximity
    unit: str
    """``words``, ``sentence`` or ``paragraph``."""
    distance: int
    """Words from the end of the one to the beginning of the other; 0 for other units."""
    ordered: bool


class Highlighting(NamedTuple):
    """What a question marks in an article: patterns, and which count only close to others."""

    patterns: tuple[Pattern, ...] = ()
    proximities: tuple[Proximity, ...] = ()
    free: frozenset[int] = frozenset()
    """Numbers of the patterns that count wherever they stand; for questions with proximities."""

    def within(self, language: str) -> Highlighting:
        """The same in articles of ``language`` (empty for an unknown one)."""
        patterns = tuple(pattern.within(language) for pattern in self.patterns)
        return self._replace(patterns=patterns)


@record
class Snippet:
    """A passage of an article; highlights are character offsets into ``text``, in order."""

    text: str
    highlights: tuple[Span, ...] = ()


class Reason(NamedTuple):
    """What a word or signal added to a hit's score, and where the word stands in it."""

    what: str
    score: float
    detail: str


@record
class CopyInfo:
    """The near-copies of a hit: how many others, and which of them all came first."""

    others: int
    first_id: str
    first_source: str
    first_date: str


@record
class Hit:
    """An article that answers a query."""

    rank: int
    """1-based place among all answers."""
    score: float
    match: str
    """``all`` where every word of the query was found, ``some`` where one is missing."""
    id: str
    path: str
    """As the user would type it in the working folder."""
    record: int
    title: str
    authors: tuple[str, ...]
    date: str
    source: str
    place: str
    section: str
    language: str
    url: str
    words: int
    snippets: tuple[Snippet, ...]
    title_highlights: tuple[Span, ...] = ()
    corrected: bool = False
    """Whether it carries a correction."""
    copies: CopyInfo | None = None
    marks: tuple[str, ...] = ()
    """What it was marked: ``key``, or a tag."""
    notes: tuple[str, ...] = ()
    """Notes that were made of it."""
    reasons: tuple[Reason, ...] = ()
    """What made up the score, where that was asked for."""


@record
class Suggestions:
    """What to try where nothing was found."""

    words: tuple[tuple[str, int], ...] = ()
    """Each part of the query, and how many articles match it alone."""
    without: tuple[tuple[str, int], ...] = ()
    """What the query gives without one of its parts: that part, and the articles."""
    spelling: tuple[tuple[str, str, int], ...] = ()
    """A word as typed, one of the index's words, and how many articles hold that."""
    names: tuple[tuple[str, str, int], ...] = ()
    """A field, the value of it nearest to what was typed, and its articles."""
    first_date: str = ""
    last_date: str = ""
    """The days that the archive spans."""

    def __bool__(self) -> bool:
        return bool(self.words or self.without or self.spelling or self.names or self.first_date)


@record
class Results:
    """The answer to a query: counts of all that match, and the hits of one page."""

    query: str
    parsed: str
    """The query with every operator written out."""
    total: int
    """Articles that match in full."""
    partial: int
    """Further articles that hold only some of the words."""
    hits: tuple[Hit, ...]
    offset: int
    took_ms: float
    notes: tuple[str, ...] = ()
    """What was searched otherwise than typed."""
    suggestions: Suggestions = Suggestions()
    """What to try, where nothing was found."""
    reviewed: int | None = None
    """Of those that match in full, how many were marked as seen, key or irrelevant; None where
    nothing was ever marked."""
