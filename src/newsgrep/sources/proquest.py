"""ProQuest exports: labelled fields, a rule of underscores between articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.raw import Claim, Form, RawDocument

_RULE = re.compile(r"^_{20,}[ \t]*$", re.M)
_LABEL = re.compile(
    r"^(Title|Author|Publication title|Publication info|Publication date|Publication year|Pages"
    r"|Section|Dateline|Full text|Abstract|Subject|Location|People|Company / organization"
    r"|Publisher|Place of publication|Country of publication|Publication subject|ISSN|Source type"
    r"|Language of publication|Language|Document type|ProQuest document ID|Document URL|Links"
    r"|Copyright|Last updated|Database|Column|Credit|Illustration|Identifier / keyword"
    r"|First page|Number of pages|Volume|Issue|Alternate title|Correspondence author"
    r"|Publication type|Accession number|Source attribution): ?(.*)$",
    re.M,
)
_FIELDS = {
    "Title": ("title", 0.95), "Author": ("authors", 0.93), "Publication title": ("source", 0.95),
    "Publication date": ("date", 0.95), "Section": ("section", 0.9), "Dateline": ("place", 0.9),
    "Language of publication": ("language", 0.9), "Language": ("language", 0.9),
    "Document URL": ("url", 0.8), "Last updated": ("modified", 0.5),
}  # fmt: skip
_SEVERAL = {
    "Subject": "tags", "People": "people", "Company / organization": "organizations",
    "Location": "places",
}  # fmt: skip


def wrote(sample: str) -> bool:
    """Whether ProQuest wrote the text that begins so."""
    if "ProQuest" not in sample and "proquest" not in sample and "Full text:" not in sample:
        return False
    labels = {match[1] for match in _LABEL.finditer(sample)}
    return (
        "Title" in labels
        and len(labels & {"ProQuest document ID", "Publication title", "Document URL", "Full text"})
        >= 2
    )


def split(text: str) -> Iterator[RawDocument]:
    """The articles of an export, each with its character range in the text."""
    number = 0
    at = 0
    for rule in [*_RULE.finditer(text), None]:
        end = rule.start() if rule is not None else len(text)
        piece = text[at:end]
        if _LABEL.search(piece) is not None:
            number += 1
            yield _article(piece, number, f"characters {at}-{end}")
        at = rule.end() if rule is not None else end


def _article(piece: str, number: int, part: str) -> RawDocument:
    labels = list(_LABEL.finditer(piece))
    values: dict[str, str] = {}
    for at, match in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(piece)
        values.setdefault(match[1], (match[2] + piece[match.end() : end]).strip())
    claims = [
        Claim(
            field,
            _inverted(values[name]) if field == "authors" else values[name],
            f"ProQuest {name}",
            confidence,
        )
        for name, (field, confidence) in _FIELDS.items()
        if values.get(name)
    ]
    for name, field in _SEVERAL.items():
        for member in re.split(r"[;\n]", values.get(name, "")):
            value = re.sub(r"^(?:Name|Ticker|NAICS):\s*", "", member.strip())
            if value and not re.match(r"^[\d, ]+$", value):
                claims.append(Claim(field, value, f"ProQuest {name}", 0.8))
    text = values.get("Full text") or values.get("Abstract") or ""
    if values.get("Abstract") and values.get("Full text"):
        claims.append(
            Claim("deck", " ".join(values["Abstract"].split())[:600], "ProQuest Abstract", 0.4)
        )
    return RawDocument(Form.PROSE, text, tuple(claims), number, part)


def _inverted(authors: str) -> str:
    """``Doe, Jane; Roe, John`` → ``Jane Doe, John Roe``; others as they are."""
    names = []
    for name in authors.split(";"):
        family, comma, given = name.strip().strip(".").partition(", ")
        inverted = (
            comma and len(family.split()) <= 3 and len(given.split()) <= 3 and "," not in given
        )
        names.append(f"{given} {family}" if inverted else name.strip())
    return ", ".join(filter(None, names))
