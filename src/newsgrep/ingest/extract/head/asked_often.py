"""What is asked of the same line again and again while a head is read, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

_LONGEST = 240
"""Characters of a line that is remembered; longer ones are seldom of a head."""


def asked_often(told: Callable[[str], bool]) -> Callable[[str], bool]:
    """``told`` of a line, which has to depend on nothing else."""
    remembered = lru_cache(maxsize=1024)(told)

    def of_line(line: str) -> bool:
        return remembered(line) if len(line) <= _LONGEST else told(line)

    of_line.__doc__ = told.__doc__
    return of_line
