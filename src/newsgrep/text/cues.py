"""Cues: places where a text says that somebody says something, and who that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgrep.text.speech_words import (
    ARTICLES,
    AUXILIARIES,
    BETWEEN,
    CALLED,
    CALLINGS,
    HE,
    IT,
    SAID,
)

_CAPITALISED = r"[A-ZÀ-ÝŁŚŠŽŻČŞ](?:\.|[\w’'-]*)"
_SHORT = r"(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Rep|Gen|Prof|Sgt|Lt|Col|Capt|Jr|Sr|Rev|Hon)\."
_PART = rf"(?:{_SHORT}|{_CAPITALISED})"
NAME = (
    rf"(?:{_PART}(?: (?:(?:de la|de|del|dos|da|do|di|van der|van|von|zu|der|bin|al|el|le) )?"
    rf"{_PART}){{0,5}})"
)
"""A run of capitalised words: a name, with the titles before it."""
LONGEST = 130
"""Characters of a subject with what stands beside it."""
_ASIDE = 90
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OF = r"(?: (?:of|from|at|for|with|in|de|du|von|della|da) (?:the )?[\w&’'.-]+(?: [\w&’'-]+){0,4})?"
_NAME_LAST = re.compile(rf"(?P<name>{NAME})(?P<of>{_OF})$")
_BESIDE = re.compile(rf"(?P<name>{NAME}), $")
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_ASIDE_NAME = re.compile(rf"(?:[a-z’'-]+ ){{0,3}}(?P<name>{NAME})$")


def _any_of(words: Iterable[str]) -> str:
    """An expression for any of some words, by their letters: quicker than one after the other."""
    rest: dict[str, list[str]] = {}
    for word in sorted({*words}):
        rest.setdefault(word[:1], []).append(word[1:])
    parts = [first + _any_of(some) for first, some in rest.items() if first]
    return f"(?:{'|'.join(parts)}){'?' if '' in rest else ''}" if parts else ""


_VERB = re.compile(rf"[ \n](?P<verb>{_any_of(SAID | CALLED)})(?![\w’'-])")


class Cue(NamedTuple):
    """Somebody and what they do: say it, or call something so."""

    start: int
    end: int
    kind: str
    """What names them: ``name``, ``calling`` (*a spokesman*), ``he`` or ``it``."""
    subject: str
    says: bool
    """Whether its verb is one of saying, rather than of calling something so."""


class Cues:
    """The cues of a text; they are looked for only where somebody asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, Cue | None] = {}

    def between(self, begin: int, end: int) -> Iterator[Cue]:
        """The cues that begin and end there, in order."""
        return self._from(begin, _verbs(self._text, begin, end))

    def last_between(self, begin: int, end: int) -> Iterator[Cue]:
        """The same, the last first."""
        return self._from(begin, reversed(list(_verbs(self._text, begin, end))))

    def _from(self, begin: int, verbs: Iterable[re.Match[str]]) -> Iterator[Cue]:
        for verb in verbs:
            cue = self._cue(verb)
            if cue is not None and cue.start >= begin:
                yield cue

    def _cue(self, verb: re.Match[str]) -> Cue | None:
        at = verb.end()
        if at not in self._known:
            subject = _subject(self._text, verb.start("verb"))
            self._known[at] = subject and Cue(
                subject[0], at, subject[1], subject[2], verb["verb"] in SAID
            )
        return self._known[at]


