"""Nexis exports: ``3 of 500 DOCUMENTS`` (LexisNexis) and ``End of Document`` (Nexis Uni)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from newsgrep.ingest.formats.exports.nexis_head import NexisHead, read_nexis_head, split_title
from newsgrep.ingest.formats.exports.nexis_labels import (
    is_below,
    label_of,
    opens_body,
    parted_at_labels,
)
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

_COUNTER = regex(
    r"^[ \t]*(?:Do[ck]ument )?\d[\d,.]* (?:of|de|von|di|van|van de|sur|af) \d[\d,.]*"
    r" DO[CK]UMENT\w*[ \t]*$", re.M | re.I,
)  # fmt: skip
_END = regex(r"^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document)[ \t]*$", re.M)
_COVER = regex(
    r"^[ \t]*(?:Job Number|Auftragsnummer|Client/Matter|Search Terms|Search Type|Narrowed by"
    r"|Content Type|Documents? \(\d+\)|User Name|Suchbegriffe|Download Request"
    r"|Printopdracht|Time Of Request)\b[^\n]*$", re.M,
)  # fmt: skip
_MARKS = ("DOCUMENT", "DOKUMENT", "LOAD-DATE", "Load-Date", "End of Document", "Job Number")
_FIELDS = {
    "byline": "authors", "section": "section", "dateline": "place", "highlight": "deck",
    "headline": "title", "url": "url", "load-date": "modified", "language": "language",
    "subject": "tags", "person": "people", "organization": "organizations",
    "company": "organizations", "correction-date": "modified",
}  # fmt: skip
_COPYRIGHT = regex(r"^[ \t]*(?:Copyright|©|All Rights Reserved)\b.*$", re.I)
_INDEXED = regex(r"\s*\(\d{1,3}%\)")
_ADDRESS = regex(r"[;\s]*(https?://\S+)$")
_LONGEST_BYLINE = 1000
_SLUG = regex(r"\w|[^\W\d_A-Z]+(?: [^\W\d_A-Z]+){0,2}")
"""What a desk calls a story, where a summary is expected: ``homicide``."""
_BRACKETED = regex(r"\s*\([^()]*\)[\s,-]*$")
_IS_DAY = regex(r"[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2}\.? [^\W\d_]{3,9}\.?")
_PAGE = regex(
    r"[;,]?\s*\b(?:Pg|Pp?|Page|Blz|S|Seite|Pág|Pag|Version)\b[.:]?\s*\w{0,3}-?\d+\w*\b.*$"
    r"|[;,]\s*[A-Z]{0,2}\d{1,3}[A-Z]?\s*$"
)
_BLANK = regex(r"\n(?:[ \t\xa0]*\n)+")


def wrote(sample: str) -> bool:
    """Whether Nexis wrote the text that begins so."""
    if not any(mark in sample for mark in _MARKS):
        return False
    if _COUNTER.search(sample) is not None:
        return True
    if len({match[0].split()[0] for match in _COVER.finditer(sample)}) >= 3:
        return True
    labels = {label[0] for line in sample.split("\n") if (label := label_of(line)) is not None}
    return (
        "load-date" in labels and len(labels & {"length", "section", "byline", "body"}) >= 1
    ) or (_END.search(sample) is not None and "length" in labels)


def _characters(start: int, end: int) -> str:
    return f"characters {start}-{end}"


def split(text: str, part_of: Callable[[int, int], str] = _characters) -> Iterator[RawDocument]:
    """The articles of an export, each with what ``part_of`` calls its character range."""
    number = 0
    for start, end in _spans(text):
        document = _article(text[start:end])
        if document is None:
            continue
        number += 1
        claims, body = document
        yield RawDocument(Form.PROSE, body, tuple(claims), number, part_of(start, end))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    counters = list(_COUNTER.finditer(text))
    if counters:
        starts = [match.end() for match in counters]
        ends = [match.start() for match in counters[1:]] + [len(text)]
        yield from zip(starts, ends, strict=True)
        return
    ends = [match.start() for match in _END.finditer(text)]
    at = _after_cover(text, ends[0] if ends else len(text))
    for match in _END.finditer(text):
        yield at, match.start()
        at = match.end()
    rest = text[at:]
    if rest.strip() and (not ends or any(map(label_of, rest.split("\n")))):
        yield at, len(text)


def _after_cover(text: str, end: int) -> int:
    """Where the first article begins behind the cover page, which lists what was searched.

    The cover repeats for each article its headline and the search; the line behind the last is
    the search's filter, and then the first article's headline comes.
    """
    covers = list(_COVER.finditer(text, 0, end))
    if len({match[0].split()[0] for match in covers}) < 2:
        return 0
    at = covers[-1].end()
    titles = {match[1].strip() for match in re.finditer(r"^[ \t]*1\.[ \t]+(.+)$", text[:at], re.M)}
    for line in re.finditer(r"^.*\S.*$", text[at:end], re.M):
        if letters(line[0]) in {letters(title) for title in titles}:
            return at + line.start()
    # Without the list's headline: behind what the filters said.
    filters = re.compile(r"^(?:News|Narrowed by|(?:Sources?|Quellen|Publisher|Timeline)\b.*:.*)$")
    for line in re.finditer(r"^.*\S.*$", text[at:end], re.M):
        if not filters.match(line[0].strip()):
            return at + line.start()
    return at


def _article(piece: str) -> tuple[list[Claim], str] | None:
    blocks = [
        [line.rstrip() for line in block.split("\n") if line.strip()]
        for block in _BLANK.split(piece.replace("\xa0", " ").replace("\u2028", "\n"))
    ]
    blocks = parted_at_labels(block for block in blocks if block)
    if sum(map(len, blocks)) < 3:
        return None
    first = next((n for n, block in enumerate(blocks) if label_of(block[0])), len(blocks))
    head = read_nexis_head(blocks[:first])
    values, text = _fields_and_text(blocks[first:])
    claims = _head_claims(head)
    if "headline" in values:
        title, deck = split_title(values.pop("headline"))
        if head.title and not text:
            text = [head.title]
        claims = [c for c in claims if c.field not in ("title", "deck")]
        claims.append(Claim("title", title, "Nexis headline", 0.95))
        if deck:
            claims.append(Claim("deck", deck, "Nexis headline", 0.7))
    labelled = any(map(opens_body, blocks[first : first + _MOST_LABELS]))
    body = "\n\n".join([*(text if labelled else [*head.rest, *text]), *_said_below(values)])
    if not body.strip() and not any(claim.field == "title" for claim in claims):
        return None
    if _is_loaded_before(values.get("load-date", []), head):
        del values["load-date"]  # the evening before: no change of what was not yet printed
    values["byline"] = _without_source(values.get("byline", []), head.source)
    return [*_addressed([*claims, *_value_claims(values)])], body


def _said_below(values: dict[str, list[str]]) -> list[str]:
    """What pictures show and the paper notes: sentences, and not who took them."""
    # In their lines: one that is longer than others would say that the text is not wrapped.
    said = ("\n".join(values.pop(name, ())) for name in ("graphic", "notes"))
    return [lines for lines in said if len(lines.split()) > _SENTENCE]


_SENTENCE = 5
"""Words of a credit; of more is what a picture shows."""


def _is_loaded_before(loaded: list[str], head: NexisHead) -> bool:
    """Whether the database had an article before the day that it bears."""
    found = next(find_dates(" ".join(loaded)), None)
    return found is not None and head.date is not None and found.iso[:10] < head.date.iso[:10]


def _fields_and_text(blocks: list[list[str]]) -> tuple[dict[str, list[str]], list[str]]:
    """The labelled values above and below an article's text, and the text between them.

    The text begins behind the label of the body, or with the first block that has no label.
    """
    values: dict[str, list[str]] = {}
    text: list[str] = []
    below = opened = False
    at = 0
    opens = _head_length(blocks)
    while at < len(blocks):
        lines = blocks[at]
        at += 1
        label = label_of(lines[0])
        canon, name, value = label if label is not None else ("", "", "")
        if canon == "body" and not text:
            opened = True
            text += ["\n".join([value, *lines[1:]]).strip()] if value or lines[1:] else []
        elif canon == "correction" and text:
            text += ["\n".join(lines[1:])] if lines[1:] and not value else []
            text += ["\n".join(lines)] if value else []
        elif label is not None and (not text or is_below(canon, name) or canon == "length"):
            below = below or (bool(text) and is_below(canon, name))
            _read_values(lines, values)
            following = blocks[at] if at < len(blocks) else [""]
            behind = blocks[at + 1] if at + 1 < len(blocks) else [""]
            if len(lines) == 1 and not value and not label_of(following[0]) and label_of(behind[0]):
                # The value stands in a block of its own.
                values[canon].append(" ".join(following))
                at += 1
        elif label is not None and not opened and _is_capitals(lines[0]) and canon == "section":
            _read_values(lines, values)
        elif not below and at > opens and _COPYRIGHT.match(lines[0]) is None:
            text.append("\n".join(lines))
    return values, _without_heading([block for block in text if block.strip()])


def _without_heading(text: list[str]) -> list[str]:
    """A text without the heading of what stands below it, where that is its last line."""
    if not text or (found := _HEADING.search(text[-1])) is None:
        return text
    left = text[-1][: found.start()]
    return [*text[:-1], left] if left.strip() else text[:-1]


_HEADING = regex(
    r"(?:^|\n)[ \t]*(?:Classification|Klassifizierung|Clasificación|Classificazione)[ \t]*$"
)
_MOST_LABELS = 20
"""Blocks of labels above a text."""
_MOST_BETWEEN = 400
"""Characters between the labels of a head that are taken for a part of it."""


def _head_length(blocks: list[list[str]]) -> int:
    """How many blocks stand up to the label of the body, or none where text is among them.

    Between the labels stand a second byline or the name of another edition.
    """
    at = next((n for n, block in enumerate(blocks[:_MOST_LABELS]) if opens_body(block)), 0)
    between = [line for block in blocks[:at] if label_of(block[0]) is None for line in block]
    return at if sum(map(len, between)) <= _MOST_BETWEEN else 0


def _is_capitals(line: str) -> bool:
    return line.partition(":")[0].strip().isupper()


def _read_values(lines: list[str], values: dict[str, list[str]]) -> None:
    """Labelled lines, each with the lines that its value goes on in."""
    name = ""
    for line in lines:
        label = label_of(line)
        if label is not None:
            name = label[0]
            values.setdefault(name, []).append(label[2])
        elif name and not _is_repeated(line, values[name]):
            values[name].append(line.strip())


def _is_repeated(line: str, values: list[str]) -> bool:
    """Whether a line says the label's value once more: ``Byline: By A``, and below it ``By A``."""
    return bool(values) and line.strip().casefold() == values[-1].strip().casefold()


