"""The pieces of a query: words, quotations, field names, operators, parentheses."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from newsgrep.errors import QueryError
from newsgrep.query.others_operators import WORDS_OF_OTHERS, refuse_others, token_at
from newsgrep.text.lazy_regex import regex

OPENING_QUOTES = '"“„«'
CLOSING_QUOTES = {'"': '"“”', "“": '”"', "„": '“”"', "«": "»"}


class Kind(Enum):
    """What a piece of a query is."""

    WORD = auto()
    QUOTED = auto()
    FIELD = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    ATLEAST = auto()
    REGEX = auto()
    SUFFIX = auto()
    OPEN = auto()
    CLOSE = auto()
    END = auto()


class Piece(NamedTuple):
    """A piece of a query; ``exact`` where ``=`` stood before it. Offsets in characters."""

    kind: Kind
    text: str
    start: int
    end: int
    exact: bool = False

    def error(self, query: str, message: str, hint: str = "") -> QueryError:
        """An error that points at the piece."""
        return QueryError(query, self.start, self.end, message, hint)


# As in צה"ל: a quotation mark between letters of Hebrew is part of the word.
HEBREW_MARK = r"(?<=[א-ת])\"(?=[א-ת])"
_HEBREW_MARK = regex(HEBREW_MARK)
_SPACE = re.compile(r"\s+")
_FIELD = regex(r"([^\W\d][\w-]*):(?=\S)")
_FIELD_ALONE = regex(r"([^\W\d][\w-]*):(?=\s|$)")
_WORD = regex(
    rf"(?:(?!~\d*(?:[\s)^]|$)|\^\d+(?:\.\d+)?(?:[\s)~]|$))(?:[^\s(){OPENING_QUOTES}”»]|{HEBREW_MARK}))+"
)
_VALUES = (Kind.WORD, Kind.QUOTED, Kind.CLOSE, Kind.REGEX, Kind.SUFFIX)
_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}
_NO_WORDS = WORDS_OF_OTHERS.union(_OPERATORS, ("NEAR",))
# Without a stroke only "adj5" and "atleast5" are operators: W1 is a postcode, near5 a word.
_NEAR = regex(
    r"(?:(?:NEAR|near|w|W|pre|PRE)/\d+|(?:adj|ADJ)/?\d+|(?:w|W|pre|PRE)/[spSP])(?=[\s(\"“]|$)"
)
_ATLEAST = regex(r"(?:atleast|ATLEAST)/?(\d+)(?=[\s(\"“]|$)")
_REGEX = regex(r"/((?:[^/\\\s]|\\.)+)/(?=[\s)^]|$)")
_SUFFIX = regex(r"~\d*|\^\d+(?:\.\d+)?")


def pieces(query: str) -> list[Piece]:
    """The pieces of ``query``, the last of kind END. Raises :class:`QueryError`."""
    found: list[Piece] = []
    at = 0
    while at < len(query):
        space = _SPACE.match(query, at)
        if space is not None:
            at = space.end()
            continue
        piece = _piece(query, at, found)
        found.append(piece)
        at = piece.end
    found.append(Piece(Kind.END, "", len(query), len(query)))
    return found


class _At(NamedTuple):
    """A place in a query, and what stands right before it."""

    query: str
    at: int
    after_field: bool
    """Whether a field's name does: what follows is its value, and no operator."""
    after_value: bool

    def error(self, end: int, message: str, hint: str = "") -> QueryError:
        return QueryError(self.query, self.at, end, message, hint)


def _piece(query: str, at: int, before: list[Piece]) -> Piece:
    """The piece that begins at ``at``: what the first of the rules takes it for."""
    glued = before[-1].kind if before and before[-1].end == at else None
    here = _At(query, at, glued is Kind.FIELD, glued in _VALUES)
    for rule in _RULES:
        piece = rule(here)
        if piece is not None:
            return piece
    raise here.error(at + 1, f"unexpected {query[at]!r}")  # pragma: no cover - the last takes all


def _letters(here: _At) -> Piece | None:
    """What most pieces are: a word of letters alone, for which no other rule has to be compiled."""
    token = token_at(here.query, here.at)
    if not token.isalpha() or token in _NO_WORDS:
        return None
    return Piece(Kind.WORD, token, here.at, here.at + len(token))


def _parenthesis(here: _At) -> Piece | None:
    kind = {"(": Kind.OPEN, ")": Kind.CLOSE}.get(here.query[here.at])
    return Piece(kind, here.query[here.at], here.at, here.at + 1) if kind is not None else None


