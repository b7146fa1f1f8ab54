"""Lines that pages, lists and programs put above a headline: a word or two, a button, a stamp."""

from __future__ import annotations

import re

_FEW = 3
"""Words that a headline seldom has."""
_LONGEST = 30
_LONGEST_UNPARTED = 6
"""And characters of such a line; in scripts that part no words."""
_UNPARTED = re.compile("[\u2e80-\u9fff]")
_STAMP = re.compile(
    r"^\W*(?:\(button\)|\d{1,2}[.)]\s|#\w|name\s?:\s*_|tip: to quickly|this is google['’]s cache"
    r"|(?:online|web|print|digital) edition of\b)"
    r"|_{4,}|\s·\s|\s→\s|\bctrl\b|\bpage \d+ of \d+|:\s?views$"
    r"|^\d{3}\s+\S.*\s{4,}\S.*\d{4}$|^dit is een artikel uit het\b|^values your feedback\b"
    r"|values your feedback$|^\S{2,8}(?:\s?[>›»]\s?\S{2,12}){2,}$"
    r"|^[A-Z][\w ]+, [A-Z][\w ]+ County, [A-Z][\w ]+$|\bprinter friendly\b"
    r"|\bsend this article\b|^case \d{1,2}:\d\d-"
    r"|^-[A-Z][\w ]+-$|^[^.]*\|[^.]*\||^article of the (?:day|week|month)\b",
    re.IGNORECASE,
)
"""What a program, a court or a list stamps on what passes through it."""
_LONGEST_STAMP = 180
_LEAST, _LONGEST_TITLE = 15, 200


def is_stamp(line: str) -> bool:
    """Whether a line was put there by a program, or is one of its buttons."""
    return len(line) <= _LONGEST_STAMP and _STAMP.search(line.strip()) is not None


def is_of_page(line: str) -> bool:
    """Whether a line is of what stands around articles rather than one of its own."""
    text = line.strip()
    if is_stamp(text):
        return True
    unparted = _UNPARTED.search(text) is not None
    longest = _LONGEST_UNPARTED if unparted else _LONGEST
    return len(text.split()) <= _FEW and len(text) <= longest


def is_titled(line: str) -> bool:
    """Whether a line has the length and the end of a headline."""
    text = line.strip()
    unparted = _UNPARTED.search(text) is not None
    words = len(text.split())
    long_enough = len(text) > _LONGEST_UNPARTED if unparted else words > _FEW
    return (
        long_enough
        and _LEAST <= len(text) * (1 + unparted) <= _LONGEST_TITLE
        and (text[-1] not in ".:;,。" or text.endswith(("...", "U.S.", "U.K.", "U.N.")))
    )
