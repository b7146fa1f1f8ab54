"""Words to lines and lines to paragraphs, for documents that keep them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CLOSING = re.compile(r"[.,;:!?…)\]}»”]+$")
_OPENS = re.compile(r"[(\[{«„“]$")
_PARTED = re.compile(r"[^\W\d_][-‐¬⸗=\u00ad]$")
"""What ends a line in the middle of a word; printers in Fraktur set a double stroke."""


def words_joined(words: Iterable[str]) -> str:
    """Words with blanks between them, none before a comma or behind a bracket that opens."""
    line = ""
    for word in filter(None, (" ".join(word.split()) for word in words)):
        stuck = not line or _CLOSING.fullmatch(word) is not None or _OPENS.search(line) is not None
        line += word if stuck else f" {word}"
    return line


def lines_joined(lines: Iterable[str]) -> str:
    """Lines as running text; words that a hyphen parts at the end of one are put together."""
    text = ""
    for line in filter(None, (" ".join(line.split()) for line in lines)):
        if _PARTED.search(text[-2:]) is not None and line[:1].islower():
            text = text[:-1] + line
        else:
            text += f" {line}" if text else line
    return text
