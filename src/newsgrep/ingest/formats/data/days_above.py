"""Days that stand within a cell, above its text or its headline."""

from __future__ import annotations

from newsgrep.ingest.raw_document import Claim
from newsgrep.text.fold import fold
from newsgrep.text.lazy_regex import regex
from newsgrep.text.months import MONTHS
from newsgrep.text.normal_dates import normal_date

_LONGEST = 40
_CONFIDENCE = 0.85
_DAY = regex(r"(\d{1,2})\.?\s(?:de\s)?([^\W\d_]{3,12})\.?|([^\W\d_]{3,12})\.?\s(\d{1,2})")


def date_above(text: str, kind: str) -> list[Claim]:
    """The date that is the first line of a text, where more follows; else nothing."""
    first, _, below = text.lstrip()[:2000].partition("\n")
    line = first.strip()
    if not below.strip() or not _is_date(line):
        return []
    return [Claim("date", line, f"{kind}: first line of the text", _CONFIDENCE)]


def without_day(claim: Claim) -> list[Claim]:
    """A headline without the day above it in its cell, and that day where it has its year."""
    lines = [line.strip() for line in claim.value.split("\n")] if claim.field == "title" else []
    day, *headline = [line for line in lines if line][:3] or [""]
    if len(headline) != 1 or len(headline[0]) <= len(day):
        return [claim]
    if _is_date(day):
        found = Claim("date", day, f"{claim.origin}: above the headline", _CONFIDENCE)
        return [claim._replace(value=headline[0]), found]
    return [claim._replace(value=headline[0])] if _is_day(day) else [claim]


def _is_date(line: str) -> bool:
    """Whether a line is a date and nothing else."""
    found = normal_date(line) if 6 <= len(line) <= _LONGEST else None
    return found is not None and len(found.iso) >= 10 and found.end - found.start == len(line)


def _is_day(line: str) -> bool:
    match = _DAY.fullmatch(line)
    return match is not None and fold(match[2] or match[3]) in MONTHS
