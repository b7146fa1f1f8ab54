"""The names that a run of capitalised words is read as.

What only opens the sentence, titles and demonyms are taken off its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsgrep.ingest.extract.names.candidates import Candidate, at_titles, without_titles
from newsgrep.ingest.extract.names.common_words import NO_NAMES, OPENERS
from newsgrep.ingest.extract.names.evidence import ACRONYM, SUFFIXES, is_organization
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.organization_words import (
    CLUBS,
    ORG_ENDINGS,
    ORG_HEADS,
    ORGANIZATIONS,
)
from newsgrep.ingest.extract.names.person_words import FIRST_NAMES, ROLES, TITLES
from newsgrep.ingest.extract.names.place_words import DEMONYMS


class Reading(NamedTuple):
    """A name that a candidate is read as, and whether a title before it tells a person."""

    name: str
    words: tuple[str, ...]
    titled: bool


def readings(candidate: Candidate, text: str) -> tuple[Reading, ...]:
    """The words of a candidate without what only opens the sentence or tells a rank."""
    if not candidate.opens:
        return _inside(candidate.name)
    name = candidate.name
    while name and not _opens_a_place(name):
        word, _, rest = name.partition(" ")
        if not _only_opens(word, text, alone=not rest):
            break
        name = rest
    return _parts_of(name, opens=True) if name else ()


@lru_cache(maxsize=1 << 16)
def _inside(name: str) -> tuple[Reading, ...]:
    """The readings of a candidate that opens no sentence."""
    while name and not _opens_a_place(name):
        word, _, rest = name.partition(" ")
        if not _is_opener(word):
            break
        name = rest
    return _parts_of(name, opens=False) if name else ()


@lru_cache(maxsize=1 << 16)
def _parts_of(name: str, *, opens: bool) -> tuple[Reading, ...]:
    """The names in a run of capitalised words."""
    words = name.split(" ")
    if opens and len(words) > 1 and words[0].lower() in ROLES:
        return (Reading(" ".join(words[1:]), tuple(words[1:]), True),)
    if len(words) > 1 and " ".join(words[:2]) in CLUBS:
        return (Reading(name, tuple(words), False),)
    return tuple(
        Reading(" ".join(found), found, told)
        for part, titled in at_titles(words)
        for found, told in _trimmed(part, titled)
    )


@lru_cache(maxsize=1 << 15)
def _opens_a_place(name: str) -> bool:
    """``New York``, ``Los Angeles``, ``La Paz``: the opening word belongs to what follows."""
    words = name.split(" ", 3)
    if len(words) < 2:
        return False
    return (
        is_place(" ".join(words[:2]))
        or is_place(" ".join(words[:3]))
        or " ".join(words[:2]) in CLUBS
    )


def _trimmed(words: list[str], titled: bool) -> Iterator[tuple[tuple[str, ...], bool]]:
    """A part without nations and the like before it; ``US`` is a name of its own."""
    while len(words) > 1 and not _opens_a_place(" ".join(words)):
        compound = _COMPOUND.fullmatch(words[0])
        if compound is not None:
            yield (compound[1],), False
        elif words[0] in _COUNTRIES and not is_place(" ".join(words)):
            yield (words[0],), False
        elif words[0] not in DEMONYMS or is_organization(tuple(words)):
            break
        words, more = without_titles(words[1:])
        titled = titled or more
    if not words or (len(words) == 1 and _is_no_name(words[0])):
        return
    if len(words) > 2 and ACRONYM.fullmatch(words[-1]) and not ACRONYM.fullmatch(words[-2]):
        # "Saudi Press Agency SPA"
        yield (words[-1],), False
        words = words[:-1]
    yield tuple(words), titled


_COMPOUND = re.compile(
    r"(.+)-(?:based|owned|listed|born|led|backed|style|bound|wide|made|run|powered|ruled|held)"
)
_COUNTRIES = frozenset(("US", "UK", "U.S.", "U.K.", "USA", "EU"))
_NOT_ALONE = (DEMONYMS | TITLES | ORG_ENDINGS) - ORGANIZATIONS


def _is_no_name(word: str) -> bool:
    return _plain(word) in NO_NAMES or word in _NOT_ALONE or word in SUFFIXES


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _is_opener(word: str) -> bool:
    return word in OPENERS or ("’" in word and _plain(word) in NO_NAMES)


def _only_opens(word: str, text: str, *, alone: bool) -> bool:
    """Whether a word that opens a sentence is capitalised for that reason only."""
    if _is_opener(word):
        return True
    if word in FIRST_NAMES or word in ORG_HEADS or word.rstrip(".") in TITLES:
        return False
    lowered = word.lower()
    return (
        f" {lowered} " in text
        or f" {lowered}," in text
        or (alone and word.endswith(("ing", "ly", "ed")))
    )
