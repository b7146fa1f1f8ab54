"""Factiva exports laid out to read, as RTF, PDF or text: what a line is its place tells.

Section, headline and byline; the number of words; date and time; source and its code; edition,
page and volume; language; copyright; the text; and ``Document`` with the accession number, by
which one article is told from the next. The words are those of Factiva's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.formats.exports.factiva_languages import language_name
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_END = regex(
    r"^[ \t]*[^\W\d_]{2,12}[ \t]+[A-Za-z0-9]{4,12}(?:19|20)\d{6}[a-z0-9]{6,12}[ \t]*$", re.M
)
"""``Document J000000020170620ed6k0002c``."""
_DAY = regex(r"(?:19|20)\d{6}[a-z0-9]{6}")
"""What few texts have of it, found at a glance."""
_WORDS = regex(r"[ \t]*\d[\d.,’' \u00a0]*\s?[^\W\d_][^\d\n]{0,14}")
_CLOCK = regex(
    r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AP]\.?M\.?)?(?:\s?(?:[A-Z]{3,4}|Uhr|h))?", re.IGNORECASE
)
_RIGHTS = regex(r"\s*[(\[]?\s*(?:©|\(c\)|copyright\b|all rights reserved)", re.IGNORECASE)
_CODE = regex(r"[A-Z][A-Z0-9]{0,7}")
_PAGE = regex(
    r"(?:Page|Seite|Página|Pagina) ?\d+ ?(?:of|von|de|di|sur|van) ?\d+[ \t]*(?:©|\(c\)) ?\d{4} ?"
    r"Factiva.{0,60}",
    re.IGNORECASE,
)
"""The running head of PDFs."""
_CONTENTS = regex(r".*\.{4,}\s*\d+\s*")
"""An entry of their table of contents."""
_SUMMARY = regex(
    r"\s*(?:Search Summary|Suchzusammenfassung|Zusammenfassung der Suche|Zoekoverzicht|Riepilogo"
    r"|Résumé de (?:la )?recherche|Resumen de (?:la )?búsqueda|Resumo da (?:pesquisa|busca))\b",
    re.IGNORECASE,
)
_BY = regex(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|DI|Da|Door|DOOR|Af|Av)\s+\S")
_NAMES = regex(
    r"(?:[A-ZÀ-Ý][\w.’'-]+(?:,? (?:and|und|et|y|e|en|og|&) |, | (?:v[ao]n |de |der |di )*|$)){2,8}"
)
_HEAD, _FACTS = 40, 14
"""Lines with words above the number of words, and below it down to the text."""
_SHORT_SECTION = 30
_LONGEST_DATE = 40
_LONGEST_FACT = 90


def wrote(sample: str) -> bool:
    """Whether a text that begins so is such an export."""
    if _DAY.search(sample) is None or _END.search(sample) is None:
        return False
    lines = _filled(sample)
    return any(_is_counted(lines, at) for at in range(min(_HEAD, len(lines))))


def split(text: str) -> Iterator[RawDocument]:
    """The articles of an export, each with its character range in the text."""
    start = number = 0
    for end in _END.finditer(text):
        number += 1
        yield _document(text[start : end.start()], number, f"characters {start}-{end.end()}")
        start = end.end()
    rest = text[start:]
    if rest.strip() and _SUMMARY.match(rest) is None:
        yield _document(rest, number + 1, f"characters {start}-{len(text)}")


def _filled(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _is_counted(lines: list[str], at: int) -> bool:
    """Whether a line has the number of words, and the next one the date."""
    if _WORDS.fullmatch(lines[at]) is None or at + 1 >= len(lines):
        return False
    return _is_date(lines[at + 1])


def _is_date(line: str) -> bool:
    """Whether a line is short and has a date."""
    return len(line) <= _LONGEST_DATE and next(find_dates(line), None) is not None


def _document(content: str, number: int, part: str) -> RawDocument:
    lines = content.split("\n")
    places = [
        at
        for at, line in enumerate(lines)
        if line.strip() and not _PAGE.search(line) and not _CONTENTS.fullmatch(line)
    ]
    told = [lines[at].strip() for at in places]
    counted = next((n for n in range(min(_HEAD, len(told))) if _is_counted(told, n)), None)
    if not counted:
        return RawDocument(Form.TEXT, content.strip("\n"), (), number, part)
    claims = [*_above(told[:counted]), *_dated(told, counted + 1)]
    first, facts = _below(told, counted + 2)
    claims += facts
    begins = places[first] if first < len(places) else len(lines)
    body = "\n".join(line for line in lines[begins:] if _PAGE.search(line) is None)
    return RawDocument(Form.PROSE, body.strip("\n"), tuple(claims), number, part)


def _above(lines: list[str]) -> Iterator[Claim]:
    """Section, headline and byline, from the lines above the number of words."""
    if len(lines) > 1 and _is_byline(lines[-1], lines[-2]):
        yield Claim("authors", lines[-1], "Factiva byline", 0.9)
        lines = lines[:-1]
    if len(lines) > 1 and _is_section(lines[0], lines[1]):
        yield Claim("section", lines[0], "Factiva section", 0.8)
        lines = lines[1:]
    yield Claim("title", " ".join(" ".join(lines).split()), "Factiva headline", 0.93)


def _is_byline(line: str, headline: str) -> bool:
    """Whether the line below what may be the headline names people."""
    named = _NAMES.fullmatch(line) is not None and len(line.split()) <= len(headline.split())
    return _BY.match(line) is not None or named


def _is_section(line: str, headline: str) -> bool:
    return len(line) <= _SHORT_SECTION and len(line) < len(headline)


def _dated(lines: list[str], at: int) -> Iterator[Claim]:
    clock = lines[at + 1] if at + 1 < len(lines) and _CLOCK.fullmatch(lines[at + 1]) else ""
    found = next(find_dates(f"{lines[at]} {clock}"), None)
    if found is not None:
        yield date_claim(found, "Factiva date", 0.95)


def _below(lines: list[str], first: int) -> tuple[int, list[Claim]]:
    """Source and language of the lines below the date, and which line is the text's first."""
    at = first + (first < len(lines) and _CLOCK.fullmatch(lines[first]) is not None)
    if at >= len(lines):
        return at, []
    claims = [Claim("source", lines[at], "Factiva source", 0.93)]
    begins = at + 1
    for number in range(at + 1, min(at + 1 + _FACTS, len(lines))):
        line = lines[number]
        if _RIGHTS.match(line) is not None:
            begins = number + 1
            break
        if language_name(line):
            claims.append(Claim("language", language_name(line), "Factiva language", 0.9))
            begins = number + 1
            break
        if len(line) > _LONGEST_FACT:
            break
        if number == at + 1 and _CODE.fullmatch(line) is not None:
            begins = number + 1
    while begins < len(lines) and _RIGHTS.match(lines[begins]) is not None:
        begins += 1
    return begins, claims
