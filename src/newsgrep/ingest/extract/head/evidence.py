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
from newsgrep.ingest.extract.head.head_words import has_role, is_furniture, is_section
from newsgrep.ingest.extract.head.korean import KOREAN_FAMILIES
from newsgrep.ingest.extract.head.pieces import Piece
from newsgrep.ingest.extract.head.publications import is_domain, looks_like_publication, publication
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.text.given_names import is_family_name, is_given_name
from newsgrep.text.lazy_regex import regex

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
    unheard: bool = False
    """The name on it stands nowhere in the text."""
    signed: bool = False
    """Another line names them again, or the next one says what they are."""
    role_beside: bool = False
    """Another piece of its line says what the author is: ``Staff Writer``."""
    foot: bool = False


class Row(NamedTuple):
    """One row of the table."""

    name: str
    role: str
    weight: float
    holds: Callable[[Traits, Standing], bool]


class Traits(NamedTuple):
    """What the words of a piece tell wherever it stands: all that the rows ask of it."""

    label: str
    long: bool
    very_long: bool
    by: bool
    """A word for authors stands before what may be some."""
    known: bool
    """It is the name of a publication."""
    several_words: bool
    agency: bool
    domain: bool
    publication: bool
    """It has the shape of a publication's name."""
    named: bool
    """It names one person or several."""
    given: bool
    """It names them, the first by a given name."""
    family: bool
    """It names one by a known family name."""
    initials: bool
    several: bool
    place: bool
    site: bool
    unlike: bool
    role: bool
    section: bool
    furniture: bool
    titled: bool
    uncased: bool
    joined: bool
    """It is one word written as none but brands are: ``ScienceWire``, ``9News``."""
    small: bool
    """It has words written small."""
    page: bool
    """It has the shape of a page's number: ``A01``."""
    institution: bool  # a school or the like
    capitals: bool
    """Three words or more are in capitals alone, as headlines are."""


class Verdict(NamedTuple):
    """The likeliest role of a piece, its weight, and the names of the rows for it."""

    role: str
    weight: float
    why: str


_COMPANY = re.compile(r"\b(?:Inc|Corp|Ltd|LLC|PLC|plc|GmbH|Bancshares|Holdings)\b")
_INITIAL = re.compile(r"(?:^|\s)[A-ZÀ-Ý]\.")
_MASTHEAD = re.compile(
    r"(?:The |El |La |Le |Les |Die |Der |Das |De |Il |Het )?[A-ZÀ-ÝĀ-ŽА-Я0-9][\w.&’'+/-]*"
    r"(?: (?:(?:of|the|and|&|de|del|la|du|des|der|för|della|do|dos|da|das|di|dei|delle|e|et|und|og|och) )?[A-ZÀ-ÝĀ-ŽА-Я0-9][\w.&’'+/-]*){0,5}"
)
_OF_CLAUSES = regex(
    r"(?<!\S)(?:why|how|what|when|where|who|it|it['’]s|is|are|was|were|that|here|there|you|they)"
    r"(?!\S)",
    re.IGNORECASE,
)
"""Words that nobody is called by."""
_OF_HEADLINES = regex(
    r"\b(?:will|can|into|after|before|as|than|no|not|its|his|her|their)\b", re.IGNORECASE
)
"""Words that headlines in capitals have besides, and unknown papers hardly."""
_NO_PAPER = re.compile(
    r"An? (?:\S+ ){2,}\S+|(?:Transcript|Excerpts?|Excerpted|Statement|Interview|Speech)(?: .*)?"
    r"|[1-9](?:\.\d)* [A-Z]\w+|(?:Weekly|Monthly|Daily) Newsletter|Thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ [Nn]hật"
)
"""A heading with an article or its number before it, what kind of text it is, a day."""
_TICKER = re.compile(r"[A-Z]{1,5}")


def _is_titled(text: str) -> bool:
    """Whether a text is written as mastheads are, and not as headlines are."""
    return (
        _MASTHEAD.fullmatch(text) is not None
        and not _is_unlike(text)
        and _OF_HEADLINES.search(text) is None
    )


def _is_unlike(text: str) -> bool:
    """Whether a text that no list knows is a share's sign, a company, or words of a clause."""
    signs = (_OF_CLAUSES.search(text), _COMPANY.search(text), _TICKER.fullmatch(text))
    return any((*signs, _NO_PAPER.fullmatch(text)))


