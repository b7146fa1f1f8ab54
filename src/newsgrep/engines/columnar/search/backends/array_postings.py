"""The postings of all segments' terms in whole arrays: documents, weights, where phrases begin."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot
from newsgrep.engines.columnar.search.multi_reader import Mask, MultiReader, Weights
from newsgrep.engines.columnar.search.scoring.field_weights import PLAIN, Weighing, table, weigh
from newsgrep.engines.columnar.segment.posting_arrays import PostingArrays
from newsgrep.engines.columnar.segment.zones import EXCEPTION

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

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
        found = found[_within(found, positions_of(postings, mask(documents, reader)) - offset)]
    return found


SlotPostings = Sequence[tuple[PostingArrays, Mask | None]]


def positions_size(gathered: SlotPostings) -> int:
    """Bytes of positions of a slot."""
    return sum(postings.positions_size for postings, _ in gathered)


def positions_of(gathered: SlotPostings, within: Mask | None = None) -> Ints:
    """Where any word of a slot stands, in order, each position once; in some documents alone."""
    parts = [ascending(postings, _overlap(within, documents)) for postings, documents in gathered]
    if len(parts) == 1:
        return parts[0]
    return np.unique(np.concatenate(parts)) if parts else np.zeros(0, dtype=np.int64)


def _overlap(one: Mask | None, other: Mask | None) -> Mask | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def ascending(postings: PostingArrays, within: Mask | None = None) -> Ints:
    """Where any of some terms stands, in order, each position once; in some documents alone."""
    if postings.in_order:
        return postings.positions(within)
    portions = postings.portions(AT_ONCE // 4)
    found = np.concatenate([some.positions(within) for some in portions])
    found.sort()
    return found[np.concatenate(([True], found[1:] != found[:-1]))[: len(found)]]


def positions(
    slots: Sequence[Slot], reader: MultiReader, numbers: set[int], most: int
) -> dict[int, list[int]]:
    """Where any of some words stands in each of the documents ``numbers``, ascending.

    Nowhere, where the positions of the words have more than ``most`` bytes.
    """
    gathered = [postings for slot in slots for postings in reader.gather_slot(slot)]
    if not gathered or positions_size(gathered) > most:
        return {}
    wanted = np.array(sorted(numbers), dtype=np.int64)
    found = positions_of(gathered, mask(wanted, reader))
    first = np.searchsorted(found, wanted << 32).tolist()
    end = np.searchsorted(found, (wanted + 1) << 32).tolist()
    return {
        number: (found[a:b] & 0xFFFFFFFF).tolist()
        for number, a, b in zip(wanted.tolist(), first, end, strict=True)
        if b > a
    }


def _within(some: Ints, others: Ints) -> Mask:
    """Which of the sorted ``some`` are among the sorted ``others``."""
    at = np.searchsorted(others, some)
    at[at == len(others)] = 0
    result: Mask = others[at] == some if len(others) else np.zeros(len(some), dtype=bool)
    return result


def documents(term: ExpandedTerm, reader: MultiReader) -> Mask:
    """The undeleted documents that hold ``term``.

    Of a word only the documents are read; where it has to stand in a zone, more than that.
    """
    known = reader.known_weights(term, PLAIN)
    if known is not None or term.zone:
        return mask((known or weights(term, reader, PLAIN)).documents, reader)
    found = np.zeros(reader.count, dtype=np.bool_)
    for slots in term.alternatives:
        if len(slots) == 1:
            for postings, within in reader.gather_slot(slots[0]):
                for portion in _portions(postings):
                    numbers = portion.docs()
                    found[numbers if within is None else numbers[within[numbers]]] = True
        elif slots:
            found[starts(slots, reader) >> 32] = True
    return found & reader.undeleted


def weights(term: ExpandedTerm, reader: MultiReader, by: Weighing) -> Weights:
    """Weighted frequencies of ``term`` in the undeleted documents."""
    known = reader.known_weights(term, by)
    if known is None:
        known = _weights_of(term, reader, by)
        reader.keep_weights(term, by, known)
    return known


def _weights_of(term: ExpandedTerm, reader: MultiReader, by: Weighing) -> Weights:
    parts: list[Weights] = []
    for slots in term.alternatives:
        if len(slots) == 1 and term.zone != term_keys.QUOTE:
            for postings, within in reader.gather_slot(slots[0]):
                found = _weighted(postings, term.zone, by, reader)
                parts.append(found if within is None else _kept(found, within))
        elif slots:
            firsts = starts(slots, reader)
            if term.zone == term_keys.QUOTE:
                firsts = firsts[quoted(firsts, firsts + len(slots) - 1, reader)]
            parts.append(_weigh_starts(firsts, len(slots), term.zone, reader, by))
    total = _together(parts)
    if len(reader.deleted) and len(total.documents):
        total = _kept(total, reader.undeleted)
    return total


def _kept(found: Weights, within: Mask) -> Weights:
    """The weights of some documents."""
    kept = within[found.documents]
    return Weights(found.documents[kept], found.weights[kept])


def _weighted(postings: PostingArrays, zone: str, by: Weighing, reader: MultiReader) -> Weights:
    """The weighted occurrences of terms."""
    portions = _portions(postings)
    if len(portions) == 1:
        return _by_codes(portions[0], zone, by)
    sums = np.zeros(reader.count)
    for portion in portions:
        found = _by_codes(portion, zone, by)
        sums[found.documents] += found.weights
    return _above_nothing(sums)


def _portions(postings: PostingArrays) -> list[PostingArrays]:
    """The postings in as many portions as memory wants; mostly one."""
    if len(postings) == 1 or int(postings.df.sum()) <= AT_ONCE:
        return [postings]
    return list(postings.portions(AT_ONCE))


def _by_codes(postings: PostingArrays, zone: str, by: Weighing) -> Weights:
    """The weighted occurrences of terms, by a table of the weights of zone codes."""
    weights_of = np.array(table(zone, by))
    codes = postings.codes()
    weighted = weights_of[codes]
    odd_ones = codes == EXCEPTION
    if odd_ones.any():
        weighted[odd_ones] = _weigh(postings.exceptions(), zone, by)
    found = Weights(postings.docs(), weighted)
    if len(postings) > 1:
        found = _summed(found)
    return _in_zone(found, zone)


def _summed(found: Weights) -> Weights:
    """Each document once, with the sum of its weights, all of them positive or nothing."""
    if len(found.documents) * SPARSE < found.documents.max(initial=0):
        once, index = np.unique(found.documents, return_inverse=True)
        return Weights(once, np.bincount(index, found.weights).astype(np.float64))
    return _above_nothing(np.bincount(found.documents, found.weights).astype(np.float64))


def _above_nothing(sums: Floats) -> Weights:
    """The documents whose sum is not nothing; ``sums`` has one for each document."""
    numbers = np.flatnonzero(sums > 0)
    return Weights(numbers, sums[numbers])


def _together(parts: Sequence[Weights]) -> Weights:
    if not parts:
        return Weights(np.zeros(0, dtype=np.int64), np.zeros(0))
    if len(parts) == 1:
        return parts[0]
    return _summed(
        Weights(
            np.concatenate([part.documents for part in parts]),
            np.concatenate([part.weights for part in parts]),
        )
    )


def _weigh(triples: Ints, zone: str, by: Weighing) -> Floats:
    """What :func:`weigh` gives for each row of ``triples``."""
    occurrences, in_title, in_lead = triples.T.astype(np.float64)
    return weigh((occurrences, in_title, in_lead), zone, by)


def _in_zone(found: Weights, zone: str) -> Weights:
    """The weights of the documents that hold the word in ``zone`` at all."""
    if not zone:
        return found
    kept = found.weights > 0
    return Weights(found.documents[kept], found.weights[kept])


def _weigh_starts(
    firsts: Ints, length: int, zone: str, reader: MultiReader, by: Weighing
) -> Weights:
    """The weighted occurrences of phrases of ``length`` words that begin at ``firsts``."""
    document, last = firsts >> 32, (firsts & 0xFFFFFFFF) + (length - 1)
    in_title = last < reader.title_ends[document]
    in_lead = last < reader.lead_ends[document]
    in_lead &= ~in_title
    numbers, index = np.unique(document, return_inverse=True)
    size = len(numbers)
    triples = np.stack(
        [
            np.bincount(index, minlength=size),
            np.bincount(index, in_title, minlength=size),
            np.bincount(index, in_lead, minlength=size),
        ],
        axis=1,
    )
    return _in_zone(Weights(numbers, _weigh(triples.astype(np.int64), zone, by)), zone)


def quoted(first: Ints, last: Ints, reader: MultiReader) -> Mask:
    """Which of some spans, given by their first and last words, lie inside one quotation."""
    openings = starts((Slot((term_keys.QUOTE_STARTS,)),), reader)
    closings = starts((Slot((term_keys.QUOTE_ENDS,)),), reader)
    if not len(openings):
        return np.zeros(len(first), dtype=np.bool_)
    at = np.searchsorted(openings, first, "right") - 1
    opening = openings[np.maximum(at, 0)]
    # Each opening has its closing, in the same document.
    closing = closings[np.minimum(np.searchsorted(closings, opening, "right"), len(closings) - 1)]
    result: Mask = (at >= 0) & (opening >> 32 == first >> 32) & (last < closing)
    return result


def mask(numbers: Ints, reader: MultiReader) -> Mask:
    """A truth for each document of the reader: whether its number is among some."""
    found = np.zeros(reader.count, dtype=np.bool_)
    found[numbers] = True
    return found
