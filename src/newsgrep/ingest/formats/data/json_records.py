"""JSON: one article, a list of them, or one to a line (JSON Lines)."""

from __future__ import annotations

import io
import json
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.formats.data import guardian
from newsgrep.ingest.formats.data.articles_within import articles_beside, articles_within
from newsgrep.ingest.formats.data.column_lists import rows_of
from newsgrep.ingest.formats.data.contentful import entries_in
from newsgrep.ingest.formats.data.editor_documents import editor_text, with_editors_read
from newsgrep.ingest.formats.data.json_lists import article_alone, article_list
from newsgrep.ingest.formats.data.json_members import members
from newsgrep.ingest.formats.data.keys_by_values import records_by_values
from newsgrep.ingest.formats.data.prose_beside import prose_beside, prose_within
from newsgrep.ingest.formats.data.python_values import python_value
from newsgrep.ingest.formats.data.record_document import document_from, fields_in
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.data.text_columns import with_text_columns
from newsgrep.ingest.formats.data.text_lists import (
    is_text,
    paragraphs_in,
    text_document,
    texts_in,
)
from newsgrep.ingest.formats.encoding import decode, is_binary
from newsgrep.ingest.formats.faults import before_fault
from newsgrep.ingest.formats.json_faults import fault_of
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

NAMES = (".json", ".jsonl", ".ndjson")
LINES = (".jsonl", ".ndjson")

MAX_WHOLE = 2 * MAX_DOCUMENT
"""A document of more bytes than this is only read where it is a list, one member at a time."""

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
        yield from _read(_lines(stream))
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
            yield from _read(_lines(io.BytesIO(data)))
            return
        if not text.lstrip().startswith(("[", "{")):
            raise UnreadableFile(f"not valid JSON: {fault_of(error)}") from None
        yield from _read(members(text))
        return
    yield from _of_document(value)


def _of_document(value: Any) -> Iterator[RawDocument | Unreadable]:
    """The articles in a document: its text, the article that it is, or the records that it has."""
    if paragraphs := paragraphs_in(value) or editor_text(value):
        yield RawDocument(Form.TEXT, paragraphs)
        return
    table = entries_in(value)
    if table == []:
        raise NotArticles("entries of a word or two, without articles")
    if table is None:
        table = rows_of(value)
    value = value if table is None else table
    alone = article_alone(value)
    records = _records_in(value) if alone is None else None
    if records is None:
        record = value if alone is None else alone
        if not isinstance(record, dict):
            raise UnreadableFile("JSON, but neither an object nor a list of objects")
        if guardian.is_label(record):
            raise NotArticles(_LABELS)
        yield from _of_one(record, _beside(value, [record], teasers=False))
        return
    if records and all(isinstance(r, dict) and guardian.is_label(r) for r in records):
        raise NotArticles(_LABELS)
    if records and not any(
        isinstance(r, dict) or (isinstance(r, str) and is_text(r)) for r in records
    ):
        raise NotArticles("a list of values, without articles")
    more = _beside(value, [*records, records], teasers=True)
    yield from _read(enumerate(records, start=1), more)


def _records_in(value: Any) -> list[Any] | None:
    """The records of a document that is no article itself: by their keys, else by their values."""
    records = texts_in(value)
    if records is None:
        records = article_list(value)
    if records is None and not _is_headed(value):
        records = records_by_values(value)
    return records


def _beside(value: Any, taken: list[Any], *, teasers: bool) -> list[Any]:
    """What a document has beside the records ``taken``: articles, and then other prose."""
    articles = list(articles_beside(value, taken))
    return [*articles, *prose_beside(value, [*taken, *articles], teasers=teasers)]


def _is_headed(value: Any) -> bool:
    """Whether a document is an article itself, by its keys."""
    return isinstance(value, dict) and bool({"title", "text"} & fields_in(value))


_LABELS = "tags or sections of the Guardian, which are no articles"


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
    yield from _read(enumerate(records, start=1))


def _long(data: bytes) -> Iterator[RawDocument | Unreadable]:
    """The members of a long list, or of long JSON Lines, without holding them all."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] != b"[":
        if _TWO_LINES.match(data[:MAX_WHOLE]):
            yield from _read(_lines(io.BytesIO(data)))
            return
        size = len(data) // 1_000_000
        raise UnreadableFile(f"JSON of {size} MB that is neither a list nor an object a line")
    text = decode(data)
    del data
    yield from _read(members(text))


def _of_one(record: dict[str, Any], beside: list[Any]) -> Iterator[RawDocument | Unreadable]:
    """The article that a document is; with those beside it and within it, all are records."""
    found = list(_read([(1, record)], beside))
    first = found[0]
    if len(found) > 1:
        yield from found
    elif isinstance(first, Unreadable):
        raise UnreadableFile(first.reason)
    else:
        yield replace(first, record=0)


def _read(
    rows: Iterable[tuple[int, Any]], beside: Iterable[Any] = ()
) -> Iterator[RawDocument | Unreadable]:
    """The documents of numbered records; behind them those ``beside`` them and within them."""
    last = 0
    more: deque[Any] = deque(beside)
    faults: list[UnreadableFile] = []
    known = with_text_columns(rows, lambda row: row[1] if isinstance(row[1], dict) else None)
    for (last, record), worded in before_fault(known, faults):
        document = _document(record, last, worded)
        within = list(_within(record, document))
        more += within
        # What has no text itself may hold its articles, one a language.
        if isinstance(document, RawDocument) or not within:
            yield document
    while more:
        last += 1
        record = more.popleft()
        document = _document(record, last)
        yield document
        more += _within(record, document)
    if faults:
        raise faults[0]


def _unpacked(record: Any) -> Any:
    """A record that another one holds as a string, alone: ``{"doc": "{'title': …}"}``."""
    if isinstance(record, dict) and len(record) == 1:
        (value,) = record.values()
        inner = python_value(value) if isinstance(value, str) else None
        return inner if isinstance(inner, dict) else record
    return record


def _within(record: Any, document: RawDocument | Unreadable) -> Iterator[dict[str, Any]]:
    if not isinstance(record, dict):
        return iter(())
    return articles_within(record, document.content if isinstance(document, RawDocument) else "")


def _document(record: Any, number: int, worded: Collection[str] = ()) -> RawDocument | Unreadable:
    if isinstance(record, Unreadable):
        return record
    if isinstance(record, str) and is_text(record):
        return text_document(record, number)
    record = _unpacked(record)
    if not isinstance(record, dict):
        return Unreadable(number, "not an object")
    try:
        values = with_editors_read(guardian.with_text(record))
        return document_from(values, number, "JSON", worded, prose_within(values))
    except UnreadableFile as error:
        return Unreadable(number, error.message)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, Any]]:
    number = 0
    while line := stream.readline(MAX_DOCUMENT + 1):
        if len(line) > MAX_DOCUMENT:
            number += 1
            yield number, Unreadable(number, f"a line of more than {MAX_DOCUMENT // 1_000_000} MB")
            while not line.endswith(b"\n") and (line := stream.readline(MAX_DOCUMENT)):
                continue
            continue
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        number += 1
        yield number, _line(line, number)


def _line(line: bytes, number: int) -> Any:
    """The record in a line, or that it is none."""
    try:
        record = json.loads(decode(line).lstrip("\ufeff"))
    except RecursionError:
        return Unreadable(number, "JSON nested too deep")
    except ValueError as error:
        record = python_value(decode(line))
        if record is None:
            return Unreadable(number, f"not valid JSON: {fault_of(error)}")
    return record
