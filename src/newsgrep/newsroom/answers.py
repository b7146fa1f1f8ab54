"""Plain data that is made of answers: quotations, firsts, networks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuotationCopy:
    """The same quotation in a near-copy of the article."""

    id: str
    path: str
    record: int
    source: str
    date: str
    speaker: str
    changes: tuple[tuple[str, str], ...]
    """What it made of the quotation, as pairs of ``same``, ``added`` or ``removed`` and words;
    empty where it has the same words."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody says in an article."""

    speaker: str
    """The name in the fullest form that the article has, or what it calls them (*a spokesman*);
    empty where it does not tell."""
    named: bool
    """Whether ``speaker`` is the name of a person."""
    sure: float
    """How sure it is that they say it, from 0 to 1; 0 without a speaker."""
    text: str
    """What stands inside the marks; paragraphs are parted by a blank line."""
    id: str
    path: str
    record: int
    title: str
    source: str
    date: str
    start: int
    """Where it begins in the text of the article, in characters, behind its mark."""
    end: int
    """Where it ends there, before its last mark."""
    copies: tuple[QuotationCopy, ...] = ()
    """The same quotation in the near-copies that match as well, the earliest first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which quotations are wanted."""

    said: str = ""
    """Only those of speakers with all of these words in their names, whatever case and accents."""
    sure: float = 0.0
    """Only those of which it is so sure who says them."""
    everyone: bool = False
    """Also those without a known speaker, and single words in marks."""
    matching: bool = False
    """Only those that hold a word of the query."""


@dataclass(frozen=True, slots=True)
class First:
    """The earliest article of a source."""

    source: str
    """Empty for all whose source is not known."""
    date: str
    lag: float | None
    """Hours behind the first of all; None where the dates do not tell."""
    exact: bool
    """Whether ``lag`` is right to the minute, rather than in whole days."""
    articles: int
    """Articles of the source that match."""
    copies: int
    """Near-copies of it that match and came later, of any source."""
    copy_of: str
    """The id of the first near-copy of it; empty where it is that itself, or has none."""
    id: str
    path: str
    record: int
    title: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Who had it first, and how it spread."""

    query: str
    total: int
    """Articles that match."""
    undated: int
    """Those of them without a date, which stand in no line."""
    firsts: tuple[First, ...]
    """The earliest article of each source, the earliest of all first."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something that articles name."""

    id: str
    """Its kind and its label: ``person:Joan Quill``."""
    label: str
    """The name, in the fullest form of those that most articles use."""
    kind: str
    """The field that it is a value of: ``person``, ``org``, …"""
    articles: int
    """Articles that name it; near-copies count as one."""
    first: str
    """The date of the earliest of them; empty where none has one."""
    last: str
    other_names: tuple[str, ...] = ()
    """What else it is called."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two that are named in the same articles."""

    source: str
    """The id of a node; the other's comes after it in the alphabet."""
    target: str
    articles: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Network:
    """Who is named with whom."""

    query: str
    total: int
    """Articles that match; near-copies count as one."""
    names: int
    """Names that they have altogether, of which ``nodes`` are the most frequent."""
    nodes: tuple[Node, ...]
    """The most articles first."""
    edges: tuple[Edge, ...]
    """The most articles first."""
