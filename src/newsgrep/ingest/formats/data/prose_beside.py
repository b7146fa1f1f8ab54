"""Prose under names that say nothing, in the objects of a document of JSON: none of it is lost.

Within a record it is of comments, notes, boxes and clusters; beside the records it is what opens
a newsletter, or a list whose members are unlike the articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsgrep.ingest.formats.data.articles_within import is_article
from newsgrep.ingest.formats.data.column_names import bare, field_of
from newsgrep.ingest.formats.data.column_values import has_tags, without_tags
from newsgrep.ingest.formats.data.odd_values import (
    has_word_of,
    is_of_facts,
    is_of_texts,
    is_prose,
    is_sentence_named,
)
from newsgrep.ingest.formats.data.record_document import fields_in

_DEEPEST = 12
_ELSEWHERE = frozenset(
    """related recommended recommendations teasers teaser links link author authors publisher
    organization provider creator user owner logs debug config settings options params request
    headers schema query prompt script style css agent licence license terms disclaimer
    copyright""".split()
)
"""Names of objects and strings that lead elsewhere, or are of people, programs and rights."""
_OF_FEED, _LEAST_OF_FEED = frozenset("description subtitle tagline about".split()), 200
"""What a list of articles says of itself, and how long that is where it is a text."""


def prose_within(record: Mapping[str, Any]) -> list[str]:
    """What the objects within a record say in sentences, in their order.

    Without teasers: what has a headline and an address, but no text, leads elsewhere. Nor what is
    an article of its own.
    """
    inner = [(name, one) for name, one in record.items() if isinstance(one, dict | list)]
    return [text for name, one in inner for text in _within(one, str(name), 1)]


def _within(value: Any, name: str, depth: int) -> Iterator[str]:
    if depth > _DEEPEST or _leads_elsewhere(name):
        return
    match value:
        case str() if depth > 1 and not _is_of_facts(name):
            text = _shown(value)
            if _is_text(name, text) or is_prose(text) or is_sentence_named(name, text):
                yield text
        case dict() if not is_teaser(value) and not is_article(value, name):
            for key, one in value.items():
                yield from _within(one, str(key), depth + 1)
        case list() if depth > 1 or not all(isinstance(one, str) for one in value):
            for one in value:
                yield from _within(one, name, depth + 1)


def _is_text(name: str, text: str) -> bool:
    """Whether a value is a text by its name and its length, whatever it ends with.

    What papers set above their articles ends without a stop.
    """
    blanks = text.count(" ")
    of_texts = is_of_texts(name) and blanks >= _FEWEST_BLANKS
    return of_texts or (field_of(name) == "deck" and blanks >= _OF_DECK)


def prose_beside(value: Any, taken: list[Any], *, teasers: bool) -> Iterator[dict[str, Any]]:
    """For each object of a document with prose, that is no article, a record of what it says.

    None is within those ``taken``; ``teasers`` says whether those beside the articles count.
    """
    known = {id(one) for one in taken}
    yield from _beside(value, known, "", teasers, 0)


def _beside(
    value: Any, known: set[int], name: str, teasers: bool, depth: int
) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST or id(value) in known or _leads_elsewhere(name):
        return
    if isinstance(value, dict):
        if not teasers and depth and is_teaser(value):
            return
        if own := _own(value, known):
            yield own
        for key, one in value.items():
            if isinstance(one, dict | list):
                yield from _beside(one, known, str(key), teasers, depth + 1)
    elif isinstance(value, list):
        is_mixed = not all(isinstance(one, str) for one in value)
        for one in value:
            if is_mixed and isinstance(one, str) and is_prose(text := _shown(one)):
                yield {"text": text}
            yield from _beside(one, known, name, teasers, depth + 1)


def _own(value: dict[str, Any], known: set[int]) -> dict[str, Any]:
    """What an object says itself, as a record; empty where that is no prose."""
    facts: dict[str, Any] = {}
    texts: list[str] = []
    is_feed = any(isinstance(one, dict) for list_ in value.values() for one in _members(list_))
    for name, one in value.items():
        strings = [each for each in _members(one) if id(each) not in known]
        if not strings or not all(isinstance(each, str) for each in strings):
            continue
        field = field_of(str(name))
        if _is_opening(str(name), strings):
            texts.append("\n\n".join(map(_shown, strings)))
        elif field and field not in ("text", "deck"):
            facts[str(name)] = one
        elif not _leads_elsewhere(str(name)) and not _is_of_facts(str(name)):
            told = "\n\n".join(map(_shown, strings))
            short = is_feed and bare(str(name)) in _OF_FEED and len(told) < _LEAST_OF_FEED
            texts += [] if short else [told]
    if not any(map(is_prose, texts)):
        return {}
    said = [text for text in texts if text.count(" ") > 0 or is_prose(text)]
    return {**facts, "text": "\n\n".join(said)}


def _is_opening(name: str, strings: list[str]) -> bool:
    """Whether a list is what opens a newsletter, and no headers of a request."""
    return bare(name) in _OPENINGS and len(strings) > 1 and any(map(is_prose, strings))


_OPENINGS = frozenset(("header", "headers", "footer", "footers"))


def _members(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_teaser(value: Mapping[str, Any]) -> bool:
    """Whether an object leads to an article elsewhere: a headline and an address, no text."""
    found = fields_in(value)
    return "text" not in found and found >= {"title", "url"}


def _leads_elsewhere(name: str) -> bool:
    return bool(name) and has_word_of(name, _ELSEWHERE)


def _is_of_facts(name: str) -> bool:
    own = name.rpartition(":")[2]  # "media:description"
    return is_of_facts(own) and bare(own) not in _MARKUP


_OF_DECK = 7
_FEWEST_BLANKS = 4
"""Of a value under a name for texts or notes, which need be no long one."""
_MARKUP = frozenset(("html", "bodyhtml", "innerhtml", "rawhtml"))
"""Names of texts with their markup."""


def _shown(text: str) -> str:
    return without_tags(text) if has_tags(text) else text
