"""What columns hold that their names do not say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from newsgrep.ingest.formats.data.column_names import bare, field_of
from newsgrep.text.lazy_regex import regex
from newsgrep.text.normal_dates import normal_date

_LEAST_TEXT = 80
"""Characters of a text in a column whose name says nothing."""
_SENTENCE = regex(r"[.!?…]['\"”’»)]*(?:\s|$)|[。！？؟।]")
_NO_TEXT = regex(r"\s*(?:[\[{<]|https?://|data:)")
_HOW_LONG_AGO = regex(
    r"\s*(?:\d+\s*[a-z]{1,7}\s+ago|an? [a-z]+ ago|yesterday|today|just now|il y a .+|hace .+|vor .+"
    r"|há .+|\d+\s*[^\W\d_]{1,3}\s*前|[^\W\d_]{3,12}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,12})\s*",
    re.IGNORECASE,
)


def unnamed_text(values: Mapping[str, Any]) -> str:
    """The longest text in a column whose name says nothing: sentences, and neither markup nor data.

    Empty where there is none.
    """
    texts = [
        value
        for name, value in values.items()
        if isinstance(value, str)
        and len(value) >= _LEAST_TEXT
        and not field_of(str(name))
        and _NO_TEXT.match(value) is None
        and _SENTENCE.search(value) is not None
    ]
    return max(texts, key=len, default="")


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