def _quotation(here: _At) -> Piece | None:
    if here.query[here.at] not in OPENING_QUOTES:
        return None
    return _quoted(here.query, here.at, here.at, exact=False)


def _suffix(here: _At) -> Piece | None:
    """``~2`` and ``^3`` right behind a value."""
    found = _SUFFIX.match(here.query, here.at) if here.after_value else None
    return Piece(Kind.SUFFIX, found.group(), here.at, found.end()) if found is not None else None


def _operator_of_places(here: _At) -> Piece | None:
    for pattern, kind in ((_NEAR, Kind.NEAR), (_ATLEAST, Kind.ATLEAST)):
        found = pattern.match(here.query, here.at)
        if found is not None and not here.after_field:
            return Piece(kind, found.group(), here.at, found.end())
    return None


def _expression(here: _At) -> Piece | None:
    found = _REGEX.match(here.query, here.at)
    return Piece(Kind.REGEX, found.group(1), here.at, found.end()) if found is not None else None


def _exactly(here: _At) -> Piece | None:
    if here.query[here.at] in "”»":
        raise here.error(here.at + 1, "a closing quotation mark without an opening one")
    if here.query[here.at] != "=" or here.at + 1 == len(here.query):
        return None
    return _exact(here.query, here.at)


def _negation(here: _At) -> Piece | None:
    if here.after_field:
        return None
    refuse_others(here.query, here.at)
    following = here.query[here.at + 1 : here.at + 2]
    if here.query[here.at] != "-" or not following or following.isspace():
        return None
    return Piece(Kind.NOT, "-", here.at, here.at + 1)


def _field_name(here: _At) -> Piece | None:
    if here.after_field:
        return None
    field = _FIELD.match(here.query, here.at)
    if field is not None:
        return Piece(Kind.FIELD, field.group(1), here.at, field.end())
    alone = _FIELD_ALONE.match(here.query, here.at)
    if alone is not None:
        raise here.error(
            alone.end(),
            f'nothing after "{alone.group()}"',
            f'write the value right behind it, or quote it: "{alone.group()}"',
        )
    return None


def _word(here: _At) -> Piece | None:
    found = _WORD.match(here.query, here.at)
    if found is None:
        suffix = _SUFFIX.match(here.query, here.at)
        return Piece(Kind.SUFFIX, suffix.group(), here.at, suffix.end()) if suffix else None
    word = found.group()
    if word == "NEAR" and not here.after_field:
        raise here.error(found.end(), "NEAR needs a distance", "as in NEAR/5")
    power = word.find("^", 1)
    if power > 0:
        raise QueryError(
            here.query, here.at + power, found.end(), "^ needs a number behind it", "as in mexico^2"
        )
    kind = Kind.WORD if here.after_field else _OPERATORS.get(word, Kind.WORD)
    return Piece(kind, word, here.at, found.end())


_RULES = (
    _letters, _parenthesis, _quotation, _suffix, _operator_of_places, _expression, _exactly,
    _negation, _field_name, _word,
)  # fmt: skip
"""Tried in this order; each gives the piece that it knows, or None."""


def _exact(query: str, at: int) -> Piece:
    """What stands behind ``=``: a word or quotation in exactly this form."""
    if query[at + 1] in OPENING_QUOTES:
        return _quoted(query, at, at + 1, exact=True)
    field = _FIELD.match(query, at + 1)
    if field is not None:
        raise QueryError(
            query, at, field.end(), "= goes before the word, not before the field",
            f"write {field.group()}={query[field.end() :].split()[0]}",
        )  # fmt: skip
    word = _WORD.match(query, at + 1)
    if word is None:
        raise QueryError(
            query, at, at + 1, "= needs a word or a quotation behind it", "as in =wall"
        )
    return Piece(Kind.WORD, word.group(), at, word.end(), exact=True)


def _quoted(query: str, start: int, quote: int, *, exact: bool) -> Piece:
    closing = CLOSING_QUOTES[query[quote]]
    for end in range(quote + 1, len(query)):
        if query[end] in closing and not _HEBREW_MARK.match(query, end):
            return Piece(Kind.QUOTED, query[quote + 1 : end], start, end + 1, exact)
    raise QueryError(
        query, quote, quote + 1,
        "a quotation mark that is never closed",
        f"close it, or leave it out: {query[:quote] + query[quote + 1:]}",
    )  # fmt: skip
