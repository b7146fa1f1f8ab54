"""What stands between two paragraphs of a page's article, where the way it was found lost it.

Extractors leave out lists within lists, short lists and paragraphs with many links. What has
paragraphs of the article above and below it in the same block is of the article too, unless it
leads elsewhere or is set apart by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsgrep.ingest.extract.body.page_subheads import OUTSIDE
from newsgrep.ingest.formats.xml import text_of
from newsgrep.text.letters import letters

_LISTS = frozenset(("ul", "ol", "dl"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", *_LISTS, "blockquote", "pre", *_HEADINGS)
_LEAVES = frozenset(("p", "li", "dt", "dd", *_HEADINGS))
_OUTSIDE = (OUTSIDE | {"header"}) - {"table"}
"""What has no paragraphs of the article; a table has, where a page is laid out in one."""
_BOXES = OUTSIDE | {"header", "section", "article"}
"""What stands in a paragraph by a fault of the page, and is none of its words."""
_APART = re.compile(
    r"relat|recommend|promo|newsletter|share|social|widget|teaser|\bad\b|advert|sponsor|caption"
    r"|credit|comment|\bmore\b|subscri|signup|menu|tags|toc|byline|author|meta|read-?next"
    r"|no-?content|noscript",
    re.IGNORECASE,
)
_KNOWN, _LEAST = 40, 20
"""Letters by which a paragraph is known again, and that it has at least."""
_PARTS = 3
"""Parts that a block has at least: one between two."""
_LONG = 30
"""Characters of an item behind the last paragraph, on average."""
_LINKED = 0.5
"""The share of a block's words in links from which on it leads elsewhere."""


class _Part(NamedTuple):
    words: str
    may_miss: bool
    listed: bool
    """Whether it is of a list: that may stand behind the last paragraph, too."""
    wrapped: bool
    """Whether something is put around it."""
    unnamed: bool
    """Whether it is in a box that has no name: those of pages' furniture have one."""


def with_gaps(text: str, root: Any) -> str:
    """The text, with what it lacks between paragraphs that it has back in their order.

    And with a list right behind the last of them.
    """
    plain = _has_few_links(root)
    lines = text.split("\n")
    said_in = list(map(letters, lines))
    at_line: dict[str, int] = {}
    for at, said in enumerate(said_in):
        at_line.setdefault(said[:_KNOWN], at)
    have = "".join(said_in)
    short = {"", *(said for said in said_in if len(said) < _LEAST)}
    missing: dict[int, list[str]] = {}

    def keep(place: int, found: list[str]) -> None:
        nonlocal have
        missing.setdefault(place, []).extend(found)
        said = list(map(letters, found))
        short.update(said)
        have += "".join(said)

    # What ends a block, where its neighbour goes on with the next line.
    ended: Any = None
    before: list[str] = []
    expected = -1
    for around, run in _runs(root, have, _PARTS - plain):
        carried = around is not None and around is ended
        waiting: list[str] | None = before if carried else None
        opening: list[str] = []
        last = anchors = 0
        are_listed = are_unnamed = True
        for words, may_miss, listed, wrapped, unnamed in run:
            said = letters(words)
            is_short = len(said) < _LEAST
            below = None if is_short else at_line.get(said[:_KNOWN])
            if below is not None:
                if waiting and (anchors or below == expected):
                    keep(below, waiting)
                elif opening and _opens(lines, below) and all(map(_SENTENCE.search, opening)):
                    keep(below, opening)  # above the first paragraph that was found
                waiting, last, are_listed, are_unnamed = [], below, True, True
                opening = []
                anchors += 1
                continue
            are_listed = are_listed and listed
            are_unnamed = are_unnamed and unnamed and _SENTENCE.search(words) is not None
            told = said in (short if is_short else have) or (wrapped and _is_told(said, have))
            if may_miss and waiting is not None and not told and words not in waiting:
                waiting.append(words)
            elif may_miss and not anchors and (wrapped or (plain and listed)) and not told:
                opening.append(words)
        ended, before, expected = around if anchors > 1 else None, [], last + 1
        ends_so = are_unnamed or (are_listed and _is_prose(waiting or []))
        if waiting and ends_so and anchors > 1 - plain:
            keep(last + 1, waiting)
        elif waiting and anchors > 1:
            before = waiting
    if not missing:
        return text
    lines.append("")
    return "\n".join(
        part for at, line in enumerate(lines) for part in [*missing.get(at, ()), line]
    ).rstrip("\n")


def _opens(lines: list[str], place: int) -> bool:
    """Whether a line of a text is its first, or the first below its headline."""
    return place <= _HEADLINES and not any(map(_SENTENCE.search, lines[:place]))


_HEADLINES = 2


