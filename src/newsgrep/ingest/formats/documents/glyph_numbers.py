"""Letters of PDF fonts that do not tell them: what is given for them are the numbers of glyphs.

Most TrueType fonts number their glyphs in the order of the Macintosh: the space is the third,
and then come ASCII and MacRoman (Apple, *TrueType Reference Manual*, table ``post``, format 1).
"""

from __future__ import annotations

import ctypes
from collections import defaultdict
from typing import Any

from newsgrep.text.lazy_regex import regex

_CONTROLS = regex(r"[\x04-\x08\x0b\x0c\x0e-\x1f]")
"""Marks and figures, as numbers of glyphs; PDFium's text of a page lacks the third."""
_FEWEST, _SHARE = 5, 0.005
"""Of them on a page, and among its characters."""
_SPACE = 3
_SPACES = 0.04
"""Of the characters of a font whose numbers are given."""
_VOWELS = frozenset("aeiouyäöüáéíóúàèìòùâêîôûåøæœ")
_FEW_LETTERS = 4
_VOWELED, _UNVOWELED = 0.25, 0.2
"""Shares of vowels that letters have, and that numbers taken for letters have."""
_NAME = 128
"""Bytes of a font's name that are looked at."""


def may_have_numbers(text: str) -> bool:
    """Whether the text of a page has so many controls that they may be numbers of glyphs."""
    return len(_CONTROLS.findall(text)) >= max(_FEWEST, _SHARE * len(text))


def letters_of(textpage: Any) -> list[str] | None:
    """The characters of a page, with the letters of glyphs instead of their numbers.

    Each font is told by its own: one that tells its letters may stand beside one that does not.
    None where no font has numbers that make words.
    """
    from pypdfium2 import raw

    count = textpage.count_chars()
    codes = [raw.FPDFText_GetUnicode(textpage.raw, at) for at in range(count)]
    fonts: dict[bytes, list[int]] = defaultdict(list)
    name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
    for at in range(count):
        if raw.FPDFText_IsGenerated(textpage.raw, at) != 1:
            raw.FPDFText_GetFontInfo(textpage.raw, at, name, _NAME, flags)
            fonts[name.value].append(at)
    numbered = {font for font, places in fonts.items() if _are_numbers([codes[p] for p in places])}
    if not numbered:
        return None
    letters = list(map(chr, codes))
    for font, places in fonts.items():
        # Beside such a font another one of figures and marks alone has no letters to tell it.
        if font in numbered or any(_SPACE <= codes[at] < 32 for at in places):
            for at in places:
                letters[at] = _letter(codes[at])
    return letters


def _are_numbers(codes: list[int]) -> bool:
    """Whether the characters of a font are numbers of glyphs whose letters make words.

    Numbers that are taken for letters have few vowels.
    """
    told, undone = (
        [sign for sign in map(str.lower, map(as_letter, codes)) if sign.isalpha()]
        for as_letter in (chr, _letter)
    )
    if len(undone) < max(_FEW_LETTERS, len(codes) / 2) or _voweled(undone) < _VOWELED:
        return False
    return codes.count(_SPACE) >= _SPACES * len(codes) or _voweled(told) < _UNVOWELED


def _voweled(signs: list[str]) -> float:
    return sum(sign in _VOWELS for sign in signs) / max(len(signs), 1)


def _letter(number: int) -> str:
    if _SPACE <= number < _SPACE + len(_IN_ORDER):
        return _IN_ORDER[number - _SPACE]
    return chr(number)


_IN_ORDER = (
    bytes((*range(32, 127), *range(128, 202), *range(203, 256))).decode("mac_roman")
    + "ŁłŠšŽž¦ÐðÝýÞþ−×¹²³½¼¾₣ĞğİŞşĆćČčđ"
)
"""Letters in the order of their glyphs, from the space on; the space that does not break a line,
the 170th, has a glyph of its own in few fonts."""
