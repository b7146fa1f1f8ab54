"""Tags of XML put in pairs, so that one end that is missing moves nothing but its own element.

A parser that recovers takes each end for that of the element that is open: behind one that is
missing all others come a level too late, and a body is then within a head.
"""

from __future__ import annotations

import re

from newsgrep.text.lazy_regex import regex

_TAG = regex(
    rb"<(?P<closes>/?)(?P<name>[A-Za-z_:\x80-\xff][\w:.\x80-\xff-]*)"
    rb"(?:(?:\s+[^\s=<>\"'/]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*\s*|(?:\s[^<>]*?)?)(?P<alone>/?)>"
)
_EMPTY = frozenset((b"br", b"hr", b"img", b"wbr", b"input"))
"""Elements of HTML that have no end."""
_SIBLINGS = frozenset((b"p", b"para", b"li", b"dd", b"dt", b"tr", b"td", b"th", b"option"))
"""Elements that stand beside each other, and never in one of their own."""
_FEEDS = frozenset((b"rss", b"feed", b"rdf:RDF"))
_OF_ITEMS = regex(
    rb"title|link|guid|pubDate|description|comments|category|subtitle|updated|published|id|summary"
    rb"|language|copyright|(?:wp|dc|content|excerpt):(?!(?:author|category|tag|term|postmeta|comment|termmeta|commentmeta)$)\w+"
)
"""What an item of a feed has beside each other, and none within another."""
_DEEPEST = 200
"""Levels that a parser bears; what is open deeper than this ends where the next begins."""


class Balance:
    """The elements that are open, from piece to piece of a document."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[bytes] = []

    def of(self, markup: bytes) -> bytes:
        """A piece of markup with whole tags and no sections, each end that of what is open.

        Ends that are missing are put before that of the element around; ends of nothing go.
        """
        return _TAG.sub(self._paired, markup)

    def _paired(self, tag: re.Match[bytes]) -> bytes:
        name = tag["name"]
        if tag["closes"]:
            return self._end(name)
        if tag["alone"]:
            return tag[0]
        if name.lower() in _EMPTY:
            return tag[0][:-1] + b"/>"
        before = b""
        if self._open and (self._is_beside(name) or len(self._open) > _DEEPEST):
            before = b"</" + self._open.pop() + b">"
        self._open.append(name)
        return before + tag[0]

    def _is_beside(self, name: bytes) -> bool:
        """Whether an element of this name cannot stand within the one that is open."""
        last = self._open[-1]
        if last == name and name.lower() in _SIBLINGS:
            return True
        if self._open[0] not in _FEEDS or _OF_ITEMS.fullmatch(last) is None:
            return False
        return name in (b"item", b"entry") or _OF_ITEMS.fullmatch(name) is not None

    def _end(self, name: bytes) -> bytes:
        opened = self._open
        if opened and opened[-1] == name:
            opened.pop()
            return b"</" + name + b">"
        at = _last(opened, name)
        if at < 0:
            return b""
        ends = b"".join(b"</" + one + b">" for one in reversed(opened[at:]))
        del opened[at:]
        return ends


def _last(opened: list[bytes], name: bytes) -> int:
    """Where the last element called so is open, in any case of letters; -1 where none is."""
    for same in (name.__eq__, lambda one: one.lower() == name.lower()):
        for at in range(len(opened) - 1, -1, -1):
            if same(opened[at]):
                return at
    return -1
