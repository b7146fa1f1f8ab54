"""A line without the marks that lists, quotes, headings, emphasis and links put around it."""

from __future__ import annotations

import re

_LINK = re.compile(
    r"!?\[\s*([^\]\n]{1,200}?)\s*\]\(<?((?:https?://|/|#)[^\s)>]{0,400})>?[^)\n]{0,100}\)"
)
_IMAGE = re.compile(r"\[\s*!\[[^\]]*\]\([^)]*\)\s*\]\([^)]*\)|!\[[^\]]*\]\([^)]*\)")
_REFERENCE = re.compile(r"\[\d{1,3}\](?=\S)")
_MARKS = re.compile(r"(?<!\w)[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?!\w)")
_WIKI = ("=", "/", "'")
_HEADING = re.compile(
    r"^(?:={1,6}\s*(?=[^=\s])(.*[^=\s])\s*={1,6}|/(?=[^/\s])([^/]*[^/\s])/|'{2,5}((?:(?!'').)+)'{2,5})$"
)
"""``== A headline ==`` and ``''By Ann Poe''`` of wikis, ``/The Paper/`` of Org."""
_LEAD = re.compile(r"^\s*(?:[>#]+\s*|[-*+•‣◦–—]\s+)+")


def bare(line: str) -> str:
    """A line without the marks of lists, quotes, headings, emphasis and links."""
    if "[" in line:
        line = _IMAGE.sub("", line) if "![" in line else line
        line = _REFERENCE.sub("", _LINK.sub(r"\1", line)).replace("[[", "").replace("]]", "")
    line = _LEAD.sub("", line)
    if "*" in line or "_" in line or "`" in line or "~" in line:
        line = _MARKS.sub("", line)
    line = line.strip()
    if line[:1] in _WIKI and (match := _HEADING.match(line)) is not None:
        line = match[1] or match[2] or match[3]
    return line


def linked(line: str) -> list[str]:
    """The web addresses that the links of a line go to."""
    found = [match[2] for match in _LINK.finditer(line)] if "](" in line else []
    return [address for address in found if "://" in address]