def _verbs(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """The verbs of cues that stand there as a whole."""
    # One character more is looked at, for a word that goes on there.
    for verb in _VERB.finditer(text, begin, end + 1):
        if verb.end() <= end:
            yield verb


def verb_first(text: str, at: int, stop: int) -> tuple[int, str] | None:
    """Where a verb of saying ends that stands at ``at``, and the pronoun that it has behind it."""
    word = _WORD.match(text, at, stop)
    asked = ""
    for _ in range(2):  # "a déclaré", "a-t-il dit", "ha subito detto"
        if word is not None and word.group().startswith(("a-t-", "ont-")):
            asked = word.group().rsplit("-", 1)[1]
            word = _WORD.match(text, word.end() + 1, stop)
        if word is None or word.group() in SAID or word.group().split("-")[0] in SAID:
            break
        if word.group() not in AUXILIARIES and not word.group().endswith(("ly", "ment", "mente")):
            return None
        word = _WORD.match(text, word.end() + 1, stop)
    if word is None:
        return None
    verb, _, pronoun = word.group().partition("-")
    if verb not in SAID:
        return None
    if pronoun or asked:
        return word.end(), asked or pronoun.removeprefix("t-")
    behind = _WORD.match(text, word.end() + 1, stop)
    pronouns = HE - {"il"} | IT  # "dit-il" has a hyphen: this is the article of Italian
    if behind is not None and behind.group() in pronouns:
        return behind.end(), behind.group()
    return word.end(), ""


def _subject(text: str, at: int) -> tuple[int, str, str] | None:
    """Where the subject of a verb at ``at`` begins, of what kind it is, and its words."""
    begin = max(0, at - LONGEST - 2 * _ASIDE)
    offset = max(begin, text.rfind("\n", begin, at) + 1)
    before = text[offset:at].rstrip(" ")
    for _ in range(4):
        word = _last_word(before)
        if word not in BETWEEN:
            break
        before = before[: len(before) - len(word)].rstrip(" ")
    asides = 0
    aside = ""
    while before.endswith((",", ")", " -", " –", " —")) and asides < 3:
        opening = {",": ", ", ")": " ("}.get(before[-1], before[-2:] + " ")
        cut = before.rfind(opening, max(0, len(before) - _ASIDE), len(before) - 1)
        if cut < 0 or re.search(r"[.“”\"«»„·]", before[cut + 2 : -1]):
            break
        aside = aside or before[cut + len(opening) : -1].strip(" -–—")
        before = before[:cut].rstrip(" ")
        asides += 1
    if len(before) > LONGEST:
        offset += len(before) - LONGEST
        before = before[-LONGEST:]
    found = _noun_phrase(before)
    named = _ASIDE_NAME.match(aside) if aside else None
    if found is None:
        # "the nurse on duty, Jane Doe, said"
        if named is None:
            return None
        return offset + len(before) - len(_last_word(before)), "name", named["name"]
    start, kind, words = found
    if (
        kind == "name"
        and named is not None
        and " " in named["name"]
        and _OF_SOMETHING.search(before, 0, start) is not None
    ):  # "El ministro de Educación, Ana Poe, dijo"
        return offset + start, "name", named["name"]
    if kind == "calling":
        if named is not None:  # "the company's head, Jane Doe, said"
            return offset + start, "name", named["name"]
        beside = _BESIDE.search(before[:start])
        if beside is not None:  # "Jane Doe, the company's head said"
            return offset + beside.start(), "name", beside["name"]
    return offset + start, kind, words


_OF_SOMETHING = re.compile(r" (?:de|del|of|for|der|des|du|della|di|do|da)(?: the| la)? $")


def _last_word(text: str) -> str:
    """What stands behind the last blank, without the marks before it."""
    return text[text.rfind(" ") + 1 :].lstrip("\"”»“«„’'‘`(·—–")


def _noun_phrase(before: str) -> tuple[int, str, str] | None:
    """The noun phrase at the end of ``before``: where it begins, its kind, its words."""
    word = _last_word(before)
    small = word.lower()
    if small in HE:
        return len(before) - len(word), "he", word
    if small in IT:
        return len(before) - len(word), "it", word
    words = frozenset(_WORDS.findall(before.lower()))
    calling = None if _OPENING.isdisjoint(words) else _unnamed(before)
    if calling is None and not CALLINGS.isdisjoint(words):
        calling = _calling(before)
    if calling is not None:
        return calling
    named = _NAME_LAST.search(before)
    if named is not None:
        start, name = named.start("name"), named["name"]
        if before[:start].endswith(("the ", "The ")) or name.startswith("The "):
            return start, "the", name.removeprefix("The ")
        return start, "name", name
    return None


_OPENING = frozenset("one another un una une ein eine um uma".split())
"""Words that open what somebody without a name is called."""
_UNNAMED = re.compile(
    r"(?:^|[,;:·\"”»]\s*|[.!?]\s+|\s[-–—]\s)"
    r"(?P<phrase>(?:[Oo]ne|[Aa]nother|[Uu]n|[Uu]na|[Uu]ne|[Ee]in|[Ee]ine|[Uu]m|[Uu]ma)"
    r"(?: [^\W\d_][\w’'-]*){0,7} [a-zà-ÿß][\w’'-]*)$"
)


def _unnamed(before: str) -> tuple[int, str, str] | None:
    """A phrase such as *one banker on the committee*, from where its clause begins."""
    found = _UNNAMED.search(before)
    return (found.start("phrase"), "calling", found["phrase"]) if found is not None else None


def _calling(before: str) -> tuple[int, str, str] | None:
    """A phrase such as *a spokesman for the ministry* at the end of ``before``."""
    words = before.split(" ")[-12:]
    head = next((at for at in range(len(words)) if _is_head(words, at)), -1)
    if head < 0:
        return None
    begin = head
    while begin and head - begin < 4 and not words[begin - 1].endswith((",", ".", ":", ";", "·")):
        begin -= 1
        if words[begin].lower() in ARTICLES:
            break
    if words[begin].lower() not in ARTICLES and words[begin] == words[begin].lower():
        begin = head
    phrase = " ".join(words[begin:])
    return len(before) - len(phrase), "calling", phrase


def _is_head(words: list[str], at: int) -> bool:
    """Whether what somebody is called stands at ``at``, and behind it only what they are of."""
    if words[at].lower().strip("’'") not in CALLINGS:
        return False
    tail = words[at + 1 :]
    return not tail or (
        len(tail) <= MOST_OF and tail[0] in _PREPOSITIONS and not any("," in word for word in tail)
    )


MOST_OF = 7
"""Words of what somebody is a spokesman of."""
_PREPOSITIONS = frozenset("of from at for with in de du von der des della del da do".split())
