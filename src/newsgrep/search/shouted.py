"""Queries and phrases in capitals: copied from a text that is set so, and no acronyms."""

from __future__ import annotations

import re

from newsgrep.text.words import LONGEST_ACRONYM, calm

_QUOTED = re.compile(r'(=?)["“„«]([^"“”„«»]*)["”“»]')
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_OF_GRAMMAR = frozenset(
    """THE AND OF TO FOR WITH FROM BY AT ON WAS WERE HAS HAVE HAD THAT THIS NOT DE LA EL LOS LAS QUE
    DER DIE DAS UND DEN DEM LES DES DU ET DI IL DELLA DO DA E Y""".split()
)
"""Words that no organization is called."""


def calmed(query: str) -> str:
    """A query typed in capitals throughout, and each such phrase in one, made small.

    Operators stay; lengths are unchanged. What ``=`` stands before asks for its capitals.
    """
    query = _QUOTED.sub(_calm_phrase, query)
    if calm(query) == query:
        return query
    pieces = re.split(r'(["“„«][^"“”„«»]*["”“»])', query)
    return "".join(
        piece.lower() if number % 2 else _calm_words(piece) for number, piece in enumerate(pieces)
    )


def _calm_phrase(quoted: re.Match[str]) -> str:
    return quoted[0].lower() if not quoted[1] and _is_copied(quoted[2]) else quoted[0]


def _calm_words(text: str) -> str:
    return " ".join(word if word in _OPERATORS else word.lower() for word in text.split(" "))


def _is_copied(phrase: str) -> bool:
    """Whether a phrase is in capitals, and a word in it no acronym by its length or its use."""
    if " " not in phrase.strip() or not phrase.isupper():
        return False
    return any(len(word) > LONGEST_ACRONYM or word in _OF_GRAMMAR for word in phrase.split())
