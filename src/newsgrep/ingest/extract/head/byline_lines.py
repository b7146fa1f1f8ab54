"""Bylines among the lines of a text: written small below a long line, or broken over two."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.credits import are_names, are_placed, placed_names
from newsgrep.ingest.extract.head.head_words import UPDATED, WHEN_BEFORE, has_role
from newsgrep.ingest.extract.head.publications import is_domain, is_paper
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.text.dates import find_dates
from newsgrep.text.given_names import is_given_name

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
_AND_ALONE = re.compile(r"(?:,|and|und|et|y|e|og|och|en|i|with|&|, and)", re.I)
_ROLE_ALONE = re.compile(r"(?:reporter|correspondent|columnist|editor|writer)s?", re.I)
_MOST_LINES, _NAME_WORDS = 16, 3
"""Lines of a byline with each name and each *and* on its own, and words of such a name."""
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
    """The lines, those of a byline that is broken between its names joined.

    Behind a name or an *and*, or with each name and each *and* on a line of its own, as pages that
    were pasted have them.
    """
    joined = lines
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    for at in range(first, min(len(lines) - 1, first + _LINES)):
        line = joined[at]
        if (told := _by_above_names(joined, at) or _name_above_place(joined, at)) is not None:
            whole, end = told
            joined = list(joined)
            joined[at : end + 1] = [whole, *[""] * (end - at)]
            line = whole
        if len(line) > LONGEST or not _opens_byline(line):
            continue
        whole, end = _gathered(joined, at)
        if end > at:
            joined = list(joined)
            joined[at : end + 1] = [whole, *[""] * (end - at)]
    return joined


_BY_ALONE = frozenset("by von por par di door av af text:".split())
_WORK_BY = re.compile(
    r"(?:analysis|written|reported|story|words|opinion|review|report|text) by", re.IGNORECASE
)
"""Such a word behind the kind of work."""
_WIDE = re.compile(r"\s{2,}|\t")
_PLACE_ALONE = re.compile(r"in [A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+){0,2}")


def _by_above_names(lines: list[str], at: int) -> tuple[str, int] | None:
    """A word for authors alone on its line with the names below it, and their line."""
    word = lines[at].strip()
    if word.casefold() not in _BY_ALONE and _WORK_BY.fullmatch(word) is None:
        return None
    place = at + 1 if lines[at + 1].strip() or at + 2 >= len(lines) else at + 2
    text = lines[place].strip().replace(" ,", ",")
    names = _WIDE.split(text)[0]
    if len(text) > LONGEST or not _names_somebody(names):
        return None
    return f"{word} {text}", place


def _name_above_place(lines: list[str], at: int) -> tuple[str, int] | None:
    """A name alone on its line with the place right below it: ``in Sunderland``."""
    name, place = lines[at].strip(), lines[at + 1].strip()
    if _PLACE_ALONE.fullmatch(place) is None or not 2 <= len(name.split()) <= _NAME_WORDS:
        return None
    if not is_given_name(name.split()[0]) or not are_names(name):
        return None
    return f"{name} {place}", at + 1


def _opens_byline(line: str) -> bool:
    """Whether a line is a byline of names, perhaps each with its place, that may go on."""
    opening = _BY.match(line)
    if opening is None:
        return " in " in line and bool(placed_names(line.strip()))
    return _names_somebody(_OPEN.sub("", line[opening.end() :]))


def _names_somebody(text: str) -> bool:
    """Whether a text is names, each perhaps with the place or the role behind a comma."""
    parts = [part for part in text.strip(" ,").split(", ") if part]
    return bool(parts) and all(
        are_placed(part) or (number and (is_place(part) or has_role(part)))
        for number, part in enumerate(parts)
    )


def _gathered(lines: list[str], at: int) -> tuple[str, int]:
    """The byline that begins in the line ``at``, and the last line that it takes."""
    text, end = lines[at].rstrip(), at
    alone = ""  # an "and" on a line of its own
    for place in range(at + 1, min(at + _MOST_LINES, len(lines))):
        line = lines[place].strip()
        if not line:
            if _may_be_apart(lines, at, place):
                continue
            break
        if _AND_ALONE.fullmatch(line) is not None:
            alone = line
            continue
        if _FOLLOW.fullmatch(line) is not None and _goes_on_below(lines, place):
            continue
        if place == end + 1 and _ROLE_ALONE.fullmatch(line) is not None:
            text, end = f"{text}, {line}", place  # and no paper: there is a "Reporter"
            continue
        joint = _AND.match(line)
        goes_on = bool(alone) or joint is not None or _OPEN.search(text) is not None
        named = line[joint.end() :] if joint is not None else line
        if len(line) > LONGEST or not (
            _names_somebody(_OPEN.sub("", named)) if goes_on else _is_name_below(lines, place)
        ):
            break
        between = f" {alone}".replace(" ,", ",") if alone else "" if goes_on else ","
        text, end, alone = f"{text}{between} {line}", place, ""
    return text, end


_FOLLOW = re.compile(r"follow(?: @?\w+)?|@\w+", re.IGNORECASE)
"""A button behind a name."""


def _goes_on_below(lines: list[str], place: int) -> bool:
    """Whether the next line with words is an *and*, alone or before a name."""
    below = next((line.strip() for line in lines[place + 1 : place + 3] if line.strip()), "")
    return _AND_ALONE.fullmatch(below) is not None or _AND.match(below) is not None


def _may_be_apart(lines: list[str], at: int, place: int) -> bool:
    """Whether an empty line may stand in a byline: beside an *and* on a line of its own."""
    near = (lines[n].strip() for n in (place - 1, place + 1) if at < n < len(lines))
    return any(_AND_ALONE.fullmatch(line) is not None for line in near)


def _is_name_below(lines: list[str], place: int) -> bool:
    """Whether a line is one full name right below a byline, and the head goes on below it."""
    name = lines[place].strip()
    following = lines[place + 1].strip() if place + 1 < len(lines) else ""
    words = name.split()
    return (
        2 <= len(words) <= _NAME_WORDS
        and len(following) <= LONGEST
        and is_given_name(words[0].title())
        and are_names(name)
        and not is_paper(name)
    )
