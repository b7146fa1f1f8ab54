"""How close the words of a question stand to each other: a little more for those that do.

Pairs of neighbouring words of the question count as terms of their own, side by side and within
eight words (the sequential dependence model: D. Metzler and W. B. Croft, 2005), for the best
articles only, since that takes their positions.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from types import ModuleType

from newsgrep.engine.whoosh import bm25
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.engine.whoosh.leaves import Leaf
from newsgrep.engine.whoosh.lists import postings_of

SIDE_BY_SIDE = 0.2
WITHIN_WINDOW = 0.1
WINDOW = 8
MAX_PAIRS = 8
MAX_POSITIONS = 4_000_000
"""Bytes of positions; words that have more are everywhere, and their closeness tells nothing."""

Positions = dict[int, list[int]]


def positions(
    leaf: Leaf, segment: Segment, documents: set[int], algebra: ModuleType
) -> Positions | None:
    """The positions of a leaf of one word in ``documents``; None where they are too many."""
    keys = [key for slots in leaf.alternatives if len(slots) == 1 for key in slots[0]]
    lists = postings_of(keys, segment)
    if sum(postings.entry.positions_size for postings in lists) > MAX_POSITIONS:
        return None
    found: Positions = {}
    for postings in lists:
        if hasattr(algebra, "places_in"):
            pairs: Iterable[tuple[int, list[int]]] = _from_arrays(postings, documents, algebra)
        else:
            pairs = (
                pair
                for pair in zip(postings.docs(), postings.positions(), strict=True)
                if pair[0] in documents
            )
        for document, here in pairs:
            known = found.get(document)
            found[document] = sorted([*known, *here]) if known else here
    return found


def _from_arrays(
    postings: object, documents: set[int], algebra: ModuleType
) -> list[tuple[int, list[int]]]:
    import numpy as np

    places = algebra.places_in(postings)
    wanted = np.array(sorted(documents), dtype=np.int64)
    starts = np.searchsorted(places, wanted << 32)
    ends = np.searchsorted(places, (wanted + 1) << 32)
    return [
        (document, (places[start:end] & 0xFFFFFFFF).tolist())
        for document, start, end in zip(
            wanted.tolist(), starts.tolist(), ends.tolist(), strict=True
        )
        if end > start
    ]


def bonus(
    left: Sequence[int], right: Sequence[int], words: int, average_words: float, worth: float
) -> float:
    """What two words of the question add to an article for standing close to each other."""
    beside = near = 0
    for place in left:
        at = bisect_left(right, place + 1)
        if at < len(right) and right[at] == place + 1:
            beside += 1
        first = bisect_left(right, place - WINDOW)
        last = bisect_right(right, place + WINDOW)
        near += last > first
    total = 0.0
    for count, share in ((beside, SIDE_BY_SIDE), (near, WITHIN_WINDOW)):
        if count:
            ((_, score),) = bm25.scores(
                {0: float(count)}, {0}, memoryview(words.to_bytes(4, "little")).cast("I"),
                average_words, worth,
            )  # fmt: skip
            total += share * score
    return total
