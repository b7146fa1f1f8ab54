"""What an engine answers with."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newsgrep.records import record
from newsgrep.results import Pattern

Mode = Literal["default", "all", "any"]
"""``all``: every word; ``any``: at least one; ``default``: ``all``, then the rest of ``any``."""


Rank = Literal["bm25", "recency", "prominence"]
"""``recency``: newer articles count more; ``prominence``: headline and lead count more."""

Copies = Literal["collapse", "show", "only"]
"""Of near-copies one, all, or nothing but those."""


Period = Literal["day", "week", "month", "year"]


@record
class LeafCount:
    """A word of a question: the forms that are looked for, and how many articles hold them."""

    text: str
    field: str
    forms: tuple[str, ...]
    articles: int


class Part(NamedTuple):
    """What one word or signal gave an answer, and where the word stands in it."""

    what: str
    score: float
    detail: str = ""


class Match(NamedTuple):
    """An article that answers: where it is, its score, and whether it matches in full."""

    segment: int
    document: int
    score: float
    full: bool
    story: int = 0
    """The number of its story in this commit; 0 where it has no near-copies."""


@record
class Matches:
    """The articles that answer: counts of all, and the rows asked for, best first."""

    full: int
    partial: int
    rows: list[Match]
    patterns: list[Pattern]
    notes: list[str]
    """What was searched otherwise than typed, in sentences for the user."""
