"""What one word of a name tells by itself, worked out once for each word.

Words come back far more often than names do. The features of a name (:mod:`evidence`) name the
signs that they need; those of which no word of the name has a sign need not be asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsgrep.ingest.extract.names.common_words import NO_NAMES, OPENERS, THINGS
from newsgrep.ingest.extract.names.gazetteer import COUNTRY_NAMES, begins_a_place, is_plain_place
from newsgrep.ingest.extract.names.organization_words import (
    CLUB_WORDS,
    CLUBS,
    FIRMS,
    ORG_ENDINGS,
    ORG_HEADS,
    ORGANIZATIONS,
)
from newsgrep.ingest.extract.names.person_words import PERSONAL_TITLES, ROLES
from newsgrep.ingest.extract.names.place_words import DEMONYMS, REGIONS, STREETS
from newsgrep.text.given_names import FIRST_NAMES
from newsgrep.text.titles import TITLES

ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}")
BASED = re.compile(
    r"(.+)-(?:based|owned|listed|born|led|backed|style|bound|wide|made|run|powered|ruled|held)"
)
COUNTRIES = frozenset(("US", "UK", "U.S.", "U.K.", "USA", "EU"))
ELIDED = re.compile(r"[LD]['’][a-zà-ÿ]{3,}$")
"""*L'ingegnere*, *D'après*: an article and a word that is written small."""
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
POSSESSIVE = 1 << 19
"""It has an apostrophe."""


_BY_WORD: tuple[tuple[frozenset[str], int], ...] = (
    (FIRST_NAMES, GIVEN_NAME),
    (SUFFIXES, SUFFIX | NOT_ALONE),
    (NO_NAMES, NO_NAME | NOT_ALONE),
    (TITLES, NO_NAME),
    (DEMONYMS, NO_NAME | TRIMMED),
    (THINGS, THING),
    (_SMALL | OPENERS, SMALL_OR_OPENER),
    (STREETS, STREET),
    (ORG_HEADS, OF_ORGANIZATIONS | ORG_HEAD),
    (ORGANIZATIONS | _CLUBS_BEGIN | {"&"}, OF_ORGANIZATIONS),
    (CLUB_WORDS, CLUB_WORD),
    (_TEAM, LIKE_A_TEAM),
    (COUNTRIES, TRIMMED),
    (_NOT_ALONE, NOT_ALONE),
)
_WITHOUT_STOP: tuple[tuple[frozenset[str], int], ...] = (
    (FIRMS | ORG_ENDINGS | REGIONS | COUNTRY_NAMES, OF_ORGANIZATIONS),
    (TITLES | PERSONAL_TITLES, TRIMMED),
)


def _table(lists: tuple[tuple[frozenset[str], int], ...]) -> dict[str, int]:
    table: dict[str, int] = {}
    for words, signs in lists:
        for word in words:
            table[word] = table.get(word, 0) | signs
    return table


_LISTED = _table(_BY_WORD)
_LISTED_BARE = _table(_WITHOUT_STOP)
"""The same for words with or without a full stop behind them."""


@lru_cache(maxsize=1 << 14)
def signs_of(word: str) -> int:
    """The signs of a word of a name, as a sum of the constants above."""
    signs = ANY | _LISTED.get(word, 0) | _LISTED_BARE.get(word.rstrip("."), 0)
    if is_plain_place(word):
        signs |= PLAIN_PLACE
    if begins_a_place(word):
        signs |= BEGINS_A_PLACE
    if len(word) > 3 and word[-1] == "s" and word[-2] != "s":
        signs |= LIKE_A_TEAM
    if word.lower() in ROLES:
        signs |= TRIMMED
    plain = word[1:].islower() and word.isalpha()
    return signs if plain else signs | _by_letters(word)


def _by_letters(word: str) -> int:
    """The signs of a word that is more than a capital and small letters."""
    signs = 0
    if "." in word and INITIALS.fullmatch(word) is not None:
        signs |= GIVEN_NAME
    if len(word) > 1 and word.isupper() and "." not in word and word not in SUFFIXES:
        signs |= CAPITALS
    if "-" in word and _COMPOUND.search(word) is not None:
        signs |= COMPOUND
    if not word[1:].islower() and _GLUED.search(word) is not None:
        signs |= GLUED
    if not word.isalpha() and _NUMBERED.fullmatch(word) is not None:
        signs |= NUMBERED
    if ACRONYM.fullmatch(word) is not None or BASED.fullmatch(word) is not None:
        signs |= TRIMMED
    if "’" in word or "'" in word:
        signs |= POSSESSIVE | (TRIMMED if ELIDED.match(word) is not None else 0)
        if word.replace("’", "'") in NO_NAMES:
            signs |= NOT_ALONE
    return signs
