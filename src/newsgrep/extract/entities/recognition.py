"""People, organizations and places by rules that cost little.

Capitalised sequences are taken, titles and demonyms off their beginnings, and each is told for
what it is by its own words, by what stands beside it, and by what the rest of the article says
of it. Names of the same thing are then joined, and the fullest form is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from newsgrep.extract.entities.candidates import Candidate, at_titles, candidates, without_titles
from newsgrep.extract.entities.lexicon import (
    ACRONYMS_OF_NONE,
    CLUBS,
    COMMON,
    DEMONYMS,
    FIRMS,
    FIRST_NAMES,
    NO_NAMES,
    OPENERS,
    ORG_ENDINGS,
    ORG_HEADS,
    ORGANIZATIONS,
    REGIONS,
    ROLES,
    TITLES,
)
from newsgrep.extract.entities.places import is_country, is_place, is_plain_place

PERSON, ORGANIZATION, PLACE = "person", "organization", "place"

MAX_TEXT = 60_000
"""Characters of an article in which names are looked for."""
MAX_NAMES = 200

_SAYS = re.compile(
    r"(?:,? (?:who|aged)\b|, \d\d\b| (?:has |had )?(?:said|says|told|added|adds|believes?|thinks"
    r"|insisted|admitted|claimed|argued|explained|replied|joked|recalled|warned|wrote|tweeted"
    r"|scored|married|resigned|died|starred)\b)"
)
_APPOSITION = re.compile(
    r", (?:an?|the|who|whose|his|her|their|then|now|former|chief|head|director|president|chairman"
    r"|chairwoman|managing|senior|vice|executive|deputy|minister|secretary|leader|analyst"
    r"|economist|professor|spokes\w+|founder|editor)\b"
)
_BUSINESS = re.compile(
    r" (?:shares?|stock|profits?|earnings|executives?|officials?|spokes\w+|employees|customers"
    r"|headquarters|subsidiary|unit|plc|dealers?)\b"
)
_PREPOSITIONS = frozenset(
    "in at near from to into across around throughout outside inside via".split()
)
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,5}")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?")
_SUFFIX = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_STREETS = frozenset(
    """Stadium Ground Arena Palace Trafford Speedway Circuit Street Road Avenue Square Lane
    Boulevard River Lake Island Islands Mountain Mountains Valley County Province Peninsula Bay
    Beach Airport Harbour Harbor Canyon Desert Ocean Sea Gulf Coast Hill Hills Forest Park Bridge
    District""".split()
)


@dataclass(frozen=True, slots=True)
class Names:
    """What an article names, each once, in its fullest form and in order of appearance."""

    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(slots=True)
class _Seen:
    """What was seen of one name throughout an article."""

    words: tuple[str, ...]
    votes: dict[str, float] = field(default_factory=dict)
    count: int = 0
    inside: int = 0
    """How often it stood where only a name is capitalised."""

    def vote(self, kind: str, weight: float) -> None:
        self.votes[kind] = self.votes.get(kind, 0.0) + weight


def names_of(text: str) -> Names:
    """The people, organizations and places that ``text`` names.

    Lines that are set in capitals as a whole are left aside.
    """
    text = text[:MAX_TEXT]
    if not text or text.isupper():
        return Names()
    seen: dict[str, _Seen] = {}
    for candidate in candidates(text):
        for words, titled in _readings(candidate, text):
            _note(seen, candidate, words, titled, text)
    return _joined(seen)


def _readings(candidate: Candidate, text: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """The words of a candidate without what only opens the sentence or tells a rank."""
    name = candidate.name
    while name and not _opens_a_place(name):
        word, _, rest = name.partition(" ")
        if not _is_opener(word) and not (
            candidate.opens and _only_opens(word, text, alone=not rest)
        ):
            break
        name = rest
    return _parts_of(name, candidate.opens) if name else ()


@lru_cache(maxsize=1 << 16)
def _parts_of(name: str, opens: bool) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """The names in a run of capitalised words, and whether a title before each tells a person."""
    words = name.split(" ")
    if opens and len(words) > 1 and words[0].lower() in ROLES:
        return ((tuple(words[1:]), True),)
    if len(words) > 1 and " ".join(words[:2]) in CLUBS:
        return ((tuple(words), False),)
    return tuple(found for part, titled in at_titles(words) for found in _trimmed(part, titled))


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
        elif words[0] not in DEMONYMS or _is_org(tuple(words)):
            break
        words, more = without_titles(words[1:])
        titled = titled or more
    if not words or (len(words) == 1 and (words[0] in NO_NAMES or words[0] in _NOT_ALONE)):
        return
    if len(words) > 2 and _ACRONYM.fullmatch(words[-1]) and not _ACRONYM.fullmatch(words[-2]):
        # "Saudi Press Agency SPA"
        yield (words[-1],), False
        words = words[:-1]
    yield tuple(words), titled


_COMPOUND = re.compile(r"(.+)-(?:based|owned|listed|born|led|backed|style|bound|wide|made|run)")
_COUNTRIES = frozenset(("US", "UK", "U.S.", "U.K.", "USA", "EU"))
_NOT_ALONE = (DEMONYMS | TITLES | ORG_ENDINGS) - ORGANIZATIONS


def _is_opener(word: str) -> bool:
    return word in OPENERS


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


@lru_cache(maxsize=1 << 15)
def _is_org(words: tuple[str, ...]) -> bool:
    if len(words) == 1:
        word = words[0]
        if word in ORGANIZATIONS:
            return True
        return _ACRONYM.fullmatch(word) is not None and word not in ACRONYMS_OF_NONE
    last = words[-1].rstrip(".")
    if last in FIRMS or " ".join(words) in CLUBS:
        return True
    if words[0] in FIRST_NAMES and len(words) == 2:
        return False
    if last in ORG_ENDINGS:
        return True
    if "&" in words:
        return True
    for word, following in pairwise(words):
        if following in ("of", "for") and word in ORG_HEADS:
            return True
    if (_is_common(words[0]) and last in REGIONS) or (is_country(last) and _is_common(words[0])):
        return True
    return words[0] in ORGANIZATIONS and words[0] not in FIRST_NAMES and len(words) <= 3


@lru_cache(maxsize=1 << 15)
def _own_votes(words: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """What the words of a name tell of it, wherever it stands."""
    name = " ".join(words)
    votes: list[tuple[str, float]] = []
    if len(words) > 1 and is_place(name):
        votes.append((PLACE, 3.0))
    elif (len(words) == 1 and is_plain_place(name)) or (len(words) > 1 and words[-1] in _STREETS):
        votes.append((PLACE, 2.0))
    if _is_org(words) and not (votes and words[0].isupper() and len(words) == 1):
        votes.append((ORGANIZATION, 2.5))
    if len(words) > 1 and not votes:
        last = words[-1]
        if words[0] in FIRST_NAMES or _INITIALS.fullmatch(words[0]) or words[-1] in _SUFFIX:
            votes.append((PERSON, 2.5))
        elif any(word in NO_NAMES or word in TITLES for word in words):
            votes.append(("none", 1.5))
        elif len(words) <= 3 and not any(word in _SMALL or word in OPENERS for word in words):
            votes.append((PERSON, 0.3 if _is_common(words[0]) else 0.9))
        elif words[0] in ORG_HEADS or last in ORG_ENDINGS:
            votes.append((ORGANIZATION, 1.0))
    elif len(words) > 1 and words[0] in FIRST_NAMES and not _is_org(words):
        votes.append((PERSON, 2.0))
    return tuple(votes)


_SMALL = frozenset(("of", "for", "and", "the", "&"))
_NO_FIRST_NAME = re.compile(r".*(?:ing|tion|ment|ical|onal|ous|ive|ers|ity|ness|ance|ency|ics)")


def _is_common(word: str) -> bool:
    """Whether a word is one of the language's rather than a given name."""
    lowered = word.lower()
    return lowered in COMMON or word.isupper() or _NO_FIRST_NAME.fullmatch(lowered) is not None


