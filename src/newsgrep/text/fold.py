"""Folding: the forms under which one word is written, made one."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not decompose, though readers type them plain.
_PLAIN = {
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
VOWEL_SIGNS = range(0x0900, 0x1A00)
"""Scripts of India and South East Asia: what stands on their letters is no accent."""


class _Bare(dict[int, str | int | None]):
    """What becomes of each decomposed character; worked out once for each."""

    def __missing__(self, number: int) -> int | None:
        accent = number not in VOWEL_SIGNS and unicodedata.combining(chr(number))
        bare = self[number] = None if accent else number
        return bare


_BARE = _Bare((ord(letter), plain) for letter, plain in _PLAIN.items())


def fold(word: str) -> str:
    """``word`` in lower case without accents: ``Guzmán`` → ``guzman``, ``Straße`` → ``strasse``."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    # Hangul and the like come apart in NFKD; they are put together again.
    return unicodedata.normalize("NFC", decomposed.translate(_BARE)).casefold()
