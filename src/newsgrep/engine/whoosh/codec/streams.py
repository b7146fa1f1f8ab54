"""From arrays of postings to the bytes of posting lists, whole batches of terms at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsgrep.engine.whoosh.codec import vbyte
from newsgrep.engine.whoosh.codec.terms import TermsWriter
from newsgrep.engine.whoosh.codec.zones import EXCEPTION, TRIPLES
from newsgrep.paged import PagedWriter

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


def ranges(starts: Ints, sizes: Ints) -> Ints:
    """The indices ``starts[i] … starts[i] + sizes[i] - 1`` for each i, one after the other."""
    before = np.cumsum(sizes) - sizes
    return np.repeat(starts - before, sizes) + np.arange(int(sizes.sum()))


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
    out: PagedWriter, dictionary: TermsWriter, terms: list[bytes], streams: TermStreams
) -> None:
    """Append the postings of ``terms`` (in order) to the open section and the dictionary."""
    df = streams.df
    term_of = np.repeat(np.arange(len(df)), df)
    first_of = np.cumsum(df) - df
    nonzero = np.bincount(term_of[streams.codes > 0], minlength=len(df)) > 0
    code_sizes = np.where(nonzero, (df + 1) // 2, 0)
    sizes = streams.docs_sizes + code_sizes + streams.positions_sizes + streams.exceptions_sizes
    starts = np.cumsum(sizes) - sizes
    region = np.zeros(int(sizes.sum()), dtype=np.uint8)
    region[ranges(starts, streams.docs_sizes)] = streams.docs
    at = starts + streams.docs_sizes
    coded = np.flatnonzero(nonzero[term_of])
    if len(coded):
        owner = term_of[coded]
        number = coded - first_of[owner]
        where = at[owner] + number // 2
        odd = (number & 1).astype(bool)
        region[where[~odd]] = streams.codes[coded[~odd]]
        region[where[odd]] |= streams.codes[coded[odd]] << 4
    at = at + code_sizes
    region[ranges(at, streams.positions_sizes)] = streams.positions
    at = at + streams.positions_sizes
    region[ranges(at, streams.exceptions_sizes)] = streams.exceptions
    out.append(region.data)
    columns = (
        df.tolist(), nonzero.tolist(), streams.docs_sizes.tolist(),
        streams.positions_sizes.tolist(), streams.exceptions_sizes.tolist(),
    )  # fmt: skip
    for entry in zip(terms, *columns, strict=True):
        dictionary.add(*entry)


def streams_of(
    df: Ints,
    docs: Ints,
    occurrences: Ints,
    in_title: Ints,
    in_lead: Ints,
    positions: Ints,
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
