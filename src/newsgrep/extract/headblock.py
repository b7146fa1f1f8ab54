"""The head of a plain-text article: headline, deck, byline, date, source, in any order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsgrep.extract.agencies import agency
from newsgrep.extract.byline import read_byline
from newsgrep.extract.dateline import read_dateline
from newsgrep.extract.entities.lexicon import FIRST_NAMES
from newsgrep.extract.names import is_name, set_right
from newsgrep.raw import Claim, date_claim
from newsgrep.text.dates import day_of, find_dates
from newsgrep.text.words import has_words

MAX_TITLE = 220
MAX_DECK = 400
WINDOW = 12
"""Lines below the headline in which more of the head is looked for."""

_LABEL = re.compile(r"^\s*\*{0,2}([A-Za-zÀ-ÿ][\w -]{1,24}?)\*{0,2}:\*{0,2}\s+(\S.*)$")
_FROM = re.compile(
    r"^(?:from|source|fuente|quelle|de|via|publication|newspaper)(?::\s*|\s+)"
    r"((?:the\s+)?[A-ZÀ-Ý0-9][\w.&’' -]{1,60}?)\s*[,.]*$",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"\b(?:published|posted|first published|publicado|publi[eé]|ver[oö]ffentlicht|date|on|at|am|pm"
    r"|the"
    r"|el|le|a\s+las|a|las|hrs?|h|uhr|by|est|edt|et|gmt|utc"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated|last modified|modified|actualizad[oa]|mis à jour)\b", re.IGNORECASE
)
_URL = re.compile(r"^(?:url:\s*)?<?(https?://\S+?)>?$", re.IGNORECASE)
_NOISE = re.compile(
    r"^\W*(?:share|tweet|print|e-?mail|comments?|save|listen|advertisement"
    r"|\d+ (?:min(?:ute)?s?) read|staff(?: and agencies| reporters?| writers?)?|agencies"
    r"|(?:[\w’]+ )?staff writer|special to .{3,40}|associated press writer"
    r"|(?:photo|image|picture|foto)\b.{0,100}|menu|home|news|skip to .{0,30})\W*$",
    re.IGNORECASE,
)
_LABELS = {
    "headline": "title", "title": "title", "titulo": "title", "título": "title", "titel": "title",
    "byline": "authors", "by": "authors", "author": "authors", "authors": "authors",
    "autor": "authors", "date": "date", "fecha": "date", "published": "date", "datum": "date",
    "publication date": "date", "load-date": "modified", "updated": "modified",
    "source": "source", "publication": "source", "newspaper": "source", "fuente": "source",
    "section": "section", "seccion": "section", "url": "url", "link": "url", "dateline": "place",
    "place": "place", "language": "language", "tags": "tags", "keywords": "tags",
    "deck": "deck", "subtitle": "deck", "subhead": "deck",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """The claims of an article's head, and the text below it."""

    claims: tuple[Claim, ...]
    body: str


def read_head(text: str) -> Head:
    """Split a plain text into its head and its body.

    Where nothing looks like a headline, the body is the whole text and no title is claimed.
    """
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    if not filled:
        return Head((), "")
    labelled = _labelled(lines, filled)
    if labelled is not None:
        return labelled
    claims, above = _preface(lines, filled)
    first = filled[above]
    title, paper = without_paper(lines[first].strip().lstrip("#").strip())
    if paper:
        claims.append(Claim("source", paper, "behind the headline", 0.6))
    window = filled[above + 1 : WINDOW + 1]
    if _is_title(title, has_more=len(filled) > 1):
        claims.append(Claim("title", title, "first line", 0.9))
        end = first + 1
    else:
        end = first
        window = filled[above:WINDOW]
    waiting: list[str] = []
    size = 0
    for at in window:
        line = lines[at].strip()
        found = _claims_of(line, near=bool(claims) and not waiting, at=at)
        if found is None and not waiting and _is_masthead(line, claims):
            found = [Claim("source", line, f"line {at + 1}, below the byline", 0.6)]
        if found is None:
            if len(waiting) == 2 or size + len(line) > MAX_DECK or read_dateline(line):
                break
            waiting.append(line)
            size += len(line)
            continue
        if waiting and claims and not any(c.field == "deck" for c in claims):
            claims.append(Claim("deck", " ".join(waiting), "between headline and byline", 0.7))
        elif waiting and not claims:
            break
        waiting, size = [], 0
        claims += found
        end = at + 1
    return Head(tuple(claims), "\n".join(lines[end:]))


