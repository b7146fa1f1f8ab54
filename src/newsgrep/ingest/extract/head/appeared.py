"""``This article first appeared in The Paper on May 3, 2019.`` right below a headline.

It says source and date as labels do, and is no deck; where the head has others, theirs hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.origin import appeared_in, written_by
from newsgrep.ingest.extract.head.publications import is_paper, publication
from newsgrep.text.dates import find_dates

_FIRST, _WITHIN = 6, 30
_LONGEST = 200
_PROSE = 130
"""Characters of a line below the headline that is text, or its deck."""
_LEAST = 16
_BOARD = re.compile(
    r"(?:[Bb]y |BY )?((?:The |THE )?[^\W\d_][^,;:|]{2,40}) "
    r"(?:[Ee]ditorial (?:[Bb]oard|[Ss]taff)|EDITORIAL (?:BOARD|STAFF))"
    r"(?:(?:,| [|·–—-]) (.{6,40}))?"
)
"""A byline that names nobody, but the paper."""
_PRINTED = re.compile(
    r"([^\W\d_][^.|,;:]{2,40})\. "
    r"(?:Publisert|Publiceret|Publicerad|Published|Gepubliceerd|Veröffentlicht|Publié"
    r"|Publicado|Pubblicato)"
    r"(?: (?:på (?:trykk|nett|print|web)|i print|in print|online|im Druck))?:? (?=\d)"
)
"""``The Courier. Published in print 3.5.2019``."""
_BEFORE_DAY = (". Publ", ". Pubb", ". Gepu", ". Verö")
"""How that goes on behind the paper: most lines do not."""


def with_origin_labelled(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, such a sentence as ``Source: The Paper | May 3, 2019``; as many as before."""
    filled = [at for at in filled[:_FIRST] if at < _WITHIN]
    for place, at in enumerate(filled):
        line = lines[at].strip()
        if len(line) > _LONGEST or (place and len(line) > _PROSE and appeared_in(line) == ""):
            break  # text: what stands below it is of the foot
        if place == 0 or len(line) < _LEAST:
            continue
        board = _BOARD.fullmatch(line) if "ditorial " in line or "DITORIAL " in line else None
        if board is not None and is_paper(board[1]):
            behind = f" | {board[2]}" if board[2] else ""
            return [*lines[:at], f"Source: {board[1]}{behind}", *lines[at + 1 :]]
        printed = _PRINTED.match(line) if any(map(line.__contains__, _BEFORE_DAY)) else None
        source = printed[1] if printed is not None else appeared_in(line)
        if not source:
            continue
        if printed is not None:
            return [*lines[:at], f"Source: {source} | {line[printed.end() :]}", *lines[at + 1 :]]
        others = [lines[n] for n in filled if n != at and len(lines[n]) < _LONGEST]
        told = any(publication(other.strip()) or next(find_dates(other), None) for other in others)
        if told:
            return lines
        dated = next(find_dates(line), None)
        day = f" | {line[dated.start : dated.end]}" if dated is not None else ""
        writers = written_by(line)
        by = f" | By {' and '.join(writers)}" if writers else ""
        return [*lines[:at], f"Source: {source}{day}{by}", *lines[at + 1 :]]
    return lines
