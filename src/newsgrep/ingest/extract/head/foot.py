"""The foot of a plain text: a signature, a source, a date in its last lines."""

from __future__ import annotations

import re
from itertools import islice

from newsgrep.ingest.extract.body.trailer import is_trailer
from newsgrep.ingest.extract.head.chinese import is_disclaimer
from newsgrep.ingest.extract.head.cited import citation_at
from newsgrep.ingest.extract.head.clauses import is_clause, is_prose, is_shouted_clause
from newsgrep.ingest.extract.head.evidence import Standing
from newsgrep.ingest.extract.head.filled_lines import filled_from_end, filled_lines
from newsgrep.ingest.extract.head.head_lines import LineReading, read_line
from newsgrep.ingest.extract.head.interface_words import is_of_interface
from newsgrep.ingest.extract.head.label_block import read_block_below
from newsgrep.ingest.extract.head.publications import publication, publication_of
from newsgrep.ingest.extract.head.signature import signature_below, stands_alone
from newsgrep.ingest.extract.head.stated import stated_below
from newsgrep.ingest.extract.head.unheard import (
    LONGEST,
    is_given_and_family,
    may_name_somebody,
)
from newsgrep.ingest.extract.head.vietnamese import signed_in_vietnamese
from newsgrep.ingest.extract.head.wrapped_text import WRAPPED
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import find_dates, is_possible

FOOT = 5
"""Lines with words at the end in which a footer is looked for."""
MAX_FOOT_LINE = 160
BELOW = Standing(foot=True)
_ALONE = Standing(near=True)
_CREDIT = re.compile(r"\b(?:reporting|editing|writing|compiled|translated|graphic\w*) by\b", re.I)
"""Who else worked on it: the last lines of wires."""


def is_credit(line: str) -> bool:
    """Whether a line only says who else worked on the article."""
    return _CREDIT.search(line) is not None and (";" in line or line.lstrip()[:1] in "([")


def read_foot(lines: list[str], end: int, known: set[str]) -> tuple[list[Claim], set[int]]:
    """What the last lines say of the article, and which of them say nothing else."""
    whole = _signed_letter(lines, end) if "authors" not in known else None
    whole = whole or _cited(lines, end, known)
    if whole is None and "authors" not in known:
        vietnamese = signed_in_vietnamese(lines, end)
        whole = None if vietnamese is None else (vietnamese[0], {vietnamese[1]})
    if whole is not None:
        return whole
    found, told = _last_lines(lines, end, known)
    if "date" not in known and not any(claim.field == "date" for claim in found):
        found += _day_in_a_form(lines, end)
    if "authors" not in known and not any(claim.field == "authors" for claim in found):
        signed = signature_below(lines, end)
        if signed is not None:
            return [signed[0], *found], told | {signed[1]}
    return found, told


def _day_in_a_form(lines: list[str], end: int) -> list[Claim]:
    """The day that the last lines tell in a form of their own; it stays in the text."""
    opening = [at for at in filled_lines(lines, _HEAD) if _FILED.match(lines[at].strip())]
    for at in (*opening, *islice(filled_from_end(lines, end), FOOT)):
        line = lines[at].strip()
        where = f"at the foot, line {at + 1}" if at not in opening else f"line {at + 1}"
        # Most lines have none of these signs, and are not searched.
        printed = _IN_PRINT.search(line) if " in print on " in line else None
        if printed is not None and (day := next(find_dates(printed[1]), None)) is not None:
            return [date_claim(day, where, 0.5)]
        filed = _FILED.search(line) if "AP-" in line else None
        if filed is not None:
            century = "19" if filed[3] > "50" else "20"
            return [Claim("date", f"{century}{filed[3]}-{filed[1]}-{filed[2]}", where, 0.8)]
        republic = _OF_REPUBLIC.search(line) if line[-1:].isdigit() else None
        if republic is not None and is_possible(
            iso := f"{1911 + int(republic[1])}-{republic[2]}-{republic[3]}"
        ):
            return [Claim("date", iso, where, 0.7)]
        if at not in opening and _STAMP.fullmatch(line) is not None:
            day = next(find_dates(line), None)
            if day is not None and day.start == 0:
                return [date_claim(day, where, 0.6)]
    return []


