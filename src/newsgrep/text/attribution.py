"""Who says what a text quotes: the speaker beside each quotation.

Told by the verb of saying behind it (``…,” said Jane Doe``) or before it (``Jane Doe said: “…``),
by *according to*, and, where a quotation stands alone, by what goes before it. Pronouns and
surnames are led back to the name that they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsgrep.text.cues import NAME, Cue, Cues, verb_first
from newsgrep.text.quotations import Span, quotations
from newsgrep.text.sentences import last_sentence
from newsgrep.text.speakers_named import Names, Speaker, of_noun_phrase
from newsgrep.text.speech_words import ACCORDING, HE, IT, NO_PERSONS, SAYING

LOOK = 160
"""Characters behind a quotation in which its speaker is looked for."""
LOOK_BACK = 700
"""Characters before it in which the name that a pronoun stands for is looked for."""

_MARKS = "\"”»“«„’'‘`‚‹›」』「『"
_AROUND_MARKS = re.compile(rf"[{_MARKS}\s]*")
_CLOSED = re.compile(rf"[{_MARKS}]+\s+[{_MARKS}]")
_BEHIND_MARK = re.compile(rf"[{_MARKS}]*\s*[,;–—-]{{0,2}}\s*")
_GOES_ON_BEHIND = re.compile(r"(?:[\w’'.&-]+\s+){0,7}")
_ACCORDING = re.compile(rf"\b{ACCORDING}\s+")
_SAYING = re.compile(rf"\b(?:{'|'.join(sorted(SAYING))})\b[^.;:“”\"]{{0,80}}[,:]?\s*$")
_ONLY_NAME = re.compile(rf"(?:^|[-–—•] |, )(?:[\w’'&-]+ ){{0,4}}?(?P<name>{NAME})\s*:\s*$")
_OVER = re.compile(r"\s*(?:[.;:,\n]|$)")
_SO = re.compile(r"so [A-ZÀ-Ýd]")
"""*„…“, so Jane Doe*, in German."""
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[^\W\d_a-z])|\n")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…:\n·][\"”’»]?\s+|\n)[^.!?\n]{0,45}$")
_PREPOSITION = re.compile(
    r"(?:\b(?:of|to|by|with|for|from|against|on|in|than|and|over|about|at|between|as|not|de|von"
    r"|di|do|da) (?:the |Mr |Mrs |Ms |Sir |Dr )?(?:[A-Z][\w.-]+ )?)$"
)
_PEOPLE_OF = re.compile(
    r"\b(?:\w+(?:[^d]ian|ean|ican|[a-z]man|woman|[a-z]ese)|Briton|Swede|Spaniard|Argentine|Scot|Dane"
    r"|Finn|Pole|Turk|Serb|Croat|Swiss|Czech|Kiwi|Wallaby)$"
)
"""*The Briton* and their like: the one who was named before."""


_FIRST_WORD = re.compile(rf"[{_MARKS}·\s,]*(?:But |And |Pero |Mais |Aber )?(?P<word>\w+)")


class Attribution(NamedTuple):
    """A quotation, and who says it."""

    spans: tuple[Span, ...]
    """Where it stands, without its marks; several where it goes on behind a mark of its own."""
    speaker: str
    """The name in its fullest form, or what the text calls them; empty where nobody is told."""
    named: bool
    """Whether ``speaker`` is the name of a person."""
    sure: float
    """How sure that is, from 0 to 1."""
    cue: Span
    """Where the words stand that tell it; where they end is what is read for who goes on."""


class _Told(NamedTuple):
    """A speaker with the words that tell it."""

    speaker: Speaker
    sure: float
    cue: Span


_NOBODY = Speaker("", False)


def attributed(
    text: str, people: Sequence[str], organizations: Sequence[str] = ()
) -> list[Attribution]:
    """Every quotation of ``text``, in order, with its speaker where one is told.

    ``people`` and ``organizations`` are those that the text names, in their fullest form.
    """
    spans = quotations(text)
    if not spans:
        return []
    reader = _Reader(text, spans, Names(text, people, organizations))
    found: list[Attribution] = []
    for utterance in _utterances(text, spans):
        told = reader.told(utterance, found[-1] if found else None)
        speaker = told.speaker if told is not None else _NOBODY
        sure, cue = (told.sure, told.cue) if told is not None else (0.0, (0, 0))
        found.append(Attribution(tuple(utterance), speaker.name, speaker.named, sure, cue))
    return found


def _utterances(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Quotations between which nothing stands but marks are parts of one, of many paragraphs."""
    found: list[list[Span]] = []
    for start, end in spans:
        between = text[found[-1][-1][1] : start] if found else "x"
        if _AROUND_MARKS.fullmatch(between) and not _CLOSED.match(between):
            found[-1].append((start, end))
        else:
            found.append([(start, end)])
    return found


