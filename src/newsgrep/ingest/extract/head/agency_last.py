"""The agency that signs a story behind its last words: ``(Reuters)``, ``- PTI``, ``/TASS/``."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.filled_lines import filled_from_end
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex

_SIGNED = regex(
    r"[.!?…\"”’')]\s*(?:\((?P<bracket>[A-Z][\w /-]{1,30})\)|/(?P<stroke>[A-Z][\w -]{1,30})/"
    r"|[-–—]{1,2}\s?(?P<dash>[A-Z][A-Za-z]{1,11}))\.?$"
)
_BEHIND = 40
"""Characters at the end of a line in which it signs."""


def agency_last(lines: Sequence[str], end: int) -> list[Claim]:
    """The agency behind the last words of the text that begins at ``end``; they stay in it."""
    last = next(filled_from_end(lines, end), None)
    if last is None:
        return []
    line = lines[last].rstrip()
    signed = _SIGNED.search(line, max(0, len(line) - _BEHIND))
    if signed is None:
        return []
    name = agency(signed["bracket"] or signed["stroke"] or signed["dash"])
    return [Claim("source", name, f"behind the text, line {last + 1}", 0.55)] if name else []
