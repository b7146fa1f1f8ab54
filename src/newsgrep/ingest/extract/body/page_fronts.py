"""Fronts of papers and of their sections: pages of other pages' headlines, most of them links.

Extractors of a page's main text leave out what is a link, and with it nearly all that a front says.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from newsgrep.ingest.extract.body.page_links import is_of_story
from newsgrep.ingest.extract.body.page_zone import headings_of
from newsgrep.text.letters import letters

_WORDS, _SIGNS, _UNPARTED_SIGNS = 5, 25, 10
"""Words and letters of a link that is a headline; letters in scripts that part no words."""
_FEWEST = 8
"""Headlines of a front."""
_MISSING = 0.5
"""The share of them that a text lacks, from which on it is not a front's."""
_SHARE = 0.5
"""How long a front's headlines are at least, beside its sentences that are no links."""
_PARAGRAPHS = 3
"""Sentences that are no links, in one block: an article's paragraphs."""
_SENTENCES = "//text()[string-length(normalize-space(.)) > 60][not(ancestor::a)]"
_WITHIN = frozenset(
    "a abbr b big cite code em font i li p q s small span strong sub sup time u".split()
)
"""What a block's sentences stand in."""


def is_front_without_headlines(root: Any, text: str, url: str) -> bool:
    """Whether a page is a front, and the ``text`` that was found in it lacks most headlines.

    ``url`` is the page's own address, as far as it is known: an article's is no front's.
    """
    if is_of_story(url.partition("//")[2].partition("/")[2]):
        return False
    headlines = {name for link in root.iter("a") if (name := _headline(link))}
    if len(headlines) < _FEWEST:
        return False
    have = letters(text)
    missing = sum(name not in have for name in headlines)
    if missing < max(_FEWEST, _MISSING * len(headlines)) or says_article(root):
        return False
    blocks: Counter[Any] = Counter()
    said = 0
    for piece in root.xpath(_SENTENCES):
        said += len(piece.strip())
        blocks[_block_of(piece)] += 1
    is_teased = not blocks or max(blocks.values()) < _PARAGRAPHS
    return is_teased and sum(map(len, headlines)) >= _SHARE * said


def _block_of(piece: Any) -> Any:
    """The block that a text stands in."""
    element = piece.getparent()
    if piece.is_tail:
        element = element.getparent()
    while element is not None and element.tag in _WITHIN:
        element = element.getparent()
    return element


def says_article(root: Any) -> bool:
    """Whether a page says that it is an article, or has a heading that its title repeats."""
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").casefold()
        value = (meta.get("content") or "").casefold()
        if name == "article:published_time" or (name == "og:type" and value.startswith("article")):
            return True
    title = letters(headings_of(root).title)
    shown = (" ".join(one.text_content().split()) for one in root.iter("h1", "h2", "h3"))
    return any(_is_worded(one) and letters(one) in title for one in shown)


def _headline(link: Any) -> str:
    """The letters of a link that is a headline; empty for others."""
    text = " ".join(link.text_content().split())
    return letters(text) if _is_worded(text) else ""


def _is_worded(text: str) -> bool:
    if text.count(" ") >= _WORDS - 1:
        return len(text) >= _SIGNS
    return not text.isascii() and len(letters(text)) >= _UNPARTED_SIGNS
