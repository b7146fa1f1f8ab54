"""Matches of each index as those of all: segments and clusters are numbered in turn.

Segment 5 of the second of three indexes is segment 16 (5 * 3 + 1) of all.
"""

from __future__ import annotations

from typing import TypeVar

from newsgrep.engines.matches import Candidate, Match

Row = TypeVar("Row", Match, Candidate)


def of_all(row: Row, part: int, parts: int) -> Row:
    """A row of a part as one of all."""
    cluster = row.cluster * parts + part if row.cluster else 0
    return row._replace(segment=row.segment * parts + part, cluster=cluster)


def of_part(row: Row, parts: int) -> tuple[int, Row]:
    """The number of the part that a row is of, and the row as that has it."""
    segment, part = divmod(row.segment, parts)
    return part, row._replace(segment=segment, cluster=row.cluster // parts)
