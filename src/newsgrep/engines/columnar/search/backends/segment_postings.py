"""The postings of one segment's terms in plain Python: documents, weights, where phrases begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot
from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN, Weighing, table, weigh
from newsgrep.engines.columnar.segment.postings import Postings
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.zones import EXCEPTION
from newsgrep.results import FormsIn

Weights = dict[int, float]
"""Weighted frequencies, by document."""
Documents = set[int]


def documents(term: ExpandedTerm, segment: Segment) -> Documents:
    """The undeleted documents of ``segment`` that hold ``term``.

    Of a word only the documents are read; where it has to stand in a zone, more than that.
    """
    if term.zone:
        return set(weights(term, segment, PLAIN))
    found: Documents = set()
    for slots in term.alternatives:
        if len(slots) == 1:
            found.update(*(some.documents for some in _occurrences(slots[0], segment)))
        elif slots:
            found.update(first >> 32 for first in starts(slots, segment))
    return found - segment.deleted if segment.deleted else found


def weights(term: ExpandedTerm, segment: Segment, by: Weighing) -> Weights:
    """Weighted frequencies of ``term`` in the undeleted documents of ``segment``."""
    total: Weights = {}
    for slots in term.alternatives:
        if not slots:
            continue
        if len(slots) == 1 and term.zone != term_keys.QUOTE:
            found = _count_slot(slots[0], term.zone, segment, by)
        else:
            firsts = starts(slots, segment)
            if term.zone == term_keys.QUOTE:
                firsts = _quoted(firsts, len(slots), segment)
            found = _weigh_starts(firsts, len(slots), term.zone, segment, by)
        _add(total, found)
    for document in segment.deleted & total.keys() if segment.deleted else ():
        del total[document]
    return total


def _add(total: Weights, more: Weights) -> None:
    if not total:
        total.update(more)
        return
    get = total.get
    for document, weight in more.items():
        total[document] = get(document, 0.0) + weight


def postings_of(keys: Sequence[str], segment: Segment) -> list[Postings]:
    """The postings of those of ``keys`` that the segment has."""
    return [segment.postings(entry) for entry in segment.terms.find_all(keys)]


def in_language(documents: Iterable[int], forms: FormsIn, segment: Segment) -> Documents:
    """Those of ``documents`` in which forms of one language count."""
    if forms.or_unknown:
        return set(documents) - segment.of_other_languages(forms.language)
    return set(segment.of_language(forms.language).intersection(documents))


def _count_slot(slot: Slot, zone: str, segment: Segment, by: Weighing) -> Weights:
    total = _count_words(slot.keys, zone, segment, by)
    for forms in slot.forms:
        found = _count_words(forms.terms, zone, segment, by)
        kept = in_language(found, forms, segment)
        _add(total, {document: found[document] for document in kept})
    return total


def _count_words(keys: Sequence[str], zone: str, segment: Segment, by: Weighing) -> Weights:
    total: Weights = {}
    weight_of = table(zone, by)
    for postings in postings_of(keys, segment):
        codes = postings.codes()
        weighted = list(map(weight_of.__getitem__, codes))
        if postings.entry.exceptions_size:
            triples = iter(postings.exceptions())
            for at, code in enumerate(codes):
                if code == EXCEPTION:
                    weighted[at] = weigh(next(triples), zone, by)
        found = dict(zip(postings.docs(), weighted, strict=True))
        if zone:
            found = {document: weight for document, weight in found.items() if weight}
        _add(total, found)
    return total


class _Occurrences(NamedTuple):
    """The postings of a term, and the documents of them that count."""

    postings: Postings
    documents: Documents


def _occurrences(slot: Slot, segment: Segment) -> list[_Occurrences]:
    found = [_Occurrences(some, set(some.docs())) for some in postings_of(slot.keys, segment)]
    for forms in slot.forms:
        for some in postings_of(forms.terms, segment):
            found.append(_Occurrences(some, in_language(some.docs(), forms, segment)))
    return found


def starts(slots: Sequence[Slot], segment: Segment, within: Documents | None = None) -> set[int]:
    """Where a phrase begins, as document * 2**32 + position, so that it is an intersection.

    ``within``: in these documents alone.
    """
    lists = [_occurrences(slot, segment) for slot in slots]
    if not all(lists):
        return set()
    documents = within
    for alternatives in lists:
        here = set[int]().union(*(some.documents for some in alternatives))
        documents = here if documents is None else documents & here
        if not documents:
            return set()
    assert documents is not None
    found: set[int] | None = None
    # The rarest word first keeps the intersections small.
    for offset, alternatives in sorted(
        enumerate(lists), key=lambda pair: sum(p.postings.entry.positions_size for p in pair[1])
    ):
        here = set()
        for some in alternatives:
            for document, positions in some.postings.positions_in(documents & some.documents):
                base = (document << 32) - offset
                here.update([base + position for position in positions])
        found = here if found is None else found & here
        if not found:
            return set()
    assert found is not None
    return found


def positions(
    slots: Sequence[Slot], segment: Segment, documents: Documents, most: int
) -> dict[int, list[int]]:
    """Where any of some words stands in each of ``documents``, ascending.

    Nowhere, where the positions of the words have more than ``most`` bytes.
    """
    every = [some for slot in slots for some in _occurrences(slot, segment)]
    if sum(some.postings.entry.positions_size for some in every) > most:
        return {}
    found: dict[int, list[int]] = {}
    for some in every:
        for document, here in some.postings.positions_in(documents & some.documents):
            known = found.get(document)
            found[document] = sorted({*known, *here}) if known else here
    return found


def _weigh_starts(
    firsts: Iterable[int], length: int, zone: str, segment: Segment, by: Weighing
) -> Weights:
    """The weighted occurrences of phrases of ``length`` words that begin at ``firsts``."""
    title_ends, lead_ends = segment.title_ends, segment.lead_ends
    total: Weights = {}
    for start in firsts:
        document, position = start >> 32, start & 0xFFFFFFFF
        last = position + length - 1
        in_title = last < title_ends[document]
        in_lead = not in_title and last < lead_ends[document]
        weight = weigh((1, int(in_title), int(in_lead)), zone, by)
        if weight:
            total[document] = total.get(document, 0.0) + weight
    return total


def _quoted(firsts: Iterable[int], length: int, segment: Segment) -> set[int]:
    """Those of ``firsts`` from where on ``length`` words lie inside one quotation."""
    openings = sorted(starts((Slot((term_keys.QUOTE_STARTS,)),), segment))
    closings = sorted(starts((Slot((term_keys.QUOTE_ENDS,)),), segment))
    found = set()
    for first in firsts:
        at = bisect_right(openings, first) - 1
        if at < 0 or openings[at] >> 32 != first >> 32:
            continue
        closing = closings[bisect_right(closings, openings[at])]
        if closing >= first + length:
            found.add(first)
    return found
