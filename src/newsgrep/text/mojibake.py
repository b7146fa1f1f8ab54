"""Text that was decoded with the wrong encoding and stored so: ``Ã©`` for ``é``."""

from __future__ import annotations

import re

from newsgrep.text.lazy_regex import regex

_FROM_MAC = "√[©®°±¥§ß∂º≠]|‚Ä[ôúùìî]"
# UTF-8 read as Windows-1252, Latin-1 or MacRoman: a lead byte's letter and a continuation byte's.
_SUSPECT = re.compile(
    "[ÃÂ][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€\u0080][\u0080-¿‘-›€-™œžŸ˜]|[ÐÑ][\u0080-¿‘-›€-™œžŸ˜ˆƒŠšŽ]|ï»¿|"
    + _FROM_MAC
)


def suspects(text: str) -> int:
    """How many places of ``text`` look like mojibake."""
    return 0 if text.isascii() else len(_SUSPECT.findall(text))


def repaired(text: str) -> tuple[str, bool]:
    """``text`` with mojibake undone by ftfy, and whether there was any.

    Only looked into where something looks like it, since that is seldom and costs time. What is no
    text afterwards was none of that: texts in another encoding hold a few such places by chance.
    """
    if text.isascii() or _SUSPECT.search(text) is None:
        return text, False
    import ftfy

    mended = ftfy.fix_encoding(text)
    if mended == text:
        # ftfy leaves a single accent; a text that is UTF-8 throughout when undone was that.
        for encoding in ("cp1252", "latin-1"):
            try:
                mended = text.encode(encoding).decode("utf-8")
                break
            except UnicodeError:
                continue
    if _MAC.search(mended) is not None:
        mended = _BEYOND_RUN.sub(_from_mac, mended)
    return (mended, True) if mended != text and _is_text(mended, text) else (text, False)


_MAC = regex(_FROM_MAC)
_BEYOND_RUN = regex("[^\\x00-\\x7f]{2,}")


def _from_mac(run: re.Match[str]) -> str:
    """Signs that were UTF-8, and were read as MacRoman; others, as ``©``, may stand beside them."""
    try:
        return run[0].encode("mac-roman").decode("utf-8")
    except UnicodeError:
        return run[0]


_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_OTHERS = "\u0370-\u06ff\u0900-\u0e7f"
_MIXED = regex(f"[{_LATIN}][{_OTHERS}]|[{_OTHERS}][{_LATIN}]")
"""Letters of two scripts in a word; Chinese and Japanese have no blanks beside Latin words."""
_WITHIN = regex(f"(?<=[{_LATIN}])[\u0080-\u00bf\u00d7\u00f7ƒ„…†‡ˆ‰‹•˜™›\ufffd]+(?=[{_LATIN}])")
"""Signs between letters that stand in no word."""
_BEYOND = regex("[^\\x00-\\x7f]")
_FEW, _FEW_MIXED = 0.05, 0.01
"""The shares of signs beyond ASCII that may be so: names of two scripts, and what was lost."""


def _is_text(mended: str, text: str) -> bool:
    """Whether the words of ``mended`` are words, or most of those that were none in ``text``."""
    beyond = len(_BEYOND.findall(mended))
    if len(_MIXED.findall(mended)) > len(_MIXED.findall(text)) + _FEW_MIXED * beyond:
        return False
    within = len(_WITHIN.findall(mended))
    return within <= _FEW * beyond or 2 * within <= len(_WITHIN.findall(text))
