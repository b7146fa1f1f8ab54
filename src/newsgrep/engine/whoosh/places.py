"""Where the parts of a question stand in the text, for proximity and for counting.

A place is a first and a last word, each as document * 2**32 + position. Sentence and paragraph
ends are keys of the index, with the position of the first word after each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from newsgrep.engine.whoosh import fields
from newsgrep.engine.whoosh.arrays import MOST_POSITIONS, Ints, ascending, quoted, starts
from newsgrep.engine.whoosh.leaves import Leaf
from newsgrep.engine.whoosh.shelf import Shelf
from newsgrep.query.tree import Near

_UNIT_KEYS = {"sentence": fields.SENTENCE_ENDS, "paragraph": fields.PARAGRAPH_ENDS}


class Places(NamedTuple):
    """Places in order of their first words."""

    first: Ints
    last: Ints


NOWHERE = Places(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def places_of(leaf: Leaf, shelf: Shelf, note_cut: Callable[[], None]) -> Places:
    """Where a leaf occurs; ``note_cut`` is called where that is in too many places."""
    parts = []
    for slots in leaf.alternatives:
        if slots:
            first = _in_zone(_starts(slots, shelf, note_cut), leaf.zone, shelf)
            parts.append(Places(first, first + len(slots) - 1))
    return joined(parts)


def _starts(slots: Sequence[Sequence[str]], shelf: Shelf, note_cut: Callable[[], None]) -> Ints:
    """Where a phrase begins; of alternatives to one word as many as are not in too many places."""
    if len(slots) == 1:
        postings = shelf.gather(slots[0])
        if len(postings) > 1 and postings.positions_size > MOST_POSITIONS:
            note_cut()
            return ascending(postings.first(MOST_POSITIONS))
    return starts(slots, shelf)


def _in_zone(places: Ints, zone: str, shelf: Shelf) -> Ints:
    if not zone:
        return places
    if zone == fields.QUOTE:
        return places[quoted(places, shelf)]
    document, position = places >> 32, places & 0xFFFFFFFF
    ends = shelf.lead_ends if zone == fields.LEAD else shelf.title_ends
    inside = position < ends[document]
    kept: Ints = places[~inside if zone == fields.BODY else inside]
    return kept


def joined(parts: Sequence[Places]) -> Places:
    """The places of several parts, together."""
    if not parts:
        return NOWHERE
    if len(parts) == 1:
        return parts[0]
    first = np.concatenate([part.first for part in parts])
    last = np.concatenate([part.last for part in parts])
    order = np.lexsort((last, first))
    first, last = first[order], last[order]
    again = (first[1:] == first[:-1]) & (last[1:] == last[:-1])
    once = np.concatenate(([True], ~again))[: len(first)]
    return Places(first[once], last[once])


def together(parts: Sequence[Places]) -> Places:
    """The places of several parts in the documents that hold all of them."""
    documents = np.unique(parts[0].first >> 32)
    for part in parts[1:]:
        documents = np.intersect1d(documents, part.first >> 32)
    found = joined(parts)
    kept = np.isin(found.first >> 32, documents)
    return Places(found.first[kept], found.last[kept])


def near(node: Near, left: Places, right: Places, shelf: Shelf) -> Places:
    """The places that hold a part of either side, as close as ``node`` asks."""
    marks = None
    if node.unit != "words":
        marks = starts(((_UNIT_KEYS[node.unit],),), shelf)
    pairs = [_followed(left, right, node.distance, marks)]
    if not node.ordered:
        pairs.append(_followed(right, left, node.distance, marks))
    return joined(pairs)


def _followed(before: Places, after: Places, distance: int, marks: Ints | None) -> Places:
    """Each place of ``before`` with the first of ``after`` that follows it closely enough."""
    if not len(before.first) or not len(after.first):
        return NOWHERE
    at = np.searchsorted(after.first, before.last, "right")
    found = at < len(after.first)
    at[~found] = 0
    start, end = after.first[at], after.last[at]
    close = found & (start >> 32 == before.last >> 32)
    if marks is None:
        close &= start - before.last <= distance
    else:
        close &= np.searchsorted(marks, before.first, "right") == np.searchsorted(
            marks, end, "right"
        )
    return Places(before.first[close], end[close])


def documents_of(places: Places) -> list[int]:
    """The documents that the places are in."""
    numbers: list[int] = np.unique(places.first >> 32).tolist()
    return numbers


def documents_with(places: Places, least: int) -> list[int]:
    """The documents with ``least`` places or more."""
    numbers, counts = np.unique(places.first >> 32, return_counts=True)
    enough: list[int] = numbers[counts >= least].tolist()
    return enough
