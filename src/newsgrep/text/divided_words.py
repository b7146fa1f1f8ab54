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
_LONG = 6
_LEAST = 4
"""Letters of each of two words, where a syllable of fewer may be a word as well."""
Between = Literal["", "-", "- "]
"""What stands between two halves: nothing, a hyphen of the word, or a hyphen and a blank."""

_OF_PDFIUM = "\ufffe\x02"
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
_WITHIN = regex(rf"{_HALF}(?P<sign>[{_OF_PDFIUM}\u00ad])\s*(?P<second>[^\W\d_]++)")
_WORD = regex(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_DIVIDED = regex(rf"[^\W_]+(?:[{_OWN}{_DIVISIONS}][ \t\r]*\n[ \t]*|[\ufffe\x02\u00ad]\s*)[^\W_]*")
_OF_ADDRESSES = ("/", "@", "www.")
_LONGEST = 100
"""Characters at the end of a line in which its last word is looked for."""
_GRAMMAR = FUNCTION_WORDS.union(
    """almost already although altogether always another anyone anywhere became become behave belong
    elsewhere everyone everywhere furthermore hereafter herself himself hitherto however inside
    instead itself moreover myself nevertheless nonetheless nowhere ourselves outside somehow
    someone somewhat somewhere themselves thereby therein thereof whatever whenever wherever
    whoever yourself""".split()
)
_DASHED = frozenset(
    """the and for with that this which who was were has had have not but from they he she we you
    his its their of by in on as if when while und oder""".split()
)
"""Words of grammar that nearly always stand by themselves; others end words as well."""
_ENDINGS = frozenset(
    """able age ally an ance ed en ence er ers es est ful fold hood ic ical ing ings ion ions ish
    ism ist ists ity less like ly ment ments ness or ous ry ship some teen th ties ty ward wards
    way""".split()
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
    is_name = not last.islower()
    last, half = last.lower(), half.lower()
    is_grammar = half in _DASHED or (half in ("or", "to") and last in _WITH_HYPHEN)
    if last[-1].isdigit():
        return "- " if is_grammar or half in ("or", "to") else "-"
    if len(half) == 1:
        return "- "  # as nobody divides
    if last + half in words or last + half in _GRAMMAR:
        return ""
    if chain and last in FUNCTION_WORDS and not is_grammar:
        return "-"
    if more or f"{last}-{half}" in words:
        return "-"
    if is_grammar:
        return "- "
    if half in _ENDINGS:
        return ""
    if len(last) == 1 or last in _WITH_HYPHEN:
        return "-"
    if len(half) >= _LONG and _OF_RUSSIAN.fullmatch(last) is not None:
        return "-"
    # In English; elsewhere two words are one.
    are_long = min(len(last), len(half)) >= _LEAST and not is_name
    are_two = are_long and last in words and half in words and "the" in words and "of" in words
    return "-" if are_two else ""


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters, with hyphens and without, but for those divided."""
    whole = {word.lower() for word in _WORD.findall(_DIVIDED.sub("\n", text))}
    return frozenset(whole.union(part for word in whole if "-" in word for part in word.split("-")))


def seam(before: str, line: str, words: Callable[[], Container[str]]) -> tuple[str, str]:
    """A line of print without the hyphen at its end that is none, and what joins it to the next."""
    ends = _ENDS_IN_PRINT.search(before, max(len(before) - _LONGEST, 0))
    second = _SECOND.match(line) if ends is not None else None
    if ends is None or second is None:
        return before, " "
    joined = _joint(ends["half"], ends["sign"], second[0], words)
    return before[: ends.start("sign")], joined


def whole_within(text: str, words: Callable[[], Container[str]]) -> str:
    """A run of several lines of print, with the words whole that PDFium has as divided."""

    def whole(found: re.Match[str]) -> str:
        first, second = found["half"], found["second"]
        return f"{first}{_joint(first, found['sign'], second, words)}{second}"

    return _WITHIN.sub(whole, text)


def _joint(first: str, sign: str, second: str, words: Callable[[], Container[str]]) -> Between:
    if sign in _OF_PDFIUM and len(second) == 1:
        return ""
    if sign in _OWN:
        return between(first, second, words())
    return "" if second[0].islower() else "- "


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
    is_address = any(sign in last.rpartition(" ")[2] for sign in _OF_ADDRESSES)
    joined = "-" if is_address else _joint(ends["half"], ends["sign"], second, known)
    if joined == "- ":
        return None
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    whole = f"{before[: ends.start('sign')]}{joined}{second}{opens['more']}"
    return whole, indent + line[opens.end() :]
