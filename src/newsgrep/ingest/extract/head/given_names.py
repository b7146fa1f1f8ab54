"""Given names of many languages, and family names of countries far from ours."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newsgrep.ingest.extract.names.person_words import FIRST_NAMES


@cache
def _known() -> frozenset[str]:
    text = files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(text.casefold().split("\n")) | frozenset(map(str.casefold, FIRST_NAMES))


@cache
def _families() -> frozenset[str]:
    text = files(__package__).joinpath("family_names.txt").read_text(encoding="utf-8")
    return frozenset(text.casefold().split("\n"))


def is_family_name(word: str) -> bool:
    """Whether ``word`` is known as a family name, in any case."""
    return word.casefold() in _families()


def is_given_name(word: str) -> bool:
    """Whether ``word`` is known as a given name, in any case; of ``Jean-Luc`` the first part."""
    known = _known()
    lower = word.casefold().strip(".")
    return lower in known or ("-" in lower and lower.partition("-")[0] in known)
