"""Dates in the names of files and in addresses that are none: numbers that look like one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from newsgrep.ingest.extract.head.context import dates_of_names
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.dates import is_possible
from newsgrep.text.lazy_regex import regex

_SHORT_DAY = regex(r"((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?=[-_. ][^/\d]*$)")
"""A day or a month of one digit, as Jekyll's posts may have it: ``1999-12-8-boats.md``."""
_IN_ADDRESS = "date in the URL"
_NUMBER_OF_SLUG = regex(r"/(?:19|20)\d\d/(?:0[1-9]|1[0-2])/(\d\d)-(?=[^\W\d_])")
"""The number that a headline begins with, below year and month: ``/2024/12/20-anos-de-…``."""


def dates_outside(path: str, claims: Iterable[Claim]) -> list[Claim]:
    """The dates in a file's name, its folders and its address, but for numbers that are none.

    A day that is still to come is a number (``business-20950217.xml``); one that goes on with a
    word may be the first word of a headline.
    """
    claims = list(claims)
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    urls = [claim.value for claim in claims if claim.field == "url"]
    counted = {m[1] for url in urls if (m := _NUMBER_OF_SLUG.search(url)) is not None}
    return [
        claim
        for claim in [*dates_of_names(path, claims), *_of_short_days(path)]
        if claim.value[:10] <= tomorrow
        and not (claim.origin == _IN_ADDRESS and claim.value[8:10] in counted)
    ]


def _of_short_days(path: str) -> list[Claim]:
    match = _SHORT_DAY.match(path.replace("\\", "/").rsplit("/", 1)[-1])
    if match is None or len(match[2]) == len(match[3]) == 2:
        return []
    iso = f"{match[1]}-{match[2].zfill(2)}-{match[3].zfill(2)}"
    return [Claim("date", iso, "date in the file's name", 0.65)] if is_possible(iso) else []
