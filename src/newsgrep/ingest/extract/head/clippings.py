"""The reference line of a clipping: its paper, day and page, above the headline.

``Tagesspiegel, Mo., 29.4.24, S. 12 (Jan Kixmüller)`` and ``DE STANDAARD - 14 Maart 2019 -
Pagina 8``: press reviews and libraries write it, mostly below a line with the number of the
clipping. Below a headline such lines are read with the rest of a head.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.clauses import is_prose
from newsgrep.ingest.extract.head.evidence import is_full_name
from newsgrep.ingest.extract.head.head_words import BY
from newsgrep.ingest.extract.head.issue_line import issue_of
from newsgrep.ingest.extract.head.page_lines import is_stamp, is_titled
from newsgrep.ingest.extract.head.publications import is_paper, publication
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.text.dates import find_dates, find_short_dates

_FIRST, _BELOW = 4, 3
"""Lines with words among which a reference stands; and below it, its headline."""
_LONGEST, _LONGEST_STAMP, _MOST_WORDS = 160, 70, 6
_PAGE = re.compile(
    r"(?<![^\W\d_])(?:S|s|pp?|P|pag|Pag|pág|Pág|str|Str|sid|sivu|lk)\.\s?[A-Z]?\d{1,3}[A-Z]?\b"
    r"|(?<![^\W\d_])(?:Seite|Pages?|page|[Pp]agina|[Pp]ágina|[Ss]ide|[Ss]ida|[Ss]trona|[Ss]ivu|[Ss]tr"
    r"|[Oo]ldal|PAGE|PAGINA|SEITE)\s[A-Z]?\d{1,3}[A-Z]?\b"
)
_PARTED = re.compile(r"\s{2,}|\t|\s*[|;·,]\s*|\s[–—-]\s")
_LED = re.compile(
    r"^(?:da|dal|dalla|aus(?: der| dem)?|from|uit|de|du|din|z|iz|in|In)\s+(?=[«„“\"A-Z])"
)
_STATED = re.compile(r"\w (?:from|aus|uit|da|of) ")
_QUOTED = re.compile(r"[«„“\"‘]([^«»„“”\"]{2,50})[»“”\"’]")
_BRACKETED = re.compile(r"\s*\(([^()]{3,60})\)")
_NUMBERED = re.compile(r"\d\s*$|\d\s?/\s?\d|\d \w{2,3} \d")


def with_clippings_read(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, the reference above a headline told in labels, and the number above it gone."""
    for place, at in enumerate(filled[:_FIRST]):
        line = lines[at].strip()
        if len(line) > _LONGEST:
            return lines
        told = _read(line, alone=place == 0)
        if told and _has_headline(lines, filled[place + 1 :]):
            return [*("" for _ in range(at)), *told, *lines[at + 1 :]]
        if not _is_number(line):
            return lines
    return lines


def _is_number(line: str) -> bool:
    """Whether a line is what an archive writes above a clipping: ``PRESS REVIEW · 18 · 3/11``."""
    return is_stamp(line) or (
        len(line) <= _LONGEST_STAMP
        and (line.isupper() or _NUMBERED.search(line) is not None)
        and line[-1] not in ".?!"
    )


def _has_headline(lines: list[str], below: Sequence[int]) -> bool:
    """Whether a headline, and no text, stands in the three lines below a reference."""
    for line in (lines[at].strip() for at in below[:_BELOW]):
        if len(line) > _LONGEST or (line[-1] in '.…”"' and is_prose(line)):
            return False
        if is_titled(line) and BY.match(line) is None and not line.endswith((".", ":")):
            return not is_name(line)
    return False


def _read(line: str, *, alone: bool) -> list[str]:
    """The labels that a reference stands for; none of another line.

    One with nothing above it is such if its paper is known or quoted, and nothing follows.
    """
    if not any(map(str.isdigit, line)) or (page := _PAGE.search(line)) is None:
        return []
    if issue_of(line, 0):
        return []  # read as it stands
    if alone and _BRACKETED.sub("", line[page.end() :]).strip(" .]|"):
        return []
    day = _day(line)
    if not day:
        return []
    people = [one for one in _BRACKETED.findall(line) if is_full_name(one)]
    bare = _BRACKETED.sub("", line)
    quoted = _QUOTED.search(bare)
    paper = quoted[1] if quoted is not None else _PARTED.split(_LED.sub("", bare), maxsplit=1)[0]
    paper = paper.strip(" .:")
    if not paper or len(paper.split()) > _MOST_WORDS or any(map(str.isdigit, paper)):
        return []
    if is_place(paper) and not publication(paper):
        return []  # the place of a paper whose name is above
    if quoted is None:
        named = is_paper(paper) if alone else paper[0].isupper()
        if not named or _STATED.search(paper) is not None:
            return []  # "Article from The Courier" is told elsewhere
    told = [f"Source: {paper}", f"Date: {day}"]
    return [*told, *(f"Author: {one}" for one in people[:1])]


def _day(line: str) -> str:
    """The day in a reference; its year may have two digits. Empty where there is none."""
    found = next(find_dates(line), None)
    if found is not None:
        return line[found.start : found.end]
    parts = _PARTED.split(line)
    return next((part for part in parts if next(find_short_dates(part), None)), "")
