"""What the first and the last paragraphs of a text say of it, beside what its container claims."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.byline import read_byline
from newsgrep.ingest.extract.head.foot import date_line
from newsgrep.ingest.extract.head.stated import issue_and_pages
from newsgrep.ingest.extract.head.vietnamese import signed_in_vietnamese
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.given_names import is_given_name
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters


def opened(paragraphs: list[str], claims: Iterable[Claim]) -> tuple[list[str], list[Claim]]:
    """Headline and byline where they open the text as well as being claimed by the container."""
    claimed = [c for c in claims if c.field == "title"]
    believed = letters(max(claimed, key=lambda c: c.confidence).value) if claimed else ""
    # What another claim takes for the headline is text, if it says more: it would be nowhere else.
    titles = {letters(claim.value) for claim in claimed} - {""}
    longest = 2 * max(map(len, titles), default=0)
    more: list[Claim] = []
    kept: list[str] = []
    at = 0
    while at < min(3, len(paragraphs)):
        line = paragraphs[at]
        own = letters(line) if len(line) <= longest else ""
        if own in titles:
            kept += [line] if own not in believed else []
            at += 1
            continue
        passed_on = _OF_AGENCY.fullmatch(line)
        if passed_on is not None and at + 1 < len(paragraphs) and agency(passed_on["agency"]):
            more.append(Claim("source", passed_on["agency"], "agency above the text", 0.75))
            at += 1
            continue
        byline = read_byline(line)
        if byline is not None and at + 1 < len(paragraphs):
            more += [Claim("authors", n, "byline in the text", 0.7) for n in byline.authors]
            if byline.date is not None:
                more.append(date_claim(byline.date, "byline in the text", 0.7))
            at += 1
            continue
        issue = issue_and_pages(line, at + 1) if at and at + 1 < len(paragraphs) else []
        if issue:
            more += issue
            at += 1
        break
    return ([*kept, *paragraphs[at:]], more) if at < len(paragraphs) else (paragraphs, more)


_OF_AGENCY = re.compile(
    r"\W{0,3}(?:da|do|dalla|de|från|fra|aus|via|from|source:|fuente:|fonte:|quelle:)"
    r"\s+(?P<agency>[\w./ -]{2,30}?)\W{0,3}",
    re.IGNORECASE,
)
"""``Da Folhapress``: whose text it is, as its first line."""


def address_alone(paragraphs: list[str], claims: Iterable[Claim]) -> list[Claim]:
    """The address of an article that stands alone near the beginning of its text, and stays there.

    Only where nothing else tells one.
    """
    if any(claim.field == "url" for claim in claims):
        return []
    alone = (p for p in paragraphs[:_OPENING] if _ADDRESS.fullmatch(p) is not None)
    first = paragraphs[0] if paragraphs else ""
    ended = _ENDS_IN_ADDRESS.fullmatch(first) if "://" in first else None
    found = [*alone, *([ended["address"]] if ended is not None else [])][:1]
    return [Claim("url", address, "address in the text", 0.6) for address in found]


_OPENING = 5
"""Paragraphs among which it stands."""
_ADDRESS = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+/\S{8,}")
_ENDS_IN_ADDRESS = re.compile(
    rf"[^.!?]*(?:\d\.[^.!?]*){{0,2}}\d[^.!?]*\s(?P<address>{_ADDRESS.pattern})"
)
"""When and where an article was published, and its address, before its first sentence."""


def signed_within(paragraphs: list[str], claims: Iterable[Claim]) -> list[Claim]:
    """Who signs within the last paragraphs, or is told there to have written the text; it stays.

    ``… they said. By Ann Poe for Quay.com``; ``Ann Poe has written for The Quay since 2013``.
    """
    known = {claim.field for claim in claims}
    if "authors" in known:
        return []
    for at, paragraph in list(enumerate(paragraphs))[-_LAST:]:
        signed = _SIGNED_WITHIN.search(paragraph) if "By " in paragraph else None
        if signed is None and at and len(paragraph) <= _LONGEST_BIO:
            signed = _BIO.match(paragraph)
        if signed is None:
            continue
        above = "\n".join(paragraphs[:at])
        name, paper = signed["name"], signed["paper"]
        is_byline = paragraph.startswith("By ", signed.start("name") - 3)
        if name not in above and (is_byline or is_given_name(name.split()[0])):
            found = [Claim("authors", name, "signed at the end", 0.7)]
            if (is_byline or paper in above) and "source" not in known:
                found.append(Claim("source", paper, "beside the signature", 0.65))
            return found
    return []


_LAST = 3
_LONGEST_BIO = 500
_NAME = r"(?P<name>[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý]\.?)?(?: [A-ZÀ-Ý][\w’'-]+){1,2})"
_SIGNED_WITHIN = regex(
    rf"(?:^|[.!?”\"’)]\s+)By {_NAME} (?:for|of) (?P<paper>[A-ZÀ-Ý][\w-]*\.(?:com|org|net|news))\b"
    r"(?:\s+More [^!?]{1,80})?\s*$"
)
_BIO = regex(
    rf"{_NAME} (?:has written|has been writing|writes|reports) for "
    r"(?P<paper>(?:[Tt]he )?[A-ZÀ-Ý][\w.&’'-]*(?: [A-ZÀ-Ý][\w.&’'-]*){0,3}?)"
    r"(?= since| and |[.,]|$)"
)


def closed(paragraphs: list[str], claims: Iterable[Claim]) -> tuple[list[str], list[Claim]]:
    """A last line that is a date and little else, a byline with its day, or a Vietnamese signature.

    Only where nothing above tells the same.
    """
    if len(paragraphs) < 2 or len(paragraphs[-1]) > 60:
        return paragraphs, []
    if not any(claim.field == "authors" for claim in claims):
        byline = read_byline(paragraphs[-1])
        if byline is not None and byline.date is not None:
            named = [Claim("authors", name, "last line", 0.7) for name in byline.authors]
            return paragraphs[:-1], [*named, date_claim(byline.date, "last line", 0.6)]
        signed = signed_in_vietnamese(paragraphs, 1)
        if signed is not None:
            return paragraphs[:-1], signed[0]
    if any(claim.field == "date" for claim in claims):
        return paragraphs, []
    dated = date_line(paragraphs[-1], "last line")
    if not dated:
        return paragraphs, []
    lowered = [c._replace(confidence=min(c.confidence, 0.7)) for c in dated]
    return paragraphs[:-1], lowered
