"""A query cut into tokens by a dialect's rules, which are tried in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from newsgrep.errors import QueryError


class Kind(Enum):
    """What a token of a dialect is."""

    WORD = auto()
    QUOTED = auto()
    FIELD = auto()
    DATE = auto()
    LENGTH = auto()
    COMPARISON = auto()
    COMMAND = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    ATLEAST = auto()
    REFUSED = auto()
    OPEN = auto()
    CLOSE = auto()
    END = auto()


class Token(NamedTuple):
    """A token as it was typed; ``start`` and ``end`` are character offsets in the query."""

    kind: Kind
    text: str
    start: int
    end: int


class Rule(NamedTuple):
    """Where ``pattern`` matches, there is a token of ``kind``."""

    kind: Kind
    pattern: re.Pattern[str]


def rule(kind: Kind, expression: str, *, flags: re.RegexFlag = re.IGNORECASE) -> Rule:
    """A rule; case makes no difference unless ``flags`` says otherwise."""
    return Rule(kind, re.compile(expression, flags))


QUOTES = '"“”„«»'
"""All quotation marks."""

START = rf"(?<![^\s()\[\]{QUOTES}])"
"""Before an operator that is a word: a space, a parenthesis or a quotation mark."""

STOP = rf"(?=[\s()\[\]{QUOTES}]|$)"
"""Behind an operator that is a word."""

QUOTED = rule(Kind.QUOTED, r"\"[^\"]*\"|“[^“”]*”|[“„][^“”\"]*[“”\"]|«[^»]*»|\"[^“”\"]*”")
OPEN = rule(Kind.OPEN, r"\(")
CLOSE = rule(Kind.CLOSE, r"\)")
_SPACE = re.compile(r"\s+")


def tokens(query: str, rules: Sequence[Rule]) -> list[Token]:
    """The tokens of ``query``, the last of kind END. Raises :class:`QueryError`."""
    found: list[Token] = []
    at = 0
    while at < len(query):
        space = _SPACE.match(query, at)
        if space is not None:
            at = space.end()
            continue
        token = _token(query, at, rules)
        found.append(token)
        at = token.end
    found.append(Token(Kind.END, "", len(query), len(query)))
    return found


def _token(query: str, at: int, rules: Sequence[Rule]) -> Token:
    for kind, pattern in rules:
        match = pattern.match(query, at)
        if match is not None and match.end() > at:
            return Token(kind, match.group(), at, match.end())
    if query[at] in '"“„«':
        raise QueryError(
            query, at, at + 1, "a quotation mark that is never closed", "close it, or leave it out"
        )
    if query[at] in "”»":
        raise QueryError(query, at, at + 1, "a closing quotation mark without an opening one")
    raise QueryError(query, at, at + 1, f"{query[at]} is not known here", "leave it out")
