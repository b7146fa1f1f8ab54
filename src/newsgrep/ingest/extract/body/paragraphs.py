"""Lines to paragraphs: undoing hard wrapping."""

from __future__ import annotations

import re
from itertools import pairwise

MIN_WIDTH, MAX_WIDTH = 38, 110
"""A text whose longest line is shorter or longer than this is not wrapped."""

_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)]*$")


def _is_wrapped(blocks: list[list[str]]) -> bool:
    """Whether the lines of a text are its paragraphs broken at some width.

    A line goes on in the next if the next one's first word would not have fitted, or if it
    ends in the middle of a sentence.
    """
    widest = max((len(line) for block in blocks for line in block), default=0)
    if not MIN_WIDTH <= widest <= MAX_WIDTH:
        return False
    pairs = [
        (line, following)
        for block in blocks
        for line, following in pairwise(block)
        if line[0] in " \t" or following[0] not in " \t"
    ]
    going_on = sum(
        len(line) + 1 + len(following.split(" ", 1)[0]) > widest - 8
        or _SENTENCE_END.search(line) is None
        for line, following in pairs
    )
    return going_on >= 0.8 * len(pairs)


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a plain text, each on one line, without the empty ones.

    Blank lines and indents part paragraphs; other line ends do unless the text is wrapped.
    """
    blocks = [
        [line.rstrip() for line in block.split("\n") if line.strip()]
        for block in re.split(r"\n[ \t]*\n", text)
    ]
    wrapped = _is_wrapped(blocks)
    found: list[str] = []
    for block in blocks:
        for at, line in enumerate(block):
            indented = line[0] in " \t" and (at == 0 or block[at - 1][0] not in " \t")
            if wrapped and at and not indented:
                found[-1] += f" {line.strip()}"
            else:
                found.append(line.strip())
    return found
