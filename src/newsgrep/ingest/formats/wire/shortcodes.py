"""Shortcodes of WordPress: ``[gallery ids="1,2"]``, ``[caption]…[/caption]``.

They are no text, but may hold some, within them or in what they say of it. What an editor puts in
brackets (``[sic]``, ``[the minister]``) is text.
"""

from __future__ import annotations

import re
from html import escape, unescape

from newsgrep.text.lazy_regex import regex

_CODE = regex(
    r"\[(?P<close>/)?(?P<name>[A-Za-z][\w-]*)"
    r"(?P<said>(?:\s+(?:[\w:-]+\s*=\s*)?(?:\"[^\"]*\"|'[^']*'|[^\s\"'\]=]+))*)\s*/?\]"
)
_SAID = regex(r"(?:^|\s)([\w:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_OF_TEXT = frozenset("caption text heading quote title content description".split())
_ALONE = frozenset(
    """gallery embed audio video playlist more nextpage caption wp_caption contact-form sidebar ad
    ads toc twitter youtube vimeo instagram facebook soundcloud googlemaps recent_posts
    social_share newsletter subscribe""".split()
)
"""Shortcodes that may stand with nothing but their name, or an address."""
_APART = frozenset(("caption", "wp_caption", "pullquote", "quote", "blockquote", "box"))
"""What parts the text in it from that around it."""


def without_shortcodes(markup: str) -> str:
    """The markup of a post with the words of its shortcodes, but without their brackets."""
    closed = {name.lower() for name in re.findall(r"\[/([A-Za-z][\w-]*)\s*\]", markup)}

    def words(match: re.Match[str]) -> str:
        name, said = match["name"].lower(), match["said"]
        values = [(key, one or other) for key, one, other in _SAID.findall(said)]
        alone = name in _ALONE and (not said.strip() or match["close"] or "://" in said)
        if not (values or alone or name in closed or "_" in name):
            return match[0]
        told = [unescape(text) for key, text in values if key.lower() in _OF_TEXT and " " in text]
        shown = "".join(f"<p>{escape(text, quote=False)}</p>" for text in told)
        # Codes that show something stand apart from the words beside them, others stand in them.
        return shown + ("<p>" if name in _APART else " " if name in _ALONE else "")

    return _CODE.sub(words, markup)
