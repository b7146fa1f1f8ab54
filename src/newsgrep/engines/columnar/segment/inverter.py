"""From the chunks of documents in order to the postings of terms in order.

Chunks are numbered as they are met, and each distinct chunk is analysed once a segment. One
sort of all occurrences by term then gives the posting lists, since documents and positions
are in order already (sort-based indexing; Manning, Raghavan and Schütze, section 4.2).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.segment.packed_section import PackedWriter
from newsgrep.engines.columnar.segment.portions import portions
from newsgrep.engines.columnar.segment.posting_encoder import Ints, streams_of, write_streams
from newsgrep.engines.columnar.segment.term_dictionary import TermsWriter
from newsgrep.text.words import (
    GAP,
    GAP_MARK,
    MAX_TERM,
    PARAGRAPH_MARK,
    QUOTE_MARK,
    SENTENCE_MARK,
    UNQUOTE_MARK,
    analyse,
    plain_term,
)

MAX_SPLIT = 4
"""Parts of a hyphenated word that are noted; what has more is no word."""


_MARKS: dict[str, tuple[list[tuple[str, int]], int]] = {
    GAP_MARK: ([], GAP),
    SENTENCE_MARK: ([(term_keys.SENTENCE_ENDS, 0)], 0),
    PARAGRAPH_MARK: ([(term_keys.SENTENCE_ENDS, 0), (term_keys.PARAGRAPH_ENDS, 0)], 0),
    QUOTE_MARK: ([(term_keys.QUOTE_STARTS, 0)], 0),
    UNQUOTE_MARK: ([(term_keys.QUOTE_ENDS, 0)], 0),
}


class ChunkNumbers(dict[str, int]):
    """Numbers distinct chunks in the order in which they are first asked for."""

    def __missing__(self, chunk: str) -> int:
        number = self[chunk] = len(self)
        return number


def chunk_entries(chunk: str) -> tuple[list[tuple[str, int]], int]:
    """The keys that a chunk is indexed under, each with its offset in positions; its length.

    A chunk is a mark, a chunk of text, or a field's: ``\\x01field\\x1fchunk``.
    """
    if chunk in _MARKS:
        return _MARKS[chunk]
    field, raw = term_keys.split_key(chunk)
    if field in term_keys.EXACT:
        return [(chunk, 0)], 1
    term = plain_term(raw)
    if term:
        # Most labels are written as they are looked for.
        return [(chunk if term == raw else term_keys.key(field, term), 0)], 1
    analysed = analyse(raw)
    entries = [
        (term_keys.key(field, term), offset)
        for offset, part in enumerate(analysed.parts)
        # Names and labels ignore case: only in text do capitals make an acronym.
        for term in (part.terms if field == term_keys.TEXT else part.terms[:1])
    ]
    if analysed.joined:
        entries.append((term_keys.key(field, analysed.joined), 0))
        if field == term_keys.TEXT and len(analysed.parts) <= MAX_SPLIT:
            split = " ".join(part.terms[0] for part in analysed.parts)
            entries.append((term_keys.key(term_keys.HYPHENATED, f"{analysed.joined}={split}"), 0))
    return entries, len(analysed.parts)


@dataclass(frozen=True, slots=True)
class Documents:
    """Chunk numbers of successive documents, and how many belong to each of their zones.

    Counts include marks: the headline's, the headline's and the lead's, those of all text,
    and those of text and fields together.
    """

    chunks: array[int]
    title: array[int]
    lead: array[int]
    text: array[int]
    whole: array[int]


@dataclass(frozen=True, slots=True)
class Lengths:
    """For each document: words of its text, and the positions where headline and lead end."""

    words: Ints
    title_ends: Ints
    lead_ends: Ints


_TITLE, _LEAD, _BODY, _LABELS = range(4)


def _zones(documents: Documents) -> NDArray[np.uint8]:
    """What each chunk belongs to."""
    sizes = np.array(
        (documents.title, documents.lead, documents.text, documents.whole), dtype=np.int64
    )
    sizes[1:] -= sizes[:-1].copy()
    kinds = np.tile(np.array([_TITLE, _LEAD, _BODY, _LABELS], dtype=np.uint8), sizes.shape[1])
    return np.repeat(kinds, sizes.T.reshape(-1))


@dataclass(frozen=True, slots=True)
class _Entries:
    """What the distinct chunks of a segment are indexed under, those of each chunk together."""

    terms: list[str]
    """All keys, in order."""
    term: NDArray[np.int32]
    """Of each entry its key, as a number into ``terms``."""
    offset: NDArray[np.int32]
    chunk: NDArray[np.int32]
    """And the number of the chunk that it is of."""
    spans: NDArray[np.int32]
    """Of each chunk, how many positions it takes."""


def _entries(numbers: ChunkNumbers) -> _Entries:
    """The entries of all chunks of a segment."""
    keys = ChunkNumbers()
    entry_keys, offsets, counts, spans = array("i"), array("i"), array("i"), array("i")
    for chunk in numbers:
        # Most words are written as they are looked for.
        as_written = chunk.islower() and chunk.isalnum() and chunk.isascii()
        term_key = chunk[:MAX_TERM] if as_written else plain_term(chunk)
        if term_key:
            # One key of one position, without the detour.
            entry_keys.append(keys[term_key])
            offsets.append(0)
            counts.append(1)
            spans.append(1)
            continue
        entries, span = chunk_entries(chunk)
        for name, offset in entries:
            entry_keys.append(keys[name])
            offsets.append(offset)
        counts.append(len(entries))
        spans.append(span)
    terms = sorted(keys)
    rank = np.empty(len(terms), dtype=np.int32)
    rank[[keys[term] for term in terms]] = np.arange(len(terms), dtype=np.int32)
    return _Entries(
        terms,
        rank[np.array(entry_keys, dtype=np.int32)],
        np.array(offsets, dtype=np.int32),
        np.repeat(np.arange(len(counts), dtype=np.int32), np.array(counts, dtype=np.int32)),
        np.array(spans, dtype=np.int32),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where each chunk of a segment's documents stands."""

    document: NDArray[np.int32]
    position: NDArray[np.int32]
    zone: NDArray[np.uint8]


