"""Words: how a run of text becomes the terms that are indexed and asked for.

A *chunk* is what a reader sees as one written word (``O'Brien``, ``US-Mexico``, ``1,400``,
``D.E.A``). It has one or more *parts* at successive positions, and each part one or more
terms at its position: the folded word, and the acronym where it is one, in capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from newsgrep.text.fold import fold
from newsgrep.text.lazy_regex import regex

SENTENCE_MARK = "\x1e"
PARAGRAPH_MARK = "\x1d"
GAP_MARK = "\x1c"
QUOTE_MARK = "\x1a"
UNQUOTE_MARK = "\x1b"
"""Marks put between chunks of a text to be indexed; a gap keeps phrases from crossing."""

GAP = 12
"""Positions left free between headline, deck, text and each field's values."""

MAX_TERM = 80
"""Longer terms are cut to this many characters, in texts and in queries alike."""

LONGEST_ACRONYM = 6
"""Letters of the longest acronyms that are told by their capitals."""

# The marks that scripts write onto or after letters, and that are no letters themselves: Unicode's
# category M of the first plane, and the soft hyphen, which is seen at the ends of lines alone.
_MARK = (
    r"[\u00ad"
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06e8\u06ea-\u06ed"
    r"\u0711\u0730-\u074a\u07a6-\u07b0\u07eb-\u07f3\u07fd\u0816-\u0819\u081b-\u0823"
    r"\u0825-\u0827\u0829-\u082d\u0859-\u085b\u0898-\u089f\u08ca-\u08e1\u08e3-\u0903"
    r"\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09cd"
    r"\u09d7\u09e2-\u09e3\u09fe-\u0a03\u0a3c-\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a83\u0abc"
    r"\u0abe-\u0acd\u0ae2-\u0ae3\u0afa-\u0b03\u0b3c\u0b3e-\u0b57\u0b62-\u0b63\u0b82"
    r"\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c\u0c3e-\u0c56\u0c62-\u0c63\u0c81-\u0c83\u0cbc"
    r"\u0cbe-\u0cd6\u0ce2-\u0ce3\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d4d\u0d57\u0d62-\u0d63"
    r"\u0d81-\u0d83\u0dca-\u0ddf\u0df2-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1"
    r"\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f18-\u0f19\u0f35\u0f37\u0f39\u0f3e-\u0f3f\u0f71-\u0f84"
    r"\u0f86-\u0f87\u0f8d-\u0fbc\u0fc6\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064"
    r"\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f\u109a-\u109d\u135d-\u135f\u1712-\u1715"
    r"\u1732-\u1734\u1752-\u1753\u1772-\u1773\u17b4-\u17d3\u17dd\u180b-\u180d\u180f"
    r"\u1885-\u1886\u18a9\u1920-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b04\u1b34-\u1b44"
    r"\u1b6b-\u1b73\u1b80-\u1b82\u1ba1-\u1bad\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2"
    r"\u1cd4-\u1ce8\u1ced\u1cf4\u1cf7-\u1cf9\u1dc0-\u1dff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff"
    r"\ua66f-\ua672\ua674-\ua67d\ua69e-\ua69f\ua6f0-\ua6f1\ua802\ua806\ua80b\ua823-\ua827"
    r"\ua82c\ua880-\ua881\ua8b4-\ua8c5\ua8e0-\ua8f1\ua8ff\ua926-\ua92d\ua947-\ua953"
    r"\ua980-\ua983\ua9b3-\ua9c0\ua9e5\uaa29-\uaa36\uaa43\uaa4c-\uaa4d\uaa7b-\uaa7d\uaab0"
    r"\uaab2-\uaab4\uaab7-\uaab8\uaabe-\uaabf\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea"
    r"\uabec-\uabed\ufb1e\ufe20-\ufe2f"
    r"]"
)
# Letters and digits in runs: an alternative a letter would take three times as long.
_LETTERS = rf"[^\W_]+(?:{_MARK}+[^\W_]*)*"
# What may join is looked for first: most words are followed by a space.
_POINTS = r"[.,](?<=\d.)(?=\d)|\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b)"
_ASCII_JOINER = rf"(?=['\-.,])(?:['\-]|{_POINTS})"
# In Hebrew, a mark before the last letter makes an acronym.
_JOINER = rf"""(?=['’ʼ\-‐‑.,"״׳])(?:['’ʼ\-‐‑׳]|{_POINTS}|["״](?<=[א-ת].)(?=[א-ת]))"""


