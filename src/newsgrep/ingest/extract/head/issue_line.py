"""A line that names the issue of a paper: its name, number, day, page, section, and nothing else.

``Gazeta Wyborcza nr 18, wydanie tro z dnia 22/01/1999, dział KULTURA, str. 4``; ``FOLHA DE LONDRINA
- CIDADES - 14/03/2013``; ``Pressespiegel Universität Jena | Thüringer Allgemeine, 17. November
2015, S. 5 | Autor: Ann Poe``. So archives and press offices head and end articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.extract.head.head_words import is_section
from newsgrep.ingest.extract.head.publications import looks_like_publication, publication
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import is_name, names_in, set_right
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import find_dates, without_weekday
from newsgrep.text.fold import fold
from newsgrep.text.given_names import is_given_name
from newsgrep.text.month_dates import month_at_end
from newsgrep.text.months import WEEKDAYS

ISSUE = "issue, line "
"""What the origin of a claim from such a line begins with."""
_LONGEST, _SHORTEST = 200, 12
_BETWEEN = re.compile(r"\s+[-–—|•·/]+\s+|\s*[|;,()\[\]]\s*|\t+|\.\s+(?=[A-ZÀ-Ý(])")
_BEFORE_DAY = re.compile(
    r"(?:^|[\s,;|(])"
    r"(?:vom|von|z dnia|dnia|ze dne|от|за|du|de|del|di|el|le|of|on|den|d\.|am|fra|från)\s*$",
    re.IGNORECASE,
)
_YEAR_SIGN = re.compile(r"^\s?(?:г(?:ода|\.)?|р\.|r\.)(?![^\W\d_])", re.IGNORECASE)
_NUMBER = re.compile(
    r"[\s,]*\b(?:nr|no|n[º°]|№|num|núm|number|issue|č|vol|jg|jahrgang|año|an)\.?\s?\d{1,6}(?:[/-]\d+)?",
    re.IGNORECASE,
)
_NUMBER_SIGN = re.compile(r"[\s,]*№\s?\d{1,6}")
_PAGE = re.compile(
    r"(?:on )?(?:p|pp|pg|pág|pag|page|página|pagina|seite|seiten|s|str|strona|strana|side|sida|sivu"
    r"|стр|с|σελ|blz|bladzijde)\.?:?\s?[A-Z]{0,2}\d{1,4}(?:\s?[-–/]\s?\d{1,4})?"
    r"|\d{1,6} ?(?:ord|words|слов|wörter|mots|palabras|woorden|parole|words?)|[A-Z]?\d{1,3}",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:klo|kl|um|à|at|ore|o|в)?\.?\s?\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:uhr|h|hs|[ap]\.?m\.?)?", re.I
)
_OF_RECORD = re.compile(
    r"(?:artikel-?id|id|dok(?:ument)?(?:en)?-?(?:nr|nummer)|document|doc)\s?[:.]?\s?\S{3,30}",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"(?:ausgabe|édition|edition|edición|edizione|edição|wydanie|vydání|utgave|utgåva|udgave)\b.{0,30}"
    r"|.{0,20}(?:ausgabe|edition)|(?:[朝夕]刊|\w{1,4}面)(?:\s(?:[朝夕]刊|\w{1,4}面))*|(?:morgen|abend|morning|evening|late|early|final)\w*",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:(?P<section>dział|rubri(?:k|ka|ek|que)|ressort|section|sección|seção|sezione|раздел|рубрика"
    r"|cahier|caderno|cuaderno|afdeling|avdelning)"
    r"|(?P<author>autor(?:in)?|author|auteur|autore|von|by|par|por|af|av|door|автор))\s?:?\s+(?P<value>\S.{1,60})",
    re.IGNORECASE,
)
_SOURCE = "quelle|source|fuente|fonte|źródło|zdroj|kilde|källa|bron|источник"
_REVIEW = re.compile(
    r"(?:presse|medien|press)(?:spiegel|schau|echo)\b.{0,50}"
    r"|press (?:review|cuttings?|clippings?)\b.{0,40}|revue de (?:la )?presse\b.{0,40}"
    r"|rassegna stampa\b.{0,40}|(?:revista|resumen) de prensa\b.{0,40}"
    rf"|{_SOURCE}",
    re.IGNORECASE,
)
_RULES = (_PAGE, _OF_RECORD, _EDITION, _REVIEW, _CLOCK)
_OF_TIME = re.compile(r"\W*time\s?:", re.IGNORECASE)
"""A label for the day, which is a magazine's name as well."""
_QUOTED = re.compile(
    r"[«„“\"](?P<paper>[^«»“”\"]{3,40})[»“”\"],?\s*(?:№|(?:nr|no|n[º°]|č)\b)", re.IGNORECASE
)
"""A paper in quotation marks, with a number behind it."""
_LED = re.compile(rf"^\W*(?:{_SOURCE}|джерело)\s?:\s*", re.IGNORECASE)
_QUOTES = " \t\"“”„«»'‘’*_."
_SMALL = re.compile(r"(?<![\w’'-])[a-zß-ÿа-я]{4,}|[\u3040-\u9fff\uac00-\ud7af]")
"""A word written small, or one in a script that has no capitals: no section beside a paper."""
_SHORT = 4
"""Words of a part that nobody knows: a section, where it stands beside a paper that is known."""


