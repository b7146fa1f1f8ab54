"""What stands between a headline and its story: deck, byline, day, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.body.trailer import is_trailer
from newsgrep.ingest.extract.head.bare_line import bare
from newsgrep.ingest.extract.head.dateline import read_dateline
from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.head_claims import deck_of, once
from newsgrep.ingest.extract.head.head_lines import (
    NOTHING,
    LineReading,
)
from newsgrep.ingest.extract.head.head_words import BY
from newsgrep.ingest.extract.head.opening import NEAR, WINDOW, Opening
from newsgrep.ingest.extract.head.page_lines import is_of_page
from newsgrep.ingest.extract.head.unheard import (
    LONGEST,
    is_alone_below_deck,
    is_unheard,
    may_name_somebody,
)
from newsgrep.ingest.raw_document import Claim

_RULE = re.compile(r"\s*(?P<sign>[*#=~_-])(?:\s?(?P=sign)){2,}\s*")
_CREDITED = re.compile(
    r"\bCredit(?:\.{3}|…)\s?\S|Credit(?:\.{3}|…)[A-Z]"
    r"|\. (?:Photograph|Illustration|Composite): [A-Z]"
)
"""Whose a picture is, right behind its caption."""
MAX_DECK = 400
LONGEST_DECK, LONGEST_BYLINE = 700, 160
"""Characters of a paragraph that stands above the byline, and of that."""
MAX_WAITING = 6
"""Lines of a word or two that may stand between a headline and its byline."""
_FIGURES = " 0123456789"
"""What counters beside a name are made of."""


def below_headline(
    opening: Opening, first: int, claims: list[Claim], end: int
) -> tuple[list[Claim], list[str], int]:
    """The claims below the headline, the lines that are text after all, the body's begin."""
    found: list[Claim] = []
    kept: list[str] = []
    waiting: list[int] = []
    furniture: set[int] = set()
    captions: set[int] = set()
    decked = False
    for place in range(first, min(first + WINDOW, len(opening.filled))):
        line = opening.line(place)
        if waiting and _RULE.fullmatch(line) is not None and opening.is_text(waiting[-1]):
            break  # between two parts of the story
        reading = _reading_below(opening, place, found or claims, bool(waiting))
        certain = not waiting or _is_certain(opening, place, reading, line)
        if len(waiting) > 2:  # furniture, and perhaps the text
            certain = bool(reading.claims) and (reading.anchored or BY.match(line) is not None)
        certain = certain or (
            len(waiting) == 1
            and reading.fields == {"authors"}
            and not opening.is_head(place + 1)
            and is_alone_below_deck(opening.lines, opening.filled[place], [*claims, *found])
        )
        if reading.is_head and certain and (not waiting or _has_text(opening, place + 1)):
            between = [opening.line(n) for n in waiting if n not in captions]
            deck = () if decked else deck_of(between)
            if deck and (claims or found):
                text = " ".join(line.strip() for line in deck)
                found.append(Claim("deck", bare(text), "between headline and byline", 0.7))
                decked = True
                between = between[len(deck) :]
            kept += between + [opening.line(n) for n in waiting if n in captions]
            waiting = []
            if len(reading.unknown) > 2:
                kept.append(line)
            new = once(reading.claims, [*claims, *found])
            if _says_more(reading.claims, new, [*claims, *found]):
                kept.append(line)
            found += new
            end = opening.filled[place] + 1
            continue
        waiting.append(place)
        if _is_caption(opening, place):
            captions.add(place)
            furniture.add(place)
        if reading.is_head and not reading.claims:
            furniture.add(place)
        size = sum(len(opening.line(n)) for n in waiting if n not in captions)
        worded = [n for n in waiting if n not in furniture]
        apart = [n for n in worded if not _goes_on(opening, n)]
        several = len(apart) > 2 and sum(not is_of_page(opening.line(n)) for n in apart) > 2
        long = size > MAX_DECK or read_dateline(line.strip()) is not None
        if long and waiting == [place] and _is_deck(opening, place):
            continue
        if several or len(waiting) > MAX_WAITING or long:
            break
    return found, kept, end


def _says_more(claims: Sequence[Claim], new: Sequence[Claim], told: Sequence[Claim]) -> bool:
    """Whether a line names somebody or something that is neither claimed now nor was before.

    It stays in the text then: what is not certain is in no fact, and is not lost.
    """
    known = " ".join(claim.value.casefold() for claim in (*new, *told))
    return any(
        claim.field in _NAMED and claim not in new and claim.value.casefold() not in known
        for claim in claims
    )


_NAMED = frozenset(("authors", "source", "section"))


def _is_caption(opening: Opening, place: int) -> bool:
    """Whether a line is a picture's caption as papers' pages give it: again with its credit.

    ``The quay.``, and below it ``The quay.Credit...Ann Poe for The Harbour Times``.
    """
    line = opening.line(place).strip()
    if _CREDITED.search(line) is not None:
        return True
    if place + 1 >= len(opening.filled):
        return False
    below = opening.line(place + 1).strip()
    if len(below) <= len(line) or not below.startswith(line):
        return place > 0 and _is_credit_behind(opening.line(place - 1).strip(), line)
    return bool(_CREDITED.search(below)) or _is_credit_behind(line, below)


