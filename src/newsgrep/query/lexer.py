"""The pieces of a query: words, quotations, field names, operators, parentheses."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

from newsgrep.errors import QueryError

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
_HEBREW_MARK = re.compile(HEBREW_MARK)
_SPACE = re.compile(r"\s+")
_FIELD = re.compile(r"([^\W\d][\w-]*):(?=\S)")
_FIELD_ALONE = re.compile(r"([^\W\d][\w-]*):(?=\s|$)")
_WORD = re.compile(
    rf"(?:(?!~\d*(?:[\s)^]|$)|\^\d+(?:\.\d+)?(?:[\s)~]|$))(?:[^\s(){OPENING_QUOTES}”»]|{HEBREW_MARK}))+"
)
_VALUES = (Kind.WORD, Kind.QUOTED, Kind.CLOSE, Kind.REGEX, Kind.SUFFIX)
_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}
# Without a stroke only "adj5" and "atleast5" are operators: W1 is a postcode, near5 a word.
_NEAR = re.compile(
    r"(?:(?:NEAR|near|w|W|pre|PRE)/\d+|(?:adj|ADJ)/?\d+|(?:w|W|pre|PRE)/[spSP])(?=[\s(\"“]|$)"
)
_LIKE_NEAR = re.compile(r"(?:NEAR|near|w|W|pre|PRE|adj|ADJ|atleast|ATLEAST)/\S*")
_ATLEAST = re.compile(r"(?:atleast|ATLEAST)/?(\d+)(?=[\s(\"“]|$)")
_OTHERS_OPERATORS = {"|": "OR", "||": "OR", "&&": "AND", "!": "NOT"}
_NOT_SIGN = re.compile(r"!(?=[\w(\"“])")
_REGEX = re.compile(r"/((?:[^/\\\s]|\\.)+)/(?=[\s)^]|$)")
_SUFFIX = re.compile(r"~\d*|\^\d+(?:\.\d+)?")


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


def _piece(query: str, at: int, before: list[Piece]) -> Piece:
    char = query[at]
    after_field = bool(before) and before[-1].kind is Kind.FIELD and before[-1].end == at
    if char == "(":
        return Piece(Kind.OPEN, char, at, at + 1)
    if char == ")":
        return Piece(Kind.CLOSE, char, at, at + 1)
    if char in OPENING_QUOTES:
        return _quoted(query, at, at, exact=False)
    after_value = bool(before) and before[-1].end == at and before[-1].kind in _VALUES
    if after_value:
        suffix = _SUFFIX.match(query, at)
        if suffix is not None:
            return Piece(Kind.SUFFIX, suffix.group(), at, suffix.end())
    for pattern, special in ((_NEAR, Kind.NEAR), (_ATLEAST, Kind.ATLEAST)):
        found = pattern.match(query, at)
        if found is not None and not after_field:
            return Piece(special, found.group(), at, found.end())
    regex = _REGEX.match(query, at)
    if regex is not None:
        return Piece(Kind.REGEX, regex.group(1), at, regex.end())
    if char in "”»":
        raise QueryError(query, at, at + 1, "a closing quotation mark without an opening one")
    if char == "=" and at + 1 < len(query):
        return _exact(query, at)
    if not after_field:
        _refuse_others(query, at)
    if char == "-" and at + 1 < len(query) and not query[at + 1].isspace() and not after_field:
        return Piece(Kind.NOT, char, at, at + 1)
    if not after_field:
        field = _FIELD.match(query, at)
        if field is not None:
            return Piece(Kind.FIELD, field.group(1), at, field.end())
        alone = _FIELD_ALONE.match(query, at)
        if alone is not None:
            raise QueryError(
                query, at, alone.end(),
                f'nothing after "{alone.group()}"',
                f"write the value right behind it, or quote it: \"{alone.group()}\"",
            )  # fmt: skip
    word = _WORD.match(query, at)
    if word is None:
        suffix = _SUFFIX.match(query, at)
        if suffix is None:  # pragma: no cover - every other character is dealt with above
            raise QueryError(query, at, at + 1, f"unexpected {char!r}")
        return Piece(Kind.SUFFIX, suffix.group(), at, suffix.end())
    if word.group() == "NEAR" and not after_field:
        raise QueryError(query, at, word.end(), "NEAR needs a distance", "as in NEAR/5")
    power = word.group().find("^", 1)
    if power > 0:
        raise QueryError(
            query,
            at + power,
            word.end(),
            "^ needs a number behind it",
            "as in mexico^2 or wall^0.5",
        )
    kind = _OPERATORS.get(word.group(), Kind.WORD) if not after_field else Kind.WORD
    return Piece(kind, word.group(), at, word.end())


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


def _refuse_others(query: str, at: int) -> None:
    """Operators of other search tools, and ours misspelt, are errors and not words."""
    space = _SPACE.search(query, at)
    token = query[at : space.start() if space else len(query)]
    ours = _OTHERS_OPERATORS.get(token)
    if ours is not None:
        raise QueryError(
            query, at, at + len(token), f"{token} is no operator here", f"write {ours}"
        )
    if _NOT_SIGN.match(query, at):
        raise QueryError(
            query, at, at + 1, "! is no operator here", f"write -{token[1:]} or NOT {token[1:]}"
        )
    if _LIKE_NEAR.match(query, at):
        name = token.partition("/")[0].lower()
        raise QueryError(
            query, at, at + len(token), f"{token} is no operator",
            "write atleast/3" if name == "atleast" else f"write {name}/5"
            + (f", {name}/s or {name}/p" if name in ("w", "pre") else "")
            + "; to search for the text, quote it",
        )  # fmt: skip


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
