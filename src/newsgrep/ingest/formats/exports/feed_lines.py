"""Feeds that a program printed: line by line a headline, the day as feeds have it, and a text.

Above them often the feed's own name and what it says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.raw_document import FEED_TITLE, Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_ITEM = regex(
    r"^(?P<title>\S[^\n]{9,250})\n[ \t]*"
    r"(?P<day>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d"
    r" \d\d:\d\d(?::\d\d)?(?: [+-]\d{4}| [A-Z]{2,4})?)[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_FEWEST = 3
_ABOVE = 1000
"""Characters that a feed may say of itself."""
_LONGEST_NAME = 120


def wrote(sample: str) -> bool:
    """Whether a text that begins so is such a feed."""
    if ":" not in sample:
        return False
    found = list(_ITEM.finditer(sample))
    return len(found) >= _FEWEST and found[0].start() <= _ABOVE


def split(text: str) -> Iterator[RawDocument]:
    """The items of such a text, each with the feed's name."""
    items = list(_ITEM.finditer(text))
    name = text[: items[0].start()].strip().partition("\n")[0].partition(" - ")[0]
    of_feed = [Claim("source", name, FEED_TITLE, 0.5)] if 0 < len(name) <= _LONGEST_NAME else []
    for number, item in enumerate(items, start=1):
        end = items[number].start() if number < len(items) else len(text)
        claims = [Claim("title", item["title"].strip(), "above the day", 0.9), *of_feed]
        day = next(find_dates(item["day"]), None)
        if day is not None:
            claims.append(date_claim(day, "below the headline", 0.93))
        part = f"characters {item.start()}-{end}"
        content = text[item.end() : end].strip("\n")
        yield RawDocument(Form.PROSE, content, tuple(claims), number, part)
