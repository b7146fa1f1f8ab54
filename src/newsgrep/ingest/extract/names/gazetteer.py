"""Which names are names of places."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from newsgrep.ingest.extract.names.place_words import (
    AMBIGUOUS_PLACES,
    REGIONS,
    REGIONS_OF_SEVERAL_WORDS,
)
from newsgrep.text.fold import fold
from newsgrep.text.given_names import FIRST_NAMES


@cache
def _known() -> frozenset[str]:
    """Folded names of countries, states, larger cities and regions."""
    text = files(__package__).joinpath("gazetteer.txt").read_text(encoding="utf-8")
    names = {line for line in text.split("\n") if line and not line.startswith("#")}
    return frozenset(map(fold, names | REGIONS | REGIONS_OF_SEVERAL_WORDS))


COUNTRY_NAMES = frozenset(
    """Canada Australia Mexico Brazil India China Japan Germany France Italy Spain Britain
    England Scotland Wales Ireland Russia America Korea Singapore Malaysia Indonesia Thailand
    Pakistan Africa Europe Asia Switzerland Sweden Norway Denmark Finland
    Poland Turkey""".split()
)
"""Countries that name organizations: ``Statistics Canada``."""


@lru_cache(maxsize=1 << 14)
def is_place(name: str) -> bool:
    """Whether ``name`` is known as a place, however else it may be used."""
    return fold(name.replace(".", "")) in _known()


@cache
def _beginnings() -> frozenset[str]:
    """The first words of the places of several words, folded."""
    return frozenset(name.partition(" ")[0] for name in _known() if " " in name)


def begins_a_place(word: str) -> bool:
    """Whether ``word`` is the first of a known place of several words."""
    return fold(word.replace(".", "")) in _beginnings()


def is_plain_place(name: str) -> bool:
    """Whether ``name`` is known as a place, and as little else."""
    if name in REGIONS:
        return True
    return name not in AMBIGUOUS_PLACES and name not in FIRST_NAMES and is_place(name)
