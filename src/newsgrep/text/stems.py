"""Stems at query time: which words of a vocabulary are forms of one word.

The index holds words as written; asking it for the words that begin alike and share a
Snowball stem (M. Porter, snowballstem.org) gives the forms, in any language, with no reindex.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from itertools import product
from typing import Any
from unicodedata import combining

from newsgrep.text.fold import VOWEL_SIGNS as VOWELS

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque",
    "fa": "persian", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

_CHANGED = {"fi": 4, "el": 5, "et": 4, "tr": 4}
"""Letters at a stem's end that a form may have otherwise; two where nothing is said.

Measured over the vocabularies that Snowball publishes for each language, and one more than was
met there: ``disability`` has all but the last letter of its stem ``disabl``, ``κοκοράκια`` all
but the last three of ``κοκοριτσ``."""

_OF_SCRIPT = {
    "ar": (0x0600, 0x06FF), "fa": (0x0600, 0x06FF), "ta": (0x0B80, 0x0BFF), "yi": (0x0590, 0x05FF),
}  # fmt: skip
"""Languages whose stemmers take letters off a word's beginning, and leave words of other scripts as
they are: the forms are among all words that begin with a letter of theirs."""

_SHORT = 4
"""Letters of a German stem that are looked for with all their spellings."""


@cache
def _stemmer(language: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(_SNOWBALL[language], 0)


def stemmable(languages: Iterable[str]) -> list[str]:
    """Those of ``languages`` (ISO 639-1) that have a stemmer."""
    return [code for code in languages if code in _SNOWBALL]


def forms(word: str, language: str, words_with_prefix: Callable[[str], Iterable[str]]) -> list[str]:
    """The words of a vocabulary, other than ``word``, to which ``language`` gives its stem.

    ``words_with_prefix`` gives the vocabulary's folded words that begin so. What is no word of
    letters, or has one only, has no forms.
    """
    if not _has_forms(word) or word in _NO_FORMS.get(language, ()):
        return []
    script = _OF_SCRIPT.get(language)
    if script is not None and not any(script[0] <= ord(letter) <= script[1] for letter in word):
        return []
    stemmer = _stemmer(language)
    stem = stemmer.stemWord(word)
    candidates: dict[str, None] = {}
    for prefix in _letters(*script) if script is not None else _prefixes(stem, language):
        candidates.update(dict.fromkeys(filter(_has_forms, words_with_prefix(prefix))))
    for other in (word, *_NO_FORMS.get(language, ())):
        candidates.pop(other, None)
    stems = stemmer.stemWords(list(candidates))
    return [form for form, its in zip(candidates, stems, strict=True) if its == stem]


_NO_FORMS = {"en": ("noone",)}
"""Words that are no forms of what has their stem: *no-one*, which is no *noon*."""


def _has_forms(word: str) -> bool:
    if len(word) < 2 or word.isupper():
        return False
    # In scripts of India the vowels are marks on letters.
    return word.isalpha() or (
        not word.isascii() and all(c.isalpha() or combining(c) or ord(c) in VOWELS for c in word)
    )


def _prefixes(stem: str, language: str) -> list[str]:
    """What the forms with a stem begin with: each of them with one of these."""
    if not stem:
        return [""]
    fewest = 1 if language in ("et", "tr") else 2
    kept = max(min(len(stem), fewest), len(stem) - _CHANGED.get(language, 2))
    start = stem[:kept]
    if language == "en" and len(stem) == 3 and stem.endswith("ie"):
        # dying, lying, tying: forms of die, lie, tie.
        return [start, f"{stem[0]}ying"]
    if language == "de":
        # Aktuell has the stem "aktull", since an "ue" may be written for "ü".
        start = start[:_SHORT]
        ways = product(*((c, f"{c}e") if c in "aou" else (c,) for c in start))
        return _shortest("".join(way) for way in ways)
    if language == "nl":
        # Geboden has the stem "bood", agentschap "antschap": "ge" is taken off wherever it is.
        return [stem[0], "ge"] if stem[0] != "g" else ["g"]
    if language == "id":
        return _shortest(_indonesian(start)) if len(start) > 1 else [""]
    if language == "ga":
        return [start, *(f"{changed}{start[1:]}" for changed in _IRISH.get(start[0], "").split())]
    if language == "eo":
        # Stems have ĉ where cx was written; and what is left of a stem may be short.
        return [_WRITTEN_WITH_X.sub(r"\1x", unicodedata.normalize("NFD", start))[:kept]]
    if language == "sr":
        return _serbian(start)
    if language == "tr" and len(stem) == 1:
        # Its last letter is hardened: bunda has the stem "p".
        return [stem, *{"p": "b", "ç": "c", "t": "d", "k": "g"}.get(stem, "")]
    return [start]


_IRISH = {
    "b": "mb bh", "c": "gc ch", "d": "nd dh", "f": "bhf fh", "g": "ng gh", "m": "mh", "p": "bp ph",
    "s": "sh ts", "t": "dt th",
}  # fmt: skip
"""How a word that begins with a letter may begin in a sentence: eclipsis and lenition."""
_FIRST_PREFIXES = "di meng men me mem ter ke peng pen pem".split()
_SECOND_PREFIXES = "per pe pel ber be bel".split()
_WRITTEN_WITH_X = re.compile("([cghjsu])[\u0302\u0306]")


def _indonesian(start: str) -> Iterable[str]:
    """What the words of an Indonesian stem begin with: prefixes, after some of which an ``s`` or
    a ``p`` falls away (F. Tala, *A study of stemming effects*, 2003)."""
    for second in (start, *(f"{prefix}{start}" for prefix in _SECOND_PREFIXES)):
        yield second
        for first in _FIRST_PREFIXES:
            yield f"{first}{second}"
        if second[0] in "sp":
            for first in ("meny", "peny") if second[0] == "s" else ("mem", "pem"):
                yield f"{first}{second[1:]}"


_CYRILLIC = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))
_DIGRAPHS = {"l": "лљ", "n": "нњ", "d": "дџђ"}


def _serbian(start: str) -> list[str]:
    """What the words of a Serbian stem begin with, in either script; ``e`` may be ``ije``."""
    start = start[:_SHORT]
    latin = [("e", "ije", "je") if c == "e" else ("đ", "dj") if c == "đ" else (c,) for c in start]
    ways = ["".join(way) for way in product(*latin)]
    cyrillic: list[str] = []
    for way in ways:
        plain = way.replace("lj", "љ").replace("nj", "њ").replace("dž", "џ").replace("dj", "ђ")
        written = "".join(_CYRILLIC.get(letter, letter) for letter in plain)
        last = _DIGRAPHS.get(plain[-1:], "")
        cyrillic += [f"{written[:-1]}{letter}" for letter in last] if last else [written]
    return _shortest([*ways, *cyrillic])


@cache
def _letters(first: int, last: int) -> list[str]:
    """The letters of a script, by the numbers of its characters."""
    return [chr(code) for code in range(first, last + 1) if chr(code).isalpha()]


def _shortest(prefixes: Iterable[str]) -> list[str]:
    """``prefixes`` without those that begin with another of them, in order."""
    kept: list[str] = []
    for prefix in sorted(prefixes):
        if not kept or not prefix.startswith(kept[-1]):
            kept.append(prefix)
    return kept
