"""Paragraphs of an article that stand around the box in which an extractor found its text.

A quotation, a box or a part of the article in an element of its own may be denser than the
paragraphs beside it, which are all lost then.
"""

from __future__ import annotations

from typing import Any

from newsgrep.ingest.extract.body.page_gaps import is_apart, is_linked
from newsgrep.ingest.extract.body.page_subheads import OUTSIDE
from newsgrep.ingest.formats.xml import text_of
from newsgrep.text.letters import letters

_HOLDERS = ("div", "section", "article", "main", "td")
_FEWEST = 3
"""Paragraphs around a box, all of which are missing."""
_MOST = 30
"""Blocks that are looked at for it: each is looked through."""
_LEAST, _KNOWN = 60, 40
"""Letters of a paragraph, and those by which it is known again."""


def with_outer_paragraphs(text: str, root: Any) -> str:
    """The text, with the paragraphs back that stand beside the box it is from."""
    have = letters(text)
    looked_at = 0
    for holder in root.iter(*_HOLDERS):
        paragraphs = [child for child in holder if child.tag == "p" and _is_of_story(child)]
        if len(paragraphs) < _FEWEST or any(_is_told(each, have) for each in paragraphs):
            continue
        looked_at += 1
        if looked_at > _MOST:
            break
        around = (holder, *holder.iterancestors())
        if any(one.tag in OUTSIDE or is_apart(one) for one in around if one.tag != "body"):
            continue
        boxes = [child for child in holder if child.tag != "p" and _has_text(child, have)]
        if len(boxes) == 1:
            place = list(holder).index(boxes[0])
            beside = [(at, one) for at, one in enumerate(holder) if one.tag == "p"]
            above = [text_of(one) for at, one in beside if at < place and not is_apart(one)]
            below = [text_of(one) for at, one in beside if at > place and not is_apart(one)]
            return "\n".join([*above, text, *below])
    return text


def _is_of_story(paragraph: Any) -> bool:
    said = text_of(paragraph)
    return len(letters(said)) >= _LEAST and not is_apart(paragraph) and not is_linked(paragraph)


def _is_told(paragraph: Any, have: str) -> bool:
    return letters(text_of(paragraph))[:_KNOWN] in have


def _has_text(box: Any, have: str) -> bool:
    """Whether a box has paragraphs of the text that was found."""
    return any(_is_of_story(each) and _is_told(each, have) for each in box.iter("p"))
