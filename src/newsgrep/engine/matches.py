"""What an engine answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from newsgrep.results import Pattern

Mode = Literal["default", "all", "any"]
"""``all``: every word; ``any``: at least one; ``default``: ``all``, then the rest of ``any``."""


class Match(NamedTuple):
    """An article that answers: where it is, its score, and whether it matches in full."""

    segment: int
    document: int
    score: float
    full: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """The articles that answer: counts of all, and the rows asked for, best first."""

    full: int
    partial: int
    rows: list[Match]
    patterns: list[Pattern]
    notes: list[str]
    """What was searched otherwise than typed, in sentences for the user."""