_ONE = re.compile(r"(?:one|another)(?: of (?:them|those|these))?(?=[ .,;:\n])")
"""Somebody of whom nothing more is told."""


class _Reader:
    """A text that is read for speakers; what is quoted in it is passed over."""

    def __init__(self, text: str, spans: Sequence[Span], names: Names) -> None:
        self._text = text
        self._names = names
        pieces, at = [], 0
        for start, end in spans:
            pieces += [text[at:start], "·" * (end - start)]
            at = end
        self._unquoted = "".join(pieces) + text[at:]
        self._cues = Cues(self._unquoted)

    def told(self, utterance: Sequence[Span], before: Attribution | None) -> _Told | None:
        """Who says an utterance; ``before`` is the one before it."""
        start, end = utterance[0][0], utterance[-1][1]
        told = self._right_behind(start, end) or self._verb_alone(end, before)
        if told is not None:
            return told
        if self._somebody_behind(end):
            return None
        opens = self._sentence_start(start)
        return (
            self._before(opens, start)
            or self._further_behind(end)
            or self._alone(opens, start, end, before)
        )

    def _behind(self, end: int) -> int:
        """Where the text goes on behind the marks of a quotation that ends at ``end``."""
        mark = _BEHIND_MARK.match(self._unquoted, end)
        return mark.end() if mark is not None else end

    def _right_behind(self, start: int, end: int) -> _Told | None:
        at = self._behind(end)
        line = self._unquoted.find("\n", at, at + LOOK)
        stop = line if line >= 0 else min(len(self._text), at + LOOK)
        if _SO.match(self._unquoted, at) and self._text[start - 1 : start] in "„»":
            speaker, after = of_noun_phrase(self._unquoted, at + 3, stop, self._names)
            return _Told(speaker, 0.9, (at, after)) if speaker.name else None
        # Behind a full stop another sentence begins.
        over = self._text[end - 1] in ".…" or self._text[end + 1 : end + 2] == "."
        return self._cue_at(at, stop, over)

    def _somebody_behind(self, end: int) -> bool:
        """Whether somebody is told of behind a whole utterance, though not who: *said one*."""
        if self._text[end - 1] not in ",?!":
            return False
        at = self._behind(end)
        stop = min(len(self._text), at + LOOK)
        one = _ONE.match(self._unquoted, at, stop)
        if one is not None:
            return verb_first(self._unquoted, one.end() + 1, stop) is not None
        first = verb_first(self._unquoted, at, stop)
        return first is not None and _ONE.match(self._unquoted, first[0] + 1, stop) is not None

    def _verb_alone(self, end: int, before: Attribution | None) -> _Told | None:
        """Who spoke before, where a verb without anybody goes on: ``…», agregó.``"""
        if before is None or not before.speaker:
            return None
        at = self._behind(end)
        first = verb_first(self._unquoted, at, min(len(self._text), at + LOOK))
        if first is None or first[1] or _OVER.match(self._unquoted, first[0]) is None:
            return None
        return _Told(Speaker(before.speaker, before.named), 0.85, (at, first[0]))

    def _cue_at(self, at: int, stop: int, over: bool = False) -> _Told | None:
        """The speaker told by words that begin at ``at``; ``over``: in a sentence of their own."""
        first = verb_first(self._unquoted, at, stop)
        if first is not None:
            end, pronoun = first
            if pronoun:
                return self._of_pronoun(pronoun, at, end, 0.9)
            speaker, end = of_noun_phrase(self._unquoted, end, stop, self._names)
            if speaker.name:
                return _Told(speaker, 0.97 if speaker.named else 0.9, (at, end))
            return None
        according = _ACCORDING.match(self._unquoted, at, stop)
        if according is not None:
            return self._according(according, stop)
        if over:
            return None
        cue = next((one for one in self._cues.between(at, stop) if one.says), None)
        if cue is None or not _GOES_ON_BEHIND.fullmatch(self._unquoted, at, cue.start):
            return None
        if _SENTENCE_END.search(self._unquoted, at, cue.start + 1):
            return None
        return self._of_cue(cue, 0.97)

    def _according(self, match: re.Match[str], stop: int) -> _Told | None:
        speaker, end = of_noun_phrase(self._unquoted, match.end(), stop, self._names)
        if not speaker.name:
            return None
        # Papers and reports have things according to them as well.
        known = speaker.named and self._names.knows(speaker.name)
        sure = 0.92 if known else 0.85
        return _Told(Speaker(speaker.name, known), sure, (match.start(), end))

    def _before(self, begin: int, start: int) -> _Told | None:
        """By the words of its own sentence that stand before it."""
        clause = self._unquoted[begin:start].rstrip(_MARKS + " \n(")
        end = begin + len(clause)
        last = next(self._cues.last_between(begin, end), None)
        if last is not None:
            right_before = not clause[last.end - begin :].replace("that", "").strip(
                " ,:"
            ) or clause.endswith(":")
            return self._of_cue(last, 0.97 if right_before else 0.9)
        if _SAYING.search(clause):
            return self._subject(begin, start)
        according = _ACCORDING.search(self._unquoted, begin, end)
        if according is not None:
            return self._according(according, end)
        only = _ONLY_NAME.search(clause)
        if only is not None:
            speaker = self._names.speaker(only["name"])
            if speaker.named:
                return _Told(speaker, 0.9, (begin, start))
        return None

    def _further_behind(self, end: int) -> _Told | None:
        """Behind the rest of its sentence: ``… a “farce” for all, said Jane Doe``."""
        if self._text[end - 1] in ".…":
            return None
        over = _SENTENCE_END.search(self._unquoted, end, end + LOOK)
        stop = over.start() if over else min(len(self._text), end + LOOK)
        comma = self._unquoted.find(", ", end, stop)
        while comma >= 0:
            told = self._cue_at(comma + 2, stop)
            if told is not None:
                return told._replace(sure=min(told.sure, 0.9))
            comma = self._unquoted.find(", ", comma + 2, stop)
        return None

    def _alone(self, opens: int, start: int, end: int, before: Attribution | None) -> _Told | None:
        """Who says that beside which nobody is named: who spoke before it."""
        text = self._text
        if before is not None and before.speaker:
            told = Speaker(before.speaker, before.named)
            behind = before.cue[1] > before.spans[-1][1]
            rest = self._unquoted[before.cue[1] if behind else before.spans[-1][1] : start]
            rest = rest.rstrip(_MARKS + " \n")
            if behind and len(rest) < LOOK and not _SENTENCE_END.search(rest):
                if rest.endswith((".", ",")) or not rest:
                    return _Told(told, 0.92, (start, start))
            elif not rest and text[start].isupper():
                return _Told(told, 0.85, (start, start))
        clause = self._unquoted[opens:start].strip(_MARKS + " \n·.")
        is_sentence = text[start].isupper() and text[end - 1] in ".!?…," and " " in text[start:end]
        if clause or not is_sentence:
            return None
        line_start = self._sentence_before(start)
        last = next(self._cues.last_between(line_start, start), None)
        found = self._of_cue(last, 0.8) if last is not None else self._subject(line_start, start)
        if found is None:
            return None
        return found._replace(sure=min(found.sure, 0.8 if last else 0.65), cue=(start, start))

    def _sentence_start(self, at: int) -> int:
        """Where the sentence in which ``at`` is begins."""
        first = max(0, at - LOOK_BACK)
        begin = max(first, self._text.rfind("\n", first, at) + 1)
        before = self._unquoted[begin:at].rstrip(_MARKS + " ")
        # Whatever is quoted begins another sentence where the one before it is over.
        start = last_sentence(f"{before} X", 0, len(before) + 2)
        return begin + start if start < len(before) else at

    def _sentence_before(self, at: int) -> int:
        """Where the last sentence before ``at`` begins, in this paragraph or the one before."""
        first = max(0, at - LOOK_BACK)
        end = first + len(self._unquoted[first:at].rstrip(_MARKS + " \n"))
        begin = max(first, self._text.rfind("\n", first, end) + 1)
        return last_sentence(self._unquoted, begin, end)

    def _of_cue(self, cue: Cue, sure: float) -> _Told | None:
        """The speaker of a cue."""
        where = (cue.start, cue.end)
        if cue.kind in ("he", "it"):
            return self._of_pronoun(cue.subject.lower(), cue.start, cue.end, sure - 0.07)
        if cue.kind == "calling":
            return _Told(Speaker(cue.subject, False), min(sure, 0.9), where)
        speaker = self._names.speaker(cue.subject)
        if cue.kind == "the" and not speaker.named:
            # "the Salford MP said", "the Briton said": the one who was named before.
            if not speaker.name or _PEOPLE_OF.search(cue.subject):
                return self._of_pronoun("", cue.start, cue.end, sure - 0.12)
            speaker = Speaker(f"the {speaker.name}", False)
        if not speaker.name:
            return None
        return _Told(speaker, sure if speaker.named else min(sure, 0.88), where)

    def _of_pronoun(self, pronoun: str, at: int, end: int, sure: float) -> _Told | None:
        """Who is meant by a pronoun at ``at``: the subject of what goes before it."""
        begin = max(0, at - LOOK_BACK)
        best, place = _NOBODY, -1
        for cue in self._cues.last_between(begin, at):
            if cue.kind in ("he", "it"):
                continue
            calling = cue.kind == "calling" and NO_PERSONS.isdisjoint(cue.subject.lower().split())
            told = (
                Speaker(cue.subject, False)
                if cue.kind == "calling"
                else self._names.speaker(cue.subject)
            )
            if not told.name or (told.named if pronoun in IT else not (told.named or calling)):
                continue
            if not told.named or self._names.may_be(told.name, pronoun):
                best, place = told, cue.start
                break
        if pronoun not in IT:
            nearer = [*self._names.mentions(self._unquoted, max(begin, place + 1), at)]
            for match in reversed(nearer):
                speaker = self._names.speaker(match.group())
                if self._is_subject(match) and self._names.may_be(speaker.name, pronoun):
                    best = speaker
                    break
        return _Told(best, sure, (at, end)) if best.name else None

    def _is_subject(self, match: re.Match[str]) -> bool:
        """Whether a mention begins its sentence and is no part of another name or owner."""
        if self._unquoted[match.end() : match.end() + 2] in ("'s", "’s"):
            return False
        before = self._unquoted[max(0, match.start() - 60) : match.start()]
        return _SENTENCE_START.search(before) is not None and not _PREPOSITION.search(before)

    def _subject(self, begin: int, end: int) -> _Told | None:
        """The person with whom the sentence at ``begin`` begins."""
        first = _FIRST_WORD.match(self._unquoted, begin, end)
        if first is not None and first["word"].lower() in HE:
            return self._of_pronoun(first["word"].lower(), begin, end, 0.85)
        for match in self._names.mentions(self._unquoted, begin, end):
            if self._is_subject(match):
                return _Told(self._names.speaker(match.group()), 0.85, (begin, end))
            break
        return None
