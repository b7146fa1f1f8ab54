"""The text of a saved page that begins with its menu, and has no title above it.

Browsers' "save as text" and what is selected as a whole and pasted begin so: twenty lines and
more of a word or two, the day at the top of the page, offers; then the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from newsgrep.ingest.extract.head.filled_lines import filled_lines
from newsgrep.ingest.extract.head.head_words import BY, is_furniture
from newsgrep.ingest.extract.head.interface_words import is_of_interface
from newsgrep.ingest.extract.head.page_lines import is_stamp
from newsgrep.ingest.extract.head.wrapped_text import is_wrapped_text
from newsgrep.text.dates import find_dates

_FIRST = 12
_SHORT_OF_FIRST = 6
_NEARLY_ALL = 10
_SHORT = 45
_MENU_LINES = 60
_MENU_WORDS = 2
"""Words of menus from which on lines are one."""
_BULLETS = 4
_FEWEST_ABOVE = 6
"""Lines of a menu."""
_APART = 3
_NEAR = 4
"""Lines above a headline among which its day may stand."""
_LOOKED_AT = 500
_PROSE = 110
_ABOVE, _FARTHEST = 12, 50
"""Lines above the first paragraph in which its headline is looked for; and with items of menus."""
_TOLD = 3000
_LEAST = 2.0
_BULLET = re.compile(r"^\s*(?:[*+•◦▪»>|·-]|o(?=\s))\s*")
_HEADING = re.compile(r"^\s*#\s+(?=\S)")
_PARTED = re.compile(r"\s*\|\s*|\s{2,}")
_NOTICE = re.compile(
    r"cookies?\b|privacy policy|terms of (?:use|service)|subscri|sign up|newsletter|your e-?mail"
    r"|javascript|ad ?block|copyright|all rights reserved",
    re.IGNORECASE,
)
"""What pages say to their readers in whole sentences."""
_CREDIT = re.compile(
    r"\([^()]{0,60}(?:/|photo|image|getty|reuters|\bAP\b)[^()]{0,40}\)(?:\s*more >)?$"
    r"|(?:\w/(?:AP|AFP|Reuters|Getty|The )|photo (?:by|credit|illustration)|via Getty)[^.]{0,40}$",
    re.IGNORECASE,
)
"""What ends the caption of a picture."""
_DATED_DECK = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\s+[-–—|]\s")
"""What a deck with its day begins with."""
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_MENU = re.compile(
    r"(?:home|news|(?:local|world|latest|top|us|u\.s\.) news|world|politics|sports?|business"
    r"|opinions?|search(?: for)?:?|menu|sections?|sign in|log ?in|register|subscribe"
    r"|about(?: us)?|contact(?: us)?|weather|videos?|photos|podcasts?|newsletters?|culture"
    r"|arts?|health|donate|tech|technology|science|entertainment|life ?style|money|economy"
    r"|travel|education|advertise|archives?|facebook|twitter|instagram|youtube|rss"
    r"|skip to .{2,30}|close|privacy(?: policy)?|shop|store|inicio|noticias|deportes"
    r"|cultura|economía|política|opinión|portada|accueil|politique|économie|sports"
    r"|startseite|politik|wirtschaft|kultur|panorama|wetter|cronaca|esteri|economia|politic)",
    re.IGNORECASE,
)


def without_menu(lines: list[str]) -> tuple[list[str], int]:
    """The lines of a text that begins with a menu, without it, and the headline's line.

    Where no headline below it is sure, its items alone are left out, and -1 is given. As many lines
    as before.
    """
    filled = filled_lines(lines, _LOOKED_AT)
    first = first_paragraph(lines, filled)
    marked = _marked(lines, filled)
    if first < _FEWEST_ABOVE and marked < 0:
        return lines, -1
    best = marked if marked >= 0 else _headline(lines, filled, first)
    if is_wrapped_text(lines, range(best)):
        return lines, -1
    title = lines[filled[0]].strip()
    if best >= 0 and (not _is_title(title) or title == _bare_heading(lines[best])):
        return from_headline(lines, best), best
    if _is_title(title):
        return lines, -1
    kept = list(lines)
    for at in filled[:first]:
        if _is_of_menu(lines[at].strip()):
            kept[at] = ""
    return kept, -1


def from_headline(lines: list[str], headline: int) -> list[str]:
    """The lines from the headline on; paragraphs above it are put below all, and not lost."""
    above = [line for line in lines[:headline] if _is_paragraph(line.strip())]
    filled = [at for at in range(headline) if lines[at].strip()]
    dated = [at for at in filled[-_NEAR:] if _is_dated(lines[at].strip())][-1:]
    before = [line if at in dated else "" for at, line in enumerate(lines[:headline])]
    below = [_HEADING.sub("", lines[headline]), *lines[headline + 1 :]]
    return before + below + (["", *above] if above else [])


def _marked(lines: list[str], filled: list[int]) -> int:
    """The line that is the only one marked as a page's heading, ``# Quay Opens``; or -1."""
    headings = [at for at in filled if _HEADING.match(lines[at]) is not None]
    if len(headings) != 1 or not _may_be_headline(_bare_heading(lines[headings[0]])):
        return -1
    return headings[0]


