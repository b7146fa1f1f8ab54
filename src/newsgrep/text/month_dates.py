"""Months with a year and no day, as magazines are dated: ``October 1995``, ``July-August 1993``."""

from __future__ import annotations

import re

from newsgrep.text.dates import FIRST_YEAR, LAST_YEAR, FoundDate
from newsgrep.text.fold import fold
from newsgrep.text.lazy_regex import regex
from newsgrep.text.months import MONTHS

_LAST = regex(
    r"(?<![^\W_])(?P<month>[^\W\d_]{3,12})\.?(?:\s?[-–/&]\s?[^\W\d_]{3,12}\.?)?,?\s+"
    r"(?:de |del |of )?"
    r"(?P<year>(?:19|20)\d\d)(?P<behind>\s+(?:issue|edition))?[\s.)\]]*$",
    re.IGNORECASE,
)
_DAY = regex(r"\d\s?(?:\.|st|nd|rd|th|er|º)?\s?(?:de |of )?$")
"""A day before the month, which then is a date with a day, told elsewhere."""
_CONFIDENCE = 0.8


def month_at_end(text: str) -> FoundDate | None:
    """The month and year that a text ends in, or None; of two months the first.

    ``iso`` has no day (``1995-10``), and the offsets are those of characters.
    """
    match = _LAST.search(text, max(0, len(text) - _WITHIN))
    if match is None or _DAY.search(text, 0, match.start()) is not None:
        return None
    month, year = MONTHS.get(fold(match["month"])), int(match["year"])
    if month is None or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return FoundDate(f"{year}-{month:02d}", match.start(), match.end("year"), _CONFIDENCE)


_WITHIN = 60
"""Characters at the end in which it stands."""
