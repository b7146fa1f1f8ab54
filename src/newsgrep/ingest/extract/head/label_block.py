"""Heads and feet that are labels with their values, one below the other.

``Title: …``, ``AUTHOR    : …``, ``| Source | … |``, ``Date:<tab>…``, a label on its own line above
its value; in any case, with labels between them that nobody knows; ``title=…`` and ``#TITLE …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsgrep.ingest.extract.body.trailer import is_trailer
from newsgrep.ingest.extract.head.bare_line import bare
from newsgrep.ingest.extract.head.clauses import is_prose, is_spoken
from newsgrep.ingest.extract.head.evidence import Standing, people_parts
from newsgrep.ingest.extract.head.filled_lines import filled_from_end
from newsgrep.ingest.extract.head.head_lines import LineReading, read_line
from newsgrep.ingest.extract.head.head_words import LABELS, ONLY_WITH_COLON
from newsgrep.ingest.extract.head.label_words import IN_BLOCK, MAY_BE_COMPANIES
from newsgrep.ingest.extract.head.publications import is_paper_or_site
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.dates import find_dates

FIRST = 5
"""Lines with words among which a block begins."""
LONGEST = 30
"""Lines of a block at most."""
_LAST = 8
"""Lines at the end of which one is of a block below the text."""
_FEWEST = 3
"""Known labels of a block with one of headline, author, date and source."""
_MAIN = frozenset(("title", "author", "date", "source"))
_MAY_BE = re.compile(r"[^\w\n]{0,6}[^\W\d_][^:：|\t\n]{0,30}\s*[:：|\t]")
_FIELD = re.compile(
    r"[:|\s]*([^\W\d_][\w '’/().&-]{0,30}?)\s*"
    r"(?::{1,2}(?=\s|$)\s*\|?|：|\||\t)\s*(.*?)\s*\|?\s*",
    re.DOTALL,
)
_ASSIGNED = re.compile(
    r"([A-Za-z][\w-]{1,23})\s?=\s?(?!=)(.*)|#([A-Z][A-Z_]{1,19})(?:\s+|:\s*)(.*)", re.DOTALL
)
"""``byline=Ann Poe`` and ``#BYLINE Ann Poe``, as corpora have them."""
_RULE = re.compile(
    r"[\s|:=_*-]*|:(?:properties|end):"
    r"|[=*#_~ -]{3,}(?:meta ?data|header|article|full text|text|body|content)[=*#_~ -]{3,}",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\|\s*(?:field|key|property|name|attribute|feld|campo|champ)\s*\|", re.I)
"""What heads the columns of a table of labels."""
_TEXT = frozenset(
    """text body contents content article original_content rephrased_content article_content
    article_body news_content news_text main_text main_content body_text full_content page_content
    paragraphs volltext inhalt texto texte testo tekst brödtext
    artikeltext full_text article_text story_text texto_completo texte_intégral contenu contenido
    conteúdo contenuto inhoud innehåll innhold indhold cuerpo corps corpo treść текст содержание
    正文 内容 內容 本文 本문 내용""".split()
)
"""What stands above or before the text itself."""
_PLURAL = re.compile(r"\((?:s|en|es|n|e|r|in)\)$|/-?in(?:nen)?$")
_PARTED = re.compile(r"\s*(?:/|&|\band\b|\bund\b|\bet\b)\s*")
_QUOTED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|„([^„“”]+)[“”]|«\s?([^«»]+?)\s?»|»([^«»]+)«")
_ADDRESS = re.compile(r"<?(https?://\S+?)>?")
_LONGEST_VALUE, _LONGEST_DAY = 1000, 60
_DROPPED = LineReading((), 4.0, "", False)


class Entry(NamedTuple):
    """A line of a block: the role that its label names, and its value."""

    role: str
    """Empty where nobody knows the label; ``text`` where the text begins."""
    value: str


def role_of(label: str) -> str:
    """The role that a label names, in any case and number: ``Author(s)``, ``Author/Byline``."""
    key = " ".join(label.casefold().replace("_", " ").split()).rstrip(".")
    for known in (key, _PLURAL.sub("", key)):
        if role := IN_BLOCK.get(known) or LABELS.get(known) or ONLY_WITH_COLON.get(known):
            return role
    roles = {LABELS.get(part, "") for part in _PARTED.split(key)}
    shaped = _SHAPED.fullmatch(key)
    if shaped is not None and shaped.lastgroup is not None:
        what = shaped["what"]
        return LABELS.get(what, "") if what else shaped.lastgroup
    return roles.pop() if len(roles) == 1 else ""


_SHAPED = re.compile(
    r"(?P<date>(?:publi\w+|post(?:ed|ing)|issued?|released?|print\w*) (?:date|day|time|at|on))"
    r"|(?P<modified>(?:last )?(?:updated?|modified|edited|revised) (?:date|day|time|at|on))"
    r"|(?P<place>(?:reported|filed|written) from)"
    r"|(?:article|news|story|post|item|page|full|original|web)(?: |-)?"
    r"(?P<what>title|headline|author|authors|byline|date|source|url|link|section)"
)
"""Labels in English, by the words that they are made of."""


def may_be_labelled(line: str) -> bool:
    """Whether a line begins as those of a block do: most do not, and are told quickly."""
    if (":" in line or "|" in line or "\t" in line or "：" in line) and _MAY_BE.match(line):
        return True
    return ("=" in line or line[:1] == "#") and _ASSIGNED.fullmatch(line.strip()) is not None


def entry_of(line: str) -> Entry | None:
    """The label and value that a line is; None for another line."""
    if not may_be_labelled(line) or len(line) > _LONGEST_VALUE:
        return None
    assigned = _ASSIGNED.fullmatch(line.strip())
    if assigned is not None:
        return _assigned(assigned)
    match = _FIELD.fullmatch(bare(line))
    if match is None:
        return None
    label = match[1].strip(" *_")
    if label.casefold().replace(" ", "_") in _TEXT and role_of(label) != "author":
        # "Article: 3" counts the articles of a file.
        return Entry("other" if match[2].isdecimal() else "text", match[2])
    if len(label.split()) > 3:
        return None
    if ("|" in match[2] or "\t" in match[2]) and not _is_day(label, match[2]):
        return None  # a row of a table
    value = match[2].strip(" *_")
    if label.casefold() in MAY_BE_COMPANIES and not _is_somebody(value):
        return Entry("", value)
    return Entry(role_of(label), value)


def _is_day(label: str, value: str) -> bool:
    """Whether a value is a day and its hour: ``Publication_Date: March 7, 2023 | 3:50am``."""
    if role_of(label) not in ("date", "modified") or len(value) > _LONGEST_DAY:
        return False
    found = next(find_dates(value), None)
    return found is not None and ":" not in value[: found.start] + value[found.end :]


def _assigned(match: re.Match[str]) -> Entry:
    """The entry of ``title=…`` or ``#TITLE …``; what is no known label says nothing here."""
    label, value = match[1] or match[3], (match[2] or match[4] or "").strip()
    if label.casefold() in _TEXT:
        return Entry("text", value)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return Entry(role_of(label), value)


def _is_somebody(value: str) -> bool:
    """Whether a value is persons' names, and none of a company's."""
    parts = people_parts(value.replace(",", " & ").replace("/", " & ").replace(";", " & "))
    return bool(parts) and all(
        is_name(part.strip()) and " " in part.strip() and _COMPANY.search(part) is None
        for part in parts
    )


_COMPANY = re.compile(
    r"\b(?:AG|SE|SA|KG|OHG|GmbH|mbH|Ltd|Inc|LLC|plc|SpA|Srl|SL|AB|AS|BV|NV|Cie?|Co)\b"
)
_OPENED = re.compile(
    r"\s*(?:(?:full[ _]text|volltext|texto completo|texte intégral|testo completo"
    r"|volledige tekst)\s?[:=]"
    r"|(?:text|body|content)=|(?:(?:article|main) )?(?:content|body)\s?:"
    r"|(?:正文|内容|內容|本文|본문|내용)\s?[:：])\s*(?=\S)",
    re.IGNORECASE,
)


_LABELLED = re.compile(r"\s*([^\W\d_][\w ]{0,20}?)\s?[:：]\s*(?=\S)")
_SHORTEST_TEXT = 60
"""Characters of a text behind ``Text:``; fewer may be who wrote it."""


def _behind_label(line: str) -> int:
    """Where the text begins in a line that is its first, behind a label that says so; else 0."""
    match = _OPENED.match(line)
    if match is not None:
        return match.end()
    match = _LABELLED.match(line)
    if match is None or match[1].casefold().replace(" ", "_") not in _TEXT:
        return 0
    return match.end() if len(line) - match.end() >= _SHORTEST_TEXT else 0


def opens_text(line: str) -> bool:
    """Whether a line is the first of the text, behind a label that says so."""
    return _behind_label(line) > 0


def opened_text(lines: list[str]) -> list[str]:
    """The lines of a text without the label before its first word: ``Full text: …``."""
    for at, line in enumerate(lines):
        if line.strip():
            begin = _behind_label(line)
            return [*lines[:at], line[begin:], *lines[at + 1 :]] if begin else lines
    return lines


def _is_of_table(line: str) -> bool:
    """Whether a line is a rule, or heads the columns of a table of labels."""
    return _RULE.fullmatch(line) is not None or _HEADING.match(line) is not None


def read_block(lines: list[str], filled: Sequence[int]) -> dict[int, LineReading]:
    """How the lines of a block of labels are read, by their place; empty where there is none.

    ``filled`` are the places of the first lines with words. A value on the line below its label
    is read there; lines whose label nobody knows are of the head, and their words stay in the text.
    """
    paragraphs = 0
    for place, at in enumerate(filled[:FIRST]):
        if not may_be_labelled(lines[at]):
            paragraphs += is_prose(lines[at])
            if paragraphs > 1:
                break  # a box within the article: when and where something is
            continue
        entry = entry_of(lines[at])
        if entry is not None and entry.role not in ("", "text", *_ASIDE):
            above = filled[max(0, place - 2) : place]
            found: dict[int, Entry | None] = {
                n: None for n in above if place < 3 and _is_of_table(lines[n].strip())
            }
            for n in reversed(filled[:place]):
                known = entry_of(lines[n])
                if known is None or known.role not in _ASIDE:
                    break
                found[n] = known  # an entry of no use above those of use: "SLUG: …"
            found |= _entries(lines, at)
            return _readings(lines, found, several=not _above_text(lines, found))
    return {}


def _above_text(lines: Sequence[str], entries: Mapping[int, Entry | None]) -> bool:
    """Whether several labels, none of a head, end with the one that says that the text begins."""
    known = sorted(entries)
    if any(e is not None and (not e.role or e.role in _MAIN) for e in entries.values()):
        return False
    below = next((at for at in range(known[-1], len(lines)) if _tells_text(lines[at])), -1)
    between = lines[known[-1] + 1 : below]
    return len(known) > 1 and below >= 0 and not any(map(str.strip, between))


def _tells_text(line: str) -> bool:
    entry = entry_of(line) if len(line) <= _LONGEST_VALUE else None
    return opens_text(line) or (entry is not None and entry.role == "text")


def read_block_below(lines: list[str], end: int) -> dict[int, LineReading]:
    """How the lines of a block of labels at the foot are read; ``end`` is where the text begins."""
    found: dict[int, Entry | None] = {}
    last = [line for line in lines[max(end, len(lines) - _LAST) :] if line.strip()]
    if not any(map(may_be_labelled, last)):
        return {}
    for at in filled_from_end(lines, max(end, len(lines) - LONGEST)):
        line = lines[at].strip()
        entry = entry_of(line)
        if entry is not None and ":" in line and entry.role != "text" and entry.value:
            found[at] = entry
        elif found or not (is_trailer(line) or _RULE.fullmatch(line)):
            break
    while found and (first := found[min(found)]) is not None and not first.role:
        del found[min(found)]  # a paragraph: "WHAT IS NEW: …"
    opened = next(filter(str.strip, lines[end:]), "")
    return _readings(lines, found, several=not opens_text(opened))


def _entries(lines: list[str], begin: int) -> dict[int, Entry | None]:
    """The entries of a block by their lines; None for its rules, and for labels above values."""
    found: dict[int, Entry | None] = {}
    waiting, empty = "", 0
    for at in range(begin, min(len(lines), begin + LONGEST)):
        line = lines[at]
        if not line.strip():
            empty += 1
            if empty > 1:
                break
            continue
        entry = entry_of(line)
        if not waiting and _is_of_table(line.strip()):
            found[at] = None
            empty = 0
            continue
        if entry is None or (waiting and not entry.role):
            if not waiting:
                break
            found[at] = Entry(waiting, line.strip())
            waiting, empty = "", 0
            continue
        if entry.role == "text":
            if not entry.value:
                found[at] = None
            break
        if not entry.role and (empty or not entry.value):
            break  # a paragraph: "WHAT IS NEW: …"
        found[at] = entry if entry.value else None
        waiting = "" if entry.value else entry.role
        empty = 0
    return found


def _readings(
    lines: list[str], entries: dict[int, Entry | None], *, several: bool = True
) -> dict[int, LineReading]:
    """How the entries of a block are read; ``several`` where one alone tells nothing."""
    if several and not _is_block(entries.values()):
        return {}
    for at, entry in entries.items():
        if entry is not None and (cited := _PAPER_AND_DAY.fullmatch(entry.value)) is not None:
            entries[at] = Entry(entry.role, f"{cited['paper']}, {cited['date']}")
    if any(e is not None and e.role in _NAMED and is_spoken(e.value) for e in entries.values()):
        return {}  # an interview, with who speaks before each line
    roles = {entry.role for entry in entries.values() if entry is not None}
    for at, entry in entries.items():
        if entry is not None and entry.role == "publisher":
            # A publisher may be a house that has several papers.
            role = "source" if "source" not in roles and is_paper_or_site(entry.value) else "other"
            entries[at] = Entry(role, entry.value)
    readings = {at: _reading(lines, at, entry) for at, entry in entries.items()}
    if "source" in roles:
        # What stands behind the author's name is whom he works for.
        signed = [at for at, entry in entries.items() if entry and entry.role == "author"]
        readings |= {at: _without_source(readings[at]) for at in signed}
    return readings


def _without_source(reading: LineReading) -> LineReading:
    return replace(reading, claims=tuple(c for c in reading.claims if c.field != "source"))


_ASIDE = ("other", "kept")
"""Roles of what tells nothing of an article: its words are of a catalogue, or stay in the text."""
_PAPER_AND_DAY = re.compile(
    r"(?P<paper>[^().]{2,60})(?: \([^()]{2,60}\))?\.\s+"
    r"\((?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\)(?::.{0,60})?"
)
"""As Gale's databases have it: ``The Quay (Orlo, Maine). (Mar. 14, 2009): News: p12.``"""
_NAMED = frozenset(("author", "source", "place", "section", "publisher", "date"))
"""Roles whose values are names and days, and no sentences."""


def _is_block(entries: Iterable[Entry | None]) -> bool:
    """Whether entries are those of a head or foot: two of what articles have, or one of several."""
    roles = [entry.role for entry in entries if entry is not None and entry.role]
    main = _MAIN & set(roles)
    return (
        len(main) > 1
        or ("title" in main and len(set(roles)) > 1)
        or (bool(main) and len(roles) >= _FEWEST)
        or (main == {"date"} and set(roles) - {"kept"} == {"date", "other"})
    )


def _reading(lines: list[str], at: int, entry: Entry | None) -> LineReading:
    """How one line of a block is read."""
    if entry is None or entry.role == "other" or (entry.role == "kept" and " " not in entry.value):
        return _DROPPED
    if entry.role in ("", "kept"):
        return LineReading((), 4.0, " ".join(lines[at].split()[:3])[:30], True)
    where = f"label, line {at + 1}"
    value = entry.value
    if entry.role in ("title", "deck"):
        return _of(Claim(entry.role, _unquoted(value), where, 0.95))
    address = _ADDRESS.fullmatch(value)
    if address is not None:
        return _of(Claim("url", address[1], where, 0.9))
    issued = _ISSUED.fullmatch(value) if entry.role == "date" else None
    if issued is not None and is_paper_or_site(issued["paper"]):
        source = Claim("source", issued["paper"], where, 0.9)
        dates = read_line(f"date: {issued['day']}", at + 1, _NEAR).claims
        return _of(source, *dates)
    told = read_line(f"{_LABEL_OF.get(entry.role, entry.role)}: {value}", at + 1, _NEAR)
    lone = [c.value for c in told.claims if c.field == "authors" and " " not in c.value]
    unsure = ";" in value or told.unknown or (lone and "," in value)
    if entry.role == "author" and (unsure or "authors" not in told.fields):
        others = tuple(claim for claim in told.claims if claim.field != "authors")
        dated = next(find_dates(value), None)
        value = value if dated is None else value[: dated.start].rstrip(" ,;|(")
        if dated is not None and (not value or ". " in value):
            return _of(*others)  # more than its authors: a paper, perhaps
        return _of(Claim("authors", value, where, 0.95), *others)
    return LineReading(told.claims, 5.0, "", True)


def _of(*claims: Claim) -> LineReading:
    return LineReading(claims, 5.0, "", True)


_ISSUED = re.compile(r"(?P<paper>[^\W\d_][^,\d]{3,50}), (?P<day>[^,].*\d.*)")
"""A paper and its day behind a label for the day: ``Published: The Quay, January 8, 1951``."""
_LABEL_OF = {"modified": "updated"}
_NEAR = Standing(near=True)


def _unquoted(value: str) -> str:
    """A value without quotation marks around all of it."""
    match = _QUOTED.fullmatch(value)
    return next(filter(None, match.groups())) if match is not None else value
