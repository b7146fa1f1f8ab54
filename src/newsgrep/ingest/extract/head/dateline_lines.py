"""A dateline on a line of its own, as it stands in what is copied from pages.

``Hong Kong CNN —``, ``WASHINGTON (Reuters) -``, and the story on the line below: it is no
headline, and opens the story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.dateline import read_dateline

_FIRST = 5
"""Lines with words among which it stands."""
_LONGEST, _STORY = 60, 60
"""Characters of it, and those that the line below has at least."""
_BARE = re.compile(
    r"(?:(?P<place>[A-Z][\w.’' -]{1,30}?(?:, [\w. ]{2,20})?) )?(?P<agency>[A-Z]{2,5})"
)
_DASH = re.compile(r"\s*[-–—]{1,2}$")


def with_datelines_joined(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, such a dateline before the story; an agency without brackets has them then."""
    for at, below in pairwise(filled[: _FIRST + 1]):
        line = lines[at].strip()
        if len(line) > _LONGEST or _DASH.search(line) is None or len(lines[below]) < _STORY:
            continue
        dateline = _dateline(line)
        if dateline:
            joined = f"{dateline} {lines[below].lstrip()}"
            return [*lines[:at], "", *lines[at + 1 : below], joined, *lines[below + 1 :]]
    return lines


def _dateline(line: str) -> str:
    """The dateline that a line is, as agencies write it; empty for any other."""
    words = _DASH.sub("", line)
    bare = _BARE.fullmatch(words)
    if bare is not None and agency(bare["agency"]):
        return " ".join(filter(None, (bare["place"], f"({bare['agency']}) —")))
    read = read_dateline(f"{words} — It goes on.")
    return f"{words} —" if read is not None and read.source and read.end >= len(words) else ""