def _is_told(said: str, have: str) -> bool:
    """Whether a text has a paragraph, perhaps without some words that a page hides within it."""
    pieces = [said[at : at + _PIECE] for at in range(0, len(said) - _PIECE + 1, _PIECE)]
    return sum(piece in have for piece in pieces) >= _TOLD * len(pieces) > 0


_PIECE, _TOLD = 10, 0.5
"""Letters of the pieces of a paragraph, and the share of them that a text has that has it."""


def _is_prose(items: list[str]) -> bool:
    """Whether the items of a list are what an article says, and no menu's words."""
    return sum(map(len, items)) >= _LONG * len(items)


def _has_few_links(root: Any) -> bool:
    """Whether a page has next to no links, and so no menu and no other stories."""
    return len(root.xpath("//a[@href]")) <= _FEW_LINKS


_FEW_LINKS = 3


def _runs(root: Any, have: str, least: int) -> Iterator[tuple[Any, Iterator[_Part]]]:
    """For each block with several paragraphs what it stands in, and its paragraphs."""
    seen = set()
    for element in root.iter(*_BLOCKS):
        parent = element.getparent()
        if parent is None or parent in seen:
            continue
        seen.add(parent)
        if sum(child.tag in _BLOCKS for child in parent) < least:
            continue
        if not any(above.tag in _OUTSIDE for above in (parent, *parent.iterancestors())):
            yield parent.getparent(), _parts(parent, have)


def _parts(block: Any, have: str) -> Iterator[_Part]:
    for child in _blocks_in(block, 0):
        may_miss = not is_apart(child)
        wrapped = child.tag not in _BLOCKS or child.getparent() is not block
        unnamed = child.tag in _AROUND and not (child.get("class") or child.get("id"))
        items = _items(child)
        if may_miss and is_linked(child):
            # A list of links leads elsewhere, unless some of its items were found.
            may_miss = any(len(each) >= _LEAST and each in have for each in map(letters, items))
        for words in items:
            yield _Part(words, may_miss, child.tag in _LISTS, wrapped, unnamed)


def _blocks_in(block: Any, depth: int) -> Iterator[Any]:
    """The paragraphs, lists and headings of a block; of what has something put around it those
    that are sentences."""
    for child in block:
        if child.tag in _BLOCKS:
            if not depth or _says_something(child):
                yield child
        elif child.tag in _AROUND and depth < _DEEPEST and not _is_teaser(child):
            if any(inner.tag in _BLOCKS or inner.tag in _AROUND for inner in child):
                yield from _blocks_in(child, depth + 1)
            elif _SENTENCE.search(text_of(child)) is not None:
                yield child


def _says_something(element: Any) -> bool:
    """Whether a paragraph is a sentence, or most items of a list are."""
    if element.tag in _HEADINGS:
        return False
    if element.tag not in _LISTS:
        return _SENTENCE.search(text_of(element)) is not None
    items = _items(element)
    return 2 * sum(_ENDED.search(each) is not None for each in items) > len(items)


def _is_teaser(element: Any) -> bool:
    """Whether a box is set apart by its name, or leads to another story by a heading."""
    return any(map(is_apart, element.iter("div", "section", "p", "aside", "span"))) or any(
        next(heading.iter("a"), None) is not None for heading in element.iter(*_HEADINGS)
    )


_AROUND = frozenset(("div", "section", "center"))
_DEEPEST = 2
_SENTENCE = re.compile(r"^.{60,}[.!?…。][\"”’»)]*$", re.DOTALL)
"""Text of a block of no kind that may be a paragraph."""
_ENDED = re.compile(r"^.{30,}[.!?…。;][\"”’»)]*$", re.DOTALL)
"""An item of a list that is a sentence."""


def _items(holder: Any) -> list[str]:
    """The paragraphs or items in a block; an item with a list in it has its own words alone."""
    from lxml.etree import iterwalk

    found: list[list[str]] = [[]]
    walk = iterwalk(holder, events=("start", "end"))
    for event, element in walk:
        if element.tag in _LEAVES:
            found.append([])
        if event == "end":
            found[-1].append((element.tail or "") if element is not holder else "")
        elif element.tag in _BOXES or (element.tag == "a" and element.find(".//h3") is not None):
            walk.skip_subtree()
        else:
            found[-1].append(" " if element.tag == "br" else element.text or "")
    return [words for words in (" ".join("".join(each).split()) for each in found) if words]


def is_apart(element: Any) -> bool:
    """Whether an element is set apart from an article by its name: a promotion, a caption."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _APART.search(named) is not None


def is_linked(element: Any) -> bool:
    """Whether a block leads elsewhere: most of its words are in links."""
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return linked > 0 and linked >= _LINKED * len(text_of(element))
