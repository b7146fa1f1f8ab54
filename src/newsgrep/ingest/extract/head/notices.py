"""What stands above a head and is none of it: notices of who passed it on, banners of boards.

``The following article is reprinted by permission from the Los Angeles Times of June 8, 1992.``;
``The Birch Bark BBS / 414-242-5070``; ``FILE NAME: FERRY.TXT``; ``Please use the sharing tools …``.
Such lines are put below the text: nothing of them is lost, and what they say of where it is from is
read there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsgrep.ingest.extract.head.clauses import is_prose
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex
from newsgrep.text.month_dates import month_at_end

_NOTICE = regex(
    r"[\s*\"“(\[-]*(?:the following|this|the text below|what follows)(?: is| was)?(?: an?| the)?"
    r"(?: \w+){0,2} (?:article|column|story|piece|report|editorial|essay|text|commentary)s?\b"
    r"(?: \w+){0,2} (?:is|was|are|appeared|ran|which|that|taken|from|in|comes|came|by)\b",
    re.IGNORECASE,
)
_NOTE = regex(r"\s*\[[^\]]{10,600}\]\s*")
_BOARD = regex(r"\bBBS\b|\b[Bb]ulletin [Bb]oard\b")
_PHONE = regex(r"\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b")
_FILE = regex(
    r"\s*(?:[\w ]{1,30} )?file ?name\s*:\s*\S{1,20}\.\w{2,4}\s*|Message: \d{1,3}\s*", re.IGNORECASE
)
"""The name of a file; the number of a message in a digest (RFC 1153)."""
_RULE = regex(r"\s*([-=_*~#])\1{2,}\s*")
_FIRST, _LONGEST, _MOST_LINES = 6, 100, 12
"""Lines among which a banner stands; characters of a headline below it; lines of a notice."""


def with_notices_below(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, with such ones put below the text; the same lines where there are none."""
    banner = _banner(lines, filled) or _copied(lines, filled)
    notice = [] if banner else _notice(lines, filled)
    moved = banner or [at for paragraph in notice for at in paragraph]
    if not moved or moved[-1] >= filled[-1]:
        return lines
    kept = ["" if at in moved else line for at, line in enumerate(lines)]
    if notice:
        kept[notice[0][0]] = _label(_joined(lines, notice[0])[:_SENTENCE])
    return [*kept, "", *(lines[at] for at in moved)]


def _copied(lines: list[str], filled: Sequence[int]) -> list[int]:
    """The first lines, where they are what a paper puts above what is copied from its pages."""
    return list(takewhile(lambda at: _COPYING.search(lines[at]) is not None, filled))


_COPYING = regex(
    r"sharing tools found via the share|is a breach of .{2,60}(?:T&Cs|terms|policy)"
    r"|buy additional rights|using the gift article service|partager un article en cliquant"
    r"|reproduction (?:totale|partielle)\b.{0,160}\binterdite|consultez nos conditions générales de"
    r"|demande d.autorisation, contactez|fonctionnalité « offrir un article"
    r"|reproducción total o parcial\b.{0,90}\bprohibida|(?:vervielfältigung|weitergabe)\b.{0,90}"
    r"\b(?:nicht gestattet|untersagt)|link para compartilhar"
    r"|conteúdo produzido pel[oa] .{2,30} está protegido"
    r"|ferramentas oferecidas na página|riproduzione riservata\b.{20}",
    re.IGNORECASE,
)


def _label(notice: str) -> str:
    """The paper and the day that a notice tells, as a line of a head has them; or nothing."""
    dated = next(find_dates(notice), None)
    day = notice[dated.start : dated.end] if dated is not None else ""
    day = day or next(_months(notice), "")
    issue = _ISSUE.search(notice)
    found = _NAME.findall(notice)
    names = [each for name in found for each in (name, name.partition(" of ")[0])]
    paper = issue["paper"].strip() if issue is not None else next(filter(publication, names), "")
    return f"Source: {paper} | {day}".rstrip(" |") if paper else ""


_SENTENCE = 200
"""Characters of a notice in which it says where the article is from."""
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_ISSUE = regex(r"(?:issue|edition) of (?:the )?[\\_*\"“]{0,2}(?P<paper>[A-Z][^,.;:\\_*\"”]{2,40})")
_NAME = regex(r"[A-Z][\w.’'&-]+(?: (?:of (?:the )?)?[A-Z][\w’'&-]+)*")


def _months(notice: str) -> Iterator[str]:
    """The months with their years in a notice, as they are written."""
    for year in _YEAR.finditer(notice):
        month = month_at_end(notice[: year.end()])
        if month is not None:
            yield notice[month.start : month.end]


def _banner(lines: list[str], filled: Sequence[int]) -> list[int]:
    """The lines of a board's banner, of the name of a file, and the rules around them."""
    found: list[int] = []
    for place, at in enumerate(filled[:_FIRST]):
        line = lines[at]
        following = lines[filled[place + 1]] if place + 1 < len(filled) else ""
        numbered = _PHONE.search(line) is not None
        board = _BOARD.search(line) is not None and (numbered or _PHONE.search(following))
        of_one = _RULE.fullmatch(line) is not None or (numbered and len(line) <= _LONGEST)
        if board or _FILE.fullmatch(line) is not None or (found and of_one):
            found.append(at)
        elif found or _RULE.fullmatch(line) is None:
            break
    return found


def _notice(lines: list[str], filled: Sequence[int]) -> list[list[int]]:
    """The paragraph of a notice that opens a text, and those of notes in brackets below it."""
    if not filled or _NOTICE.match(" ".join(lines[filled[0] : filled[0] + 2])) is None:
        return []
    found = [_paragraph(lines, filled[0])]
    while (following := _next(lines, found[-1][-1])) is not None:
        note = _paragraph(lines, following)
        if _NOTE.fullmatch(_joined(lines, note)) is None:
            break
        found.append(note)
    if sum(map(len, found)) > _MOST_LINES or following is None:
        return []
    headline = lines[following].strip()
    return [] if is_prose(headline) or len(headline) > _LONGEST else found


def _paragraph(lines: list[str], start: int) -> list[int]:
    """The lines from ``start`` to the next empty one."""
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    return list(range(start, end))


def _joined(lines: list[str], paragraph: list[int]) -> str:
    return " ".join(lines[at].strip() for at in paragraph)


def _next(lines: list[str], at: int) -> int | None:
    """The next line with words behind ``at``; None where there is none."""
    return next((n for n in range(at + 1, len(lines)) if lines[n].strip()), None)
