"""Lines as notes, menus and catalogues write them, brought to the form in which others have them.

Several labels in one line, emoji for labels, a paper in brackets before its headline, tags of Org
behind it, the menu of a page in one line above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.head_words import BY, is_section
from newsgrep.ingest.extract.head.label_block import role_of
from newsgrep.ingest.extract.head.menu_above import is_menu_word
from newsgrep.ingest.extract.head.one_line import parted
from newsgrep.ingest.extract.head.publications import is_paper, looks_like_publication, publication
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.text.dates import find_dates
from newsgrep.text.shared_names import is_shared

_FIRST, _WITHIN = 8, 40
"""Lines with words that are looked at."""
_LONGEST, _LONGEST_MENU = 600, 200
_FEWEST_ITEMS, _FEWEST_KNOWN = 3, 2
"""Items of a menu in one line, and those of them that are words of menus."""
_TOP = 3
"""Lines among which a headline stands."""
_OF_A_TOWN = re.compile(
    r"([A-Z][\w .&’'-]{2,50}) \([A-Z][\w .’'-]+, [A-Z]{2}\) - ([^()]{6,40}\d{4})"
)
"""``The Courier (Vardo, NO) - May 3, 2019``: a library's."""
_NUMBERED = re.compile(r"(?:\d{1,2}\.|\[\d{1,2}\])\s+(?=[A-ZÀ-Ý“\"‘'][^.]{25,})")
"""The place of a clipping in a list of them."""
_SIGN = re.compile("(?:[\U0001f300-\U0001faff\u2700-\u27bf\ufe0f]\\s*)+(?=\\S+\\s\\S+\\s\\S)")
_AROUND = re.compile(r"::\s*([^:\s].*?)\s*::")
_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{12,200})[\"”“»],")
"""``::Quay Opens::`` and ``“Quay Opens”,``."""
_LONGEST_PAPER = 42
_LEAST = 16
"""Characters of a headline behind its paper."""
_ITEMS = re.compile(r"\s{2,}|\t|\s+[|·•»>/]\s+|\s*\[\d{1,3}\]")
_NO_PAPERS = frozenset(
    """ad focus live nature now post posts star sun time times today update
    week weekly bild express""".split()
)
"""Words in brackets that are papers as well, and stand for other things there."""
_TAGS = re.compile(r"^(\*+\s+\S.*?)\s+:(?:[\w@#%]+:)+$")
_BEFORE = re.compile(r"\[([^\[\]]{2,40})\]\s*[:–—-]?\s*(?=[^\s(\[])(.+)")
_BEFORE_COLON = re.compile(
    r"((?:The )?[A-ZÀ-Ý][\w&’'-]+(?: [\w&’'-]+){1,4}): ([A-ZÀ-Ý“\"‘'].{20,})"
)
_LABEL = re.compile(r"(?:;\s*|\s\|\s|\s{2,})(?=([^\W\d_][\w /.()-]{1,20}?)\s?:\s)")
_BETWEEN = (";", "  ", " | ")
_MAIN = frozenset(("title", "author", "date", "source"))
_EMOJI = re.compile("([\U0001f300-\U0001faff\u2700-\u27bf])\ufe0f?\\s*(?=[^\\W_])")
_EMOJI_PARTS = re.compile("\\s*[|·•]\\s*(?=[\U0001f300-\U0001faff\u2700-\u27bf])")
_LONGEST_DAY = 60
_PAPERS = frozenset("\U0001f4f0\U0001f5de")
_DAYS = frozenset("\U0001f4c5\U0001f4c6\U0001f5d3")
_PEOPLE = frozenset("\u270d\u270f\u2712\U0001f4dd\U0001f58a\U0001f58b\U0001f464\U0001f9d1")
_CATALOGUED = re.compile(
    r"By:\s+(?P<who>[^\W\d_][^.:]{2,100}?(?:\s[A-Z])?)\.\s+(?P<paper>[^\W\d_][^.:;]{2,50})\.\s+"
    r"(?P<rest>[^.]{4,14}\.?[^.]{0,16}\d{4})\b[^:]{0,40}"
)
"""``By: Poe, Ann. The Courier. May 3, 2019, p4. 2p.``"""


