"""Answers worked out in plain Python: for questions whose words are not in many articles.

NumPy takes 65 ms to load, which is longer than most questions take to answer. ``arrays`` does
the same by whole arrays; ``evaluation`` chooses between the two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain

from newsgrep.engine.whoosh import bm25, fields
from newsgrep.engine.whoosh.codec.postings import Postings
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.engine.whoosh.codec.zones import EXCEPTION
from newsgrep.engine.whoosh.leaves import Leaf
from newsgrep.engine.whoosh.weighing import Weighing, table, weigh

Counts = dict[int, float]
"""Weighted occurrences by document."""
Documents = set[int]
Scores = dict[int, float]


def count(leaf: Leaf, segment: Segment, by: Weighing) -> Counts:
    """Weighted occurrences of ``leaf`` in the undeleted documents of ``segment``."""
    total: Counts = {}
    for slots in leaf.alternatives:
        if not slots:
            continue
        if len(slots) == 1 and leaf.zone != fields.QUOTE:
            found = _count_word(slots[0], leaf.zone, segment, by)
        else:
            found = _weigh_starts(starts(slots, segment), leaf.zone, segment, by)
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


def postings_of(keys: Sequence[str], segment: Segment) -> list[Postings]:
    """The postings of those of ``keys`` that the segment has."""
    return [segment.postings(entry) for entry in segment.terms.find_all(keys)]


def _count_word(keys: Sequence[str], zone: str, segment: Segment, by: Weighing) -> Counts:
    total: Counts = {}
    weight_of = table(zone, by)
    for postings in postings_of(keys, segment):
        codes = postings.codes()
        weights = list(map(weight_of.__getitem__, codes))
        if postings.entry.exceptions_size:
            triples = iter(postings.exceptions())
            for at, code in enumerate(codes):
                if code == EXCEPTION:
                    weights[at] = weigh(next(triples), zone, by)
        found = dict(zip(postings.docs(), weights, strict=True))
        if zone:
            found = {document: weight for document, weight in found.items() if weight}
        _add(total, found)
    return total


def starts(slots: Sequence[Sequence[str]], segment: Segment) -> set[int]:
    """Where a phrase begins, as document * 2**32 + position, so that it is an intersection."""
    lists = [postings_of(keys, segment) for keys in slots]
    if not all(lists):
        return set()
    documents: set[int] | None = None
    for alternatives in lists:
        here = set().union(*(postings.docs() for postings in alternatives))
        documents = here if documents is None else documents & here
        if not documents:
            return set()
    assert documents is not None
    found: set[int] | None = None
    # The rarest word first keeps the intersections small.
    for offset, alternatives in sorted(
        enumerate(lists), key=lambda pair: sum(p.entry.positions_size for p in pair[1])
    ):
        here = set()
        for postings in alternatives:
            for document, positions in postings.positions_in(documents):
                base = (document << 32) - offset
                here.update([base + position for position in positions])
        found = here if found is None else found & here
        if not found:
            return set()
    assert found is not None
    return found


def positions(
    keys: Sequence[str], segment: Segment, documents: set[int], most: int
) -> dict[int, list[int]] | None:
    """Where any of some terms stands in each of ``documents``, ascending.

    None where the positions of the terms have more than ``most`` bytes.
    """
    entries = segment.terms.find_all(keys)
    if sum(entry.positions_size for entry in entries) > most:
        return None
    found: dict[int, list[int]] = {}
    for entry in entries:
        for document, here in segment.postings(entry).positions_in(documents):
            known = found.get(document)
            found[document] = sorted([*known, *here]) if known else here
    return found


def _weigh_starts(places: Iterable[int], zone: str, segment: Segment, by: Weighing) -> Counts:
    title_ends, lead_ends = segment.title_ends, segment.lead_ends
    if zone == fields.QUOTE:
        places = _quoted(places, segment)
    total: Counts = {}
    for start in places:
        document, position = start >> 32, start & 0xFFFFFFFF
        in_title = position < title_ends[document]
        in_lead = not in_title and position < lead_ends[document]
        weight = weigh((1, int(in_title), int(in_lead)), zone, by)
        if weight:
            total[document] = total.get(document, 0.0) + weight
    return total


def _quoted(places: Iterable[int], segment: Segment) -> list[int]:
    """Those of ``places`` that lie inside quotation marks."""
    openings = sorted(starts(((fields.QUOTE_STARTS,),), segment))
    closings = sorted(starts(((fields.QUOTE_ENDS,),), segment))
    return [
        place for place in places if bisect_right(openings, place) > bisect_right(closings, place)
    ]


# Sets of documents


def of(counts: Counts, segment: Segment) -> Documents:
    """The documents that hold a leaf."""
    return set(counts)


def numbered(documents: Iterable[int], segment: Segment) -> Documents:
    """Documents given by their numbers, without the deleted."""
    found = set(documents)
    return found - segment.deleted if segment.deleted else found


def everything(segment: Segment) -> Documents:
    """All undeleted documents."""
    return set(range(segment.count)) - segment.deleted


def both(left: Documents, right: Documents) -> Documents:
    return left & right


def either(left: Documents, right: Documents) -> Documents:
    return left | right


def without(left: Documents, right: Documents) -> Documents:
    return left - right


def size(documents: Documents) -> int:
    return len(documents)


def members(documents: Documents) -> Iterable[int]:
    """The numbers of the documents."""
    return documents


# Scores


def frequency(counts: Counts) -> int:
    """How many documents hold a leaf."""
    return len(counts)


def zeros(documents: Documents, segment: Segment) -> Scores:
    """A score of nothing for each document."""
    return dict.fromkeys(documents, 0.0)


def add_scores(
    total: Scores, counts: Counts, segment: Segment, average_words: float, worth: float
) -> None:
    """Add the BM25 of one leaf to the documents in ``total``."""
    for document, score in bm25.scores(counts, total.keys(), segment.words, average_words, worth):
        total[document] += score


def score_of(total: Scores, document: int) -> float:
    return total[document]


def weight_of(counts: Counts, document: int) -> float:
    """The weighted occurrences of a leaf in a document; 0 where there are none."""
    return counts.get(document, 0.0)


def best(
    total: Scores, documents: Documents, segment: Segment, wanted: int | None
) -> list[tuple[float, int]]:
    """(score, document) of at least the ``wanted`` best, in no order, ties with the last too."""
    return [(total[document], document) for document in chain(documents)]
