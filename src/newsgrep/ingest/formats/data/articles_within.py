"""Articles beside those of a document of JSON, and within them: none is lost.

An answer for one article has those that are related to it, a list has an editorial beside it.
What has no text of its own, as a teaser, is none, nor is what the article says itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsgrep.ingest.formats.data.column_names import bare, field_of
from newsgrep.ingest.formats.data.column_values import has_tags, without_tags
from newsgrep.ingest.formats.data.record_document import fields_in
from newsgrep.ingest.formats.data.text_values import own_text
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.text.letters import letters

_DEEPEST = 12
_FEWEST_WORDS, _FEWEST_SIGNS = 4, 12
"""What a text of its own has at least, in words or in signs of scripts without blanks."""
_WITHOUT_HEADLINES = frozenset("letters letterstotheeditor briefs newsinbrief obituaries".split())
"""Names of lists whose texts have no headlines."""


def articles_beside(value: Any, taken: list[Any]) -> Iterator[dict[str, Any]]:
    """The articles in a document that are neither among those ``taken`` nor within one."""
    known = {id(one) for one in taken}
    yield from (one for one in _articles(value, known, "", 0) if id(one) not in known)


def articles_within(record: Mapping[str, Any], content: str) -> Iterator[dict[str, Any]]:
    """The articles within a record whose texts its own, ``content``, does not have.

    What has the record's own headline is the record as a service gave it, and no other article.
    """
    headline = _headline_of(record)
    for name, value in record.items():
        for one in _articles(value, set(), str(name), 1):
            if headline and _headline_of(one) == headline:
                continue
            text = _text_of(one)
            if with_other_texts(content, [text]) != content:
                yield one


def _articles(value: Any, known: set[int], name: str, depth: int) -> Iterator[dict[str, Any]]:
    """The outermost objects with a headline and a text; none is looked for in those ``known``."""
    if depth > _DEEPEST or id(value) in known:
        return
    is_around = isinstance(value, dict) and any(id(one) in known for one in value.values())
    if isinstance(value, dict) and depth and not is_around and is_article(value, name):
        yield value
        return
    members = value.items() if isinstance(value, dict) else ()
    for key, member in members:
        if isinstance(member, dict | list):
            yield from _articles(member, known, str(key), depth + 1)
    for member in value if isinstance(value, list) else ():
        if isinstance(member, dict | list):
            yield from _articles(member, known, name, depth + 1)


def is_article(value: Mapping[str, Any], name: str) -> bool:
    """Whether an object, under a name, has a text of its own and a headline, or needs none."""
    if not any(field_of(str(key)) == "text" for key in value):
        return False
    headed = "title" in fields_in(value) or bare(name) in _WITHOUT_HEADLINES
    text = _text_of(value) if headed else ""
    return text.count(" ") >= _FEWEST_WORDS - 1 or (
        not text.isascii() and len(text) >= _FEWEST_SIGNS
    )


def _headline_of(value: Mapping[str, Any]) -> str:
    """The letters of an object's headline."""
    named = (one for name, one in value.items() if field_of(str(name)) == "title")
    return next((letters(one) for one in named if isinstance(one, str) and one), "")


def _text_of(value: Mapping[str, Any]) -> str:
    """An object's own text, without markup."""
    text = own_text(value)
    return without_tags(text) if has_tags(text) else text