_IN_PRINT = re.compile(r"\bappear(?:s|ed) in print on ([A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})")
_HEAD = 4
"""Lines at the beginning of a message that may tell when it was sent."""
_FILED = re.compile(r"\bAP-[A-Z]{2}-(0[1-9]|1[0-2])-([0-2]\d|3[01])-(\d\d) \d{4}[A-Z]{2,4}\b")
"""``AP-NY-03-14-98 1822EST``: when a message was sent."""
_STAMP = re.compile(
    r"(?=[^,.]*(?:19|20)\d\d)[^\W_][\w ,./-]{5,24}[ T]\d{1,2}:\d\d(?::\d\d)?"
    r"(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,5})?"
)
"""``28 May 2011 18:17:24``: a day with its hour, alone on its line."""
_OF_REPUBLIC = re.compile(r"[）)]\s?(\d{3})(0[1-9]|1[0-2])([0-2]\d|3[01])$")
"""``（編輯：王小明）1040820``: the year of the Republic of China."""


def _last_lines(lines: list[str], end: int, known: set[str]) -> tuple[list[Claim], set[int]]:
    """What labels and other lines of a foot say, from the last one up to the text."""
    found: list[Claim] = []
    told: set[int] = set()
    for at, reading in read_block_below(lines, end).items():
        found += _at_foot(reading, known)
        if not reading.unknown:
            told.add(at)
    if told:
        return found, told
    of_page = 0
    for passed, at in enumerate(islice(filled_from_end(lines, end), 2 * FOOT), 1):
        line = lines[at].strip()
        if line.isdigit() or is_of_interface(line):
            of_page += 1
            continue
        seen = passed - of_page
        if seen > FOOT:
            break
        if len(line) > MAX_FOOT_LINE:
            break
        if _says_nothing(line, at + 1):
            continue
        sure = _told_at_once(lines, at, known, seen == 1)
        if sure is not None:
            found = _at_foot(sure, known) + found
            told.add(at)
            continue
        if is_prose(line) or is_shouted_clause(line) or _CREDIT.search(line) is not None:
            break
        if is_clause(line) and line[0] not in "(—–-[":
            break
        if _ends_paragraph(lines, at):
            break
        reading = read_line(line, at + 1, BELOW)
        signature = seen == 1 and "authors" not in known and _is_signature(lines, at, reading)
        if not reading.is_head or reading.unknown or not (signature or _signs(reading, line)):
            break
        said = _at_foot(reading, known)
        found = said + found
        if said:
            told.add(at)
    return found, told


def _cited(lines: list[str], end: int, known: set[str]) -> tuple[list[Claim], set[int]] | None:
    """What the last line says as the citation of the article above it."""
    last = next(filled_from_end(lines, end), 0)
    reading = citation_at(lines, last) if last else None
    if reading is None and last and len(lines[last]) > MAX_FOOT_LINE:
        reading = stated_below(lines[last].strip(), last + 1)
    return (_at_foot(reading, known), {last}) if reading is not None else None


def _says_nothing(line: str, number: int) -> bool:
    """Whether a line is what pages and portals leave below any article."""
    return is_disclaimer(line) or (is_trailer(line) and stated_below(line, number) is None)


def _told_at_once(lines: list[str], at: int, known: set[str], last: bool) -> LineReading | None:
    """A line at the foot that is of the foot whatever it looks like: in a set form, a paper."""
    stated = stated_below(lines[at].strip(), at + 1)
    address = _ADDRESS.fullmatch(lines[at]) if last and not known & {"source", "url"} else None
    if (
        address is not None
        and publication_of(address[1])
        and not any("://" in line for line in lines[:at])
    ):
        claim = Claim("url", address[1], f"last line, line {at + 1}", 0.6)
        return LineReading((claim,), 3.0, "", False)
    if stated is None and last and "source" not in known and _is_paper_alone(lines, at):
        name = lines[at].strip(_AROUND)
        claim = Claim("source", name, f"last line, line {at + 1}", 0.7)
        return LineReading((claim,), 3.0, "", False)
    return stated


