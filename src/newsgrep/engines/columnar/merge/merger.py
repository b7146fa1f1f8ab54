"""Merges segments into one, in bounded memory: a range of terms at a time.

Positions and exceptions are copied as bytes; only document numbers are written anew, and the
streams of segments with deletions are thinned. Blocks of stored values whose documents are all
kept are copied as they are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar.near_duplicates.minhash import BAND_BYTES, BANDS
from newsgrep.engines.columnar.segment import doc_values, term_table, vbyte
from newsgrep.engines.columnar.segment.builder import (
    FILE_BLOCK,
    RECORD_BLOCK,
    TEXT_BLOCK,
    write_columns,
)
from newsgrep.engines.columnar.segment.contents import Contents, Written
from newsgrep.engines.columnar.segment.doc_store import (
    Stored,
    StoredBlocks,
    pack_block,
    write_stored,
)
from newsgrep.engines.columnar.segment.facets import write_facet
from newsgrep.engines.columnar.segment.inverter import Lengths
from newsgrep.engines.columnar.segment.packed_section import PackedWriter
from newsgrep.engines.columnar.segment.posting_arrays import PostingArrays, ranges
from newsgrep.engines.columnar.segment.posting_encoder import (
    Bytes,
    Ints,
    TermStreams,
    doc_gaps,
    sums_by,
    write_streams,
)
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.term_dictionary import TermsWriter
from newsgrep.engines.columnar.segment.term_table import Table
from newsgrep.engines.columnar.segment.zones import EXCEPTION
from newsgrep.fields import FACETS
from newsgrep.storage.section_file import SectionWriter

BATCH = 1 << 20
"""Bytes of postings merged at once (one term may have more)."""

FORGET_AFTER = 32
"""Blocks of stored values after which those read are let go from memory."""

Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class _Source:
    """A segment to merge: where each of its documents goes, -1 for the deleted."""

    segment: Segment
    new_numbers: Ints
    thinned: bool


def _sources(segments: Sequence[Segment]) -> list[_Source]:
    sources = []
    base = 0
    for segment in segments:
        kept = np.ones(segment.count, dtype=bool)
        if segment.deleted:
            kept[sorted(segment.deleted)] = False
        numbers = np.where(kept, base + np.cumsum(kept) - 1, -1)
        base += int(kept.sum())
        sources.append(_Source(segment, numbers, not kept.all()))
    return sources


@dataclass(frozen=True, slots=True)
class _Batch:
    """Successive terms, and for each segment the rows that it has of them, with their entries."""

    terms: list[str]
    rows: list[Ints]
    tables: list[Table]


def _batches(segments: Sequence[Segment]) -> Iterator[_Batch]:
    """All terms in order, some :data:`BATCH` bytes of postings at a time."""
    runs = [term_table.runs(segment.terms) for segment in segments]
    waiting: list[tuple[list[str], Table]] = [([], term_table.of_entries(())) for _ in segments]
    ended = [False] * len(segments)
    while True:
        for number, (names, _) in enumerate(waiting):
            if not names and not ended[number]:
                more = next(runs[number], None)
                if more is None:
                    ended[number] = True
                else:
                    waiting[number] = more
        # Up to where all segments are known.
        lasts = [names[-1] for names, _ in waiting if names]
        if not lasts:
            return
        last = min(lasts)
        cuts = [bisect_right(names, last) for names, _ in waiting]
        taken = [(n[:cut], t[:cut]) for (n, t), cut in zip(waiting, cuts, strict=True)]
        waiting = [(n[cut:], t[cut:]) for (n, t), cut in zip(waiting, cuts, strict=True)]
        yield from _divided(taken)


def _divided(taken: Sequence[tuple[list[str], Table]]) -> Iterator[_Batch]:
    terms = sorted(set().union(*(names for names, _ in taken)))
    row_of = {term: row for row, term in enumerate(terms)}
    rows = [np.array([row_of[name] for name in names], dtype=np.int64) for names, _ in taken]
    sizes = np.zeros(len(terms), dtype=np.int64)
    for some, (_, table) in zip(rows, taken, strict=True):
        sizes[some] += term_table.sizes(table)
    portion = np.cumsum(sizes) // BATCH
    bounds = [0, *(np.flatnonzero(portion[1:] != portion[:-1]) + 1).tolist(), len(terms)]
    for first, end in pairwise(bounds):
        cuts = [np.searchsorted(some, (first, end)).tolist() for some in rows]
        yield _Batch(
            terms[first:end],
            [some[a:b] - first for some, (a, b) in zip(rows, cuts, strict=True)],
            [table[a:b] for (_, table), (a, b) in zip(taken, cuts, strict=True)],
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """One segment's postings of a batch of terms; ``rows`` are the terms' indices in it."""

    rows: Ints
    df: Ints
    docs: Ints
    codes: Bytes
    positions: Bytes
    positions_sizes: Ints
    exceptions: Bytes
    exceptions_sizes: Ints


def _piece(source: _Source, rows: Ints, table: Table) -> _Piece:
    postings = PostingArrays([(source.segment.posting_bytes, 0, table)])
    piece = _Piece(
        rows=rows,
        df=postings.df,
        docs=source.new_numbers[postings.docs()],
        codes=postings.codes(),
        positions=postings.positions_bytes(),
        positions_sizes=table[:, term_table.POSITIONS],
        exceptions=postings.exceptions_bytes(),
        exceptions_sizes=table[:, term_table.EXCEPTIONS],
    )
    return _thin(piece, postings.occurrences()) if source.thinned else piece


def _thin(piece: _Piece, occurrences: Ints) -> _Piece:
    """The piece without the postings of deleted documents."""
    kept = piece.docs >= 0
    odd = piece.codes == EXCEPTION
    owners = np.arange(len(kept))
    term_of = np.repeat(np.arange(len(piece.df)), piece.df)
    rows = len(piece.df)

    def thinned(data: Bytes, value_owner: Ints) -> tuple[Bytes, Ints]:
        ends = data < 128
        owner_of_byte = value_owner[np.cumsum(ends) - ends]
        keep = kept[owner_of_byte]
        sizes = np.bincount(term_of[owner_of_byte[keep]], minlength=rows)
        return data[keep], sizes

    positions, positions_sizes = thinned(piece.positions, np.repeat(owners, occurrences))
    exceptions, exceptions_sizes = thinned(piece.exceptions, np.repeat(owners[odd], 3))
    return _Piece(
        piece.rows, sums_by(kept.view(np.uint8), piece.df), piece.docs[kept], piece.codes[kept],
        positions, positions_sizes, exceptions, exceptions_sizes,
    )  # fmt: skip


def _merge_batch(
    sources: Sequence[_Source], batch: _Batch, out: PackedWriter, dictionary: TermsWriter
) -> None:
    pieces = [
        _piece(source, rows, table)
        for source, rows, table in zip(sources, batch.rows, batch.tables, strict=True)
        if len(table)
    ]
    row_of = np.concatenate([piece.rows for piece in pieces])
    order = np.argsort(row_of, kind="stable")

    def arranged(parts: list[NDArray[Number]], sizes: list[Ints]) -> NDArray[Number]:
        """The parts' runs, ordered by term and within a term by segment."""
        size: Ints = np.concatenate(sizes)
        starts = np.cumsum(size) - size
        return np.concatenate(parts)[ranges(starts[order], size[order])]

    def totals(sizes: list[Ints]) -> Ints:
        return np.bincount(row_of, np.concatenate(sizes), minlength=len(batch.terms)).astype(
            np.int64
        )

    dfs = [piece.df for piece in pieces]
    df = totals(dfs)
    positions_sizes = [piece.positions_sizes for piece in pieces]
    exceptions_sizes = [piece.exceptions_sizes for piece in pieces]
    docs, docs_sizes = vbyte.encode(doc_gaps(arranged([p.docs for p in pieces], dfs), df))
    kept = np.flatnonzero(df)
    write_streams(
        out,
        dictionary,
        [batch.terms[at] for at in kept.tolist()],
        TermStreams(
            df=df[kept],
            docs=docs,
            docs_sizes=sums_by(docs_sizes, df)[kept],
            codes=arranged([p.codes for p in pieces], dfs),
            positions=arranged([p.positions for p in pieces], positions_sizes),
            positions_sizes=totals(positions_sizes)[kept],
            exceptions=arranged([p.exceptions for p in pieces], exceptions_sizes),
            exceptions_sizes=totals(exceptions_sizes)[kept],
        ),
    )


