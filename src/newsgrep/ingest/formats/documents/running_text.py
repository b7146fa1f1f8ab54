"""Words to lines and lines to paragraphs, for documents that keep them apart."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrep.text.lazy_regex import regex

_CLOSING = regex(r"[.,;:!?…)\]}»”]+")
_OPENS = tuple("([{«„“")
_PARTED = regex(r"[^\W\d_][-‐¬⸗=\u00ad]$")
"""What ends a line in the middle of a word; printers in Fraktur set a double stroke."""


def words_joined(words: Iterable[str]) -> str:
    """Words with blanks between them, none before a comma or behind a bracket that opens."""
    pieces: list[str] = []
    for word in filter(None, (" ".join(word.split()) for word in words)):
        if pieces and not pieces[-1].endswith(_OPENS) and not _CLOSING.fullmatch(word):
            pieces.append(" ")
        pieces.append(word)
    return "".join(pieces)


def lines_joined(lines: Iterable[str]) -> str:
    """Lines as running text; words that a hyphen parts at the end of one are put together."""
    pieces: list[str] = []
    for line in filter(None, (" ".join(line.split()) for line in lines)):
        if pieces and line[:1].islower() and _PARTED.search(pieces[-1][-2:]) is not None:
            pieces[-1] = pieces[-1][:-1]
        elif pieces:
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)