class Chunks:
    """Patterns that find chunks, by what a text is made of: they give the same, some sooner.

    ``form`` has ``{}`` where the chunk stands.
    """

    def __init__(self, form: str = "{}") -> None:
        self._form = form

    def of(self, text: str) -> re.Pattern[str]:
        """The quickest pattern that reads ``text`` as all others do."""
        if text.isascii():
            return self.ascii
        return self.marked if _has_marks().search(text) else self.plain

    # Each is compiled when it is first needed: the last takes longer than most questions.

    @cached_property
    def ascii(self) -> re.Pattern[str]:
        """For texts in ASCII."""
        return re.compile(self._form.format(rf"[^\W_]++(?:{_ASCII_JOINER}[^\W_]++)*+"), re.ASCII)

    @cached_property
    def plain(self) -> re.Pattern[str]:
        """For texts without combining marks."""
        return re.compile(self._form.format(rf"[^\W_]++(?:{_JOINER}[^\W_]++)*+"))

    @cached_property
    def marked(self) -> re.Pattern[str]:
        """For all texts."""
        return re.compile(self._form.format(rf"{_LETTERS}(?:{_JOINER}{_LETTERS})*"))


@cache
def _has_marks() -> re.Pattern[str]:
    return re.compile(_MARK)


_CHUNKS = Chunks()


def chunks(text: str) -> list[str]:
    """The chunks of ``text`` in order."""
    return _CHUNKS.of(text).findall(text)


def has_words(text: str) -> bool:
    """Whether there is any chunk in ``text``."""
    return _CHUNKS.of(text).search(text) is not None


def is_chunk(text: str) -> bool:
    """Whether all of ``text`` is one chunk."""
    return _CHUNKS.of(text).fullmatch(text) is not None


_HYPHEN = re.compile(r"[-‐‑]+")
_APOSTROPHE = re.compile(r"['’ʼ׳״\"]")
_POSSESSIVE = regex(r"['’ʼ][sS]$")
_ELISION = regex(
    r"(?:[ldcjnsmt]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|sull|dall|quell|un)['’ʼ]"
    r"(?=[aeiouhyàâäáãæèéêëìíîïòóôöõøœùúûüÀ-Ü])",
    re.IGNORECASE,
)
_THOUSANDS = regex(r"(\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)(?!\d)([^\W\d_]*|[.,]\d+[^\W\d_]*)")
# Turkish parts a name from its endings by an apostrophe: Ankara'da, Türkiye’nin. Elsewhere it is
# part of names: Shi'a, O'Brien.
_TURKISH_NAME = regex(
    r"([^\W\d_a-z][^\W\d_]+)['’](?:[ny]?[ıiuü]n|[ny][ıiuü]|[ny][ae]|(?<=\w{4}.)[ıiuüae]|[dt][ae]n?|"
    r"y?l[ae]|[dt][ıiuü]r|l[ıiuü]k?|l[ae]r|[dt][ae]ki|[nc][ae]|nd[ae]n?|y?ken|s[ıiuü]z)"
)
_IN_DIGITS = regex(r"[\d\W]+")
_DOTTED = regex(r"[^\W\d_](?:\.[^\W\d_])+")
_PLURAL_ACRONYM = regex(r"[^\W\d_a-z]{2,5}s")
_SHOUTED_WORD = regex(r"[^\W\d_]{7,}")


class Part(NamedTuple):
    """One position of a chunk: its terms, and where it stands in the chunk (characters)."""

    terms: tuple[str, ...]
    start: int
    end: int


class Chunk(NamedTuple):
    """A written word: its parts, and their joined form where it has several (else ``""``)."""

    parts: tuple[Part, ...]
    joined: str


