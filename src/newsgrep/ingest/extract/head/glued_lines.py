"""Lines of a head that lost the blanks between their parts when a page was copied as text.

``PUBLISHED THU, FEB 1 20183:33 PM ESTUPDATED FRI, FEB 2 2018``, ``2 minute readNovember 4, 2021``,
``byAnn Poe May 11, 2018``, ``ANN POE11:27 AM ET``, ``By Ann PoeFollow``; a headline with the
story of a Korean or Chinese agency behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.head_words import has_role
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.text.given_names import is_given_name
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

_MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_MAYBE = regex(
    r"\d{5,6}:\d\d|[A-Za-z]\d{1,2}:\d\d|T[A-Z]|\bread[A-Z0-9]|^\s*[Bb]y(?:[A-Z]|\.\s)"
    r"|Follow(?:ing)?\s*$|[a-z](?:Published|Updated|Posted)\b|->\s*$"
    r"|^\s*[Tt]e(?:ksti|xt[eo]?|sto|kst)\s?:.*:|(?:Standard|Daylight) Time\b"
    r"|^\s*(?:EFE|AFP|AP|EP)[A-ZÀ-Ý][a-zà-ÿ]|\s/\sSource:\s|^\W*✍"
    r"|^\s*[A-ZÀ-Ý][a-zà-ÿ]+ (?:[A-ZÀ-Ý][\w’'-]+ )?[A-ZÀ-Ý][a-zà-ÿ]{2,}[A-ZÀ-Ý][a-z]{2}"
    rf"|[A-Z]{{2}}{_MONTHS.upper()}[A-Z]{{0,6}}\.? \d|[A-Za-z]{_MONTHS}[a-z]{{0,6}}\.? \d"
    r"|^\s*[Bb]y\s.*[a-z]{2}[A-Z][a-z]|^\s*(?:Title|Headline|Byline|Author|Source|Date):\S"
)
"""What each of them has."""
_ZONES = r"(?:[ECMP][SD]?T|GMT|BST|IST|CES?T|UTC|AES?T|AEDT)"
_DAY_BEHIND = r"[A-Za-z]{0,6}\.? \d{1,2},? (?:19|20)\d\d"
_APART: tuple[tuple[re.Pattern[str], str], ...] = (
    (regex(r"\b((?:19|20)\d\d)(?=\d{1,2}:\d\d)"), r"\1 "),
    (regex(rf"(\d\s?[ap]\.?m\.?\s{_ZONES})(?=(?-i:[A-Z])[a-z])", re.I), r"\1 | "),
    (regex(r"(\bmin(?:ute)?s?\.? read)(?=[A-Z0-9])"), r"\1 | "),
    (regex(r"^(\s*[Bb]y)(?=[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý])"), r"\1 "),
    (regex(r"([A-Za-z])(?=\d{1,2}:\d\d\s?[AP]M\b)"), r"\1 | "),
    (regex(r"^(\s*(?:[Bb]y|and)\s.*[a-zà-ÿ])Follow(?:ing)?\s*$"), r"\1"),
    (regex(rf"^(\s*(?i:by)\s.*[A-Z]{{2}})(?={_MONTHS.upper()}{_DAY_BEHIND})"), r"\1 | "),
    (regex(rf"^(\s*(?i:by)\s.*[A-Za-z])(?={_MONTHS}{_DAY_BEHIND})"), r"\1 | "),
    (
        regex(
            rf"^\s*([A-Z’'.-]{{2,}}(?: [A-Z’'.-]{{2,}}){{1,2}}?)(?={_MONTHS.upper()}{_DAY_BEHIND})"
        ),
        r"By \1 | ",
    ),
    (regex(r"^(\s*(?:EFE|AFP|AP|EP))(?=[A-ZÀ-Ý][a-zà-ÿ].*(?:19|20)\d\d\s*$)"), r"\1 | "),
    (
        regex(r"^(\s*(?:EFE|AFP|AP|EP) \|.*[a-zà-ÿ])(?=\d{1,2} [a-z]{3,10}\.? (?:19|20)\d\d\s*$)"),
        r"\1 | ",
    ),
    (regex(r"\s/\s(?=Source:\s)"), " | "),
    (
        regex(
            r"^(\s*te(?:ksti|xt[eo]?|sto|kst)\s?:\s*[^,;/:]{4,40}?)\s*[,;/]\s*(?:kuvat?|foto\w*|photos?|bild(?:er)?|zdjęcia)\s?:.*$",
            re.I,
        ),
        r"\1",
    ),
    (regex(r"^\W*✍\W*(?=[^\W\d_])"), "By "),
    (regex(r"(\d )([AP])\.M\. ([ECMP])\.([SD])\.T\b\.?"), r"\1\2M \3\4T"),
    (regex(r"\s*->\s*$"), ""),
    (regex(r"^(\s*[Bb]y)\.(?=\s+[A-ZÀ-Ý])"), r"\1"),
    (regex(r"^(\s*(?:Title|Headline|Byline|Author|Source|Date):)(?=\w)"), r"\1 "),
    (regex(r"^(\s*Written by )for (?=[A-Z])", re.I), "Source: "),
    (regex(r"([a-z])(?=(?:Published|Updated|Posted)\b)"), r"\1 | "),
)
_LONGEST = 200
"""Characters of a line of a head."""


def with_glued_parted(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines with what is run together parted; the same lines where nothing is."""
    parted = lines
    for at in filled:
        line = lines[at]
        if len(line) <= _LONGEST and _MAYBE.search(line) is not None:
            told = _parted(line)
            if told != line:
                parted = lines.copy() if parted is lines else parted
                parted[at] = told
    first = parted[filled[0]] if filled else ""
    once = _once(first)
    if once != first:
        parted = [*parted[: filled[0]], once, *parted[filled[0] + 1 :]]
        first = once
    story = _STORY.search(first, _SHORTEST) if "日" in first or "=" in first else None
    if story is not None:
        headline = first[: story.start()].rstrip()
        below = ["", first[story.start() :].lstrip()]
        parted = [*parted[: filled[0]], headline, *below, *parted[filled[0] + 1 :]]
    return parted


