"""A name from a list, as somebody would ask for the person or the organization.

A person by the name as it stands, without middle names, by initials, and by the surname with a
title; an organization without its legal form, and by its acronym. All in these very forms, for
names have no stems; case and accents make no difference.
"""

from __future__ import annotations

import re

from newsgrep.errors import UsageError
from newsgrep.ingest.extract.names.organization_words import FIRMS, ORG_ENDINGS, ORG_HEADS
from newsgrep.text.fold import fold
from newsgrep.text.words import has_words

TITLES = tuple(
    "Mr Mrs Ms Miss Dr Prof Professor Lord Lady President Chancellor Minister Senator Governor"
    " Judge Herr Frau Señor Señora Monsieur Madame".split()
)
"""Before a surname alone they stand for the person."""

_OF_FIRMS = frozenset(
    map(
        fold,
        (*FIRMS, *"Holding SA SE AS ASA KG KGaA Oyj Oy SRL SARL SAS Pty Pte PJSC OJSC".split()),
    )
)
"""Legal forms, which news leaves out."""
_ENDINGS = frozenset(map(fold, ORG_ENDINGS)) | _OF_FIRMS
_HEADS = frozenset(map(fold, ORG_HEADS)) | {"the"}
_BETWEEN = frozenset("of for and the & de del la des du et y und für der van".split())
"""Words of organizations' names that give no letter to an acronym."""
_TELLING = frozenset("of for and & the".split())
"""Words that persons' names do not have."""
_PARTICLES = frozenset(
    "von van der den de del della di da dos du la le el al bin ibn ben ter ten zu st".split()
)
_GENERATIONS = frozenset("jr sr ii iii iv junior senior phd md mp qc kc".split())
_HONORIFICS = frozenset(map(fold, TITLES)) | {"sir", "dame", "rev", "hon", "gen"}
_SMALL_WORDS = frozenset("aioey")
"""Letters that are words in some language: ``a Merkel speech`` names no A. Merkel."""
_ACRONYM = re.compile(r"\(([A-Z][A-Z.&]{1,9})\)")
_NO_PART = re.compile(r"[\"“”„«»*?()\[\]{}~^=|<>:;/\\]+")
_LONGEST = 12
"""Words of a name; more is a sentence."""
_SHORTEST_ACRONYM = 3


def query_of_name(name: str) -> str:
    """The query that asks for a person or an organization.

    >>> query_of_name("Royal Bank of Norland plc")
    '="Royal Bank of Norland plc" OR ="Royal Bank of Norland" OR =RBN'

    Raises :class:`UsageError` for what cannot be a name.
    """
    given = _ACRONYM.search(name)
    words = _words(_ACRONYM.sub(" ", name))
    if not words or not has_words(" ".join(words)) or len(words) > _LONGEST:
        raise UsageError(f"{name!r} is no name", f"a name has 1 to {_LONGEST} words")
    forms = _forms_of_organization(words) if _is_organization(words) else _forms_of_person(words)
    if given is not None:
        forms.append(given[1].replace(".", ""))
    return " OR ".join(dict.fromkeys(f'="{form}"' if " " in form else f"={form}" for form in forms))


def _words(name: str) -> list[str]:
    """The words of a name, in the order of a text: ``Merkel, Angela`` turned round."""
    before, comma, after = name.partition(",")
    after, more, behind = after.partition(",")
    last = fold(after.strip().rstrip("."))
    behind_it = fold(behind.strip().rstrip("."))
    generation = more and behind_it in _GENERATIONS | _HONORIFICS
    firm = "&" in name or not _OF_FIRMS.isdisjoint(fold(after).replace(".", "").split())
    if comma and last and not firm and last not in _GENERATIONS and (generation or not more):
        turned = f"{after} {before}"
        name = f"{behind} {turned}" if behind_it in _HONORIFICS else f"{turned} {behind}"
    words = [word.strip(".,'’-–—") or word for word in _NO_PART.sub(" ", name).split()]
    words = [word for word in words if has_words(word) or word == "&"]
    shouted = len(words) > 1 and all(word.isupper() for word in words)
    return [word.title() if shouted and len(word) > 3 else word for word in words]


def _is_organization(words: list[str]) -> bool:
    folded = [fold(word) for word in words]
    if len(words) == 1 or len(words) > 6 or any(c.isdigit() for word in words for c in word):
        return True
    if folded[-1] in _ENDINGS or folded[0] in _HEADS:
        return True
    return bool(_TELLING.intersection(folded))


def _forms_of_organization(words: list[str]) -> list[str]:
    core = [*words]
    while len(core) > 1 and (fold(core[-1]).replace(".", "") in _OF_FIRMS or core[-1] == "&"):
        core.pop()
    if len(core) > 1 and fold(core[0]) == "the":
        core.pop(0)
    forms = [_said(words), _said(core)]
    if "&" in core:
        forms.append(" ".join("and" if word == "&" else word for word in core))
    elif "and" in core[1:-1]:
        forms.append(" ".join(word for word in core if word != "and"))  # as "A & B" is read
    telling = [word for word in core if fold(word) not in _BETWEEN]
    initials = "".join(word[0] for word in telling)
    if len(initials) >= _SHORTEST_ACRONYM and initials.isalpha() and initials.isupper():
        forms.append(initials)
    return forms


def _said(words: list[str]) -> str:
    """Words side by side; ``&`` is no word to a query."""
    return " ".join(word for word in words if word != "&")


def _forms_of_person(words: list[str]) -> list[str]:
    whole = " ".join(words)
    core = [*words]
    while len(core) > 2 and fold(core[0]) in _HONORIFICS:
        core.pop(0)
    while len(core) > 2 and fold(core[-1]).replace(".", "") in _GENERATIONS:
        core.pop()
    titled = fold(core[0]) in _HONORIFICS
    at = len(core) - 1
    while at > 1 and fold(core[at - 1]) in _PARTICLES:
        at -= 1
    surname, given = " ".join(core[at:]), core[:at]
    forms = [whole, " ".join(core)]
    if titled:
        given = []
    if len(given) > 1:
        forms += [f"{given[0]} {surname}", f"{given[0]} {given[1][0]} {surname}"]
    forms += _initials(given, surname)
    if len(fold(surname)) > 1:
        forms += [f"{title} {surname}" for title in TITLES]
    return forms


def _initials(given: list[str], surname: str) -> list[str]:
    """``J K Rowling``, ``JK Rowling``; of one given name ``T Blair``."""
    letters = [part[0].upper() for name in given for part in name.split("-") if part]
    if not letters or not all(letter.isalpha() for letter in letters):
        return []
    if len(letters) == 1:
        return [] if fold(letters[0]) in _SMALL_WORDS else [f"{letters[0]} {surname}"]
    return [f"{' '.join(letters)} {surname}", f"{''.join(letters)} {surname}"]
