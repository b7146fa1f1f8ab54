"""What one word of a name tells by itself, worked out once for each word.

Words come back far more often than names do. The features of a name (:mod:`evidence`) name the
signs that they need; those of which no word of the name has a sign need not be asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsgrep.ingest.extract.names.common_words import NO_NAMES, OPENERS, THINGS
from newsgrep.ingest.extract.names.gazetteer import begins_a_place, is_country, is_plain_place
from newsgrep.ingest.extract.names.organization_words import (
    CLUB_WORDS,
    CLUBS,
    FIRMS,
    ORG_ENDINGS,
    ORG_HEADS,
    ORGANIZATIONS,
)
from newsgrep.ingest.extract.names.person_words import (
    FIRST_NAMES,
    PERSONAL_TITLES,
    ROLES,
    TITLES,
)
from newsgrep.ingest.extract.names.place_words import DEMONYMS, REGIONS, STREETS

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}")
BASED = re.compile(
    r"(.+)-(?:based|owned|listed|born|led|backed|style|bound|wide|made|run|powered|ruled|held)"
)
COUNTRIES = frozenset(("US", "UK", "U.S.", "U.K.", "USA", "EU"))
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_SMALL = frozenset(("of", "for", "and", "the", "&"))
_GLUED = re.compile(
    r"[a-zà-ÿ](?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bLa)(?<!\bDi)(?<!\bVan)[A-Z]"
)
_COMPOUND = re.compile(r"-[a-z]+(?:ing|ed|ized|en|style|like|free|only|year|era)$")
_NUMBERED = re.compile(r"\w*\d\w*")
_TEAM = frozenset("Sox Jazz Heat Magic Thunder Wild Lightning Avalanche Crew Galaxy Fire".split())
_NOT_ALONE = (DEMONYMS | TITLES | ORG_ENDINGS) - ORGANIZATIONS
_CLUBS_BEGIN = frozenset(club.partition(" ")[0] for club in CLUBS)

ANY = 1 << 0
"""Every word has this one."""
GIVEN_NAME = 1 << 1
"""Or initials."""
SUFFIX = 1 << 16
"""What stands behind a surname."""
NO_NAME = 1 << 2
THING = 1 << 3
SMALL_OR_OPENER = 1 << 4
PLAIN_PLACE = 1 << 5
BEGINS_A_PLACE = 1 << 6
"""It may be the first word of a place of several."""
STREET = 1 << 7
OF_ORGANIZATIONS = 1 << 8
ORG_HEAD = 1 << 9
CLUB_WORD = 1 << 10
LIKE_A_TEAM = 1 << 11
"""A nickname of a team, or any word in the plural."""
CAPITALS = 1 << 12
COMPOUND = 1 << 13
GLUED = 1 << 14
NUMBERED = 1 << 15
TRIMMED = 1 << 17
"""It may be cut off a name: a title, a role, a nation, an acronym."""
NOT_ALONE = 1 << 18
"""It is no name where it stands alone."""


@lru_cache(maxsize=1 << 16)
def signs_of(word: str) -> int:
    """The signs of a word of a name, as a sum of the constants above."""
    signs = ANY
    bare = word.rstrip(".")
    if word in FIRST_NAMES or _are_initials(word):
        signs |= GIVEN_NAME
    if word in SUFFIXES:
        signs |= SUFFIX
    if word in NO_NAMES or word in TITLES or word in DEMONYMS:
        signs |= NO_NAME
    if word in THINGS:
        signs |= THING
    if word in _SMALL or word in OPENERS:
        signs |= SMALL_OR_OPENER
    if is_plain_place(word):
        signs |= PLAIN_PLACE
    if begins_a_place(word):
        signs |= BEGINS_A_PLACE
    if word in STREETS:
        signs |= STREET
    if (
        bare in FIRMS or bare in ORG_ENDINGS or bare in REGIONS or is_country(bare)
        or word in ORG_HEADS or word in ORGANIZATIONS or word == "&" or word in _CLUBS_BEGIN
    ):  # fmt: skip
        signs |= OF_ORGANIZATIONS
    if word in ORG_HEADS:
        signs |= ORG_HEAD
    if word in CLUB_WORDS:
        signs |= CLUB_WORD
    if word in _TEAM or (len(word) > 3 and word[-1] == "s" and word[-2] != "s"):
        signs |= LIKE_A_TEAM
    if (
        bare in TITLES or bare in PERSONAL_TITLES or word in DEMONYMS or word in COUNTRIES
        or word.lower() in ROLES or BASED.fullmatch(word) is not None
        or ACRONYM.fullmatch(word) is not None
    ):  # fmt: skip
        signs |= TRIMMED
    if word.replace("’", "'") in NO_NAMES or word in _NOT_ALONE or word in SUFFIXES:
        signs |= NOT_ALONE
    return signs | _by_letters(word)


def _are_initials(word: str) -> bool:
    return "." in word and INITIALS.fullmatch(word) is not None


def _by_letters(word: str) -> int:
    """The signs that a word has by its letters alone."""
    signs = 0
    if len(word) > 1 and word.isupper() and "." not in word and word not in SUFFIXES:
        signs |= CAPITALS
    if "-" in word and _COMPOUND.search(word) is not None:
        signs |= COMPOUND
    if not word[1:].islower() and _GLUED.search(word) is not None:
        signs |= GLUED
    if not word.isalpha() and _NUMBERED.fullmatch(word) is not None:
        signs |= NUMBERED
    return signs