def _note(
    seen: dict[str, _Seen],
    candidate: Candidate,
    words: tuple[str, ...],
    titled: bool,
    text: str,
) -> None:
    name = " ".join(words)
    known = seen.get(name)
    if known is None:
        if len(name) < 2 or len(words) > 10 or (len(words) > 3 and name.isupper()):
            return
        known = seen[name] = _Seen(words)
        for kind, weight in _own_votes(words):
            known.vote(kind, weight)
    known.count += 1
    if not candidate.opens:
        known.inside += 1
    if titled:
        known.vote(PERSON, 4.0)
        return
    before = candidate.before
    if before in ROLES:
        known.vote(PERSON, 2.0)
    elif before in _PREPOSITIONS and is_place(name):
        known.vote(PLACE, 1.2)
    elif before == "in":
        known.vote(PLACE, 0.3)
    end = candidate.end
    if _SAYS.match(text, end):
        known.vote(PERSON, 1.0)
    elif _APPOSITION.match(text, end):
        known.vote(PERSON, 0.5)
    elif _BUSINESS.match(text, end):
        known.vote(ORGANIZATION, 0.8)
    if text.startswith(("'s ", "’s "), end):
        known.vote(ORGANIZATION, 0.1)


def _kind(seen: _Seen) -> str:
    if not seen.votes:
        return ""
    kind, weight = max(seen.votes.items(), key=lambda item: item[1])
    return kind if weight >= 0.8 else ""


