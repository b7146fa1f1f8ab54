"""Names that a text does not have: who wrote it, and not whom or what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsgrep.ingest.extract.head.credits import are_names
from newsgrep.ingest.extract.names.common_words import NO_NAMES
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.given_names import is_family_name, is_given_name

_WORD = re.compile(r"[^\W\d_]+")
_LONG_ENOUGH = 30
"""Characters of a line that is text; what is shorter may name the author again."""
_LAST = 4
"""Last lines of a text, which may be about its author."""
_READ = 24_000
"""Characters of a text that are looked through."""
LONGEST = 90
"""Characters of a line that may name its authors without a word for it."""
_MOST_WORDS = 4
_SHORTEST_HEADLINE = 5
"""Words of a headline below its author's name."""


def may_name_somebody(text: str) -> bool:
    """Whether a text has the shape of one person's name, and no word that is in none."""
    words = text.split()
    return (
        1 < len(words) <= _MOST_WORDS
        and is_name(text)
        and not text.isupper()
        and ".." not in text
        and NO_NAMES.isdisjoint(words)
    )


def is_given_and_family(text: str) -> bool:
    """Whether a text is a name, or several, known by its given name or that of the family."""
    text = text.strip()
    return (
        len(text) <= LONGEST
        and " " in text
        and are_names(text)
        and (any(map(is_given_name, text.split()[:2])) or is_family_name(text.split()[-1]))
        and NO_NAMES.isdisjoint(text.split())
    )


def is_author_above(lines: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether the first of the filled lines is the author's name, and the headline the second."""
    line = lines[filled[0]].strip()
    if len(line) > LONGEST or len(filled) < 3 or not is_given_and_family(line):
        return False
    headed = len(lines[filled[1]].split()) >= _SHORTEST_HEADLINE
    return headed and is_unheard(line, lines, filled[0])


def is_alone_below_deck(lines: Sequence[str], at: int, claims: Iterable[Claim]) -> bool:
    """Whether a line is an author's name between a deck and the text, with blank lines around it.

    Without date and source above them, the first paragraph may be taken for the deck.
    """
    if lines[at - 1].strip() or "".join(lines[at + 1 : at + 2]).strip():
        return False
    known = {claim.field for claim in claims}
    deck = next((line.rstrip() for line in reversed(lines[:at]) if line.strip()), "")
    if "authors" in known or not (known & {"source", "date"} or deck[-1:].isalnum()):
        return False
    line = lines[at].strip()
    return is_given_and_family(line) and is_unheard(line, lines, at)


def is_unheard(names: str, lines: Sequence[str], at: int) -> bool:
    """Whether no word of ``names``, given names aside, stands in the text around the line ``at``.

    Last lines that begin with the name are about the author: ``Jane Doe reports on harbours``.
    """
    written = [word for word in names.split() if len(word) > 2 and word[0].isupper()]
    # "May Poe": a given name may be another word of the text.
    telling = [word for word in written if not is_given_name(word)] or written[-1:]
    words = {part.casefold() for word in telling for part in _WORD.findall(word) if len(part) > 2}
    size = 0
    for number, line in enumerate(lines):
        about = number >= len(lines) - _LAST and line.startswith(names)
        if number == at or len(line) < _LONG_ENOUGH or about:
            continue
        size += len(line)
        if not words.isdisjoint(_WORD.findall(line.casefold())):
            return False
        if size > _READ:
            break
    return bool(words)
