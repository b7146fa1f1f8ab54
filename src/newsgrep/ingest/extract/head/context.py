"""What the rest of a file says where one fact alone does not say enough.

The year of ``Feb 20``, and whether ``03/04/2017`` is in March or in April.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import FIRST_YEAR, LAST_YEAR, is_possible, other_order
from newsgrep.text.day_order import of_language, of_site
from newsgrep.text.language import language_code
from newsgrep.text.months import MONTHS
from newsgrep.text.normal_dates import NOT_THAT_DAY, normal_date

OPEN_ORDER = "order of day and month open"
"""What the origin of a date says of which only the year is kept."""
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})[/.-](\d{1,2})[/.-](?:1[6-9]|20)\d\d(?!\d)")
_AMERICAN = re.compile(
    r"\b(?:E[SD]T|C[SD]T|M[SD]T|P[SD]T|AKST|Washington Post|New York Times)\b"
    r"|\d\s?(?:[AP]M|[ap]m|[ap]\.m\.) (?:ET|CT|MT|PT)\b"
)
_BRITISH = re.compile(r"\b(?:BST|GMT|pence|colour|labour|centre|organisation)\b")
_URL_DATE = re.compile(
    # With strokes, or eight digits: "/194709-13-ways" has a number and a headline in it.
    r"/((?:19|20)\d\d)(?:[/-](0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_-]|\b)"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_-]|\b))"
)
_URL_DAY = re.compile(
    r"/((?:19|20)\d\d)/(?:(0?[1-9]|1[0-2])|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})"
    r"/(0?[1-9]|[12]\d|3[01])(?=/|$)"
)
"""With a month or a day of one digit, or a month's name."""
_NAME_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)"
)
_NAME_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-_.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
"""``096_9-29-1967_LETTERS.txt``."""
_FOLDER_DATE = re.compile(
    r"(?:^|/)((?:19|20)\d\d)(?:/|-(?=\d\d-))(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])"
    r"(?:/|(?<=-\d\d)[-_ ][^/]*/)(?=[^/]+$)"
)
_EXPORT = re.compile(
    r"(?:export|backup|bookmarks)[-_. ].{8,40}\.(?:jsonl?|ndjson|csv|tsv|xml)$", re.IGNORECASE
)
"""What services call lists that they export, with the day on which they did."""
# What stands before it is looked at last, so that the search skips to its first digit.
_YEAR = re.compile(r"(?:19[4-9]\d|20[0-4]\d)(?![\d%]|[.,]\d)(?<![\d.,$£€].{4})")
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,12}((?:19|20)\d\d)", re.I)


def dates_of_names(path: str, claims: Iterable[Claim]) -> list[Claim]:
    """Dates in the addresses of pages, in the file's own name, and of the folders above it."""
    claims = list(claims)
    found: list[Claim] = []
    for url in (claim.value for claim in claims if claim.field == "url"):
        iso = date_in_address(url)
        if len(iso) > 7:
            sure = 0.75 if _is_usual(url) else _less_than_times(iso, claims)
            found.append(Claim("date", iso, "date in the URL", sure))
    own = _EXPORT.sub("", path.rsplit("/", 1)[-1])
    for pattern, name, origin, confidence in (
        (_NAME_DATE, own, "date in the file's name", 0.65),
        (_FOLDER_DATE, path.replace("\\", "/"), "date in the folder's name", 0.5),
    ):
        match = pattern.search(name)
        if match is not None and is_possible("-".join(match.groups())):
            found.append(Claim("date", "-".join(match.groups()), origin, confidence))
    return found or _with_year_last(own)


def _with_year_last(name: str) -> list[Claim]:
    """The day in a file's name that has its year at the end, and day or month first."""
    match = _NAME_YEAR_LAST.search(name)
    if match is None:
        return []
    first, second, year = int(match[1]), int(match[3]), match[4]
    month, day = (second, first) if first > 12 else (first, second)
    iso = f"{year}-{month:02d}-{day:02d}"
    either = first <= 12 and second <= 12 and first != second
    sure = 0.4 if either else 0.6
    origin = "date in the file's name"
    return [Claim("date", iso, origin, sure, either)] if is_possible(iso) else []


