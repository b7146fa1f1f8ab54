"""What columns hold that their names do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from newsgrep.ingest.formats.data.column_names import bare, field_of
from newsgrep.ingest.formats.data.column_values import has_tags, without_tags
from newsgrep.text.lazy_regex import regex
from newsgrep.text.normal_dates import normal_date

_LEAST_TEXT = 80
"""Characters of a text in a column whose name says nothing."""
_LEAST_WITHOUT_BLANKS = 30
_SENTENCE = regex(r"[.!?…]['\"”’»)]*(?:\s|$)|[。！？؟।]")
_NO_TEXT = regex(r"\s*(?:[\[{<]|https?://|data:)")
_HOW_LONG_AGO = regex(
    r"\s*(?:\d+\s*[a-z]{1,7}\s+ago|an? [a-z]+ ago|yesterday|today|just now|il y a .+|hace .+|vor .+"
    r"|há .+|\d+\s*[^\W\d_]{1,3}\s*前|[^\W\d_]{3,12}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,12})\s*",
    re.IGNORECASE,
)


def unnamed_texts(values: Mapping[str, Any]) -> list[str]:
    """The texts in columns whose names say nothing: sentences, and neither markup nor data.

    Of a list of strings each, where together they are such a text.
    """
    unnamed = (_texts_of(str(name), value) for name, value in values.items())
    return [text for texts in unnamed if _is_prose("\n\n".join(texts)) for text in texts]


def _texts_of(name: str, value: Any) -> list[str]:
    """The strings of a column that may be a text."""
    field = field_of(name)
    if field == "text" and isinstance(value, dict):
        strings = [one for one in value.values() if isinstance(one, str)]
        return [without_tags(one) if has_tags(one) else one for one in strings]
    if field:
        return []
    return _strings(value)


def _strings(value: Any) -> list[str]:
    if isinstance(value, list):
        return value if all(isinstance(one, str) for one in value) else []
    return [value] if isinstance(value, str) else []


def _is_prose(text: str) -> bool:
    least = _LEAST_TEXT if " " in text else _LEAST_WITHOUT_BLANKS
    return (
        len(text) >= least and _NO_TEXT.match(text) is None and _SENTENCE.search(text) is not None
    )


def headline_called_name(values: Mapping[str, Any]) -> str:
    """The headline in a column ``Name``: of more words than people have names, or empty."""
    names = (v for name, v in values.items() if bare(str(name)) == "name" and isinstance(v, str))
    return next((name for name in names if len(name.split()) >= _LEAST_HEADLINE), "")


_LEAST_HEADLINE = 5


def says_how_long_ago(value: Any) -> bool:
    """Whether a date is none without the day on which it was read: ``6 YEARS AGO``, ``May 3``."""
    return (
        isinstance(value, str)
        and _HOW_LONG_AGO.fullmatch(value) is not None
        and normal_date(value) is None
    )
