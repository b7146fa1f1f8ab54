"""Where a text quotes: the spans inside quotation marks."""

from __future__ import annotations

import re

from newsgrep.text.sentences import paragraphs

Span = tuple[int, int]

_CLOSING_OF = {"“": '”"', "„": '“”"', "«": "»", '"': '"”', "「": "」", "『": "』"}
_MARK = re.compile('[“„«»”"「」『』]')
_SINGLE = re.compile(r"(?<![\w’])‘(?=\w)([^‘“”\n]{12,600}?)’(?![\w])")
MAX_QUOTE = 6000
_FEWEST_LETTERS = 2


def quotations(text: str) -> list[Span]:
    """Character spans of what stands inside quotation marks, in order, without the marks.

    A quotation that is not closed by the end of its paragraph goes on in the next, where that
    opens with a mark of its own, as English sets it; else it ends with the paragraph.
    """
    found: list[Span] = []
    if not any(mark in text for mark in '“"«„「『‘'):
        return found
    for start, end in paragraphs(text):
        found += _in_paragraph(text, start, end)
    if "‘" in text:
        for match in _SINGLE.finditer(text):
            if " " in match[1] and not any(a <= match.start() < b for a, b in found):
                found.append(match.span(1))
        found.sort()
    return found


def _in_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    opened = -1
    closing = ""
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened < 0:
            # German opens with „, French with «, some with a mark that others close with.
            if mark in _CLOSING_OF and not (mark == '"' and _is_inch(text, at)):
                opened, closing = at + 1, _CLOSING_OF[mark]
            elif mark == "”" and at + 1 < end and text[at + 1].isalnum():
                opened, closing = at + 1, '”"'
        elif mark in closing:
            _add(found, text, opened, at)
            opened = -1
    if opened >= 0:
        _add(found, text, opened, end)
    return found


def _is_inch(text: str, at: int) -> bool:
    """A straight mark right behind a digit is one of inches or seconds."""
    return at > 0 and text[at - 1].isdigit() and not text[at + 1 : at + 2].isalpha()


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    if (
        end - start <= MAX_QUOTE
        and sum(c.isalpha() for c in text[start : start + 40]) >= _FEWEST_LETTERS
    ):
        found.append((start, end))
