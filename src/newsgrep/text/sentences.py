"""Where paragraphs and sentences end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsgrep.text.words import PARAGRAPH_MARK, QUOTE_MARK, SENTENCE_MARK, UNQUOTE_MARK

_NEWLINES = re.compile(r"\n\s*")
_CLOSING = "\"'”’»)\\]"
# That it begins with one set of characters is what makes it quick.
_CANDIDATE = re.compile(
    r"[.!?…。！？](?:"
    rf"(?<=[.!?…])(?:[{_CLOSING}]*[ \t\n]+|[\"”’]+(?=[^\W\d_a-z]|[“\"]))"
    r"|(?<=[。！？])[」』”]*\s*)"
)
_BEFORE_WORD = re.compile(r"[\s(“\"‘']")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[¿¡—–\s-]*([\w’']+)?")
_ABBREVIATIONS = frozenset(
    """mr mrs ms messrs mme mlle dr prof rev fr st ste sr sra srta jr gov lt col gen maj capt
    cmdr adm sgt sen rep pres supt hon amb atty det dist no nos vs etc inc corp co ltd bros
    dept est approx fig vol pp ed al jan feb mar apr jun jul aug sept sep oct nov dec mt ft
    ave blvd rd mon tue wed thu fri sat sun ca cf e.g i.e a.m p.m ud uds núm art av bzw z.b nr
    hr fr""".split()
)
_NAME_ENDS = frozenset("inc corp co ltd bros jr sr etc".split())
# After "U.S.", "Apple Inc." and their like, only a word that rarely follows a name opens a
# sentence.
_STARTERS = frozenset(
    """the a an he she it they we i but and in on at for this that these those his her its their
    mr mrs ms when while as if after before there what who however meanwhile still some many
    most no not el la los las en il le les der die das""".split()
)


@lru_cache(maxsize=2)
def paragraphs(text: str) -> Sequence[tuple[int, int]]:
    """Character spans of the paragraphs of ``text``: what newlines separate."""
    # Kept for the next who asks: an article's quotations, and then its sentences.
    spans: list[tuple[int, int]] = []
    start = 0
    for gap in _NEWLINES.finditer(text):
        end = gap.start()
        while end > start and text[end - 1] in " \t":
            end -= 1
        if end > start:
            spans.append((start, end))
        start = gap.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether the full stop (or its like) at ``match`` ends a sentence."""
    after = match.end()
    if after >= len(text):
        return False
    if text[after].islower():
        return False
    if text[match.start()] != ".":
        return True
    before = _word_before(text, match.start())
    if len(before) == 1:
        return not before.isupper()
    if text[match.start() - 1 : match.start()] == ".":
        return True
    if "." in before or before.lower() in _NAME_ENDS:
        follower = _WORD_AFTER.match(text, after)
        word = follower.group(1) if follower else None
        return word is not None and word.lower() in _STARTERS
    return before.lower() not in _ABBREVIATIONS


def _word_before(text: str, end: int) -> str:
    """The last word of what stands before ``end``; empty behind a blank."""
    start = max(0, end - 24)
    word = text[max(start, text.rfind(" ", start, end) + 1) : end]
    if word.isalnum():
        return word
    return _BEFORE_WORD.split(word)[-1]


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Character spans of the sentences of ``text[start:end]``, which is one paragraph."""
    stop = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    for match in _CANDIDATE.finditer(text, start, stop):
        if match.end() < stop and _ends_sentence(text, match):
            spans.append((start, match.start() + len(match.group().rstrip())))
            start = match.end()
    if start < stop:
        spans.append((start, stop))
    return spans


def last_sentence(text: str, start: int, end: int) -> int:
    """Where the last sentence of ``text[start:end]`` begins, which is one paragraph."""
    for match in reversed([*_CANDIDATE.finditer(text, start, end)]):
        if match.end() < end and _ends_sentence(text, match):
            return match.end()
    return start


def with_marks(text: str, quoted: Sequence[tuple[int, int]] = ()) -> str:
    """``text`` with a mark after each sentence and each paragraph, for indexing.

    ``quoted`` are the character spans of quotations; each gets a mark before it and behind it.
    """
    cuts: list[tuple[int, str]] = []
    for start, end in paragraphs(text):
        spans = sentences(text, start, end)
        cuts += [(b, SENTENCE_MARK) for _, b in spans[:-1]]
        cuts.append((end, PARAGRAPH_MARK))
    for start, end in quoted:
        cuts.append((start, QUOTE_MARK))
        cuts.append((end, UNQUOTE_MARK))
    if quoted:
        cuts.sort(key=lambda cut: cut[0])
    pieces: list[str] = []
    at = 0
    for place, mark in cuts:
        pieces.append(text[at:place])
        pieces.append(mark)
        at = place
    # The end of the text needs no mark: its length tells.
    if pieces and pieces[-1] == PARAGRAPH_MARK:
        pieces.pop()
    return "".join(pieces) + text[at:]