_JOINED = re.compile(
    r"(?!Ma?c|O['’]|D[ei]|La|Le|Fitz)(?:[A-Z][a-z]{2,}[A-Z][a-z]{2,}|\d{1,3}[A-Z][a-z]{2,})"
)
_FUNCTION = frozenset(
    "of the and de del la las los du des der die das van von für per sur en y do dos da das di dei"
    " della delle degli e i et und og och au aux".split()
)


@lru_cache(maxsize=KEPT)
def _small_words(text: str) -> int:
    """How many words of a text are written small though they are not names' joints."""
    return sum(1 for w in text.split() if w[0].islower() and w.strip(".,").lower() not in _FUNCTION)


def _named(parts: list[str]) -> bool:
    """Whether the parts of a text name one person each."""
    return all(is_name(part) and 2 <= len(part.split()) <= 5 for part in parts)


_AND = re.compile(
    r"\s+(?:and|und|et|y|e|og|och|en|i|&|with|mit|con|avec)\s+|\s*[&+]\s*", re.IGNORECASE
)


def people_parts(text: str) -> list[str]:
    """``A and B`` parted."""
    return [part for part in _AND.split(text) if part]


def is_full_name(text: str) -> bool:
    """Whether a text is a person's given and family name, and no publication's."""
    return " " in text and is_name(text) and not publication(text)


def _given(text: str) -> bool:
    words = text.split()
    return bool(words) and (is_given_name(words[0]) or (len(words) > 2 and is_given_name(words[1])))


_UNCASED = re.compile(
    r"[\u3040-\u9fff]{2,4}(?: ?[\u4e00-\u9fff]{1,3})?"
    rf"|[{KOREAN_FAMILIES}][\uac00-\ud7a3]{{2}}|(?:남궁|황보|제갈|선우|독고|사공|서문)[\uac00-\ud7a3]{{1,2}}"
    r"|[\u0590-\u07ff]{2,12}(?: [\u0590-\u07ff]{2,12}){1,2}"
)


def _uncased(parts: list[str]) -> bool:
    """Whether the parts of a text are as long as names in scripts that have no capitals."""
    return all(_UNCASED.fullmatch(part) is not None for part in parts)


def _by(text: str) -> bool:
    """Whether what stands behind a word for authors may be some: agencies are, papers are not."""
    return bool(wire(text)) or (is_name(text) and not agency(text)) or not publication(text)


_SITES = frozenset(
    """park road street lane stadium arena hall house square centre center bridge airport station
    island city beach field ground court university school club united county valley lake river
    hospital hotel museum tower stadion estadio plaza office department ministry""".split()
)
_PAGE = re.compile(r"[A-H](?:\d{1,2}|-\d{1,3})|[A-Z]{2}\d{1,2}")
_INSTITUTION = re.compile(
    r"\b(?:universit\w+|uniwersytet|college|school|institut\w*|academ\w+|hochschule|foundation|centre|center"
    r"|hospital|think tank)\b", re.IGNORECASE
)  # fmt: skip
_LAST_WORD = re.compile(r"\w+$")


def _site(text: str) -> bool:
    last = _LAST_WORD.search(text)
    return last is not None and last[0].lower() in _SITES


def _place(text: str) -> bool:
    return any(
        is_place(part.strip().title() if part.isupper() else part.strip())
        for part in text.split(",")
    )


@lru_cache(maxsize=KEPT)
def _traits(text: str, label: str) -> Traits:
    parts = people_parts(text)
    known, unlike = bool(publication(text)), _is_unlike(text)
    named = _named(parts) and not unlike
    return Traits(
        label=label,
        long=len(text) > 45,
        very_long=len(text) > 60,
        by=label == "author" and _by(text),
        known=known,
        several_words=" " in text,
        agency=bool(agency(text)),
        domain=is_domain(text),
        publication=looks_like_publication(text),
        named=named,
        given=named and _given(text),
        family=named and (is_family_name(text.split()[0]) or is_family_name(text.split()[-1])),
        initials=named and _INITIAL.search(text) is not None,
        several=named and len(parts) > 1,
        place=_place(text),
        site=_site(text),
        unlike=unlike and not known and not label,
        role=has_role(text),
        section=is_section(text),
        furniture=is_furniture(text),
        titled=_is_titled(text),
        uncased=_uncased(parts),
        joined=_JOINED.fullmatch(text) is not None,
        small=_small_words(text) > 0,
        page=_PAGE.fullmatch(text) is not None,
        institution=_INSTITUTION.search(text) is not None,
        capitals=text.isupper() and text.count(" ") > 1,
    )


