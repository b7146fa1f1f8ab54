"""Words to lines and lines to paragraphs, for documents that keep them apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from newsgrep.text.divided_words import seam, words_of
from newsgrep.text.lazy_regex import regex

_CLOSING = regex(r"[.,;:!?…)\]}»”]+")
_OPENS = tuple("([{«„“")


def words_joined(words: Iterable[str]) -> str:
    """Words with blanks between them, none before a comma or behind a bracket that opens."""
    pieces: list[str] = []
    for word in filter(None, (" ".join(word.split()) for word in words)):
        if pieces and not pieces[-1].endswith(_OPENS) and not _CLOSING.fullmatch(word):
            pieces.append(" ")
        pieces.append(word)
    return "".join(pieces)


def lines_joined(lines: Iterable[str]) -> str:
    """Lines as running text; words that are divided at the end of one are put together."""
    own = [line for line in (" ".join(line.split()) for line in lines) if line]

    @cache
    def words() -> frozenset[str]:
        return words_of("\n".join(own))

    pieces: list[str] = []
    for line in own:
        if pieces:
            pieces[-1] = "".join(seam(pieces[-1], line, words))
        pieces.append(line)
    return "".join(pieces)