def with_notes_read(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, those of notes as others write them; a line may become several."""
    filled = [at for at in filled[:_FIRST] if at < _WITHIN]
    changed: dict[int, list[str]] = {}
    for place, at in enumerate(filled):
        line = lines[at].strip()
        if len(line) > _LONGEST:
            break
        told = _read(line, place)
        if told is not None:
            changed[at] = told
    if not changed:
        return lines
    return [part for at, line in enumerate(lines) for part in changed.get(at, (line,))]


def _read(line: str, place: int) -> list[str] | None:
    """What a line becomes; None where it stays as it is."""
    first = line[0]
    if first == "*":
        match = _TAGS.match(line) if line.endswith(":") else None
        return [match[1]] if match is not None else None
    if first > "\u2fff" and (spaced := _SPACED_LABEL.match(line)) is not None:
        return [spaced[1] + spaced[2] + line[spaced.end() :]]
    if first > "\u26ff":
        told = _without_emoji(line)
        if told is None and place < _TOP and (sign := _SIGN.match(line)) is not None:
            return [line[sign.end() :]]
        return told
    numbered = _NUMBERED.match(line) if place < _TOP and line[-1] != "?" else None
    if numbered is not None and next(find_dates(line[:_LONGEST_DAY]), None) is None:
        return [line[numbered.end() :]]
    if first == ":" and (around := _AROUND.fullmatch(line)) is not None:
        return [around[1]]
    if line[-1] == "," and (quoted := _QUOTED.fullmatch(line)) is not None and place < _TOP:
        return [quoted[1]]
    if (again := _reworded(line)) != line:
        return [again]
    if line[-1].isdigit() and (paper := _OF_A_TOWN.fullmatch(line)) is not None:
        return [f"Source: {paper[1]} | {paper[2]}"]
    found = None
    if place == 0 and len(line) < _LONGEST_MENU and "." not in line:
        found = _menu(line)
    if found is None and place < _TOP and (first == "[" or ": " in line[:_LONGEST_PAPER]):
        found = _behind_paper(line)
    if found is None and line.count(":") > 1 and any(map(line.__contains__, _BETWEEN)):
        found = _labels(line)
    if found is None and line.startswith("By:") and line.count(".") > 1:
        found = _catalogued(line)
    return found


def _reworded(line: str) -> str:
    """A line with the marks of programs as people write them: lists, carets, words run on."""
    if line.startswith("article.") and (printed := _PRINTED.fullmatch(line)) is not None:
        line = f"{_PRINTED_AS.get(printed[1], printed[1])}: {printed[2].strip()}"
    if "['" in line or '["' in line or line.endswith(": []"):
        listed = _LISTED.fullmatch(line)
        if listed is not None:
            items = ", ".join(one or two for one, two in _ITEM.findall(listed[2]))
            return f"{listed[1]} {items}".rstrip()
    if line.startswith("Rubrik:"):
        return _of_section(line)
    if line[0] == "^" and line[-1] in "<=" and len(line) > 2:
        return line[1:-1].strip()  # a wire's marks of lines
    if line[0] == "@" and line[1:5].isdigit():
        return line[1:]
    if line[0] == "@" and (marked := _MARKED.match(line)) is not None:
        return _as_label(marked[1], line[marked.end() :].strip())
    if line.startswith("Portrait of ") and (twice := _TWICE.fullmatch(line)) is not None:
        return f"By {twice[1]}"
    if line[-1] in "rlnkw" and (social := _SOCIAL.fullmatch(line)) is not None:
        return social[1]
    if "[/" in line:
        line = _BBCODE.sub("", line)
    if " ^ | " in line:
        return line.replace(" ^ | ", " | ")
    if _MAY_RUN_ON.search(line) is not None:
        line = _YEAR_RUN_ON.sub(" ", _RUN_ON.sub(" | ", line))
    if "» " in line or "> " in line or "› " in line:
        line = _BREADCRUMB.sub("", line)
    if not line.isascii() and _CHINESE_LABEL.search(line) is not None:
        line = _CHINESE_LABEL.sub(" | ", line)
    return line


def _as_label(name: str, value: str) -> str:
    """``@TITLE=Quay Opens``, as programs for setting papers mark its parts, as a label."""
    role = role_of(name)
    if name.lower() in ("body", "text") or not value:
        return value
    return f"{name.capitalize()}: {value}" if role else value


_MARKED = re.compile(r"@([A-Za-z]{3,12})\s?=")
_WORDS_OF_SECTION = 3
_SPACED_LABEL = re.compile(r"([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])(?=[：:])")
"""``标  题：``: spaced to stand below longer ones."""
_BBCODE = re.compile(r"\[/?(?:b|i|u|size|color|quote|center|url|font)(?:=[^\[\]]{0,60})?\]", re.I)
_PRINTED = re.compile(r"article\.(\w+)\s*[:=]\s*(.+)")
_PRINTED_AS = {"publish_date": "date", "source_url": "url", "authors": "author"}
"""What scripts print of an article: ``article.title: …``."""
_TWICE = re.compile(r"Portrait of ([A-Z].{3,40}?)\1")
_SOCIAL = re.compile(
    r"([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3})"
    r"(?:\s+(?:Twitter|E-?mail|Facebook|LinkedIn|Follow|@\w+|\|))+"
)
"""``Portrait of Ann PoeAnn Poe``, ``Ann Poe Twitter``: names and what pages put beside them."""
_LISTED = re.compile(r"([^\W\d_][\w ]{1,20}:)\s*\[(.*)\]")
_ITEM = re.compile(r"'([^']+)'|\"([^\"]+)\"")
_MAY_RUN_ON = re.compile(
    r"[a-zß-ÿA-Z]{2}(?:Publish|Updat|Post|Last|Polit|Senior|Staff|Chief|Spec|Report|Corr)|\d{5}:"
)
_RUN_ON = re.compile(
    r"(?:(?<=[A-Z]{3})|(?<=[a-zß-ÿ]))(?=(?:Last (?:modified|updated)|Published|Updated|Posted"
    r"|Political|Senior|Staff|Chief|Special|Reporter|Correspondent)\b)"
)
_YEAR_RUN_ON = re.compile(r"(?<=\b(?:19|20)\d\d)(?=\d{1,2}:\d\d)")
"""``Ann PoePublished May 3, 20195:00 AM``: what a page's styles part, and its text does not."""
_BREADCRUMB = re.compile(
    r"^(?:Home|Start|Startseite|Inicio|Início|Accueil|Home ?page|首页)"
    r"(?:\s[»>›]\s[^»>›]{2,28})*\s[»>›]\s(?=\S+\s\S+\s\S)"
)
_CHINESE_LABEL = re.compile(
    r"(?<=[^\s|])\s+(?=(?:来源|來源|作者|记者|記者|编辑|責任編輯|责任编辑)\s?[:：])"
)


def _labels(line: str) -> list[str] | None:
    """The labels of a line parted by semicolons, bars or blanks, each on its own line."""
    begins = [match.end() for match in _LABEL.finditer(line) if role_of(match[1])]
    parts = [
        line[one:two].strip().rstrip(";|").rstrip()
        for one, two in zip([0, *begins], [*begins, len(line)], strict=True)
    ]
    roles = {role_of(part.partition(":")[0].strip()) for part in parts}
    if len(parts) < 2 or len(roles & _MAIN) < 2 or "" in roles:
        return None
    return [_of_section(part) for part in parts]


def _of_section(line: str) -> str:
    """``Rubrik: Feuilleton``: a headline's label in Swedish, but that of few words a section's."""
    few = line.startswith("Rubrik:") and len(line.split()) <= _WORDS_OF_SECTION
    return line.replace("Rubrik", "Ressort", 1) if few else line


def _menu(line: str) -> list[str] | None:
    """Nothing, for a line that is the menu of a page."""
    items = [item.strip() for item in _ITEMS.split(line) if item.strip()]
    known = sum(map(is_menu_word, items))
    of_menu = len(items) >= _FEWEST_ITEMS and known >= max(_FEWEST_KNOWN, len(items) / 2)
    return [""] if of_menu and all(len(item.split()) < 4 for item in items) else None


def _behind_paper(line: str) -> list[str] | None:
    """A headline without the known paper in brackets before it, and that on the next line."""
    match = _BEFORE.fullmatch(line)
    if match is None and (match := _BEFORE_COLON.fullmatch(line)) is not None:
        if not publication(match[1]) or is_shared(match[1]):
            return None
        return [match[2], f"Source: {match[1]}"]
    if match is None or len(match[2]) < _LEAST or match[2].count(" ") < 2:
        return None
    name = match[1]
    if is_section(name) or name.casefold() in _NO_PAPERS or len(name) < 3:
        return None
    known = publication(name) or (name.startswith("The ") and looks_like_publication(name))
    if not known or parted(line, 1)[1]:
        return None
    return [match[2], f"Source: {name}"]


def _catalogued(line: str) -> list[str] | None:
    """Author, paper and day of a catalogue's line, each on its own line."""
    match = _CATALOGUED.fullmatch(line)
    if match is None or not is_paper(match["paper"]):
        return None
    if next(find_dates(match["rest"]), None) is None:
        return None
    return [f"By: {match['who']}", f"Source: {match['paper']}", f"Date: {match['rest']}"]


def _without_emoji(line: str) -> list[str] | None:
    """A line's parts with the labels for which their emoji stand, where what follows is such."""
    found = [_behind_emoji(part) for part in _EMOJI_PARTS.split(line)]
    return found if all(found) else None


def _behind_emoji(part: str) -> str:
    """What an emoji leads to, behind a label; empty where that is not sure."""
    match = _EMOJI.match(part)
    if match is None:
        return ""
    mark, value = match[1], part[match.end() :].strip()
    if mark in _PAPERS and is_paper(value):
        return f"Source: {value}"
    if mark in _DAYS and len(value) < _LONGEST_DAY and next(find_dates(value), None) is not None:
        return f"Date: {value}"
    value = BY.sub("", value, count=1)
    return f"Author: {value}" if mark in _PEOPLE and " " in value and is_name(value) else ""
