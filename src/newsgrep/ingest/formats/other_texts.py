"""Texts of one record beside the article itself: what they say besides is kept, once.

A record may have its text twice (as markup and plain, cleaned, cut off) and may have other texts
(a translation, captions, what an editor noted). The former are left out, the latter stand below.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

_WORDED, _UNSPACED = 8, 4
"""Letters that are compared together: in a long text nearly all runs of four that a language has
come up, but for scripts that write no blanks."""
_BLANKS = 14
"""Of so many characters one is a blank, in scripts that write any."""
_SAME = 0.5
"""The share of a text's runs of letters that the article has as well, from which on it says the
same."""
_COPY, _SAME_WORDS = 0.3, 0.85
"""How long a text is at least, beside the article, that is a copy of it with words left out or cut
to their stems; and the share of its words that stand in the article."""
_WORD = regex(r"[^\W\d_]{4,}")
_LONGEST = 200_000
"""Characters of a text that are compared."""


def with_other_texts(text: str, others: Iterable[str], beside: str = "") -> str:
    """``text``, and below it what those of ``others`` say besides, a paragraph each.

    ``beside`` is what the record says in other fields, and need not be said again.
    """
    told = [text]
    whole = ""
    words: set[str] = set()
    known: dict[int, set[str]] = {}
    for other in sorted(filter(str.strip, others), key=len, reverse=True):
        if other.strip() in text:
            continue
        if not whole:
            whole = letters(f"{text[:_LONGEST]}{beside}")
            words = set(_TOLD.findall(f"{text[:_LONGEST]} {beside}".casefold()))
        if _is_copy(other, text, whole):
            continue
        size = _size(other)
        if size not in known:
            known[size] = set(_runs(whole, size))
        new = [
            line
            for line in other.split("\n")
            if not _is_said(line, whole, known[size], size) or not _words_in(line, words, whole)
        ]
        told.append("\n".join(new).strip())
        more = letters(told[-1][:_LONGEST])
        whole += more
        words.update(_TOLD.findall(told[-1].casefold()))
        for length, said in known.items():
            said.update(_runs(more, length))
    return "\n\n".join(filter(None, told))


def _size(text: str) -> int:
    """How many letters of a text are compared together."""
    return _WORDED if text.count(" ") * _BLANKS >= len(text) else _UNSPACED


def _is_said(line: str, whole: str, known: set[str], size: int) -> bool:
    """Whether a line is said already; an empty one is not, as it parts paragraphs."""
    alone = letters(line[:_LONGEST])
    if len(alone) <= size:
        return bool(alone) and alone in whole
    own = _runs(alone, size)
    return sum(one in known for one in own) >= _SAME * len(own)


def _words_in(line: str, words: set[str], whole: str) -> bool:
    """Whether each word and number of a line is told: sentences may differ in a name alone.

    A word in several scripts, or the last one of what was cut off, is told by its letters.
    """
    own = _TOLD.findall(line[:_LONGEST].casefold())
    return all(word in words or (len(word) > _WORDED and word in whole) for word in own[:-1]) and (
        not own or own[-1] in words or own[-1] in whole
    )


_TOLD = regex(r"[^\W_]+")


def _is_copy(other: str, text: str, whole: str) -> bool:
    """Whether a text is the article as programs prepare it: small, without its common words."""
    if len(other) < _COPY * len(text) or not other.islower():
        return False
    words = set(_WORD.findall(other[:_LONGEST]))
    return bool(words) and sum(word in whole for word in words) >= _SAME_WORDS * len(words)


def _runs(alone: str, size: int) -> set[str]:
    """The runs of a text's letters."""
    return {alone[at : at + size] for at in range(len(alone) - size + 1)}
