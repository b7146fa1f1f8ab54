"""Pages of several entries: a weblog's front, a month of it, a subject's page.

Their entries are blocks of one name beside each other, each with a heading and a text of its own.
Extractors take one of them for the page's article, and leave out the others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from newsgrep.ingest.extract.body.page_gaps import is_apart
from newsgrep.ingest.formats.documents.markup import text_of_fragment

_HEADINGS = ("h1", "h2", "h3", "h4")
_ENTRY = re.compile(r"(?:^|[\s_-]|blog|h)(?:post|entry|article|story|blogbody)(?:$|[\s_-])", re.I)
"""What the blocks of entries are called."""
_FEWEST = 3
"""Entries of a page of several."""
_LONG = 2
"""Of them with sentences."""
_LEAST = 120
"""Characters of sentences in each that are no links."""
_KNOWN = 60
"""Characters by which a paragraph is known again."""
_MORE = 1.3
"""How much longer all entries are than the text that was found."""
_PROSE = ".//text()[string-length(normalize-space(.)) > 60][not(ancestor::a or parent::script)]"


def text_of_entries(root: Any, text: str) -> str:
    """All entries of a page, where ``text`` has some and lacks others; empty for other pages."""
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for block in root.iter("div", "section", "article", "li"):
        name = block.get("class") or ""
        if _ENTRY.search(name) is not None:
            groups[block.tag, _kind_of(name)].append(block)
    for blocks in groups.values():
        if len(blocks) < _FEWEST or any(map(_is_apart, blocks)):
            continue
        entries = [block for block in blocks if _is_entry(block)]
        if len(entries) < max(_LONG, len(blocks) / 2) or _are_nested(blocks):
            continue
        told = [_is_told(entry, text) for entry in entries]
        if any(told) and not all(told):
            return _joined(blocks, text)
    return ""


def _kind_of(name: str) -> str:
    """The class of blocks of entries, without what only one of them has: its number, its tags."""
    kinds = name.split()
    return "hentry" if "hentry" in kinds else " ".join(k for k in kinds if not _OWN.search(k))


_OWN = re.compile(r"\d|^(?:tag|category|format|status|type)-|^sticky$")


def _is_apart(block: Any) -> bool:
    return any(map(is_apart, block.iterancestors())) or _is_set_apart(block)


def _is_set_apart(block: Any) -> bool:
    """Whether a block is set apart by its name, but for that of its subject:
    ``category-recommendations``."""
    return "hentry" not in (block.get("class") or "") and is_apart(block)


def _are_nested(entries: list[Any]) -> bool:
    known = set(entries)
    return any(not known.isdisjoint(entry.iterancestors()) for entry in entries)


def _is_entry(block: Any) -> bool:
    """Whether a block has a heading of its own, and sentences that are no links."""
    if next(block.iter(*_HEADINGS), None) is None:
        return False
    return sum(len(piece.strip()) for piece in block.xpath(_PROSE)) >= _LEAST


def _is_told(entry: Any, text: str) -> bool:
    longest = max(entry.xpath(_PROSE), key=len, default="")
    return " ".join(longest.split())[:_KNOWN] in text


def _joined(entries: list[Any], text: str) -> str:
    """The entries one below the other, with what stands between those of one block: days."""
    from lxml.etree import tostring

    found: list[str] = []
    for number, entry in enumerate(entries):
        shown = [entry]
        following = entries[number + 1] if number + 1 < len(entries) else None
        if following is not None and following.getparent() is entry.getparent():
            for beside in entry.itersiblings():
                if beside is following:
                    break
                shown.append(beside)
        for one in shown:
            if not _is_set_apart(one):
                told = text_of_fragment(tostring(one, encoding="unicode"))
                found += [line for line in told.split("\n") if line.strip()]
    whole = "\n".join(found)
    return whole if len(whole) > _MORE * len(text) else ""
