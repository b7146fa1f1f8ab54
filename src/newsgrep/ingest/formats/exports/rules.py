"""Lines of one sign, eight times and more, that part the articles of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.text.lazy_regex import regex

RULE = regex(r"^[ \t]*([-=_*~#])\1{7,200}[ \t]*$\n?", re.MULTILINE)
"""A rule, with the end of its line."""
_SHORTEST = tuple(sign * 8 for sign in "-=_*~#")


def may_have_rules(text: str) -> bool:
    """Whether a search for rules in a text is worth its time."""
    return any(rule in text for rule in _SHORTEST)


def between(rules: Sequence[re.Match[str]], text: str) -> list[tuple[int, int]]:
    """Where each part of a text between rules begins and ends, in characters, empty ones too.

    >>> text = "One\\n========\\nTwo"
    >>> [text[start:end] for start, end in between(list(RULE.finditer(text)), text)]
    ['One\\n', 'Two']
    """
    starts = [0, *(rule.end() for rule in rules)]
    ends = [*(rule.start() for rule in rules), len(text)]
    return list(zip(starts, ends, strict=True))
