"""Heads in one line: a headline with what is known of it before and behind, as notes have them.

``[2019-05-03] The Courier - Quay closes (by Ann Poe)``, ``Quay closes, by Ann Poe (The Courier,
3 May 2019)``, ``Ann Poe: Quay closes, in: The Courier, 3.5.2019``, references of all styles. It is
taken apart only where all that is not the headline is understood, and tells two facts and more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.evidence import Standing, people_parts
from newsgrep.ingest.extract.head.head_lines import LineReading, read_line
from newsgrep.ingest.extract.head.publications import is_domain, looks_like_publication, publication
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.given_names import is_given_name

_SHORTEST, _LEAST = 40, 12
"""Characters of such a line, and of its headline."""
_HEADLINE_WORDS = 5
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d\d\b")
_BEFORE = re.compile(r"^(?:[\[(]([^\[\]()]{3,80})[\])]\s*(?:[-–—|:]\s+)?|(.{3,60}?)\s+[-–—|·]\s+)")
_BEHIND = (
    re.compile(r"^(.*\S)\s*[\[(]([^\[\]()]{3,120})[\])]\.?$"),
    re.compile(r"^(.*\S)[,.]\s+([Bb]y\s[^()\[\]]{4,80}?)\.?$"),
    re.compile(r"^(.*\S)\s+[-–—|·]\s+(.{3,60}?)\.?$"),
)
"""What ends a line: brackets, a byline, what is behind the last dash or bar."""
_IN = re.compile(
    r"^(?P<who>[^:]{4,80}):\s+(?P<title>.{12,240}?)(?:[,.]|(?<=[?!]))\s+(?:[Ii]n|[Ee]n|[Dd]ans|[Ww]|[Ii]):\s+"
    r"(?P<rest>.{6,120})$"
)
_CARD = re.compile(
    r"^(?P<title>.{12,240}?)\s+/\s+(?P<who>[^/]{4,80}?)(?:\.?\s+[-–—]{1,2}|\.)\s+(?:[Ii]n|[Ee]n|[Dd]ans|[Ww]|[Ii]):?\s+"
    r"(?P<rest>.{6,160})$"
)
"""A catalogue's: ``Quay closes / Ann Poe. - In: The Courier. - 3 May 2019, p. 4``."""
_SENTENCE = re.compile(r"^(?P<title>.{12,240}?[.?!])\s+(?P<rest>[Bb]y\s+\S.{6,140})$")
_QUOTED = re.compile(
    r"^(?P<who>[^\"“„«]{4,100}?)[.,:]?\s+[\"“„«](?P<title>.{12,260}?)[.,]?[\"”“»][.,]?\s+"
    r"(?P<rest>.{6,250})$"
)
_DATED = re.compile(
    r"^(?P<who>[^()]{4,100}?)\.?\s+\((?P<date>[^()]{4,30})\)[.:,]\s+(?P<title>.{12,260}?[.?!])\s+"
    r"(?P<rest>[^.]{3,60})\.?(?:\s+(?:Retrieved from\s+)?https?://\S+)?$"
)
_INVERTED = re.compile(
    r"([^\W\d_][\w’'. -]{1,30}),\s+([^\W\d_][\w’'. -]{0,30}?\.?)(?:,\s+(Jr|Sr|II|III|IV)\.?)?"
)
_FIRST_INVERTED = re.compile(
    r"([^\W\d_][\w’'. -]{1,30}),\s+([^\W\d_][\w’'. -]{0,30}?)((?:,\s+[^,\s]+\s[^,]{2,40}?)*),?"
    r"\s+(?:and|und|et|y|e|og|och|en|&)\s+(?=\S+\s+\S)"
)
"""``Poe, Ann, and Jan Roe``: only the first has the family name before the given one."""
_ET_AL = re.compile(r",?\s+et al\.?$")
_ABBREVIATED = re.compile(r"\b[A-Z]\.[A-Z]$")
_NEAR = Standing(near=True)


def parted(text: str, number: int) -> tuple[str, list[Claim]]:
    """The headline in a line that says all, and what else it says; the line where it is none."""
    if len(text) < _SHORTEST or _YEAR.search(text) is None:
        return text, []
    for title, rest, who in _readings(text):
        reading = read_line(rest, number, _NEAR)
        named = _authors(who, number) if who else []
        if who and not named:
            continue
        if not _is_sure(reading) or _is_said(title):
            continue
        told = (reading.fields | {c.field for c in named}) & {"authors", "source", "date"}
        if len(title) >= _LEAST and reading.is_head and not reading.unknown and len(told) > 1:
            others = [c for c in reading.claims if not named or c.field != "authors"]
            return title, [*named, *others]
    return text, []


