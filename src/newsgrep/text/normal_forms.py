"""Unicode's normal forms, as far as questions and file names need them (UAX 15)."""

from __future__ import annotations

import re
import unicodedata

_HALF_WIDTH = re.compile("[\uff61-\uff9f\uffa0-\uffdc]+")


def whole_width(text: str) -> str:
    """``text`` with katakana and hangul of half the width as they are usually written."""
    if text.isascii():
        return text
    return _HALF_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def composed(path: str) -> str:
    """A file name in NFC: macOS writes ``é`` as two characters where keyboards give one."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)
