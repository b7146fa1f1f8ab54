"""The labels of Nexis exports, in the languages of its screens."""

from __future__ import annotations

import re

from newsgrep.text.fold import fold

_NAMES = {
    "byline": "byline autor auteur auteurs signature autore autores author firma par",
    "section": "section rubrik rubrique rubriek seccion sezione secao sektion",
    "length": "length lange longueur lengte longitud lunghezza tamanho langd",
    "headline": "headline kop titre title titel uberschrift titular titolo titulo",
    "body": "body text tekst corps texte hauptteil haupttext cuerpo testo corpo full text",
    "highlight": "highlight chapeau highlights zusammenfassung abstract resumen",
    "dateline": "dateline ortszeile lieu ort herkunft",
    "load-date": "load-date load date update date-chargement laaddatum fecha-carga"
    " date de chargement laad-datum ladedatum",
    "language": "language sprache langue taal idioma lingua",
    "publication-type": "publication-type publication type type-publication type de publication"
    " pub-type publicatietype publicatie-type publikationstyp",
    "journal-code": "journal-code journal code code-revue code de la publication zeitungscode",
    "subject": "subject thema sujet onderwerp",
    "person": "person people personen",
    "organization": "organization",
    "company": "company unternehmen",
    "url": "url",
    "correction": "correction",
    "correction-date": "correction-date",
    "series": "series serie",
    "graphic": "graphic",
    "classification": "classification",
    "other": "country city state ticker industry geographic type source notes note acc-no issn"
    " copyright category document-type doc-type pub-subject transcript isbn"
    " doc-id anchors guests host show bio name reporter distribution edition editor"
    " correction-publication-date update-date column memo dimension",
}
_CANON = {name: canon for canon, names in _NAMES.items() for name in names.split()} | {
    "full text": "body", "load date": "load-date", "publication type": "publication-type",
    "journal code": "journal-code", "date de chargement": "load-date",
    "type de publication": "publication-type",
}  # fmt: skip
_SPELT = sorted(_CANON, key=len, reverse=True)
AFTER_TEXT = frozenset(
    """load-date language publication-type journal-code subject person organization company
    graphic url""".split()
) | frozenset(
    """country city state ticker industry geographic acc-no issn classification copyright
    pub-subject transcript document-type doc-type doc-id""".split()
)
"""Labels that stand below a text, canonical or as they are written."""
_LABEL = re.compile(
    r"[ \t]{0,7}([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,3})(?:[ \xa0]?:[ \t]*(.*)|[ \t]*)$"
)
_LENGTH = re.compile(r"\s*\d[\d,.]*\s+[^\W\d_]{3,9}", re.I)


def label_of(line: str) -> tuple[str, str, str] | None:
    """The canonical name, the name as written and folded, and the value of a label's line.

    Labels are written ``BYLINE:`` or ``Byline:``, or stand alone on their line; those of other
    languages than English only as capitals or with a colon.
    """
    match = _LABEL.match(line)
    if match is None:
        return None
    written, value = match[1], match[2]
    name = fold(written)
    canon = _CANON.get(name)
    if canon is None or (written[0].islower()):
        return None
    if value is None and (canon == "other" or (" " in name and canon != "body")):
        return None
    if canon == "length" and value and _LENGTH.match(value) is None:
        return None
    return canon, name, (value or "").strip()


def is_below(canon: str, name: str) -> bool:
    """Whether a label stands below the text."""
    return canon in AFTER_TEXT or name in AFTER_TEXT
