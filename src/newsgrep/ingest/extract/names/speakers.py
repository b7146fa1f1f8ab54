"""Who says what an article quotes: the speaker beside each quotation.

By the verb of saying nearest to it, behind it (``…,” said Jane Doe``) or before it (``Jane Doe
said: “…``), or by *according to*; pronouns and surnames are led back to the person named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsgrep.ingest.extract.names.person_words import TITLES
from newsgrep.text.quotations import quotations

_VERBS = (
    r"(?:said|says|told|added|adds|asked|wrote|writes|tweeted|insisted|explained|warned|argued"
    r"|claimed|replied|noted|stated|declared|recalled|admitted|announced|continued|concluded"
    r"|commented|remarked|complained|joked|testified|stressed|acknowledged|observed|predicted"
    r"|dijo|señaló|afirmó|aseguró|explicó|añadió|agregó|declaró|sostuvo|indicó|advirtió|comentó"
    r"|a dit|a déclaré|a expliqué|a ajouté|a affirmé|explique|déclare|affirme|ajoute|dit"
    r"|sagte|sagt|erklärte|erklärt|betonte|meinte|ergänzte|fügte|ha detto|ha dichiarato|disse"
    r"|afirmou|explicou|declarou)"
)
_PART = r"[A-ZÀ-Ý](?:\.|[\w’'-]*)"
_NAME = rf"(?:{_PART}(?:[ -](?:(?:de la|de|del|van|von|der|bin|el) |al-)?{_PART}){{0,4}})"
_TITLE = (
    r"(?:(?:the |el |la |le |der |die )?(?:[a-zà-ÿ-]+ ){0,4}?|(?:Mrs?|Ms|Dr|Sir|Lord|President"
    r"|Prime Minister|Minister|Senator|Sen\.|Gov\.|Rep\.|Judge|Chancellor|Secretary|General) ){0,2}"
)
_ASIDE = r"(?:, [^.“”\"]{1,90},)?"
_ALSO = r"(?:has |had |also |later )?"
_PRONOUN = r"he|she|they|él|ella|il|elle|er|sie"
_BEHIND = re.compile(
    rf"[\"”»“’]?[,.]?\s{{0,2}}(?:{_VERBS}\s+{_TITLE}(?P<after>{_NAME})"
    rf"|{_TITLE}(?P<before>{_NAME}){_ASIDE}\s+{_ALSO}{_VERBS}\b"
    rf"|(?:{_PRONOUN})\s+{_VERBS}\b|{_VERBS}\s+(?:{_PRONOUN})\b)"
)
_BEFORE = re.compile(
    rf"(?:(?P<name>{_NAME}){_ASIDE}|\b(?:[Hh]e|[Ss]he|[ÉE]l|[Ee]lla|[Ii]l|[Ee]lle|[Ee]r))"
    rf"\s+{_ALSO}{_VERBS}\b[^.“”\"!?]{{0,60}}[,:]?\s*[“\"«„‘]?$"
)
_ACCORDING = (
    r"(?:[Aa]ccording to|[Aa]s told by|[Ss]egún|[Ss]elon|[Dd]'après|[Ll]aut|[Nn]ach Angaben von"
    r"|[Ss]econdo|[Ss]egundo|[Dd]e acordo com|[Vv]olgens|[Ee]nligt)"
)
_ACCORDING_BEFORE = re.compile(
    rf"\b{_ACCORDING} {_TITLE}(?P<name>{_NAME}){_ASIDE},? [^.“”\"!?]{{0,90}}[“\"«„‘]?$"
)
_ACCORDING_BEHIND = re.compile(rf"[\"”»“’]?[,.]?\s{{0,2}}{_ACCORDING} {_TITLE}(?P<name>{_NAME})")
_CALLS = re.compile(
    rf"(?P<name>{_NAME}){_ASIDE}\s+{_ALSO}(?:calls?|called|describe[sd]|dismisse[sd]|denounce[sd]"
    r"|branded|labell?ed|hailed|condemned|criticise[sd]|criticize[sd])\b"
    r"[^.“”\"!?]{0,90}[“\"«„‘]?$"
)
_NO_NAMES = frozenset(
    "He She It They We I The A An But And In On At That This If When As His Her El La Los".split()
)
LOOK = 140


def speakers_of(text: str, people: Sequence[str]) -> tuple[str, ...]:
    """The people whom ``text`` quotes, each once, in their fullest form.

    ``people`` are the people that the article names, fullest form first.
    """
    if not people and "said" not in text:
        return ()
    by_word = _by_words(people)
    found: dict[str, None] = {}
    last = ""
    for start, end in quotations(text):
        speaker = _beside(text, start, end, by_word)
        if speaker == _LAST:
            speaker = last or _mentioned_before(text, start, people)
        if speaker:
            found[speaker] = None
            last = speaker
    return tuple(found)


def _by_words(people: Iterable[str]) -> dict[str, str]:
    by_word: dict[str, str] = {}
    for person in people:
        words = person.split()
        by_word.setdefault(person, person)
        if len(words) > 1:
            by_word.setdefault(words[-1], person)
            by_word.setdefault(" ".join(words[1:]), person)
    return by_word


_LAST = "\0"
"""The one who was named last."""


def _beside(text: str, start: int, end: int, by_word: dict[str, str]) -> str:
    """Who says what stands between ``start`` and ``end``; empty where nobody is told."""
    behind = _BEHIND.match(text, end, min(len(text), end + LOOK))
    if behind is not None:
        named = behind["after"] or behind["before"]
        return (_full(named, by_word) or _LAST) if named else _LAST
    behind = _ACCORDING_BEHIND.match(text, end, min(len(text), end + LOOK))
    if behind is not None:
        return _known(behind["name"], by_word)
    window = text[max(0, start - LOOK) : start]
    sentence = window[max(window.rfind(". "), window.rfind("\n"), window.rfind("” ")) + 1 :]
    before = _BEFORE.search(sentence)
    if before is not None:
        return _full(before["name"], by_word) if before["name"] else _LAST
    before = _ACCORDING_BEFORE.search(sentence) or _CALLS.search(sentence)
    return _known(before["name"], by_word) if before is not None else ""


def _known(name: str, by_word: dict[str, str]) -> str:
    """The person whom ``name`` names, if the article names one so; papers have reports too."""
    found = _full(name, by_word)
    return found if found in by_word else ""


def _full(name: str, by_word: dict[str, str]) -> str:
    words = name.strip(" .,").split()
    while words and (words[0] in _NO_NAMES):
        words = words[1:]
    if not words:
        return ""
    if words[-1] in TITLES:  # "the Salford MP said"
        return ""
    whole = " ".join(words)
    return by_word.get(whole) or by_word.get(words[-1]) or (whole if len(words) > 1 else "")


def _mentioned_before(text: str, start: int, people: Iterable[str]) -> str:
    """The person whose name stands nearest before ``start``."""
    best, at = "", -1
    for person in people:
        place = text.rfind(person.rsplit(" ", 1)[-1], max(0, start - 600), start)
        if place > at:
            best, at = person, place
    return best
