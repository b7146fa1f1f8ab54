"""The citation of an article as its last line, in the forms of style guides and of schoolbooks.

``Poe, Ann (2019, May 3). Quay Opens. The Courier.``; ``(Ann Poe: Quay Opens. In: The Courier vom
3. Mai 2019.)``; ``(Abridged from an article by Ann Poe in The Courier, 3 May 2019)``. One that has
a headline is read where it is the text's own, since articles cite others as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.filled_lines import filled_lines
from newsgrep.ingest.extract.head.handed_on import stated
from newsgrep.ingest.extract.head.head_lines import LineReading, read_line
from newsgrep.ingest.extract.head.publications import is_paper_or_site
from newsgrep.text.dates import find_dates

_LONGEST = 400
_LEAST_TITLE = 15
_HEAD = 6
"""Lines with words among which the headline stands."""
_ABRIDGED = re.compile(
    r"[\s([*_]*(?:(?:slightly )?(?:abridged|adapted|shortened|excerpted|simplified)"
    r"(?: and [a-z]+)? from"
    r"|(?:stark )?gekürzt(?:e fassung)? (?:nach|aus)"
    r"|(?:leicht )?(?:bearbeitet|vereinfacht) nach"
    r"|nach|d['’]après|adaptée? (?:de|d['’])|extraits? (?:de|d['’])|adaptado de|tratto da"
    r"|adattato da|naar|efter|etter) ?"
    r"(?:an?|the|ein(?:em)?|einer|un|une|een|en) ?(?:article|report|story|piece|column"
    r"|artikel|bericht|beitrag|reportage|artículo|artigo|articolo)"
    r" (?:by|von|de|par|di|van|av|af|por) "
    r"(?P<who>[^()\d:;]{4,90}?)(?:,? (?:in|published in|en|dans|em|su|i)(?: (?:der|dem|den))?|,) "
    r"(?P<paper>(?:(?! (?:in|en|dans|em|su) )[^()\d,;:]){2,50}?)"
    r"(?:,| of| on|,? vom| du| de| del| di| van| (?=\d)) ?(?P<date>[^()]{0,14}\d[^()]{3,22})"
    r"[.\s)\]*_]*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|\d[./-]\d|'\d\d")
"""What each citation has."""
_INVERTED = re.compile(r"([^\W\d_][\w’' -]{1,25}), ([^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,2})")
_JOINT = re.compile(r",? (?:&|and|und|et|y|e|en|och|og) ")
_IN = re.compile(r"^(?:[Ii]n|[Ee]n|[Dd]ans)\s?:?\s+(?=\S)")
_DAY_LEAD = re.compile(r"[\s,;.]*\b(?:vom|of|on|du|del|van|från|fra|di)?\s*$")
_AROUND = " .,;:()[]\"'“”„«»‘’*_–—-"
_BEHIND = re.compile(
    r"[\s,.]*(?:(?:(?:retrieved|available) from|url|online)?[\s:]*<?https?://\S+"
    r"|\b(?:S|p|pp)\. ?\d{1,3})[\s.)]*$",
    re.IGNORECASE,
)
"""An address or a page at the end."""
_INITIAL = re.compile(r"\b[A-ZÀ-Ý]\.$")
_BRACKETED_YEAR = re.compile(r"\(((?:19|20)\d\d), ([^()\d]{3,12}) (\d{1,2})\)")


def citation_at(lines: Sequence[str], at: int) -> LineReading | None:
    """What the last line says, where it is the citation of its article."""
    line = lines[at].strip()
    if not 30 <= len(line) <= _LONGEST or _YEAR.search(line) is None:
        return None
    line = _BEHIND.sub("", line)
    abridged = _ABRIDGED.fullmatch(line)
    if abridged is not None:
        text = stated(abridged["paper"], abridged["date"], abridged["who"])
    else:
        text = _with_headline(line, lines)
    if not text:
        return None
    reading = read_line(text, at + 1, Standing(near=True))
    whole = reading.is_head and not reading.unknown
    return reading if whole and {"source", "date"} <= reading.fields else None


def _with_headline(line: str, lines: Sequence[str]) -> str:
    """A citation that has the text's own headline, as labels; else empty."""
    low = line.casefold()
    for place in filled_lines(lines[:30], _HEAD):
        title = lines[place].strip(_AROUND)
        if len(title) < _LEAST_TITLE or len(title) > len(line) - 12:
            continue
        start = low.find(title.casefold())
        if start >= 0 and len(low) == len(line):
            return _parted(line[:start], line[start + len(title) :])
    return ""


def _parted(before: str, behind: str) -> str:
    """The labels of what stands before a citation's headline and behind it."""
    dated = _BRACKETED_YEAR.search(before)
    if dated is not None:
        day, before = f"{dated[2]} {dated[3]}, {dated[1]}", before[: dated.start()]
        paper = behind
    else:
        found = next(find_dates(behind), None)
        if found is None or behind[found.end :].strip(_AROUND):
            return ""
        day = behind[found.start : found.end]
        paper = _DAY_LEAD.sub("", behind[: found.start])
    paper = paper.strip(_AROUND)
    sure = dated is not None or _IN.match(paper) is not None
    paper = _IN.sub("", paper).strip(_AROUND)
    if not (sure or is_paper_or_site(paper)):
        return ""  # a place, as books have
    if not paper or ". " in paper or "," in paper or len(paper) > 50:
        return ""
    who = before.strip(" ,:;()[]\"'“”„«»‘’*_–—-")
    who = who.removesuffix(".") if _INITIAL.search(who) is None else who
    people = ", ".join(_turned(person, dated is not None) for person in _JOINT.split(who))
    return stated(paper, day, people)


def _turned(person: str, inverted: bool) -> str:
    """A person, given name first; two whole names with a comma between are two people."""
    match = _INVERTED.fullmatch(person.strip())
    if match is None or (not inverted and " " in match[1] and " " in match[2]):
        return person.strip()
    return f"{match[2]} {match[1]}"
