"""The names by which a text tells who speaks, and whom each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgrep.text.cues import NAME
from newsgrep.text.speech_words import CALLINGS
from newsgrep.text.titles import TITLES

_OPENERS = frozenset(
    """He She It They We I The A An But And In On At That This If When As His Her El La Los Las
    Le Les Der Die Das Il Lo Un Una Une Ein Eine O Os As So Yet While After Before Then Asked
    Speaking Another One Some Its Their Our My Also Later However Meanwhile Last Earlier
    Now""".split()
)
_FEMALE = frozenset("Mrs Ms Miss Mme Madame Frau Sra Señora Dame Lady".split())
_MALE = frozenset("Mr Monsieur Herr Sr Señor Sir Lord".split())
_SHE = frozenset("she elle ella ela lei".split())
_HE = frozenset("he il él ele lui".split())
_WOMEN = frozenset(
    """actress actresses spokeswoman chairwoman businesswoman congresswoman councilwoman queen
    princess duchess mother wife sister daughter widow girlfriend actrice attrice schauspielerin
    portavoza alcaldesa ministra presidenta ministerin bürgermeisterin kanzlerin présidente
    vereadora prefeita sindaca assessora""".split()
)
_MEN = frozenset("king prince father husband brother son boyfriend".split())
_LOOKED_AT, _TITLE_BEFORE = 8, 40
"""Places of a surname that are looked at, and the characters before each."""
_PHRASE_END = re.compile(
    r"[,.;:!?\n“”\"«»„(·]|\s[-–—]\s"
    r"| (?:who|in|at|from|after|when|as|of|on|for|with|during|while|and|before|outside|last|this"
    r"|to|about|que|en|tras|de|del|qui|dans|à|der|die|im|bei|am|nach|von|che|al|em|a|yesterday"
    r"|today|told|here)(?= )"
)
_PARTICLED = re.compile(r" (?:de la|de|del|van|von|da|di|dos)(?= [A-ZÀ-Ý])")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w-]*(?:[’'](?!s\b)\w+)*(?! [A-Z])")
_SHORT = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|St|Prof)$")
_BEHIND_CALLING = re.compile(rf", (?P<name>{NAME})(?=[,.])")
_OF_CALLING = re.compile(
    r" (?:for|of|from|at|with|del?|von|du|della|do|da) (?:(?:the|la|el|le|der) )?"
    r"[\w&’'-]+(?: [A-ZÀ-Ý][\w&’'-]+){0,4}"
)
_OF_ONE = re.compile(r" (?:at|of|for|from|with) (?:an?|one|another)(?= )")
_ELIDED = re.compile(r"[LD]['’][a-zà-ÿ]")
"""*L'ingegnere*, before a name."""
FARTHEST = 6
"""Words that may stand before what somebody is called: *the ministry's chief press officer*."""


class Speaker(NamedTuple):
    """Somebody who speaks."""

    name: str
    named: bool
    """Whether it is a person's name, rather than an organization's or what they are called."""


