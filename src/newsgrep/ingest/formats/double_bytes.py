"""Texts in Latin letters with some signs of two bytes: English news from China, Korea and Japan."""

from __future__ import annotations

from newsgrep.text.lazy_regex import regex

_RUN = regex(rb"[\x80-\xff]+")
_FEWEST, _PAIRED = 4, 0.95
"""Bytes beyond ASCII in a text, and the share of them that stand in runs of an even number."""
_LANGUAGES = ("euc_kr", "euc_jp", "gb18030")
"""In the order in which they are asked: what all of them have is taken for Chinese."""
_HANGUL = frozenset(
    map(
        ord,
        "이다는에의을가하고지한로기사를도은인리대시어서정자나전수라해일아들장제보부과상원있적조구그주만스공관연유동성국면경여신생안것"
        "비요진선으모실화미민용체소후내위무심중년발단방결음말회당업영금반세물우교학법통개강문파건식직야행명계집감권날월오할려드등",
    )
)
"""The commonest syllables of Korean: those of Chinese read as Korean are rare ones."""
_KANA = range(0x3041, 0x30FF)
_MOSTLY = 0.5


def east_asian_among_latin(data: bytes) -> str:
    """The encoding of a text whose bytes beyond ASCII stand in pairs; empty for other texts.

    In Latin scripts they stand alone, but for a quotation mark behind an accent or a dash. Dashes
    and quotation marks are the same pairs in all the encodings; letters tell which it is. Those
    with a second byte in ASCII (Big5, Shift_JIS) cannot be told so.
    """
    runs = _RUN.findall(data)
    high = sum(map(len, runs))
    paired = sum(len(run) for run in runs if len(run) % 2 == 0)
    if high < _FEWEST or paired < _PAIRED * high:
        return ""
    if min(map(min, runs)) < 0xA1 and _decoded(data, "gb18030") is None:
        return ""
    for encoding in _LANGUAGES:
        text = _decoded(data, encoding)
        if text is not None and _is_likely(text, encoding):
            return encoding
    return ""


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_likely(text: str, encoding: str) -> bool:
    """Whether the letters of a text are those that its language has most of."""
    letters = [ord(sign) for sign in text if not sign.isascii() and sign.isalpha()]
    if encoding == "gb18030":
        return all(letter in _CHINESE for letter in letters)
    own = _HANGUL if encoding == "euc_kr" else _KANA
    return bool(letters) and sum(letter in own for letter in letters) >= _MOSTLY * len(letters)


_CHINESE = range(0x2E80, 0x10000)
