"""How close the words of a question stand to each other: a little more for those that do.

Pairs of neighbouring words of the question count as terms of their own, side by side and within
eight words (the sequential dependence model: D. Metzler and W. B. Croft, 2005), for the best
articles only, since that takes their positions.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsgrep.engines.columnar.search.scoring import bm25

SIDE_BY_SIDE = 0.4
WITHIN_WINDOW = 0.2
WINDOW = 8
MAX_POSITIONS = 4_000_000
"""Bytes of positions; words that have more are everywhere, and their closeness tells nothing."""


def bonus(
    left: Sequence[int], right: Sequence[int], words: int, average_words: float, worth: float
) -> float:
    """What two words of the question add to an article for standing close to each other."""
    beside = near = 0
    for position in left:
        at = bisect_left(right, position + 1)
        if at < len(right) and right[at] == position + 1:
            beside += 1
        first = bisect_left(right, position - WINDOW)
        last = bisect_right(right, position + WINDOW)
        near += last > first
    total = 0.0
    for count, share in ((beside, SIDE_BY_SIDE), (near, WITHIN_WINDOW)):
        if count:
            total += share * bm25.score(float(count), words, average_words, worth)
    return total
