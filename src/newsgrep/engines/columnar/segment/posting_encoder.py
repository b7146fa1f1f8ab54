"""From arrays of postings to the bytes of posting lists, whole batches of terms at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar.segment import vbyte
from newsgrep.engines.columnar.segment.packed_section import PackedWriter
from newsgrep.engines.columnar.segment.term_dictionary import TermsWriter
from newsgrep.engines.columnar.segment.zones import EXCEPTION, TRIPLES

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]


def _code_table() -> Bytes:
    table = np.full((7, 3, 3), EXCEPTION, dtype=np.uint8)
    for code, triple in enumerate(TRIPLES):
        table[triple] = code
    return table


_CODES = _code_table()


def zone_codes(occurrences: Ints, in_title: Ints, in_lead: Ints) -> Bytes:
    """The zone code of each posting."""
    codes: Bytes = _CODES[
        np.minimum(occurrences, 6), np.minimum(in_title, 2), np.minimum(in_lead, 2)
    ]
    return codes


def sums_by(values: NDArray[np.integer], counts: Ints) -> Ints:
    """Sums of successive runs of ``counts`` values; empty runs give 0."""
    totals = np.concatenate(([0], np.cumsum(values, dtype=np.int64)))
    ends = np.cumsum(counts)
    sums: Ints = totals[ends] - totals[ends - counts]
    return sums


@dataclass(frozen=True, slots=True)
class TermStreams:
    """The postings of successive terms: each stream for all terms, and its size for each."""

    df: Ints
    docs: Bytes
    docs_sizes: Ints
    codes: Bytes
    """One a posting, not yet packed."""
    positions: Bytes
    positions_sizes: Ints
    exceptions: Bytes
    exceptions_sizes: Ints


def doc_gaps(docs: Ints, df: Ints) -> Ints:
    """Gaps of ascending document numbers, the first of each term counted from -1."""
    gaps = np.empty_like(docs)
    gaps[:1] = docs[:1] + 1
    gaps[1:] = docs[1:] - docs[:-1]
    firsts = (np.cumsum(df) - df)[df > 0]
    gaps[firsts] = docs[firsts] + 1
    return gaps


def write_streams(
    out: PackedWriter, dictionary: TermsWriter, terms: list[str], streams: TermStreams
) -> None:
    """Append the postings of ``terms`` (in order) to the open section and the dictionary.

    The streams of all terms lie together, so that those of neighbours are read in one go.
    """
    df = streams.df
    codes, codes_sizes = _packed(streams.codes, df)
    starts = []
    for data in (streams.docs, codes, streams.positions, streams.exceptions):
        starts.append(out.size)
        out.append(data.data)
    dictionary.add(
        terms,
        (starts[0], starts[1], starts[2], starts[3]),
        df,
        streams.docs_sizes,
        codes_sizes,
        streams.positions_sizes,
        streams.exceptions_sizes,
    )


def _packed(codes: Bytes, df: Ints) -> tuple[Bytes, Ints]:
    """Codes at four bits each, a term's from a whole byte on, left out where all are 0."""
    term_of = np.repeat(np.arange(len(df)), df)
    coded = np.bincount(term_of[codes > 0], minlength=len(df)) > 0
    sizes = np.where(coded, (df + 1) // 2, 0)
    starts = np.cumsum(sizes) - sizes
    chosen = coded[term_of]
    codes, owner = codes[chosen], term_of[chosen]
    number = np.flatnonzero(chosen) - (np.cumsum(df) - df)[owner]
    where = starts[owner] + number // 2
    low = number & 1 == 0
    packed = np.zeros(int(sizes.sum()), dtype=np.uint8)
    packed[where[low]] = codes[low]
    packed[where[~low]] |= codes[~low] << 4
    return packed, sizes


def streams_of(
    df: Ints,
    docs: Ints,
    occurrences: Ints,
    in_title: Ints,
    in_lead: Ints,
    positions: NDArray[np.integer],
) -> TermStreams:
    """Encode the postings of terms; all but ``df`` and ``positions`` have one value a posting.

    ``positions`` are ascending within each posting.
    """
    doc_bytes, doc_byte_sizes = vbyte.encode(doc_gaps(docs, df))
    gaps = np.empty_like(positions)
    gaps[1:] = positions[1:] - positions[:-1]
    firsts = np.cumsum(occurrences) - occurrences
    gaps[firsts] = positions[firsts] + 1
    position_bytes, position_byte_sizes = vbyte.encode(gaps)
    codes = zone_codes(occurrences, in_title, in_lead)
    odd_ones = codes == EXCEPTION
    triples = np.stack((occurrences[odd_ones], in_title[odd_ones], in_lead[odd_ones]), axis=1)
    exception_bytes, exception_byte_sizes = vbyte.encode(triples.reshape(-1))
    return TermStreams(
        df=df,
        docs=doc_bytes,
        docs_sizes=sums_by(doc_byte_sizes, df),
        codes=codes,
        positions=position_bytes,
        positions_sizes=sums_by(position_byte_sizes, sums_by(occurrences, df)),
        exceptions=exception_bytes,
        exceptions_sizes=sums_by(exception_byte_sizes, 3 * sums_by(odd_ones, df)),
    )
