"""What of a web page's claims does not agree with the others, or is not what it says it is."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from newsgrep.ingest.extract.head.context import date_in_address
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.raw_document import Claim

_CONTRADICTED = 0.4
_TIMED = 0.76
"""More than the day in an address has, which tells no time."""
_DAYS = 1
"""Days by which an address and a date may differ: the zones of the clock."""
_EPOCH = re.compile(r"1970-01-01T00:00:0|1969-12-31T(?:1[2-9]|2[0-3]):(?:[03]0|59)")
"""What a clock shows that was never set, in the zones of America and Europe."""
_NO_SECTION = re.compile(
    r"(?:19|20)\d\d|featured|destacad[oa]s?(?: \d+)?|uncategori[sz]ed|sin categor[ií]a"
    r"|non class[ée]|\W*",
    re.IGNORECASE,
)
_WEAK_SECTION = re.compile(
    r"latest news|home(?:page)?|titulares|all|allgemein|news|editor[’']?s choice|feature story"
    r"|top stor(?:y|ies)|headlines|not[ií]cias|blurb",
    re.IGNORECASE,
)
"""What says little of an article where others are beside it."""
_QUOTE = re.compile(r"\s*[\"“”]")


def settled(claims: list[Claim]) -> list[Claim]:
    """The claims of a page, those that others contradict less sure or left out."""
    claims = [c for c in claims if c.field != "date" or _EPOCH.match(c.value) is None]
    claims = _as_shown(_titles_whole(_dates_settled(claims)))
    url = next((c.value for c in claims if c.field == "url"), "")
    kept = []
    for claim in claims:
        if claim.field == "section":
            claim = claim._replace(value=_section(claim.value, url))
        if claim.value:
            kept.append(claim)
    return kept


def _dates_settled(claims: list[Claim]) -> list[Claim]:
    """The claims, dates less sure that the address contradicts and others do not.

    Of a page of many stories the first date may be another story's.
    """
    url = max((c for c in claims if c.field == "url"), key=lambda c: c.confidence, default=None)
    told = date_in_address(url.value) if url is not None else ""
    dated = [c for c in claims if c.field == "date" and len(c.value) >= 10 and not c.ambiguous]
    if not told or not any(_agrees(c.value, told) for c in dated):
        return claims
    return [_beside_address(c, told) if c in dated else c for c in claims]


def _beside_address(claim: Claim, told: str) -> Claim:
    """A claim of a date, as sure as the address makes it."""
    if not _agrees(claim.value, told):
        return claim._replace(confidence=min(claim.confidence, _CONTRADICTED))
    if claim.value[:10] == told and len(claim.value) > len(told):
        return claim._replace(confidence=max(claim.confidence, _TIMED))
    return claim


def _agrees(value: str, told: str) -> bool:
    """Whether a date is that of an address, which may be of a day or a month."""
    if len(told) == 7:
        return value.startswith(told)
    try:
        return abs((date.fromisoformat(value[:10]) - date.fromisoformat(told)).days) <= _DAYS
    except ValueError:
        return False


def _titles_whole(claims: list[Claim]) -> list[Claim]:
    """The claims, titles that a quotation mark cut off as the page shows them.

    ``content="A "word" of it"`` ends at the second mark.
    """
    headings = [c.value for c in claims if c.field == "title" and c.origin == "h1"]
    titles = [c.value for c in claims if c.field == "title" and c.origin == "title element"]
    shown = [text for text in headings if any(title.startswith(text) for title in titles)]
    return [
        c._replace(value=_whole(c.value, shown))
        if c.field == "title" and c.origin.startswith("meta ")
        else c
        for c in claims
    ]


def _whole(title: str, shown: list[str]) -> str:
    for other in shown:
        if other.startswith(title) and _QUOTE.match(other, len(title)) is not None:
            return other
    return title


def _as_shown(claims: list[Claim]) -> list[Claim]:
    """The claims, titles as the page's one heading shows them, and no site that is the headline.

    What feeds and search engines are given is cut off (``Ferry returns to quay after…``), or has
    the site's name before or behind it.
    """
    shown = {c.value for c in claims if c.field == "title" and c.origin == "h1"}
    if len(shown) != 1:
        return claims
    heading = next(iter(shown))
    sources = {c.value.casefold() for c in claims if c.field == "source"}
    others = {c.value.casefold() for c in claims if c.field == "title" and c.origin != "h1"}
    is_headline = heading.casefold() in others and len(heading.split()) >= _HEADLINE_WORDS
    agreed = sum(c.field == "title" and c.value == heading for c in claims) >= _AGREED
    kept: list[Claim] = []
    for claim in claims:
        if agreed and claim.field == "title" and claim.origin.startswith("JSON-LD"):
            # What search engines are given, where page and meta tags show readers another.
            told = claim.value == heading
            claim = claim if told else claim._replace(confidence=min(claim.confidence, _OTHERS))
        if claim.field == "title" and (
            _is_cut(claim.value, heading) or _is_named(claim.value, heading, sources)
        ):
            claim = claim._replace(value=heading)
        if not (claim.field == "source" and is_headline and claim.value == heading):
            kept.append(claim)
    return kept


def _is_cut(title: str, heading: str) -> bool:
    """Whether a title is a heading that was cut off: it says so, or is as long as some allow."""
    cut = _CUT.sub("", title)
    if not heading.startswith(cut) or len(heading) == len(cut) or len(cut) < _CUT_LEAST:
        return False
    return cut != title or (len(cut) >= _ALLOWED and len(heading) < 2 * len(cut))


def _is_named(title: str, heading: str, sources: set[str]) -> bool:
    """Whether a title is a heading with the name of the site before it or behind it."""
    before = title.removesuffix(heading).rstrip()
    behind = title.removeprefix(heading).lstrip()
    for site in (
        before if before[-1:] in _PARTING else "",
        behind if behind[:1] in _PARTING else "",
    ):
        name = site.strip(_PARTING) if site != title else ""
        if name and (name.casefold() in sources or publication(name)):
            return True
    return False


_HEADLINE_WORDS = 3
_AGREED, _OTHERS = 2, 0.84
"""Claims of a headline that agree: as it is shown, and for who passes the page on."""
_CUT_LEAST, _ALLOWED = 30, 90
"""Characters of a title that was cut off, and of one that does not say so."""
_CUT = re.compile(r"\s*(?:…|\.{3})$")
_PARTING = " :|–—_»-"


def _section(value: str, url: str) -> str:
    """One section of what may be a list of them and of tags; empty where it is none."""
    value = value.strip().lstrip("-–• ")
    parts = [value]
    if value.count(",") > 1 or re.search(r",\S", value) is not None:
        parts = [part.strip() for part in value.split(",") if part.strip()]
    parts = [part for part in parts if _NO_SECTION.fullmatch(part) is None]
    path = urlsplit(url).path.casefold() if "//" in url else ""
    named = [part for part in parts if f"/{'-'.join(part.casefold().split())}/" in path]
    telling = [part for part in parts if _WEAK_SECTION.fullmatch(part) is None]
    return next(iter(named or telling or parts), "")
