"""JSON: one article, a list of them, or one to a line (JSON Lines)."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.raw import MAX_DOCUMENT, RawDocument, Unreadable
from newsgrep.sources.columns import document_from
from newsgrep.sources.encoding import decode, is_binary
from newsgrep.sources.row_dates import settled

NAMES = (".json", ".jsonl", ".ndjson")
LINES = (".jsonl", ".ndjson")

MAX_WHOLE = 2 * MAX_DOCUMENT
"""A document of more bytes than this is only read where it is a list, one member at a time."""

_SEPARATOR = re.compile(r"[\s,]*")
_TWO_LINES = re.compile(rb"\s*\{.*\}\s*\n\s*\{")


def matches(head: bytes, name: str) -> bool:
    if is_binary(head):
        return False
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return name.endswith(NAMES) or (start in (b"{", b"[") and b'"' in head[:2000] and _looks(head))


def _looks(head: bytes) -> bool:
    return re.match(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,100}\"\s*:", head) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    return settled(_documents(stream, name))


def _documents(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    if name.endswith(LINES):
        yield from _lines(stream)
        return
    data = stream.read()
    if len(data) > MAX_WHOLE:
        yield from _long(data)
        return
    try:
        value = json.loads(decode(data))
    except RecursionError:
        raise UnreadableFile("JSON nested too deep") from None
    except ValueError as error:
        if _TWO_LINES.match(data):
            yield from _lines(io.BytesIO(data))
            return
        raise UnreadableFile(f"not valid JSON: {error}") from None
    records = _records(value)
    if records is None:
        if not isinstance(value, dict):
            raise UnreadableFile("JSON, but neither an object nor a list of objects")
        yield document_from(value, 0, "JSON")
        return
    for number, record in enumerate(records, start=1):
        yield _document(record, number)


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
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    number = 0
    while True:
        at = _SEPARATOR.match(text, at).end()  # type: ignore[union-attr]
        if text[at : at + 1] == "]":
            return
        number += 1
        try:
            record, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise UnreadableFile(f"not valid JSON from record {number} on: {error}") from None
        yield _document(record, number)


def _document(record: Any, number: int) -> RawDocument | Unreadable:
    if not isinstance(record, dict):
        return Unreadable(number, "not an object")
    try:
        return document_from(record, number, "JSON")
    except UnreadableFile as error:
        return Unreadable(number, error.message)


def _records(value: Any) -> list[Any] | None:
    """The list of articles in a document: itself, or the one list of objects it wraps."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        lists = [
            member
            for member in value.values()
            if isinstance(member, list) and member and all(isinstance(m, dict) for m in member)
        ]
        has_text = any(isinstance(v, str) and len(v) > 200 for v in value.values())
        if lists and not has_text:
            return max(lists, key=len)
    return None


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
        return Unreadable(number, f"not valid JSON: {error}")
    return _document(record, number)
