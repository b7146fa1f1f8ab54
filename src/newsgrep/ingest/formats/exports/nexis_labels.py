"""The labels of Nexis exports, in the languages of its screens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsgrep.text.fold import fold
from newsgrep.text.lazy_regex import regex

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
    "notes": "notes note",
    "classification": "classification",
    "other": "country city state ticker industry geographic type source acc-no issn"
    " copyright category document-type doc-type pub-subject transcript isbn"
    " doc-id anchors guests host show bio name reporter distribution edition editor"
    " correction-publication-date update-date column memo dimension",
}
_CANON = {name: canon for canon, names in _NAMES.items() for name in names.split()} | {
    "full text": "body", "load date": "load-date", "publication type": "publication-type",
    "journal code": "journal-code", "date de chargement": "load-date",
    "type de publication": "publication-type",
}  # fmt: skip
AFTER_TEXT = frozenset(
    """load-date language publication-type journal-code subject person organization company
    graphic notes url correction-date""".split()
) | frozenset(
    """country city state ticker industry geographic acc-no issn classification copyright
    pub-subject transcript document-type doc-type doc-id""".split()
)
"""Labels that stand below a text, canonical or as they are written."""
_LABEL = regex(
    r"[ \t]{0,7}([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,3})(?:[ \xa0]?:[ \t]*(.*)|[ \t]*)$"
)
_LENGTH = regex(r"\s*\d[\d,.]*\s+[^\W\d_]{3,9}", re.I)


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


_HEAD = frozenset("section length byline dateline highlight headline body".split())
"""Labels that stand in a head and nowhere else."""
_MAX_HEAD = 60
"""Blocks of a head, at most."""
_LAST = 3
"""Lines at the end of a block in which the dates of a text's loading are looked for."""
_DATED = regex(r"[^:]{0,16}(?:dat|fech)[^:]{0,12}:", re.I)
"""What labels of dates have in common, in every language."""
_LENGTH_VALUE = 30
"""Characters of what a label of the length says; more is a sentence."""
_MAX_LINE = 2000
"""Characters of a line above a text; one of more is text."""


def opens_body(block: Sequence[str]) -> bool:
    """Whether the label of the body opens a block."""
    label = label_of(block[0])
    return label is not None and label[0] == "body"


def parted_at_labels(blocks: Iterable[list[str]]) -> list[list[str]]:
    """The blocks of an article, parted where a label stands within one.

    Some exports leave no blank line between a head's lines, nor above the date of loading.
    """
    parted: list[list[str]] = []
    in_head = True
    for block in blocks:
        start = 0
        in_head = in_head and len(parted) < _MAX_HEAD
        # Below a head only the dates at the end of a block are looked for.
        for at in range(0 if in_head else max(0, len(block) - _LAST), len(block)):
            line = block[at]
            in_head = in_head and len(line) < _MAX_LINE
            if not (in_head or _DATED.match(line)) or (":" not in line and len(line) > 12):
                continue
            label = label_of(line)
            if label is None:
                continue
            canon, _, value = label
            dated = canon in ("load-date", "correction-date") and bool(value) and len(value) < 40
            opened = in_head and canon in _HEAD and (bool(value) or canon == "body")
            opened = opened and not (canon == "length" and len(value) > _LENGTH_VALUE)
            if at > start and (dated or opened):
                parted.append(block[start:at])
                start = at
            if canon == "body":
                in_head = False
        parted.append(block[start:])
    return parted


def is_below(canon: str, name: str) -> bool:
    """Whether a label stands below the text."""
    return canon in AFTER_TEXT or name in AFTER_TEXT