class Word(NamedTuple):
    """A chunk where it stands in a text; offsets in characters."""

    start: int
    end: int
    chunk: Chunk


def _terms(raw: str) -> tuple[str, ...]:
    """The terms of one part without hyphens: the folded word, and the acronym if it is one."""
    bare = raw
    if not raw.isalnum():
        bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", raw))
        if _DOTTED.fullmatch(bare):
            bare = bare.replace(".", "")
        elif (number := _THOUSANDS.fullmatch(bare)) is not None:
            whole = number[1].replace(",", "").replace(".", "") + number[2]
            if number[1].count(".") == 1:
                # 1.400 is a decimal in English and a thousand and more in German: it is found as
                # it stands, and by 1400.
                return (fold(bare),) if bare[0] == "0" else (fold(bare), fold(whole))
            bare = whole
    term = fold(bare)[:MAX_TERM]
    # None of its endings is an s, as most of ours are.
    if len(bare) != len(raw) and raw[-1] != "s" and (name := _TURKISH_NAME.fullmatch(raw)):
        return term, fold(name[1])
    if 2 <= len(bare) <= LONGEST_ACRONYM and bare.isalpha():
        # ``upper() != lower()`` leaves out scripts without case.
        if bare.isupper():
            return term, fold(bare).upper()
        if _PLURAL_ACRONYM.fullmatch(bare) and bare[:-1].isupper():
            return term, plural_of(fold(bare[:-1]))
    return (term,)


def plural_of(acronym: str) -> str:
    """The term of an acronym in the plural: ``TVs`` is ``TV+``, beside the word *tvs*."""
    return f"{acronym.upper()}+"


# Scripts that are written without spaces: runs of their characters.
_UNSPACED = (
    "\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003134f"
    # Thai, Lao, Burmese and Khmer, without their digits.
    "\u0e01-\u0e4e\u0e81-\u0ecf\u0edc-\u0edf\u1000-\u103f\u104c-\u108f\u109a-\u109f"
    "\u1780-\u17dd\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f"
)


@cache
def _unspaced() -> re.Pattern[str]:
    # Compiled when first needed: it is large, and most texts have no use for it.
    return re.compile(f"[{_UNSPACED}]+")


@cache
def _clusters() -> re.Pattern[str]:
    """A character of such a script with the marks on it; what a virama stacks stays together."""
    return re.compile(
        f".(?:(?:{_MARK}|[\u0e33\u0eb3])+(?:(?<=\u1039)[\u1000-\u102a]|(?<=\u17d2)[\u1780-\u17b3])?)*",
        re.DOTALL,
    )


def _pairs(raw: str, base: int) -> list[Part]:
    """Runs of unspaced scripts as overlapping pairs of characters; what is between as words.

    The last character of a run stands by itself as well, at its own place, so that each
    character is the first of some term.
    """
    parts: list[Part] = []
    end = 0
    for run in _unspaced().finditer(raw):
        if run.start() > end:
            parts.append(Part(_terms(raw[end : run.start()]), base + end, base + run.start()))
        end = run.end()
        starts = [match.start() for match in _clusters().finditer(raw, run.start(), end)]
        ends = [*starts[1:], end]
        for at, start in enumerate(starts):
            stop = ends[min(at + 1, len(ends) - 1)]
            term = unicodedata.normalize("NFC", raw[start:stop])[:MAX_TERM]
            parts.append(Part((term,), base + start, base + stop))
    if end < len(raw):
        parts.append(Part(_terms(raw[end:]), base + end, base + len(raw)))
    # A mark that belongs to nothing is no word.
    return [part for part in parts if part.terms[0]]


def asked_parts(chunk: Chunk) -> tuple[Part, ...]:
    """The parts that a chunk at the end of a question asks for.

    The last character of a run of pairs is known from the last pair, and in a text something may
    follow it.

    >>> [part.terms for part in asked_parts(analyse("中国人"))]
    [('中国',), ('国人',)]
    """
    parts = chunk.parts
    return parts[:-1] if len(parts) > 1 and parts[-1].end == parts[-2].end else parts


