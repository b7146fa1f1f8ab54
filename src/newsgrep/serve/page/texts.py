"""Texts made fit for a page: highlights as pieces, controls made visible, links that are safe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from newsgrep.results import Span

_CONTROLS = {
    **{code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}
_HAS_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def shown(value: Any) -> Any:
    """A text with its control characters as signs that can be seen; anything else as it is."""
    if isinstance(value, str) and _HAS_CONTROL.search(value):
        made = value.translate(_CONTROLS)
        return Markup(made) if isinstance(value, Markup) else made
    return value


def highlighted(text: str, spans: Sequence[Span]) -> Markup:
    """``text`` with its highlights as HTML, everything in it as text."""
    parts: list[Markup] = []
    at = 0
    for start, end in spans:
        parts.append(escape(text[at:start]))
        parts.append(Markup("<mark>{}</mark>").format(text[start:end]))
        at = end
    parts.append(escape(text[at:]))
    return Markup("").join(parts)


def web_address(url: str) -> str:
    """``url`` where it leads to a page in the web; empty for any other, which is not linked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else ""
