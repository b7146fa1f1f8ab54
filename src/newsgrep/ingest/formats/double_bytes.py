"""Which encoding of signs of two bytes a text from China, Japan or Korea is in, where it says none.

That in which its signs are those that its language has most of: read in another encoding, the same
bytes are rare ones. Of texts in Latin letters with a few such signs in them the bytes tell, which
stand in pairs.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from newsgrep.ingest.formats.single_bytes import MARKUP
from newsgrep.text.lazy_regex import regex


class Likeness(NamedTuple):
    """An encoding, and how far the signs that it gives are the common ones of its language."""

    encoding: str
    share: float
    """How many of all signs that tell something are common ones, at most 1."""
    distinct: int
    """How many different common ones there are."""
    next_share: float
    """The share in the next best encoding of another language."""


def likeliest(data: bytes) -> Likeness:
    """The encoding of signs of two bytes in which a text has the most common signs."""
    sample = _sample(data)
    found = {encoding: _counted(sample, encoding) for encoding in _common()}
    best = max(found, key=lambda encoding: found[encoding][0])
    share, distinct = found[best]
    others = (found[one][0] for one in found if _common()[one] is not _common()[best])
    return Likeness(best, share, distinct, max(others))


def _sample(data: bytes) -> bytes:
    """Pieces of a text without its markup; each but the first begins where no sign is cut."""
    first = _RUN.search(data)
    if first is None:
        return b""
    # What stands before it is ASCII, so that nothing is cut.
    data = data[first.start() : first.start() + _MOST]
    data = MARKUP.sub(b" ", data) if b"<" in data else data
    pieces = [data[:_FIRST]]
    step = max(_PIECE, (len(data) - _FIRST) // _PIECES)
    for at in range(_FIRST, len(data) - _PIECE + 1, step):
        piece = data[at : at + _PIECE]
        start = BETWEEN_SIGNS.search(piece)
        if start is not None:
            pieces.append(piece[start.start() :])
    return b" ".join(pieces)


_MOST, _FIRST, _PIECE, _PIECES = 1 << 18, 1 << 13, 1 << 11, 4
BETWEEN_SIGNS = regex(rb"[\t\n\r\x20-\x2f]")
"""Bytes that are in no sign of several."""


@cache
def _common() -> dict[str, frozenset[str]]:
    """For each encoding the signs that are common in what is written in it."""
    from newsgrep.ingest.formats import common_signs as of

    traditional = frozenset(of.CHINESE_TRADITIONAL)
    japanese = frozenset(of.JAPANESE) | frozenset(map(chr, (0x3005, *_KANA)))
    korean = frozenset(of.KOREAN)
    return {
        "gb18030": traditional | frozenset(of.CHINESE_SIMPLIFIED), "big5hkscs": traditional,
        "euc_jp": japanese, "cp932": japanese, "cp949": korean, "johab": korean,
    }  # fmt: skip


def _counted(sample: bytes, encoding: str) -> tuple[float, int]:
    """The share of common signs in a text, and how many different ones there are."""
    common = _common()[encoding]
    counts = Counter(_TELLING.findall(sample.decode(encoding, "replace")))
    counts["\ufffd"] *= _OF_BROKEN
    distinct = [sign for sign in counts if sign in common]
    return sum(map(counts.__getitem__, distinct)) / (counts.total() or 1), len(distinct)


_TELLING = regex("[^\x00-\x7f\u2000-\u2fff\u3000-\u3004\u3006-\u303f\uff01-\uff5e]")
"""Signs that tell a language: stops, brackets and wide Latin letters are those of all."""
_OF_BROKEN = 2

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


def is_of_double_bytes(encoding: str) -> bool:
    """Whether an encoding, by Python's name, is one of those that :func:`likeliest` compares."""
    return encoding in _common()


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
