"""Words that are divided at the end of a line: whole again, or with a hyphen that is their own.

Printed pages, scans of them and old wires divide words; neither half is a word that anybody looks
for. What decides is the text itself, where it has the word elsewhere; then the words of grammar,
before which a hyphen is a dash or stands for what follows (*pre- and post-war*); then the words
that are written with one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from functools import cache
from typing import Literal

from newsgrep.text.function_words import FUNCTION_WORDS
from newsgrep.text.lazy_regex import regex

_OF_RUSSIAN = regex("[а-яё]{3,}(?:ско|цко|но|во)")
"""The first of two adjectives in one: ``научно-технический``."""
_LONG, _FEWEST = 6, 3
_LEAST = 4
"""Letters of each of two words, where a syllable of fewer may be a word as well."""
Between = Literal["", "-", "- "]
"""What stands between two halves: nothing, a hyphen of the word, or a hyphen and a blank."""

_OF_PDFIUM = "\ufffe\x02"
DIVISIONS = tuple(_OF_PDFIUM)
"""What PDFium has in the place of a hyphen at the end of a line."""
_OWN = f"-‐{_OF_PDFIUM}"
"""Hyphens at the end of a line that may be a word's own."""
_DIVISIONS = "¬⸗\u00ad"
"""Those of scans and of Fraktur, which are not."""
_ENDS_SO = tuple(_OWN + _DIVISIONS)
_AT_END = regex(rf"[{_OWN}{_DIVISIONS}][ \t]*\n")
_HALF = r"(?<!\w)(?!(?<=-)[^\W_]-)(?P<half>[^\W_]+(?:-[^\W_]+)*)"
_SIGN = f"(?P<sign>[{_OWN}{_DIVISIONS}])"
_ENDS = regex(rf"{_HALF}{_SIGN}[ \t]*$")
_ENDS_IN_PRINT = regex(rf"{_HALF}(?P<sign>[{_OWN}{_DIVISIONS}=])$")
"""With what is read as a double stroke of Fraktur."""
_SECOND = regex(r"[^\W\d_]++(?!://)(?:-[^\W\d_]+)*")
_OPENS = regex(r"[ \t]*(?P<half>(?:[^\W\d_]['’]?)++(?!://)(?:-[^\W\d_]+)*)(?P<more>\S*)[ \t]*")
_WITHIN = regex(rf"{_HALF}(?P<sign>[{_OF_PDFIUM}\u00ad])\s*(?P<second>[^\W_]++)(?P<more>\S?)")
_WORD = regex(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_DIVIDED = regex(
    rf"(?<![^\W_])[^\W_]++(?:[{_OWN}{_DIVISIONS}][ \t\r]*\n[ \t]*|[\ufffe\x02\u00ad]\s*)[^\W_]*+"
)
_OF_ADDRESSES = ("/", "@", "www.")
_LONGEST = 100
"""Characters at the end of a line in which its last word is looked for."""
_GRAMMAR = FUNCTION_WORDS.union(
    """almost already although altogether always another anyone anywhere became become behave belong
    elsewhere everyone everywhere furthermore hereafter herself himself hitherto however inside
    instead itself moreover myself nevertheless nonetheless nowhere ourselves outside somehow
    friday monday saturday someone somewhat somewhere sunday themselves thereby therein thereof
    thursday today tuesday wednesday whatever whenever wherever whoever yesterday
    yourself""".split()
)
_DASHED = frozenset(
    """the and for with that this which who was were has had have not but from they he she we you
    his its their of by in on as if when while und oder sowie bzw beziehungsweise és vagy och eller
    og tai""".split()
)
"""Words of grammar that nearly always stand by themselves; others end words as well."""
_ENDINGS = frozenset(
    """able age ally an ance ed en ence er ers es est ful fold hood ic ical ing ings ion ions ish
    ism ist ists ity less like ly ment ments ness or ous ry ship some teen th ties ty ward wards
    way""".split()
)
_BEHIND_HYPHEN = frozenset(
    """backed based bearing born bound called century clad class controlled day deep driven edge
    elect facing fed filled foot former free friendly funded geführt geführte geführten hand
    hit held home hour in-law industry inch known led level licensed like linked long looking made
    man mayor mile minded minister minute month night off old oriented out owned page party person
    prone proof ready related rich round run running scale season sex shaped side size sized
    speaking sponsored star style term time torn trained type up wave week wide wing winning women
    working world year zone нибудь либо таки""".split()
)
"""What stands behind one."""
_FRENCH = frozenset(
    """il ils elle elles on je tu nous vous moi toi lui leur même mêmes ci là dessus dessous delà
    être midi deux trois quatre cinq six sept huit neuf""".split()
)
"""And in French, behind verbs, numbers and words of place."""
_RUSSIAN_FIRST = frozenset(
    """кто что где когда как какой какая какое какие куда откуда почему чей чем кого кому чего чему
    из юго северо восточно западно""".split()
)
_WITH_HYPHEN = frozenset(
    """afro anglo anti cross eight eighty father fifth first five fifty forty four fourth full half
    high ill left long low mother multi nine ninety non old one post right second self semi
    seven seventy short six sixty third thirty three twenty two vice well""".split()
)
"""What is written with a hyphen before many words: where it is kept, both halves are found, and the
word without it."""


def between(first: str, second: str, words: Container[str]) -> Between:
    """What joins the halves of a word, ``first`` behind which a line ends, and ``second``.

    ``words`` are those of the whole text, as :func:`words_of` gives them.
    """
    chain, _, last = first.rpartition("-")
    half, _, more = second.partition("-")
    if half[0].isupper() and not (last.isupper() and half.isupper()):
        return "- "
    is_name, shouted = not last.islower(), last.isupper() and len(last) > 1 and half.islower()
    last, half = last.lower(), half.lower()
    is_grammar = half in _DASHED or (half in ("or", "to") and last in _WITH_HYPHEN)
    is_grammar = is_grammar or (half == "en" and "het" in words)
    if last[-1].isdigit():
        return "- " if is_grammar or half in ("or", "to") else "-"
    if len(half) == 1:
        return "- "  # as nobody divides
    if chain and not is_grammar and (last in FUNCTION_WORDS or len(last) == 1):
        return "-"
    if not shouted and (last + half in words or last + half in _GRAMMAR):
        return ""
    if more or f"{last}-{half}" in words:
        return "-"
    if is_grammar:
        return "- "
    if half in _ENDINGS and not shouted:
        return ""
    return "-" if _keeps_hyphen(last, half, words, shouted=shouted, is_name=is_name) else ""


def _keeps_hyphen(
    first: str, second: str, words: Container[str], *, shouted: bool, is_name: bool
) -> bool:
    """Whether it is likely that a hyphen is a word's own, or not certain that it is not."""
    if len(first) == 1 or first in _WITH_HYPHEN or second in _BEHIND_HYPHEN or shouted:
        return True
    if first in _RUSSIAN_FIRST or (first == "по" and second.endswith(("ому", "ему", "ски"))):
        return True
    if len(second) >= _LONG and _OF_RUSSIAN.fullmatch(first) is not None:
        return True
    is_french = "les" in words and "et" in words
    if is_french and (second in _FRENCH or (second == "ce" and first in ("est", "était", "sont"))):
        return True
    is_english = "the" in words and "of" in words
    if is_english or is_name:
        # "oil-rich", "Trump-backed": a half that is a word by itself would be found no more.
        return len(first) >= _FEWEST and first in words and first not in FUNCTION_WORDS
    return min(len(first), len(second)) >= _LEAST and first in words and second in words


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, with hyphens and without, but for those divided."""
    whole = {word.lower() for word in _WORD.findall(_DIVIDED.sub("\n", text))}
    return frozenset(whole.union(part for word in whole if "-" in word for part in word.split("-")))


def seam(before: str, line: str, words: Callable[[], Container[str]]) -> tuple[str, str]:
    """A line of print without the hyphen at its end that is none, and what joins it to the next."""
    ends = _ENDS_IN_PRINT.search(before, max(len(before) - _LONGEST, 0))
    if ends is None or not line:
        return before, " "
    own = before[: ends.start("sign")]
    is_sure = ends["sign"] in _OF_PDFIUM and (line[0].isupper() or line[0].isdigit())
    if is_sure or _is_address(own[-_LONGEST:], line):
        return own, "-"
    second = _SECOND.match(line)
    if second is None:
        return before, " "
    return own, _joint(ends["half"], ends["sign"], second[0], words)


def whole_within(text: str, words: Callable[[], Container[str]]) -> str:
    """A run of several lines of print, with the words whole that PDFium has as divided."""

    def whole(found: re.Match[str]) -> str:
        first, second, more = found.group("half", "second", "more")
        own = second[0].isupper() or second[0].isdigit() or more in ("@", "/")
        joined = "-" if own else _joint(first, found["sign"], second, words)
        return f"{first}{joined}{second}{more}"

    return _WITHIN.sub(whole, text)


def _joint(first: str, sign: str, second: str, words: Callable[[], Container[str]]) -> Between:
    if sign in _OF_PDFIUM and len(second) == 1:
        return ""
    if sign in _OWN:
        return between(first, second, words())
    return "" if second[0].islower() else "- "


def _is_address(before: str, line: str) -> bool:
    """Whether a line ends within an address, whose hyphens are its own."""
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    own = before.rpartition(" ")[2]
    return (
        any(sign in own for sign in _OF_ADDRESSES) or "@" in first or _HOST.match(first) is not None
    )


_HOST = regex(r"[\w-]+(?:\.[\w-]{2,})+/|[\w-]+\.(?:com|org|net|example|gov|edu)\b")


def with_whole_words(text: str) -> str:
    """``text`` with the words whole that are divided at the ends of its lines.

    The second half goes up to the first; the line ends behind it.
    """
    if "-\n" not in text and "- \n" not in text and (text.isascii() or not _AT_END.search(text)):
        return text  # as nearly all

    @cache
    def known() -> frozenset[str]:
        return words_of(text)

    lines = text.split("\n")
    found = [lines[0]]
    for line in lines[1:]:
        joined = _joined(found[-1], line, known)
        if joined is None:
            found.append(line)
            continue
        found[-1], rest = joined
        if rest.strip():
            found.append(rest)
    return "\n".join(found)


def _joined(before: str, line: str, known: Callable[[], frozenset[str]]) -> tuple[str, str] | None:
    """A line with the end of its last word, and what is left of the next; None for two lines."""
    last = before[-_LONGEST:].rstrip()
    if not last.endswith(_ENDS_SO) or " " not in last.strip():
        return None  # a line of one word is of a list
    ends = _ENDS.search(before, max(len(before) - _LONGEST, 0))
    opens = _OPENS.match(line) if ends is not None else None
    if ends is None or opens is None:
        return None
    second = opens["half"]
    joined = "-" if _is_address(last, line) else _joint(ends["half"], ends["sign"], second, known)
    if joined == "- ":
        return None
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    whole = f"{before[: ends.start('sign')]}{joined}{second}{opens['more']}"
    return whole, indent + line[opens.end() :]
