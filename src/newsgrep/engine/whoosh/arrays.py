"""Answers worked out by whole arrays: for questions whose words are in many articles.

The same functions as in ``lists``; sets of documents are masks here, scores an array with a
place for every document of the segment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgrep.engine.whoosh import bm25, fields
from newsgrep.engine.whoosh.codec.postings import Postings
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.engine.whoosh.codec.vbyte import decode_array
from newsgrep.engine.whoosh.codec.zones import EXCEPTION, TRIPLES
from newsgrep.engine.whoosh.leaves import Leaf
from newsgrep.engine.whoosh.lists import postings_of
from newsgrep.engine.whoosh.weighing import Weighing, table, weigh

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Documents = NDArray[np.bool_]
Scores = Floats

_TRIPLES = np.array([*TRIPLES, (0, 0, 0)], dtype=np.int64)


class Counts(NamedTuple):
    """Documents in order, and the weighted occurrences in each."""

    documents: Ints
    weights: Floats


def docs_of(postings: Postings) -> Ints:
    """Document numbers, ascending."""
    docs: Ints = np.cumsum(decode_array(postings.docs_bytes())) - 1
    return docs


def triples_of(postings: Postings) -> Ints:
    """(occurrences, in the headline, in the lead) for each document, a row each."""
    entry = postings.entry
    if not entry.codes_size:
        return np.broadcast_to(_TRIPLES[0], (entry.df, 3))
    codes = _codes(postings)
    triples: Ints = _TRIPLES[codes]
    if entry.exceptions_size:
        triples[codes == EXCEPTION] = decode_array(postings.exceptions_bytes()).reshape(-1, 3)
    return triples


def places_in(postings: Postings) -> Ints:
    """Where a term stands, as document * 2**32 + position, ascending."""
    frequencies = triples_of(postings)[:, 0]
    gaps = decode_array(postings.positions_bytes())
    running = np.cumsum(gaps)
    firsts = np.cumsum(frequencies) - frequencies
    before = running[firsts] - gaps[firsts]
    positions = running - np.repeat(before, frequencies) - 1
    places: Ints = np.repeat(docs_of(postings) << 32, frequencies) + positions
    return places


def starts(slots: Sequence[Sequence[str]], segment: Segment) -> Ints:
    """Where a phrase begins, as document * 2**32 + position, ascending."""
    lists = [postings_of(keys, segment) for keys in slots]
    if not all(lists):
        return np.zeros(0, dtype=np.int64)
    found: Ints | None = None
    for offset, alternatives in sorted(
        enumerate(lists), key=lambda pair: sum(p.entry.positions_size for p in pair[1])
    ):
        parts = [places_in(postings) for postings in alternatives]
        here = parts[0] if len(parts) == 1 else np.unique(np.concatenate(parts))
        here = here - offset
        found = here if found is None else found[_within(found, here)]
        if not len(found):
            break
    assert found is not None
    return found


def _within(some: Ints, others: Ints) -> Documents:
    """Which of the sorted ``some`` are among the sorted ``others``."""
    at = np.searchsorted(others, some)
    at[at == len(others)] = 0
    result: Documents = others[at] == some if len(others) else np.zeros(len(some), dtype=bool)
    return result


def count(leaf: Leaf, segment: Segment, by: Weighing) -> Counts:
    """Weighted occurrences of ``leaf`` in the undeleted documents of ``segment``."""
    parts: list[Counts] = []
    for slots in leaf.alternatives:
        if len(slots) == 1 and leaf.zone != fields.QUOTE:
            parts += [
                _counted(postings, leaf.zone, by) for postings in postings_of(slots[0], segment)
            ]
        elif slots:
            parts.append(_weigh_starts(starts(slots, segment), leaf.zone, segment, by))
    total = _together(parts)
    if segment.deleted and len(total.documents):
        kept = ~_mask(segment.deleted, segment)[total.documents]
        total = Counts(total.documents[kept], total.weights[kept])
    return total


def _codes(postings: Postings) -> NDArray[np.uint8]:
    """The zone code of each document."""
    packed = np.frombuffer(postings.codes_bytes(), dtype=np.uint8)
    codes = np.empty(2 * len(packed), dtype=np.uint8)
    codes[0::2] = packed & 15
    codes[1::2] = packed >> 4
    return codes[: postings.entry.df]


def _counted(postings: Postings, zone: str, by: Weighing) -> Counts:
    """The weighted occurrences of a term, by a table of the weights of zone codes."""
    documents = docs_of(postings)
    weights_of = np.array(table(zone, by))
    if not postings.entry.codes_size:
        weight = float(weights_of[0])
        documents = documents if weight else documents[:0]
        return Counts(documents, np.full(len(documents), weight))
    codes = _codes(postings)
    weights = weights_of[codes]
    if postings.entry.exceptions_size:
        odd = decode_array(postings.exceptions_bytes()).reshape(-1, 3)
        weights[codes == EXCEPTION] = _weights(odd, zone, by)
    return _in_zone(documents, weights, zone)


def _together(parts: Sequence[Counts]) -> Counts:
    if not parts:
        return Counts(np.zeros(0, dtype=np.int64), np.zeros(0))
    if len(parts) == 1:
        return parts[0]
    documents, place = np.unique(
        np.concatenate([part.documents for part in parts]), return_inverse=True
    )
    weights = np.bincount(place, np.concatenate([part.weights for part in parts]))
    return Counts(documents, np.asarray(weights, dtype=np.float64))


def _weights(triples: Ints, zone: str, by: Weighing) -> Floats:
    """What :func:`weigh` gives for each row of ``triples``."""
    return np.asarray(weigh(triples.T, zone, by), dtype=np.float64)


def _in_zone(documents: Ints, weights: Floats, zone: str) -> Counts:
    """The counts of the documents that hold the word in ``zone`` at all."""
    if not zone:
        return Counts(documents, weights)
    kept = weights > 0
    return Counts(documents[kept], weights[kept])


def _weigh_starts(places: Ints, zone: str, segment: Segment, by: Weighing) -> Counts:
    if zone == fields.QUOTE:
        places = places[quoted(places, segment)]
    document, position = places >> 32, places & 0xFFFFFFFF
    in_title = position < np.frombuffer(segment.title_ends, dtype=np.uint16)[document]
    in_lead = position < np.frombuffer(segment.lead_ends, dtype=np.uint16)[document]
    in_lead &= ~in_title
    documents, place = np.unique(document, return_inverse=True)
    size = len(documents)
    triples = np.stack(
        [
            np.bincount(place, minlength=size),
            np.bincount(place, in_title, minlength=size),
            np.bincount(place, in_lead, minlength=size),
        ],
        axis=1,
    )
    return _in_zone(documents, _weights(triples.astype(np.int64), zone, by), zone)


def quoted(places: Ints, segment: Segment) -> Documents:
    """Which of ``places`` lie inside quotation marks."""
    openings = starts(((fields.QUOTE_STARTS,),), segment)
    closings = starts(((fields.QUOTE_ENDS,),), segment)
    result: Documents = np.searchsorted(openings, places, "right") > np.searchsorted(
        closings, places, "right"
    )
    return result


# Sets of documents


def _mask(documents: Iterable[int], segment: Segment) -> Documents:
    mask = np.zeros(segment.count, dtype=bool)
    numbers = np.fromiter(documents, dtype=np.int64)
    mask[numbers] = True
    return mask


def of(counts: Counts, segment: Segment) -> Documents:
    """The documents that hold a leaf."""
    mask = np.zeros(segment.count, dtype=bool)
    mask[counts.documents] = True
    return mask


def numbered(documents: Any, segment: Segment) -> Documents:
    """Documents given by their numbers or as a mask, without the deleted."""
    if isinstance(documents, np.ndarray) and documents.dtype == np.bool_:
        mask = documents.copy()
    else:
        mask = _mask(documents, segment)
    if segment.deleted:
        mask[sorted(segment.deleted)] = False
    return mask


def everything(segment: Segment) -> Documents:
    """All undeleted documents."""
    return numbered(np.ones(segment.count, dtype=bool), segment)


def both(left: Documents, right: Documents) -> Documents:
    return left & right


def either(left: Documents, right: Documents) -> Documents:
    return left | right


def without(left: Documents, right: Documents) -> Documents:
    return left & ~right


def size(documents: Documents) -> int:
    return int(np.count_nonzero(documents))


def members(documents: Documents) -> Iterable[int]:
    """The numbers of the documents."""
    numbers: list[int] = np.flatnonzero(documents).tolist()
    return numbers


# Scores


def frequency(counts: Counts) -> int:
    """How many documents hold a leaf."""
    return len(counts.documents)


def zeros(documents: Documents, segment: Segment) -> Scores:
    """A score of nothing for each document."""
    return np.zeros(segment.count)


def add_scores(
    total: Scores, counts: Counts, segment: Segment, average_words: float, worth: float
) -> None:
    """Add the BM25 of one leaf to all documents that hold it."""
    words = np.frombuffer(segment.words, dtype=np.uint32)[counts.documents]
    total[counts.documents] += bm25.score_all(counts.weights, words, average_words, worth)


def score_of(total: Scores, document: int) -> float:
    return float(total[document])


def weight_of(counts: Counts, document: int) -> float:
    """The weighted occurrences of a leaf in a document; 0 where there are none."""
    at = int(np.searchsorted(counts.documents, document))
    found = at < len(counts.documents) and counts.documents[at] == document
    return float(counts.weights[at]) if found else 0.0


def best(
    total: Scores, documents: Documents, segment: Segment, wanted: int | None
) -> list[tuple[float, int]]:
    """(score, document) of at least the ``wanted`` best, in no order, ties with the last too.

    Of ties beyond measure the newest are given.
    """
    numbers = np.flatnonzero(documents)
    scores = total[numbers]
    if wanted is not None and wanted < len(numbers):
        if wanted == 0:
            return []
        least = np.partition(scores, len(scores) - wanted)[len(scores) - wanted]
        above = scores > least
        ties = np.flatnonzero(scores == least)
        room = wanted - int(np.count_nonzero(above))
        if len(ties) > 4 * max(room, 64):
            dates = np.frombuffer(segment.dates, dtype=np.int64)[numbers[ties]]
            edge = np.partition(dates, len(dates) - room)[len(dates) - room] if room else 0
            ties = ties[dates >= edge][: 4096 + room] if room else ties[:0]
        chosen = np.concatenate((np.flatnonzero(above), ties))
        numbers, scores = numbers[chosen], scores[chosen]
    return list(zip(scores.tolist(), numbers.tolist(), strict=True))


def foremost(documents: Documents, column: memoryview, wanted: int, *, down: bool) -> list[int]:
    """Documents that hold the ``wanted`` least values of a column (greatest, if ``down``).

    Ties with the last are among them, and where there are too few values those without.
    """
    from newsgrep.engine.whoosh.codec.columns import NO_DATE

    numbers = np.flatnonzero(documents)
    values = np.frombuffer(column, dtype=column.format).astype(np.int64)[numbers]
    known = values != NO_DATE
    if int(np.count_nonzero(known)) <= wanted:
        listed: list[int] = numbers.tolist()
        return listed
    numbers, values = numbers[known], values[known]
    if down:
        values = -values
    edge = np.partition(values, wanted - 1)[wanted - 1]
    kept: list[int] = numbers[values <= edge].tolist()
    return kept
