"""First lines that are a story's paragraph, by their own words, and no headline."""

from __future__ import annotations

import re

from newsgrep.text.lazy_regex import regex

_STOP = re.compile(r"[.!?…।。！？：:][\"”»’')）」]*$")
"""What a sentence ends in, or one that a quotation follows."""
_SET_APART = re.compile(r"(?:\s\.|।)$")
"""A stop apart from its word, or that of the scripts of India, which headlines go without."""
_FEWEST_WORDS = 5
_SEVERAL = regex(
    r"\b(?!(?:bzw|usw|etc|inkl|evtl|ggf|approx)\.)[a-zß-öø-ÿа-яё]{3,}[.!?][\"”»’')]*\s+[\"“„«‘'(]?(?:[^\W\d_a-zß-öø-ÿа-яё])|।\s*\S"
)
"""Where one sentence ends and another begins; an abbreviation is shorter."""
_SEVERAL_OF_SIGNS = regex(r"[。！？](?![」』”）]?$)")
_LONG, _LONG_OF_SIGNS = 100, 60
"""Characters of what headlines of several sentences are shorter than."""
_PLACED = regex(r"(?:[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+ ?){1,4}(?:, [A-ZÀ-Ý][\w. ]{1,20})?: (?=[A-ZÀ-Ý])")
"""``SINGAPORE: The …``: a dateline, or a headline's subject."""


def is_paragraph(line: str) -> bool:
    """Whether a line is several sentences, too long for a headline, or one of a tokenized text.

    The programs that part words from marks (``the quay .``) leave headlines without a stop.
    """
    line = line.rstrip()
    if _STOP.search(line[-4:]) is None:
        return False
    if _SET_APART.search(line) is not None:
        return line.count(" ") >= _FEWEST_WORDS
    if len(line) >= _LONG and _SEVERAL.search(line) is not None:
        return True
    return len(line) >= _LONG_OF_SIGNS and _SEVERAL_OF_SIGNS.search(line) is not None


def without_place(line: str) -> str:
    """A line without the place in capitals, and its colon, before it."""
    placed = _PLACED.match(line)
    return line[placed.end() :] if placed is not None else line
