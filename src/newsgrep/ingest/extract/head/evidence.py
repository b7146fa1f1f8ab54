"""What a piece of a head is, told by a table of evidence.

Each row has a name that ``show --why`` prints, the role it speaks for or against, a weight, and
a test. Weights are in the logarithm of odds, roughly: a role whose rows sum up to 2 is believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from newsgrep.ingest.extract.head.agencies import agency, wire
from newsgrep.ingest.extract.head.given_names import is_given_name
from newsgrep.ingest.extract.head.head_words import FURNITURE, ROLE, SECTION
from newsgrep.ingest.extract.head.pieces import Piece
from newsgrep.ingest.extract.head.publications import is_domain, looks_like_publication, publication
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import is_name

SHOWN = 3
"""Rows that are named, the weightiest first."""
KEPT = 2048
"""Pieces of which is kept what several rows ask."""
BELIEVED = 2.0
"""Weight from which a role is taken."""


class Standing(NamedTuple):
    """Where a piece stands."""

    alone: bool = False
    """Nothing else is on its line."""
    dated: bool = False
    """A date is on its line."""
    above: bool = False
    """It is above the headline."""
    near: bool = False
    """The line before it or behind it is the headline, or says who, when or where."""
    date_next: bool = False
    """The line before it or behind it is a date."""
    author_beside: bool = False
    """Another piece of its line, or the line before, names an author."""
    source_beside: bool = False
    role_beside: bool = False
    """Another piece of its line says what the author is: ``Staff Writer``."""
    foot: bool = False


class Row(NamedTuple):
    """One row of the table."""

    name: str
    role: str
    weight: float
    holds: Callable[[Piece, Standing], bool]


class Verdict(NamedTuple):
    """The likeliest role of a piece, its weight, and the names of the rows for it."""

    role: str
    weight: float
    why: str


_INITIAL = re.compile(r"(?:^|\s)[A-ZÀ-Ý]\.")
_MASTHEAD = re.compile(
    r"(?:The |El |La |Le |Les |Die |Der |Das |De |Il |Het )?[A-ZÀ-ÝĀ-ŽА-Я0-9][\w.&’'+/-]*"
    r"(?: (?:of |the |and |& |de |del |la |du |des |der |för |della )?[A-ZÀ-ÝĀ-ŽА-Я0-9][\w.&’'+/-]*){0,5}"
)
_SMALL_WORD = re.compile(r"(?<![\w’'.-])[^\W\d_A-Z]{3,}(?![\w’'])")
_FUNCTION = frozenset(
    "of the and de del la las los du des der die das van von für per sur en y".split()
)


def _titled(piece: Piece) -> bool:
    return _MASTHEAD.fullmatch(piece.text) is not None


@lru_cache(maxsize=KEPT)
def _small_words(text: str) -> int:
    """How many words of a text are written small though they are not names' joints."""
    return sum(1 for w in text.split() if w[0].islower() and w.strip(".,").lower() not in _FUNCTION)


@lru_cache(maxsize=KEPT)
def _named(text: str) -> bool:
    """Whether a text names one person or several."""
    return all(is_name(part) and 2 <= len(part.split()) <= 5 for part in people_parts(text))


_AND = re.compile(
    r"\s+(?:and|und|et|y|e|og|och|en|i|&|with|mit|con|avec)\s+|\s*[&+]\s*", re.IGNORECASE
)


def people_parts(text: str) -> list[str]:
    """``A and B`` parted."""
    return [part for part in _AND.split(text) if part]


@lru_cache(maxsize=KEPT)
def _given(text: str) -> bool:
    words = text.split()
    return bool(words) and (is_given_name(words[0]) or (len(words) > 2 and is_given_name(words[1])))


@lru_cache(maxsize=KEPT)
def _known(text: str) -> bool:
    return bool(publication(text))


_UNCASED = re.compile(
    r"[\u3040-\u9fff\uac00-\ud7a3]{2,4}(?: ?[\u4e00-\u9fff]{1,3})?|[\u0590-\u07ff]{2,12}(?: [\u0590-\u07ff]{2,12}){1,2}"
)


@lru_cache(maxsize=KEPT)
def _uncased(text: str) -> bool:
    """Whether a text is as long as a name in scripts that have no capitals."""
    return all(_UNCASED.fullmatch(part) is not None for part in people_parts(text))


def _by(piece: Piece) -> bool:
    """Whether a word for authors stands before what may be some: agencies are, papers are not."""
    text = piece.text
    return piece.label == "author" and (
        bool(wire(text)) or (is_name(text) and not agency(text)) or not _known(text)
    )


_SITE = re.compile(
    r"\b(?:park|road|street|lane|stadium|arena|hall|house|square|centre|center|bridge|airport"
    r"|station|island|city|beach|field|ground|court|university|school|club|united|county|valley"
    r"|lake|river|hospital|hotel|museum|tower|stadion|estadio|plaza)$",
    re.IGNORECASE,
)


@lru_cache(maxsize=KEPT)
def _place(text: str) -> bool:
    return any(
        is_place(part.strip().title() if part.isupper() else part.strip())
        for part in text.split(",")
    )


