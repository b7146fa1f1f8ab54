"""The lines of a head cut into pieces, each of which says one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsgrep.ingest.extract.head.given_names import is_given_name
from newsgrep.ingest.extract.head.head_words import (
    BY,
    LABELS,
    ONLY_WITH_COLON,
    SECTION,
    UPDATED,
    WHEN,
    WHEN_BEFORE,
    WHEN_BEHIND,
    has_role,
)
from newsgrep.ingest.extract.head.publications import looks_like_publication, publication
from newsgrep.ingest.extract.names.personal_names import turned
from newsgrep.text.dates import FoundDate, day_of, find_dates

MAX_LINE = 240
"""Characters of a line above which it is text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line, and what the line says of it."""

    text: str
    label: str = ""
    """The role that a word before it names: ``author`` behind *By*, ``source`` behind *From*."""
    date: FoundDate | None = None
    kind: str = ""
    """What its shape alone tells: ``date``, ``day``, ``url``, ``address``, ``count``."""
    bracketed: bool = False


_LINK = re.compile(r"!?\[([^\]\n]{1,200})\]\(<?(https?://[^\s)>]{1,400})>?[^)\n]{0,100}\)")
_REFERENCE = re.compile(r"\[\d{1,3}\](?=\S)")
_MARKS = re.compile(r"(?<!\w)[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?!\w)")
_WIKI = ("=", "/", "'")
_HEADING = re.compile(
    r"^(?:={1,6}\s*(?=[^=\s])(.*[^=\s])\s*={1,6}|/(?=[^/\s])([^/]*[^/\s])/|'{2,5}((?:(?!'').)+)'{2,5})$"
)
"""``== A headline ==`` and ``''By Ann Poe''`` of wikis, ``/The Paper/`` of Org."""
_LEAD = re.compile(r"^\s*(?:[>#]+\s*|[-*+•‣◦–—]\s+)+")
_ATOM = re.compile(
    r"(?P<url><?\bhttps?://[^\s<>()\[\]]{3,400}>?|\bwww\.[^\s<>()\[\]]{3,200})"
    r"|(?P<address>[\[(<]?[\w.+-]{1,64}@[\w-]+\.[\w.-]{2,80}[\])>]?|(?<![\w.])@\w{2,30}\b)"
    r"|(?P<count>\b\d[\d.,]*(?:\s?[-–]\s?\d+)?\s?(?:words|wörter|mots|palabras|woorden|ord|parole"
    r"|palavras|słów|characters|min(?:ute)?s?\.?(?:\s+(?:read|de lecture|de lectura))?"
    r"|min\.? Lesezeit|comments?|shares?|views)(?!\w)"
    r"|\b(?:pp?|pgs?|page|pages|seite|blz|s[ií]da|pag|página|str)\.?\s?[A-Z]{0,2}-?\d{1,4}[A-Z]?"
    r"(?:[-–]\d{1,3})?(?!\w)|(?<!\w)\d{1,2}p\.(?!\w)"
    r"|\b\d{1,2}\s?(?:hours?|hrs?|h|days?|d|minutes?|mins?)\.?\s+ago\b"
    r"|\bVol(?:ume)?\.?\s?\w{1,6}(?:,?\s(?:Issue|No\.?|Iss\.?|Nr\.?)\s?\d{1,6})?)",
    re.IGNORECASE,
)
_MAYBE_ATOM = re.compile(r"[\d@]|://|www\.|\bvol", re.IGNORECASE)
"""What each of them has."""
_STRONG = re.compile(
    r"\s*(?:\||·|•|‧|∙|●|\t|»|«|\s{2,}|(?<=\s)[/>](?=\s)|(?<=[\s.])[-–—]{1,3}(?=\s)|—"
    r"|^[-–—]{1,3}|[-–—]{1,3}$)\s*"
)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Ý\d])")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,120})[)\]]")
_COMMA = re.compile(r"\s*[,;،、]\s*")
_FROM = re.compile(
    r"^(?:from|source|fuente|quelle|via|publication|newspaper)\s+(?=(?:the\s+)?(?-i:[A-ZÀ-Ý0-9]))",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*([^\W\d_][\w '’/.-]{0,28}?)\s?[:：]\s*(.*)", re.DOTALL)
_PLACED = re.compile(r"\s+(in|en|aus|à|desde|from|for|via|of)\s+(?=(?-i:[A-ZÀ-Ý]))", re.IGNORECASE)
_SMALL = re.compile(r"(?<![\w’'.-])[^\W\d_A-ZÀ-Ý]{3,}")
"""A word that is written small: "dismissed by the court" has no byline."""
_NAMED = {"for": "source", "via": "source", "of": "source", "from": "place"}


def bare(line: str) -> str:
    """A line without the marks of lists, quotes, headings, emphasis and links."""
    if "[" in line:
        line = _REFERENCE.sub("", _LINK.sub(r"\1", line)).replace("[[", "").replace("]]", "")
    line = _LEAD.sub("", line)
    if "*" in line or "_" in line or "`" in line or "~" in line:
        line = _MARKS.sub("", line)
    line = line.strip()
    if line[:1] in _WIKI and (match := _HEADING.match(line)) is not None:
        line = match[1] or match[2] or match[3]
    return line


def linked(line: str) -> list[str]:
    """The web addresses that the links of a line go to."""
    return [match[2] for match in _LINK.finditer(line)] if "](" in line else []


@lru_cache(maxsize=64)
def cut(line: str) -> tuple[Piece, ...]:
    """The pieces of a line, in order; empty for one that is too long to be of a head.

    Kept, since a line is read again where it may stand otherwise.
    """
    text = bare(line)
    if not text or len(text) > MAX_LINE:
        return ()
    found: list[Piece] = []
    waiting = ""
    at, behind = 0, False
    for start, end, atom in _atoms(text):
        dated = atom.kind in ("date", "day")
        pieces, waiting = _gap(_before(text[at:start], dated, behind), waiting)
        found += pieces
        if dated and waiting in ("modified", "other", "date"):
            atom = Piece(atom.text, waiting, atom.date, atom.kind)
            waiting = waiting if waiting == "modified" else ""
        found.append(atom)
        at, behind = end, dated
    pieces, _ = _gap(_before(text[at:], False, behind), waiting)
    return (*found, *pieces)


def _before(text: str, dated: bool, behind: bool) -> str:
    """What stands between two atoms, without the words that only lead to a date or follow it."""
    if behind:
        text = WHEN_BEHIND.sub("", text)
    if dated:
        match = WHEN_BEFORE.search(text)
        if match is not None:
            # "Published" parts what is before it from what is behind, and ends an "Updated".
            text = text[: match.start()] + (" | " if UPDATED.search(match[0]) is None else match[0])
    return text


def _atoms(text: str) -> list[tuple[int, int, Piece]]:
    """Dates, addresses and counts with their places, none in another."""
    if _MAYBE_ATOM.search(text) is None:
        return []
    atoms = [
        (m.start(), m.end(), Piece(m[0].strip("<>()[]"), kind=m.lastgroup or ""))
        for m in _ATOM.finditer(text)
    ]
    dates = [
        (d.start, d.end, Piece(text[d.start : d.end], date=d, kind="date"))
        for d in find_dates(text)
    ]
    if not dates and len(text) <= 60 and any(c.isdigit() for c in text):
        day = day_of(text)
        if day:
            match = re.search(
                r"[^\W\d_]{3,10}\.? \d{1,2}(?!\d)|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}", text
            )
            if match is not None:
                dates.append((match.start(), match.end(), Piece(day, kind="day")))
    kept: list[tuple[int, int, Piece]] = []
    for start, end, piece in sorted([*dates, *atoms], key=lambda atom: (atom[0], -atom[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, piece))
    return kept


def _gap(text: str, label: str) -> tuple[list[Piece], str]:
    """The pieces between two atoms, and the role that their last word names for what follows."""
    found: list[Piece] = []
    at = 0
    for match in _BRACKETS.finditer(text):
        pieces, label = _run(text[at : match.start()], label)
        found += pieces
        inner, _ = _run(match[1], "")
        found += [Piece(p.text, p.label, bracketed=True) for p in inner]
        at = match.end()
    pieces, label = _run(text[at:], label)
    return [*found, *pieces], label


def _run(text: str, label: str) -> tuple[list[Piece], str]:
    found: list[Piece] = []
    parts = _STRONG.split(text)
    for number, part in enumerate(parts):
        for segment in _SENTENCE.split(part) if ". " in part else [part]:
            asks = segment.rstrip().endswith((":", "："))
            segment = segment.strip(' ,.:()[]<>"“”‘’')
            if asks and segment.casefold() in LABELS:
                label = LABELS[segment.casefold()]
                continue
            if not segment:
                continue
            if UPDATED.search(segment) is not None:
                label = "modified"
                segment = UPDATED.sub(" ", segment)
                segment = segment.strip(" ,.:;-–—|")
            if not segment or WHEN.fullmatch(segment):
                continue
            alone = "" if label else LABELS.get(segment.casefold(), "")
            if alone and (number + 1 < len(parts) or alone in ("date", "modified", "other")):
                label = alone  # "Author", then a tab
                continue
            pieces, label = _labelled(segment, label)
            found += pieces
    return found, label


def _labelled(segment: str, label: str) -> tuple[list[Piece], str]:
    """The pieces of a segment, and the label that waits for what follows it."""
    match = _LABEL.fullmatch(segment)
    name = match[1].strip().casefold() if match is not None else ""
    role = LABELS.get(name) or ONLY_WITH_COLON.get(name, "")
    if match is not None and role:
        return (list(_names(match[2], role)), "") if match[2].strip() else ([], role)
    return list(_names(segment, label if label not in ("modified", "date") else "")), (
        label if label == "modified" else ""
    )


def _leads_to_byline(segment: str, opening: re.Match[str]) -> bool:
    """Whether a byline may stand behind what is before it: a paper, a role, or a sign.

    ``Book Written By Convicted Killer Pulled`` is a headline.
    """
    before = segment[: opening.start()].rstrip()
    if not before or before[-1] in ",|/(" or _SMALL.search(before) is not None:
        return True
    words = before.split()
    if publication(before) or looks_like_publication(before) or has_role(before):
        return True
    if len(words) > _MOST_BEFORE:
        return False
    first = segment[opening.end() :].split(None, 1)
    if SECTION.fullmatch(words[-1]) is not None or words[-1].casefold() in _KINDS:
        return True
    return bool(first) and is_given_name(first[0].title())


_KINDS = frozenset(
    """article story report exclusive artikel beitrag bericht gastbeitrag text artículo artigo
    articolo tekst artykuł reportaje reportagem""".split()
)
"""What it is that is by somebody."""
_MOST_BEFORE, _LONGEST_PLACE = 3, 40
"""Words before a byline in the middle of a line; characters of a place or paper behind a name."""


def _names(segment: str, label: str) -> Iterator[Piece]:
    """A segment parted at *By*, *for*, *in* and commas."""
    if label in ("title", "deck", "tags", "section", "other", "language"):
        yield Piece(segment, label)
        return
    origin = _FROM.match(segment) if not label else None
    if origin is not None:
        rest = segment[origin.end() :].strip()
        placed = _PLACED.search(rest)
        if placed is not None and rest[: placed.start()].istitle():
            yield Piece(rest[placed.end() :].strip(), "place?")
            rest = rest[: placed.start()]
        yield Piece(rest, "source?")
        return
    opening = BY.search(segment)
    if opening is not None and opening.start() and not _leads_to_byline(segment, opening):
        yield Piece(segment, label)
        return
    if opening is not None and _SMALL.search(segment[: opening.start()]) is None:
        before = segment[: opening.start()].strip(" ,")
        if before:
            yield from _names(before, label)
        yield from _names(segment[opening.end() :].strip(), "author")
        return
    if label == "author":
        # Lists of names are parted where it is known what is a name.
        placed = _PLACED.search(segment)
        if placed is not None:
            yield Piece(segment[: placed.start()].strip(" ,"), label)
            yield Piece(
                segment[placed.end() :].strip(), _NAMED.get(placed[1].lower(), "place") + "?"
            )
        else:
            yield Piece(segment, label)
        return
    if segment.count(",") == 1 and turned(segment) != segment:
        yield Piece(turned(segment), label)
        return
    for number, part in enumerate(_COMMA.split(segment)):
        placed = _PLACED.search(part) if number == 0 and not label else None
        if placed is not None and not (placed.start() < 30 and part[: placed.start()].istitle()):
            placed = None
        if placed is not None and len(part) - placed.end() <= _LONGEST_PLACE:
            yield Piece(part[: placed.start()].strip())
            yield Piece(part[placed.end() :].strip(), _NAMED.get(placed[1].lower(), "place") + "?")
        elif part:
            yield Piece(part, label if number == 0 else "")