def _at_foot(reading: LineReading, known: set[str]) -> list[Claim]:
    """What a line at the foot says that the head does not, and less surely."""
    return [
        c._replace(confidence=round(c.confidence * 0.85, 2))
        for c in reading.claims
        if c.field not in known
    ]


def _ends_paragraph(lines: list[str], at: int) -> bool:
    """Whether a line is the end of a wrapped paragraph: ``… due`` and below it ``May 3, 2017.``"""
    above = lines[at - 1].rstrip()
    return len(above) >= WRAPPED and (lines[at].lstrip()[0].islower() or above[-1] not in _OVER)


_OVER = frozenset('.!?:…"”’»)]*_-–—')
"""What a paragraph above a signature ends in."""


_TO_THE_EDITOR = re.compile(
    r"\W*(?:(?:letters? )?to the editor|dear (?:editor|sirs?|madam)|sir\s?[,:–—-]|leserbrief"
    r"|sehr geehrte (?:redaktion|damen)|señor director|sr\. director|carta (?:al|a la) director"
    r"|monsieur le (?:directeur|rédacteur)|senhor (?:diretor|editor)|(?:caro|gentile) direttore)\b",
    re.IGNORECASE,
)
"""What a letter to a paper begins with."""
_SALUTED = 4
"""Lines with words above which such words stand."""
_LONGEST_PLACE = 40


def _signed_letter(lines: list[str], end: int) -> tuple[list[Claim], set[int]] | None:
    """The writer of a letter to the editor: a name below it, and a place below that."""
    last = list(filled_from_end(lines, max(end, len(lines) - 8)))
    if len(last) < 2 or len(lines[last[0]].strip()) > LONGEST:
        return None
    if not any(
        _TO_THE_EDITOR.match(line) for line in lines[max(0, end - _SALUTED) : end + 2 * _SALUTED]
    ):
        return None
    at, before = last[0], last[1]
    place = lines[at].strip()
    told = {at}
    if (
        before == at - 1
        and len(place) <= _LONGEST_PLACE
        and may_name_somebody(lines[before].strip())
    ):
        told, at = {at, before}, before
    name = lines[at].strip()
    if not may_name_somebody(name) or (at and lines[at - 1].strip()):
        return None
    return [Claim("authors", name, f"signature of the letter, line {at + 1}", 0.75)], told


def _is_signature(lines: list[str], at: int, reading: LineReading) -> bool:
    """Whether the last line is a name alone, which the text does not have: ``Jane Doe``."""
    line = lines[at].strip()
    return (
        reading.fields == {"authors"}
        and is_given_and_family(line)
        and stands_alone(line, lines, at)
    )


_ADDRESS = re.compile(r"\s*<?(https?://[^\s<>]{4,400})>?\s*")
"""The page that an article was taken from, below it; where others are named it may be theirs."""
_AROUND = " -–—()[]*_."
"""What stands around a paper's name below an article."""
_LONGEST_PAPER = 40


def _is_paper_alone(lines: list[str], at: int) -> bool:
    """Whether the last line is a known paper's name, which the text above does not have."""
    name = lines[at].strip(_AROUND)
    if not name or len(name) > _LONGEST_PAPER or lines[at - 1].strip() or not name[0].isupper():
        return False
    if not publication(name):
        return False
    word = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
    return not any(word.search(line) for line in lines[:at])


def _signs(reading: LineReading, line: str) -> bool:
    """Whether a line at the foot is a signature and no sentence."""
    fields = reading.fields
    if len(fields & {"authors", "source", "date"}) > 1:
        named = (publication(c.value) for c in reading.claims if c.field == "source")
        return reading.anchored or line[0] in "(—–-[" or any(named)
    return bool(fields) and (reading.anchored or line[0] in "(—–-[") and len(line) <= 80


def date_line(line: str, origin: str) -> list[Claim] | None:
    """The claims of a line that is a date and whatever else heads have, and nothing besides."""
    reading = read_line(line, 1, _ALONE)
    if "date" not in reading.fields or not reading.is_head or reading.unknown:
        return None
    return [c._replace(origin=re.sub(r"line 1\b", origin, c.origin)) for c in reading.claims]