def _is_credit_behind(caption: str, line: str) -> bool:
    """Whether a line is the caption above it again, with a short credit behind it."""
    behind = line[len(caption) :]
    return (
        len(caption) >= _SHORTEST_CAPTION
        and line.startswith(caption)
        and behind[:1] == " "
        and len(behind) <= _LONGEST_CREDIT
    )


_SHORTEST_CAPTION, _LONGEST_CREDIT = 30, 60


def _goes_on(opening: Opening, place: int) -> bool:
    """Whether a line is one of a paragraph in the middle of the page, right below another of it."""
    at = opening.filled[place]
    return at > 0 and all(
        line[:_CENTRED].isspace() and bool(line.strip()) for line in opening.lines[at - 1 : at + 1]
    )


_CENTRED = 4
"""Blanks before a line that is in the middle of the page."""


def _is_deck(opening: Opening, place: int) -> bool:
    """Whether a paragraph right below the headline has the byline and the day below it."""
    if len(opening.line(place)) > LONGEST_DECK or place + 2 >= len(opening.filled):
        return False
    line = opening.line(place + 1)
    reading = opening.reading(place + 1, standing=NEAR)
    if len(line) <= LONGEST and not reading.anchored and may_name_somebody(line.strip()):
        line = opening.line(place + 2)
        reading = opening.reading(place + 2, standing=NEAR)
    told = reading.is_head and reading.anchored and bool(reading.fields & {"authors", "date"})
    return told and len(line) <= LONGEST_BYLINE


def _reading_below(opening: Opening, place: int, claims: list[Claim], waiting: bool) -> LineReading:
    """How a line below the headline is read, a name by whether the text has it too."""
    if opening.is_plain(place):
        return NOTHING
    standing = _standing(opening, place, claims, waiting)
    reading = opening.reading(place, standing=standing)
    at = opening.filled[place]
    name = reading.unknown.strip(_FIGURES)
    if not name or "authors" in reading.fields or len(opening.lines[at]) > LONGEST:
        return reading
    if not may_name_somebody(name) or not is_unheard(name, opening.lines, at):
        return reading
    standing = standing._replace(unheard=True, signed=_is_signed(opening, place))
    again = opening.reading(place, standing=standing)
    return again if again.is_head else reading


def _is_signed(opening: Opening, place: int) -> bool:
    """Whether a name stands twice, or with its account, or the next line is its role."""
    line = opening.line(place).strip()
    following = [
        opening.lines[at].strip().casefold() for at in opening.filled[place + 1 : place + 3]
    ]
    if "@" in line or "follow" in following:
        return True
    beside = [n for n in (place - 1, place + 1) if 0 <= n < len(opening.filled)]
    if any(opening.line(n).strip() == line for n in beside):
        return True
    return place + 1 < len(opening.filled) and opening.reading(place + 1, standing=NEAR).has_role


def _is_certain(opening: Opening, place: int, reading: LineReading, line: str) -> bool:
    """Whether a line is of the head even where other text came between."""
    if len(line) > 120 and opening.filled[place] not in opening.labelled:
        return False
    if reading.anchored or (reading.has_role and "authors" in reading.fields):
        return True
    if not reading.claims or place + 1 >= len(opening.filled):
        return False
    if "authors" in reading.fields and opening.line(place + 1).lstrip()[:1] == "@":
        return True  # a name with its account below it
    following = opening.reading(place + 1, standing=NEAR)
    return following.is_head and (bool(following.claims) or following.has_role)


def _standing(opening: Opening, place: int, claims: list[Claim], waiting: bool) -> Standing:
    """Where a line below the headline stands."""
    before = claims[-1].field if claims else ""
    dated = before == "date"
    if not dated and place + 1 < len(opening.filled):
        following = opening.reading(place + 1, standing=NEAR)
        dated = following.is_head and bool(following.fields & {"date", "day"})
    fields = {claim.field for claim in claims}
    sourced = "source" in fields
    if not sourced and place + 1 < len(opening.filled):
        following = opening.reading(place + 1, standing=NEAR)
        sourced = following.is_head and following.fields == {"source"}
    return Standing(
        near=not waiting,
        date_next=dated,
        author_beside="authors" in fields and before in ("authors", "date", "modified"),
        source_beside=sourced,
    )


def _has_text(opening: Opening, place: int) -> bool:
    """Whether text follows from ``place`` on: without it, what came before is the text."""
    return len(opening.filled) > WINDOW or any(
        not opening.reading(n, standing=NEAR).is_head and not is_trailer(opening.lines[at].strip())
        for n, at in enumerate(opening.filled)
        if n >= place
    )