def _write_store(
    out: SectionWriter,
    name: str,
    stores: Sequence[tuple[Stored, NDArray[np.bool_]]],
    block_size: int,
) -> None:
    """Write the kept values of several stores as one, block by block."""
    offsets, firsts = array("Q"), array("I")
    count = size = 0
    waiting: list[bytes] = []

    def close_block() -> None:
        nonlocal size, waiting
        if waiting:
            emit(pack_block(waiting), len(waiting))
        waiting, size = [], 0

    def emit(block: bytes | memoryview, values: int) -> None:
        nonlocal count
        offsets.append(out.section_size)
        firsts.append(count)
        out.append(block)
        count += values

    out.begin()
    for store, kept in stores:
        for block, first in enumerate(store.firsts):
            if block % FORGET_AFTER == 0:
                store.forget()
            last = store.firsts[block + 1] if block + 1 < len(store.firsts) else store.count
            keep = kept[first:last]
            raw = store.raw_block(block)
            whole = bool(keep.all()) and 4 * len(raw) > block_size
            if whole and size >= block_size // 4:
                close_block()
            if whole and not waiting:
                emit(raw, last - first)
                continue
            for value, wanted in zip(store.block(block), keep.tolist(), strict=True):
                if wanted:
                    waiting.append(value)
                    size += len(value)
                    if size >= block_size and not whole:
                        close_block()
            if whole:
                # It took in a few values that were left over; the next is copied as it is.
                close_block()
    close_block()
    out.end(name)
    out.section(f"{name}.offsets", memoryview(offsets))
    out.section(f"{name}.firsts", memoryview(firsts))


