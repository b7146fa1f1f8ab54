"""Folding: the forms under which one word is written, made one."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not decompose, though readers type them plain.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)


def fold(word: str) -> str:
    """``word`` in lower case without accents: ``Guzmán`` → ``guzman``, ``Straße`` → ``strasse``."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    # Hangul and the like come apart in NFKD; they are put together again.
    return unicodedata.normalize("NFC", kept.translate(_PLAIN)).casefold()
