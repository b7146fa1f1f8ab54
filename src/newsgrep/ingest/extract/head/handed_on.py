"""What somebody wrote around an article that was handed on: to a friend, to a class, to a file.

``Cut out of The Courier of 3 May 2019, piece by Ann Poe:``; ``Hello Ann,``; ``article to read``;
``READING FOR WEEK 4``; ``Document 2. ``; ``Ann Poe (The Courier, 3 May 2019)``; and the tags of
databases without a colon, ``TI  …``, ``AU  …``. Such lines are made the labels that they mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.ingest.extract.head.evidence import is_full_name, people_parts
from newsgrep.ingest.extract.head.label_block import role_of
from newsgrep.ingest.extract.head.publications import is_paper_or_site, publication
from newsgrep.text.dates import find_dates

_FIRST, _WITHIN = 5, 40
_LONGEST = 200
_HEADLINE = 160
"""Characters of a line that may be a headline."""
_PIECE = (
    r"(?:(?:an? |the |ein |der |un |l['’]|une |el |la |o |il )?(?:article|piece|story|report|item"
    r"|column|text|artikel|bericht|beitrag|texte|papier|artículo|texto|nota|artigo|matéria"
    r"|articolo|pezzo|stuk|artikeln|artikkel) )"
)
_BY = r"(?:by|von|de|par|di|da|por|van|av|af)"
_OF = r"(?:of|on|dated|from|vom|von|du|de|del|di|do|van|från|fra)"
_CUT = re.compile(
    r"(?:(?:i )?(?:cut|clipped|copied|torn|typed|taken|snipped)(?: out)? (?:of|from)"
    r"|ausgeschnitten aus|abgetippt aus|découpée? dans|recopiée? de|recortad[oa] de"
    r"|ritagliat[oa] da|uitgeknipt uit|urklippt ur|klippet (?:ut av|fra)) "
    r"(?:(?-i:the|der|dem|die|den|de) )?(?P<paper>[^,:;]{2,50}?)"
    rf"(?:,? {_OF}|,)? (?P<date>(?:[^\W\d_]+\.? )?\d[^:;]{{5,24}}?)"
    rf"(?:, {_PIECE}?{_BY} (?P<who>[^:;]{{4,90}}))?\s?[:.]?",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“„«]\s?([^\"“”„«»]{12,200}?)\s?[\"”“»]")
_CLASS = re.compile(
    r"(?:(?:class|course|weekly|required|assigned)? ?readings? (?:for )?(?:week|class|lesson|unit"
    r"|session|day) \d{1,2}|(?:week|lesson|unit|session) \d{1,2}\s?[:–—-] (?:reading|text|article)"
    r"|(?:reading )?(?:text|handout|worksheet|reading|arbeitsblatt|material|texte|texto|testo"
    r"|tekst) (?:\d{1,2}|(?-i:[A-H]))|text(?:e|o)? (?:für|pour|para) .{3,20} \d{1,2})\s?[:.]?",
    re.IGNORECASE,
)
"""A heading of teaching material, alone on its line."""
_NUMBERED = re.compile(
    r"(?:(?:Document|Doc\.?|Dokument|Documento|Text|Texte|Texto|Testo|Material|Handout|Reading)"
    r" \d{1,2}\s?[.:–—-]\s+|[MD] ?\d{1,2}(?:\s{2,}|\t+))(?=[\"“„«‘]?[A-ZÀ-Ý])"
)
"""And what numbers a text before its headline."""
GREETING = re.compile(
    r"(?:hi|hello|hey|dear|hallo|liebe[rs]?|bonjour|salut|cher|chère|hola|querid[oa]|olá|oi|ciao"
    r"|car[oa]|beste|hoi|hej|kjære|kære|cześć|moin|servus)(?: [^\W\d_][\w’'-]*){0,2}\s?[,!]",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"(?:(?:here|this) is|here['’]s|hier(?: ist| kommt)?|voici|aquí (?:está|va|tienes)|ecco"
    r"|aqui (?:está|vai)|hier is|här är|her er)"
    r" (?:the|an|der|ein|l['’]|el|un|o|um|de|het|den|die) ?"
    r"(?:article|artikel|piece|story|text|beitrag|artículo|artigo|articolo|artikeln|artikkelen)"
    r"(?: (?:from|in|aus|von|de|du|del|da|dal|do|uit|från|fra) "
    r"(?:(?-i:the|der|dem|den|die|de|la|le) )?(?P<paper>[^,:;]{2,50}?))?"
    r"(?:,? (?:i mentioned|von dem ich sprach|you asked for))?\s?:",
    re.IGNORECASE,
)
"""The line of a message that hands on what stands below it."""
_REMARK = re.compile(
    r"(?:(?:hi|hello|hey|hallo)(?: [^\W\d_]+)?, )?(?:(?:i['’]m |just )?(?:keeping|saving)"
    r" (?:this|it) (?:here )?for (?:later|the file|my files?)|(?:to )?read later|for later"
    r"|für später)[.!:]?",
    re.IGNORECASE,
)
_TAG = re.compile(r"([A-Z]{2}|[A-Z][a-z]{1,10})(?: {2,}|\t+| ?\t *)(\S.*)")
_TAGS = {
    "TI": "Title",
    "HD": "Title",
    "Head": "Title",
    "AU": "Author",
    "BY": "Author",
    "By": "Author",
    "SO": "Source",
    "SN": "Source",
    "JN": "Source",
    "PD": "Date",
    "DT": "Date",
    "DP": "Date",
    "LA": "Language",
    "SE": "Section",
    "TX": "Text",
    "AB": "Text",
}
"""The tags of databases, and of clippers, that are labels without a colon."""


def with_words_around_read(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines, with such lines as labels; as many as before."""
    filled = [at for at in filled[:_FIRST] if at < _WITHIN]
    if len(filled) < 3:
        return lines
    first = lines[filled[0]]
    if _TAG.fullmatch(first) is not None and (tagged := _with_tags(lines, filled[0])):
        return tagged
    changed: dict[int, str] = {}
    kind = _first_line(first.strip(), lines[filled[1]].strip())
    if kind is not None:
        changed[filled[0]] = kind
        if kind.startswith("Source:") and (title := _QUOTED.fullmatch(lines[filled[1]].strip())):
            changed[filled[1]] = title[1]
    for at in filled[:3]:
        line = lines[at].strip()
        if len(line) > _LONGEST:
            break
        if at not in changed and (cover := _covering(line)) is not None:
            changed[at] = cover
    start = next((n for n in filled[:3] if changed.get(n) != ""), filled[0])
    line = changed.get(start, lines[start])
    if line[:1] in "DTMHRQ" and (number := _NUMBERED.match(line)) is not None:
        changed[start] = line[number.end() :]
    for at in filled[1:4]:
        if lines[at].rstrip()[-1:] == ")" and (signed := _signed(lines[at].strip())):
            changed[at] = signed
            break
    if not changed:
        return lines
    return [changed.get(at, line) for at, line in enumerate(lines)]


