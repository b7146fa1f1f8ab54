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
