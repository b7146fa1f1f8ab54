"""Paragraphs with hard line ends: whether a line begins one, or belongs to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from newsgrep.ingest.extract.head.byline_lines import is_small_byline
from newsgrep.text.function_words import FUNCTION_WORDS
from newsgrep.text.lazy_regex import regex

WRAPPED, MAX_WRAPPED = 45, 100
"""Characters of a line that may have been broken where a paragraph is wrapped: least and most."""


def is_wrapped(lines: Sequence[str], at: int) -> bool:
    """Whether a line belongs to a paragraph with hard line ends: goes on, or goes one on."""
    return _goes_on(lines, at) or _goes_on(lines, at - 1) or _goes_on(lines, at - 2)


def is_wrapped_text(lines: Sequence[str], places: Iterable[int]) -> bool:
    """Whether so many of the lines at some places are wrapped that they are a text, and no menu."""
    return sum(_goes_on(lines, at) for at in places) > _MOST_IN_MENU


_MOST_IN_MENU = 8


def begins_paragraph(lines: Sequence[str], at: int) -> bool:
    """Whether a paragraph with hard line ends begins at the line ``at``."""
    if at and lines[at - 1].strip():
        return False
    # The second line may begin with a name.
    return _goes_on(lines, at) or (
        WRAPPED <= len(lines[at]) <= MAX_WRAPPED and _goes_on(lines, at + 1)
    )


def opens_full_paragraph(lines: Sequence[str], at: int) -> bool:
    """Whether a line is the first of a wrapped paragraph, as full as all of it: no headline is.

    A headline in which each word has a capital may be as wide by chance.
    """
    block: list[str] = []
    for line in lines[at : at + _BLOCK]:
        if not line.strip():
            break
        block.append(line.rstrip())
    widest = max(map(len, block), default=0)
    if len(block) < _FEWEST_LINES or not WRAPPED <= widest <= MAX_WRAPPED:
        return False
    small = sum(line[:1].islower() for line in block[1:])
    if small > 1 and _goes_on(lines, at):
        return True
    if opens_sentence(block[0], block[1]):
        return False  # what stands above ends without a stop
    ends_open = block[0][-1] == "," or block[0].rpartition(" ")[2].casefold() in FUNCTION_WORDS
    if widest < _WIDE and not ends_open and _SENTENCE_WITHIN.search(block[0]) is None:
        return False  # headlines are as wide as such a column
    words = [word for word in block[0].split() if len(word) > _SMALL_WORD]
    titled = sum(word[0].isupper() for word in words) >= _TITLED * len(words)
    return (
        small + ends_open > (_SENTENCE_WITHIN.search(block[0]) is None)
        and not titled
        and all(len(a) + 1 + len(b.split()[0]) > widest for a, b in pairwise(block))
    )


def opens_sentence(above: str, line: str) -> bool:
    """Whether a line opens a sentence by a word of grammar, below one that ends without a stop."""
    first = line.split(maxsplit=1)[0].strip("\"'“‘«")
    is_grammar = (
        first.casefold() in FUNCTION_WORDS and first[:1].isupper() and not first[1:].isupper()
    )
    return is_grammar and above.rstrip()[-1:].isalnum()


def goes_on_from(lines: Sequence[str], at: int) -> bool:
    """Whether a line goes on, small, with the sentence of the one right above it."""
    above = lines[at - 1].rstrip() if at else ""
    return len(above) >= _SHORT_LINE and lines[at][:1].islower() and above[-1] not in ".!?:"


_BLOCK, _FEWEST_LINES = 12, 4
_WIDE, _SHORT_LINE = 60, 25
_SMALL_WORD, _TITLED = 3, 0.8
_SENTENCE_WITHIN = regex(r"\w{3}[.!?] \w")


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether the sentence of a line goes on, small, in the next one."""
    return (
        0 <= at < len(lines) - 1
        and len(lines[at]) >= WRAPPED
        and lines[at + 1][:1].islower()
        and not lines[at + 1].startswith(("http://", "https://", "www."))
        and _is_of_sentence(lines[at + 1])
        and not is_small_byline(lines[at + 1])
    )


def _is_of_sentence(line: str) -> bool:
    """Whether a line has several words, or ends a sentence: a word alone is of a page."""
    text = line.strip()
    return " " in text or text.endswith((".", "!", "?", ",", "”", '"'))
