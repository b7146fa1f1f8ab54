"""The deck that a web page shows between its headline and its text, where nothing else has it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from newsgrep.ingest.extract.body.page_gaps import is_apart
from newsgrep.ingest.extract.body.page_pictures import is_of_picture
from newsgrep.ingest.extract.body.page_signs import is_elsewhere
from newsgrep.ingest.extract.body.page_subheads import OUTSIDE
from newsgrep.ingest.extract.body.page_zone import following
from newsgrep.ingest.extract.head.byline import read_byline
from newsgrep.ingest.extract.head.head_words import has_role, is_furniture
from newsgrep.ingest.formats.xml import text_of
from newsgrep.text.letters import letters

_HEADINGS = frozenset(("h2", "h3", "h4", "h5"))
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:dec?k|standfirst|sub-?(?:title|head(?:line|ing)?)|synopsis|artsyn|lead|lede|intro"
    r"|excerpt|chapo|perex|anons|bajada|entradilla|copete|volanta|vorspann|catenaccio|occhiello|ingress|abstract)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_OFFER = re.compile(r"\b(?:subscri|sign up|newsletter|log ?in|register|free trial|cookie)", re.I)
"""What opens no article."""
_SHORTEST, _LONGEST = 30, 600
_WORDS = 6
_NEAR = 60
"""Elements behind a headline among which its deck is."""
_KNOWN = 40
"""Letters by which a text is known again."""
_ELSEWHERE = OUTSIDE | {"li", "a"}


def shown_deck(root: Any, titles: Iterable[str], said: str, told: str = "") -> str:
    """The deck below the heading that is one of ``titles``; empty where ``said`` has it.

    It is a heading of lower rank or what is called a deck, above the first paragraph. Of what the
    page tells of itself, ``told``, which may be cut off, it is the whole.
    """
    names = {letters(title) for title in titles}
    headline = next((one for one in root.iter("h1") if letters(text_of(one)) in names), None)
    if headline is None:
        return ""
    have = letters(f"{told}\n{said}")
    holders = (headline.getparent(), next(islice(headline.iterancestors(), 1, None), None))
    for element in islice(following(headline), _NEAR):
        if element.tag == "h1":
            return ""
        named = _NAMED.search(element.get("class") or "") is not None
        beside = element.tag in _HEADINGS and element.getparent() in holders
        if element.tag != "p" and not named and not beside:
            continue
        words = text_of(element)
        if len(words) < _SHORTEST:
            continue
        if letters(words)[:_KNOWN] in have:
            # Where the text begins, or what has the deck already: perhaps cut off.
            whole = letters(words) not in letters(said) and completes(words, told)
            return words if whole and _is_deck(element, words, names) else ""
        if (named or beside) and _is_deck(element, words, names):
            return words
    return ""


def completes(words: str, told: str) -> bool:
    """Whether a deck begins with what the page tells of itself, and goes on where that is cut."""
    cut = letters(_CUT.sub("", told))
    whole = letters(words)
    return len(cut) >= _KNOWN and whole.startswith(cut) and len(whole) > len(cut)


_CUT = re.compile(r"\s*\S*(?:…|\.\.\.)\s*$")
"""Where a deck is cut off, perhaps within a word."""


def _is_deck(element: Any, words: str, titles: set[str]) -> bool:
    if len(words) > _LONGEST or (words.isascii() and words.count(" ") < _WORDS - 1):
        return False
    if is_furniture(words) or read_byline(words) is not None or is_elsewhere(element):
        return False
    if _OFFER.search(words) is not None or (has_role(words) and len(words) < _BESIDE_NAME):
        return False  # "Business reporter in Orlo"
    said = letters(words)
    if any(title and (title in said or said in title) for title in titles):
        return False
    if is_apart(element) or is_of_picture(element) or _CREDIT.search(words) is not None:
        return False
    return not any(
        one.tag in _ELSEWHERE or _MOVING.search(one.get("class") or "") is not None
        for one in (element, *islice(element.iterancestors(), _ABOVE))
    )


_BESIDE_NAME = 60
"""Characters of what says of an author where she works."""
_ABOVE = 6
_MOVING = re.compile(r"gallery|video|slide|carousel|player|lead-art", re.IGNORECASE)
_CREDIT = re.compile(
    r"\b(?:AP|Reuters|AFP) Photo\b|\(Photos? |\b(?:Photo|Picture|Image|Credit|Foto)s?(?: by)?\s?:"
    r"|©|\bGetty Images\b|/ ?[A-Z][\w ]+\)$"
)
"""Who took a picture: at the end of what stands below it."""