_PAPER = re.compile(
    r"(?:The |El |La |Le |Die |Der )?(?:[A-ZÀ-Ý][\w.&’'-]* ){0,4}(?:Times|Post|News|Herald|Tribune"
    r"|Guardian|Courier|Gazette|Journal|Star|Mail|Mirror|Telegraph|Independent|Express|Chronicle"
    r"|Observer|Standard|Press|Today|Ledger|Radio|Magazine|BBC|CNN|NPR|Reuters|AP|AFP|Bloomberg"
    r"|Jazeera|Examiner|Inquirer|Dispatch|Sentinel|Bulletin|Reporter|Review|Record|Globe|Sun"
    r"|Argus|Echo|Weekly|Zeitung|Tagblatt|Anzeiger|Monde|Figaro|País|Mundo|Universal|Nación)",
)


def without_paper(title: str) -> tuple[str, str]:
    """A headline without the name of the paper behind a dash or bar, and that name."""
    head, dash, paper = title.rpartition(" - ") if " - " in title else title.rpartition(" | ")
    if dash and len(head) >= 15 and _PAPER.fullmatch(paper) is not None:
        return head, paper
    return title, ""


def _preface(lines: list[str], filled: list[int]) -> tuple[list[Claim], int]:
    """What stands above the headline: the paper's name, the date, or both; and how many lines."""
    claims: list[Claim] = []
    for count, at in enumerate(filled[:3]):
        line = lines[at].strip()
        dated = date_line(line, f"line {at + 1}")
        named = bool(
            len(line) <= 40
            and not any(claim.field == "source" for claim in claims)
            and (_PAPER.fullmatch(line) or (claims and _MASTHEAD.fullmatch(line)))
        )
        # The name of a paper alone may be a headline; with the date above or below it is none.
        if not dated and count == 0 and not named and _MASTHEAD.fullmatch(line) and len(line) <= 40:
            following = lines[filled[1]].strip() if len(filled) > 1 else ""
            named = bool(date_line(following, ""))
        if dated:
            claims += dated
        elif named:
            claims.append(Claim("source", line, f"above the headline, line {at + 1}", 0.8))
        else:
            is_title = _is_title(line, has_more=len(filled) > count + 1)
            return (claims, count) if claims and is_title else ([], 0)
    return [], 0


_MASTHEAD = re.compile(
    r"(?:The |El |La |Le |Die |Der )?[A-ZÀ-Ý][\w.&’'-]*"
    r"(?: (?:of |the |and |de |del |la )?[A-ZÀ-Ý0-9]"
    r"[\w.&’'-]*){0,4}"
)


def _is_masthead(line: str, claims: list[Claim]) -> bool:
    """Whether a line below a byline is the name of a paper: a few capitalised words."""
    fields = {claim.field for claim in claims}
    return (
        "authors" in fields
        and "source" not in fields
        and len(line) <= 40
        and _MASTHEAD.fullmatch(line) is not None
    )


def _is_title(line: str, *, has_more: bool) -> bool:
    if not has_words(line):
        return False
    if not has_more or len(line) > MAX_TITLE or read_byline(line) or _URL.match(line):
        return False
    if read_dateline(line) is not None and len(line) > 100:
        return False
    return not (len(line) > 60 and line.endswith((".", ".”", '."')))


def _claims_of(line: str, *, near: bool, at: int) -> list[Claim] | None:
    """What a line of the head says; an empty list for noise, None for text."""
    origin = f"line {at + 1}"
    byline = read_byline(line)
    if byline is not None:
        found = [Claim("authors", name, f"byline, {origin}", 0.95) for name in byline.authors]
        if byline.place:
            found.append(Claim("place", byline.place, f"byline, {origin}", 0.7))
        if byline.source:
            found.append(Claim("source", byline.source, f"byline, {origin}", 0.7))
        if byline.date is not None:
            found.append(date_claim(byline.date, f"byline, {origin}"))
        return found
    if len(line) > 120 or read_dateline(line) is not None:
        return None
    address = _URL.match(line)
    if address is not None:
        return [Claim("url", address.group(1), origin, 0.9)]
    dated = date_line(line, origin)
    if dated is not None:
        return dated
    day = _day_line(line, origin)
    if day is not None:
        return day
    source = _FROM.match(line)
    if source is not None and near:
        return [Claim("source", source.group(1), f"“From” line, {origin}", 0.85)]
    name, paper = _bare_name(line)
    if name:
        signed_for = [Claim("source", paper, f"behind the name, {origin}", 0.6)] if paper else []
        return [Claim("authors", name, f"name alone, {origin}", 0.7), *signed_for]
    signed = agency(line)
    if signed and (line.isupper() or line[:1] in "(/" or line[:1].isupper()):
        return [Claim("source", signed, f"agency, {origin}", 0.85)]
    if _NOISE.match(line):
        return []
    return None