def _bare_heading(line: str) -> str:
    return _HEADING.sub("", line).strip()


def begins_with_menu(lines: list[str]) -> bool:
    """Whether a text begins with the menu of a page."""
    opening = filled_lines(lines, _FIRST)
    return (
        len(opening) == _FIRST
        and _may_be_menu(lines[at] for at in opening)
        and _begins_with_menu(lines, filled_lines(lines, _MENU_LINES))
    )


def is_menu_word(text: str) -> bool:
    """Whether a text is an item that menus have: ``Politics``."""
    return _MENU.fullmatch(text) is not None


def _may_be_menu(opening: Iterable[str]) -> bool:
    """Whether so many of a text's first lines are short as are at the beginning of a menu."""
    long = 0
    for line in opening:
        long += not _is_short(line)
        if long > _FIRST - _SHORT_OF_FIRST:
            return False  # as most texts, which are asked first
    return True


def _is_short(line: str) -> bool:
    bare = _bare(line)
    return len(bare) <= _SHORT and _ENDS.search(bare) is None


def _headline(lines: list[str], filled: list[int], first: int) -> int:
    """The likeliest headline above the first paragraph; -1 for none."""
    told = set(_WORD.findall(" ".join(lines[at] for at in filled[first:])[:_TOLD].casefold()))
    best, weight = -1, _LEAST
    dated, above = 0.0, 0
    for place in range(first - 1, max(-1, first - _FARTHEST), -1):
        line = lines[filled[place]].strip()
        if BY.match(_bare(line)) is not None or _is_dated(line) or _DATED_DECK.match(line):
            dated = 2.0
            continue
        if _is_of_menu(line):
            continue
        above += 1
        if above > _ABOVE:
            break
        if not _may_be_headline(line) or is_stamp(line):
            continue
        words = _WORD.findall(line.casefold())
        again = sum(word in told for word in words) / max(1, len(words))
        quoted = line[0] in "\"“‘'" and line[-1] in "\"”’'"
        found = (2 if quoted else 4) * again
        found += min(len(line.split()), 12) / 6 + dated - 0.25 * above
        if found > weight:
            best, weight = filled[place], found
    return best


def _is_of_menu(line: str) -> bool:
    """Whether a line is an item of a menu, a button, or nothing but a mark."""
    bare = _bare(line)
    if bare != line and len(bare) <= _SHORT:
        return True
    return is_furniture(line) or _MENU.fullmatch(bare) is not None


def _is_title(line: str) -> bool:
    """Whether a text's first line is a headline, with a menu below it."""
    return len(line.split()) > _TITLE_WORDS and _may_be_headline(line)


_TITLE_WORDS = 5


def _begins_with_menu(lines: list[str], filled: list[int]) -> bool:
    short = sum(_is_short(lines[at]) for at in filled[:_FIRST])
    shown = [lines[at] for at in filled[:_MENU_LINES]]
    words = {
        bare.casefold()
        for line in shown
        for bare in _PARTED.split(_bare(line))
        if len(bare) <= _SHORT and _MENU.fullmatch(bare) is not None
    }
    if len(words) >= _MENU_WORDS:
        return True
    bullets = sum(_BULLET.match(line) is not None and len(line.strip()) <= _SHORT for line in shown)
    return short >= _NEARLY_ALL and (bullets >= _BULLETS or bool(words))


def first_paragraph(lines: list[str], filled: list[int], run: int = 2) -> int:
    """Which of the filled lines is the first of ``run`` paragraphs near each other; 0 for none."""
    prose = [n for n, at in enumerate(filled) if _is_paragraph(lines[at].strip())]
    for place in range(len(prose) - run + 1):
        following = prose[place : place + run]
        if all(two - one <= _APART for one, two in pairwise(following)):
            return prose[place]
    return 0


def _is_paragraph(line: str) -> bool:
    return (
        len(line) >= _PROSE
        and _ENDS.search(line) is not None
        and _NOTICE.search(line) is None
        and _CREDIT.search(line) is None
    )


def _may_be_headline(line: str) -> bool:
    if not 20 <= len(line) <= 220 or len(line.split()) < 4 or line.endswith((".", ":")):
        return False
    if _BULLET.match(line) is not None or _CREDIT.search(line) is not None:
        return False
    return (
        _NOTICE.search(line) is None
        and not is_furniture(line)
        and _MENU.fullmatch(line) is None
        and not is_of_interface(line)
    )


def _is_dated(line: str) -> bool:
    found = next(find_dates(line), None) if len(line) < 90 else None
    return found is not None and len(line) - (found.end - found.start) < 50


def _bare(line: str) -> str:
    return _BULLET.sub("", line).strip()
