"""Texts that a document of JSON holds as they are: a list of them, or one a key."""

from __future__ import annotations

import re
from typing import Any

from newsgrep.ingest.formats.data.column_values import has_tags, unescaped, without_tags
from newsgrep.ingest.formats.data.headerless import is_text
from newsgrep.ingest.formats.data.record_document import fields_in
from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.text.lazy_regex import regex

__all__ = ("is_text", "paragraphs_in", "text_document", "texts_in")

_SAMPLED = 50
_FEWEST_KEYS = 3


def texts_in(value: Any) -> list[str] | None:
    """The texts of a document that is a list of nothing else, or has one, or has one a key.

    None for any other document, also for an object with a key that is known as an article's.
    """
    if not isinstance(value, dict):
        return None
    members = list(value.values())
    if len(members) >= _FEWEST_KEYS and _are_texts(members):
        # "article-1", "article-2" are articles, "text1", "text2" parts of one.
        counted = all(_COUNTED.fullmatch(str(name)) is not None for name in value)
        if counted or not fields_in(value):
            return members
    lists = [member for member in members if isinstance(member, list) and _are_texts(member)]
    return lists[0] if len(lists) == 1 and not fields_in(value) else None


_COUNTED = regex(r"(?:article|story)[-_ ]?\d+", re.IGNORECASE)


def paragraphs_in(value: Any) -> str:
    """The article whose lines a document lists: headline, deck, paragraphs; empty for others.

    Some of them are too short for texts by themselves, and none is as long as an article.
    """
    if not isinstance(value, list) or len(value) < _FEWEST_LINES:
        return ""
    if not all(isinstance(line, str) for line in value):
        return ""
    sentences = sum(len(line) >= _SENTENCE and line.rstrip()[-1:] in _ENDS for line in value)
    long = sum(map(len, value)) > _LONGEST_LINE * len(value)
    return "" if long or sentences < 2 or all(map(is_text, value)) else "\n\n".join(value)


_FEWEST_LINES, _LONGEST_LINE, _SENTENCE = 4, 600, 60
"""Lines of an article, the characters of one on average, and of one that is a sentence."""
_ENDS = frozenset('.!?…"”')


def _are_texts(members: list[Any]) -> bool:
    """Whether members are strings, and most of them texts."""
    sample = members[:_SAMPLED]
    return (
        bool(sample)
        and all(isinstance(member, str) for member in sample)
        and 2 * sum(map(is_text, sample)) > len(sample)
    )


def text_document(text: str, number: int) -> RawDocument:
    """A text that stands alone: of several lines the first may be its head."""
    if has_tags(text):
        return RawDocument(Form.PROSE, without_tags(text), (), number)
    form = Form.TEXT if "\n" in text.strip() else Form.PROSE
    return RawDocument(form, unescaped(text), (), number)
