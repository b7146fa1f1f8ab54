r"""Values as Python prints them, in cells, in files of their own and behind labels.

``['First paragraph.', "It's the second."]``, ``{'id': None, 'name': 'The Quay'}``, an array of
NumPy without commas, and ends of lines as ``\n``.
"""

from __future__ import annotations

import ast
import json
import re
from typing import Any

from newsgrep.text.lazy_regex import regex

_LONGEST = 1_000_000
_OPENS = ("['", '["', "[[", "[{", "[(", "[None", "{'", '{"', "('", '("')
_CLOSES = ("]", "}", ")")
_STRING = r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\""
_ARRAY = regex(rf"\[(?:\s*(?:{_STRING}))+\s*\]", re.DOTALL)
_STRINGS = regex(_STRING, re.DOTALL)
_MOMENT = regex(
    r"datetime\.(?:datetime|date)\((\d{4}), (\d{1,2}), (\d{1,2})(?:, (\d{1,2}), (\d{1,2})[\d, ]*)?"
    r"(?:, tzinfo=[\w.]+(?:\(\))?)?\)"
)


def python_value(text: str) -> Any:
    """The list or the mapping that a text is, printed by Python or as JSON; None for any other.

    Tuples are lists. Nothing of it is run, and no more than a megabyte is read.
    """
    text = text.strip()
    if len(text) > _LONGEST or not text.startswith(_OPENS) or not text.endswith(_CLOSES):
        return None
    if _ARRAY.fullmatch(text) is not None:
        # Python would take strings without commas between them for one.
        return [_literal(string) for string in _STRINGS.findall(text)]
    found = _literal(text)
    if found is None and "datetime." in text:
        found = _literal(_MOMENT.sub(_as_text, text))
    try:
        return _plain(json.loads(text) if found is None else found)
    except (ValueError, RecursionError):
        return None


def _literal(text: str) -> Any:
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return None


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(member) for member in value]
    if isinstance(value, dict):
        return {str(key): _plain(member) for key, member in value.items()}
    return value


def _as_text(moment: re.Match[str]) -> str:
    """A moment as Python makes it, as the string of its date."""
    year, month, day, hour, minute = moment.groups()
    time = f"T{int(hour):02d}:{int(minute):02d}:00" if hour else ""
    return f"'{year}-{int(month):02d}-{int(day):02d}{time}'"


_LISTED = regex(
    r"^(?P<label>[^\W\d_][\w ]{1,20}[ ]?[:=][ ]?)?"
    r"(?P<list>\[\s*(?:['\"]).*?['\"]\s*\])[ \t]*,?[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
_LEAST = 80
"""Characters of a list from which on it is of paragraphs, and not of names."""


def with_lists_as_paragraphs(text: str) -> str:
    """A plain text in which lists of strings are paragraphs: ``content: ['One.', 'Two.']``."""
    if "['" not in text and '["' not in text:
        return text

    def written(match: re.Match[str]) -> str:
        found = python_value(match["list"]) if len(match["list"]) >= _LEAST else None
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            return match[0]
        return (match["label"] or "") + "\n\n".join(one.strip() for one in found if one.strip())

    return _LISTED.sub(written, text)


_END = re.compile(r"\\r?\\n|\\n")
_AT_END = re.compile(
    r"(?:[.!?…\"”’'»)\]。！？]\s?|^)(?:\\r)?\\n|\\n\s?(?:\\n|[\"“‘'«(\[]?[^\W\d_a-z]|$)"
)
_SURE = regex(r"[^\W\d_]{2}[.!?…][\"”’']?\s?\\n\s?[\"“‘']?[A-ZÀ-Ý]")
"""The end of a sentence, and the beginning of one behind it."""
_FEWEST = 2


def with_ends_of_lines(text: str) -> str:
    r"""A text of one line in which ``\n`` stands for the ends of lines, with these.

    Where it mostly stands behind the end of a sentence or before the beginning of one: no path of
    Windows, ``C:\new``.
    """
    if "\\n" not in text or "\n" in text.strip():
        return text
    ends = len(_END.findall(text))
    told = (ends >= _FEWEST or _SURE.search(text) is not None) and 2 * len(
        _AT_END.findall(text)
    ) >= ends
    return _END.sub("\n", text) if told else text
