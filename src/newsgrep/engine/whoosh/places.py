"""Where the parts of a question stand in the text, for proximity and for counting.

A place is a pair of word positions, first and last. Sentence and paragraph ends are keys of the
index, with the position of the first word after each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsgrep.engine.whoosh import fields
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.engine.whoosh.counting import in_zone, phrase_starts
from newsgrep.engine.whoosh.leaves import Leaf
from newsgrep.query.tree import Near

Place = tuple[int, int]
Places = dict[int, list[Place]]
"""Places by document, in order."""

_UNIT_KEYS = {"sentence": fields.SENTENCE_ENDS, "paragraph": fields.PARAGRAPH_ENDS}


def places_of(leaf: Leaf, segment: Segment) -> Places:
    """Where a leaf occurs."""
    found: dict[int, set[Place]] = {}
    for slots in leaf.alternatives:
        if not slots:
            continue
        last = len(slots) - 1
        for start in phrase_starts(slots, segment):
            document, position = start >> 32, start & 0xFFFFFFFF
            if in_zone(document, position, leaf.zone, segment):
                found.setdefault(document, set()).add((position, position + last))
    return {document: sorted(places) for document, places in found.items()}


def joined(all_places: Sequence[Places]) -> Places:
    """The places of several parts, together."""
    found: dict[int, set[Place]] = {}
    for places in all_places:
        for document, here in places.items():
            found.setdefault(document, set()).update(here)
    return {document: sorted(places) for document, places in found.items()}


def near(node: Near, left: Places, right: Places, segment: Segment) -> Places:
    """The places that hold a part of either side, as close as ``node`` asks."""
    ends = _unit_ends(node.unit, segment)
    found: Places = {}
    for document in left.keys() & right.keys():
        marks = ends.get(document, []) if ends is not None else None
        pairs = set(_pairs(node, left[document], right[document], marks))
        if not node.ordered:
            pairs.update(_pairs(node, right[document], left[document], marks))
        if pairs:
            found[document] = sorted(pairs)
    return found


def _unit_ends(unit: str, segment: Segment) -> dict[int, list[int]] | None:
    """For each document the ends of its sentences or paragraphs; None where words are counted."""
    if unit == "words":
        return None
    entry = segment.terms.find(_UNIT_KEYS[unit])
    if entry is None:
        return {}
    postings = segment.postings(entry)
    return dict(zip(postings.docs(), postings.positions(), strict=True))


def _pairs(
    node: Near, before: Sequence[Place], after: Sequence[Place], marks: Sequence[int] | None
) -> list[Place]:
    """Each place of ``before`` with the first of ``after`` that follows it closely enough."""
    starts = [place[0] for place in after]
    pairs: list[Place] = []
    for first, last in before:
        at = bisect_left(starts, last + 1)
        if at == len(after):
            continue
        start, end = after[at]
        if marks is None:
            close = start - last <= node.distance
        else:
            close = bisect_right(marks, first) == bisect_right(marks, end)
        if close:
            pairs.append((first, end))
    return pairs
