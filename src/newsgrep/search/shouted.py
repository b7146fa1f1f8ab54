"""Queries and phrases in capitals: copied from a text that is set so, and no acronyms."""

from __future__ import annotations

import re

from newsgrep.text.function_words import FUNCTION_WORDS
from newsgrep.text.lazy_regex import regex
from newsgrep.text.words import LONGEST_ACRONYM, calm

_QUOTED = regex(r'(=?)["“„«]([^"“”„«»]*)["”“»]')
_GROUPED = regex(r"\(([^()\"“”„«»]*)\)")
_PHRASE = regex(r'(["“„«][^"“”„«»]*["”“»])')
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_LONG = 4
"""Letters from which on a word of grammar is no acronym: ``OFTEN``, ``PARA``."""
_FEWEST = 2
"""Words of what was copied; one alone may be anything."""
_OF_GRAMMAR = frozenset(
    """THE AND OF TO FOR BY AT ON WAS HAS HAD NOT DE LA EL LOS LAS QUE DER DIE DAS UND DEN DEM LES
    DES DU ET DI IL DELLA DO DA E Y NEXT OFTEN""".split()
).union(word.upper() for word in FUNCTION_WORDS - {"once"} if len(word) >= _LONG)
"""Words that no organization is called."""


def calmed(query: str) -> str:
    """A query typed in capitals throughout, and each phrase and group in one, made small.

    Operators stay; lengths are unchanged. What ``=`` stands before asks for its capitals.
    """
    if query == query.lower():
        return query
    query = _QUOTED.sub(_calm_phrase, query)
    query = _GROUPED.sub(_calm_group, query)
    pieces = _PHRASE.split(query)
    if calm(query) == query and not _is_copied(_without_operators(" ".join(pieces[::2]))):
        return query
    return "".join(
        piece.lower() if number % 2 else _calm_words(piece) for number, piece in enumerate(pieces)
    )


def _calm_phrase(quoted: re.Match[str]) -> str:
    return quoted[0].lower() if not quoted[1] and _is_copied(quoted[2]) else quoted[0]


def _calm_group(group: re.Match[str]) -> str:
    return _calm_words(group[0]) if _is_copied(_without_operators(group[1])) else group[0]


def _calm_words(text: str) -> str:
    return " ".join(
        word if word in _OPERATORS or word[:1] == "=" else word.lower() for word in text.split(" ")
    )


def _without_operators(text: str) -> str:
    """Text outside of quotation marks, where operators are no words."""
    return " ".join(word for word in text.split() if word not in _OPERATORS)


def _is_copied(text: str) -> bool:
    """Whether words are in capitals, and one of them no acronym by its length or its use."""
    words = text.split()
    if len(words) < _FEWEST or not text.isupper():
        return False
    return any(len(word) > LONGEST_ACRONYM or word in _OF_GRAMMAR for word in words)
