"""Which encoding a text is in that is not UTF-8 and says none."""

from __future__ import annotations

from newsgrep.ingest.formats.double_bytes import (
    BETWEEN_SIGNS,
    Likeness,
    east_asian_among_latin,
    likeliest,
)
from newsgrep.ingest.formats.single_bytes import best_encoding, is_rated
from newsgrep.text.lazy_regex import regex

_HIGH = regex(rb"[\x80-\xff]")
_HIGH_RUN = regex(rb"[\x80-\xff]{3,}")
_SAMPLE = 1 << 16


def undeclared(data: bytes) -> str:
    """The encoding of a text that is neither in UTF-8 nor says what it is in."""
    mostly_ascii = _is_mostly_ascii(data)
    asian = likeliest(data)
    if _is_certain(asian, mostly_ascii):
        return asian.encoding
    among_latin = east_asian_among_latin(data) if mostly_ascii else ""
    if among_latin:
        return among_latin
    found = best_encoding(data)
    if found.fit < _LEAST_FIT_OF_OTHERS and (
        asian.distinct >= _SEVERAL and asian.share >= max(_LIKELY, _AHEAD * asian.next_share)
    ):
        return asian.encoding
    if _is_likelier(asian, found.fit):
        return asian.encoding
    # Where drawings, or a second encoding, leave no text that fits, it is taken for the commonest.
    fits = found.fit >= (_LEAST_FIT if found.lead < _FAR else _LEAST_FIT_FAR)
    single = found.encoding if fits else "cp1252"
    # Latin scripts use high bytes one at a time, others for whole words.
    in_runs = 2 * sum(map(len, _HIGH_RUN.findall(data))) >= len(_HIGH.findall(data))
    if not in_runs or found.fit >= _LEAST_FIT_OF_OTHERS:
        return single
    guess = _guess(data) if len(data) < _SAMPLE else _guess_cut(data[:_SAMPLE])
    # A guess of single bytes is worth less than what the words say.
    return single if is_rated(guess) else guess


def _is_mostly_ascii(data: bytes) -> bool:
    return len(_HIGH.findall(data)) * _MOSTLY_ASCII < len(data)


def _is_certain(asian: Likeness, mostly_ascii: bool) -> bool:
    """Whether a text has so many common signs of a language that it is in that."""
    return asian.distinct >= _SEVERAL and asian.share >= _CERTAIN[mostly_ascii]


def _is_likelier(asian: Likeness, fit: float) -> bool:
    """Whether some common signs say more than how well the best encoding of single bytes fits."""
    return asian.distinct >= _FEW and asian.share >= max(_CERTAIN[False], fit + _BETTER)


_LEAST_FIT, _LEAST_FIT_OF_OTHERS, _EVIDENT = 0.25, 0.38, 0.65
"""What the best encoding of single bytes must fit; of Korean and Thai none fits better than 0.32,
of Cyrillic, Greek, Hebrew and Arabic the right one fits at 0.45 or more."""
_LEAST_FIT_FAR, _FAR = 0.05, 0.5
"""What it must fit where Windows-1252 is far from fitting."""
_MOSTLY_ASCII = 4
"""Of so many bytes of a text in Latin letters fewer than one is beyond ASCII."""
_CERTAIN = (0.6, 0.7)
"""The share of common signs that only texts of Chinese, Japanese and Korean have, the second among
letters of ASCII; of news they are 0.75 or more, and Latin accents read so seldom reach 0.5."""
_SEVERAL, _FEW, _BETTER = 8, 3, 0.35
"""So many different common signs are no chance; so few may be, where letters fit nearly as well."""
_LIKELY, _AHEAD = 0.25, 3
"""The share, and how far before other languages, where no encoding of single bytes fits: a page of
rare signs."""


def is_evident(data: bytes) -> bool:
    """Whether a text is words of some language in an encoding other than UTF-8."""
    asian = likeliest(data)
    if _is_certain(asian, _is_mostly_ascii(data)):
        return True
    fit = best_encoding(data).fit
    return fit >= _EVIDENT or _is_likelier(asian, fit)


def _guess_cut(sample: bytes) -> str:
    """The encoding of a text by its beginning, which may end within a sign.

    Half a sign would be taken for one that the encoding does not have. So it is taken as far as
    its last blank or stop, whose bytes are in no sign of several; where there is none, as far as
    its bytes say most.
    """
    ends = BETWEEN_SIGNS.search(sample[:-_NEAR_END:-1])
    if ends is not None:
        return _guess(sample[: len(sample) - ends.start()])
    return _guess(*(sample[: len(sample) - less] for less in range(4)))


_NEAR_END = 1 << 12


def _guess(*samples: bytes) -> str:
    """The encoding that charset-normalizer finds, by the sample that it makes most sense of."""
    from charset_normalizer import from_bytes

    found = (from_bytes(sample).best() for sample in samples)
    best = min((one for one in found if one is not None), key=lambda one: one.chaos, default=None)
    return best.encoding if best is not None else "cp1252"