class Names:
    """The people and organizations that a text names."""

    def __init__(self, text: str, people: Sequence[str], organizations: Iterable[str] = ()) -> None:
        self._people = frozenset(people)
        self._organizations = frozenset(organizations)
        self._by_word: dict[str, str] = {}
        for person in people:
            words = person.split()
            self._by_word.setdefault(person, person)
            if len(words) > 1:
                self._by_word.setdefault(words[-1], person)
                self._by_word.setdefault(" ".join(words[1:]), person)
        self._last_words = frozenset(person.split()[-1] for person in people if person.strip())
        self._text = text
        self._kinds: dict[str, str] = {}

    def knows(self, name: str) -> bool:
        """Whether a person of this full name is among them."""
        return name in self._people

    def mentions(self, text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
        """Every place between ``begin`` and ``end`` where the last name of one of them stands."""
        places = sorted(
            at for name in self._last_words for at in _occurrences(name, text, begin, end)
        )
        if any(text[at - 1] in _IN_NAMES for at in places if at):
            # Some of them may be parts of other names: all are cut, in order.
            words: Iterable[re.Match[str] | None] = _CAPITALISED.finditer(text, begin, end)
        else:
            words = [_CAPITALISED.match(text, at, end) for at in places]
        for word in words:
            if word is not None and word.group() in self._last_words:
                yield word

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether a pronoun may stand for a person: not *she* for one whom the text calls Mr
        or somebody's father."""
        kind = self._kind(name.rsplit(" ", 1)[-1])
        return not ((kind == "woman" and pronoun in _HE) or (kind == "man" and pronoun in _SHE))

    def _kind(self, surname: str) -> str:
        """Whether what stands before a surname somewhere tells a woman or a man."""
        if surname not in self._kinds:
            self._kinds[surname] = next(filter(None, self._kinds_before(surname)), "")
        return self._kinds[surname]

    def _kinds_before(self, surname: str) -> Iterator[str]:
        at = self._text.find(surname)
        for _ in range(_LOOKED_AT):
            if at < 0:
                break
            before = self._text[max(0, at - _TITLE_BEFORE) : at].split()[-2:]
            for word in map(_without_stop, reversed(before)):
                if word in _FEMALE or word.lower() in _WOMEN:
                    yield "woman"
                elif word in _MALE or word.lower() in _MEN:
                    yield "man"
                elif not word[:1].isupper():
                    break
            at = self._text.find(surname, at + 1)

    def speaker(self, name: str) -> Speaker:
        """Whom ``name`` names: the person in full, else an organization or whatever it is."""
        words = name.strip(" .,").split()
        while words and (words[0] in _OPENERS or _ELIDED.match(words[0]) is not None):
            words = words[1:]
        owner = max((at for at, word in enumerate(words) if _is_owner(word)), default=-1)
        if owner + 1 < len(words):  # "Microsoft's Jane Doe"
            words = words[owner + 1 :]
        if not words:
            return Speaker("", False)
        whole = " ".join(words)
        for known in (whole, " ".join(words[-2:]), words[-1]):
            if known in self._by_word:
                return Speaker(self._by_word[known], True)
        if whole in self._organizations:
            return Speaker(whole, False)
        if words[-1] in TITLES:  # "the Salford MP said"
            return Speaker("", False)
        bare = list(words)
        while len(bare) > 1 and (bare[0].rstrip(".") in TITLES or _is_acronym(bare[0])):
            bare = bare[1:]
        titled = bare != words and not _is_acronym(words[0])
        named = (len(bare) > 1 or titled) and not any(map(_is_acronym, bare))
        return Speaker(" ".join(bare), named)


_IN_NAMES = "-’'"


def _occurrences(name: str, text: str, begin: int, end: int) -> Iterator[int]:
    """Where ``name`` stands in ``text[begin:end]``, whatever is beside it."""
    at = text.find(name, begin, end)
    while at >= 0:
        yield at
        at = text.find(name, at + 1, end)


def _without_stop(word: str) -> str:
    return word.rstrip(".")


def _is_owner(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def of_noun_phrase(text: str, at: int, stop: int, names: Names) -> tuple[Speaker, int]:
    """Whom the words behind a verb name (``said the firm's head, Jane Doe``); where they end."""
    while at < stop and text[at] == " ":
        at += 1
    ends = _phrase_end(text, at, stop)
    phrase = text[at:ends]
    runs = list(re.finditer(NAME, phrase))
    if runs and _VERB_BEHIND.match(phrase, runs[0].end()) is not None:
        speaker = names.speaker(runs[0].group())  # "Laut Jane Doe ist das Projekt …"
        if speaker.named:
            return speaker, at + runs[0].end()
    if runs and not phrase[runs[-1].end() :].strip():
        speaker = names.speaker(runs[-1].group())
        if speaker.name and (speaker.named or not _is_called(phrase[: runs[-1].start()])):
            return speaker, ends
    if runs and not runs[0].start() and phrase[runs[0].end() :][:2].strip().islower():
        speaker = names.speaker(runs[0].group())  # "Laut Jane Doe ist …"
        if speaker.named:
            return speaker, at + runs[0].end()
    words = phrase.split()
    head = next((n for n, word in enumerate(words) if word.lower() in CALLINGS), -1)
    if head < 0 or head > FARTHEST:
        return _without_name(text, at, stop)
    called = words[: head + 1]
    if words[head + 1 :][:1] and words[head + 1].lower() in _OF:
        called = words  # "die Sprecherin des Verbandes"
    if head == len(words) - 1:
        of = _OF_CALLING.match(text, ends, stop)
        one = _OF_ONE.match(text, ends, stop)
        if one is not None:  # "a dealer at a British bank"
            over = _phrase_end(text, one.end(), stop)
            called, ends = [*called, *text[ends:over].split()[:MOST_CALLED]], over
        elif of is not None:
            called, ends = [*called, *of.group().split()], of.end()
        behind = _BEHIND_CALLING.match(text, ends, stop)
        if behind is not None:
            speaker = names.speaker(behind["name"])
            if speaker.named:
                return speaker, behind.end()
    return Speaker(" ".join(called), False), ends


def _without_name(text: str, at: int, stop: int) -> tuple[Speaker, int]:
    """What somebody is called who has no name, *one Western envoy*, and where that ends."""
    opening = _INDEFINITE.match(text, at, stop)
    if opening is None:
        return Speaker("", False), _phrase_end(text, at, stop)
    ends = _phrase_end(text, opening.end(), stop)
    words = text[at:ends].split()
    if len(words) < 2 or len(words) > MOST_CALLED or not words[-1].islower():
        return Speaker("", False), ends
    of = _OF_CALLING.match(text, ends, stop) if text.startswith(" of ", ends) else None
    if of is not None:  # "a panel of experts"
        words, ends = [*words, *of.group().split()], of.end()
    return Speaker(" ".join(words), False), ends


_INDEFINITE = re.compile(
    r"(?:one|another|some|several|two|three|an?|una?|une|uno dei|eine?|um|uma)"
    r"(?: (?:of|de|des|dei|delle|der)(?: (?:the|his|her|its|their|those|los|las|les|den))?)?(?= )",
    re.I,
)
"""What opens a phrase for somebody without a name."""
MOST_CALLED = 9
"""Words of such a phrase."""
_OF = frozenset("of for des der von du de del della do da di".split())
_VERB_BEHIND = re.compile(r" (?:ist|sind|war|waren|hat|haben|wird|soll|sei|habe|kann|könne|müsse) ")
"""A verb behind a name that German begins a sentence with."""


def _is_called(phrase: str) -> bool:
    """Whether what somebody is stands in front of what they are of."""
    words = phrase.lower().split()
    return len(words) > 1 and words[-1] in _OF and not CALLINGS.isdisjoint(words)


def _phrase_end(text: str, at: int, stop: int) -> int:
    """Where a noun phrase that begins at ``at`` ends."""
    end = _PHRASE_END.search(text, at, stop)
    while end is not None and (
        _PARTICLED.match(text, end.start())
        or (end.group() == "." and _SHORT.search(text, at, end.start()))
    ):
        end = _PHRASE_END.search(text, end.end(), stop)
    return end.start() if end is not None else stop