def _is_usual(url: str) -> bool:
    """Whether an address has its day in eight digits."""
    match = _URL_DATE.search(url)
    return match is not None and bool(match[3] or match[5])


def _less_than_times(iso: str, claims: Iterable[Claim]) -> float:
    """How sure the day of an address is: no more than what tells the time of that day, too."""
    told = (claim for claim in claims if claim.field == "date")
    timed = [
        c.confidence for c in told if (d := normal_date(c.value)) and d.iso.startswith(f"{iso}T")
    ]
    return min(0.75, max(timed, default=0.75))


def date_in_address(url: str) -> str:
    """The day or month that is part of a page's address, in ISO 8601; empty where none is."""
    match = _URL_DAY.search(url)
    if match is not None:
        month = int(match[2]) if match[2] else MONTHS[match[3]]
        iso = f"{match[1]}-{month:02d}-{int(match[4]):02d}"
        if is_possible(iso):
            return iso
    match = _URL_DATE.search(url)
    if match is None or not (match[2] or match[4]):
        return ""
    iso = "-".join(filter(None, (match[1], match[2] or match[4], match[3] or match[5])))
    return iso if is_possible(iso if len(iso) > 7 else f"{iso}-01") else ""


def with_dates_read(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those of dates in ISO 8601, however their container wrote them.

    What is no date is left out.
    """
    read: list[Claim] = []
    for claim in claims:
        if claim.field not in ("date", "modified") or claim.ambiguous:
            read.append(claim)
            continue
        found = normal_date(claim.value)
        if found is not None:
            near = found.confidence <= NOT_THAT_DAY
            sure = min(claim.confidence, NOT_THAT_DAY) if near else claim.confidence
            read.append(date_claim(found, claim.origin, sure, claim.field))
    return read


def _years(path: str, claims: Iterable[Claim], raw: str) -> Iterator[tuple[str, str]]:
    """The years that an article may be of and where each was found, the likeliest first."""
    for claim in claims:
        if claim.field in ("modified", "year") and re.match(r"\d{4}", claim.value):
            yield claim.value[:4], claim.origin
        if claim.field == "url":
            match = _URL_DATE.search(claim.value)
            if match is not None:
                yield match[1], "the URL"
    lowered = raw.lower()
    if "copyright" in lowered or "(c)" in lowered or "©" in lowered:
        match = _COPYRIGHT_YEAR.search(raw)
        if match is not None:
            yield match[1], "the copyright line"
    match = re.search(r"(?<!\d)((?:19|20)\d\d)(?!\d)", path)
    if match is not None and FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        yield match[1], "the file's path"


def dated_without_year(claims: list[Claim], path: str, raw: str) -> list[Claim]:
    """Claims of a full date for those of a day without a year, where the year can be told.

    A weekday beside the day rules out the years in which it fell on another.
    """
    days = [claim for claim in claims if claim.field == "day"]
    if not days or any(claim.field == "date" for claim in claims):
        return []
    years = list(_years(path, claims, raw))
    weekdays = {c.value[:5]: int(c.value[6:]) for c in days if "/" in c.value}
    found = []
    for day in dict.fromkeys(claim.value[:5] for claim in days):
        origin = next(claim.origin for claim in days if claim.value[:5] == day)
        weekday = weekdays.get(day)
        told = _fitting(day, weekday, years)
        if told is None and weekday is not None:
            told = _only(day, weekday, raw)
        if told is not None:
            year, where = told
            found.append(Claim("date", f"{year}-{day}", f"{origin}, year from {where}", 0.6))
    return found


def without_contradicted(claims: list[Claim]) -> list[Claim]:
    """The claims but those of a date line that the day of the dateline contradicts.

    A last line such as ``It opened on May 3, 2017.`` looks like one.
    """
    days = [c.value[:5] for c in claims if c.field == "day" and c.origin.startswith("dateline")]
    if not days:
        return claims
    return [
        claim
        for claim in claims
        if claim.field != "date"
        or not claim.origin.startswith("date line")
        or any(_is_near(claim.value, day) for day in days)
    ]


def _is_near(iso: str, day: str) -> bool:
    """Whether a date is as near to a day as its publication is, in this year or the next."""
    if len(iso) < 10:
        return True
    when = date.fromisoformat(iso[:10])
    years = (str(when.year + more) for more in (-1, 0, 1))
    return any(
        is_possible(f"{year}-{day}")
        and abs((date.fromisoformat(f"{year}-{day}") - when).days) <= _PUBLISHED_WITHIN
        for year in years
    )


_PUBLISHED_WITHIN = 7
"""Days between a dateline's day and that of publication; weeklies take some."""


def _fitting(
    day: str, weekday: int | None, years: Iterable[tuple[str, str]]
) -> tuple[str, str] | None:
    """The first of some years in which there is such a day, on its weekday where that is known."""
    return next((told for told in years if _has_day(told[0], day, weekday)), None)


def _has_day(year: str, day: str, weekday: int | None) -> bool:
    """Whether a year has such a day, on its weekday where that is known."""
    iso = f"{year}-{day}"
    return is_possible(iso) and weekday in (None, date.fromisoformat(iso).weekday())


def _only(day: str, weekday: int, raw: str) -> tuple[str, str] | None:
    """The one year named in the text in which a day fell on its weekday; None if others did too.

    The years of a text alone tell nothing: of a thousand dispatches of a wire from 1987 whose days
    lack a year, those that they name were right for a fifth.
    """
    years = {*_YEAR.findall(raw)}
    fitting = [year for year in years if _has_day(year, day, weekday)]
    # One year in seven fits by chance, so it has to be about as late as the text goes.
    if len(fitting) != 1 or int(fitting[0]) < max(map(int, years)) - _FORECAST:
        return None
    return fitting[0], "the years in the text"


_FORECAST = 3
"""Years that a text may look ahead."""


def in_order(claims: list[Claim], raw: str) -> list[Claim]:
    """The claims with ambiguous dates read as the rest of the file has them.

    Where nothing tells, the year alone is claimed: less, but not wrong.
    """
    if not any(claim.ambiguous for claim in claims):
        return claims
    certain = {c.value[:10] for c in claims if c.field in ("date", "modified") and not c.ambiguous}
    day_first = _day_comes_first(claims, raw)
    settled: list[Claim] = []
    for claim in claims:
        if not claim.ambiguous:
            settled.append(claim)
            continue
        swapped = other_order(claim.value)
        agreeing = [value for value in (claim.value, swapped) if value[:10] in certain]
        value, how, sure = claim.value[:4], OPEN_ORDER, min(claim.confidence, 0.5)
        if len(agreeing) == 1:
            value, how, sure = agreeing[0], "as another date has it", max(claim.confidence, 0.8)
        elif day_first is not None:
            value = swapped if day_first else claim.value
            how = "day first" if day_first else "month first"
            # As sure as its place is, where that says more than that the order was open.
            sure = claim.confidence if claim.confidence > 0.5 else 0.8
        settled.append(Claim(claim.field, value, f"{claim.origin}, {how}", min(sure, 0.9)))
    return settled


def _day_comes_first(claims: Iterable[Claim], raw: str) -> bool | None:
    """Whether days come first here: by other dates, the language, the site, words; None if open."""
    shown = {
        int(first) > 12
        for first, second in _NUMERIC.findall(raw)
        if (int(first) > 12) != (int(second) > 12)
    }
    if len(shown) == 1:
        return shown.pop()
    ranked = sorted(claims, key=lambda claim: -claim.confidence)
    languages = [claim.value for claim in ranked if claim.field == "language"]
    sites = [claim.value for claim in ranked if claim.field == "url"]
    likeliest = of_language(language_code(languages[0])) if languages else None
    by_site = next((order for order in map(of_site, sites) if order is not None), None)
    by_region = next((order for order in map(of_language, languages) if order is not None), None)
    for order in (likeliest, by_site, by_region):
        if order is not None:
            return order
    if _AMERICAN.search(raw):
        return False
    return True if _BRITISH.search(raw) else None
