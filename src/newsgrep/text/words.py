"""Words: how a run of text becomes the terms that are indexed and asked for.

A *chunk* is what a reader sees as one written word (``O'Brien``, ``US-Mexico``, ``1,400``,
``D.E.A``). It has one or more *parts* at successive positions, and each part one or more
terms at its position: the folded word, and the acronym where it is one, in capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from newsgrep.text.fold import fold

SENTENCE_MARK = "\x1e"
PARAGRAPH_MARK = "\x1d"
GAP_MARK = "\x1c"
QUOTE_MARK = "\x1a"
UNQUOTE_MARK = "\x1b"
"""Marks put between chunks of a text to be indexed; a gap keeps phrases from crossing."""

MAX_TERM = 80
"""Longer terms are cut to this many characters, in texts and in queries alike."""

# The marks that scripts write onto or after letters, and that are no letters themselves.
_MARK = (
    r"[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670"
    r"\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a51"
    r"\u0abc-\u0acd\u0b01-\u0b57\u0bbe-\u0bcd\u0c00-\u0c56\u0cbc-\u0cd6\u0d00-\u0d57"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
)
# Letters and digits in runs: an alternative a letter would take three times as long.
_LETTERS = rf"[^\W_]+(?:{_MARK}+[^\W_]*)*"
# What may join is looked for first: most words are followed by a space.
_JOINER = (
    r"(?=['’ʼ\-‐‑.,])"
    r"(?:['’ʼ\-‐‑]|[.,](?<=\d.)(?=\d)|\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\b))"
)


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
        joiner = _JOINER.replace("’ʼ", "").replace("‐‑", "")
        return re.compile(self._form.format(rf"[^\W_]++(?:{joiner}[^\W_]++)*+"), re.ASCII)

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
_APOSTROPHE = re.compile(r"['’ʼ]")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_ELISION = re.compile(
    r"(?:[ldcjnsmt]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|sull|dall|quell|un)['’ʼ]"
    r"(?=[aeiouhyàâäáãæèéêëìíîïòóôöõøœùúûüÀ-Ü])",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_PLURAL_ACRONYM = re.compile(r"[^\W\d_a-z]{2,5}s")
_SHOUTED_WORD = re.compile(r"[^\W\d_]{7,}")


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
    bare = _POSSESSIVE.sub("", raw)
    bare = _APOSTROPHE.sub("", bare)
    if _DOTTED.fullmatch(bare):
        bare = bare.replace(".", "")
    elif _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "").replace(",", "")
    term = fold(bare)[:MAX_TERM]
    if 2 <= len(bare) <= 6 and bare.isalpha():
        # ``upper() != lower()`` leaves out scripts without case.
        if bare.isupper():
            return term, fold(bare).upper()
        if _PLURAL_ACRONYM.fullmatch(bare) and bare[:-1].isupper():
            return term, fold(bare[:-1]).upper()
    return (term,)


@cache
def _cjk() -> re.Pattern[str]:
    # Compiled when first needed: it is large, and most texts have no use for it.
    return re.compile(
        "[\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
        "\U00020000-\U0003134f]+"
    )


def _pairs(raw: str, base: int) -> list[Part]:
    """Runs of CJK characters as overlapping pairs; what stands between them as words."""
    parts: list[Part] = []
    end = 0
    for run in _cjk().finditer(raw):
        if run.start() > end:
            parts.append(Part(_terms(raw[end : run.start()]), base + end, base + run.start()))
        end = run.end()
        if end - run.start() == 1:
            parts.append(Part((run.group(),), base + run.start(), base + end))
        for i in range(run.start(), end - 1):
            parts.append(Part((raw[i : i + 2],), base + i, base + i + 2))
    if end < len(raw):
        parts.append(Part(_terms(raw[end:]), base + end, base + len(raw)))
    return parts


def plain_term(raw: str) -> str:
    """The one term of a chunk that is a word of ASCII letters and no acronym; empty for others.

    Nine words in ten are, and need no more analysis than this.
    """
    if raw.isascii() and raw.isalpha() and not (raw.isupper() or raw[:-1].isupper()):
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
        if not piece.isascii() and _cjk().search(piece):
            parts.extend(_pairs(piece, a))
        else:
            parts.append(Part(_terms(piece), a, b))
    joined = ""
    if len(bounds) > 1 and len(parts) == len(bounds):
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
