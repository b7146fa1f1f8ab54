"""The lines of a head cut into pieces, each of which says one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from newsgrep.ingest.extract.head.bare_line import bare
from newsgrep.ingest.extract.head.credits import (
    SMALL_WORD,
    credited,
    is_placed,
    leads_to_byline,
    placed_names,
    with_paper_apart,
    without_others,
)
from newsgrep.ingest.extract.head.head_words import (
    BY,
    COPIED,
    LABELS,
    ONLY_WITH_COLON,
    PUBLISHED,
    UPDATED,
    WHEN,
    WHEN_BEFORE,
    WHEN_BEHIND,
    has_role,
)
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.names.personal_names import is_name, suffixes_joined, turned
from newsgrep.text.dates import FoundDate, day_of, find_dates, find_short_dates

MAX_SHORT_DATED = 120
"""Characters of a line in which a date may have a year of two digits."""
_MAYBE_SHORT = re.compile(r"\d[/.-]\d\d?[/.-]\d\d(?!\d)|[ -]['’]?\d\d(?![\d:.])")
_LONGEST_PLACE = 40
"""Characters of a place or paper behind a name."""
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


_COMMENTS = re.compile(
    r"(?:^|[\s,|·•–—-]+)(?:(?:leave a|post a|add a|write a) (?:comment|reply)|no comments(?: yet)?"
    r"|comments (?:off|closed)|be the first to comment|(?:einen )?kommentar(?:e)? (?:hinterlassen"
    r"|schreiben|verfassen)|keine kommentare|laisser un commentaire|aucun commentaire"
    r"|dejar? un comentario|sin comentarios|deixe um comentário|sem comentários|lascia un commento"
    r"|nessun commento|geef een reactie|geen reacties|lämna en kommentar|inga kommentarer"
    r"|legg igjen en kommentar|ingen kommentarer|skriv en kommentar|dodaj komentarz"
    r"|brak komentarzy)\W*$",
    re.IGNORECASE,
)
"""What a weblog puts behind its byline."""
_ATOM = re.compile(
    r"(?P<url><?\bhttps?://[^\s<>()\[\]]{3,400}>?|\bwww\.[^\s<>()\[\]]{3,200})"
    r"|(?P<address>[\[(<]?[\w.+-]{1,64}@[\w-]+\.[\w.-]{2,80}[\])>]?|(?<![\w.])@\w{2,30}\b)"
    r"|(?P<count>(?:\b(?:temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura"
    r"|reading time|read time|lesezeit|lesedauer|leestijd|lästid|lesetid|czas czytania)\s?:?\s?)?"
    r"\b\d[\d.,]*(?:\s?[-–]\s?\d+)?[\s-]?(?:words|wörter|mots|palabras|woorden|ord|parole"
    r"|palavras|słów|characters|min(?:ut(?:e[nrs]?|os?|i|a|y)?|s|uten|utters?)?\.?(?:\s(?:to )?"
    r"(?:read|listen|watch|de lecture|de lectura|de leitura|di lettura|lesezeit|lesedauer|leestijd"
    r"|läsning|lästid|lesetid|læsetid|czytania))?|comments?|shares?|views)(?!\w)"
    r"|\b(?:pp?|pgs?|page|pages|seite|blz|s[ií]da|pag|p[áa]gina|str|strona|sidan?|side)"
    r"\.?\s?[A-Z]{0,2}-?\d{1,4}[A-Z]?(?:[-–]\d{1,3})?(?!\w)|(?<!\w)s\.\s?\d{1,3}(?!\w)|(?<!\w)\d{1,2}p\.(?!\w)"
    r"|\b\d{1,2}\s?(?:hours?|hrs?|h|days?|d|minutes?|mins?)\.?\s+ago\b"
    r"|\b(?:circulation|auflage|tirage|tirada|tiragem|tiratura|oplage|opplag)\s?:\s?\d[\d.,']*"
    r"|\bVol(?:ume)?\.?\s?(?:\d\w{0,5}|[IVXLC]{1,6}\b)(?:,?\s(?:Issue|No\.?|Iss\.?|Nr\.?)\s?\d{1,6})?)",
    re.IGNORECASE,
)
_MAYBE_ATOM = re.compile(r"[\d@]|://|www\.|\bvol", re.IGNORECASE)
"""What each of them has."""
_STRONG = re.compile(
    r"\s*(?:\||·|•|‧|∙|●|\t|»|«|\s{2,}|(?<=\s)[/>](?=\s)|(?<=[\s.])[-–—]{1,3}(?=\s)|—"
    r"|^[-–—]{1,3}|[-–—]{1,3}$)\s*"
)
_SENTENCE = re.compile(
    r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÀ-Ý\d])(?<!\b(?:Rev|REV|Sen|Rep|Gov|Gen|Hon|Col|Dra|Lic|Ing|Mag)\.\s)"
    r"(?<!\b(?:Prof|PROF|Capt|Msgr)\.\s)"
)
_SUFFIXED = re.compile(r"\s[JS]r\.$")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,120})[)\]]")
_COMMA = re.compile(r"\s*[,;،、]\s*")
_COMMA_PARTS = re.compile(r"[^,;،、]+")
_FROM = re.compile(
    r"^(?:from|source|fuente|quelle|via|publication|newspaper)\s+(?=(?:the\s+)?(?-i:[A-ZÀ-Ý0-9]))",
    re.IGNORECASE,
)
# With the marks of Devanagari and Thai, which are no letters.
_LABEL = re.compile(
    r"\s*([^\W\d_][\w '’/.\u0900-\u0963\u0e31-\u0e4e-]{0,28}?)\s?[:：]\s*(.*)", re.DOTALL
)
_PLACED = re.compile(r"\s+(in|en|aus|à|desde|from|for|via|of)\s+(?=(?-i:[A-ZÀ-Ý]))", re.IGNORECASE)
_NAMED = {"for": "source", "via": "source", "of": "source", "from": "place"}


@lru_cache(maxsize=64)
def cut(line: str) -> tuple[Piece, ...]:
    """The pieces of a line, in order; empty for one that is too long to be of a head.

    Kept, since a line is read again where it may stand otherwise.
    """
    text = _COMMENTS.sub("", bare(line))
    if not text or len(text) > MAX_LINE:
        return ()
    found: list[Piece] = []
    waiting = ""
    at, behind = 0, False
    for start, end, atom in _atoms(text):
        dated = atom.kind in ("date", "day")
        if dated and waiting == "modified" and PUBLISHED.search(text, at, start) is not None:
            waiting = ""
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
        if m.lastgroup != "count" or not publication(m[0])  # "20 Minuten"
    ]
    told = list(find_dates(text))
    if not told and len(text) <= MAX_SHORT_DATED and _MAYBE_SHORT.search(text) is not None:
        told = list(find_short_dates(text)) or _behind_paper(text)
    dates = [(d.start, d.end, Piece(text[d.start : d.end], date=d, kind="date")) for d in told]
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


_PAPER_AND_DAY = re.compile(r"(.{3,60}?),?\s+(\d{1,2}/\d{1,2}/\d\d)\s*$")


def _behind_paper(text: str) -> list[FoundDate]:
    """A day with a year of two digits behind a known paper: ``Los Angeles Times 08/11/85``."""
    match = _PAPER_AND_DAY.match(text)
    if match is None or not publication(match[1].strip(" _*")):
        return []
    start = match.start(2)
    found = find_short_dates(match[2])
    return [replace(one, start=start + one.start, end=start + one.end) for one in found]


def _gap(text: str, label: str) -> tuple[list[Piece], str]:
    """The pieces between two atoms, and the role that their last word names for what follows."""
    found: list[Piece] = []
    at = 0
    for match in _BRACKETS.finditer(text):
        pieces, label = _run(text[at : match.start()], label)
        found += pieces
        if found and found[-1].label in ("title", "deck"):  # what a label names is whole
            rest, bar, behind = text[match.start() :].partition(" | ")
            found[-1] = replace(found[-1], text=f"{found[-1].text} {rest.rstrip(' ,|')}")
            pieces, label = _run(behind, label) if bar else ([], label)
            return [*found, *pieces], label
        inner, _ = _run(match[1], "")
        found += [Piece(p.text, p.label, bracketed=True) for p in inner]
        at = match.end()
    pieces, label = _run(text[at:], label)
    return [*found, *pieces], label


def _run(text: str, label: str) -> tuple[list[Piece], str]:
    found: list[Piece] = []
    parts = _STRONG.split(text)
    for number, part in enumerate(parts):
        for at_segment, segment in enumerate(_SENTENCE.split(part) if ". " in part else [part]):
            asks = segment.rstrip().endswith((":", "："))
            suffixed = _SUFFIXED.search(segment) is not None
            segment = segment.strip(' ,.:()[]<>"“”‘’') + ("." if suffixed else "")
            if asks and segment.casefold() in LABELS:
                label = LABELS[segment.casefold()]
                continue
            if not segment:
                continue
            if COPIED.search(segment) is not None:
                label = "other"
                segment = COPIED.sub("", segment).strip(" ,.:;-–—|")
                if not segment:
                    continue
            if UPDATED.search(segment) is not None:
                label = "modified"
                segment = UPDATED.sub(" ", segment)
                segment = segment.strip(" ,.:;-–—|")
            if not segment or WHEN.fullmatch(segment):
                continue
            if at_segment and found and found[-1].label in ("title", "deck"):
                found[-1] = replace(found[-1], text=f"{found[-1].text}. {segment}")
                continue
            alone = "" if label else LABELS.get(segment.casefold(), "")
            if alone and (number + 1 < len(parts) or _may_be_alone(alone, segment)):
                label = alone  # "Author", then a tab
                continue
            pieces, label = _labelled(segment, label)
            found += pieces
    return found, label


def _may_be_alone(role: str, label: str) -> bool:
    """Whether a label may stand on a line without what it labels: ``Published in``."""
    return role in ("date", "modified", "other") or (role == "source" and " " in label)


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


def _names(segment: str, label: str) -> Iterator[Piece]:
    """A segment parted at *By*, *for*, *in* and commas."""
    segment = suffixes_joined(segment)
    if label in ("title", "deck", "tags", "section", "other", "language"):
        yield Piece(segment, label)
    elif label == "author":
        yield from _authors(without_others(segment))
    elif not label and (said := _said(segment)):
        yield from said
    elif not label and _FROM.match(segment) is not None:
        yield from _from(segment)
    elif _has_by_of_its_own(segment):
        yield Piece(segment, label)
    elif (opening := _by(segment)) is not None and (label != "source" or opening.start() > 0):
        before = segment[: opening.start()].strip(" ,")
        if before:
            yield from _names(before, label)
        yield from _names(segment[opening.end() :].strip(), "author")
    elif segment.count(",") == 1 and turned(segment) != segment:
        yield Piece(turned(segment), label)
    else:
        yield from _parts(segment, label)


def _has_by_of_its_own(segment: str) -> bool:
    """Whether the word for authors in a segment is one of a headline's."""
    opening = BY.search(segment)
    return opening is not None and opening.start() > 0 and not leads_to_byline(segment, opening)


