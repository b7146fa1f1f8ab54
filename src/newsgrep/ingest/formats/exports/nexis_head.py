"""What stands above the labels of a Nexis article: source, date, edition, notices, headline.

LexisNexis centres the source, the date, editions and notices, and aligns the headline left, above
or below the date. Nexis Uni aligns all of it left: headline, source, date. Either may leave the
headline out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsgrep.text.dates import FoundDate, find_dates
from newsgrep.text.fold import fold
from newsgrep.text.lazy_regex import regex
from newsgrep.text.months import MONTHS, WEEKDAYS
from newsgrep.text.shared_names import is_one_of_several

_NOTICE = regex(
    r"copyright\b|©|\ball rights?\b|\brights reserved|republished|without the express"
    r"|^permission of|sole responsibility|accuracy of transcription|alle rechten?|tous droits"
    r"|todos los derechos|^reserved\.?$|^correction appended|^korrektur|^show:"
    r"|^(?:provided|distributed) by\b|^this content is provided\b"
    r"|^\d[\d.,]* \w{4,8}$", re.I,
)  # fmt: skip
_COPYRIGHT = regex(r"^(?:copyright\b|©)", re.I)
_RIGHTS = regex(r"\ball rights? reserved\b|alle rechten|tous droits|todos los derechos", re.I)
_NOTICE_LINES = 4
"""Lines of a copyright notice that ends in its reservation of rights."""
_CORRECTED = regex(r"\s+-+\s+Correction Appended\s*$", re.I)
_OWNER = regex(
    r"^(?:copyright|©)\s*(?:©|\(c\))?\s*(?:\d{4}\s*)?(?:by )?([^.\n]{3,80}?)"
    r"(?:[.,]?\s+all rights?\b.*|\s*)$", re.I,
)  # fmt: skip
_EDITION = regex(
    r"\b(?:editions?|edici[oó]n|ausgabe|[eé]dition|editie|edizione|edi[cç][aã]o|distribution"
    r"|every zone|final|first|late|city|national|early|[1-5](?:st|nd|rd|th)?)\b", re.I,
)  # fmt: skip
_IS_EDITION = regex(
    r"\b(?:editions?|edici[oó]n|ausgabe|[eé]dition|editie|edizione|edi[cç][aã]o)\b|^distribution:"
    r"|^(?:final|late|early|first|city)$", re.I,
)  # fmt: skip
_TIME = regex(r"^\d{1,2}:\d\d\b.{0,30}$")
_MONTH_ONLY = regex(r"([^\W\d_]+),? (\d{4})$")
_OF_A_DAY = regex(rf"\d[\s,]+(?:{'|'.join(sorted(WEEKDAYS))})\b", re.I)
_WEEKDAY_LENGTH = 16
_SEASONS = frozenset("spring summer autumn fall winter".split())
_URL = regex(r"https?://\S+")
_HEADLINE = regex(r"(?:(?:[^\W_a-zß-ÿ][^\s;.]*[a-z][^\s;.]*|\S{1,4}|-+)(?:\s+|$))+")
"""Words with capitals, as headlines of American papers have them."""
_KICKER = 4
"""Words of a kicker in capitals above a headline."""
_LONGEST_SOURCE = 80
"""Characters of a line that may name a source."""
_CENTRED = 3
"""Spaces before a line from which on it is taken for centred."""


@dataclass(frozen=True, slots=True)
class NexisHead:
    """What the head of an article says; ``rest`` are blocks of it that are text already."""

    title: str = ""
    deck: str = ""
    source: str = ""
    owner: str = ""
    date: FoundDate | None = None
    month: str = ""
    """The date of a journal, where it has no day: ``2009-01``."""
    author: str = ""
    url: str = ""
    rest: tuple[str, ...] = ()


def read_nexis_head(blocks: Sequence[list[str]]) -> NexisHead:
    """The head of an article, given as its blocks of lines above the first label."""
    aligned = any(_indent(line) >= 8 for block in blocks for line in block)
    return _aligned(blocks) if aligned else _unaligned(blocks)


def split_title(lines: Sequence[str]) -> tuple[str, str]:
    """Headline and deck: a semicolon at the end of a line parts them."""
    for at, line in enumerate(lines[:-1]):
        if line.rstrip().endswith(";"):
            above = _line(lines[: at + 1]).rstrip("; ")
            below = _CORRECTED.sub("", _line(lines[at + 1 :]))
            if above.isupper() and len(above.split()) <= _KICKER and _HEADLINE.fullmatch(below):
                return below, ""  # a kicker
            return _CORRECTED.sub("", above), below
    return _CORRECTED.sub("", _line(lines).rstrip("; ")), ""


def _line(lines: Sequence[str]) -> str:
    return " ".join(" ".join(lines).split())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _bare(line: str) -> str:
    return line.strip().strip("*").strip()


def _aligned(blocks: Sequence[list[str]]) -> NexisHead:
    centred: list[str] = []
    left: list[list[str]] = []
    for block in blocks:
        if any(_indent(line) >= _CENTRED for line in block):
            lines = [bare for line in block if (bare := _bare(line))]
            centred += lines
        else:
            left.append([bare for line in block if (bare := _bare(line))])
    left = [block for block in left if not all(map(_NOTICE.search, block))]
    date, month, used = _date_in(centred)
    named = [
        line
        for block in _without_notices([centred])
        for line in block
        if line not in used and not _is_date_like(line)
    ]
    title, deck = split_title(left[0]) if left else ("", "")
    author, rest = _author_of(left[1:])
    return NexisHead(
        title, deck, _publication(named[0]) if named else "", _owner(centred), date, month, author,
        "", tuple(rest),
    )  # fmt: skip


def _unaligned(blocks: Sequence[list[str]]) -> NexisHead:
    url = ""
    pieces: list[list[str]] = []
    for block in blocks:
        lines = [bare for line in block if (bare := _bare(line))]
        if lines and _URL.match(lines[0]):
            url = url or "".join(lines)
        elif lines:
            pieces.append(lines)
    flat = [line for lines in pieces[:12] for line in lines]
    owner = _owner(flat)
    if pieces and _COPYRIGHT.match(pieces[0][0]):
        return _below_notice(_without_notices(pieces), owner, url)
    date, month, used = _date_in(flat)
    at = next((n for n, lines in enumerate(pieces) if set(lines) & used), None)
    if at is None:
        return _undated(pieces, owner, url)
    inside = pieces[at]
    first = next(n for n, line in enumerate(inside) if line in used)
    above = [
        lines for lines in [*pieces[:at], inside[:first]] if lines and not _NOTICE.search(lines[0])
    ]
    behind = [line for line in inside[first:] if line not in used]
    below = [lines for lines in [behind, *pieces[at + 1 :]] if lines and not _is_passed_over(lines)]
    if len(above) == 1 and len(above[0]) > 1 and len(above[0]) < 6:
        above = [above[0][:-1], above[0][-1:]]
    if len(above) >= 2:
        title, deck = split_title([line for lines in above[:-1] for line in lines])
        rest = [_line(lines) for lines in below if len(_line(lines)) > 60]
        return NexisHead(
            title, deck, _publication(above[-1][0]), owner, date, month, "", url, tuple(rest)
        )
    title, deck = split_title(below[0]) if below else ("", "")
    author, rest = _author_of(below[1:])
    source = _publication(above[0][0]) if above else ""
    return NexisHead(title, deck, source, owner, date, month, author, url, tuple(rest))


def _below_notice(pieces: Sequence[list[str]], owner: str, url: str) -> NexisHead:
    """A head that a copyright notice opens, as LexisNexis has it: source, date, headline."""
    flat = [line for lines in pieces[:12] for line in lines]
    date, month, used = _date_in(flat)
    at = next((n for n, line in enumerate(flat) if line in used), min(1, len(flat)))
    source = _publication(flat[0]) if at else ""
    passed = {*flat[:at], *used}
    below = [
        lines
        for piece in pieces
        if (lines := [line for line in piece if line not in passed]) and not _is_passed_over(lines)
    ]
    title, deck = split_title(below[0]) if below else ("", "")
    author, rest = _author_of(below[1:])
    return NexisHead(title, deck, source, owner, date, month, author, url, tuple(rest))


def _undated(pieces: Sequence[list[str]], owner: str, url: str) -> NexisHead:
    """A head without a date: what stands last above the notices is the source."""
    noticed = next((n for n, lines in enumerate(pieces) if _NOTICE.search(lines[0])), None)
    above = [line for lines in pieces[:noticed] for line in lines]
    if noticed is not None and len(above) > 1 and len(above[-1]) <= _LONGEST_SOURCE:
        title, deck = split_title(above[:-1])
        rest = [_line(lines) for lines in pieces[noticed:] if not _NOTICE.search(lines[0])]
        return NexisHead(title, deck, _publication(above[-1]), owner, url=url, rest=tuple(rest))
    title, deck = (
        split_title(pieces[0]) if pieces and not _NOTICE.search(pieces[0][0]) else ("", "")
    )
    rest = [" ".join(lines) for lines in pieces[1:] if not _NOTICE.search(lines[0])]
    return NexisHead(title, deck, "", owner, url=url, rest=tuple(rest))


def _without_notices(pieces: Sequence[list[str]]) -> list[list[str]]:
    """The lines that are no notices. A copyright notice goes on to its reservation of rights."""
    kept: list[list[str]] = []
    for lines in pieces:
        left: list[str] = []
        at = 0
        while at < len(lines):
            noticed = _notice_at(lines, at)
            if noticed:
                at += noticed
            else:
                left.append(lines[at])
                at += 1
        if left:
            kept.append(left)
    return kept


def _notice_at(lines: Sequence[str], at: int) -> int:
    """How many lines of a notice stand at ``at``."""
    if _COPYRIGHT.match(lines[at]):
        for end in range(at, min(at + _NOTICE_LINES, len(lines))):
            if _RIGHTS.search(lines[end]):
                return end + 1 - at
    return 1 if _NOTICE.search(lines[at]) else 0


def _is_passed_over(lines: Sequence[str]) -> bool:
    return all(
        _NOTICE.search(line) or _IS_EDITION.search(line) or _TIME.match(line) or _is_date_like(line)
        for line in lines
    )


def _author_of(blocks: Sequence[list[str]]) -> tuple[str, list[str]]:
    """A name that stands alone below the headline, and the blocks that are text."""
    rest = ["\n".join(block) for block in blocks if not _is_passed_over(block)]
    if rest and re.fullmatch(r"[A-ZÀ-Ý][\w.’'-]+(?: [A-ZÀ-Ý][\w.’'-]*){1,3}", rest[0]):
        return ("", rest) if rest[0].isupper() else (rest[0], rest[1:])
    return "", rest


def _publication(line: str) -> str:
    """The source that a line names: without its edition, and without its place in brackets.

    The place stays where many papers share the name.
    """
    name = re.sub(r"\s+-\s+[\w ]*Edition\b.*$", "", line, flags=re.I).strip()
    return name if is_one_of_several(name) else name.split("(")[0].strip().rstrip(".,")


def _owner(lines: Sequence[str]) -> str:
    match = next(filter(None, map(_OWNER.match, lines)), None)
    return match[1].strip(" ,") if match is not None else ""


def _date_of(line: str) -> FoundDate | None:
    """The date of a line that is a date and little else: a weekday, a time, an edition."""
    found = next(find_dates(line[:90]), None)
    if found is None:
        return None
    weekday = _OF_A_DAY.search(line, found.start, found.end + _WEEKDAY_LENGTH)
    if weekday is not None and not line[: found.start].strip():
        return found  # a date and its weekday: what follows is the edition's name, or a fault
    if len(line) >= 90:
        return None
    rest = _EDITION.sub(" ", line[: found.start] + " " + line[found.end :])
    words = [word for word in re.findall(r"[^\W\d_]+", fold(rest)) if word not in WEEKDAYS]
    return found if len(words) <= 3 else None


def _date_in(lines: Sequence[str]) -> tuple[FoundDate | None, str, set[str]]:
    """The date, or the month, among lines, and the lines that it takes up."""
    best: tuple[int, int] | None = None
    for at, line in enumerate(lines):
        found = _date_of(line)
        if found is not None and not _NOTICE.search(line):
            over = len(line) - (found.end - found.start)
            if best is None or over < best[0] - 20:
                best = (over, at)
    if best is not None:
        at = best[1]
        line = lines[at]
        used = {line}
        if at + 1 < len(lines) and _TIME.match(lines[at + 1]):
            used.add(lines[at + 1])
            line = f"{line} {lines[at + 1]}"
        return next(find_dates(line), None), "", used
    for line in lines:
        match = _MONTH_ONLY.fullmatch(line)
        word = fold(match[1]) if match else ""
        if match is not None and (word in MONTHS or word in _SEASONS):
            month = f"{match[2]}-{MONTHS[word]:02d}" if word in MONTHS else match[2]
            return None, month, {line}
    return None, "", set()


def _is_date_like(line: str) -> bool:
    return (
        _date_of(line) is not None or fold(line).strip(" ,") in WEEKDAYS or bool(_TIME.match(line))
    )
