"""CSV and TSV, with a header; cells that a spreadsheet would run are told to be text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from newsgrep.render.values import COLUMNS, flat_values
from newsgrep.results import Results

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def results_csv(results: Results, columns: Sequence[str] = COLUMNS) -> Iterator[str]:
    """Comma-separated, a hit a row, with the line ends of RFC 4180."""
    yield from csv_rows(_rows(results, columns), end="\r\n")


def results_tsv(results: Results, columns: Sequence[str] = COLUMNS) -> Iterator[str]:
    """Tab-separated without quoting; tabs and line ends in values are spaces."""
    for row in _rows(results, columns):
        yield "\t".join(defused(" ".join(cell.split())) for cell in row) + "\n"


def _rows(results: Results, columns: Sequence[str]) -> Iterator[Sequence[str]]:
    yield columns
    for hit in results.hits:
        values = flat_values(hit)
        yield [values[name] for name in columns]


def csv_rows(rows: Iterable[Sequence[str]], end: str = "\n") -> Iterator[str]:
    """Each row as a line of CSV, quoted as RFC 4180 has it."""
    for row in rows:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator=end).writerow([defused(cell) for cell in row])
        yield buffer.getvalue()


def defused(cell: str) -> str:
    """A cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
