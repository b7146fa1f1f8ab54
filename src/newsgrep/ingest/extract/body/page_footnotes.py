"""Footnotes of a page: extractors drop them where they stand behind the article, or are small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.formats.xml import text_of
from newsgrep.text.letters import letters

_BLOCKS = frozenset(("li", "p", "dd", "div", "td", "aside", "section"))
_NAMED = re.compile(r"(?:^|[\s_-])(?:foot-?notes?|end-?notes?|fnlist|sidenotes?)(?:$|[\s_-])", re.I)
_MARK = re.compile(r"[\W_]*(?:\d{1,3}|[a-z]|[ivxl]{1,5})?[\W_]*", re.IGNORECASE)
"""What leads to a footnote and back: ``1``, ``[12]``, ``*``, ``↩``, ``iv``."""
_ELSEWHERE = re.compile(r"comment|respon[ds]|disqus|share|menu|nav|top|tab|slide|page", re.I)
"""Names of places in a page that are no footnotes."""
_LONGEST_MARK = 8
_LONGEST = 5000
"""Characters of a footnote; what is longer is a part of a page."""
_KNOWN = 40
"""Letters by which a paragraph is known again."""


def with_footnotes(text: str, root: Any) -> str:
    """The text, and below it the footnotes of the page that it does not have, a line each.

    They are what marks lead to (``<sup><a href="#fn1">1</a></sup>``), and what is called so by
    its class or id.
    """
    found = list(dict.fromkeys([*_led_to(root), *_called_so(root)]))
    if not found:
        return text
    have = letters(text)
    lines = [text]
    for words in map(_words_of, found):
        said = letters(words)
        if said and len(words) <= _LONGEST and said[:_KNOWN] not in have:
            have += said
            lines.append(words)
    return "\n".join(lines)


def _led_to(root: Any) -> Iterator[Any]:
    """The blocks that marks within the page lead to, in the order of the marks."""
    wanted = {
        address[1:]: link
        for link in root.iter("a")
        if (address := (link.get("href") or "").strip()).startswith("#")
        and len(address) > 1
        and _ELSEWHERE.search(address) is None
        and _is_mark(text_of(link))
    }
    if not wanted:
        return
    places: dict[str, Any] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name")):
            if name in wanted and name not in places:
                places[name] = element
    for name, link in wanted.items():
        place = places.get(name)
        block = place if place is None else _block_of(place)
        # What a note leads back to is the article's own paragraph.
        if block is None or _is_in_paragraph(place, block):
            continue
        if not any(one is block for one in link.iterancestors()):
            yield block


def _block_of(place: Any) -> Any:
    return next((one for one in (place, *place.iterancestors()) if one.tag in _BLOCKS), None)


def _is_in_paragraph(place: Any, block: Any) -> bool:
    """Whether a place stands within the words of its paragraph, and does not open it."""
    if place is block:
        return False
    from lxml.etree import iterwalk

    before: list[str] = []
    for event, element in iterwalk(block, events=("start", "end")):
        if element is place:
            break
        before.append((element.text if event == "start" else element.tail) or "")
    return _MARK.fullmatch("".join(before).strip()) is None


def _called_so(root: Any) -> Iterator[Any]:
    """The footnotes in blocks that are called so: their items or paragraphs, else the block."""
    for element in root.iter("div", "section", "aside", "ol", "ul", "p", "li"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if len(named) > 1 and _NAMED.search(named) is not None:
            parts = list(element.iter("li")) or list(element.iter("p"))
            yield from parts or [element]


def _is_mark(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_MARK and _MARK.fullmatch(words) is not None


def _words_of(block: Any) -> str:
    """A footnote's words without the marks that lead back."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    walk = iterwalk(block, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            pieces.append((element.tail or "") if element is not block else "")
        elif (
            element.tag == "a"
            and (element.get("href") or "").startswith("#")
            and _is_mark(text_of(element))
        ):
            walk.skip_subtree()
        else:
            pieces.append(element.text or "")
    return " ".join("".join(pieces).split())