def _merged_files(sources: Sequence[_Source]) -> tuple[array[int], StoredBlocks]:
    """The file number of each kept document, and the paths in the new numbering."""
    numbers: dict[bytes, int] = {}
    blocks = StoredBlocks(FILE_BLOCK)
    file_of = array("I")
    for source in sources:
        names = list(source.segment.file_names)
        for document, file in enumerate(source.segment.files.tolist()):
            if source.new_numbers[document] < 0:
                continue
            name = names[file]
            number = numbers.get(name)
            if number is None:
                number = numbers[name] = len(numbers)
                blocks.add(name)
            file_of.append(number)
    return file_of, blocks


def _merge_facet(
    out: SectionWriter, field: str, sources: Sequence[_Source], kept: Sequence[NDArray[np.bool_]]
) -> int:
    """Write the facet of the kept documents, its values numbered anew; how many those are."""
    numbers_of: dict[bytes, int] = {}
    counts: list[NDArray[np.uint32]] = []
    numbers: list[NDArray[np.uint32]] = []
    for source, keep in zip(sources, kept, strict=True):
        facet = source.segment.facet(field)
        count = np.frombuffer(facet.counts, dtype=np.uint32)
        old = np.frombuffer(facet.numbers, dtype=np.uint32)[np.repeat(keep, count)]
        used = np.unique(old)
        table = np.zeros(facet.values.count, dtype=np.int64)
        values = list(facet.values)
        for number in used.tolist():
            table[number] = numbers_of.setdefault(values[number], len(numbers_of))
        counts.append(count[keep])
        numbers.append(table[old].astype(np.uint32))
    return write_facet(
        out,
        field,
        np.concatenate(counts).data,
        np.concatenate(numbers).data,
        list(numbers_of),
    )


def merge(segments: Sequence[Segment], path: Path) -> Written:
    """Write the undeleted documents of ``segments``, in order, as one segment at ``path``."""
    sources = _sources(segments)
    kept = [source.new_numbers >= 0 for source in sources]
    out = SectionWriter(path)
    try:
        dictionary = TermsWriter()
        postings = PackedWriter(out)
        for batch in _batches(segments):
            _merge_batch(sources, batch, postings, dictionary)
            for segment in segments:
                segment.file.forget()
        postings.end("postings")
        terms = dictionary.write(out)

        def joined(name: str) -> Ints:
            parts = [
                np.frombuffer(
                    doc_values.column(s.segment.file, name), dtype=doc_values.TYPES[name]
                )[k]
                for s, k in zip(sources, kept, strict=True)
            ]
            return np.concatenate(parts).astype(np.int64)

        def rows(section: str, width: int) -> bytes:
            parts = [
                np.frombuffer(s.segment.file.read(section), dtype=np.uint8).reshape(-1, width)[k]
                for s, k in zip(sources, kept, strict=True)
            ]
            return np.concatenate(parts).tobytes()

        lengths = Lengths(joined("words"), joined("title_end"), joined("lead_end"))
        file_of, files = _merged_files(sources)
        dates = array("q", joined("date").tobytes())
        coarse = joined("coarse").astype(np.uint8).tobytes()
        ids, hashes = rows("ids", doc_values.ID_BYTES), rows("hashes", doc_values.HASH_BYTES)
        write_columns(out, lengths, dates, coarse, file_of, ids, hashes)
        for name, block in (("texts", TEXT_BLOCK), ("records", RECORD_BLOCK)):
            stores = [(getattr(s.segment, name), k) for s, k in zip(sources, kept, strict=True)]
            _write_store(out, name, stores, block)
        write_stored(out, "files", files)
        out.section("copies", rows("copies", BANDS * BAND_BYTES))
        distinct = {field: _merge_facet(out, field, sources, kept) for field in FACETS}
        contents: Contents = {
            "articles": len(lengths.words),
            "words": int(lengths.words.sum()),
            "terms": terms,
            "files": files.count,
            "facets": distinct,
        }
        size = out.finish({**contents})
    except BaseException:
        out.abandon()
        raise
    return Written(contents, size)
