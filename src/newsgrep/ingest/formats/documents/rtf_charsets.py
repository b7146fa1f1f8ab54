"""The sets of characters of RTF that Python does not know, or by another name: those of the Mac."""

from __future__ import annotations

import codecs
import re
from functools import cache

from newsgrep.text.lazy_regex import regex

_NAMES = {
    # As the parser calls what ``\\fcharset`` tells.
    "mac_japanese": "cp932", "mac_chinesetrad": "cp950", "mac_korean": "cp949",
    "mac_hebrew": "cp1255", "mac_chinesesimp": "gbk", "mac_rumanian": "mac_romanian",
    "mac_ukrainian": "mac_cyrillic", "mac_thai": "cp874", "mac_ce": "mac_latin2",
    # Code pages (``\\ansicpg``, ``\\cpg``) as Windows numbers them.
    "cp10000": "mac_roman", "cp10001": "cp932", "cp10002": "cp950", "cp10003": "cp949",
    "cp10004": "mac_arabic", "cp10005": "cp1255", "cp10006": "mac_greek",
    "cp10007": "mac_cyrillic", "cp10008": "gbk", "cp10010": "mac_romanian",
    "cp10017": "mac_cyrillic", "cp10021": "cp874", "cp10029": "mac_latin2",
    "cp10079": "mac_iceland", "cp10081": "mac_turkish", "cp10082": "mac_croatian",
    "cp708": "iso8859_6", "cp709": "iso8859_6", "cp819": "latin_1", "cp936": "gbk",
    "cp1361": "johab", "cp20866": "koi8_r", "cp21866": "koi8_u", "cp51932": "euc_jp",
    "cp51949": "euc_kr", "cp54936": "gb18030",
}  # fmt: skip
"""Names to what comes nearest: the Mac's are those of Windows with a few signs more."""


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
