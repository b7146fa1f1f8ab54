"""Bylines among the lines of a text: written small below a long line, or broken over two."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.credits import are_names
from newsgrep.ingest.extract.head.head_words import UPDATED, WHEN_BEFORE, has_role
from newsgrep.ingest.extract.head.publications import is_domain, is_paper
from newsgrep.text.dates import find_dates

_SMALL_BY = re.compile(
    r"(?:by|von|por|par|di|da|door|av|af|przez|text|tekst|words by|text by|story by"
    r"|posted by)\s*:?\s+(?=[A-ZÀ-ÝĀ-Ž])"
)
_BY = re.compile(
    r"\W{0,4}(?:by|von|por|par|di|door|av|af|text|words by|story by)\s*:?\s+(?=\S)", re.I
)
_SMALL_FROM = re.compile(
    r"(?:from|via|source:|aus|de|da|dal|dalla|fra|från|ur|uit|z) (?=[A-ZÀ-ÝĀ-Ž0-9])"
)
_AND = re.compile(r"(?:and|und|et|y|e|og|och|en|i|with|&)\s+(?=[A-ZÀ-ÝĀ-Ž])", re.I)
_OPEN = re.compile(r"(?:,|\s(?:and|und|et|y|e|og|och|en|i|with|&))\s*$", re.I)
_PARTS = re.compile(r"\s*[,|•·–—-]\s+|\s+[|•·–—-]\s*")
LONGEST = 120
"""Characters of a byline."""
_LINES = 24
"""Lines among which a byline is looked for."""


def is_small_byline(line: str) -> bool:
    """Whether a line that begins small is a byline, and does not go on with the line above it."""
    if len(line) > LONGEST or not line[:1].islower():
        return False
    if _is_small_source(line):
        return True
    opening = _SMALL_BY.match(line)
    if opening is None:
        return False
    rest = line[opening.end() :]
    dated = next(find_dates(rest), None)
    if dated is not None:
        rest = WHEN_BEFORE.sub("", UPDATED.sub("", rest[: dated.start]))
    names, *others = [part for part in _PARTS.split(rest.strip(" ,|•·–—-")) if part] or [""]
    return are_names(names) and all(
        are_names(part) or is_paper(part) or has_role(part) for part in others
    )


def _is_small_source(line: str) -> bool:
    """Whether a line that begins small names a paper: ``from The Courier``, a domain."""
    opening = _SMALL_FROM.match(line)
    if opening is not None:
        paper = line[opening.end() :].strip(" .")
        return is_paper(paper)
    parts = _PARTS.split(line) if "." in line else ()
    return len(parts) > 1 and is_domain(parts[0].strip())


def with_bylines_joined(lines: list[str]) -> list[str]:
    """The lines, those of a byline that is broken between two names joined."""
    joined = lines
    for at in range(min(len(lines) - 1, _LINES)):
        after = lines[at + 1].strip()
        if not after or len(after) > LONGEST:
            continue
        line = lines[at].rstrip()
        goes_on = _AND.match(after) is not None
        if not goes_on and (not line.endswith((",", " and", " und", " et", " y", " e", " &"))):
            continue
        opening = _BY.match(line)
        if opening is None or not (goes_on or _OPEN.search(line)):
            continue
        before = _OPEN.sub("", line[opening.end() :])
        behind = _AND.sub("", after, count=1)
        if are_names(before) and are_names(behind):
            joined = list(joined)
            joined[at], joined[at + 1] = f"{line} {after}", ""
    return joined
