"""Which encoding of single bytes a text is in, where nothing declares it.

That in which its words are words: each encoding turns the same bytes into other signs, of which
only the right one gives pairs of letters that are common in the language of the text. Where signs
are no letters they stand as such signs do: quotation marks at the edges of words, lines of boxes
next to each other.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from newsgrep.ingest.formats.letter_pairs import COMMON_WORDS, LETTER_PAIRS
from newsgrep.text.lazy_regex import regex

_WESTERN = "western fr es pt it ca de nl da no sv fi is sq"
_CENTRAL = "pl cs sk hu sl sh ro"
_CYRILLIC = "ru uk bg mk be sr"
_USES = {
    "cp1252": (0, _WESTERN),
    "cp1251": (2, _CYRILLIC), "cp1250": (0.5, _CENTRAL), "cp1254": (0.5, "tr"), "cp1253": (2, "el"),
    "cp1255": (2, _HEBREW := "he he-reversed"), "cp1256": (2, "ar fa ur"),
    "cp1257": (0.5, _BALTIC := "lt lv et"), "cp1258": (1, "vi"), "iso-8859-15": (1.5, _WESTERN),
    "iso-8859-2": (0.5, _CENTRAL), "koi8-r": (2, "ru bg"), "koi8-u": (3, "uk ru be"),
    "mac-roman": (0.5, _WESTERN), "cp850": (0.5, _WESTERN),
    "cp437": (0.5, _WESTERN), "cp852": (0.5, _CENTRAL), "cp866": (2, "ru bg be uk"),
    "cp857": (1, "tr"),
    "cp737": (2, "el"), "cp862": (2, _HEBREW), "cp775": (2, _BALTIC), "cp855": (3, _CYRILLIC),
    "cp865": (2, "da no"), "cp860": (2, "pt"), "cp861": (2, "is"), "cp1125": (3, "uk be"),
    "iso-8859-5": (2, _CYRILLIC), "iso-8859-7": (2, "el"), "iso-8859-8": (2, _HEBREW),
    "iso-8859-9": (2, "tr"), "iso-8859-6": (2, "ar"), "iso-8859-13": (0.5, _BALTIC),
    "iso-8859-4": (0.5, _BALTIC), "iso-8859-3": (2, "tr eo mt"), "iso-8859-10": (3, "is lt lv et"),
    "iso-8859-16": (1, _CENTRAL), "mac-cyrillic": (2, _CYRILLIC), "mac-latin2": (0.5, _CENTRAL),
    "mac-turkish": (2, "tr"), "mac-greek": (2, "el"), "mac-iceland": (2, "is"),
    "mac-romanian": (2, "ro"), "mac-croatian": (3, "sl sh"),
}  # fmt: skip
"""For each encoding how much better than Windows-1252 it must fit, and what is written in it.

