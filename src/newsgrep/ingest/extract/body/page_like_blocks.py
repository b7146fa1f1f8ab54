"""Blocks of a page that are laid out as those of its article, and were left out.

Some sites set an article in several rows, each with boxes of the same names around its paragraphs;
extractors of a page's main text take one of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from newsgrep.ingest.extract.body.page_gaps import is_apart
from newsgrep.ingest.extract.body.page_subheads import OUTSIDE
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.xml import text_of
from newsgrep.text.letters import letters

_LONG = 60
"""Characters of a paragraph."""
_KNOWN = 40
"""Letters by which it is known again."""
_AROUND = 3
"""Boxes around a paragraph by whose names it is told."""
_FEWEST, _LEAST = 2, 80
"""Paragraphs of the article that are laid out so, and characters of a block."""
_LINKED = 0.3
_ENDS = (".", "!", "?", "…", ".”", ".»", '."')
_OUTSIDE = (OUTSIDE | {"header", "li"}) - {"table", "form"}


class _Paragraph(NamedTuple):
    element: Any
    block: Any
    layout: tuple[str, ...]
    known: str


def with_like_blocks(text: str, root: Any) -> str:
    """The text with such blocks, each below what stands before it in the page."""
    lines = text.split("\n")
    said = list(map(letters, lines))
    have = "".join(said)
    paragraphs = list(_paragraphs(root))
    kept = [one for one in paragraphs if one.known in have]
    told = Counter(one.layout for one in kept)
    full = {one.block for one in kept}
    lacked = {
        one.block
        for one in paragraphs
        if one.known not in have and told[one.layout] >= _FEWEST and one.block not in full
    }
    blocks = {block for block in lacked if _may_be_of_article(block)}
    found: dict[int, list[str]] = {}
    place = -1
    for one in paragraphs:
        if one.known in have:
            place = next((n for n, line in enumerate(said) if one.known in line), place)
        elif one.block in blocks:
            blocks.discard(one.block)
            found.setdefault(place, []).extend(_said_in(one.block, have))
        elif one.block in full and place < 0 and text_of(one.element).endswith(_ENDS):
            found.setdefault(place, []).append(text_of(one.element))  # above the first one found
    if not found:
        return text
    below = (part for n, line in enumerate(lines) for part in (line, *found.get(n, ())))
    return "\n".join([*found.get(-1, ()), *below])


def _paragraphs(root: Any) -> Iterator[_Paragraph]:
    for element in root.iter("p"):
        block = element.getparent()
        if block is None or len(element.text_content()) < _LONG:
            continue
        known = letters(text_of(element))[:_KNOWN]
        around = list(islice(element.iterancestors(), _AROUND))
        layout = tuple(f"{box.tag} {box.get('class') or ''}" for box in around)
        named = any(box.get("class") for box in around)
        if len(known) == _KNOWN and named:
            yield _Paragraph(element, block, layout, known)


def _is_apart(element: Any) -> bool:
    return element.tag in _OUTSIDE or (element.tag != "body" and is_apart(element))


def _may_be_of_article(block: Any) -> bool:
    """Whether a block says something, and neither leads elsewhere nor is set apart by its name."""
    said = len(text_of(block))
    if said < _LEAST or any(map(_is_apart, (block, *block.iterancestors()))):
        return False
    linked = sum(len(text_of(link)) for link in block.iter("a"))
    return linked <= _LINKED * said


def _said_in(block: Any, have: str) -> list[str]:
    from lxml.etree import tostring

    told = text_of_fragment(tostring(block, encoding="unicode", with_tail=False))
    lines = (line.strip() for line in told.split("\n"))
    return [line for line in lines if line and letters(line)[:_KNOWN] not in have]
