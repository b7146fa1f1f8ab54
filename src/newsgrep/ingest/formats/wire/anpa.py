"""ANPA 1312 as the Associated Press sends it: marked lines of a head, a text, a time of filing.

After the *ANPA High-Speed Wire Transmission* format (ANPA Special Report 84-2): ``^`` opens and
``<`` or ``=`` ends each line of the head; lines that are indented open paragraphs.
"""

from __future__ import annotations

import re

from newsgrep.ingest.raw_document import Claim
from newsgrep.text.dates import day_of
from newsgrep.text.lazy_regex import regex

HEADER = regex(r"[A-Za-z]\d{4}(?P<agency>[A-Z]{2,9})?[\x1f-]")
"""What the first line of a message begins with: its service and number, perhaps its agency."""
_FILED = regex(r"(\d\d)-(\d\d)-(\d\d) (\d\d)(\d\d)\s*(GMT|EDT|EST)?")
_SENT = regex(r"\b(\d\d):(\d\d)-(\d\d)-(\d\d)-(\d\d)\b")
_KEYWORDS = regex(r"(?:[A-Z]{2}-|\*\d)")
_MARK = regex(r"^\s*\^", re.M)
_SECTIONS = {
    "s": "sport", "f": "economy", "e": "arts", "p": "politics", "l": "lifestyle", "t": "travel",
    "o": "weather",
}  # fmt: skip
_ZONES = {"EDT": "-04:00", "EST": "-05:00"}
_NO_HEADLINE = regex(r"(?:eds:|ap photo|with |file |by |_+$|end$)", re.I)


def read_anpa(header: list[str], body: str, tail: str) -> tuple[list[Claim], str]:
    """The claims and the text of a message, given as its three parts."""
    claims: list[Claim] = []
    category = re.match(r"\w\s(\w)\b", header[1]) if len(header) > 1 else None
    if category is not None and category[1] in _SECTIONS:
        claims.append(Claim("section", _SECTIONS[category[1]], "ANPA category", 0.8))
    head, text = _parted(body)
    rest = [line for line in head if _KEYWORDS.match(line) is None]
    for line in rest:
        if line.lower().startswith("by "):
            claims.append(Claim("authors", line, "ANPA byline", 0.92))
    title = next((line for line in rest if _NO_HEADLINE.match(line) is None), "").rstrip("+")
    if title:
        claims.append(Claim("title", title, "ANPA headline", 0.92))
    for line in head[:1]:
        claims += [
            Claim("tags", word, "ANPA keywords", 0.6)
            for word in re.split(r"[-,\s]+", re.sub(r"^[A-Z]{2}-+|,?\d+$", "", line).lower())
            if len(word) > 2
        ]
    if not text:
        # Lists of headlines are marked throughout.
        text = "\n\n".join(line for line in rest if line != title)
    filed = _FILED.search(tail)
    if filed is not None:
        month, day, year, hour, minute, zone = filed.groups()
        century = "19" if int(year) >= 70 else "20"
        offset = _ZONES.get(zone or "", "+00:00" if zone else "")
        iso = f"{century}{year}-{month}-{day}T{hour}:{minute}:00{offset}"
        claims.append(Claim("date", iso, "ANPA time of filing", 0.95))
    sent = _SENT.search(tail)
    if sent is not None:
        claims.append(_time_sent(sent, text))
    agency = HEADER.match(header[0])
    if agency is not None and agency["agency"]:
        claims.append(Claim("source", agency["agency"].title(), "ANPA header", 0.85))
    elif re.search(r"\bAP-", tail):
        claims.append(Claim("source", "Associated Press", "ANPA service", 0.85))
    return claims, text


def _time_sent(sent: re.Match[str], text: str) -> Claim:
    """When a message was sent, its day and month in the order that its dateline tells."""
    hour, minute, month, day, year = sent.groups()
    dated = _DAY.search(text[:120])
    filed = day_of(dated[1]) if dated is not None else ""
    told = filed in (f"{month}-{day}", f"{day}-{month}")
    if filed == f"{day}-{month}" or int(month) > 12:
        month, day = day, month
    iso = f"20{year}-{month}-{day}T{hour}:{minute}:00"
    is_open = not told and int(month) <= 12 and int(day) <= 12
    return Claim("date", iso, "ANPA time of filing", 0.9, is_open)


_DAY = regex(r", ([A-Z][a-z]{2,8}\.? \d{1,2})\b")


def _parted(body: str) -> tuple[list[str], str]:
    """The lines of the head, and the paragraphs of the text."""
    head: list[str] = []
    paragraphs: list[str] = []
    unmarked = _MARK.search(body) is None
    for line in body.split("\n"):
        if line.startswith("=="):
            break  # who sent it
        bare = re.sub(r"[<=\s]+$", "", line).replace("\x7f", "").strip()
        marked = bare.startswith("^") or (unmarked and line[:1] not in " \t" and not paragraphs)
        bare = bare.lstrip("^").strip(" \t\x00-\x1f")
        if not bare or bare in ("END", "___"):
            continue
        if marked and not paragraphs:
            head.append(bare)
        elif marked or line[:1] in " \t" or not paragraphs:
            paragraphs.append(bare)
        else:
            paragraphs[-1] += f" {bare}"
    return head, "\n\n".join(paragraphs)
