"""Pages that a site shows to robots in place of an article."""

from __future__ import annotations

import re

MAX_LENGTH = 1500
"""Characters; a longer text is an article, which may quote such a page."""
_SIGNS = re.compile(
    r"pardon our interruption|made us think you (?:were|are|might be) a (?:ro)?bot"
    r"|verify(?:ing)? (?:that )?you are (?:a )?human|(?:are you|not|you're) a robot"
    r"|checking (?:if the site connection is secure|your browser)"
    r"|access to this page has been (?:denied|blocked)|attention required! \| cloudflare"
    r"|(?:please )?(?:make sure|ensure|enable)\b.{0,40}\b(?:cookies and javascript"
    r"|javascript and cookies)|(?:complete|solve) (?:the|this) (?:captcha|security check)"
    r"|unusual (?:traffic|activity) from your (?:computer )?network|\bray id\b"
    r"|you have been blocked|security check to access|disabled javascript in your (?:web )?browser",
    re.IGNORECASE,
)
_WORDS = (
    "interruption", "robot", "a bot", "a human", "are human", "your browser", "captcha",
    "javascript", "attention required", "been blocked", "been denied", "unusual ", "ray id",
    "security check",
)  # fmt: skip
"""One of these is in every sign."""
_FEWEST = 2


def is_challenge(text: str) -> bool:
    """Whether a text is a site's check for robots: short, with two different signs of one."""
    if len(text) > MAX_LENGTH:
        return False
    small = text.lower()
    if not any(word in small for word in _WORDS):
        return False  # this is asked of every text
    return len({match.group().casefold() for match in _SIGNS.finditer(text)}) >= _FEWEST
