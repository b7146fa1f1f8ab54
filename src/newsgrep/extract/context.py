"""What the rest of a file says where one fact alone does not say enough.

The year of ``Feb 20``, and whether ``03/04/2017`` is in March or in April.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from newsgrep.raw import Claim
from newsgrep.text.dates import FIRST_YEAR, LAST_YEAR, day_of, is_possible

OPEN_ORDER = 0.5
"""The confidence of a numeric date that can be read in two ways."""
_DAY_FIRST_LANGUAGES = frozenset(
    ("es", "fr", "de", "it", "pt", "nl", "ca", "da", "sv", "pl", "tr", "ru")
)
_DAY_FIRST_SITES = re.compile(
    r"https?://[^/]+\.(?:uk|au|nz|ie|in|za|ng|ke|pk|sg|my|hk)(?:[:/]|$)", re.I
)
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})[/.-](\d{1,2})[/.-](?:1[6-9]|20)\d\d(?!\d)")
_AMERICAN = re.compile(r"\b(?:E[SD]T|C[SD]T|M[SD]T|P[SD]T|AKST|Washington Post|New York Times)\b")
_BRITISH = re.compile(r"\b(?:BST|GMT|pence|colour|labour|centre|organisation)\b")
_URL_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_-]|\b)"
)
_NAME_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_YEAR = re.compile(r"(?<![\d.,$£€])(?:19[4-9]\d|20[0-4]\d)(?![\d%]|[.,]\d)")
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,12}((?:19|20)\d\d)", re.I)


def dates_of_names(path: str, urls: Iterable[str]) -> list[Claim]:
    """Dates in the addresses of pages and in the file's own name."""
    found: list[Claim] = []
    for url in urls:
        match = _URL_DATE.search(url)
        if match is not None and match[3]:
            iso = f"{match[1]}-{match[2]}-{match[3]}"
            if is_possible(iso):
                found.append(Claim("date", iso, "date in the URL", 0.75))
    match = _NAME_DATE.search(path.rsplit("/", 1)[-1])
    if match is not None:
        iso = "-".join(match.groups())
        if is_possible(iso):
            found.append(Claim("date", iso, "date in the file's name", 0.65))
    return found


def year_of(path: str, claims: Iterable[Claim], raw: str) -> tuple[str, str]:
    """The likeliest year of publication and where it was found; empty strings where unknown."""
    for claim in claims:
        if claim.field in ("modified", "year") and re.match(r"\d{4}", claim.value):
            return claim.value[:4], claim.origin
        if claim.field == "url":
            match = _URL_DATE.search(claim.value)
            if match is not None:
                return match[1], "the URL"
    match = _COPYRIGHT_YEAR.search(raw)
    if match is not None:
        return match[1], "the copyright line"
    match = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", path)
    if match is not None and FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return match[1], "the file's path"
    years = Counter(_YEAR.findall(raw))
    if years:
        # What is written about lies before what is written: the latest year that is no forecast.
        latest = max(years)
        common, count = years.most_common(1)[0]
        if latest == common or count < 2:
            return latest, "the years in the text"
    return "", ""


def dated_without_year(claims: list[Claim], path: str, raw: str) -> list[Claim]:
    """Claims of a full date for those of a day without a year, where the year can be told."""
    days = [claim for claim in claims if claim.field == "day"]
    if not days or any(claim.field == "date" for claim in claims):
        return []
    year, origin = year_of(path, claims, raw)
    if not year:
        return []
    found = []
    for claim in days:
        iso = f"{year}-{claim.value}"
        if is_possible(iso):
            confidence = 0.6 if origin != "the years in the text" else 0.45
            found.append(Claim("date", iso, f"{claim.origin}, year from {origin}", confidence))
    return found


def in_order(claims: list[Claim], raw: str, language: str) -> list[Claim]:
    """The claims with numeric dates whose order is open read as the rest of the file has it.

    Where nothing tells, the year alone is claimed: less, but not wrong.
    """
    if not any(claim.field == "date" and claim.confidence == OPEN_ORDER for claim in claims):
        return claims
    day_first = _day_comes_first(claims, raw, language)
    settled: list[Claim] = []
    for claim in claims:
        if claim.field != "date" or claim.confidence != OPEN_ORDER:
            settled.append(claim)
            continue
        year, month, day = claim.value[:4], claim.value[5:7], claim.value[8:10]
        if day_first is None:
            settled.append(Claim("date", year, f"{claim.origin}, order of day and month open", 0.5))
        elif day_first:
            swapped = f"{year}-{day}-{month}{claim.value[10:]}"
            settled.append(Claim("date", swapped, f"{claim.origin}, day first", 0.8))
        else:
            settled.append(Claim("date", claim.value, f"{claim.origin}, month first", 0.8))
    return settled


def _day_comes_first(claims: Iterable[Claim], raw: str, language: str) -> bool | None:
    for first, second in _NUMERIC.findall(raw):
        if int(first) > 12 >= int(second):
            return True
        if int(second) > 12 >= int(first):
            return False
    if language in _DAY_FIRST_LANGUAGES:
        return True
    if any(c.field == "url" and _DAY_FIRST_SITES.match(c.value) for c in claims):
        return True
    if _AMERICAN.search(raw):
        return False
    if _BRITISH.search(raw):
        return True
    return None


def day_claims(text: str, origin: str, confidence: float) -> list[Claim]:
    """Claims of a day without its year, as datelines have it: ``Feb 20`` → ``02-20``."""
    day = day_of(text)
    return [Claim("day", day, origin, confidence)] if day else []
