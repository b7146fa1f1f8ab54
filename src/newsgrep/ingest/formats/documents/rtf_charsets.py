"""The sets of characters of RTF that Python does not know, or by another name: those of the Mac.

Code pages are known by their numbers (:mod:`~newsgrep.ingest.formats.charset_names`).
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from newsgrep.text.lazy_regex import regex

_NAMES = {
    "mac_japanese": "cp932", "mac_chinesetrad": "cp950", "mac_korean": "cp949",
    "mac_hebrew": "cp1255", "mac_chinesesimp": "gbk", "mac_rumanian": "mac_romanian",
    "mac_ukrainian": "mac_cyrillic", "mac_thai": "cp874", "mac_ce": "mac_latin2",
}  # fmt: skip
"""As the parser calls what ``\\fcharset`` tells, to what comes nearest: the Mac's are those of
Windows with a few signs more."""


@cache
def know_charsets() -> None:
    """Make Python find these sets of characters by the names that RTF and its parser use."""
    codecs.register(_found)


def _found(name: str) -> codecs.CodecInfo | None:
    return codecs.lookup(_NAMES[name]) if name in _NAMES else None


def with_known_code_page(markup: str) -> str:
    """``markup`` whose code page, if nobody knows it, is that of Western Windows.

    The parser takes an unknown one for UTF-8, which RTF is not in.
    """
    return _CODE_PAGE.sub(_known, markup, count=1)


_CODE_PAGE = regex(r"\\ansicpg(\d{1,5})")


def _known(match: re.Match[str]) -> str:
    try:
        codecs.lookup(f"cp{match[1]}")
    except LookupError:
        return "\\ansicpg1252"
    return match[0]
