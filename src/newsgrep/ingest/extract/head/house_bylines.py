"""Bylines in the words of a newsroom: whose correspondent somebody is, with which agency, for whom.

``De notre correspondante à Berlin, Anne Poe``, ``Von unserem Redakteur Max Roe``,
``dal nostro inviato``, ``Jean Roe (avec AFP)``, ``Ana Poe, da Agência Brasil``;
``Par la rédaction`` names nobody; ``Báo Tin Tức trên Google News`` names the paper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.credits import are_names
from newsgrep.ingest.extract.head.publications import looks_like_publication, publication
from newsgrep.text.given_names import is_given_name
from newsgrep.text.lazy_regex import regex

_LONGEST, _LOOKED_AT, _WITHIN = 100, 7, 40
_ROLE = (
    r"(?:correspondant|envoyé|journaliste|korrespondent|redakteur|redaktionsmitglied|mitarbeiter"
    r"|reporter|inviat|corrispondent|verslagge|redact|corresponsal|enviad|correspond|staff"
    r"|writer|medarbet)\w*"
)
_OURS = regex(
    r"(?:(?:par|por|von|by) )?(?:de (?:notre|nos)|von unser\w{1,2}|aus unserer|dal(?:la)? nostr[oa]"
    r"|dai nostri|(?:van|door) onze|(?:from|by) our|de nuestr[oa]s?|d[oa] noss[oa]|av vår|fra vår) "
    rf"(?:\w+ ){{0,2}}?{_ROLE}"
    r"(?: (?:spéciale?s?|especial|speciale|writer|reporter))?(?=[\s,:]|$)(?P<rest>.*)", re.I,
)  # fmt: skip
_AT = regex(r"[\s,:]*(?:(?:à|aux?|en|in|aus|a|te|em|at|i) )(?=\S)")
_WITH = regex(
    r"(?P<who>[^()]{4,60}?) \((?:avec|mit|with|con|com|met|och|og) (?P<agency>[^()]{2,30})\)"
)
_OF = regex(
    r"(?P<who>[^,]{4,60}), (?:d[aeo]s?|del?|della|du|für|para|специально для) (?P<paper>\S.{1,40})"
)
_ALONE = regex(r"D[ao]s? (?P<paper>[^,]{2,30})(?:, em (?P<place>\S.{1,30}))?")
_DESK = regex(
    r"(?:(?:par|by|von|por|door|di|od|от) )?(?:(?:la|the|die|onze|de|unsere[rm]?) )?"
    r"(?:rédaction|redaktion|redactie|redakcja|redakce|redakcia|редакция|redacción|redação|redazione"
    r"|redaksi|haber merkezi)", re.I,
)  # fmt: skip


def with_house_bylines_read(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, such bylines as *By* and the names; empty where they name nobody."""
    changed = lines
    for place, at in enumerate(filled[:_LOOKED_AT]):
        line = lines[at].strip()
        if at >= _WITHIN or len(line) > _LONGEST:
            continue
        told = _reworded(line)
        if told is None and place:
            told = _told(line, changed[filled[place - 1]])
        if told is not None:
            changed = changed if changed is not lines else list(lines)
            changed[at] = told
    return changed


_REPORT = regex(
    r"(?:laporan|liputan) (?:reporter|wartawan|kontributor|jurnalis|koresponden)\s+"
    r"(?P<paper>\S[^,]{2,40}?)(?:,| [-–])\s*(?P<who>[^,:;]{3,50})", re.I,
)  # fmt: skip
"""``Laporan Wartawan Tribunnews.com, Ana Poe``: as Indonesian papers open an article."""
_SHIFTS = regex(
    r"\s*\((?:(?:from |until |to )?\d{1,2}[.:]\d\d(?:\s?(?:to|-|–)\s?\d{1,2}[.:]\d\d)?"
    r"|thereafter|earlier|now)\)", re.I,
)  # fmt: skip
"""When each of several wrote a live blog."""
_FOLLOWED = regex(
    r"(?:theo dõi |follow |siga |sigue a |suivez )?(?P<paper>\S.{1,30}) "
    r"(?:trên|on|no|en|sur|bei|su) Google News", re.I,
)  # fmt: skip
"""``Báo Tin Tức trên Google News``: a paper's button."""
_OURSELVES = frozenset("us nous uns nos chúng_tôi noi ons oss news".split())
_STAFF = regex(
    r"[Bb][Yy] (?P<who>\S.{3,60}?),? (?i:staff (?:reporters?|writers?|correspondents?)) (?:of|for) "
    r"(?P<paper>(?:The|THE) \S.{3,40})"
)
"""``By Ann Poe Staff Reporter of The Quay Journal``, in one line."""


def _reworded(line: str) -> str | None:
    """A line that says who wrote it, or whose it is, in words that others have not; else None."""
    if line[:1] in "Ll" and (match := _REPORT.fullmatch(line)) is not None:
        return f"By {match['who']} | {match['paper']}"
    if line[-1:] == ")" and line[:3] in ("By ", "BY ") and _SHIFTS.search(line) is not None:
        return _SHIFTS.sub("", line)
    staff = _STAFF.fullmatch(line) if " of " in line or " for " in line else None
    if staff is not None and are_names(staff["who"]):
        return f"By {staff['who']} | {staff['paper']}"
    followed = _FOLLOWED.fullmatch(line) if line.endswith("Google News") else None
    if followed is None or followed["paper"].casefold().replace(" ", "_") in _OURSELVES:
        return None
    return f"Source: {followed['paper']}"


def _told(line: str, above: str) -> str | None:
    """What a line means as a byline; None for any other line."""
    if _DESK.fullmatch(line) is not None:
        return ""
    ours = _OURS.fullmatch(line) if " " in line else None
    if ours is not None:
        return _of_ours(ours["rest"])
    signed = _WITH.fullmatch(line) if line[-1:] == ")" else None
    if signed is not None and are_names(signed["who"]) and agency(signed["agency"]):
        return f"By {signed['who']} | {signed['agency']}"
    of = _OF.fullmatch(line) if "," in line else None
    if of is not None and are_names(of["who"]):
        paper = of["paper"].strip('«»“”"')
        known = bool(publication(paper)) or looks_like_publication(paper)
        return f"By {of['who']} | {paper}" if known else None
    alone = _ALONE.fullmatch(line)
    if alone is not None and are_names(above.removeprefix("By ")) and publication(alone["paper"]):
        return " | ".join(filter(None, (alone["paper"], alone["place"])))
    return None


def _of_ours(rest: str) -> str | None:
    """The byline behind *our correspondent*: a name, a place and a name, or nobody."""
    placed = _AT.match(rest)
    words = rest[placed.end() if placed is not None else 0 :].strip(" ,:").split()
    if not words:
        return ""
    for size in (3, 2):
        name = " ".join(words[-size:])
        where = " ".join(words[:-size]).strip(" ,")
        if len(words) < size or not is_given_name(words[-size].title()) or not are_names(name):
            continue
        if bool(where) == (placed is not None):
            return f"By {name}" + (f" in {where}" if where else "")
    # "unserem Korrespondenten Max Roe, Paris"
    name, _, where = " ".join(words).partition(", ")
    if placed is None and are_names(name):
        return f"By {name}" + (f" in {where}" if where else "")
    return "" if placed is not None and len(words) < _NAME else None


_NAME = 3
"""Words from which on there is more than a place."""
