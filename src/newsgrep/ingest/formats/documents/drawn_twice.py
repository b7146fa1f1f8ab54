"""Letters that a page draws twice, a little apart, so that they look bold."""

from __future__ import annotations

import re
from typing import Any

_DOUBLED = re.compile(r"(\S)\1(\S)\2(\S)\3(?:(\S)\4)?")
"""Three letters and more, each of them twice."""
_FEWEST = 2
"""Words that begin so, from which on it is looked where the letters stand."""
_WIDTH, _SIZE, _HEIGHT = 0.35, 0.05, 0.3
"""How far apart a letter may be drawn: in shares of its width or of the letters' size, and of that
upwards. A full stop is smaller than what it stands behind."""


def letters_once(textpage: Any, text: str) -> list[str] | None:
    """A page's letters, those drawn the second time empty; None where none are.

    ``text`` is what PDFium has of the page, a sign for each of its characters.
    """
    if sum(len(set(found.groups())) > 1 for found in _DOUBLED.finditer(text)) < _FEWEST:
        return None
    letters = list(text[: textpage.count_chars()])
    again = 0
    last, box, size = "", (0.0, 0.0, 0.0, 0.0), 0.0
    blanks: list[int] = []
    for at, letter in enumerate(letters):
        if letter.isspace():
            blanks.append(at)
            continue
        here = textpage.get_charbox(at)
        level = abs(here[1] - box[1]) < _HEIGHT * size
        size = max(here[3] - here[1], size if level else 0.0)
        if letter == last and _is_there(box, here, size):
            again += 1
            for blank in (*blanks, at):
                letters[blank] = ""
            blanks = []
            continue
        if level and -size < here[0] - box[2] < size:
            # What PDFium puts in for the step up or down.
            for blank in blanks:
                letters[blank] = " " if here[0] - box[2] > _GAP * size else ""
        last, box, blanks = letter, here, []
    return letters if again >= _LEAST else None


_GAP = 0.12
"""The share of the letters' size that parts words at least."""
_LEAST = 6


def _is_there(one: tuple[float, ...], other: tuple[float, ...], size: float) -> bool:
    """Whether two letters stand at the same place: left, bottom, right and top, in points."""
    across = max(_WIDTH * (one[2] - one[0]), _SIZE * size)
    return abs(one[0] - other[0]) < across and abs(one[1] - other[1]) < _HEIGHT * size
