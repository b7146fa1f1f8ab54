"""Answers worked out by whole arrays: for questions whose words are in many articles.

The same functions as in ``pure_python``, but over a reader of all segments; sets of documents are
masks here, scores an array with a place for every document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import Leaf, Slot
from newsgrep.engines.columnar.search.multi_reader import Counts, MultiReader
from newsgrep.engines.columnar.search.scoring import bm25
from newsgrep.engines.columnar.search.scoring.field_weights import Weighing, table, weigh
from newsgrep.engines.columnar.segment.posting_arrays import PostingArrays
from newsgrep.engines.columnar.segment.zones import EXCEPTION

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Documents = NDArray[np.bool_]
Scores = Floats

MOST_POSITIONS = 500_000
"""Bytes of positions beyond which segments are looked at one by one, to save memory."""
AT_ONCE = 400_000
"""Postings of several terms that are decoded together, at some sixty bytes each."""
SPARSE = 30
"""Where one document in so many is meant, sorting them is quicker than an array of all."""


def starts(slots: Sequence[Slot], reader: MultiReader) -> Ints:
    """Where a phrase begins, as document * 2**32 + position, ascending."""
    gathered = [reader.gather_slot(slot) for slot in slots]
    if not all(gathered):
        return np.zeros(0, dtype=np.int64)
    if len(reader.segments) > 1 and sum(map(positions_size, gathered)) > MOST_POSITIONS:
        parts = [starts(slots, single) + (base << 32) for base, single in reader.singles]
        return np.concatenate(parts)
    # The rarest word first: the others are only looked at in its documents.
    (first, rarest), *others = sorted(enumerate(gathered), key=lambda pair: positions_size(pair[1]))
    found = positions_of(rarest) - first
    for offset, postings in others:
        if not len(found):
            break
        documents = np.unique((found + first) >> 32)
        found = found[_within(found, positions_of(postings, _mask(documents, reader)) - offset)]
    return found


SlotPostings = Sequence[tuple[PostingArrays, "Documents | None"]]


def positions_size(gathered: SlotPostings) -> int:
    """Bytes of positions of a slot."""
    return sum(postings.positions_size for postings, _ in gathered)


def positions_of(gathered: SlotPostings, within: Documents | None = None) -> Ints:
    """Where any word of a slot stands, in order, each place once; in some documents alone."""
    parts = [ascending(postings, _overlap(within, documents)) for postings, documents in gathered]
    if len(parts) == 1:
        return parts[0]
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)


def _overlap(one: Documents | None, other: Documents | None) -> Documents | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def ascending(postings: PostingArrays, within: Documents | None = None) -> Ints:
    """Where any of some terms stands, in order, each place once; in some documents alone."""
    if postings.in_order:
        return postings.places(within)
    places = np.concatenate([some.places(within) for some in postings.portions(AT_ONCE // 4)])
    places.sort()
    return places[np.concatenate(([True], places[1:] != places[:-1]))[: len(places)]]


def positions(
    slots: Sequence[Slot], reader: MultiReader, documents: set[int], most: int
) -> dict[int, list[int]] | None:
    """Where any of some words stands in each of ``documents``, ascending.

    None where the positions of the words have more than ``most`` bytes.
    """
    gathered = [postings for slot in slots for postings in reader.gather_slot(slot)]
    if not gathered:
        return {}
    if positions_size(gathered) > most:
        return None
    wanted = np.array(sorted(documents), dtype=np.int64)
    places = positions_of(gathered, _mask(wanted, reader))
    first = np.searchsorted(places, wanted << 32).tolist()
    end = np.searchsorted(places, (wanted + 1) << 32).tolist()
    return {
        document: (places[a:b] & 0xFFFFFFFF).tolist()
        for document, a, b in zip(wanted.tolist(), first, end, strict=True)
        if b > a
    }


def _within(some: Ints, others: Ints) -> Documents:
    """Which of the sorted ``some`` are among the sorted ``others``."""
    at = np.searchsorted(others, some)
    at[at == len(others)] = 0
    result: Documents = others[at] == some if len(others) else np.zeros(len(some), dtype=bool)
    return result


def count(leaf: Leaf, reader: MultiReader, by: Weighing) -> Counts:
    """Weighted occurrences of ``leaf`` in the undeleted documents of ``reader``."""
    return reader.counts(leaf, by, lambda: _count(leaf, reader, by))


def _count(leaf: Leaf, reader: MultiReader, by: Weighing) -> Counts:
    parts: list[Counts] = []
    for slots in leaf.alternatives:
        if len(slots) == 1 and leaf.zone != term_keys.QUOTE:
            for postings, documents in reader.gather_slot(slots[0]):
                counts = _counted(postings, leaf.zone, by, reader)
                parts.append(counts if documents is None else _kept(counts, documents))
        elif slots:
            places = starts(slots, reader)
            if leaf.zone == term_keys.QUOTE:
                places = places[quoted(places, places + len(slots) - 1, reader)]
            parts.append(_weigh_starts(places, len(slots), leaf.zone, reader, by))
    total = _together(parts)
    if len(reader.deleted) and len(total.documents):
        total = _kept(total, everything(reader))
    return total


def _kept(counts: Counts, documents: Documents) -> Counts:
    """The counts of some documents."""
    kept = documents[counts.documents]
    return Counts(counts.documents[kept], counts.weights[kept])


def _counted(postings: PostingArrays, zone: str, by: Weighing, reader: MultiReader) -> Counts:
    """The weighted occurrences of terms."""
    if len(postings) == 1 or int(postings.df.sum()) <= AT_ONCE:
        return _weighted(postings, zone, by)
    sums = np.zeros(reader.count)
    for portion in postings.portions(AT_ONCE):
        counts = _weighted(portion, zone, by)
        sums[counts.documents] += counts.weights
    return _above_nothing(sums)


def _weighted(postings: PostingArrays, zone: str, by: Weighing) -> Counts:
    """The weighted occurrences of terms, by a table of the weights of zone codes."""
    weights_of = np.array(table(zone, by))
    codes = postings.codes()
    weights = weights_of[codes]
    odd_ones = codes == EXCEPTION
    if odd_ones.any():
        weights[odd_ones] = _weights(postings.exceptions(), zone, by)
    counts = Counts(postings.docs(), weights)
    if len(postings) > 1:
        counts = _summed(counts)
    return _in_zone(counts.documents, counts.weights, zone)


def _summed(counts: Counts) -> Counts:
    """Each document once, with the sum of its weights, all of them positive or nothing."""
    if len(counts.documents) * SPARSE < counts.documents.max(initial=0):
        once, place = np.unique(counts.documents, return_inverse=True)
        return Counts(once, np.bincount(place, counts.weights).astype(np.float64))
    return _above_nothing(np.bincount(counts.documents, counts.weights).astype(np.float64))


def _above_nothing(sums: Floats) -> Counts:
    """The documents whose sum is not nothing; ``sums`` has one for each document."""
    documents = np.flatnonzero(sums > 0)
    return Counts(documents, sums[documents])


def _together(parts: Sequence[Counts]) -> Counts:
    if not parts:
        return Counts(np.zeros(0, dtype=np.int64), np.zeros(0))
    if len(parts) == 1:
        return parts[0]
    return _summed(
        Counts(
            np.concatenate([part.documents for part in parts]),
            np.concatenate([part.weights for part in parts]),
        )
    )


def _weights(triples: Ints, zone: str, by: Weighing) -> Floats:
    """What :func:`weigh` gives for each row of ``triples``."""
    return np.asarray(weigh(triples.T, zone, by), dtype=np.float64)


def _in_zone(documents: Ints, weights: Floats, zone: str) -> Counts:
    """The counts of the documents that hold the word in ``zone`` at all."""
    if not zone:
        return Counts(documents, weights)
    kept = weights > 0
    return Counts(documents[kept], weights[kept])


def _weigh_starts(
    places: Ints, length: int, zone: str, reader: MultiReader, by: Weighing
) -> Counts:
    """The weighted occurrences of phrases of ``length`` words that begin at ``places``."""
    document, last = places >> 32, (places & 0xFFFFFFFF) + (length - 1)
    in_title = last < reader.title_ends[document]
    in_lead = last < reader.lead_ends[document]
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


def quoted(first: Ints, last: Ints, reader: MultiReader) -> Documents:
    """Which of some places, given by their first and last words, lie inside one quotation."""
    openings = starts((Slot((term_keys.QUOTE_STARTS,)),), reader)
    closings = starts((Slot((term_keys.QUOTE_ENDS,)),), reader)
    if not len(openings):
        return np.zeros(len(first), dtype=np.bool_)
    at = np.searchsorted(openings, first, "right") - 1
    opening = openings[np.maximum(at, 0)]
    # Each opening has its closing, in the same document.
    closing = closings[np.minimum(np.searchsorted(closings, opening, "right"), len(closings) - 1)]
    result: Documents = (at >= 0) & (opening >> 32 == first >> 32) & (last < closing)
    return result


# Sets of documents


def _mask(documents: Iterable[int], reader: MultiReader) -> Documents:
    mask = np.zeros(reader.count, dtype=bool)
    if not isinstance(documents, np.ndarray):
        documents = np.fromiter(documents, dtype=np.int64)
    mask[documents] = True
    return mask


def of(counts: Counts, reader: MultiReader) -> Documents:
    """The documents that hold a leaf."""
    mask = np.zeros(reader.count, dtype=bool)
    mask[counts.documents] = True
    return mask


def numbered(documents: Any, reader: MultiReader) -> Documents:
    """Documents given by their numbers or as a mask, without the deleted."""
    if isinstance(documents, np.ndarray) and documents.dtype == np.bool_:
        mask = documents.copy()
    else:
        mask = _mask(documents, reader)
    mask[reader.deleted] = False
    return mask


def everything(reader: MultiReader) -> Documents:
    """All undeleted documents."""
    return numbered(np.ones(reader.count, dtype=bool), reader)


def both(left: Documents, right: Documents) -> Documents:
    """The documents that are in ``left`` and in ``right``."""
    return left & right


def either(left: Documents, right: Documents) -> Documents:
    """The documents that are in ``left`` or in ``right``."""
    return left | right


def without(left: Documents, right: Documents) -> Documents:
    """The documents of ``left`` that are not in ``right``."""
    return left & ~right


def size(documents: Documents) -> int:
    """How many documents there are."""
    return int(np.count_nonzero(documents))


def members(documents: Documents) -> Iterable[int]:
    """The numbers of the documents."""
    numbers: list[int] = np.flatnonzero(documents).tolist()
    return numbers


# Scores


def frequency(counts: Counts) -> int:
    """How many documents hold a leaf."""
    return len(counts.documents)


def zeros(documents: Documents, reader: MultiReader) -> Scores:
    """A score of nothing for each document."""
    return np.zeros(reader.count)


def add_scores(
    total: Scores, counts: Counts, reader: MultiReader, average_words: float, worth: float
) -> None:
    """Add the BM25 of one leaf to all documents that hold it."""
    words = reader.words[counts.documents]
    total[counts.documents] += bm25.score_all(counts.weights, words, average_words, worth)


def score_of(total: Scores, document: int) -> float:
    """The score of one document."""
    return float(total[document])


def weight_of(counts: Counts, document: int) -> float:
    """The weighted occurrences of a leaf in a document; 0 where there are none."""
    at = int(np.searchsorted(counts.documents, document))
    found = at < len(counts.documents) and counts.documents[at] == document
    return float(counts.weights[at]) if found else 0.0


def best(
    total: Scores, documents: Documents, reader: MultiReader, wanted: int | None
) -> list[tuple[float, int]]:
    """(score, document) of the ``wanted`` best, in no order.

    Of ties at the edge the newer ones are among them, and of those the ones with the lower ids.
    """
    numbers = np.flatnonzero(documents)
    scores = total[numbers]
    if wanted is not None and wanted < len(numbers):
        if wanted == 0:
            return []
        least = np.partition(scores, len(scores) - wanted)[len(scores) - wanted]
        above = np.flatnonzero(scores > least)
        ties = np.flatnonzero(scores == least)
        ties = ties[_newest(numbers[ties], reader, wanted - len(above))]
        chosen = np.concatenate((above, ties))
        numbers, scores = numbers[chosen], scores[chosen]
    return list(zip(scores.tolist(), numbers.tolist(), strict=True))


def _newest(documents: Ints, reader: MultiReader, wanted: int) -> Ints:
    """Places of the ``wanted`` newest of some documents; of one day's those with the lower ids."""
    places = np.arange(len(documents))
    if wanted >= len(documents):
        return places
    if wanted <= 0:
        return places[:0]
    dates = reader.dates[documents]
    edge = np.partition(dates, len(dates) - wanted)[len(dates) - wanted]
    newer, same = places[dates > edge], places[dates == edge]
    order = np.lexsort((documents[same], reader.ids[documents[same]]))
    return np.concatenate((newer, same[order[: wanted - len(newer)]]))


def foremost(documents: Documents, column: Any, wanted: int, *, down: bool) -> list[int]:
    """Documents that hold the ``wanted`` least values of a column (greatest, if ``down``).

    Ties with the last are among them, and where there are too few values those without.
    """
    from newsgrep.engines.columnar.segment.doc_values import NO_DATE

    numbers = np.flatnonzero(documents)
    values = column.astype(np.int64)[numbers]
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