def _has_context(traits: Traits, standing: Standing) -> bool:
    """Whether what stands beside a name is what stands beside an author."""
    beside = standing.source_beside or standing.role_beside or standing.signed
    dated = standing.dated or standing.date_next
    return beside or dated or (standing.above and traits.given)


TABLE: tuple[Row, ...] = (
    Row("behind a word for authors", "author", 20.0, lambda t, s: t.by),
    Row("behind a word for authors", "source", 3.0, lambda t, s: t.label == "author" and not t.by),
    Row("behind a word for the source", "source", 3.5, lambda t, s: t.label == "source"),
    Row("behind “for” or “from”", "source", 1.5, lambda t, s: t.label == "source?"),
    Row("behind “in”", "place", 2.0, lambda t, s: t.label == "place?"),
    Row("behind a word for the place", "place", 4.0, lambda t, s: t.label == "place"),
    Row("behind a word for the section", "section", 4.0, lambda t, s: t.label == "section"),
    Row("known publication", "source", 2.5, lambda t, s: t.known),
    Row("of several words", "source", 0.7, lambda t, s: t.several_words and t.known),
    Row("agency", "source", 1.0, lambda t, s: t.agency),
    Row("domain", "source", 2.2, lambda t, s: t.domain),
    Row("shape of a publication’s name", "source", 2.0, lambda t, s: t.publication),
    Row("shape of a publication’s name", "author", -2.0, lambda t, s: t.publication),
    Row("known publication", "author", -1.5, lambda t, s: t.known),
    Row("behind a word that may be for authors", "author", 1.5, lambda t, s: t.label == "author?" and t.named),
    Row("shape of a name", "author", 1.0, lambda t, s: t.named),
    Row("given name", "author", 1.5, lambda t, s: t.given),
    Row("family name", "author", 1.0, lambda t, s: t.family and not t.given),
    Row("name that the text has not", "author", 1.0, lambda t, s: s.unheard and t.named and _has_context(t, s)),
    Row("initials", "author", 0.7, lambda t, s: t.initials),
    Row("several names", "author", 0.7, lambda t, s: t.several),
    Row("given name", "source", -1.0, lambda t, s: t.given),
    Row("known place", "place", 2.0, lambda t, s: t.place),
    Row("known place", "author", -1.0, lambda t, s: t.place),
    Row("known place", "source", -1.0, lambda t, s: t.place),
    Row("word of a place’s name", "author", -3.0, lambda t, s: t.site),
    Row("word for a role", "role", 3.0, lambda t, s: t.role),
    Row("word for a role", "author", -2.5, lambda t, s: t.role),
    Row("word for a role", "source", -0.7, lambda t, s: t.role),
    Row("school or the like, next to a role", "role", 2.5, lambda t, s: t.institution and s.role_beside),
    Row("school or the like", "author", -3.0, lambda t, s: t.institution),
    Row("page’s number", "count", 3.0, lambda t, s: t.page and (s.dated or s.source_beside or s.date_next)),
    Row("known section", "section", 2.2, lambda t, s: t.section),
    Row("known section", "source", -2.5, lambda t, s: t.section),
    Row("furniture", "furniture", 4.0, lambda t, s: t.furniture),
    Row("written as names are", "source", 0.8, lambda t, s: t.titled),
    Row("written as brands are", "source", 0.6, lambda t, s: t.joined),
    Row("beside a date", "source", 0.7, lambda t, s: s.dated),
    Row("beside a date", "author", 0.3, lambda t, s: s.dated),
    Row("beside a date", "place", 0.3, lambda t, s: s.dated),
    Row("alone on its line", "author", 0.5, lambda t, s: s.alone and s.near and not s.above),
    Row("alone on its line", "source", 0.4, lambda t, s: s.alone and s.near),
    Row("next to the date’s line", "author", 1.0, lambda t, s: s.alone and s.date_next and t.named),
    Row("capitals of no known name", "author", -1.5, lambda t, s: t.capitals and not (t.given or t.family or t.initials or t.by or s.unheard or s.role_beside)),
    Row("one word alone that nobody knows", "source", -1.0, lambda t, s: s.alone and not (t.several_words or t.known or t.publication or t.domain or t.joined or t.label)),
    Row("above the headline", "source", 0.4, lambda t, s: s.above),
    Row("next to the date’s line", "source", 0.6, lambda t, s: s.alone and s.date_next),
    Row("above the headline", "author", -0.8, lambda t, s: s.above and not s.dated),
    Row("with a date, apart from the text", "source", 0.7, lambda t, s: s.dated and (s.above or s.foot)),
    Row("next to the author", "source", 1.0, lambda t, s: s.author_beside),
    Row("next to the author", "author", 1.0, lambda t, s: s.author_beside and not s.alone and t.named),
    Row("next to a role", "author", 1.5, lambda t, s: s.role_beside and t.named),
    Row("name in a script without capitals", "author", 1.2, lambda t, s: t.uncased),
    Row("on one line with the author", "source", 0.5, lambda t, s: s.author_beside and not s.alone and not s.dated),
    Row("next to the source", "author", 0.8, lambda t, s: s.source_beside),
    Row("next to the source", "source", -1.0, lambda t, s: s.source_beside),
    Row("a company, a sign or a clause", "source", -2.5, lambda t, s: t.unlike),
    Row("words written small", "source", -1.5, lambda t, s: t.small and t.label != "source" and not t.domain),
    Row("words written small", "author", -2.0, lambda t, s: t.small and not t.named),
    Row("words written small", "place", -1.5, lambda t, s: t.small),
    Row("long", "source", -3.0, lambda t, s: t.long and t.label != "source"),
    Row("long", "role", -3.0, lambda t, s: t.very_long),
)  # fmt: skip


