"""Where the parts of a question stand in the text, for proximity and for counting.

A span is a first and a last word, each as document * 2**32 + position. Sentence and paragraph
ends are keys of the index, with the position of the first word after each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.backends.array_postings import (
    MOST_POSITIONS,
    Ints,
    ascending,
    positions_of,
    positions_size,
    quoted,
    starts,
)
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot
from newsgrep.engines.columnar.search.multi_reader import MultiReader
from newsgrep.engines.columnar.segment.portions import portions
from newsgrep.engines.columnar.segment.posting_arrays import ranges
from newsgrep.query.ast import Near

Truths = NDArray[np.bool_]

_UNIT_KEYS = {"sentence": term_keys.SENTENCE_ENDS, "paragraph": term_keys.PARAGRAPH_ENDS}

PAIRS_AT_ONCE = 1_000_000
"""Pairs of spans that are looked at together, at some hundred bytes each."""


class Spans(NamedTuple):
    """Spans in order of their first words, then of their last.

    A ``solid`` span is a word or a phrase: nothing can stand between its words.
    """

    first: Ints
    last: Ints
    solid: Truths

    def at(self, which: Ints | Truths) -> Spans:
        """Some of them, by their numbers or by a truth for each."""
        return Spans(self.first[which], self.last[which], self.solid[which])

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.first)


NOWHERE = Spans(
    np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.bool_)
)


def spans_of(term: ExpandedTerm, reader: MultiReader, note_cut: Callable[[], None]) -> Spans:
    """Where a term occurs; ``note_cut`` is called where that is in too many places."""
    parts = []
    for slots in term.alternatives:
        if slots:
            first = _starts(slots, reader, note_cut)
            found = Spans(first, first + len(slots) - 1, np.ones(len(first), dtype=np.bool_))
            parts.append(_in_zone(found, term.zone, reader))
    return united(parts)


def _starts(slots: Sequence[Slot], reader: MultiReader, note_cut: Callable[[], None]) -> Ints:
    """Where a phrase begins; of alternatives to one word as many as are not in too many places."""
    if len(slots) == 1:
        gathered = reader.gather_slot(slots[0])
        if len(gathered) == 1 and gathered[0][1] is None:
            postings = gathered[0][0]
            if len(postings) > 1 and postings.positions_size > MOST_POSITIONS:
                note_cut()
                return ascending(postings.first(MOST_POSITIONS))
        elif positions_size(gathered) <= MOST_POSITIONS:
            return positions_of(gathered)
    return starts(slots, reader)


def _in_zone(spans: Spans, zone: str, reader: MultiReader) -> Spans:
    if not zone or not spans.size:
        return spans
    if zone == term_keys.QUOTE:
        return spans.at(quoted(spans.first, spans.last, reader))
    document, last = spans.first >> 32, spans.last & 0xFFFFFFFF
    ends = reader.lead_ends if zone == term_keys.LEAD else reader.title_ends
    inside = last < ends[document]
    return spans.at(~inside if zone == term_keys.BODY else inside)


def united(parts: Sequence[Spans]) -> Spans:
    """The spans of several parts, together, each once."""
    if not parts:
        return NOWHERE
    if len(parts) == 1:
        return parts[0]
    first, last, solid = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    order = np.lexsort((~solid, last, first))
    found = Spans(first[order], last[order], solid[order])
    again = (found.first[1:] == found.first[:-1]) & (found.last[1:] == found.last[:-1])
    return found.at(np.concatenate(([True], ~again))[: found.size])


def together(parts: Sequence[Spans]) -> Spans:
    """The spans of several parts in the documents that hold all of them."""
    documents = np.unique(parts[0].first >> 32)
    for part in parts[1:]:
        documents = np.intersect1d(documents, part.first >> 32)
    found = united(parts)
    return found.at(np.isin(found.first >> 32, documents))


def near(node: Near, left: Spans, right: Spans, reader: MultiReader) -> Spans:
    """The spans that hold one of either side, as close as ``node`` asks, all of them.

    Those that have a first or a last word in common are one place, not two close to each other.
    A span may lie within one that is not solid: nothing is between them then.
    """
    if not left.size or not right.size:
        return NOWHERE
    unit = _Unit(node, reader)
    parts = [_followed(left, right, unit)]
    if not node.ordered:
        parts.append(_followed(right, left, unit))
        if not (left.solid.all() and right.solid.all()):
            parts.append(_overlapping(left, right, unit))
    return united([part for part in parts if part.size])


class _Unit:
    """What two spans have to share: a stretch of so many words, a sentence or a paragraph."""

    def __init__(self, node: Near, reader: MultiReader) -> None:
        self.distance = node.distance
        self._marks: Ints | None = None
        if node.unit != "words":
            self._marks = starts((Slot((_UNIT_KEYS[node.unit],)),), reader)

    @property
    def is_words(self) -> bool:
        return self._marks is None

    def number(self, positions: Ints) -> Ints:
        """The number of the sentence or paragraph of each position, over all documents."""
        assert self._marks is not None
        numbers: Ints = np.searchsorted(self._marks, positions, "right") + (positions >> 32)
        return numbers

    def holds(self, first: Ints, last: Ints) -> Truths:
        """Whether spans lie within one sentence or paragraph; always true for words."""
        if self._marks is None:
            return np.ones(len(first), dtype=np.bool_)
        together: Truths = self.number(first) == self.number(last)
        return together


def _followed(before: Spans, after: Spans, unit: _Unit) -> Spans:
    """Each span of ``before`` with each of ``after`` that follows it closely enough."""
    start = np.searchsorted(after.first, before.last, "right")
    if unit.is_words:
        end = np.searchsorted(after.first, before.last + unit.distance, "right")
    else:
        end = np.searchsorted(unit.number(after.first), unit.number(before.last), "right")
    found = []
    for one, other in _pairs(start, np.maximum(end - start, 0)):
        first, last = before.first[one], after.last[other]
        kept = (first >> 32 == last >> 32) & unit.holds(first, last)
        found.append(_unsolid(first[kept], last[kept]))
    return united(found)


def _overlapping(left: Spans, right: Spans, unit: _Unit) -> Spans:
    """Spans of either side that lie within each other or overlap, without an end in common."""
    longest = int((right.last - right.first).max())
    start = np.searchsorted(right.first, left.first - longest)
    end = np.searchsorted(right.first, left.last, "right")
    found = []
    for one, other in _pairs(start, np.maximum(end - start, 0)):
        a, b = left.at(one), right.at(other)
        first, last = np.minimum(a.first, b.first), np.maximum(a.last, b.last)
        apart = (a.first != b.first) & (a.last != b.last)
        apart &= (a.first != b.last) & (a.last != b.first)
        kept = apart & (b.last >= a.first) & (first >> 32 == last >> 32)
        # A word cannot lie within a phrase, only between what stands apart.
        within_left = (a.first < b.first) & (b.last < a.last)
        within_right = (b.first < a.first) & (a.last < b.last)
        kept &= np.where(
            within_left, ~a.solid, np.where(within_right, ~b.solid, ~(a.solid | b.solid))
        )
        kept &= unit.holds(first, last)
        found.append(_unsolid(first[kept], last[kept]))
    return united(found)


def _pairs(start: Ints, sizes: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of a number and each of ``sizes`` numbers from its ``start``, some at a time."""
    for low, high in portions(np.cumsum(sizes), PAIRS_AT_ONCE):
        one = np.repeat(np.arange(low, high), sizes[low:high])
        if len(one):
            yield one, ranges(start[low:high], sizes[low:high])


def _unsolid(first: Ints, last: Ints) -> Spans:
    """Spans in order, each once, that may have anything between their words."""
    order = np.lexsort((last, first))
    first, last = first[order], last[order]
    again = (first[1:] == first[:-1]) & (last[1:] == last[:-1])
    once = np.concatenate(([True], ~again))[: len(first)]
    return Spans(first[once], last[once], np.zeros(int(once.sum()), dtype=np.bool_))


def documents_of(spans: Spans) -> list[int]:
    """The documents that the spans are in."""
    numbers: list[int] = np.unique(spans.first >> 32).tolist()
    return numbers


def documents_with(spans: Spans, least: int) -> list[int]:
    """The documents in which spans begin at ``least`` words or more."""
    beginnings = np.unique(spans.first)
    numbers, counts = np.unique(beginnings >> 32, return_counts=True)
    enough: list[int] = numbers[counts >= least].tolist()
    return enough