TABLE: tuple[Row, ...] = (
    Row("behind a word for authors", "author", 20.0, lambda p, s: _by(p)),
    Row("behind a word for authors", "source", 3.0, lambda p, s: p.label == "author" and not _by(p)),
    Row("behind a word for the source", "source", 3.5, lambda p, s: p.label == "source"),
    Row("behind “for” or “from”", "source", 1.5, lambda p, s: p.label == "source?"),
    Row("behind “in”", "place", 2.0, lambda p, s: p.label == "place?"),
    Row("behind a word for the place", "place", 4.0, lambda p, s: p.label == "place"),
    Row("behind a word for the section", "section", 4.0, lambda p, s: p.label == "section"),
    Row("known publication", "source", 2.5, lambda p, s: _known(p.text)),
    Row("of several words", "source", 0.7, lambda p, s: " " in p.text and _known(p.text)),
    Row("agency", "source", 1.0, lambda p, s: bool(agency(p.text))),
    Row("domain", "source", 2.2, lambda p, s: is_domain(p.text)),
    Row("shape of a publication’s name", "source", 2.0, lambda p, s: looks_like_publication(p.text)),
    Row("shape of a publication’s name", "author", -2.0, lambda p, s: looks_like_publication(p.text)),
    Row("known publication", "author", -1.5, lambda p, s: _known(p.text)),
    Row("shape of a name", "author", 1.0, lambda p, s: _named(p.text)),
    Row("given name", "author", 1.5, lambda p, s: _given(p.text) and _named(p.text)),
    Row("initials", "author", 0.7, lambda p, s: _INITIAL.search(p.text) is not None and _named(p.text)),
    Row("several names", "author", 0.7, lambda p, s: len(people_parts(p.text)) > 1 and _named(p.text)),
    Row("given name", "source", -1.0, lambda p, s: _given(p.text) and _named(p.text)),
    Row("known place", "place", 2.0, lambda p, s: _place(p.text)),
    Row("known place", "author", -1.0, lambda p, s: _place(p.text)),
    Row("known place", "source", -1.0, lambda p, s: _place(p.text)),
    Row("word of a place’s name", "author", -3.0, lambda p, s: _SITE.search(p.text) is not None),
    Row("word for a role", "role", 3.0, lambda p, s: ROLE.search(p.text) is not None),
    Row("word for a role", "author", -2.5, lambda p, s: ROLE.search(p.text) is not None),
    Row("word for a role", "source", -0.7, lambda p, s: ROLE.search(p.text) is not None),
    Row("known section", "section", 2.2, lambda p, s: SECTION.fullmatch(p.text) is not None),
    Row("known section", "source", -2.5, lambda p, s: SECTION.fullmatch(p.text) is not None),
    Row("furniture", "furniture", 4.0, lambda p, s: FURNITURE.match(p.text) is not None),
    Row("written as names are", "source", 0.8, lambda p, s: _titled(p)),
    Row("beside a date", "source", 0.7, lambda p, s: s.dated),
    Row("beside a date", "author", 0.3, lambda p, s: s.dated),
    Row("beside a date", "place", 0.3, lambda p, s: s.dated),
    Row("alone on its line", "author", 0.5, lambda p, s: s.alone and s.near and not s.above),
    Row("alone on its line", "source", 0.4, lambda p, s: s.alone and s.near),
    Row("next to the date’s line", "author", 1.0, lambda p, s: s.alone and s.date_next and _named(p.text)),
    Row("above the headline", "source", 0.4, lambda p, s: s.above),
    Row("next to the date’s line", "source", 0.6, lambda p, s: s.alone and s.date_next),
    Row("above the headline", "author", -0.8, lambda p, s: s.above and not s.dated),
    Row("with a date, apart from the text", "source", 0.7, lambda p, s: s.dated and (s.above or s.foot)),
    Row("next to the author", "source", 1.0, lambda p, s: s.author_beside),
    Row("next to the author", "author", 1.0, lambda p, s: s.author_beside and not s.alone and _named(p.text)),
    Row("next to a role", "author", 1.5, lambda p, s: s.role_beside and _named(p.text)),
    Row("name in a script without capitals", "author", 1.2, lambda p, s: _uncased(p.text)),
    Row("on one line with the author", "source", 0.5, lambda p, s: s.author_beside and not s.alone and not s.dated),
    Row("next to the source", "author", 0.8, lambda p, s: s.source_beside),
    Row("next to the source", "source", -1.0, lambda p, s: s.source_beside),
    Row("words written small", "source", -1.5, lambda p, s: _small_words(p.text) > 0 and p.label != "source" and not is_domain(p.text)),
    Row("words written small", "author", -2.0, lambda p, s: _small_words(p.text) > 0 and not _named(p.text)),
    Row("words written small", "place", -1.5, lambda p, s: _small_words(p.text) > 0),
    Row("long", "source", -3.0, lambda p, s: len(p.text) > 45 and p.label != "source"),
    Row("long", "role", -3.0, lambda p, s: len(p.text) > 60),
)  # fmt: skip


UNKNOWN = Verdict("", 0.0, "")


def judge(piece: Piece, standing: Standing) -> Verdict:
    """The likeliest role of a piece and why; an empty role where none is believed."""
    if piece.kind:
        return Verdict(piece.kind, 5.0, "its shape")
    if piece.label in ("title", "deck", "tags", "language", "url", "other"):
        return Verdict(piece.label, 5.0, "label")
    if piece.label in ("date", "modified"):
        return Verdict("raw " + piece.label, 5.0, "label")
    if not piece.label and piece.text.count(" ") > 2 and _small_words(piece.text) > 1:
        return UNKNOWN  # a clause: no row would make it more
    weights: dict[str, float] = {}
    names: dict[str, dict[str, float]] = {}
    for row in TABLE:
        if row.holds(piece, standing):
            weights[row.role] = weights.get(row.role, 0.0) + row.weight
            if row.weight > 0:
                names.setdefault(row.role, {})[row.name] = -row.weight
    if not weights:
        return UNKNOWN
    role = max(weights, key=lambda name: weights[name])
    if weights[role] < BELIEVED:
        return Verdict("", weights[role], "")
    told = names.get(role, {})
    return Verdict(role, weights[role], ", ".join(sorted(told, key=told.__getitem__)[:SHOWN]))
