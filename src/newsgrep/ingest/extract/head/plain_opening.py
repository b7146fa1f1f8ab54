"""Texts that are a headline and their story from the first lines on: most files are.

For these nothing of what print, chats, archives and saved pages put around an article has to be
looked for, and no file pays for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.clauses import is_prose
from newsgrep.ingest.extract.head.dateline import opens_story
from newsgrep.ingest.extract.head.filled_lines import filled_lines
from newsgrep.ingest.extract.head.origin import OF_ITSELF
from newsgrep.ingest.extract.head.wrapped_text import WRAPPED

_FIRST, _WITHIN = 9, 30
"""Lines with words that are looked at, and lines among which they stand."""
_SENTENCE, _PARAGRAPH = 60, 200
"""Characters of a line that may be a sentence, and of one that is a paragraph."""
_HEADLINE = re.compile(
    r"(?!(?:By|From|Via|Source|Text|Article|Reading|Story|Clipping|Published|Posted|Updated|Hello"
    r"|Hi|Dear|RTRSW?|DJ|BN|AFP|AP|DPA|MNI|UPDATE|URGENT|WRAPUP|Eds|Document|Week|Aus|Laporan"
    r"|Liputan)\b)(?!BC-)"
    r"(?!\S+\s\d)(?=(?:\S+ ){2})['‘]?[A-Z][A-Za-z0-9 ,'’‘?%$£&/<>.-]{10,118}[A-Za-z0-9'’?>%]",
    re.IGNORECASE,
)
"""A line of some words without a sign that parts it."""
_SIGNS = re.compile(
    r"[|\t\[\]@•·=#*_©\u2190-\uffff]|https?:|www\.|\)$|^[^:]{1,40}:(?!\S)|^\S{0,30}:"
)
"""What a line of a story that heads have nothing of is without."""
_BYLINE = re.compile(
    r"\b(?:19|20)\d\d\b|^(?:By|BY|Von|Por|Par|Di|Door)\s"
    r"|^\W*[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}$"
)
"""A year, a word for authors, or nothing but a name."""
_SMALL = re.compile(r"[\"'“‘]{0,2}[A-Z<]\S* (?:.* )?[a-zà-ÿ]{4}")
"""A capital first, and a word in small letters behind it: the line is no list of names."""


def opens_plainly(lines: Sequence[str]) -> bool:
    """Whether a text is a headline, an empty line, and then paragraphs beyond doubt."""
    if len(lines) < 3 or lines[1] or _HEADLINE.fullmatch(lines[0]) is None:
        return False
    filled = filled_lines(lines[:_WITHIN], _FIRST)
    if len(filled) < 2:
        return False
    if opens_story(lines[filled[1]].strip()):
        # Behind its dateline a story has nothing of a head, but for a byline below a deck.
        return not any(_may_be_byline(lines, at) for at in filled[2:4])
    return all(_is_of_story(lines, at) for at in filled[1:])


def _may_be_byline(lines: Sequence[str], at: int) -> bool:
    """Whether a line that begins a paragraph may say who wrote it, or when."""
    line = lines[at]
    if lines[at - 1] or len(line) > _PARAGRAPH:
        return False
    return _SIGNS.search(line) is not None or _BYLINE.search(line) is not None


def _is_of_story(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a paragraph or of one, and has nothing of a head."""
    line = lines[at]
    if len(line) > _PARAGRAPH:
        return not (line[0] in "[(*#" or (";" in line and ":" in line))
    if _SIGNS.search(line) is not None:
        return False
    if lines[at - 1]:
        return True
    if _SMALL.match(line) is None or OF_ITSELF.match(line) is not None:
        return False
    if len(line) >= _SENTENCE and line.rstrip()[-1] in ".\"'”?!" and is_prose(line):
        return True
    return len(line) >= WRAPPED and any(line[:1].islower() for line in lines[at + 1 : at + 4])
