"""``newsgrep batch``: a list of queries, a row for each."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.options import Color, ColorOption, CsvOption, JsonOption
from newsgrep.errors import (
    EXIT_ERROR,
    EXIT_FOUND,
    EXIT_NOTHING_FOUND,
    UsageError,
)

if TYPE_CHECKING:
    from newsgrep.cli.streams import Environment
    from newsgrep.newsroom.batch import Line
    from newsgrep.newsroom.results import BatchRow

EPILOG = """\b
Examples:
  newsgrep batch queries.txt > answers.csv       a query a line
  newsgrep batch people.csv --names --hits       the column "name"; the others go along
  newsgrep batch firms.csv --column firma --format markdown
  cut -f1 list.tsv | newsgrep batch - --since 2017 --json
\b
A row a query, also for those that find nothing: articles that match in full, different
stories, first and last date, the source of most, the best article. A query that is not
understood is reported in its row. --names asks for each as for a person (the name, initials,
the surname with a title) or an organization (without its legal form, by its acronym).
\b
Exit code: 0 something was found, 1 nothing was, 2 error (also a query not understood).
"""

TABLES = (".csv", ".tsv", ".tab")
_SECONDS = 0.2
"""Seconds between two lines of progress."""


class Format(StrEnum):
    """How the rows of a batch are written."""

    text = "text"
    csv = "csv"
    jsonl = "jsonl"
    markdown = "markdown"


ListArgument = Annotated[
    list[str],
    typer.Argument(metavar="QUERIES", help="A file, a query a line or a table; - for input."),
]


@asking(ListArgument)
def batch(
    names: Annotated[
        bool, typer.Option("--names", help="Ask for each as for a person or an organization.")
    ] = False,
    column: Annotated[
        str, typer.Option(metavar="NAME", help="The table's column of queries or names.")
    ] = "",
    hits: Annotated[bool, typer.Option("--hits", help="The hits of each, too.")] = False,
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="Hits a query with --hits; 0 for all.")
    ] = 10,
    format: Annotated[
        Format | None,
        typer.Option("--format", help="Default: text on a terminal, csv elsewhere."),
    ] = None,
    asked: Asked = NOTHING,
    as_csv: CsvOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Ask many queries at once, and print a row for each (JSON: an object a line)."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.streams import environment
    from newsgrep.render.batches import batch_told

    here = environment(color.value, asked.index)
    form = _form(format, here, json=json, as_csv=as_csv)
    if len(asked.query or ()) != 1:
        raise UsageError(
            "one list of queries at a time", "to join several: cat … | newsgrep batch -"
        )
    lines = _lines((asked.query or [""])[0], column)
    request = asked.request([], snippets=1)
    counts = _Counts(len(lines), here)
    with opened(here, asked.indexes) as archive:
        rows = archive.newsroom.batch(lines, request, names=names, hits=limit if hits else None)
        _print(here, form, counts.counted(rows), hits)
    here.say(batch_told(counts.done, counts.found, counts.wrong))
    if counts.wrong:
        raise typer.Exit(EXIT_ERROR)
    raise typer.Exit(EXIT_FOUND if counts.found else EXIT_NOTHING_FOUND)


def _form(asked: Format | None, here: Environment, *, json: bool, as_csv: bool) -> str:
    chosen = [name for name, wanted in (("jsonl", json), ("csv", as_csv)) if wanted]
    chosen += [asked.value] if asked is not None and asked.value not in chosen else []
    if len(chosen) > 1:
        raise UsageError(f"one form of output at a time, not {' and '.join(chosen)}")
    form = chosen[0] if chosen else "text" if here.interactive else "csv"
    return "json" if form == "jsonl" else form


def _lines(file: str, column: str) -> list[Line]:
    """The queries of a file. Raises :class:`PathNotFound`, :class:`UsageError`."""
    from newsgrep.cli.streams import read_given
    from newsgrep.ingest.formats.encoding import decode
    from newsgrep.newsroom.batch import lines_of_table, lines_of_text

    text = decode(read_given(file))
    if column or file.lower().endswith(TABLES):
        return lines_of_table(text, column)
    return lines_of_text(text)


def _print(here: Environment, form: str, rows: Iterable[BatchRow], with_hits: bool) -> None:
    from newsgrep.cli.printing import print_styled
    from newsgrep.newsroom.results import BatchRow
    from newsgrep.render.forms import renderer, styled

    if form == "text":
        print_styled(here, styled(BatchRow)(rows, with_hits))
    else:
        here.write(renderer(BatchRow, form)(rows, with_hits))


class _Counts:
    """Counts rows as they go by; tells of it where somebody sees it, and nothing else is seen."""

    def __init__(self, total: int, here: Environment) -> None:
        self.total = total
        self.done = self.found = self.wrong = 0
        self._err = here.err if here.err.isatty() and not here.interactive else None

    def counted(self, rows: Iterable[BatchRow]) -> Iterator[BatchRow]:
        """The rows, counted."""
        last = 0.0
        for row in rows:
            self.done += 1
            self.found += bool(row.articles)
            self.wrong += bool(row.error)
            if self._err is not None and time.monotonic() - last > _SECONDS:
                last = time.monotonic()
                self._err.write(f"\r\x1b[2K{self.done:,} of {self.total:,} queries")
                self._err.flush()
            yield row
        if self._err is not None and last:
            self._err.write("\r\x1b[2K")
            self._err.flush()
