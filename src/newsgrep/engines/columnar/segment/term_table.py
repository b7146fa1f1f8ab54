"""Entries of many terms as tables: a row a term, with the columns of a :class:`TermEntry`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar.segment.term_dictionary import FEW, Block, TermEntry, Terms
from newsgrep.engines.columnar.segment.vbyte import decode_array

Table = NDArray[np.int64]

DF, DOCS_AT, DOCS, CODES_AT, CODES, POSITIONS_AT, POSITIONS, EXCEPTIONS_AT, EXCEPTIONS = range(9)
"""The columns: how many documents, then offset and size of each stream."""


def of_entries(entries: Sequence[TermEntry]) -> Table:
    """The table of some entries."""
    return np.array(entries, dtype=np.int64).reshape(-1, 9)


def of_block(block: Block) -> Table:
    """The entries of all names of a block."""
    count = len(block.names)
    numbers = decode_array(block.data)
    heads = numbers[:count]
    df = heads >> 1
    coded = (heads & 1).astype(bool)
    table = np.zeros((count, 9), dtype=np.int64)
    table[:, DF] = df
    table[:, DOCS] = numbers[count : 2 * count] + df
    table[:, CODES] = ((df + 1) >> 1) * coded
    table[:, POSITIONS] = numbers[2 * count : 3 * count] + df
    table[coded, EXCEPTIONS] = numbers[3 * count :]
    sizes = table[:, 2::2]
    table[:, 1::2] = np.cumsum(sizes, axis=0) - sizes + np.array(block.starts)
    return table


def of_terms(terms: Terms, names: Sequence[str]) -> Table:
    """The entries of those of ``names`` that a segment has, in order."""
    if len(names) <= FEW:
        return of_entries(terms.find_all(names))
    parts = [of_block(b)[b.indices(some)] for b, some in terms.by_block(sorted(names))]
    return np.concatenate(parts) if parts else of_entries(())


def runs(terms: Terms) -> Iterator[tuple[list[str], Table]]:
    """All terms in order with their entries, some blocks at a time."""
    for blocks in terms.runs():
        names = [name for block in blocks for name in block.names]
        yield names, np.concatenate([of_block(block) for block in blocks])


def sizes(table: Table) -> Table:
    """The bytes that the postings of each term take."""
    total: Table = table[:, 2::2].sum(axis=1)
    return total
