"""Datelines: ``WASHINGTON, Feb 20 (Reuters) -``, where and by whom a story was filed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.korean import OPENS, korean_opening
from newsgrep.ingest.extract.head.press_dateline import NO_PLACE, may_be_dated, press_dateline
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import set_right
from newsgrep.text.dates import day_of, find_dates, is_possible

_CAPITALS = (
    r"[A-ZÀ-ÝİŞĞČŠŽĆŁŚŹ][A-ZÀ-ÝİŞĞČŠŽĆŁŚŹ.’'-]+(?:[ -][A-ZÀ-ÝİŞĞ][A-ZÀ-ÝİŞĞČŠŽĆŁŚŹ.’'-]*){0,3}"
)
_MIXED = r"[A-ZÀ-Ý][\w.’'-]+(?: (?:de |del |of )?[A-ZÀ-Ý][\w.’'-]+){0,3}"
_REGION = r"(?:, (?:[A-ZÀ-Ý][\w.]*\.?(?: [A-ZÀ-Ý][\w.]*)?))?"
_DAY = (
    r"(?:,? (?P<day>[A-Za-z]{3,9}\.? \d{1,2}(?:, \d{4})?"
    r"|\d{1,2}(?: de)? [A-Za-z]{3,10}\.?(?:(?: de)? \d{4})?))?"
)
_AGENCY = r"(?:\((?P<agency>[^():]{2,40})\)|/(?P<slashed>\w[\w -]{2,30})/)"
_TLD = r"\.(?:com|net|org|tv|news|co(?:\.[a-z]{2})?|id|COM|NET|CO(?:\.[A-Z]{2})?)"
_SITE_IN_PLACE = re.compile(rf"[\w-]{{2,20}}{_TLD}")
_DASH = r"\s*(?:\.?\s?(?:--|[–—]{1,2}|(?<=[\s).\d])-|-(?=\s))|:)\s*"
_LONGEST = 160
_DECKS = 3
"""Paragraphs that may stand above a dateline, and their characters."""
_MAX_DECKS = 500
_STORY = 100
"""Characters of a paragraph that opens with an agency alone, and is no credit."""
_SIGNED = re.compile(r"[(/][A-Z]")
_SIGNED_BEFORE = 60
"""Where the agency of a dateline stands, and the characters before which it does."""
_BYLINE = re.compile(r"(?:BY|By|VON|Von|PAR|Par|POR|Por) ")
_SIGN = re.compile("[-–—:]")
"""What ends each of them, but those with a full date."""
_PATTERNS = (
    re.compile(
        rf"(?P<place>{_CAPITALS}{_REGION}),? (?P<day>[A-Za-z]{{3,9}}\.? \d{{1,2}})"
        rf" (?P<known>[A-Z]\w{{1,10}}){_DASH}"
    ),
    re.compile(
        rf"(?P<place>{_CAPITALS}{_REGION}(?:(?<=\w{{4}})/{_CAPITALS})?){_DAY}"
        rf"\s*(?:[-–—]{{0,2}}\s*{_AGENCY})?{_DASH}"
    ),
    re.compile(rf"(?P<place>{_MIXED}{_REGION}){_DAY}\s*(?:[-–—]{{1,2}}\s*)?{_AGENCY}{_DASH}"),
    re.compile(rf"{_AGENCY}{_DASH}(?P<place>(?!))?"),
    # As CNN's own pages have it, without a dash and often without a blank.
    re.compile(r"\((?P<alone>[A-Z][\w ]{1,20})\)(?:(?=[“\"‘']?[A-ZÀ-Ý])|\s(?=[A-ZÀ-Ý][^\n]{90}))"),
    re.compile(rf"(?P<day>[A-Z][a-z]{{2,8}}\.? \d{{1,2}}) {_AGENCY}{_DASH}"),
    # Without a dash, as long as the agency is one.
    re.compile(rf"(?P<place>{_MIXED}{_REGION}){_DAY} \((?P<known>[\w ]{{2,20}})\)\s*(?=[A-ZÀ-Ý])"),
    re.compile(
        rf"(?P<agency>[\w-]{{2,20}}{_TLD}),\s?(?P<place>{_MIXED})\s*"
        r"(?:[-–—]{1,2}\s|\(.{2,30}\)\s*[-–—])"
    ),
    re.compile(
        rf"(?P<place>{_MIXED}{_REGION}),? "
        r"(?P<day>[A-Za-z]{3,9}\.? \d{1,2}|\d{1,2} [A-Za-z]{3,9})"
        r"[.,]?\s*/(?P<slashed>[A-Z][\w -]{1,30})/[.,:]?\s+(?=[A-ZÀ-Ý“\"])"
    ),
    re.compile(
        rf"(?P<place>{_MIXED}), (?P<known>[A-Z][\w.]{{1,15}}(?: [A-Z]\w{{1,15}}){{0,2}})"
        r"\s*(?:--|[–—]|\s-\s)\s*"
    ),
    # In small letters, or written with a blank or star too many, where it is a place.
    re.compile(
        rf"\**\s*(?P<town>{_MIXED}{_REGION})\s?,\s*(?P<day>[A-Za-z]{{3,9}}\.?\s+\d{{1,2}}),?{_DASH}"
    ),
    # "Napoli, 28 febbraio 2022 - Una volta …"
    re.compile(
        rf"(?P<town>{_MIXED}), (?P<day>\d{{1,2}}(?: de)? [A-Za-zà-ÿ]{{3,10}}(?:(?: de)? \d{{4}})?)"
        r"\s*(?:[–—]|\s-)\s"
    ),
    # A site alone: "KOMPAS.com -- Kredit …"
    re.compile(rf"(?P<agency>[A-Z][\w-]{{2,20}}{_TLD})\s?[-–—]{{1,3}}\s*(?=[“\"]?[A-ZÀ-Ý])"),
)
_IN_BRACKETS = re.compile(
    rf"\((?P<place>{_CAPITALS}), (?P<state>[A-Z]{{2}}),? "
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)\)\s*[-–—]{1,2}\s*"
)
"""``(OLYMPIA, WA, 1/12/2016) -``: beside a state of the US its month comes first."""
_GLUED = re.compile(rf"(?P<place>{_CAPITALS}{_REGION})-(?=[“\"]?[A-ZÀ-Ý][a-zà-ÿ’']* ?[a-zà-ÿ])")
_SHORTEST_TOWN = 4
"""Letters of a town in capitals that a hyphen alone parts from its story: no ``US-German``."""
_CHINESE = re.compile(
    r"[\s(（【\[]*据?(?P<agency>[\u4e00-\u9fff]{1,6}?[社网網报報])?"
    r"(?:[记記]者[\u4e00-\u9fff]{2,3})?(?P<place>[\u4e00-\u9fff]{2,5}?)"
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日[电電讯訊][）)】]?\s*"
)
_THIS_PAPER = ("本报", "本報", "本网", "本社")
_OF_TWO = frozenset(("CNA",))
"""What agencies of several countries sign."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; ``date`` is ISO 8601, and empty where it has no year."""

    place: str
    source: str
    date: str
    day: str
    """Month and day where it has no year: ``02-20``."""
    end: int
    """Character offset of the story's first word behind it."""