def _head_claims(head: NexisHead) -> list[Claim]:
    claims = [
        Claim(field, value, f"Nexis {origin}", confidence)
        for field, value, origin, confidence in (
            ("title", head.title, "headline", 0.93),
            ("deck", head.deck, "headline", 0.7),
            ("source", head.source, "source", 0.93),
            ("source", head.owner, "copyright", 0.5),
            ("authors", head.author, "name below the headline", 0.7),
            ("date", head.month, "date", 0.8),
            ("url", head.url, "address", 0.9),
        )
        if value
    ]
    if head.date is not None:
        claims.append(date_claim(head.date, "Nexis date", 0.95))
    return claims


def _without_source(byline: list[str], source: str) -> list[str]:
    """A byline without the source's name; none where it names that alone."""
    source = re.sub(r"^the\s+", "", source, flags=re.I)
    if " " not in source or len(" ".join(byline)) > _LONGEST_BYLINE:
        return byline
    name = re.compile(rf"[\s,/;]*\b(?:the\s+)?{re.escape(source)}\b", re.I)
    line = " ".join(byline).strip()
    if source.casefold() not in line.casefold():
        return byline
    return [] if name.match(line) else [name.sub(" ; ", line)]


def _addressed(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, with an address behind a headline or a deck as the article's own."""
    for claim in claims:
        match = _ADDRESS.search(claim.value) if claim.field in ("title", "deck") else None
        if match is None:
            yield claim
            continue
        if match.start():
            yield claim._replace(value=claim.value[: match.start()])
        yield Claim("url", match[1], "Nexis address", 0.9)


def _value_claims(values: dict[str, list[str]]) -> Iterator[Claim]:
    for name, lines in values.items():
        field = _FIELDS.get(name)
        value = _INDEXED.sub("", " ".join(lines).strip())
        if not field or not value:
            continue
        if field in ("tags", "people", "organizations"):
            for member in value.split(";"):
                if member.strip():
                    shown = member.strip()
                    shown = shown.title() if shown.isupper() else shown
                    yield Claim(field, shown, f"Nexis {name}", 0.8)
        elif field == "section":
            section = re.sub(r";\s*;", ";", _PAGE.sub("", value)).strip(" ;,")
            if section:
                yield Claim(field, section, f"Nexis {name}", 0.9)
        elif field == "place":
            found = next(find_dates(value), None)
            place = value[: found.start] if found is not None else value
            place = _BRACKETED.sub("", place).strip(" ,")  # the agency: "OSLO (AP)"
            if place and not _IS_DAY.fullmatch(place):
                yield Claim(field, place, f"Nexis {name}", 0.92)
        elif field == "deck" and _SLUG.fullmatch(value):
            yield Claim("tags", value, f"Nexis {name}", 0.5)
        elif field == "authors":
            yield Claim(field, re.sub(r"\([^()]*\)", " ", value), f"Nexis {name}", 0.92)
        else:
            sure = 0.95 if name == "correction-date" else 0.92
            yield Claim(field, value, f"Nexis {name}", sure)