def _by(segment: str) -> re.Match[str] | None:
    """The word for authors in a segment: "dismissed by the court" has none."""
    opening = BY.search(segment)
    if opening is None or SMALL_WORD.search(segment[: opening.start()]) is not None:
        return None
    return opening


def _said(segment: str) -> list[Piece]:
    """What the words of credits and bylines tell of a segment; empty where it has none."""
    found: list[Piece] = []
    for text, role in credited(segment):
        found += _names(text, "author") if role == "author" else [Piece(text, role)]
    return found


def _from(segment: str) -> Iterator[Piece]:
    """A segment that begins with *from*: a publication, and its place."""
    rest = _FROM.sub("", segment).strip()
    placed = _PLACED.search(rest)
    if placed is not None and rest[: placed.start()].istitle() and not publication(rest):
        yield Piece(rest[placed.end() :].strip(), "place?")
        rest = rest[: placed.start()]
    yield Piece(rest, "source?")


def _authors(segment: str) -> Iterator[Piece]:
    """The authors behind a word for them, and where they are or whom they write for.

    Lists of names are parted where it is known what is a name.
    """
    several = placed_names(segment)
    if several:
        yield from _placed(several, "author")
        return
    names, paper = with_paper_apart(segment)
    if paper:
        yield Piece(names, "author")
        yield Piece(paper, "source?")
        return
    placed = _PLACED.search(segment)
    if placed is not None and not _is_of_a_name(segment, placed):
        yield Piece(segment[: placed.start()].strip(" ,"), "author")
        yield Piece(segment[placed.end() :].strip(), _NAMED.get(placed[1].lower(), "place") + "?")
    else:
        yield Piece(segment, "author")


