"""Stems at query time: which words of a vocabulary are forms of one word.

The index holds words as written; asking it for the words that begin alike and share a
Snowball stem (M. Porter, snowballstem.org) gives the forms, in any language, with no reindex.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip


@cache
def _stemmer(language: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(_SNOWBALL[language], 0)


def stemmable(languages: Iterable[str]) -> list[str]:
    """Those of ``languages`` (ISO 639-1) that have a stemmer."""
    return [code for code in languages if code in _SNOWBALL]


def _common_prefix(word: str, stem: str) -> str:
    """What all forms of ``word`` begin with: Snowball changes at most a stem's last letter."""
    shared = stem if word.startswith(stem) else word[: max(2, len(stem) - 1)]
    if len(shared) > 3 and shared[-1] in "iyeu":
        shared = shared[:-1]
    return shared


def forms(
    word: str,
    languages: Iterable[str],
    words_with_prefix: Callable[[str], Iterable[str]],
) -> list[str]:
    """The vocabulary's forms of a folded ``word``, itself first.

    ``words_with_prefix`` gives the vocabulary's words that begin so. Words of fewer than
    three letters and words with digits have no other forms.
    """
    found = {word: None}
    if len(word) < 3 or not word.isalpha():
        return list(found)
    for language in stemmable(languages):
        stemmer = _stemmer(language)
        stem = stemmer.stemWord(word)
        if len(stem) < 2:
            continue
        prefix = _common_prefix(word, stem)
        longest = len(word) + 8
        candidates = [
            other
            for other in words_with_prefix(prefix)
            if len(other) <= longest and other.isalpha() and other not in found
        ]
        stems = stemmer.stemWords(candidates)
        found.update((c, None) for c, s in zip(candidates, stems, strict=True) if s == stem)
    return list(found)
