"""Tables that JSON has column by column: ``{"title": {"0": …, "1": …}, "date": {"0": …}}``.

So pandas writes a table unless it is told otherwise; as lists (``orient="list"``), and as names,
numbers and rows (``orient="split"``).
"""

from __future__ import annotations

from typing import Any

from newsgrep.ingest.formats.data.column_names import has_texts

_FEWEST = 2


def rows_of(value: Any) -> list[dict[str, Any]] | None:
    """The rows of such a table; None where a document is none."""
    if not isinstance(value, dict) or len(value) < _FEWEST:
        return None
    if set(value) >= {"columns", "data"}:
        return _split(value["columns"], value["data"])
    names, columns = list(map(str, value)), list(value.values())
    if not has_texts(names):
        return None
    if all(isinstance(column, dict) for column in columns):
        numbers = list(columns[0])
        numbered = numbers and all(map(str.isdigit, numbers))
        if not numbered or any(list(column) != numbers for column in columns):
            return None
        return [_row(names, [column[n] for column in columns]) for n in numbers]
    if all(isinstance(column, list) for column in columns):
        length = len(columns[0])
        plain = not any(isinstance(cell, dict | list) for column in columns for cell in column)
        if length < _FEWEST or not plain or any(len(column) != length for column in columns):
            return None
        return [_row(names, list(cells)) for cells in zip(*columns, strict=True)]
    return None


def _split(names: Any, rows: Any) -> list[dict[str, Any]] | None:
    if not isinstance(names, list) or not isinstance(rows, list) or not has_texts(map(str, names)):
        return None
    if not all(isinstance(row, list) and len(row) == len(names) for row in rows):
        return None
    return [_row(list(map(str, names)), row) for row in rows]


def _row(names: list[str], cells: list[Any]) -> dict[str, Any]:
    return dict(zip(names, cells, strict=True))