def _is_sure(reading: LineReading) -> bool:
    """Whether a line tells a day or a known paper, and no author of one word."""
    sources = [c.value for c in reading.claims if c.field == "source"]
    people = [c.value for c in reading.claims if c.field == "authors"]
    if any(" " not in name and not agency(name) for name in people):
        return False
    return "date" in reading.fields or any(map(publication, sources))


def _is_said(title: str) -> bool:
    """Whether what is left of a line is no headline, but one more that is said of it."""
    few = title.count(" ") < _HEADLINE_WORDS
    return few and (is_name(title) or read_line(title, 1, _NEAR).is_head)


def _readings(text: str) -> Iterator[tuple[str, str, str]]:
    """What may be the headline of a line, what else it says, and who is named before it."""
    for pattern in (_IN, _CARD, _QUOTED, _DATED):
        match = pattern.match(text)
        if match is not None:
            rest = re.sub(r",?\s+S\.\s?\d+[.\d f-]*$", "", match["rest"].strip(" .,"))
            if pattern is _DATED:
                rest = f"{rest} | {_in_order(match['date'])}"
            title = match["title"].strip()
            stopped = _ABBREVIATED.search(title) is not None
            yield f"{title}." if stopped else title.rstrip("."), rest, match["who"]
    match = _SENTENCE.match(text)
    if match is not None:
        rest = " | ".join(re.split(r"(?<=[^\W\d_]{3})\.\s+(?=[A-Z\d])", match["rest"].rstrip(".")))
        yield match["title"].rstrip("."), rest, ""
    title, rest = _stripped(text)
    if rest:
        yield title, rest, ""


def _in_order(date: str) -> str:
    """``2019, May 3`` as it is written elsewhere."""
    match = re.fullmatch(r"(\d{4}),\s+(.{3,20})", date.strip())
    return f"{match[2]}, {match[1]}" if match is not None else date


def _stripped(text: str) -> tuple[str, str]:
    """A line without what is understood before and behind its headline, and that."""
    said: list[str] = []
    title = text.strip()
    while (match := next(filter(None, (p.match(title) for p in _BEHIND)), None)) is not None:
        if not _is_fact(match[2], said):
            break
        said.insert(0, match[2])
        title = match[1]
    while (match := _BEFORE.match(title)) is not None:
        part = next(filter(None, match.groups()))
        if not _is_fact(part, said):
            break
        said.insert(0, part)
        title = title[match.end() :]
    return title.strip(" ,"), " | ".join(said)


def _is_fact(part: str, said: list[str]) -> bool:
    """Whether a part of a line says who, when or where beyond doubt."""
    if publication(part) or is_domain(part):
        return True
    reading: LineReading = read_line(part, 1, _NEAR)
    if not reading.is_head or reading.unknown:
        return False
    if reading.anchored:
        return True
    return looks_like_publication(part) and bool(said)


def _authors(who: str, number: int) -> list[Claim]:
    """Those named before a headline, also with their family names first; empty for no names."""
    who = re.sub(r"\s*\((?:Hrsg|Hg|ed|eds)\.?\)", "", who).strip(" .,:")
    who = _ET_AL.sub("", who)
    match = _INVERTED.fullmatch(who)
    if match is not None and " " in match[1] and match[2].count(" ") and not match[3]:
        match = None  # two names
    several = _FIRST_INVERTED.match(who)
    if match is None and several is not None and is_name(f"{several[2]} {several[1]}"):
        who = f"{several[2]} {several[1]}, {several[3]}, {who[several.end() :]}"
    if match is not None and len(match[1].split()) <= 3 and is_name(match[1]):
        given = match[2].rstrip() + ("." if re.search(r"\b[A-Z]$", match[2]) else "")
        names = [" ".join(filter(None, (given, match[1], match[3])))]
    else:
        names = [
            part.strip()
            for piece in who.split(",")
            if piece.strip()
            for part in people_parts(piece)
        ]
    sure = len(names) > 0 and all(is_name(name) and " " in name for name in names)
    if not sure or (match is None and not any(is_given_name(name.split()[0]) for name in names)):
        return []
    return [Claim("authors", name, f"before the headline, line {number}", 0.85) for name in names]
