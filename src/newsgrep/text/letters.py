"""The letters of a text alone: how two ways of writing the same are compared."""

from __future__ import annotations

import re


def letters(text: str) -> str:
    """``text`` in small letters, without blanks, marks and accents that stand apart."""
    return _OTHERS.sub("", text).casefold()


_OTHERS = re.compile(r"\W+")