def _joined(seen: dict[str, _Seen]) -> Names:
    """One list a kind, with each thing once."""
    people: dict[str, _Seen] = {}
    others: dict[str, tuple[str, _Seen]] = {}
    loose: dict[str, _Seen] = {}
    _vote_for_surnames(seen)
    firms = {
        " ".join(known.words[:-1])
        for known in seen.values()
        if known.words[-1].rstrip(".") in FIRMS and len(known.words) > 1
    }
    for name, known in seen.items():
        if name in firms:
            others[name] = (ORGANIZATION, known)
            continue
        kind = _kind(known)
        if kind == PERSON and len(known.words) > 1:
            people[name] = known
        elif kind == PERSON or not kind:
            loose[name] = known
        elif kind in (ORGANIZATION, PLACE):
            others[name] = (kind, known)
    surnames = {known.words[-1]: name for name, known in people.items()}
    surnames |= {
        known.words[-2]: name for name, known in people.items() if known.words[-1] in _SUFFIX
    }
    first = {known.words[0]: name for name, known in people.items()}
    for name, known in loose.items():
        if name in surnames or name in first:
            continue
        kind = _kind(known)
        if kind == PERSON and (len(name) > 2 or known.count > 1) and known.votes[PERSON] >= 1.8:
            people[name] = known
        elif (kind == PERSON and _is_org_like(known)) or (
            not kind and known.inside >= 2 and len(known.words) == 1 and len(name) > 3
        ):
            others[name] = (ORGANIZATION, known)
        elif (
            kind == PERSON and known.inside and known.votes[PERSON] >= 1.0 and len(known.words) == 1
        ):
            # "Exxon said": a single word that says things, with no person to belong to.
            others[name] = (ORGANIZATION, known)
    kept_people = _fullest(people)
    organizations = [name for name, (kind, _) in others.items() if kind == ORGANIZATION]
    places = [name for name, (kind, _) in others.items() if kind == PLACE]
    taken = set(surnames) | set(first)
    organizations = [n for n in organizations if n not in taken or n in ORGANIZATIONS]
    places = [n for n in places if n not in surnames or others[n][1].votes.get(PLACE, 0) > 3]
    places = _one_country(places)
    return Names(
        tuple(kept_people[:MAX_NAMES]),
        tuple(_without_shorter(organizations)[:MAX_NAMES]),
        tuple(places[:MAX_NAMES]),
    )


def _vote_for_surnames(seen: dict[str, _Seen]) -> None:
    """A name whose last word stands alone elsewhere is most likely a person's."""
    for known in seen.values():
        if len(known.words) in (2, 3) and PERSON in known.votes:
            alone = seen.get(known.words[-1])
            if alone is not None and not is_plain_place(known.words[-1]):
                known.vote(PERSON, 0.8 + min(alone.votes.get(PERSON, 0.0), 2.0))


_SAME_COUNTRY = {
    "US": "United States", "U.S.": "United States", "U.S": "United States", "USA": "United States",
    "UK": "United Kingdom", "U.K.": "United Kingdom", "U.K": "United Kingdom",
    "UAE": "United Arab Emirates", "DRC": "Democratic Republic of the Congo",
}  # fmt: skip


def _one_country(places: list[str]) -> list[str]:
    """A country by its name, whether the letters or the words for it were written."""
    return list(dict.fromkeys(_SAME_COUNTRY.get(place, place) for place in places))


def _is_org_like(known: _Seen) -> bool:
    return known.votes.get(ORGANIZATION, 0.0) > 0.5


def _fullest(people: dict[str, _Seen]) -> list[str]:
    """Each person once: shorter forms whose words all stand in a longer one are left out."""
    kept: list[str] = []
    word_sets = {name: set(known.words) for name, known in people.items()}
    for name in people:
        words = word_sets[name]
        if any(words < other for key, other in word_sets.items() if key != name):
            continue
        kept.append(name)
    return kept


def _without_shorter(names: list[str]) -> list[str]:
    """Names that are no beginning of a longer one in the list."""
    return [
        name
        for name in names
        if not any(other != name and other.startswith(f"{name} ") for other in names)
        or name in REGIONS
    ]
