"""Shares of a file's records, and how far each of them was read.

A large file is read by several processes: each splits all of it, which takes a few hundredths of
what reading its articles takes, and reads the records of its share. So no text travels between
processes, and no format has to know.
"""

from __future__ import annotations

from typing import NamedTuple

BLOCK = 8
"""Records that follow each other in one share: neighbours compress well together."""


class Share(NamedTuple):
    """Every ``of``-th block of a file's records, from block ``number`` on, counted from 0."""

    number: int = 0
    of: int = 1

    def holds(self, record: int) -> bool:
        """Whether a record is one of the share; the first of a file is 0."""
        return record // BLOCK % self.of == self.number

    def bytes(self, size: int) -> int:
        """How many of a file's bytes count as those of the share: with all shares, ``size``."""
        return size // self.of + (size % self.of if self.number == 0 else 0)


ALL_RECORDS = Share()
ENDED = 1 << 62
"""How far a share was read that was read to its end: no file has so many records."""
Reached = tuple[int, ...]
"""Records that had been dealt with when the reading of a file was stopped, for each of its shares,
counted through the whole file; empty where all of it was read."""


def is_passed(reached: Reached, record: int) -> bool:
    """Whether a record had been dealt with; the first of a file is 0."""
    of = len(reached)
    return bool(of) and record < reached[record // BLOCK % of]


def advanced(reached: Reached, records: int) -> Reached:
    """How far a file is read once its first ``records`` have all been dealt with as well."""
    return tuple(max(before, records) for before in reached or (0,))
