"""How often a leaf occurs in each document of a segment, weighted by where.

A word's forms, and a phrase's alternatives, count as one term: their occurrences add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsgrep.engine.whoosh import fields
from newsgrep.engine.whoosh.codec.postings import Postings
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.engine.whoosh.codec.zones import EXCEPTION, TRIPLES
from newsgrep.engine.whoosh.leaves import Leaf

TITLE_EXTRA = 1.0
"""What an occurrence in the headline counts beyond any other."""

LEAD_EXTRA = 0.25
"""And one in the deck or first paragraph."""

Counts = dict[int, float]
"""Weighted occurrences by document."""


def weigh(triple: tuple[int, int, int], zone: str) -> float:
    """The weight of occurrences given as (all, in the headline, in the lead); 0 is no match."""
    occurrences, in_title, in_lead = triple
    if zone == fields.TITLE:
        return (1 + TITLE_EXTRA) * in_title
    if zone == fields.LEAD:
        return (1 + TITLE_EXTRA) * in_title + (1 + LEAD_EXTRA) * in_lead
    if zone in (fields.BODY, fields.QUOTE):
        return occurrences - in_title + LEAD_EXTRA * in_lead
    return occurrences + TITLE_EXTRA * in_title + LEAD_EXTRA * in_lead


_WEIGHTS = {
    zone: [*(weigh(triple, zone) for triple in TRIPLES), 0.0] for zone in ("", *fields.ZONES)
}


def count(leaf: Leaf, segment: Segment) -> Counts:
    """Weighted occurrences of ``leaf`` in the undeleted documents of ``segment``."""
    total: Counts = {}
    for slots in leaf.alternatives:
        if not slots:
            continue
        found = (
            _count_word(slots[0], leaf.zone, segment)
            if len(slots) == 1
            else _count_phrase(slots, leaf.zone, segment)
        )
        _add(total, found)
    for document in segment.deleted & total.keys() if segment.deleted else ():
        del total[document]
    return total


def _add(total: Counts, more: Counts) -> None:
    if not total:
        total.update(more)
        return
    get = total.get
    for document, weight in more.items():
        total[document] = get(document, 0.0) + weight


def _lists(keys: Iterable[str], segment: Segment) -> list[Postings]:
    entries = (segment.terms.find(key) for key in keys)
    return [segment.postings(entry) for entry in entries if entry is not None]


def _count_word(keys: Sequence[str], zone: str, segment: Segment) -> Counts:
    total: Counts = {}
    table = _WEIGHTS[zone]
    for postings in _lists(keys, segment):
        codes = postings.codes()
        weights = list(map(table.__getitem__, codes))
        if postings.entry.exceptions_size:
            triples = iter(postings.exceptions())
            for at, code in enumerate(codes):
                if code == EXCEPTION:
                    weights[at] = weigh(next(triples), zone)
        found = dict(zip(postings.docs(), weights, strict=True))
        if zone:
            found = {document: weight for document, weight in found.items() if weight}
        _add(total, found)
    return total


def _count_phrase(slots: Sequence[Sequence[str]], zone: str, segment: Segment) -> Counts:
    return _weigh_starts(phrase_starts(slots, segment), zone, segment)


def phrase_starts(slots: Sequence[Sequence[str]], segment: Segment) -> set[int]:
    """Where a phrase begins, as document * 2**32 + position, so that it is an intersection."""
    lists = [_lists(keys, segment) for keys in slots]
    if not all(lists):
        return set()
    documents: set[int] | None = None
    for alternatives in lists:
        here = set().union(*(postings.docs() for postings in alternatives))
        documents = here if documents is None else documents & here
        if not documents:
            return set()
    assert documents is not None
    starts: set[int] | None = None
    # The rarest word first keeps the intersections small.
    for offset, alternatives in sorted(
        enumerate(lists), key=lambda pair: sum(p.entry.positions_size for p in pair[1])
    ):
        here = set()
        for postings in alternatives:
            for document, positions in zip(postings.docs(), postings.positions(), strict=True):
                if document in documents:
                    base = (document << 32) - offset
                    here.update([base + position for position in positions])
        starts = here if starts is None else starts & here
        if not starts:
            return set()
    assert starts is not None
    return starts


def in_zone(document: int, position: int, zone: str, segment: Segment) -> bool:
    """Whether a position lies in a zone; every one lies in the zone ``""``."""
    if zone == fields.TITLE:
        return position < segment.title_ends[document]
    if zone == fields.LEAD:
        return position < segment.lead_ends[document]
    return zone != fields.BODY or position >= segment.title_ends[document]


def _weigh_starts(starts: Iterable[int], zone: str, segment: Segment) -> Counts:
    title_ends, lead_ends = segment.title_ends, segment.lead_ends
    total: Counts = {}
    for start in starts:
        document, position = start >> 32, start & 0xFFFFFFFF
        in_title = position < title_ends[document]
        in_lead = not in_title and position < lead_ends[document]
        weight = weigh((1, int(in_title), int(in_lead)), zone)
        if weight:
            total[document] = total.get(document, 0.0) + weight
    return total
