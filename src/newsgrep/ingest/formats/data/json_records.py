"""JSON: one article, a list of them, or one to a line (JSON Lines)."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.formats.data import guardian
from newsgrep.ingest.formats.data.column_lists import rows_of
from newsgrep.ingest.formats.data.python_values import python_value
from newsgrep.ingest.formats.data.record_document import are_alike, document_from, fields_in
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.data.text_lists import is_text, text_document, texts_in
from newsgrep.ingest.formats.encoding import decode, is_binary
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

NAMES = (".json", ".jsonl", ".ndjson")
LINES = (".jsonl", ".ndjson")

MAX_WHOLE = 2 * MAX_DOCUMENT
"""A document of more bytes than this is only read where it is a list, one member at a time."""

_SEPARATOR = regex(r"[\s,]*")
_TWO_LINES = regex(rb"\s*\{.*\}\s*\n\s*\{")


def matches(head: bytes, name: str) -> bool:
    if is_binary(head):
        return False
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return name.endswith(NAMES) or (start in (b"{", b"[") and _looks(head))


def _looks(head: bytes) -> bool:
    """Whether a file begins with an object of JSON, or with a mapping as Python prints it."""
    return _OBJECT.match(head) is not None


_OBJECT = regex(
    rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:\"[^\"\n]{1,100}\"|(?P<python>'[\w -]{1,60}'))\s*:"
)


_LIST = regex(rb"(?:\xef\xbb\xbf)?\s*\[\s*\{")
"""What a list of objects begins with, which some call JSON Lines."""


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    return settled(_documents(stream, name))


def _documents(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    if name.endswith(LINES) and _LIST.match(stream.peek(64)) is None:  # type: ignore[attr-defined]
        yield from _lines(stream)
        return
    data = stream.read()
    if len(data) > MAX_WHOLE:
        yield from _long(data)
        return
    text = decode(data).lstrip("\ufeff")
    try:
        value = json.loads(text)
    except RecursionError:
        raise UnreadableFile("JSON nested too deep") from None
    except ValueError as error:
        if _is_printed(data):
            yield from _printed(data)
            return
        if _TWO_LINES.match(data):
            yield from _lines(io.BytesIO(data))
            return
        if not text.lstrip().startswith(("[", "{")):
            raise UnreadableFile(f"not valid JSON: {error}") from None
        yield from _members(text)
        return
    table = rows_of(value)
    value = value if table is None else table
    alone = _alone(value)
    records = texts_in(value) if alone is None else None
    if alone is None and records is None:
        records = _records(value)
    if records is None:
        record = value if alone is None else alone
        if not isinstance(record, dict):
            raise UnreadableFile("JSON, but neither an object nor a list of objects")
        if guardian.is_label(record):
            raise NotArticles(_LABELS)
        yield document_from(guardian.with_text(record), 0, "JSON")
        return
    if records and all(isinstance(r, dict) and guardian.is_label(r) for r in records):
        raise NotArticles(_LABELS)
    if records and not any(
        isinstance(r, dict) or (isinstance(r, str) and is_text(r)) for r in records
    ):
        raise NotArticles("a list of values, without articles")
    for number, record in enumerate(records, start=1):
        yield _document(record, number)


_LABELS = "tags or sections of the Guardian, which are no articles"
_ITEMS = frozenset("content article item story post result document doc news".split())
"""Names of the object that an answer for one article holds it in."""


def _is_printed(data: bytes) -> bool:
    """Whether Python printed a document, and no program wrote JSON."""
    opens = _OBJECT.match(data[:_BEGINNING])
    return opens is not None and opens["python"] is not None


_BEGINNING = 2000


def _printed(data: bytes) -> Iterator[RawDocument | Unreadable]:
    """The records of a document that Python printed: whole, or one a line; else its text."""
    text = decode(data).lstrip("\ufeff")
    value = python_value(text)
    records = value if isinstance(value, list) else [value]
    if value is None:
        records = [python_value(line) for line in text.splitlines() if line.strip()]
    if not any(isinstance(record, dict) for record in records):
        yield RawDocument(Form.TEXT, text)
        return
    for number, record in enumerate(records, start=1):
        yield _document(record, number)


def _alone(value: Any, depth: int = 0) -> dict[str, Any] | None:
    """The article that an answer for a single one holds in an object of its own.

    Lists within it or beside it are of its tags, its pictures and the like.
    """
    if not isinstance(value, dict) or depth > _MAX_DEPTH:
        return None
    own = fields_in(value) & _TELLING
    if depth and "title" in own and ("text" in own or own >= {"date", "url"}):
        # Without a text of its own it may as well be a list of articles, with its name.
        listed = 0.0 if "text" in own else _likeness(_likeliest(value))
        return value if listed < len(own) else None
    if "title" in own:
        return None
    for name, member in value.items():
        if not isinstance(member, dict):
            continue
        is_item = len(value) == 1 or str(name).lower() in _ITEMS
        found = _alone(member, depth + 1) if is_item or _wraps(member) else None
        if found is not None and (is_item or found is not member):
            return found
    return None


def _wraps(value: dict[str, Any]) -> bool:
    """Whether an object is what others are wrapped in: ``{"response": {"content": {…}}}``."""
    return any(str(name).lower() in _ITEMS for name in value)


def _long(data: bytes) -> Iterator[RawDocument | Unreadable]:
    """The members of a long list, or of long JSON Lines, without holding them all."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"[":
        if _TWO_LINES.match(data[:MAX_WHOLE]):
            yield from _lines(io.BytesIO(data))
            return
        size = len(data) // 1_000_000
        raise UnreadableFile(f"JSON of {size} MB that is neither a list nor an object a line")
    text = decode(data)
    del data
    yield from _members(text)


def _members(text: str) -> Iterator[RawDocument | Unreadable]:
    """The objects in lists and outside of them, one after another.

    A crawler's second run leaves ``[…][…]`` or ``{…}{…}``. Where a list breaks off, what stands
    before that is read.
    """
    decoder = json.JSONDecoder()
    at = number = 0
    within = False
    while True:
        at = _SEPARATOR.match(text, at).end()  # type: ignore[union-attr]
        if at == len(text) and not within:
            return
        if text[at : at + 1] == ("]" if within else "["):
            within = not within
            at += 1
            continue
        number += 1
        try:
            record, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            where = f" from record {number} on" if number > 1 else ""
            raise UnreadableFile(f"not valid JSON{where}: {error}") from None
        yield _document(record, number)


def _document(record: Any, number: int) -> RawDocument | Unreadable:
    if isinstance(record, str) and is_text(record):
        return text_document(record, number)
    if not isinstance(record, dict):
        return Unreadable(number, "not an object")
    try:
        return document_from(guardian.with_text(record), number, "JSON")
    except UnreadableFile as error:
        return Unreadable(number, error.message)


_MAX_DEPTH = 5
_SAMPLED = 20
_LEAST = 2.0
"""Lists beside the likeliest are read where their members are at least so much like articles."""
_DESCRIBES = frozenset(("swagger", "openapi", "$schema"))
_MODELS = frozenset(("paths", "definitions", "properties", "components"))
"""Keys of documents that say what others look like: their titles are no headlines."""
_TELLING = frozenset(("title", "text", "deck", "date", "url"))


def _records(value: Any) -> list[Any] | None:
    """The list of articles in a document: itself, or the likeliest one that it holds anywhere.

    None where it is an article itself, or nothing in it looks like articles.
    """
    if isinstance(value, list):
        if any(not isinstance(m, dict) or fields_in(m) & _TELLING for m in value[:_SAMPLED]):
            return value
        best = _likeliest(value)  # its members may be categories, each with a list
        return best if _likeness(best) >= _LEAST and len(best) >= len(value) else value
    if not isinstance(value, dict):
        return None
    if _DESCRIBES & set(value) and _MODELS & set(value):
        raise UnreadableFile("a description of data, without articles")
    own = fields_in(value)
    if "webPublicationDate" in value and own >= {"title", "url"}:
        return None  # of the Guardian's articles, with the blocks of their texts
    best = _likeliest(value)
    if "text" in own and any(isinstance(v, str) and len(v) > 20 for v in value.values()):
        return (
            best if len(best) > 1 and _likeness(best) >= 3 and not own & {"title", "date"} else None
        )
    return best if _likeness(best) > len(own & _TELLING) or _likeness(best) >= 2 else None


def _likeliest(value: Any) -> list[Any]:
    """The members most like articles of the lists in a document, and those of lists like theirs.

    Lists of like members at the same depth are one, kept by category.
    """
    found = list(_lists(value))
    depth, best = max(found, key=lambda one: _likeness(one[1]), default=(0, []))
    least, keys = max(_LEAST, _likeness(best) - 2), _keys(best)
    alike = [
        one
        for at, one in found
        if one is best or (at == depth and _likeness(one) >= least and _overlap(keys, one))
    ]
    return [member for one in alike for member in one]


def _keys(records: list[Any]) -> set[str]:
    return {key for member in records[:_SAMPLED] if isinstance(member, dict) for key in member}


def _overlap(keys: set[str], records: list[Any]) -> bool:
    """Whether the members of a list have most of their keys in common with ``keys``."""
    return are_alike(keys, _keys(records))


def _likeness(records: list[Any]) -> float:
    """How much the members of a list are like articles: what they have of headline, text, date
    and address, on average; 0 where they have neither headline nor text."""
    sample = [member for member in records[:_SAMPLED] if isinstance(member, dict)]
    if not sample or all(map(guardian.is_label, sample)):
        return 0.0
    found = [fields_in(member) & _TELLING for member in sample]
    worded = sum(bool(fields & {"title", "text", "deck"}) for fields in found)
    # Names of keywords, images and the like have one such key, articles have several.
    return sum(map(len, found)) / len(sample) if worded >= len(sample) / 2 else 0.0


def _lists(value: Any, depth: int = 0) -> Iterator[tuple[int, list[Any]]]:
    """The lists of objects in a document and how deep they are.

    Objects of nothing but objects count as lists.
    """
    if depth > _MAX_DEPTH:
        return
    members = list(value.values()) if isinstance(value, dict) else value
    if len(members) > 0 and all(isinstance(member, dict) for member in members):
        if isinstance(value, list) or len(members) > 1:
            yield depth, members
        if _likeness(members):  # articles; categories are all looked into
            members = members[:_SAMPLED]
    for member in members:
        if isinstance(member, dict | list):
            yield from _lists(member, depth + 1)


def _lines(stream: BinaryIO) -> Iterator[RawDocument | Unreadable]:
    number = 0
    while line := stream.readline(MAX_DOCUMENT + 1):
        if len(line) > MAX_DOCUMENT:
            number += 1
            yield Unreadable(number, f"a line of more than {MAX_DOCUMENT // 1_000_000} MB")
            while not line.endswith(b"\n") and (line := stream.readline(MAX_DOCUMENT)):
                continue
            continue
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        number += 1
        yield _line(line, number)


def _line(line: bytes, number: int) -> RawDocument | Unreadable:
    try:
        record = json.loads(decode(line).lstrip("\ufeff"))
    except RecursionError:
        return Unreadable(number, "JSON nested too deep")
    except ValueError as error:
        record = python_value(decode(line))
        if record is None:
            return Unreadable(number, f"not valid JSON: {error}")
    return _document(record, number)