def read_dateline(text: str) -> Dateline | None:
    """The dateline that ``text`` opens with, or None."""
    return _read(text[:_LONGEST])


# Several rules ask for the dateline of the same lines.
@lru_cache(maxsize=256)
def _read(head: str) -> Dateline | None:
    if _BYLINE.match(head) is not None:
        return None
    signs = _SIGN.search(head) is not None or "(" in head[:_SIGNED_BEFORE] or "日" in head
    signs = signs or head[:1] in OPENS or "/" in head[:_SIGNED_BEFORE]
    return _in_brackets(head) or _dateline(head) if signs or may_be_dated(head) else None


def dateline_below(paragraphs: Iterable[str]) -> Dateline | None:
    """The dateline below decks and bylines; it has a full date, or is an agency's."""
    size = 0
    for above, paragraph in pairwise(islice(paragraphs, _DECKS + 1)):
        size += len(above)
        if size > _MAX_DECKS:
            break
        signed = _SIGNED.search(paragraph, 0, _SIGNED_BEFORE) is not None
        dateline = read_dateline(paragraph) if signed or may_be_dated(paragraph) else None
        if dateline is not None:
            signed_by = dateline.source
            known = signed_by and (
                agency(signed_by) or signed_by.isupper() or _OF_AGENCY.match(signed_by)
            )
            certain = dateline.date or (known and (dateline.place or len(paragraph) > _STORY))
            return dateline if certain else None
    return None


