"""Columns of texts that have no known name: what one row tells of them counts for all.

Where some rows of a column have sentences, its short cells are texts as well.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.odd_values import is_filled, names_of_texts
from newsgrep.ingest.formats.faults import before_fault

_MOST_ROWS = 500
_MOST_CHARACTERS = 4_000_000
"""What is looked at before the first row is read."""
_LEAST_SHARE = 0.1
"""The share of a column's cells from which on, if they are texts, all are."""

Row = TypeVar("Row")


def with_text_columns(
    rows: Iterable[Row], values_of: Callable[[Row], Mapping[str, Any] | None]
) -> Iterator[tuple[Row, frozenset[str]]]:
    """Each row with the names of the columns that hold texts, told by the rows around it.

    What stands before a fault of the file comes before it.
    """
    filled: dict[str, int] = {}
    worded: dict[str, int] = {}
    held: deque[tuple[Row, int]] = deque()
    size = 0
    faults: list[UnreadableFile] = []
    for row in before_fault(rows, faults):
        long = _count(values_of(row) or {}, filled, worded)
        size += long
        held.append((row, long))
        while len(held) > _MOST_ROWS or size > _MOST_CHARACTERS:
            first, long = held.popleft()
            size -= long
            yield first, _of_texts(filled, worded)
    names = _of_texts(filled, worded)
    for row, _ in held:
        yield row, names
    if faults:
        raise faults[0]


def _count(values: Mapping[str, Any], filled: dict[str, int], worded: dict[str, int]) -> int:
    """Count a row's cells and texts by the names of their columns; how long the row is."""
    for name, value in values.items():
        if is_filled(name, value):
            filled[str(name)] = filled.get(str(name), 0) + 1
    for name in names_of_texts(values):
        worded[name] = worded.get(name, 0) + 1
    return sum(len(value) for value in values.values() if isinstance(value, str | list | dict))


def _of_texts(filled: Mapping[str, int], worded: Mapping[str, int]) -> frozenset[str]:
    return frozenset(name for name, n in worded.items() if n >= _LEAST_SHARE * filled[name])
