"""Stems at query time: which words of a vocabulary are forms of one word.

The index holds words as written; asking it for the words that begin alike and share a
Snowball stem (M. Porter, snowballstem.org) gives the forms, in any language, with no reindex.
"""

from __future__ import annotations

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

_ANYWHERE = ("ar", "eo", "fa", "ga", "id", "sr", "ta", "yi")
"""Languages whose stemmers take letters off a word's beginning as well, or write the stem in other
letters (Serbian in Latin ones)."""

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
    if not _has_forms(word):
        return []
    stemmer = _stemmer(language)
    stem = stemmer.stemWord(word)
    candidates: dict[str, None] = {}
    for prefix in _prefixes(stem, language):
        candidates.update(dict.fromkeys(filter(_has_forms, words_with_prefix(prefix))))
    candidates.pop(word, None)
    stems = stemmer.stemWords(list(candidates))
    return [form for form, its in zip(candidates, stems, strict=True) if its == stem]


def _has_forms(word: str) -> bool:
    if len(word) < 2 or word.isupper():
        return False
    # In scripts of India the vowels are marks on letters.
    return word.isalpha() or (
        not word.isascii() and all(c.isalpha() or combining(c) or ord(c) in VOWELS for c in word)
    )


def _prefixes(stem: str, language: str) -> list[str]:
    """What the forms with a stem begin with: each of them with one of these."""
    if language in _ANYWHERE or not stem:
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
    if language == "tr" and len(stem) == 1:
        # Its last letter is hardened: bunda has the stem "p".
        return [stem, *{"p": "b", "ç": "c", "t": "d", "k": "g"}.get(stem, "")]
    return [start]


def _shortest(prefixes: Iterable[str]) -> list[str]:
    """``prefixes`` without those that begin with another of them, in order."""
    kept: list[str] = []
    for prefix in sorted(prefixes):
        if not kept or not prefix.startswith(kept[-1]):
            kept.append(prefix)
    return kept
