"""CSV and TSV, one hit a row, with a header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from newsgrep.output.values import COLUMNS, flat_values
from newsgrep.results import Results

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def results_csv(results: Results) -> Iterator[str]:
    """Comma-separated, as RFC 4180 has it; cells that a spreadsheet would run are quoted so."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for hit in results.hits:
        values = flat_values(hit)
        writer.writerow([defused(values[name]) for name in COLUMNS])
    yield buffer.getvalue()


def results_tsv(results: Results) -> Iterator[str]:
    """Tab-separated without quoting; tabs and line ends in values are spaces."""
    yield "\t".join(COLUMNS) + "\n"
    for hit in results.hits:
        values = flat_values(hit)
        yield "\t".join(defused(" ".join(values[name].split())) for name in COLUMNS) + "\n"


def defused(cell: str) -> str:
    """A cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
