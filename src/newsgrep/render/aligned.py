"""A concordance for people: lines aligned on the words that match, each within its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgrep.render.cells import cells, first_cells, last_cells, padded, padded_before, shortened
from newsgrep.render.lines import Line, Piece
from newsgrep.search.analysis.results import ConcordanceLine

MATCH = 12
"""Columns that the match has beyond those of what stands before it."""
LEAST = 4
NOWHERE = "it occurs nowhere"
"""What is said where there is no line."""
_ZONES = {"title": "headline", "deck": "deck", "text": ""}
_ZONE_WIDTH = max(map(len, _ZONES.values()))
_REST = 2 + 12 + 1 + _ZONE_WIDTH
"""Columns of the id and the name of the zone, with the spaces before them."""


def before_match(columns: int) -> int:
    """Columns before the match in lines of ``columns``."""
    return max((columns - _REST - MATCH) // 2, LEAST)


def characters(before: int) -> int:
    """Characters on either side of a match that surely fill its columns."""
    return min(2 * (before + MATCH), 1000)


def aligned(line: ConcordanceLine, before: int) -> Line:
    """``before`` columns, then the match and what follows it in ``before`` and :data:`MATCH`."""
    room = before + MATCH
    match = shortened(line.match, room)
    left = padded_before(last_cells(line.left, before), before)
    right = first_cells(line.right, room - cells(match))
    fill = padded(match + right, room)[len(match) + len(right) :]
    zone = _ZONES[line.zone]
    return Line(
        (
            Piece(left),
            Piece(match, "match"),
            Piece(right + fill),
            Piece(f"  {line.id}", "id"),
            *((Piece(f" {zone}", "about"),) if zone else ()),
        ),
        whole=True,
    )


def concordance_lines(lines: Iterable[ConcordanceLine], before: int) -> Iterator[Line]:
    """A line for each place, with ``before`` columns before its match."""
    return (aligned(line, before) for line in lines)