Of two that give the same signs it is the first.
"""
_LANGUAGES = {encoding: tuple(languages.split()) for encoding, (_, languages) in _USES.items()}

_TOKEN = regex(rb"[^\s\x80-\xff]{0,24}[\x80-\xff][^\s]{0,40}")
_RUN = regex(rb"([\x80-\xff])\1{2,}")
_WORD = regex(rb"[a-z]{2,}")
_BEYOND = regex(r"[^\x00-\x7f]")
_FEW_TOKENS, _MOST_LIKELY = 24, 10
MARKUP = regex(rb"<(script|style)\b.*?</\1\s*>|<[^<>!][^<>]{0,2000}>", re.DOTALL | re.IGNORECASE)
"""Tags, but not what stands in comments and in sections of character data."""
_MOST_TOKENS, _FIRST_TOKENS, _MOST_DRAWN, _MOST_PIECES = 150, 60, 20, 8
_PIECE = 1 << 13

_STRANGE, _MIXED, _CAPITAL, _UNSHOWN = -0.7, -1.5, -1.0, -1.5
"""What a pair costs that its language has not, and signs that cannot be right."""
_LEAST_WEIGHT = 0.35
_LONE = 0.1
"""What a letter of another script counts for that stands alone: it may be any sign."""
_OF_NEIGHBOURS = 0.7
_SMOOTH = 1
"""So few words of a language say little."""
_OTHER_LANGUAGE = 0.4
"""What pairs of letters count for in a language whose words the text has not."""


class Rating(NamedTuple):
    """An encoding, and how well the signs that it gives fit, at most 1."""

    encoding: str
    fit: float
    lead: float
    """How much better they fit than those of Windows-1252, for which what is unclear is taken."""


def best_encoding(data: bytes) -> Rating:
    """The encoding of single bytes in which a text makes most sense."""
    sample = _pieces(data)
    tokens = _tokens(data, sample)
    if not tokens or _has_blanks_alone(data):
        return Rating("cp1252", 0.0, 0.0)
    shares = _language_shares(sample)
    encodings = list(_USES)
    if len(tokens) > _FEW_TOKENS:  # which rule out most encodings
        few = _rated(tokens[:: -(-len(tokens) // _FEW_TOKENS)], encodings, shares)
        encodings = sorted(encodings, key=few.__getitem__, reverse=True)[:_MOST_LIKELY]
        encodings.sort(key=list(_USES).index)
    rated = _rated(tokens, encodings, shares)
    best = max(encodings, key=lambda one: round(rated[one], 6))
    size = sum(byte > 127 for token in tokens for byte in token)
    if "cp1252" not in rated:
        rated |= _rated(tokens, ["cp1252"], shares)
    lead = (rated[best] - rated["cp1252"]) / size
    return Rating(best, (rated[best] + _handicap(best, shares)) / size, lead)


_ASCII = bytes(range(128))
_NO_BREAK = regex(rb"(?<![A-Za-z])\xa0|\xa0(?![A-Za-z])")


def _has_blanks_alone(data: bytes) -> bool:
    """Whether all that a text has beyond ASCII are blanks at which no line breaks.

    In the encodings of DOS the same byte is a letter, which hardly is a text's only one.
    """
    return not data.translate(None, _ASCII).strip(b"\xa0") and _NO_BREAK.search(data) is not None


def _rated(
    tokens: list[bytes], encodings: Iterable[str], shares: dict[str, float]
) -> dict[str, float]:
    """How well each encoding fits, less what it must fit better than Windows-1252."""
    joined = b"  ".join((b"", *tokens, b""))
    return {one: _fit(joined, one, shares) - _handicap(one, shares) for one in encodings}


def _handicap(encoding: str, shares: dict[str, float]) -> float:
    """How much better an encoding must fit: less where words in ASCII are of its languages."""
    own = max(shares.get(language, 0.0) for language in _LANGUAGES[encoding])
    return _USES[encoding][0] * min(1.0, 1.0 + shares["western"] - own)


def is_rated(encoding: str) -> bool:
    """Whether an encoding is one of those that :func:`best_encoding` rates."""
    return codecs.lookup(encoding).name in {codecs.lookup(one).name for one in _USES}


def _pieces(data: bytes) -> bytes:
    """Pieces of a long text from several places, as drawings may fill its beginning."""
    if len(data) > _MOST_PIECES * _PIECE:
        step = len(data) // _MOST_PIECES
        data = b" ".join(data[at : at + _PIECE] for at in range(0, len(data), step))
    return MARKUP.sub(b" ", data) if b"<" in data else data


def _tokens(data: bytes, sample: bytes) -> list[bytes]:
    """What has signs beyond ASCII between blanks, each once: drawings repeat themselves."""
    words, drawn = _parted(_TOKEN.findall(sample))
    if len(words) < _FIRST_TOKENS:
        words |= _parted(found[0] for found in islice(_TOKEN.finditer(data), _FIRST_TOKENS))[0]
    every = -(-len(words) // _MOST_TOKENS) if words else 1
    return [*list(words)[::every], *list(drawn)[:_MOST_DRAWN]]


def _parted(tokens: Iterable[bytes]) -> tuple[dict[bytes, None], dict[bytes, None]]:
    """Tokens without runs of one sign, and the others with their runs cut short."""
    words: dict[bytes, None] = {}
    drawn: dict[bytes, None] = {}
    for token in tokens:
        cut = _RUN.sub(rb"\1\1", token)
        (words if cut == token else drawn)[cut] = None
    return words, drawn


def _language_shares(sample: bytes) -> dict[str, float]:
    """How common the words of each language are in a text, by those in ASCII."""
    words = Counter(_WORD.findall(sample.lower()))
    found = {language: sum(words[word] for word in common) for language, common in _words().items()}
    found["western"] = max(found[one] for one in ("en", *_LANGUAGES["cp1252"][1:]))
    most = max(found.values()) + _SMOOTH
    return {language: (count + _SMOOTH) / most for language, count in found.items()}


@cache
def _words() -> dict[str, tuple[bytes, ...]]:
    return {code: tuple(map(str.encode, line.split())) for code, line in COMMON_WORDS.items()}


@cache
def _weights() -> dict[str, dict[str, float]]:
    """For each language its common pairs, and what each counts for, by their order."""
    weights = {}
    for language, joined in LETTER_PAIRS.items():
        pairs = [joined[at : at + 2].replace("_", " ") for at in range(0, len(joined), 2)]
        fall = (1 - _LEAST_WEIGHT) / len(pairs)
        weights[language] = {pair: 1 - fall * rank for rank, pair in enumerate(pairs)}
    # Before Windows, Hebrew was stored as it is seen, from the left.
    weights["he-reversed"] = {pair[::-1]: one for pair, one in weights["he"].items()}
    # English has words and names of its neighbours.
    western: dict[str, float] = {}
    weights["western"] = western
    for language in _LANGUAGES["cp1252"][1:]:
        for pair, weight in weights[language].items():
            western[pair] = max(western.get(pair, 0.0), _OF_NEIGHBOURS * weight)
    return weights


def _fit(joined: bytes, encoding: str, shares: dict[str, float]) -> float:
    """The sum of what each sign beyond ASCII counts for, in the best of all languages."""
    text = joined.decode(encoding, "replace")
    pairs: Counter[str] = Counter()
    certain = 0.0
    for found in _BEYOND.finditer(text):
        at, sign = found.start(), found[0]
        before, behind = text[at - 1], text[at + 1]
        if _kind(sign) != "letter":
            certain += _of_sign(sign, before, behind)
            continue
        if _is_mixed(sign, before) or _is_mixed(sign, behind):
            certain += _MIXED
        elif sign.isupper() and before.islower():
            certain += _CAPITAL
        elif _is_lone(sign, before, behind):
            certain += _LONE
        else:
            pairs[_lowered(before) + _lowered(sign)] += 1
            pairs[_lowered(sign) + _lowered(behind)] += 1
    of_pairs = _of_pairs(pairs, _LANGUAGES[encoding], shares) / 2 if pairs else 0.0
    return certain + of_pairs


def _is_lone(letter: str, before: str, behind: str) -> bool:
    """Whether a letter has no other next to it, and is none that makes a word by itself."""
    if "letter" in (_kind(before), _kind(behind)):
        return False
    return before.isdigit() or behind.isdigit() or letter not in _WORDS_OF_ONE


_WORDS_OF_ONE = frozenset("àâáèéêíóòôöúåæő")
"""Small letters beyond ASCII that are words of some language in Latin script."""


def _lowered(sign: str) -> str:
    """A letter in its small form; what is no letter as a blank."""
    if _kind(sign) != "letter":
        return " "
    small = sign.lower() if sign != "İ" else "i"
    return _CEDILLAS.get(small, small)


_CEDILLAS = {"ș": "ş", "ț": "ţ"}
"""Letters of Romanian that most encodings have with a cedilla."""


def _of_pairs(pairs: Counter[str], languages: tuple[str, ...], shares: dict[str, float]) -> float:
    """What pairs of letters count for in the language that they fit best."""
    best = _STRANGE * pairs.total()
    for language in languages:
        weights = _weights()[language]
        likely = 1.0
        if language in shares:
            likely = _OTHER_LANGUAGE + (1 - _OTHER_LANGUAGE) * shares[language]
        known = strange = 0.0
        for pair, count in pairs.items():
            weight = weights.get(pair)
            if weight is None:
                strange += count
            else:
                known += count * weight
        best = max(best, likely * known + _STRANGE * strange)
    return best


@lru_cache(maxsize=4096)
def _kind(sign: str) -> str:
    """What a sign is: a letter, a line or block of a box, a blank, or another sign."""
    category = unicodedata.category(sign)
    if category[0] in "LM" and sign not in "ªº":
        return "letter"
    if "\u2500" <= sign <= "\u259f":
        return "box"
    if category[0] in "C" or sign == "\ufffd":
        return "unshown"
    return "blank" if category == "Zs" or sign == "\n" else "other"


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _is_mixed(letter: str, neighbour: str) -> bool:
    """Whether two letters that stand together are of different scripts."""
    if _kind(neighbour) != "letter":
        return False
    one, other = _script(letter), _script(neighbour)
    return one != other and "COMBINING" not in (one, other)


_OPENING, _CLOSING, _BOTH = "„“‘«‹‚¿¡", "”’»›“‘", "«»"
_OF_NUMBERS = "¼½¾±×÷"
_OF_BOXES = (0.6, -0.4, -1.0)
"""What a line of a box counts for by how many letters stand next to it."""
_DASHES, _AMOUNTS, _ORDINALS, _OFTEN = "–—•·", "€£", "°ªº¹²³", "©®™§"


def _of_sign(sign: str, before: str, behind: str) -> float:
    """What a sign counts for that is no letter, by the signs next to it."""
    kind = _kind(sign)
    if kind == "unshown":
        return -0.3 if sign == "\xad" else _UNSHOWN
    left, right = before.isalnum(), behind.isalnum()
    if kind == "box":
        alone = "box" not in (_kind(before), _kind(behind))
        return _LONE if alone and not (left or right) else _OF_BOXES[left + right]
    if sign == "’" and left and right:
        return 0.8
    if kind == "blank":
        return 0.5 if _kind(before) != "blank" and _kind(behind) != "blank" else 0.1
    if left and right and not (before.isdigit() or behind.isdigit()):
        return -1.0
    if sign in _OPENING and right and not left:
        return 0.8
    if sign in _CLOSING and not right and (left or not before.isspace()):
        return 0.8
    if sign in _BOTH or (sign in _DASHES and not (left ^ right)):
        return 0.7
    if sign == "…" and not right:
        return 0.3  # it stands where accents stand in other encodings
    if (sign in _AMOUNTS and not before.isalpha()) or (sign in _ORDINALS and left):
        return 0.7
    if sign in _OFTEN:
        return 0.4
    if before.isalpha() or behind.isalpha():
        return -0.8
    return 0.2 if sign in _OF_NUMBERS else -0.3
