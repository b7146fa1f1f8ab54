"""The names that a run of capitalised words is read as.

What only opens the sentence, titles and demonyms are taken off its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsgrep.ingest.extract.names.candidates import at_titles, parts, without_titles
from newsgrep.ingest.extract.names.common_words import NO_NAMES, OPENERS
from newsgrep.ingest.extract.names.evidence import is_organization
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.organization_words import (
    CLUBS,
    ORG_HEADS,
)
from newsgrep.ingest.extract.names.person_words import ROLES
from newsgrep.ingest.extract.names.place_words import DEMONYMS
from newsgrep.ingest.extract.names.word_signs import (
    ACRONYM,
    BASED,
    BEGINS_A_PLACE,
    COUNTRIES,
    NOT_ALONE,
    OF_ORGANIZATIONS,
    POSSESSIVE,
    SMALL_OR_OPENER,
    TRIMMED,
    signs_of,
)
from newsgrep.text.given_names import FIRST_NAMES
from newsgrep.text.titles import TITLES


class Reading(NamedTuple):
    """A name that a part of a run is read as, and whether a title before it tells a person."""

    name: str
    words: tuple[str, ...]
    titled: bool


class Part(NamedTuple):
    """A part of a run that is a name of its own, and how it is read."""

    end: int
    """Where it ends in the run."""
    readings: tuple[Reading, ...]


_LOOKED_AT = TRIMMED | SMALL_OR_OPENER | POSSESSIVE
"""Signs of words without which a run is one name as it stands."""


_KEPT = 100
"""Characters of a run up to which its readings are kept, for it may come back."""
_MOST_OPENERS = 10
"""Words that are perhaps left out at the beginning of a run."""


def inside(run: str) -> tuple[Part, ...]:
    """The parts of a run that stands within a sentence."""
    return _parts_inside(run) if len(run) <= _KEPT else _parts_inside.__wrapped__(run)


@lru_cache(maxsize=1 << 12)
def _parts_inside(run: str) -> tuple[Part, ...]:
    words = run.split(" ")
    signs = 0
    for word in words:
        signs |= signs_of(word)
    if not signs & _LOOKED_AT and not (signs & NOT_ALONE and len(words) == 1):
        return (Part(len(run), (Reading(run, tuple(words), False),)),)  # as most runs
    return tuple([Part(at + len(name), _inside(name)) for name, at in parts(run)])


def opening(run: str, text: str) -> tuple[Part, ...]:
    """The parts of a run that opens a sentence of ``text``."""
    read_as = _openings if len(run) <= _KEPT else _openings.__wrapped__
    for word, read in read_as(run):
        if not word or not _stands_small(word, text):
            return read
    raise AssertionError


@lru_cache(maxsize=1 << 12)
def _openings(run: str) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """How a run that opens a sentence is read, each time without one more word of its beginning.

    Each with the word that is left out where the text has it small as well; the last with none.
    """
    (name, _), *others = parts(run)
    end = len(name)
    rest_of_run = [Part(at + len(other), _inside(other)) for other, at in others]
    found: list[tuple[str, tuple[Part, ...]]] = []
    while name and not _opens_a_place(name):
        word, _, rest = name.partition(" ")
        told = _told_alone(word)
        if told is None and not rest and word.endswith(("ing", "ly", "ed")):
            told = True
        if told is False or len(found) == _MOST_OPENERS:
            break
        if told is None:
            found.append((word, (Part(end, _parts_of(name, opens=True)), *rest_of_run)))
        name = rest
    last = Part(end, _parts_of(name, opens=True) if name else ())
    return *found, ("", (last, *rest_of_run))


def _inside(name: str) -> tuple[Reading, ...]:
    """The readings of a part that opens no sentence."""
    while name and not _opens_a_place(name):
        word, _, rest = name.partition(" ")
        if not _is_opener(word):
            break
        name = rest
    return _parts_of(name, opens=False) if name else ()


@lru_cache(maxsize=1 << 12)
def _parts_of(name: str, *, opens: bool) -> tuple[Reading, ...]:
    """The names in a run of capitalised words."""
    words = name.split(" ")
    signs = 0
    for word in words:
        signs |= signs_of(word)
    if len(words) == 1 and signs & NOT_ALONE:
        return ()
    if not signs & TRIMMED:
        return (Reading(name, tuple(words), False),)  # as most names
    if len(words) == 1:
        rest, titled = without_titles(words)
        return (Reading(name, (name,), titled),) if rest else ()
    if opens and words[0].lower() in ROLES:
        return (Reading(" ".join(words[1:]), tuple(words[1:]), True),)
    if " ".join(words[:2]) in CLUBS:
        return (Reading(name, tuple(words), False),)
    return tuple(
        [
            Reading(" ".join(found), found, told)
            for part, titled in at_titles(words)
            for found, told in _trimmed(part, titled)
        ]
    )


def _opens_a_place(name: str) -> bool:
    """``New York``, ``Los Angeles``, ``La Paz``: the opening word belongs to what follows."""
    words = name.split(" ", 3)
    if len(words) < 2 or not signs_of(words[0]) & (BEGINS_A_PLACE | OF_ORGANIZATIONS):
        return False
    two = " ".join(words[:2])
    return is_place(two) or two in CLUBS or (len(words) > 2 and is_place(" ".join(words[:3])))


def _trimmed(words: list[str], titled: bool) -> Iterator[tuple[tuple[str, ...], bool]]:
    """A part without nations and the like before it; ``US`` is a name of its own."""
    while len(words) > 1 and not _opens_a_place(" ".join(words)):
        compound = BASED.fullmatch(words[0])
        if compound is not None:
            yield (compound[1],), False
        elif words[0] in COUNTRIES and not is_place(" ".join(words)):
            yield (words[0],), False
        elif words[0] not in DEMONYMS or is_organization(tuple(words)):
            break
        words, more = without_titles(words[1:])
        titled = titled or more
    if not words or (len(words) == 1 and signs_of(words[0]) & NOT_ALONE):
        return
    if len(words) > 2 and ACRONYM.fullmatch(words[-1]) and not ACRONYM.fullmatch(words[-2]):
        # "Saudi Press Agency SPA"
        yield (words[-1],), False
        words = words[:-1]
    yield tuple(words), titled


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _is_opener(word: str) -> bool:
    return word in OPENERS or ("’" in word and _plain(word) in NO_NAMES)


def _stands_small(word: str, text: str) -> bool:
    """Whether a text has a word in small letters too, so that it opens a sentence by chance."""
    small = f" {word.lower()}"
    at = text.find(small)
    while at >= 0:
        if text[at + len(small) : at + len(small) + 1] in _BEHIND:
            return True
        at = text.find(small, at + 1)
    return False


_BEHIND = frozenset(" ,")


@lru_cache(maxsize=1 << 12)
def _told_alone(word: str) -> bool | None:
    """Whether a word that opens a sentence is capitalised for that reason only; None where it
    depends on the text."""
    if _is_opener(word):
        return True
    if word in FIRST_NAMES or word in ORG_HEADS or word.rstrip(".") in TITLES:
        return False
    return None