_BEHIND_NAME = re.compile(r",\s*((?:[A-ZÀ-Ý][\w.&’'-]*\s?){1,4})$")


def _bare_name(line: str) -> tuple[str, str]:
    """The person that a line names and nothing else, and the paper behind the name.

    ``Jane Doe, BBC News`` is a byline without its *By*.
    """
    behind = _BEHIND_NAME.search(line)
    bare = line[: behind.start()] if behind is not None else line
    words = bare.split()
    if not 2 <= len(words) <= 4 or not is_name(bare):
        return "", ""
    name = set_right(bare)
    if name.split()[0] not in FIRST_NAMES:
        return "", ""
    paper = behind[1].strip() if behind is not None else ""
    return name, paper if _PAPER.fullmatch(paper) else ""


def date_line(line: str, origin: str) -> list[Claim] | None:
    """The claims of a line that is a date and little else."""
    dates = sorted(find_dates(line), key=lambda found: found.start)
    if not dates:
        return None
    rest = line
    for found in reversed(dates):
        rest = rest[: found.start] + rest[found.end :]
    beside = rest
    rest = _DATE_WORDS.sub(" ", _UPDATED.sub(" ", rest))
    words = re.findall(r"\w+", rest)
    if len(words) > 4 or len("".join(words)) > 28:
        return None
    claims = []
    for found in dates:
        label = _UPDATED.search(line, 0, found.start)
        field = "modified" if label is not None else "date"
        claims.append(date_claim(found, f"date line, {origin}", field=field))
        if field == "modified":
            # Better than none, where no other date is given.
            claims.append(date_claim(found, f"update, {origin}", 0.4))
    left = _UPDATED.sub(" ", beside).strip(" ,|·•–—-.:()") if words else ""
    if left and agency(left):
        claims.append(Claim("source", agency(left), f"date line, {origin}", 0.8))
    elif left and (_PAPER.fullmatch(left) or ("|" in line and _MASTHEAD.fullmatch(left))):
        claims.append(Claim("source", left, f"date line, {origin}", 0.6))
    return claims


_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado"
    r"|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonntag)",
    re.IGNORECASE,
)


def _day_line(line: str, origin: str) -> list[Claim] | None:
    """The claim of a line that is a day without a year: ``Monday, February 20``."""
    if len(line) > 40 or not re.search(r"\d", line):
        return None
    day = day_of(line)
    if not day:
        return None
    words = re.findall(r"[^\W\d_]+", _WEEKDAY.sub(" ", _DATE_WORDS.sub(" ", line)))
    return [Claim("day", day, f"date line, {origin}", 0.6)] if len(words) <= 2 else None


def _labelled(lines: list[str], filled: list[int]) -> Head | None:
    """A head of ``Label: value`` lines, at least two of them known."""
    claims: list[Claim] = []
    end = 0
    unlabelled: list[str] = []
    for at in filled[:20]:
        match = _LABEL.match(lines[at])
        field = _LABELS.get(match.group(1).strip().lower(), "") if match else ""
        if match is None or not (field or claims):
            if claims or unlabelled:
                break
            unlabelled.append(lines[at].strip())
            continue
        if field:
            claims.append(Claim(field, match.group(2).strip(), f"label, line {at + 1}", 0.95))
        end = at + 1
    if len(claims) < 2:
        return None
    if unlabelled and not any(claim.field == "title" for claim in claims):
        if len(unlabelled[0]) > MAX_TITLE:
            return None
        claims.insert(0, Claim("title", unlabelled[0], "first line", 0.9))
    return Head(tuple(claims), "\n".join(lines[end:]))
