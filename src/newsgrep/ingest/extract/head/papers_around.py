"""The paper that stands around an article whose head names none: a masthead, a notice.

``The Harbour Times`` above a menu, ``Copyright THE COURIER.``, ``More from the Courier``, ``Why you
can trust Harbour News``. Only known names count, and only where no other stands there. Credits of
pictures do not: papers print those of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.head_words import SECTION
from newsgrep.ingest.extract.head.publications import publication, publication_of
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.shared_names import is_shared

_LAST = 9
"""Lines with words at the end that may name the paper."""
_FIRST, _CAPTION = 4, 180
"""Lines at the beginning of the text that may be captions, and their characters."""
_LONGEST = 160
_LONGEST_MASTHEAD = 60
_SURE, _TOLD = 0.78, 0.55
"""How much a masthead alone on its line is believed, and a notice."""
_WORD = r"[A-ZÀ-Ý][\w&’'.-]*"
_NAME = rf"(?P<paper>(?:[Tt]he )?{_WORD}(?: (?:(?:of|the|and|&|de|la|di|del) )*{_WORD}){{0,4}})"
_NOTICES = re.compile(
    r"(?:^\W*|^[^.]{0,40}[|·–—-]\s)(?i:why you can trust|more (?:from|on|by)"
    r"|copyright(?:\s?(?:©|\(c\)))?(?: \d{4})?"
    r"|©(?: \d{4})?|\(c\) \d{4}"
    r"|read the (?:original|full) (?:article|story|post|report) (?:on|at|in)"
    r"|(?:originally |first )?(?:published|appeared|posted) (?:in|on|by|at)"
    r"|(?:staff |senior |contributing |political |chief |national |science |tech |general )*"
    r"(?:contributor|reporter|writer|editor|columnist|correspondent|journalist|producer|fellow)"
    r"(?: (?:to|at|for|with|of|on)|,)|(?:subscribe|sign up) (?:to|for)(?: (?:the|our))?(?: free)?"
    r"|newsletters? (?:from|of|by)|download the|share with|support"
    r"|mehr (?:von|aus)|quelle|zur startseite (?:von|der)|más de|plus de|meer van|abonnez-vous à"
    r"|weitere artikel (?:von|der|aus)|lees meer (?:in|van)|leggi (?:anche )?su)[\s:]+"
    rf"{_NAME}"
)
"""What stands before a paper's name in its furniture."""
_BEHIND = re.compile(
    rf"^\W*{_NAME}\s(?i:homepage|home page|logo|newsletters?|app|podcasts?|recommends|picks"
    r"|premium|plus|subscribers?|on twitter|on facebook)\b"
)
_LINE = re.compile(r"line (\d+)")
_MANY_LINKS = 3
_REFERENCE = re.compile(r"https?://[^\s<>\"')\]]{4,300}")
_LABELLED = re.compile(r"^\W*(?:\[\d{1,3}\]\s?)?")


def paper_around(lines: Sequence[str], above: int, end: int) -> list[Claim]:
    """The source that the furniture of an article tells; empty where it tells none, or several.

    ``above`` is the line of the headline, ``end`` where the text begins.
    """
    mastheads = dict(_mastheads(lines, above))
    if len(mastheads) == 1:
        ((name, at),) = mastheads.items()
        return [Claim("source", name, f"masthead, line {at + 1}", _SURE)]
    told = dict(_noticed(lines, _places(lines, above, end)))
    if len(told) == 1:
        ((name, at),) = told.items()
        return [Claim("source", name, f"named beside the article, line {at + 1}", _TOLD)]
    linked = [address for line in lines[end:] for address in _addresses(line)]
    sites = set(map(publication_of, linked)) - {""} if len(linked) >= _MANY_LINKS else set()
    if not told and len(sites) == 1:
        return [Claim("source", sites.pop(), "the site of the text's links", 0.45)]
    return []


def line_of(origin: str) -> int:
    """The number of the line, from 0, that a claim's origin names; 0 where it names none."""
    match = _LINE.search(origin)
    return int(match[1]) - 1 if match is not None else 0


def _addresses(line: str) -> list[str]:
    return _REFERENCE.findall(line) if "://" in line else []


def _mastheads(lines: Sequence[str], above: int) -> Iterator[tuple[str, int]]:
    """Known papers alone on a line above the headline, the first of each."""
    for at in range(above):
        text = _LABELLED.sub("", lines[at]).strip()
        if not text or len(text) > _LONGEST_MASTHEAD or SECTION.fullmatch(text) is not None:
            continue
        if (name := _paper(text)) or (
            (behind := _BEHIND.match(text)) is not None and (name := _paper(behind["paper"]))
        ):
            yield name, at


def _places(lines: Sequence[str], above: int, end: int) -> Iterator[int]:
    """The lines of furniture: those above and below the headline, and the last ones."""
    yield from range(min(above, len(lines)))
    yield from range(above + 1, end)
    first = [at for at in range(end, min(end + 2 * _FIRST, len(lines))) if lines[at].strip()]
    yield from (at for at in first[:_FIRST] if len(lines[at]) <= _CAPTION)
    last = islice((at for at in range(len(lines) - 1, end, -1) if lines[at].strip()), _LAST)
    # Within a paragraph with hard line ends there is none.
    yield from (at for at in last if not lines[at][:1].islower() and len(lines[at]) <= _LONGEST)


def _noticed(lines: Sequence[str], places: Iterable[int]) -> Iterator[tuple[str, int]]:
    for at in places:
        line = lines[at].strip()
        if not line or len(line) > _LONGEST or not _may_tell(line):
            continue
        for pattern in (_NOTICES, _BEHIND):
            match = pattern.search(line)
            name = _paper(match["paper"]) if match is not None else ""
            if name and SECTION.fullmatch(name) is None:
                yield name, at


def _may_tell(line: str) -> bool:
    """Whether a line has a word of notices: most have not."""
    return not _TELLING.isdisjoint(line.lower().replace(",", " ").split())


_TELLING = frozenset(
    """© copyright (c) trust read more published appeared posted contributor reporter writer editor
    columnist correspondent journalist producer fellow subscribe sign newsletter newsletters
    download share support homepage logo app podcast podcasts recommends picks premium plus
    subscribers twitter facebook mehr quelle quelle: zur más meer weitere lees leggi
    abonnez-vous""".split()
)
"""What each of them has: most lines have not."""


def _paper(text: str) -> str:
    """The known paper that a text begins with, of all its words or the first of them."""
    words = text.strip(" .,").removeprefix("the ").split()
    for count in range(len(words), 0, -1):
        part = " ".join(words[:count]).rstrip(".,'’s") if count < len(words) else " ".join(words)
        name = publication(part)
        if name and not agency(part) and not is_shared(part):
            return name
    return ""
