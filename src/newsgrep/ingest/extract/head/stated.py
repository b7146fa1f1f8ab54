"""Lines that state in a set form where an article is from, or all of its head at once.

``Clipping from The Courier, 3.5.2019``, ``aus: Die Zeit, 3. Mai 2019, Seite 4``; a record's cells
with tabs between them; ``Text of report by Ann Poe headlined "…" published by The Courier website
on 3 May 2019``; ``Publication info: The Courier ; New York, N.Y. 3 May 2019: A4.``
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.chinese import passed_on_from
from newsgrep.ingest.extract.head.evidence import Standing, is_full_name, people_parts
from newsgrep.ingest.extract.head.head_lines import LineReading, read_line
from newsgrep.ingest.extract.head.issue_line import issue_of
from newsgrep.ingest.extract.head.korean import KOREAN_FAMILIES, korean_reporters
from newsgrep.ingest.extract.head.publications import (
    is_domain,
    is_paper,
    looks_like_publication,
    publication,
)
from newsgrep.ingest.extract.names.personal_names import is_name
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import find_dates, find_short_dates
from newsgrep.text.month_dates import month_at_end

FIRST = 8
"""Lines with words among which such a line stands."""
_LONGEST = 140
_LONGEST_ENTRY = 400
_NEAR = Standing(near=True)
_PIECE = (
    r"(?:news(?:paper)? ?)?(?:clipping|cutting|clip|excerpt|extract|article|story|item|piece"
    r"|transcript|photocopy|scan|scanned)"
)
_FROM = re.compile(
    r"\W*(?:"
    rf"{_PIECE} (?:(?:was )?taken |reprinted |copied |typed )?(?:from|in)"
    r"|(?:taken|copied|typed|reprinted|transcribed|excerpted|clipped|scanned) from"
    r"|(?:from|in) the (?:print(?:ed)?|paper|digital|online|weekend|sunday|saturday) edition of"
    r"|from the (?:pages|archives?) of|as (?:published|printed) in"
    r"|(?:zeitungs)?(?:ausschnitt|ausriss|artikel|auszug|bericht|beitrag|text|kopie|abschrift) aus"
    r"|entnommen aus|aus"
    r"|aus der (?:druck|print|papier)ausgabe(?: der| des| von)?"
    r"|(?:coupure(?: de presse)?|article|extrait|texte)(?: tiré| issu| extrait| paru)?"
    r" (?:de|du|dans)"
    r"|(?:tiré|extrait|issu) (?:de|du)|(?:paru )?dans l['’]édition (?:papier|imprimée) (?:de|du)"
    r"|recorte (?:de prensa )?(?:de|del)"
    r"|(?:artículo|texto|nota) (?:tomad[oa]|publicad[oa]|extraíd[oa]) (?:de|del|en)"
    r"|(?:tomad[oa]|extraíd[oa]) (?:de|del)|de la edición impresa (?:de|del)"
    r"|recorte (?:d[eo] jornal|d[eoa])"
    r"|(?:artigo|texto|matéria) (?:(?:retirad|extraíd|publicad)[oa] )?(?:d[eoa]|n[oa]|em)"
    r"|(?:retirad[oa]|extraíd[oa]) d[eoa]|da edição impressa d[eoa]"
    r"|ritaglio (?:di giornale )?(?:da|dal|dalla)|(?:articolo |testo )?tratto (?:da|dal|dalla)"
    r"|(?:dall['’]|dalla )edizione (?:cartacea|a stampa) (?:di|del|della|de)"
    r"|(?:kranten)?(?:knipsel|artikel) uit|overgenomen uit|uit de papieren editie van|uit"
    r"|(?:tidnings)?(?:urklipp|klipp) (?:ur|från)|hämtat (?:ur|från)|artikel (?:ur|från)"
    r"|(?:avis)?(?:utklipp|udklip) (?:fra|av|af)|(?:hentet|klippet) fra|(?:artikkel|artikel) fra"
    r"|fra papir(?:utgaven av|udgaven af)"
    r"|from(?= the )|from (?:today|yesterday|sunday)['’]s|wycinek z|artykuł z|zaczerpnięt[oey] z"
    r"|z wydania papierowego"
    r")(?P<colon>\s?:)?\s+(?:(?-i:the|der|dem|den|die|das|de|het)\s+)?(?P<rest>\S.{1,100})",
    re.IGNORECASE,
)
_SMALL_LEAD = re.compile(r"\W*(?:aus|uit|from)\b", re.IGNORECASE)
"""Words that are a lead only before a colon, or before a paper that is known."""
_MARKS = re.compile(r"[\"“”„«»]")
_SHORT_DAY = re.compile(r",\s+(?=\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d))")
"""What parts a paper and a day whose year has two digits."""
_SHORT_YEAR = re.compile(r" (?=\d\d$)")
_OF_COPY = 0.45
"""How sure the day of a note is the article's: surer than that of an update."""
_COPY = re.compile(
    r"\s*(?:created|date created|creation date|clipped|angelegt|créée?|creado|criado"
    r"|creato|aangemaakt|skapad|opprettet|oprettet|utworzono)"
    r"(?: on| am| le| el| em| il| op)?\s?:\s*(?=.*\d)(?P<date>.{6,40})",
    re.IGNORECASE,
)
"""When a note was made, which is no day of the article's."""
_DATED_DECK = re.compile(
    r"\s*(?P<date>\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)\s+[-–—|]\s+"
    r"(?P<deck>[A-ZÀ-Ý](?:\S+ ){4,30}\S+)\s*"
)
"""A deck below its headline, with the day: ``23/05/2022 - Processo seletivo visou …``."""
_INFO = re.compile(
    r"\s*publication (?:info(?:rmation)?|details?)\s?:\s*(?P<paper>[^;:\[\]]{3,80}?)\s*"
    r"(?:;[^:\[\]]{2,60}?)?(?:\[[^\[\]]*\])?[\s.]*(?P<date>[^:;\[\]]{0,30}?\b(?:19|20)\d\d)\s*(?::.{0,30})?",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\W{0,3}(?P<paper>[A-ZÀ-Ý][\w&’'.-]*"
    r"(?: (?:[A-ZÀ-Ý][\w&’'.-]*|of|and|the|de|del|di|für)){0,5}), "
    r"(?P<date>[A-Z][a-z]{2,8}\.?(?: \d{1,2},)? (?:18|19|20)\d\d)"
    r"(?:,? (?:pp?\. ?)?\d{1,3}(?:\s?[-–,&]\s?\d{1,3})*)+\.?\W{0,3}"
)
"""A journal with its issue and its pages: ``The Quay Worker, March 1955, 1, 4.``"""
_AUTHORS = re.compile(r"\s*authors?\s?:\s*([^\W\d].{4,160})", re.IGNORECASE)
_MONITORED = re.compile(
    r"\s*(?i:(?:full )?(?:text|excerpts?|transcript|summary)) (?:of|from) (?:an? |the )?"
    r"(?:[a-z-]+ )?(?:report|article|commentary|editorial|interview|analysis|column|statement|item)"
    r"(?: in [A-Z]\w+)?(?: by (?P<who>[^\"“”]{3,80}?))?"
    r"(?:,? (?:headlined|entitled|titled|under the headline):? [\"“](?P<title>.{5,250}?)[\"”],?"
    r"(?=\s(?:published|carried|posted|broadcast|on\b)|[.\s]*$))?"
    r"(?:,? (?:published|carried|posted|broadcast)(?: in [A-Z]\w+)? (?:by|in|on)"
    r" (?P<paper>.{2,90}?))?"
    r"(?: on (?P<date>\d{1,2} [A-Z][a-z]{2,8}(?: \d{2,4})?))?[.\s]*"
)
_SOURCE = re.compile(
    r"\s*Source: (?P<paper>[^;]{3,90}?),? in [A-Z][a-z]+(?: and [A-Z][a-z]+)?(?: \d{4} ?gmt)? "
    r"(?P<date>\d{1,2} [A-Z][a-z]{2,8} \d\d(?:\d\d)?)[.\s]*"
)
_END = re.compile(
    r"\s*(?:\((?:END|end)\)\s+(?P<paper>[A-Z][^()]{2,50})"
    r"|\((?:da|dal|dalla|from|via|aus|de|fonte|source|quelle|fuente|bron|källa)\s?:?\s"
    r"(?P<inside>[^()]{3,50})\))[.\s]*"
)
"""``(END) The Newswires``, ``(da Il Corriere)``: a source alone below the text."""
_TROVE = re.compile(
    r"(?P<title>\S.{3,200}?)\.? "
    r"\((?P<year>1[6-9]\d\d|20\d\d), (?P<month>[A-Z][a-z]{2,8}) (?P<day>\d{1,2})\)\. "
    r"(?P<paper>[^()]{3,80}?)(?: \([^()]{3,60}\))?(?:, p\.? [\w ]{1,20})?\. "
    r"Retrieved [^,]{3,20}(?:, \d{4})?,? from \S+\s*"
)
"""An article in an archive of newspapers, as it wants to be cited: its headline, day and paper."""
_DELPHER = re.compile(
    r"\s*[\"“„](?P<title>[^\"”]{3,200})[\"”]\. "
    r"[\"“„](?P<paper>[^\"”:]{3,80}?)(?: ?: [^\"”]*)?[\"”]\. [^,]{2,40}, "
    r"(?P<date>\d{1,2}-\d{1,2}-\d{4}), p\. .{1,20}\. Geraadpleegd op .*"
)
_KOREAN_MAILED = re.compile(r"\s*([\uac00-\ud7a3]{2,4})\s*[(\[<]\s?[\w.+-]+@[\w.-]+\s?[)\]>]\s*")
"""``홍길동 (gildong@paper.kr)``."""
_BETWEEN_STROKES = re.compile(r"\s*/\s?([\w .-]{2,20}?)\s?/\s*")
"""``/ritzau/``."""
_KOREAN_RIGHTS = re.compile(
    r"\W{0,4}(?:저작권자\s*|Copyrights?\s*)(?:\([cC]\)|ⓒ|©)\s*(?P<paper>[^,.<>]{2,24}?)\s*[,.]\s*무단"
)
"""Whose the rights are, below what a Korean paper prints."""
_KIND = r"(?:website|web site|newspaper|daily|weekly|magazine|news agency|portal|tv|radio)"
_DESCRIBED = re.compile(rf"^.*\b{_KIND} (?=[A-Z0-9])")
_SMALL_WORD = re.compile(r"(?<![\w’'.-])[a-zß-ÿ]{4,}(?![\w.])")
_KIND_BEHIND = re.compile(rf"(?: {_KIND})+$")


def stated_lines(lines: Sequence[str], filled: Sequence[int]) -> dict[int, LineReading]:
    """How lines of such a form among the first ones are read, by their places."""
    found: dict[int, LineReading] = {}
    recorded = False
    for place, at in enumerate(filled[:FIRST]):
        line = lines[at]
        if place == 0 and "\t" in line and (cells := _cells(lines, at)) is not None:
            return {at: cells}
        reading = _read(line, at + 1, place)
        if reading is not None:
            found[at] = reading
            recorded = recorded or reading.claims[0].origin.startswith("label")
    if recorded:
        found |= {
            at: _of(*names) for at in filled[:FIRST] if (names := _inverted(lines[at], at + 1))
        }
    return found


def _inverted(line: str, number: int) -> list[Claim]:
    """The authors of a record, family names first, whatever these are."""
    match = _AUTHORS.fullmatch(line)
    if match is None:
        return []
    people = [person.strip(" .").split(", ") for person in match[1].split(";") if person.strip()]
    if not all(len(p) == 2 and all(map(is_name, p)) for p in people):
        return []
    where = f"label, line {number}"
    return [Claim("authors", f"{given} {family}", where, 0.95) for family, given in people]


def issue_and_pages(line: str, number: int) -> list[Claim]:
    """The journal and the issue that a line names, with the pages there, and nothing else."""
    match = _REFERENCE.fullmatch(line.replace("*", "")) if len(line) <= _LONGEST else None
    if match is None:
        return []
    found = next(find_dates(match["date"]), None) or month_at_end(match["date"])
    if found is None:
        return []
    where = f"issue and pages, line {number}"
    return [Claim("source", match["paper"], where, 0.8), Claim("date", found.iso, where, 0.85)]


def stated_below(line: str, number: int) -> LineReading | None:
    """How a line of such a form at the foot is read."""
    if len(line) <= _LONGEST_ENTRY and (cited := _DELPHER.fullmatch(line)) is not None:
        where = f"citation, line {number}"
        return _of(Claim("source", cited["paper"], where, 0.9), *_dates(cited["date"], number))
    if len(line) > _LONGEST:
        return None
    told = _END.fullmatch(line)
    if told is not None and is_paper(told["paper"] or told["inside"]):
        return _of(_paper(told["paper"] or told["inside"], number))
    korean = _korean(line, number)
    if korean is not None:
        return korean
    mailed = _KOREAN_MAILED.fullmatch(line)
    if mailed is not None and mailed[1][0] in KOREAN_FAMILIES:
        return _of(Claim("authors", mailed[1], f"signature, line {number}", 0.8))
    agency_alone = _BETWEEN_STROKES.fullmatch(line)
    if agency_alone is not None and agency(agency_alone[1]):
        return _of(Claim("source", agency_alone[1], f"line {number}", 0.8))
    if paper := "" if line.isascii() else passed_on_from(line):
        return _of(Claim("source", paper, f"line {number}", 0.8))
    owner = _KOREAN_RIGHTS.match(line)
    if owner is not None:
        return _of(Claim("source", owner["paper"].strip(), f"copyright, line {number}", 0.75))
    source = _SOURCE.fullmatch(line)
    if source is not None:
        day = _SHORT_YEAR.sub(" '", source["date"])
        return _of(_paper(source["paper"], number), *_dates(day, number))
    origin = _origin(line, number)
    issue = issue_of(line, number) if origin is None else []
    return _of(*issue) if issue else origin


def _read(line: str, number: int, place: int) -> LineReading | None:
    if len(line) > _LONGEST_ENTRY:
        return None
    if place == 0 and (trove := _TROVE.fullmatch(line)) is not None:
        where = f"citation, line {number}"
        day = next(find_dates(f"{trove['month']} {trove['day']}, {trove['year']}"), None)
        dates = [date_claim(day, where, 0.95)] if day is not None else []
        source = Claim("source", trove["paper"].strip(), where, 0.93)
        return _of(Claim("title", trove["title"], where, 0.95), source, *dates)
    if (info := _INFO.fullmatch(line)) is not None:
        paper = info["paper"].split(",")[0].strip()
        return _of(
            Claim("source", paper, f"label, line {number}", 0.9), *_dates(info["date"], number)
        )
    if len(line) <= _LONGEST and (copy := _COPY.fullmatch(line)) is not None:
        dates = [
            c._replace(confidence=min(c.confidence, _OF_COPY)) for c in _dates(copy["date"], number)
        ]
        return _of(*dates) if dates else None
    korean = _korean(line, number) if len(line) <= _LONGEST else None
    if korean is not None:
        return korean
    if (origin := _origin(line, number)) is not None:
        return origin
    if issue := issue_of(line, number):
        return _of(*issue)
    if place and (deck := _DATED_DECK.fullmatch(line)) is not None:
        dates = _dates(deck["date"], number)
        return _of(Claim("deck", deck["deck"], f"behind the day, line {number}", 0.7), *dates)
    if place and (issue := issue_and_pages(line, number)):
        return _of(*issue)
    if (report := _MONITORED.fullmatch(line)) is not None:
        return _monitored(report, number, place)
    return None


def _korean(line: str, number: int) -> LineReading | None:
    """The reporters below, or above, what they wrote in Korean, and their paper."""
    names = [] if line.isascii() else korean_reporters(line)
    origin = f"reporter, line {number}"
    fields = ["source" if publication(name) and name != names[-1] else "authors" for name in names]
    claims = [Claim(field, name, origin, 0.85) for field, name in zip(fields, names, strict=True)]
    return _of(*claims) if claims else None


def _of(*claims: Claim) -> LineReading:
    return LineReading(claims, 5.0, "", True)


def _dates(text: str, number: int) -> list[Claim]:
    """The day that a text tells, also with a year of two digits."""
    found = next(find_dates(text), None) or next(find_short_dates(text), None)
    return [date_claim(found, f"date line, line {number}")] if found is not None else []


def _paper(text: str, number: int) -> Claim:
    """The paper of a phrase: ``Russian newspaper Izvestia website`` has one name."""
    name = _KIND_BEHIND.sub("", _DESCRIBED.sub("", text.strip().split(", ")[0]))
    name = re.sub(r"^the (?=[A-Z])", "", name)
    return Claim("source", name, f"where it is from, line {number}", 0.85)


def _origin(line: str, number: int) -> LineReading | None:
    """The paper, and the day, of a line that says from where something is cut."""
    if len(line) > _LONGEST:
        return None
    match = _FROM.fullmatch(line)
    if match is None:
        return None
    rest = _MARKS.sub("", match["rest"])
    if not (rest[:1].isupper() or rest[:1].isdigit()):
        return None
    rest = _SHORT_DAY.sub(" | ", rest.strip(" ."))
    reading = read_line(f"source: {rest}", number, _NEAR)
    papers = [claim.value for claim in reading.claims if claim.field == "source"]
    if reading.unknown or not reading.is_head or len(papers) != 1:
        return None
    dated = bool(reading.fields & {"date", "day"})
    known = bool(publication(papers[0])) or is_domain(papers[0])
    weak = _SMALL_LEAD.match(line) is not None and not match["colon"]
    if weak and "authors" in reading.fields:
        return None
    if not (known or (dated and not weak) or (looks_like_publication(papers[0]) and not weak)):
        return None
    origin = f"where it is from, line {number}"
    claims = [c._replace(origin=origin) if c.field == "source" else c for c in reading.claims]
    return _of(*(c for c in claims if c.field in ("source", "date", "day", "section")))


def _monitored(match: re.Match[str], number: int, place: int) -> LineReading | None:
    """What the opening line of a monitoring service's translation says."""
    claims: list[Claim] = []
    where = f"where it is from, line {number}"
    who, title, paper = match["who"], match["title"], match["paper"]
    if not (title or paper or match["date"]) or not (who or paper):
        return None
    if title and place == 0:
        claims.append(Claim("title", title, where, 0.9))
    people = people_parts(who) if who else []
    if people and all(map(is_full_name, people)):
        claims += [Claim("authors", person, where, 0.9) for person in people]
    elif who and not paper:
        paper = who
    if paper:
        named = _paper(paper, number)
        if _SMALL_WORD.search(named.value) is not None:
            return None
        claims.append(named)
    return _of(*claims, *_dates(match["date"] or "", number))


def _cells(lines: Sequence[str], at: int) -> LineReading | None:
    """The head in a text's first line, in cells with tabs between them; None for others."""
    cells = [cell.strip() for cell in lines[at].split("\t") if cell.strip()]
    if not 3 <= len(cells) <= 7 or any("\t" in line.strip() for line in lines[at + 1 : at + 4]):
        return None
    for title in _titles(cells):
        others = [cell for cell in cells if cell is not title and not cell.isdigit()]
        standing = _NEAR._replace(unheard=not _are_heard(others, lines[at + 1 :]))
        reading = read_line(" | ".join(others), at + 1, standing)
        told = reading.fields & {"authors", "source", "date"}
        if reading.is_head and not reading.unknown and "date" in told and len(told) > 1:
            where = f"cell, line {at + 1}"
            return _of(Claim("title", title, where, 0.9), *reading.claims)
    return None


def _titles(cells: Sequence[str]) -> Iterator[str]:
    """The cells that may be the headline, the longest first."""
    for cell in sorted(cells, key=len, reverse=True)[:2]:
        if len(cell) > 12 and " " in cell and not publication(cell):
            yield cell


def _are_heard(names: Sequence[str], lines: Sequence[str]) -> bool:
    text = "\n".join(lines)
    return any(name in text for name in names)
