"""Paragraphs with hard line ends: whether a line begins one, or belongs to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsgrep.ingest.extract.head.byline_lines import is_small_byline

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
