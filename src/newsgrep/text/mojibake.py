"""Text that was decoded with the wrong encoding and stored so: ``Ã©`` for ``é``."""

from __future__ import annotations

import re

# UTF-8 read as Windows-1252, Latin-1 or MacRoman: a lead byte's letter and a continuation byte's.
_SUSPECT = re.compile(
    "[ÃÂ][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€\u0080][\u0080-¿‘-›€-™œžŸ˜]|[ÐÑ][\u0080-¿‘-›€-™œžŸ˜ˆƒŠšŽ]|ï»¿|√[©®°±¥§ß∂º≠]|‚Ä[ôúùìî]"
)


def suspects(text: str) -> int:
    """How many places of ``text`` look like mojibake."""
    return 0 if text.isascii() else len(_SUSPECT.findall(text))


def repaired(text: str) -> tuple[str, bool]:
    """``text`` with mojibake undone by ftfy, and whether there was any.

    Only looked into where something looks like it, since that is seldom and costs time.
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
    return mended, mended != text