def issue_of(line: str, number: int) -> list[Claim]:
    """What such a line says, which has a number in its text; empty for another line."""
    where = f"{ISSUE}{number}"
    if not _SHORTEST <= len(line) <= _LONGEST or not any(map(str.isdigit, line)):
        return []
    if _OF_TIME.match(line) is not None:
        return []
    text = _LED.sub("", line.strip().lstrip("©").lstrip())
    led = text != line.strip() or _QUOTED.match(text) is not None
    found = next(find_dates(text), None) or month_at_end(text)
    if found is None:
        paged = led and any(map(_PAGE.fullmatch, _parts(text)))
        return _read(text, where, None, led=led) if paged else []
    before = _BEFORE_DAY.sub("", without_weekday(text[: found.start]))
    behind = _YEAR_SIGN.sub("", text[found.end :])
    day = date_claim(found, where, min(0.9, found.confidence))
    return _read(f"{before} | {behind}", where, day, led=led)


def _read(rest: str, where: str, day: Claim | None, *, led: bool) -> list[Claim]:
    """The claims of all parts but the day; empty where one is not understood.

    ``led``: the line says that its first part is a paper.
    """
    papers: list[tuple[str, bool]] = []
    more: list[Claim] = []
    unknown: list[str] = []
    count, shouted = 0, False
    for part in _parts(rest):
        count += 1
        paper = _paper(part)
        if not paper and led and not papers and not unknown and not _is_of_issue(part):
            paper = part
        if paper:
            shouted = shouted or part.isupper()
            papers.append((paper, led or bool(publication(paper))))
            continue
        label = _LABELLED.fullmatch(part)
        if label is not None and label["section"]:
            more.append(Claim("section", label["value"], where, 0.8))
        elif label is not None and (names := names_in(label["value"])):
            more += [Claim("authors", name, where, 0.9) for name in names]
        elif is_section(part):
            more.append(Claim("section", set_right(part), where, 0.7))
        elif not _is_of_issue(part):
            unknown.append(part)
    if len(papers) != 1 or len(unknown) > (papers[0][1] or all(map(str.isupper, unknown))):
        return []
    if any(
        len(part.split()) > _SHORT or _SMALL.search(part) or _may_sign(part) for part in unknown
    ):
        return []
    if count == 1 and not (shouted or led):
        return []  # a paper and its day: the table of evidence tells as much
    sections = [Claim("section", part, where, 0.5) for part in unknown]
    days = [day] if day is not None else []
    return [Claim("source", papers[0][0], where, 0.9), *days, *more, *sections]


def _parts(rest: str) -> Iterator[str]:
    for piece in _BETWEEN.split(rest):
        part = _NUMBER_SIGN.sub("", _NUMBER.sub("", piece)).strip(_QUOTES + "-–—:/")
        if part:
            yield part


def _paper(part: str) -> str:
    """The paper that a part is, as it is written; empty for none."""
    calm = set_right(part) if part.isupper() else part
    if is_section(part) or len(part) < 3:
        return ""
    return calm if publication(part) or (" " in part and looks_like_publication(calm)) else ""


def _may_sign(part: str) -> bool:
    """Whether a part may be who wrote it: then other rules read the line."""
    if part.isupper():
        return is_given_name(part.split()[0].title())
    return " " in part and is_name(part)


def _is_of_issue(part: str) -> bool:
    return (
        any(rule.fullmatch(part) is not None for rule in _RULES)
        or fold(part) in WEEKDAYS
        or is_place(part)
    )
