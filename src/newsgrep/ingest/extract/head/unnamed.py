"""Names among the lines of a head that no word for authors stands before: *by* is put there.

``Jane Roe, John Doe`` above or below a headline, three names, names in capitals below the date.
Only names that the text does not have are taken for authors: a headline's people are in it. What
the authors are, where they were and for whom they work may stand behind their names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.head_words import RANKS
from newsgrep.ingest.extract.head.publications import looks_like_publication, publication
from newsgrep.ingest.extract.head.unheard import is_unheard
from newsgrep.ingest.extract.names.common_words import NO_NAMES
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.person_words import ROLES
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.text.dates import find_dates
from newsgrep.text.given_names import is_family_name, is_given_name

_LOOKED_AT, _WITHIN = 9, 40
_LONGEST = 140
_PARTS = re.compile(
    r"\s*(?:,\s*(?:and|und|et|y|e|og|och|en|i)\s+|,|;|/|\s(?:and|und|et|y|e|og|och|en|&)\s)\s*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"[,;/&]|\s(?:and|und|et|y|e|og|och|en)\s", re.IGNORECASE)
_NO_NAME = re.compile(r"[\d:?!()\"“”|@•·–—]")


def with_names_marked(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, those that are lists of authors with *By* before them; as many as before."""
    filled = [at for at in filled[:_LOOKED_AT] if at < _WITHIN]
    changed = lines
    for place, at in enumerate(filled):
        line = lines[at].strip()
        if not 8 <= len(line) <= _LONGEST:
            if len(line) > 2 * _LONGEST:
                break
            continue
        below = lines[filled[place + 1]].strip() if place + 1 < len(filled) else ""
        if told := _with_more(line, below):
            changed = changed if changed is not lines else list(lines)
            changed[at] = f"By {told}"
            break
        if not line[0].isupper() or _NO_NAME.search(line) is not None or line[-1] == ".":
            continue
        if not _are_authors(lines, filled, place):
            continue
        changed = changed if changed is not lines else list(lines)
        changed[at] = f"By {line.title() if line.isupper() else line}"
        break
    return changed


_READING_TIME = re.compile(
    r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?min(?:ute|uten|uti|utos|uut|uter|utter)?s?\.?"
    r"(?: (?:read|lezen|lecture|leestijd|lesezeit|de lecture|de lectura))?",
    re.IGNORECASE,
)
"""What browsers put below the author where they show a page's text alone."""
_WITH_ROLE = re.compile(
    r"(?P<name>[^-–—,]{5,40}?)\s?[-–—]\s?"
    r"(?P<role>(?:[A-Z][a-z]+ ){0,2}(?:Reporter|Correspondent|Writer|Editor|Bureau|Columnist))"
)
_FILED_FROM = re.compile(r"(?P<name>[^-–—,]{5,40}?) in (?P<place>[A-Z][A-Z .’'-]{2,30})")
_HOUSE = (
    r"(?:[^,;]{0,40}\b)?(?:University|Universit[éà]|Universidade?|Universität|Institute|College"
    r"|School|Academy|Centre|Center)\b[^,;]{0,60}?"
)
_NAME = r"[A-ZÀ-Ý][\w.’'-]*(?: (?!and )[\w.’'-]+){1,3}"
_AFFILIATED = re.compile(rf"(?P<name>{_NAME}), {_HOUSE}")
_NEXT = re.compile(rf"(?:,? and |; |, )(?={_NAME}, {_HOUSE}(?:,| and |;|$))")
_STORY = 100
"""Characters of a paragraph below a name and a place."""


def _with_more(line: str, below: str) -> str:
    """The names, with place or role, that a line is; empty for another one.

    ``Ann Poe-Senior Reporter``, ``Ann Poe in ORLO``, ``Ann Poe, Orlo University and Bo Roe, Quay
    College``, a name above the time that reading takes.
    """
    if _READING_TIME.fullmatch(below) is not None and _is_person(line):
        return line
    if (held := _WITH_ROLE.fullmatch(line)) is not None and _is_person(held["name"]):
        return f"{held['name']}, {held['role']}"
    filed = _FILED_FROM.fullmatch(line) if len(below) >= _STORY else None
    if filed is not None and _is_person(filed["name"]):
        return f"{filed['name']} in {filed['place'].title()}"
    if "," not in line:
        return ""
    each = [_AFFILIATED.fullmatch(part) for part in _NEXT.split(line)]
    names = [match["name"] for match in each if match is not None]
    return " and ".join(names) if len(names) == len(each) and all(map(_is_person, names)) else ""


def _are_authors(lines: Sequence[str], filled: Sequence[int], place: int) -> bool:
    """Whether the line at ``place`` is nothing but the names of who wrote the text."""
    at = filled[place]
    line = lines[at].strip()
    name, _, paper = line.partition(", ")
    if paper and _is_person(name) and _is_above(paper, lines, filled[:place]):
        return True  # and the masthead's paper behind it
    several = _SEVERAL.search(line) is not None
    if not several and not (line.isupper() and _is_below_date(lines, filled, place)):
        return False
    parts = [part for part in _PARTS.split(line) if part]
    if several and len(parts) < 2:
        return False
    return (
        all(map(_is_person, parts))
        and (all if _is_within(lines, at) else any)(map(_is_known, parts))
        and _is_headed(lines, filled, place)
        and is_unheard(" ".join(parts), [*lines[:at], line, *lines[at + 1 :]], at)
    )


def _is_above(paper: str, lines: Sequence[str], filled: Sequence[int]) -> bool:
    """Whether one of the lines above is a paper's name and no more."""
    return paper.casefold() in (lines[at].strip().casefold() for at in filled)


def _is_within(lines: Sequence[str], at: int) -> bool:
    """Whether a line stands between two others, as one of a paragraph does."""
    return all(line.strip() for line in lines[max(0, at - 1) : at + 2]) and 0 < at < len(lines) - 1


def _is_below_date(lines: Sequence[str], filled: Sequence[int], place: int) -> bool:
    """Whether the line above is one with a date."""
    above = lines[filled[place - 1]] if place else ""
    return len(above) < _LONGEST and next(find_dates(above), None) is not None


def _is_headed(lines: Sequence[str], filled: Sequence[int], place: int) -> bool:
    """Whether there is a headline: right below the line, or above it."""
    near = [n for n in (place - 2, place - 1, place + 1) if 0 <= n < len(filled)]
    return any(len(lines[filled[n]].split()) > 3 for n in near) and len(filled) > 2


def _is_person(part: str) -> bool:
    """Whether a part of a line is one person's name, with given and family name."""
    words = part.split()
    if not 2 <= len(words) <= 4:
        return False
    written = part.title() if part.isupper() else part
    return (
        is_name(written)
        and NO_NAMES.isdisjoint(written.split())
        and written.split()[0].lower() not in ROLES
        and RANKS.isdisjoint(written.split())
        and not publication(part)
        and not looks_like_publication(part)
        and not is_place(written)
    )


def _is_known(part: str) -> bool:
    words = part.split()
    return is_given_name(words[0]) or is_family_name(words[-1])
