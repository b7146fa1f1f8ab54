"""Who had it first: as a chart for people, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from newsgrep.newsroom.results import First, Spread
from newsgrep.render.as_json import dump
from newsgrep.render.as_table import csv_rows
from newsgrep.render.cells import cells, padded, shortened
from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted, date_for_people
from newsgrep.render.values import path_columns
from newsgrep.text.printable import printable_path

COLUMNS = (
    "source", "date", "lag", "exact", "articles", "copies", "copy_of", "id", "path", "record",
    "title", "path_base64",
)  # fmt: skip
"""The columns of who had it first, in order."""
LONGEST_SOURCE = 28
LAG = 10
"""Columns of a lag."""
HOURS = 72
"""Hours from which on a lag is told to people in days."""
NO_SOURCE = "(no source)"


def lag_for_people(one: First) -> str:
    """``+14.2 h``, ``+12 days``; ``~`` where only days are known."""
    if one.lag is None:
        return "later"
    if not one.lag:
        return "first" if one.exact else "same day"
    if one.exact and one.lag < HOURS:
        return f"+{one.lag:.1f} h"
    days = counted(round(one.lag / 24), "day")
    return f"+{days}" if one.exact else f"~{days}"


def spread_lines(spread: Spread, most: int, width: int) -> Iterator[Line]:
    """A source with its lag and its place in time, and below it the article."""
    shown = spread.firsts[: most or None]
    if not shown:
        return
    names = [printable_path(one.source) or NO_SOURCE for one in shown]
    name_width = min(LONGEST_SOURCE, max(map(cells, names)), max(width - LAG - 12, 8))
    track = max(width - LAG - name_width - 3, 1)
    longest = max((one.lag or 0.0 for one in shown), default=0.0)
    for name, one in zip(names, shown, strict=True):
        yield Line(
            (
                Piece(f"{lag_for_people(one):>{LAG}} ", "id" if one.lag else "match"),
                Piece(f"{padded(shortened(name, name_width), name_width)} ", "title"),
                Piece(_track(one, longest, track), "bar"),
            ),
            whole=True,
        )
        known = [date_for_people(one.date), one.title or "(no headline)"]
        if one.articles > 1:
            known.append(f"the first of {one.articles:,}")
        pieces = [Piece(" · ".join(known), "about"), Piece(f"  {one.id}", "id")]
        if one.copies:
            pieces.append(Piece(f" · {counted(one.copies, 'copy')} behind it", "partial"))
        if one.copy_of:
            pieces.append(Piece(f" · copy of {one.copy_of}", "partial"))
        yield Line(tuple(pieces), " " * (LAG + 1))


def _track(one: First, longest: float, width: int) -> str:
    """Where it stands between the first and the last; nothing where that is not known."""
    if one.lag is None:
        return ""
    place = round((width - 1) * one.lag / longest) if longest else 0
    return f"{'─' * place}●"


def spread_summary(spread: Spread) -> Iterator[str]:
    """How many articles and sources there are, and what has no place among them."""
    undated = f"; {spread.undated:,} without a date" if spread.undated else ""
    sources = counted(len(spread.firsts), "source")
    yield f"{counted(spread.total, 'article')} of {sources}{undated}"


def spread_json(spread: Spread, most: int) -> Iterator[str]:
    """The first ``most`` sources (0 for all), the earliest first."""
    values = {
        "query": spread.query, "total": spread.total, "undated": spread.undated,
        "sources": len(spread.firsts),
        "firsts": [asdict(one) for one in spread.firsts[: most or None]],
    }  # fmt: skip
    yield dump(values, indent=2)


def spread_csv(spread: Spread, most: int) -> Iterator[str]:
    """A header, and a row for each of the first ``most`` sources (0 for all)."""
    return csv_rows(_rows(spread.firsts[: most or None]))


def _rows(firsts: Sequence[First]) -> Iterator[Sequence[str]]:
    yield COLUMNS
    for one in firsts:
        values = asdict(one)
        values["lag"] = "" if one.lag is None else f"{one.lag:g}"
        values["exact"] = "yes" if one.exact else ""
        values["path"], values["path_base64"] = path_columns(one.path)
        yield [str(values[name]) for name in COLUMNS]
