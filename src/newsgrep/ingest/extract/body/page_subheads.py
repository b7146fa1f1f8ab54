"""The headings between a page's paragraphs, where the way in which its text was found lost them."""

from __future__ import annotations

from typing import Any

from newsgrep.ingest.extract.head.head_words import is_furniture
from newsgrep.ingest.extract.head.interface_words import is_of_interface
from newsgrep.ingest.formats.xml import text_of

_HEADINGS = ("h2", "h3", "h4")
_BLOCKS = frozenset(("p", "li", "blockquote", "h1", *_HEADINGS))
_LONGEST = 200
_TOLD, _LEAST = 60, 25
"""Characters by which the paragraph below a heading is known again, and that it has at least."""
OUTSIDE = frozenset(("nav", "aside", "footer", "form", "button", "table", "figure"))
"""What stands in an article and is none of its text."""


def with_subheads(text: str, root: Any) -> str:
    """The text, with the headings back that stand right above its paragraphs in the page.

    A heading above the first paragraph is the page's own, or its deck, and comes back only
    where others of its kind follow, as in a newsletter. One that is a link leads elsewhere.
    """
    lines = text.split("\n")
    found = _above_paragraphs(root, lines)
    if not found:
        return text
    if 0 in found and not any(at and tag == found[0][1] for at, (_, tag) in found.items()):
        del found[0]
    return "\n".join(
        part
        for at, line in enumerate(lines)
        for part in ([found[at][0]] if at in found else []) + [line]
    )


def _above_paragraphs(root: Any, lines: list[str]) -> dict[int, tuple[str, str]]:
    """The headings that are missing, with their tags, by the line below them."""
    bare = [" ".join(line.split()) for line in lines]
    have = set(bare)
    by_beginning: dict[str, int] = {}
    for at, line in enumerate(bare):
        by_beginning.setdefault(line[:_TOLD], at)
    found: dict[int, tuple[str, str]] = {}
    waiting: tuple[str, str] | None = None
    parent = None
    # The first is the page's own; programs for newsletters give all of them the same.
    own = next(root.iter("h1"), None)
    for element in root.iter(*_BLOCKS):
        is_heading = element.tag in _HEADINGS or (element.tag == "h1" and element is not own)
        if waiting is None and not is_heading:
            continue  # most: nothing is looked for above them
        words = text_of(element)
        if not words:
            continue
        if is_heading:
            waiting = (words, element.tag) if _may_be_subhead(element, words, have) else None
            parent = element.getparent()
            continue
        below = by_beginning.get(words[:_TOLD]) if len(words) >= _LEAST else None
        # What promotes something has its heading in a box of its own.
        if waiting is not None and below is not None and element.getparent() is parent:
            found.setdefault(below, waiting)
        waiting = None
    return found


def _may_be_subhead(element: Any, words: str, have: set[str]) -> bool:
    if len(words) > _LONGEST or words in have:
        return False
    if is_furniture(words) or is_of_interface(words):
        return False
    if any(ancestor.tag in OUTSIDE for ancestor in element.iterancestors()):
        return False
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return linked < len(words) / 2