def has_unspaced(text: str) -> bool:
    """Whether a text has characters of scripts that are written without spaces."""
    return not text.isascii() and _unspaced().search(text) is not None


def first_cluster(term: str) -> str:
    """The first character of a term with its marks, in scripts without spaces; empty in others."""
    if term.isascii() or _unspaced().match(term) is None:
        return ""
    found = _clusters().match(term)
    return found.group() if found is not None else ""


def plain_term(raw: str) -> str:
    """The one term of a chunk of ASCII letters and digits that is no acronym; empty for others.

    Nine words in ten are, and need no more analysis than this.
    """
    if raw.isascii() and raw.isalnum():
        if raw.isalpha() and (raw.isupper() or raw[:-1].isupper()):
            return ""
        return raw.lower()[:MAX_TERM]
    return ""


def analyse(raw: str) -> Chunk:
    """The parts and terms of a chunk as :func:`chunks` finds them.

    >>> [part.terms for part in analyse("US-Mexico").parts]
    [('us', 'US'), ('mexico',)]
    >>> analyse("anti-narcotics").joined
    'antinarcotics'
    """
    term = plain_term(raw)
    if term:
        return Chunk((Part((term,), 0, len(raw)),), "")
    if raw.isascii() and "-" not in raw and ("'" not in raw or _ELISION.match(raw) is None):
        return Chunk((Part(_terms(raw), 0, len(raw)),), "")
    bounds: list[tuple[int, int]] = []
    start = 0
    elided = _ELISION.match(raw)
    if elided is not None and not _POSSESSIVE.fullmatch(raw[elided.end() - 1 :]):
        bounds.append((0, elided.end() - 1))
        start = elided.end()
    for hyphen in _HYPHEN.finditer(raw, start):
        bounds.append((start, hyphen.start()))
        start = hyphen.end()
    bounds.append((start, len(raw)))
    parts: list[Part] = []
    for a, b in bounds:
        if a == b:
            continue
        piece = raw[a:b]
        if not piece.isascii() and _unspaced().search(piece):
            parts.extend(_pairs(piece, a))
        else:
            parts.append(Part(_terms(piece), a, b))
    joined = ""
    # 2-1 is a score and no 21.
    if len(bounds) > 1 and len(parts) == len(bounds) and not _IN_DIGITS.fullmatch(raw):
        joined = "".join(part.terms[0] for part in parts)[:MAX_TERM]
    return Chunk(tuple(parts), joined)


cached_analyse = lru_cache(maxsize=1 << 16)(analyse)


def is_shouted(line: str) -> bool:
    """Whether a line is set in capitals as a whole, so that they mark no acronyms."""
    return line.isupper() and (len(line.split()) >= 4 or _SHOUTED_WORD.search(line) is not None)


def calm(text: str) -> str:
    """``text`` with the lines that are set in capitals in lower case; lengths unchanged."""
    if text.islower() or not any(is_shouted(line) for line in text.split("\n")):
        return text
    return "\n".join(
        _lower_in_place(line) if is_shouted(line) else line for line in text.split("\n")
    )


def _lower_in_place(line: str) -> str:
    lowered = line.lower()
    if len(lowered) == len(line):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in line)


def words(text: str) -> Iterator[Word]:
    """The words of ``text`` in order, with their character offsets."""
    text = calm(text)
    for match in _CHUNKS.of(text).finditer(text):
        yield Word(match.start(), match.end(), cached_analyse(match.group()))


def count_words(text: str) -> int:
    """How many positions the words of ``text`` take."""
    return sum(len(cached_analyse(chunk).parts) for chunk in chunks(text))


def folded_words(text: str) -> Iterator[str]:
    """The first term of each position of ``text``: its folded words, in order."""
    for chunk in chunks(calm(text)):
        for part in cached_analyse(chunk).parts:
            yield part.terms[0]


def fold_phrase(text: str) -> str:
    """The folded words of ``text`` with spaces between: ``drug enforcement``."""
    return " ".join(folded_words(text))