def _placed(several: list[tuple[str, str]], label: str) -> Iterator[Piece]:
    """Authors with their places; which of these the article was filed from is not told."""
    for name, place in several:
        yield Piece(name, label)
        if place:
            yield Piece(place, "other")


def _is_of_a_name(segment: str, placed: re.Match[str]) -> bool:
    """Whether an *of* or *in* is in a publication's name or in a role: ``Rest of World``."""
    part = next(
        p for p in reversed(list(_COMMA_PARTS.finditer(segment))) if p.start() <= placed.start()
    )
    text = part[0].strip()
    if placed[1].lower() == "of" and has_role(segment[part.start() : placed.start()]):
        return True
    return bool(publication(text))


def _role_and_name(part: str) -> list[Piece]:
    """``Staff Writer and Ann Poe`` parted, where names and roles alternate."""
    if " and " not in part or not has_role(part):
        return []
    pieces = part.split(" and ")
    roles = [has_role(piece) for piece in pieces]
    named = all(
        role or (" " in one and is_name(one)) for one, role in zip(pieces, roles, strict=True)
    )
    return [Piece(piece) for piece in pieces] if named and roles[0] and not all(roles) else []


def _is_placed(part: str, placed: re.Match[str]) -> bool:
    """Whether what stands before an *in* may be somebody who is there."""
    name = part[: placed.start()].strip()
    return name.istitle() or (not name.isupper() and is_placed(name, part[placed.end() :]))


def _parts(segment: str, label: str) -> Iterator[Piece]:
    """The parts between commas, the first at *for* and *in* too."""
    several = placed_names(segment) if not label else []
    if several:
        yield from _placed(several, "author?")
        return
    for number, part in enumerate(_COMMA.split(segment)):
        said = [] if label else (_said(part) if number else []) or _role_and_name(part)
        placed = _PLACED.search(part) if number == 0 and not label else None
        if said:
            yield from said
        elif (
            placed is not None
            and placed.start() < 30
            and len(part) - placed.end() <= _LONGEST_PLACE
            and _is_placed(part, placed)
            and not _is_of_a_name(part, placed)
        ):
            name, where = part[: placed.start()].strip(), part[placed.end() :].strip()
            yield Piece(name, "author?" if is_placed(name, where) else "")
            yield Piece(where, _NAMED.get(placed[1].lower(), "place") + "?")
        elif part:
            yield Piece(part, label if number == 0 else "")
