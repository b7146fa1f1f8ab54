"""Datelines with a full date and their parts in any order, as press-release wires write them.

``TULSA, OK - (NewMediaWire) - September 11, 2024 -``, ``BONN, 5 June 2024 /PRNewswire/ --``,
``New York, NY (April 10, 2025) -``, ``FOR IMMEDIATE RELEASE - JUNE 15, 2026``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.publications import is_paper
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.text.dates import find_dates

_WORD = r"[A-ZÀ-Ý][\w.’']*(?:-[\w.’']+)*"
_WORDS = rf"{_WORD}(?: (?:(?:de|del|la|of|upon|am|an der|sur) )?{_WORD}){{0,3}}"
_DATE = (
    r"(?<!\w)\(?(?:[^\W\d_]{3,10}\.?,? )?"
    r"(?:[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th|\.)? (?:de )?[^\W\d_]{3,10}\.?,?(?: de)? (?:19|20)\d\d)(?!\d)\)?"
    r"(?:,?\s*(?:@|at)?\s*\d{1,2}[:.]\d\d(?:\s*[AaPp]\.?[Mm]\b\.?)?"
    r"(?:\s*\(?(?:Pacific|Eastern|Central|Mountain|[A-Z]{2,4})\b(?: Time)?\)?)?)?"
)
_SIGNED = (
    r"(?:\(\s*(?P<{0}>[^():/]{{2,40}}?)\s*\)|/\s?(?P<{0}_slashed>[A-Z0-9][\w .-]{{2,40}}?)\s?/"
    r"|(?<=[-–—] )(?P<{0}_dashed>[A-Z0-9][\w .]{{3,40}}?)(?= [-–—]))"
)
_JOINT = r"[\s,]*(?:[-–—]{1,2}|/(?= ?[A-Z][a-z]+\.? \d))?\s*"
_PRESS = re.compile(
    rf"(?P<place>{_WORDS}(?:, {_WORDS}){{0,3}}(?: and {_WORDS})?)\.?"
    rf"(?:{_JOINT}{_SIGNED.format('before')})?{_JOINT}(?P<date>{_DATE})"
    rf"(?:{_JOINT}{_SIGNED.format('behind')})?"
    r"(?P<end>\s*(?:\.?[-–—]{1,2}|[:/](?=\s)|(?<=\))(?=\s)|\.(?=\s)|\n|$)\s*)"
)
_LONGEST = 160
_YEAR = re.compile(r"(?:19|20)\d\d")
NO_PLACE = re.compile(
    r"(?:for (?:immediate|public|general)?\s*release|(?:press|news|media) release|statement"
    r"|(?:last |first )?(?:updated|published|posted|issued|released|revised)|embargoed|dated?"
    r"|release date|icymi|breaking|exclusive|updates?|watch|alert|correction|(?:media )?advisory"
    r"|comunicado(?: de prensa)?|pressemitteilung|communiqué(?: de presse)?)\b",
    re.IGNORECASE,
)
"""Labels that stand where places do."""
_OPENS_SENTENCE = re.compile(
    r"(?:by|on|in|at|from|the|since|until|before|after|as|von|am|le)\b", re.I
)
_STATE = re.compile(r"[A-Z]{2,3}|[A-Z]\.(?:[A-Z]\.)+|[A-Z][a-z]{1,5}\.")


class PressDateline(NamedTuple):
    """The parts of such a dateline as they are written; ``place`` and ``signed`` may be empty."""

    place: str
    signed: str
    date: str
    """ISO 8601."""
    end: int
    """Character offset of the story's first word behind it."""


def may_be_dated(text: str) -> bool:
    """Whether a year stands where a dateline has it."""
    return _YEAR.search(text, 0, _LONGEST) is not None


def press_dateline(text: str) -> PressDateline | None:
    """The dateline with a full date that a text opens with, or None."""
    if not may_be_dated(text) or (match := _PRESS.match(text)) is None:
        return None
    place = match["place"]
    if _STATE.fullmatch(place.split(", ")[-1]) is None:
        place = place.rstrip(".")
    found = next(find_dates(match["date"].replace("@", "at")), None)
    if found is None or _OPENS_SENTENCE.match(place) is not None:
        return None
    signed = next((v for k, v in match.groupdict().items() if v and k.startswith("be")), "")
    dashed = match["before_dashed"] or match["behind_dashed"]
    if dashed and not (agency(dashed) or is_paper(dashed)):
        return None
    if NO_PLACE.match(place) is not None:
        return PressDateline("", signed, found.iso, match.end())
    if not (signed or _is_where(place)):
        return None
    return PressDateline(place, signed, found.iso, match.end())


def _is_where(place: str) -> bool:
    """Whether what stands before a date alone is a place, and nobody's name."""
    town, *regions = place.split(", ")
    if any(_STATE.fullmatch(region) for region in regions):
        return True
    parts = [p.title() if p.isupper() else p for p in (town, *regions)]
    return any(map(is_place, parts)) or (town.isupper() and len(town) > 3 and not regions)
