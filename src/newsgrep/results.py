"""What a search gives: plain data, the same for every output."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Span = tuple[int, int]


class Pattern(NamedTuple):
    """What to highlight: for each successive word, the terms that stand for it."""

    slots: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an article; highlights are character offsets into ``text``, in order."""

    text: str
    highlights: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
    notes: tuple[str, ...] = field(default=())
    """What was searched otherwise than typed."""