def _placed(
    documents: Documents, chunks: NDArray[np.int32], numbers: ChunkNumbers, spans: NDArray[np.int32]
) -> tuple[_Places, Lengths]:
    """Where the chunks stand, and how long that makes the documents."""
    whole = np.array(documents.whole, dtype=np.int64)
    starts = np.cumsum(whole) - whole
    span_of = spans[chunks]
    passed = np.concatenate(([0], np.cumsum(span_of, dtype=np.int64)))
    origin = passed[starts]
    text_counts = np.array(documents.text, dtype=np.int64)
    title_ends = passed[starts + np.array(documents.title)] - origin
    lead_ends = passed[starts + np.array(documents.lead)] - origin
    text_ends = passed[starts + text_counts] - origin
    position = (passed[:-1] - np.repeat(origin, whole)).astype(np.int32)
    del passed
    span_of[chunks == numbers.get(GAP_MARK, -1)] = 0
    running = np.concatenate(([0], np.cumsum(span_of, dtype=np.int64)))
    lengths = Lengths(running[starts + text_counts] - running[starts], title_ends, lead_ends)
    del running, span_of
    zone = _zones(documents)
    # Labels are counted from where the text ends: small numbers take less room.
    position[zone == _LABELS] -= np.repeat(text_ends, whole - text_counts).astype(np.int32)
    document = np.repeat(np.arange(len(whole), dtype=np.int32), whole)
    return _Places(document, position, zone), lengths


AT_ONCE = 1 << 17
"""Occurrences that are sorted at once, about: this is when a segment takes most memory, and more
of them would not be sorted sooner."""


def invert(
    documents: Documents, numbers: ChunkNumbers, out: PackedWriter, dictionary: TermsWriter
) -> Lengths:
    """Append the postings of ``documents`` to the open section and the dictionary."""
    chunks = np.frombuffer(documents.chunks, dtype=np.int32)
    entries = _entries(numbers)
    places, lengths = _placed(documents, chunks, numbers, entries.spans)
    for first, end in _runs(entries, chunks):
        _write_postings(entries, first, end, chunks, places, out, dictionary)
    return lengths


def _runs(entries: _Entries, chunks: NDArray[np.int32]) -> Iterator[tuple[int, int]]:
    """The terms, cut into runs of some :data:`AT_ONCE` occurrences, as first and last but one."""
    written = np.bincount(chunks, minlength=len(entries.spans))
    occurrences = np.bincount(
        entries.term, weights=written[entries.chunk], minlength=len(entries.terms)
    )
    return portions(np.cumsum(occurrences), AT_ONCE)


def _write_postings(
    entries: _Entries,
    first: int,
    end: int,
    chunks: NDArray[np.int32],
    places: _Places,
    out: PackedWriter,
    dictionary: TermsWriter,
) -> None:
    """Append the postings of the terms from ``first`` to ``end``."""
    held = (entries.term >= first) & (entries.term < end)
    counts = np.bincount(entries.chunk[held], minlength=len(entries.spans)).astype(np.int32)
    # Numbers of four bytes where they do.
    repeats = counts[chunks]
    token = np.repeat(np.arange(len(chunks), dtype=np.int32), repeats)
    entry = np.arange(len(token), dtype=np.int32)
    entry -= np.repeat(np.cumsum(repeats, dtype=np.int32) - repeats, repeats)
    entry += (np.cumsum(counts, dtype=np.int32) - counts)[chunks[token]]
    term = entries.term[held][entry] - first
    position = places.position[token] + entries.offset[held][entry]
    document = places.document[token]
    zone = places.zone[token]
    del repeats, entry, token

    # The occurrence's number in the low half keeps the sort stable.
    order = term.astype(np.int64)
    order <<= 32
    order |= np.arange(len(order))
    order.sort()
    term = (order >> 32).astype(np.int32)
    order &= 0xFFFFFFFF
    position = position[order]
    document = document[order]
    zone = zone[order]
    del order

    new_term = np.concatenate(([True], term[1:] != term[:-1]))[: len(term)]
    new_posting = new_term | np.concatenate(([True], document[1:] != document[:-1]))[: len(term)]
    firsts = np.flatnonzero(new_posting)
    in_title, in_lead = zone == _TITLE, zone == _LEAD
    streams = streams_of(
        df=np.bincount(term[firsts], minlength=end - first),
        docs=document[firsts].astype(np.int64),
        occurrences=np.diff(firsts, append=len(term)),
        in_title=np.add.reduceat(in_title, firsts, dtype=np.int64),
        in_lead=np.add.reduceat(in_lead, firsts, dtype=np.int64),
        positions=position,
    )
    write_streams(out, dictionary, entries.terms[first:end], streams)