_OF_AGENCY = re.compile(r"(?:CNN|BBC|NBC|CBS|ABC)[A-Z]?[a-z]+\b")
"""A desk whose name begins with its house's: ``CNNMoney``."""


def _dateline(head: str) -> Dateline | None:
    press = press_dateline(head)
    if press is not None:
        signed = "" if press.signed in _OF_TWO else press.signed
        source = agency(signed) or publication(signed) or signed
        return Dateline(calm_place(press.place), source, press.date, "", press.end)
    if head[:1] in OPENS and (korean := korean_opening(head)) is not None:
        return Dateline(korean.place, publication(korean.paper) or korean.paper, "", "", korean.end)
    if head[:1] > "\u2e7f":
        return _chinese(head)
    if "\u0400" <= head[:1] <= "\u04ff" and (russian := _russian(head)) is not None:
        return russian
    for pattern in _PATTERNS:
        match = pattern.match(head)
        if match is None:
            continue
        parts = match.groupdict()
        alone = parts.get("alone") or ""
        signed = parts.get("agency") or parts.get("slashed") or parts.get("known") or alone
        source = agency(signed) or publication(signed) or _first_of_several(signed)
        place = (parts.get("place") or parts.get("town") or "").rstrip("-")
        if parts.get("town") and not _is_town_with_day(place.split(",")[0], parts["day"] or ""):
            continue
        site = _SITE_IN_PLACE.search(place)
        if site is not None:
            # "JAKARTA, PAPER.com -", "PAPER.COM, Jakarta -"
            place = ", ".join(p for p in place.split(", ") if _SITE_IN_PLACE.fullmatch(p) is None)
            signed = signed or site[0]
            source = source or publication(site[0])
        if alone and not (agency(alone) or (alone.isupper() and source)):
            continue
        town = place.partition(",")[0]
        if parts.get("known") and not (source and (parts.get("day") or is_place(town))):
            continue
        if signed and not source and not place:
            continue
        if place and not signed and not parts.get("day") and not _certain(place, match.group()):
            continue
        if signed in _OF_TWO:
            source = signed = ""
        found = next(find_dates(parts.get("day") or ""), None)
        iso = found.iso if found else ""
        day = "" if iso else day_of(parts.get("day") or "")
        return Dateline(calm_place(place), source or signed.strip(), iso, day, match.end())
    glued = _GLUED.match(head)
    town = glued["place"].partition(",")[0] if glued is not None else ""
    if glued is not None and len(town) >= _SHORTEST_TOWN and is_place(set_right(town)):
        return Dateline(calm_place(glued["place"]), "", "", "", glued.end())
    return None


def _in_brackets(head: str) -> Dateline | None:
    dated = _IN_BRACKETS.match(head)
    if dated is None:
        return None
    iso = f"{dated['year']}-{int(dated['month']):02d}-{int(dated['day']):02d}"
    place = calm_place(f"{dated['place']}, {dated['state']}")
    return Dateline(place, "", iso, "", dated.end()) if is_possible(iso) else None


def _is_town_with_day(town: str, day: str) -> bool:
    """Whether a place is one, with its day; beside a day with its year it need not be known."""
    if is_place(set_right(town)):
        return bool(day_of(day)) or next(find_dates(day), None) is not None
    found = next(find_dates(day), None)
    is_full = found is not None and len(found.iso) == len("2022-02-28")
    return is_full and " " not in town and not (agency(town) or publication(town))


_RUSSIAN = re.compile(
    r"(?P<place>[А-ЯЁІЇЄҐ][\w-]+(?:[ -][А-ЯЁІЇЄҐ][\w-]*){0,2})[,.]?"
    r"(?: (?P<day>\d{1,2} [а-яіїєґ]{3,9})\.?(?: (?P<year>\d{4})(?: ?г\.?)?)?)?[,.]?\s*"
    r"(?:/\s*(?:[Кк]орр\.? )?(?P<slashed>[А-ЯЁІЇЄҐA-Z][^/\n]{1,30})/[.,]?\s"
    r"|[–—-]{1,2}\s*(?P<agency>[А-ЯЁІЇЄҐA-Z][^.,:;–—\n]{2,30}?)[.,]\s(?=[А-ЯЁІЇЄҐ«\"“])"
    r"|(?P<capitals>[А-ЯЁІЇЄҐ-]{4,30}|[A-Z]{4,15}(?:\.RU)?)\s?[–—-]\s)"
)


