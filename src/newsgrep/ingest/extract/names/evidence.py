"""The evidence that tells what a name is a name of, as one table with weights.

Each feature is a plain yes or no about the words of a name, or about what stands beside it in
one place of the text. Weights of the features that hold are summed for each kind; the kind with
the largest sum is taken, if that is at least :data:`ENOUGH`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from newsgrep.ingest.extract.names.common_words import COMMON, THINGS
from newsgrep.ingest.extract.names.gazetteer import COUNTRY_NAMES, is_place, is_plain_place
from newsgrep.ingest.extract.names.organization_words import (
    ACRONYMS_OF_NONE,
    CLUB_WORDS,
    CLUBS,
    FIRMS,
    ORG_ENDINGS,
    ORG_HEADS,
    ORGANIZATIONS,
)
from newsgrep.ingest.extract.names.person_words import ROLES
from newsgrep.ingest.extract.names.place_words import REGIONS
from newsgrep.ingest.extract.names.word_signs import (
    ACRONYM,
    ANY,
    BEGINS_A_PLACE,
    CAPITALS,
    CLUB_WORD,
    COMPOUND,
    GIVEN_NAME,
    GLUED,
    LIKE_A_TEAM,
    NO_NAME,
    NUMBERED,
    OF_ORGANIZATIONS,
    ORG_HEAD,
    PLAIN_PLACE,
    SMALL_OR_OPENER,
    STREET,
    SUFFIX,
    THING,
    signs_of,
)
from newsgrep.text.given_names import FIRST_NAMES

PERSON, ORGANIZATION, PLACE, NOTHING = "person", "organization", "place", "nothing"

ENOUGH = 0.8
"""The least sum of weights for which a name is taken to be of a kind."""

_NO_FIRST_NAME = tuple("ing tion ment ical onal ous ive ers ity ness ance ency ics".split())


@dataclass(frozen=True, slots=True)
class Feature:
    """A yes or no about a name, the kind that it speaks for, and how strongly."""

    name: str
    kind: str
    weight: float
    holds: Callable[[tuple[str, ...]], bool]
    needs: int = ANY
    """Signs of words (:mod:`word_signs`): it holds only where a word of the name has one."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A yes or no about what stands before a name, or right behind it."""

    name: str
    kind: str
    weight: float
    before: frozenset[str] = frozenset()
    behind: re.Pattern[str] | None = None
    place: bool = False
    """Whether it speaks only of names that are known as places."""


def _several(words: tuple[str, ...]) -> bool:
    return len(words) > 1


def _any_has(words: tuple[str, ...], sign: int) -> bool:
    return any(signs_of(word) & sign for word in words)


def _known_place(words: tuple[str, ...]) -> bool:
    return _several(words) and is_place(" ".join(words))


def _plain_place(words: tuple[str, ...]) -> bool:
    return not _several(words) and is_plain_place(words[0])


def _like_a_street(words: tuple[str, ...]) -> bool:
    return _several(words) and bool(signs_of(words[-1]) & STREET) and not _known_place(words)


@lru_cache(maxsize=1 << 12)
def _is_placed(words: tuple[str, ...]) -> bool:
    return _known_place(words) or _plain_place(words) or _like_a_street(words)


def is_common(word: str) -> bool:
    """Whether a word is one of the language's rather than a given name."""
    lowered = word.lower()
    return lowered in COMMON or word.isupper() or lowered.endswith(_NO_FIRST_NAME)


def is_organization(words: tuple[str, ...]) -> bool:
    """Whether the words of a name are those of an organization, wherever they stand."""
    if not _several(words):
        word = words[0]
        if word in ORGANIZATIONS or word in CLUB_WORDS:
            return True
        letters = word.replace(".", "")
        return ACRONYM.fullmatch(letters) is not None and letters not in ACRONYMS_OF_NONE
    last = words[-1].rstrip(".")
    if last in FIRMS or " ".join(words) in CLUBS:
        return True
    if words[0] in FIRST_NAMES and len(words) == 2:
        return False
    if last in ORG_ENDINGS or "&" in words:
        return True
    if any(b in ("of", "for") and a in ORG_HEADS for a, b in pairwise(words)):
        return True
    if is_common(words[0]) and (last in REGIONS or last in COUNTRY_NAMES):
        return True
    return words[0] in ORGANIZATIONS and words[0] not in FIRST_NAMES and len(words) <= 3


def _is_organization_here(words: tuple[str, ...]) -> bool:
    capitals = not _several(words) and words[0].isupper()
    return is_organization(words) and not (capitals and _is_placed(words))


def _is_team(words: tuple[str, ...]) -> bool:
    """``Chicago Cubs``, ``San Diego Padres``: a place and a nickname in the plural."""
    if not signs_of(words[-1]) & LIKE_A_TEAM:
        return False
    if len(words) not in (2, 3, 4) or words[0] in FIRST_NAMES or _known_place(words):
        return False
    return any(is_plain_place(" ".join(words[:at])) for at in range(1, len(words)))


