"""A byline's name taken apart, as lists of references sort it: family name, given names, particles.

What is no person's name, as far as that can be told (``Reuters Staff``), stays whole.
"""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.agencies import AGENCIES
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.records import record
from newsgrep.text.given_names import is_given_name

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|Ph\.?D\.?|M\.?D\.?")
_KEPT = frozenset("van vanden vander ter ten te bin ibn bint abu".split())
"""Particles by which a name is sorted, in lower case."""
_DROPPED = frozenset(
    "de da do dos das di du del della dello der den von zu zum zur y e la le".split()
)
_PART_OF_FAMILY = frozenset(
    "De Da Do Dos Das Di Du Del Della Dello Der Den La Le El Al Van Von Vander Ter Ten St. Saint"
    " San Santa Bin Ibn Abu Mac O".split()
)
"""The same written with a capital: the family writes itself so."""
_FAMILY_FIRST = frozenset(("hu", "vi"))
_TWO_SURNAMES = frozenset(("es", "gl"))
_HOUSE = re.compile(
    r"\b(?:staff|desk|editors?|editorial|correspondents?|reporters?|team|news|newsroom|bureau|board"
    r"|press|service|services|agency|agencies|wire|wires|contributors?|associates|redaktion"
    r"|redacci[oó]n|r[eé]daction|redaç[aã]o|redazione|agencias|agences|agenturen|agenzia|redactie)\b",
    re.IGNORECASE,
)


@record
class Name:
    """A name; ``literal`` alone where it is not taken apart."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    """A particle that is not sorted by: the ``von`` of Otto von Bismarck."""
    kept: str = ""
    """One that is: the ``van`` of Vincent van Gogh."""
    suffix: str = ""
    literal: str = ""

    @property
    def last(self) -> str:
        """The family name with the particle that stays before it."""
        return " ".join(filter(None, (self.kept, self.family)))

    @property
    def first(self) -> str:
        """The given names with the particle that goes behind them."""
        return " ".join(filter(None, (self.given, self.dropping)))


def name_of(author: str, language: str = "") -> Name:
    """A byline's name taken apart; ``language`` is that of the article, as a two-letter code."""
    author = " ".join(author.split())
    if "," in author:
        return _written_backwards(author)
    words = author.split(" ")
    if len(words) < 2 or _is_house(author) or not any(word[:1].isupper() for word in words):
        return Name(literal=author)
    suffix = ""
    while len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        suffix = f"{words.pop()} {suffix}".strip()
    if language in _FAMILY_FIRST:
        return Name(words[0], " ".join(words[1:]), suffix=suffix)
    begin = _begin_of_family(words, language)
    given, family = words[:begin], words[begin:]
    particles: list[str] = []
    while len(given) > 1 and given[-1] in _KEPT | _DROPPED:
        particles.insert(0, given.pop())
    kept = any(particle in _KEPT for particle in particles)
    shown = " ".join(particles)
    return Name(
        " ".join(family), " ".join(given), "" if kept else shown, shown if kept else "", suffix
    )


def _is_house(author: str) -> bool:
    """Whether a byline names a desk, an agency or a publication."""
    if (
        author.casefold() in AGENCIES
        or _HOUSE.search(author)
        or re.search(r"\d|&|/|@|\.\w", author)
    ):
        return True
    # A person may be called as a paper is: Mercury is one, Ana Mercury is none.
    return bool(publication(author)) and not is_given_name(author.split()[0])


def _written_backwards(author: str) -> Name:
    """``Doe, Jane``, as some bylines are, with what may follow: ``King, Martin, Jr.``."""
    family, given, *rest = (part.strip() for part in author.split(","))
    if _SUFFIX.fullmatch(given) and not rest:
        whole = name_of(family)
        return whole if whole.literal else Name(
            whole.family, whole.given, whole.dropping, whole.kept, given
        )  # fmt: skip
    if not family or not given or len(rest) > 1 or _is_house(author) or len(family.split()) > 3:
        return Name(literal=author)
    if rest and not _SUFFIX.fullmatch(rest[0]):
        return Name(literal=author)
    return Name(family, given, suffix=rest[0] if rest else "")


def _begin_of_family(words: list[str], language: str) -> int:
    """At which word the family name begins, particles in lower case aside."""
    begin = len(words) - 1
    if language in _TWO_SURNAMES and _has_two_surnames(words):
        begin -= 1
    while begin > 1 and words[begin - 1] in _PART_OF_FAMILY:
        begin -= 1
    return begin


def _has_two_surnames(words: list[str]) -> bool:
    if len(words) < 3 or words[-2][:1].islower() or words[-2].endswith("."):
        return False
    return len(words) > 3 or not is_given_name(words[1])
