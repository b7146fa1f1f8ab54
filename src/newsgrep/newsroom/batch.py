"""Many questions asked at once: a row of numbers for each, whatever comes of it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.errors import NewsgrepError, QueryError, StateGone, UsageError
from newsgrep.newsroom.name_queries import query_of_name
from newsgrep.newsroom.results import BatchRow
from newsgrep.request import Request
from newsgrep.search.request_tree import query_of
from newsgrep.search.searching import search
from newsgrep.text.nearest import did_you_mean

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot

COLUMNS = ("query", "name", "names", "suche", "nombre", "nom", "company", "person", "organization")
"""Columns that are taken for that of the queries, in this order, where none is named."""
_DELIMITERS = ",;\t|"


class Line(NamedTuple):
    """A query of a list, and what stood in the other columns beside it."""

    number: int
    """The line of the list, from 1; of a table the one on which the row begins."""
    text: str
    others: tuple[tuple[str, str], ...] = ()


def lines_of_text(text: str) -> list[Line]:
    """A query a line; empty lines are none."""
    lines = enumerate(text.lstrip("\ufeff").split("\n"), start=1)
    return [Line(number, line.strip()) for number, line in lines if line.strip()]


def lines_of_table(text: str, column: str = "") -> list[Line]:
    """A query a row of a CSV or TSV with a header, in ``column``; its other columns go along.

    Without ``column`` it is the first with a name of :data:`COLUMNS`, else the first of all. Raises
    :class:`UsageError`.
    """
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    first = lines[0] if lines else ""
    delimiter = max(_DELIMITERS, key=first.count)
    rows = csv.reader(lines, delimiter=delimiter)
    try:
        header = [name.strip() for name in next(rows, [])]
        at = _column(header, column)
        found = []
        last, begins = 1, rows.line_num + 1
        for row in rows:
            if any(map(str.strip, row)):
                cells = [*row, *[""] * (len(header) - len(row))]
                names = [*header, *(f"column {n + 1}" for n in range(len(header), len(cells)))]
                pairs = [pair for n, pair in enumerate(zip(names, cells, strict=True)) if n != at]
                found.append(Line(begins, cells[at].strip(), tuple(_apart(pairs))))
            last, begins = begins, rows.line_num + 1
        if _is_open(lines, delimiter):
            raise UsageError(
                f"line {last} of the table has a quotation mark that is never closed",
                "close it, or double it where it is meant",
            )
    except csv.Error as error:
        raise UsageError(f"the table of queries cannot be read: {error}") from None
    return found


def _apart(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The cells of a row under names that are each another: ``city``, ``city 2``."""
    taken: set[str] = set()
    for name, cell in pairs:
        other, number = name, 1
        while other in taken:
            number += 1
            other = f"{name} {number}"
        taken.add(other)
        yield other, cell


def _is_open(lines: Sequence[str], delimiter: str) -> bool:
    """Whether a table ends within a quotation mark, which swallows all lines behind it."""
    try:
        for _ in csv.reader(lines, delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _column(header: Sequence[str], wanted: str) -> int:
    folded = [name.casefold() for name in header]
    if wanted:
        if wanted.casefold() not in folded:
            raise UsageError(
                f"the table has no column {wanted!r}",
                f"{did_you_mean(wanted, header)}(it has {', '.join(header) or 'none'})",
            )
        return folded.index(wanted.casefold())
    return next((folded.index(name) for name in COLUMNS if name in folded), 0)


def batch(
    snapshot: Snapshot,
    renewed: Callable[[], Snapshot],
    lines: Iterable[Line],
    request: Request,
    saved: Callable[[Request], Request],
    *,
    names: bool,
    hits: int | None,
) -> Iterator[BatchRow]:
    """A row for each line, in order; one that is not understood has its error in its row.

    Where the state that is asked is not kept any longer, the rest is asked of the ``renewed`` one.

    The filters of ``request`` hold for all; ``saved`` puts in the saved search that a line
    names; ``names`` asks for each line as for a person or an
    organization; ``hits`` of each answer are given, None for none and 0 for all.
    """
    for line in lines:
        asked = line.text
        try:
            if not line.text:
                # With filters, a question without words would be answered with everything.
                raise UsageError("the row has no query")
            asked = query_of_name(line.text) if names else line.text
            question = request.but(query=asked)
            question = question if names else saved(question)
            try:
                row = _row(snapshot, line, question, hits)
            except StateGone:
                snapshot = renewed()
                row = _row(snapshot, line, question, hits)
            yield row
        except (QueryError, UsageError) as error:
            yield BatchRow(line.number, line.text, line.others, asked, error=_told(error))


def _told(error: NewsgrepError) -> str:
    return f"{error.message} ({error.hint})" if error.hint else error.message


def _row(snapshot: Snapshot, line: Line, request: Request, hits: int | None) -> BatchRow:
    mode = "all" if request.mode == "default" else request.mode
    request = request.but(mode=mode, copies="show")
    digest = snapshot.digest(query_of(request))
    row = BatchRow(line.number, line.text, line.others, request.query, digest.articles)
    if digest.best is None:
        return row
    best = snapshot.article(digest.best)
    found = () if hits is None else search(snapshot, request.but(limit=hits)).hits
    return BatchRow(
        line.number, line.text, line.others, request.query, digest.articles, digest.stories,
        digest.first, digest.last, digest.source, digest.source_articles,
        best.id, best.title, best.source, best.date, snapshot.path(digest.best), best.record, found,
    )  # fmt: skip