def _is_club(words: tuple[str, ...]) -> bool:
    return _several(words) and _any_has(words, CLUB_WORD)


def _starts_like_a_person(words: tuple[str, ...]) -> bool:
    return bool(signs_of(words[0]) & GIVEN_NAME or signs_of(words[-1]) & SUFFIX)


def _has_words_of_no_name(words: tuple[str, ...]) -> bool:
    return not _starts_like_a_person(words) and _any_has(words, NO_NAME)


def _has_capitals(words: tuple[str, ...]) -> bool:
    """``VW ID``, ``BOTTOM LINE``: a word in capitals that is neither initials nor ``III``."""
    return _any_has(words[1:], CAPITALS)


def _has_a_compound(words: tuple[str, ...]) -> bool:
    """``Pulitzer Prize-winning``, ``South Dakota-sized``: an adjective."""
    return _any_has(words, COMPOUND)


def _ends_in_a_place(words: tuple[str, ...]) -> bool:
    """``Midtown Atlanta``, ``Enter South Dakota``."""
    return not _starts_like_a_person(words) and (
        bool(signs_of(words[-1]) & PLAIN_PLACE) or is_place(" ".join(words[-2:]))
    )


def _is_a_thing(words: tuple[str, ...]) -> bool:
    return bool(signs_of(words[-1]) & THING) and words[0] not in FIRST_NAMES


@lru_cache(maxsize=1 << 12)
def _is_unknown(words: tuple[str, ...]) -> bool:
    return (
        len(words) <= 3
        and not _starts_like_a_person(words)
        and not _has_words_of_no_name(words)
        and not _is_a_thing(words)
        and not _any_has(words, SMALL_OR_OPENER)
        and not signs_of(words[0]) & PLAIN_PLACE
    )


def _is_unknown_and_common(words: tuple[str, ...]) -> bool:
    return _is_unknown(words) and is_common(words[0])


def _is_unknown_and_rare(words: tuple[str, ...]) -> bool:
    return _is_unknown(words) and not is_common(words[0])


_SURNAME = re.compile(
    r".*(?:[bcdfghjklmnprstvwz]ez|escu|i[ćc]|vich|witz|sk[iya]|[oe]va?|enko|chuk|[iy]an|ss?en|sson"
    r"|son|berg|stein|mann|etti|elli|ucci|etto|oglu|oğlu|wala|kar|idis|poulos|akis|shvili"
    r"|[b-df-hj-np-tv-z][aiou]|[aeiou]{2}x|quist|strom|dottir|feld|baum|bach|hoff|ashi|moto|awa|uchi"
    r"|nen|yev|iyev|ishvili|ssi|sch|tz|ij[ns]?|eux|ault|[aeo]ux|eau|[^aeiou]ier)"
    r"|Mc\w+|Mac[A-Z]\w+|[OD]['’]\w+|\w+-\w+|\w*[À-ɏ]\w*"
)
"""Endings and beginnings of surnames in many languages that few words of English have."""


@lru_cache(maxsize=1 << 12)
def _like_a_surname(word: str) -> bool:
    return _SURNAME.fullmatch(word) is not None


def _ends_like_a_surname(words: tuple[str, ...]) -> bool:
    return (
        _is_unknown_and_rare(words)
        and words[-1] not in THINGS
        and words[0] not in THINGS
        and _like_a_surname(words[-1])
    )


def _has_a_head(words: tuple[str, ...]) -> bool:
    return len(words) > 3 and words[0] in ORG_HEADS


def _is_glued(words: tuple[str, ...]) -> bool:
    return _any_has(words, GLUED)


def _is_a_model(words: tuple[str, ...]) -> bool:
    """``Alienware AW3418DW``, ``Airbus A350``: a product, by its number."""
    return _any_has(words[1:], NUMBERED)


