"""Stories with their highlights below them: CNN and Daily Mail.

The corpus of Hermann et al. (*Teaching machines to read and comprehend*, 2015): a text without a
headline, and under it the points that the page had beside it, each below a line ``@highlight``.
They are the article's deck.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

_MARK = regex(r"^@highlight[ \t\r]*$", re.MULTILINE)
_STOPS = (".", "!", "?", "…", "”", '"')


def wrote(sample: str) -> bool:
    """Whether a text that begins so has highlights below its story."""
    return "\n@highlight" in sample and _MARK.search(sample) is not None


def split(text: str) -> Iterator[RawDocument]:
    """The story, with its highlights as its deck."""
    story, *points = _MARK.split(text)
    lines = [" ".join(point.split()) for point in points if point.strip()]
    deck = " ".join(line if line.endswith(_STOPS) else f"{line}." for line in lines)
    claims = (Claim("deck", deck, "highlights", 0.9),) if deck else ()
    yield RawDocument(Form.TEXT, story, claims)
