"""Folding: the forms under which one word is written, made one."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not decompose, though readers type them plain.
_PLAIN = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "\u00ad": None,
    }
)
VOWEL_SIGNS = range(0x0900, 0x1A00)
"""Scripts of India and South East Asia: what stands on their letters is no accent."""


def fold(word: str) -> str:
    """``word`` in lower case without accents: ``Guzmán`` → ``guzman``, ``Straße`` → ``strasse``."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c) or ord(c) in VOWEL_SIGNS)
    # Hangul and the like come apart in NFKD; they are put together again.
    return unicodedata.normalize("NFC", kept.translate(_PLAIN)).casefold()