def _russian(head: str) -> Dateline | None:
    """``МОСКВА, 8 июн — РИА Новости.``, ``КИЕВ, 8 июня. /ТАСС/.``, ``Москва. 8 июня. ИНТЕРФАКС -``.

    The agency is a known one, or stands between strokes behind a day.
    """
    match = _RUSSIAN.match(head)
    if match is None:
        return None
    signed = (match["slashed"] or match["agency"] or match["capitals"]).strip()
    source = publication(signed) or publication(signed.partition("/")[0])
    day = match["day"] or ""
    if not (source or (day and match["slashed"])) or not (day or match["place"].isupper()):
        return None
    found = next(find_dates(f"{day} {match['year']}"), None) if match["year"] else None
    iso = found.iso if found is not None else ""
    place = calm_place(match["place"])
    return Dateline(place, source or signed, iso, "" if iso else day_of(day), match.end())


def _chinese(head: str) -> Dateline | None:
    """``新华社北京8月19日电``: agency, place, day."""
    match = _CHINESE.match(head)
    if match is None:
        return None
    named, month, day = match["agency"] or "", match["month"], match["day"].zfill(2)
    source = "" if named in _THIS_PAPER else named
    iso = f"{match['year']}-{month.zfill(2)}-{day}" if match["year"] and month else ""
    short = f"{month.zfill(2)}-{day}" if month and not iso else ""
    return Dateline(match["place"], publication(source) or source, iso, short, match.end())


def _first_of_several(signed: str) -> str:
    """The first of some agencies that sign together, as the Swiss do: ``(ats afp)``."""
    names = [agency(word) or publication(word) for word in signed.split()]
    if len(names) > 1 and all(names):
        return names[0]
    # One of its desks: "CNN Business".
    desk = len(names) == 2 and names[0] and signed.split()[0].isupper() and signed[:1].isupper()
    return signed if desk else ""


def _certain(place: str, whole: str) -> bool:
    """Capitals before a dash are a place where they are words, not an acronym or a label."""
    town = place.split(",")[0]
    worded = any(len(word) > 3 for word in re.split(r"[ -]", town))
    return worded and ":" not in whole and NO_PLACE.match(town) is None


_SHORT = re.compile(r"[A-Z]{2}|USA|UAE|NSW")
_SHORT_ENDS = re.compile(r"^(.* )(SAR|USA?|UK|UAE)$")


# The articles of a wire are filed from few places.
@lru_cache(maxsize=1024)
def calm_place(place: str) -> str:
    """A place without its capitals, but with those of states: ``TULSA, OK`` → ``Tulsa, OK``."""
    town, *regions = place.split(", ")
    short = 0 if town.isupper() else 3
    named = [
        r
        if _SHORT.fullmatch(r) or len(r) <= short
        else " and ".join(map(set_right, r.split(" and ")))
        for r in regions
    ]
    ends = _SHORT_ENDS.match(town)
    calm = "/".join(map(set_right, town.split("/")))
    town = f"{set_right(ends[1])} {ends[2]}" if ends is not None else calm
    # Python makes two characters of the small letter for the Turkish İ.
    return ", ".join([town, *named]).replace("i\u0307", "i")


def dateline_claim(line: str) -> Dateline | None:
    """A dateline kept apart from the text, as exports do: ``SALVADOR, Feb 26 -``."""
    return read_dateline(line.strip() + ("" if re.search(r"[-–—:]\s*$", line) else " - "))


def opens_story(line: str) -> bool:
    """Whether a line opens a story with its dateline."""
    dateline = read_dateline(line)
    if dateline is None or len(line) - dateline.end <= _FEWEST_SIGNS:
        return False
    # "Updated Oct 24, 2024, 4:27 pm EDT / Original Oct 23, 2024"
    is_of_dates = not dateline.place and not dateline.source and len(line) <= _LINE_OF_DATES
    return not (is_of_dates and next(find_dates(line[dateline.end :]), None))


_FEWEST_SIGNS, _LINE_OF_DATES = 12, 100
"""Characters of a story behind its dateline, and of a line that has dates alone."""