def _first_line(line: str, following: str) -> str | None:
    """What a text's first line means, where it is of a clipper, a class, a message; else None."""
    if len(line) > _LONGEST:
        return None
    if line[-1:] in ":." and (cut := _CUT.fullmatch(line)) is not None:
        return stated(cut["paper"], cut["date"], cut["who"] or "") or None
    if _CLASS.fullmatch(line) is not None:
        return "" if len(following) <= _HEADLINE and following[-1] != "." else None
    if line[-1:] in ",!" and GREETING.fullmatch(line) is not None:
        return "" if _covering(following) is not None else None
    return None


def _covering(line: str) -> str | None:
    """What the line of a message that hands on an article means; None for another line."""
    if line[-1:] == ":" and (cover := _COVER.fullmatch(line)) is not None:
        paper = cover["paper"]
        if paper is None:
            return ""
        if line[: cover.start("paper")].endswith(" du ") and publication(f"Le {paper}"):
            paper = f"Le {paper}"
        return f"Source: {paper}" if is_paper_or_site(paper) else None
    return "" if len(line) < 80 and _REMARK.fullmatch(line) is not None else None


def _signed(line: str) -> str:
    """``Ann Poe and Bo Roe (The Courier, 3 May 2019)`` as labels; else empty."""
    match = _SIGNED.fullmatch(line)
    if match is None or not is_paper_or_site(match["paper"]):
        return ""
    return stated(match["paper"], match["date"], match["who"])


_SIGNED = re.compile(
    r"(?:(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or) )?(?P<who>[^\W\d_][^()\d:]{4,90}?) "
    r"\((?P<paper>[^(),]{2,50}), (?P<date>[^()]{0,12}\d[^()]{4,20})\)"
)

_DECLINED = re.compile(r"(?<=[a-zß-ÿ]{3}e)n(?= [A-Z])")
"""What German adds to a paper's name behind an article: ``in der Süddeutschen Zeitung``."""


def stated(paper: str, date: str, who: str) -> str:
    """Paper, day and authors as labels; empty where they are not what they should be."""
    paper, date, who = paper.strip(' "“”„«»,.'), date.strip(" .,;"), who.strip(" ,;:")
    declined = _DECLINED.sub("", paper)
    if declined != paper and not publication(paper) and publication(declined):
        paper = declined
    day = next(find_dates(date), None)
    if day is None or any(map(str.isalpha, date[: day.start] + date[day.end :])):
        return ""
    if not paper[:1].isupper() and not paper[:1].isdigit() and not publication(paper):
        return ""
    people = [name for part in who.split(", ") for name in people_parts(part)] if who else []
    if who and not all(map(is_full_name, people)):
        return ""
    by = f" | By {_listed(people)}" if people else ""
    return f"Source: {paper} | {date[day.start : day.end]}{by}"


def _listed(people: Sequence[str]) -> str:
    return " and ".join([", ".join(people[:-1]), people[-1]] if len(people) > 1 else people)


def _with_tags(lines: list[str], first: int) -> list[str]:
    """The lines of a record whose tags have no colon, with colons; empty for other texts."""
    changed: dict[int, str] = {}
    roles: set[str] = set()
    for at in range(first, min(first + 15, len(lines))):
        match = _TAG.fullmatch(lines[at])
        if match is None:
            break
        label = _TAGS.get(match[1], match[1])
        roles.add(role_of(label))
        if label == "Text":
            changed[at] = match[2]
            break
        changed[at] = f"{label}: {match[2]}"
    if "title" not in roles or len(roles & {"title", "author", "source", "date"}) < 3:
        return []
    return [changed.get(at, line) for at, line in enumerate(lines)]