OF_ONE_WORD = (
    Feature("a known place and little else", PLACE, 2.0, _plain_place),
    Feature("named like an organization", ORGANIZATION, 2.5, _is_organization_here),
)
"""What a single word tells."""
OF_SEVERAL = (
    Feature("a known place of several words", PLACE, 3.0, _known_place, BEGINS_A_PLACE),
    Feature("ends like a street, a river or a park", PLACE, 2.0, _like_a_street, STREET),
    Feature("named like an organization", ORGANIZATION, 2.5, is_organization, OF_ORGANIZATIONS),
    Feature("a place and a team's nickname", ORGANIZATION, 2.5, _is_team, LIKE_A_TEAM),
    Feature("a word of sports clubs", ORGANIZATION, 2.5, _is_club, CLUB_WORD),
)
"""What tells that a name of several words is no person's."""
OF_SEVERAL_OTHERS = (
    Feature(
        "a long name with an organization's first word", ORGANIZATION, 1.0, _has_a_head, ORG_HEAD
    ),
    Feature(
        "a given name or initials first", PERSON, 2.5, _starts_like_a_person, GIVEN_NAME | SUFFIX
    ),
    Feature("two or three words that are no known ones", PERSON, 0.6, _is_unknown_and_rare),
    Feature("the last of them ends like a surname", PERSON, 0.3, _ends_like_a_surname),
    Feature("the same, the first a common word", PERSON, 0.3, _is_unknown_and_common),
    Feature("words that are in no person's name", NOTHING, 1.5, _has_words_of_no_name, NO_NAME),
    Feature("ends with the word for a thing", NOTHING, 1.5, _is_a_thing, THING),
    Feature("a word in capitals", NOTHING, 1.5, _has_capitals, CAPITALS),
    Feature("ends in a place", NOTHING, 1.0, _ends_in_a_place, PLAIN_PLACE | BEGINS_A_PLACE),
)
"""What the words of a name tell of which nothing above holds."""
OF_NO_NAME = (
    Feature("an adjective of two words", NOTHING, 3.0, _has_a_compound, COMPOUND),
    Feature("two names run together", NOTHING, 9.0, _is_glued, GLUED),
    Feature("a model's number", NOTHING, 9.0, _is_a_model, NUMBERED),
)
"""What tells that several words are no name at all."""

_PREPOSITIONS = frozenset(
    "in at near from to into across around throughout outside inside via".split()
)
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
BESIDE = (
    Beside("a role before it", PERSON, 2.0, before=ROLES),
    Beside("a preposition of places before it", PLACE, 1.2, before=_PREPOSITIONS, place=True),
    Beside("“in” before it", PLACE, 0.3, before=frozenset(("in",))),
    Beside("a verb of saying, or an age, behind it", PERSON, 1.0, behind=_SAYS),
    Beside("who it is, behind it", PERSON, 0.5, behind=_APPOSITION),
    Beside("shares, officials and the like behind it", ORGANIZATION, 0.8, behind=_BUSINESS),
    Beside("something of its own behind it", ORGANIZATION, 0.1, behind=re.compile(r"['’]s ")),
)
"""What stands beside a name in one place; of those before it and of those behind it the first."""

TITLED = Feature("a title before it", PERSON, 4.0, lambda words: True)
SURNAME_ALONE = Feature("its last word stands alone elsewhere", PERSON, 0.8, _several)


def own_evidence(words: tuple[str, ...]) -> tuple[Feature, ...]:
    """The features that hold of a name's words, wherever it stands."""
    if len(words) == 1:
        return _holding(OF_ONE_WORD, words)
    signs = 0
    for word in words:
        signs |= signs_of(word)
    telling, others, no_name = _to_be_asked(signs)
    return (_holding(telling, words) or _holding(others, words)) + _holding(no_name, words)


@lru_cache(maxsize=1 << 12)
def _to_be_asked(signs: int) -> tuple[tuple[Feature, ...], ...]:
    """The features of several words that may hold where the words have these signs together."""
    return tuple(
        tuple(feature for feature in features if feature.needs & signs)
        for features in (OF_SEVERAL, OF_SEVERAL_OTHERS, OF_NO_NAME)
    )


@lru_cache(maxsize=1 << 12)
def own_weights(words: tuple[str, ...]) -> dict[str, float]:
    """The sum of the weights of a name's own features by kind; not to be changed."""
    weights: dict[str, float] = {}
    for feature in own_evidence(words):
        weights[feature.kind] = weights.get(feature.kind, 0.0) + feature.weight
    return weights


def _holding(features: tuple[Feature, ...], words: tuple[str, ...]) -> tuple[Feature, ...]:
    return tuple([f for f in features if f.holds(words)]) if features else ()


_BEFORE: dict[str, list[Beside]] = {}
for _feature in reversed(BESIDE):
    for _word in _feature.before:
        _BEFORE.setdefault(_word, []).insert(0, _feature)
_BEHIND = [feature for feature in BESIDE if feature.behind is not None]
_ANY_BEHIND = re.compile(
    "|".join(
        f"(?P<b{at}>{feature.behind.pattern})"
        for at, feature in enumerate(_BEHIND)
        if feature.behind
    )
)


def evidence_beside(name: str, before: str, text: str, end: int) -> Sequence[Beside]:
    """The features of :data:`BESIDE` that hold where a name ends at ``end`` in ``text``."""
    match = _ANY_BEHIND.match(text, end)
    if match is None and before not in _BEFORE:
        return ()  # as of most names
    found: list[Beside] = []
    for feature in _BEFORE.get(before, ()):
        if not feature.place or is_place(name):
            found.append(feature)
            break
    if match is not None:
        found.append(_BEHIND[int((match.lastgroup or "b0")[1:])])
    return found
