"""The rows of a batch: CSV, JSON Lines, Markdown, and lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import Any

from newsgrep.newsroom.results import BatchRow
from newsgrep.render.as_json import dump
from newsgrep.render.as_table import csv_rows
from newsgrep.render.lines import INDENT, Line, Piece
from newsgrep.render.prose import counted, date_for_people
from newsgrep.render.values import hit_values, path_columns
from newsgrep.results import Hit
from newsgrep.text.printable import printable_place

COLUMNS = (
    "articles", "stories", "first_date", "last_date", "top_source", "top_source_articles",
    "best_id", "best_title", "best_source", "best_date", "best_path", "best_record", "asked",
    "error",
)  # fmt: skip
"""What stands behind the query, before the columns that were carried through."""
HIT_COLUMNS = (
    "hit_rank",
    "hit_id",
    "hit_title",
    "hit_source",
    "hit_date",
    "hit_path",
    "hit_record",
)


def batch_csv(rows: Iterable[BatchRow], with_hits: bool) -> Iterator[str]:
    """A line a query, or with hits a line a hit; the columns of the list come last."""
    first, rows = _peeked(rows)
    others = [name for name, _ in first.others] if first is not None else []
    header = ["query", *COLUMNS, *(HIT_COLUMNS if with_hits else ())]
    header += [f"{name} (list)" if name in header else name for name in others]
    yield from csv_rows([header], end="\r\n")
    for row in rows:
        own = dict(row.others)
        known = [row.query, *(_cell(row, name) for name in COLUMNS)]
        carried = [own.get(name, "") for name in others]
        for hit in (row.hits or (None,)) if with_hits else (None,):
            cells = _hit_cells(hit) if with_hits else []
            yield from csv_rows([[*known, *cells, *carried]], end="\r\n")


def _peeked(rows: Iterable[BatchRow]) -> tuple[BatchRow | None, Iterator[BatchRow]]:
    """The first row, and all of them."""
    ahead, rows = tee(rows, 2)
    return next(ahead, None), rows


def _cell(row: BatchRow, name: str) -> str:
    if name == "best_path":
        return path_columns(row.best_path)[0]
    if name == "best_record" and not row.best_id:
        return ""
    return str(getattr(row, name))


def _hit_cells(hit: Hit | None) -> list[str]:
    if hit is None:
        return [""] * len(HIT_COLUMNS)
    return [
        str(hit.rank), hit.id, hit.title, hit.source, hit.date, path_columns(hit.path)[0],
        str(hit.record),
    ]  # fmt: skip


def batch_jsonl(rows: Iterable[BatchRow], with_hits: bool) -> Iterator[str]:
    """A JSON object a query."""
    for row in rows:
        best: dict[str, Any] | None = None
        if row.best_id:
            best = {
                "id": row.best_id, "title": row.best_title, "source": row.best_source,
                "date": row.best_date, "path": row.best_path, "record": row.best_record,
            }  # fmt: skip
        yield dump({
            "number": row.number, "query": row.query, "columns": dict(row.others),
            "asked": row.asked, "articles": row.articles, "stories": row.stories,
            "first_date": row.first_date, "last_date": row.last_date, "top_source": row.top_source,
            "top_source_articles": row.top_source_articles, "best": best, "error": row.error,
            **({"hits": [hit_values(hit) for hit in row.hits]} if with_hits else {}),
        })  # fmt: skip


def batch_markdown(rows: Iterable[BatchRow], with_hits: bool) -> Iterator[str]:
    """A table of all queries; with hits each query's as a list below it."""
    first, rows = _peeked(rows)
    others = [name for name, _ in first.others] if first is not None else []
    names = ["Query", "Articles", "Stories", "First", "Last", "Top source", "Best article", *others]
    yield _table_row(names)
    yield _table_row(["---", "--:", "--:", *["---"] * (len(names) - 3)])
    found: list[BatchRow] = []
    for row in rows:
        own = dict(row.others)
        best = row.error or " · ".join(
            part for part in (row.best_title, row.best_source, row.best_date[:10]) if part
        )
        yield _table_row([
            row.query, f"{row.articles:,}", f"{row.stories:,}", row.first_date, row.last_date,
            row.top_source, best, *(own.get(name, "") for name in others),
        ])  # fmt: skip
        if with_hits and row.hits:
            found.append(row)
    for row in found:
        yield f"\n## {_escaped(row.query)}\n\n"
        for hit in row.hits:
            about = " · ".join(part for part in (hit.source, hit.date[:10], hit.id) if part)
            yield f"{hit.rank}. {_escaped(hit.title)} ({_escaped(about)})\n"


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(_escaped(cell) for cell in cells)} |\n"


def _escaped(cell: str) -> str:
    """A cell on one line, in which no character begins markup or ends the cell."""
    flat = " ".join(cell.split())
    return "".join(f"\\{c}" if c in "\\|`*_[]<>" else c for c in flat)


def batch_lines(rows: Iterable[BatchRow], with_hits: bool) -> Iterator[Line]:
    """A query a line: articles, stories, dates; below it the best article, or the hits."""
    for row in rows:
        if row.error:
            yield Line(
                (Piece(f"{'?':>6}  ", "warning"), Piece(row.query, "title"),
                 Piece(f"  {row.error}", "warning")), hanging=" " * 8,
            )  # fmt: skip
            continue
        days = [date_for_people(day) for day in (row.first_date, row.last_date)]
        span = " – ".join(dict.fromkeys(day for day in days if day))
        stories = f"{row.stories:,} stories" if row.stories != row.articles else ""
        source = f"{row.top_source} {row.top_source_articles:,}" if row.top_source else ""
        about = " · ".join(part for part in (stories, span, source) if part)
        count = Piece(f"{row.articles:>6,}  ", "id")
        query = Piece(row.query, "title" if row.articles else "")
        yield Line((count, query, Piece(f"  {about}" if about else "", "about")), hanging=" " * 8)
        for hit in row.hits if with_hits else ():
            known = " · ".join(part for part in (hit.source, date_for_people(hit.date)) if part)
            where = printable_place(hit.path, hit.record)
            title = Piece(hit.title or "(no headline)")
            yield Line((title, Piece(f"  {known}", "about"), Piece(f"  {where}", "path")),
                       INDENT * 2, hanging="  ")  # fmt: skip
        if row.best_id and not with_hits:
            yield Line((Piece(row.best_title), Piece(f"  {row.best_id}", "id")), INDENT * 2)


def batch_told(queries: int, found: int, wrong: int) -> str:
    """How many queries there were, and what came of them."""
    parts = [f"{counted(queries, 'query')}", f"{found:,} with articles"]
    if wrong:
        parts.append(f"{wrong:,} not understood (see the column error)")
    return "; ".join(parts)