def _once(line: str) -> str:
    """A headline that stands twice in its line, once; other lines as they are."""
    half, odd = divmod(len(letters(line)), 2)
    if odd or half < _SHORTEST_TWICE or len(line) > _LONGEST or line.rstrip().endswith("."):
        return line
    if letters(line)[:half] != letters(line)[half:]:
        return line
    middle = next(at for at in range(len(line)) if len(letters(line[:at])) == half)
    return line[:middle].rstrip()


_SHORTEST_TWICE = 12
"""Letters of a headline that may stand twice."""
_SHORTEST = 8
"""Letters of a headline that has its story behind it in one line."""
_STORY = regex(
    r"[\t ]?\([\uac00-\ud7a3]{2,5}=[\uac00-\ud7a3\d]{2,8}\)\s"
    r"|(?:新华社|新華社|新华网|中新社|中新网|人民网|央视网|本报|中央社)[\u4e00-\u9fff]{2,4}?\d{1,2}月\d{1,2}日[电電]"
)
"""The dateline of Korean and Chinese agencies."""


_ZONE = regex(r"\b(Eastern|Central|Mountain|Pacific) (Standard|Daylight) Time\b")


def _parted(line: str) -> str:
    line = _ZONE.sub(lambda match: f"{match[1][0]}{match[2][0]}T", line)
    for pattern, replacement in _APART:
        line = pattern.sub(replacement, line)
    line = _GLUED_TO_NAME.sub(_beside_name, line)
    return _GLUED_NAMES.sub(_and, line) if _BYLINE.match(line) is not None else line


_BYLINE = regex(r"\s*by\s", re.IGNORECASE)
_GLUED_NAMES = regex(r"(?<=\s)([A-ZÀ-Ý][a-zà-ÿ]{2,})([A-ZÀ-Ý][a-zà-ÿ]{2,})(?= [A-ZÀ-Ý])")
"""The family name of one author and the given name of the next: ``Ann PoeJohn Roe``."""


_GLUED_TO_NAME = regex(
    r"^\s*(?P<name>(?P<given>[A-ZÀ-Ý][a-zà-ÿ]+) (?:[A-ZÀ-Ý][a-zà-ÿ’'-]+ )?[A-ZÀ-Ý][a-zà-ÿ]{2,})"
    r"(?P<beside>[A-ZÀ-Ý][a-zà-ÿ]{2,}[^.!?]{0,60})$"
)
"""``Ann PoeReporter, in Orlo``, ``Ann PoeOrlo, northern Ruritania``."""


def _beside_name(match: re.Match[str]) -> str:
    beside = match["beside"]
    if not is_given_name(match["given"]):
        return match[0]
    if has_role(beside):
        return f"By {match['name']}, {beside}"
    is_somewhere = any(map(is_place, (beside.partition(",")[0], beside.rpartition(" ")[2])))
    return f"By {match['name']} in {beside}" if is_somewhere else match[0]


def _and(match: re.Match[str]) -> str:
    both = is_given_name(match[2]) and not is_given_name(match[1] + match[2])
    return f"{match[1]} and {match[2]}" if both else match[0]
