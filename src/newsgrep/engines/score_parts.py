"""What a score is made of beside its words: closeness, age, and copies above."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsgrep.engines.matches import Part

if TYPE_CHECKING:
    from newsgrep.request import Rank


def with_signals(
    words: Iterable[Part], closeness: float, score: float, rank: Rank, slack: float
) -> list[Part]:
    """The parts of a score: those of its words, and what else made it what it is.

    ``closeness`` is what the words get for standing together; ``slack`` is by how much scores
    differ that are the same.
    """
    found = list(words)
    if closeness:
        found.append(Part("closeness", closeness, "words of the query that stand together"))
    total = sum(part.score for part in found)
    if rank == "recency" and total:
        found.append(Part("recency", score - total, "how old it is"))
    elif score < total - slack:
        found.append(Part("copy", score - total, "a near-copy of one above"))
    return found
