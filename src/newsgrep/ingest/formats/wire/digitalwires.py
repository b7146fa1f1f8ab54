"""dpa digitalwires, the JSON of the Deutsche Presse-Agentur: an entry a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import decode, is_binary, read_document
from newsgrep.ingest.formats.json_faults import fault_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"{"

_ORIGIN = "digitalwires"
_FORMAT = regex(rb"\"format\"\s*:\s*\"digitalwires@")
_AGENCY = regex(r"\s*\([^()]*\)\s*[-–—]*\s*$")
_OWN = regex(r"\s*(?:von|by|de)?\s*dpa(?:-\w+)?\s*", re.I)
"""A byline that names the agency alone."""
_SINGLE = (
    ("title", "headline", 0.95), ("deck", "subhead", 0.8), ("deck", "teaser", 0.7),
    ("date", "version_created", 0.9), ("modified", "updated", 0.7), ("section", "kicker", 0.6),
    ("language", "language", 0.9),
)  # fmt: skip
_CATEGORIES = {
    "keyword": "tags", "dpasubject": "tags", "subject": "tags", "genre": "tags",
    "geosubject": "places", "person": "people",
}  # fmt: skip


def matches(head: bytes, name: str) -> bool:
    if is_binary(head) or head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] != b"{":
        return False
    return _FORMAT.search(head) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    try:
        entry = json.loads(decode(read_document(stream)))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"not valid JSON: {fault_of(error)}") from None
    if not isinstance(entry, dict):
        raise UnreadableFile("JSON, but no entry of digitalwires")
    yield RawDocument(Form.PROSE, _text(entry), tuple(_claims(entry)))


def _text(entry: dict[str, Any]) -> str:
    """The article, or of pictures and sound the fullest of their descriptions."""
    markup = entry.get("article_html")
    if isinstance(markup, str) and markup.strip():
        return text_of_fragment(markup)
    described = [d.get("description") for d in _objects(entry, "descriptions")]
    described += [a.get("caption") for a in _objects(entry, "associations")]
    return max((text for text in described if isinstance(text, str)), key=len, default="")


def _claims(entry: dict[str, Any]) -> Iterator[Claim]:
    for field, key, confidence in _SINGLE:
        value = _string(entry, key)
        if value:
            yield Claim(field, value, f"{_ORIGIN} {key}", confidence)
    for category in _objects(entry, "categories"):
        kind = str(category.get("type") or "").rpartition(":")[2]
        value = _string(category, "name")
        if len(value) > 1 and kind in _CATEGORIES:
            yield Claim(_CATEGORIES[kind], value.replace(",", ""), f"{_ORIGIN} categories", 0.85)
        elif value and kind == "located":
            yield Claim("place", value, f"{_ORIGIN} located", 0.8)
        elif value and kind == "locationcreated":
            # "Aufnahmeort,Oslo,Oslo,Norwegen"
            taken = value.removeprefix("Aufnahmeort,").partition(",")[0]
            yield Claim("place", taken, f"{_ORIGIN} locationcreated", 0.92)
    rubrics = entry.get("rubric_names")
    for rubric in rubrics if isinstance(rubrics, list) else ():
        if isinstance(rubric, str) and "." not in rubric:
            yield Claim("section", rubric, f"{_ORIGIN} rubric_names", 0.8)
    for name in _authors(entry):
        yield Claim("authors", name, f"{_ORIGIN} byline", 0.92)
    place = _AGENCY.sub("", _string(entry, "dateline"))
    found = next(find_dates(place), None)
    place = (place[: found.start] if found is not None else place).strip(" ,")
    if place:
        yield Claim("place", place, f"{_ORIGIN} dateline", 0.9)
    # "Ann Poe/AP/dpa": the photographer, whose picture it is, and who sends it
    credit = _string(entry, "creditline").rpartition("/")[2]
    yield Claim("source", credit or "dpa", f"{_ORIGIN} creditline", 0.9 if credit else 0.6)


def _authors(entry: dict[str, Any]) -> list[str]:
    """Who signs, or who wrote what the agency signs; names of accounts are left out."""
    byline = _string(entry, "byline")
    if byline and _OWN.fullmatch(byline) is None:
        return [byline]
    creators = [
        _string(category, "name")
        for category in _objects(entry, "categories")
        if category.get("type") == "dnltype:creator"
    ]
    return [name for name in creators if " " in name and not name.isupper()]


def _string(entry: dict[str, Any], key: str) -> str:
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""


def _objects(entry: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = entry.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
