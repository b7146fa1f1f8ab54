"""Nexis exports: ``3 of 500 DOCUMENTS`` (LexisNexis) and ``End of Document`` (Nexis Uni)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.raw import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates

_COUNTER = re.compile(
    r"^[ \t]*(?:Document )?\d[\d,]* (?:of|de|von) \d[\d,]* (?:DOCUMENTS?|DOKUMENT\w*)[ \t]*$", re.M
)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.M)
_LABEL = re.compile(
    r"^[ \t]*(BYLINE|SECTION|LENGTH|DATELINE|HIGHLIGHT|HEADLINE|URL|LOAD-DATE|LANGUAGE"
    r"|PUBLICATION-TYPE|JOURNAL-CODE|SUBJECT|COUNTRY|CITY|STATE|PERSON|ORGANIZATION|COMPANY|TICKER"
    r"|INDUSTRY|GEOGRAPHIC|GRAPHIC|SERIES|BODY|CATEGORY|TYPE|SOURCE|CORRECTION(?:-DATE)?|NOTES?"
    r"|ACC-NO|ISSN|CLASSIFICATION|COPYRIGHT)(?::[ \t]*|[ \t]*$)(.*)$",
    re.I | re.M,
)
_MARKS = ("DOCUMENT", "DOKUMENT", "LOAD-DATE", "Load-Date", "End of Document")
_FIELDS = {
    "byline": "authors", "section": "section", "dateline": "place", "highlight": "deck",
    "headline": "title", "url": "url", "load-date": "modified", "language": "language",
    "subject": "tags", "person": "people", "organization": "organizations",
    "company": "organizations", "correction": "correction",
}  # fmt: skip
_AFTER_TEXT = frozenset(
    """load-date language publication-type journal-code subject country city state person
    organization company ticker industry geographic graphic acc-no issn classification copyright
    url""".split()
)
_COPYRIGHT = re.compile(r"^[ \t]*(?:Copyright|©|All Rights Reserved)\b.*$", re.I)
_OWNER = re.compile(
    r"^[ \t]*(?:Copyright|©)\s*(?:©|\(c\))?\s*(?:\d{4}\s*)?(?:by )?([^.\n]{3,80}?)"
    r"(?:\.?\s+All Rights Reserved.*|\s*)$", re.I,
)  # fmt: skip
_INDEXED = re.compile(r"\s*\(\d{1,3}%\)")


def wrote(sample: str) -> bool:
    """Whether Nexis wrote the text that begins so."""
    if not any(mark in sample for mark in _MARKS):
        return False
    if _COUNTER.search(sample) is not None:
        return True
    labels = {match[1].lower() for match in _LABEL.finditer(sample)}
    return (
        "load-date" in labels and len(labels & {"length", "section", "byline", "body"}) >= 1
    ) or (_END.search(sample) is not None and "length" in labels)


def split(text: str) -> Iterator[RawDocument]:
    """The articles of an export, each with its character range in the text."""
    number = 0
    for start, end in _spans(text):
        piece = text[start:end]
        document = _article(piece)
        if document is None:
            continue
        number += 1
        claims, body = document
        yield RawDocument(Form.PROSE, body, tuple(claims), number, f"characters {start}-{end}")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    counters = list(_COUNTER.finditer(text))
    if counters:
        starts = [match.end() for match in counters]
        ends = [match.start() for match in counters[1:]] + [len(text)]
        yield from zip(starts, ends, strict=True)
        return
    at = 0
    for match in _END.finditer(text):
        yield at, match.start()
        at = match.end()
    if text[at:].strip() and (at == 0 or _LABEL.search(text, at)):
        yield at, len(text)


def _article(piece: str) -> tuple[list[Claim], str] | None:
    lines = [line.rstrip() for line in piece.strip("\n").split("\n")]
    filled = [line for line in lines if line.strip()]
    if len(filled) < 3:
        return None
    first_label = next((n for n, line in enumerate(lines) if _LABEL.match(line)), len(lines))
    head = [_bare(line) for line in lines[:first_label] if line.strip()]
    claims = _head_claims([line for line in head if line])
    values, body = _fields_and_text("\n".join(lines[first_label:]))
    if not body.strip():
        body = "\n".join(line for line in lines if _LABEL.match(line) is None)
    claims += _value_claims(values, has_title=any(c.field == "title" for c in claims))
    return claims, body


def _fields_and_text(rest: str) -> tuple[dict[str, list[str]], str]:
    """The labelled values above and below an article's text, and the text between them.

    The text begins with the first block that has no label, or behind ``Body``.
    """
    values: dict[str, list[str]] = {}
    text: list[str] = []
    below = False
    for block in re.split(r"\n[ \t]*\n", rest):
        lines = [line for line in block.split("\n") if line.strip()]
        if not lines:
            continue
        label = _LABEL.match(lines[0])
        is_label = label is not None and _is_label(label)
        name = label[1].lower() if label is not None else ""
        if name == "body" and is_label and not text:
            text.append("\n".join(lines[1:]))
        elif is_label and (not text or name in _AFTER_TEXT):
            below = below or bool(text)
            _read_values(lines, values)
        elif not below and _COPYRIGHT.match(lines[0]) is None:
            text.append(block)
    return values, "\n\n".join(text).strip("\n")


def _read_values(lines: list[str], values: dict[str, list[str]]) -> None:
    """Labelled lines, each with the lines that its value goes on in."""
    name = ""
    for line in lines:
        label = _LABEL.match(line)
        if label is not None and _is_label(label):
            name = label[1].lower()
            values.setdefault(name, []).append(label[2].strip())
        elif name:
            values[name].append(line.strip())


def _bare(line: str) -> str:
    return line.strip().strip("*").strip()


def _is_label(match: re.Match[str]) -> bool:
    """Labels are written ``BYLINE:`` or ``Byline:``, or stand alone on their line."""
    return ":" in match[0] or not match[2].strip()


def _head_claims(head: list[str]) -> list[Claim]:
    """Source, date and headline, in the order that either edition has them."""
    claims: list[Claim] = []
    rest: list[str] = []
    for line in head:
        owner = _OWNER.match(line)
        if owner is not None:
            claims.append(Claim("source", owner[1].strip(), "Nexis copyright", 0.5))
            continue
        if _COPYRIGHT.match(line) is not None:
            continue
        found = next(find_dates(line), None)
        if found is not None and len(line) < 70 and not any(c.field == "date" for c in claims):
            claims.append(date_claim(found, "Nexis date", 0.95))
            continue
        rest.append(line)
    dated_at = next((n for n, line in enumerate(head) if next(find_dates(line), None)), 0)
    # LexisNexis has the source above the date and the headline below it; Nexis Uni has
    # headline and source above the date.
    above = [line for line in head[:dated_at] if line in rest]
    below = [line for line in head[dated_at + 1 :] if line in rest]
    if below:
        # A headline that is wrapped goes on in small letters.
        wrapped = len(below) > 1 and len(below[0]) < 60 and below[1][:1].islower()
        title, source = " ".join(below[:2]) if wrapped else below[0], above[-1] if above else ""
    elif len(above) >= 2:
        title, source = above[0], above[-1]
    else:
        title, source = (rest[0] if rest else ""), ""
    if source:
        claims.append(Claim("source", source.split("(")[0].strip(), "Nexis source", 0.93))
    if title:
        claims.append(Claim("title", title, "Nexis headline", 0.93))
    return claims


def _value_claims(values: dict[str, list[str]], *, has_title: bool) -> Iterator[Claim]:
    for name, lines in values.items():
        field = _FIELDS.get(name)
        value = " ".join(lines).strip()
        if not field or not value or (field == "title" and has_title):
            continue
        value = _INDEXED.sub("", value)
        if field in ("tags", "people", "organizations"):
            for member in value.split(";"):
                if member.strip():
                    shown = member.strip()
                    yield Claim(
                        field, shown.title() if shown.isupper() else shown, f"Nexis {name}", 0.8
                    )
        elif field == "section":
            yield Claim(
                field,
                re.split(r";\s*(?:Pg|P|Page)\b|, Pg\b", value)[0].strip(),
                f"Nexis {name}",
                0.9,
            )
        elif field != "correction":
            yield Claim(field, value, f"Nexis {name}", 0.92)