UNKNOWN = Verdict("", 0.0, "")
_HEADINGS = frozenset(
    """introduction abstract summary overview background foreword preface contents conclusion
    preamble chapter úvod einleitung einführung vorwort zusammenfassung inhalt introducción resumen
    prólogo introduzione premessa inleiding samenvatting préambule sommaire résumé avant-propos
    προοιμιο εισαγωγη введение wstęp inledning innledning""".split()
)
"""What heads the parts of a document."""


_ROLE_AND_PLACE = 4
"""Blanks of a role with a place: ``envoyée spéciale à New York``."""


def _is_clause(text: str) -> bool:
    """Whether a text has the words of a sentence, and is no role with a place."""
    if _small_words(text) < 2:
        return False
    return text.count(" ") > _ROLE_AND_PLACE or not has_role(text)


def judge(piece: Piece, standing: Standing) -> Verdict:
    """The likeliest role of a piece and why; an empty role where none is believed."""
    if piece.kind:
        return Verdict(piece.kind, 5.0, "its shape")
    if piece.label in ("title", "deck", "tags", "language", "url", "other"):
        return Verdict(piece.label, 5.0, "label")
    if piece.label in ("date", "modified"):
        return Verdict("raw " + piece.label, 5.0, "label")
    if piece.text.isdigit() or piece.text.casefold() in _HEADINGS:
        return UNKNOWN  # of comments, of a chapter
    if not piece.label and piece.text.count(" ") > 2 and _is_clause(piece.text):
        return UNKNOWN  # no row would make it more
    return _likeliest(_traits(piece.text, piece.label), standing)


# Most pieces of an archive have the same few traits.
@lru_cache(maxsize=KEPT)
def _likeliest(traits: Traits, standing: Standing) -> Verdict:
    """What the rows of the table say of a piece."""
    weights: dict[str, float] = {}
    names: dict[str, dict[str, float]] = {}
    for name, role, weight, holds in TABLE:
        if holds(traits, standing):
            weights[role] = weights.get(role, 0.0) + weight
            if weight > 0:
                names.setdefault(role, {})[name] = -weight
    if not weights:
        return UNKNOWN
    role = max(weights, key=lambda name: weights[name])
    if weights[role] < BELIEVED:
        return Verdict("", weights[role], "")
    told = names.get(role, {})
    return Verdict(role, weights[role], ", ".join(sorted(told, key=told.__getitem__)[:SHOWN]))
