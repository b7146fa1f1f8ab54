"""Mail: a newsletter a message (EML), or many (mbox); and pages saved as MHTML."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.raw import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable
from newsgrep.sources.encoding import decode, is_binary, read_document
from newsgrep.sources.markup import text_of_fragment
from newsgrep.sources.page import charset_of
from newsgrep.sources.row_dates import settled

NAMES = (".eml", ".mbox", ".mht", ".mhtml")

_HEADER = re.compile(
    rb"(?:(?:From|Return-Path|Received|Delivered-To|Date|Subject|To|MIME-Version|Message-ID|X-[\w-]+"
    rb"|Snapshot-Content-Location|Reply-To|List-Id|DKIM-Signature|Content-Type):[^\n]*\n"
    rb"(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)
_ENVELOPE = re.compile(rb"From \S+.{0,40}\d\d:\d\d(?::\d\d)?.{0,40}\d{4}")
_MAX_PARTS = 500
_PERSON = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'.-]+){1,2}")


def matches(head: bytes, name: str) -> bool:
    if is_binary(head):
        return False
    return _ENVELOPE.match(head) is not None or _HEADER.match(head) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    return settled(_documents(stream, name))


def _documents(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    head = bytes(stream.peek(512)[:512])  # type: ignore[attr-defined]
    if _ENVELOPE.match(head) is None:
        yield _document(read_document(stream, 4 * MAX_DOCUMENT, "one message"), 0, "")
        return
    for number, (data, start, end) in enumerate(_messages(stream), start=1):
        if len(data) < end - start:
            yield Unreadable(number, "a message that is too long")
            continue
        try:
            yield _document(data, number, f"bytes {start}-{end}")
        except UnreadableFile as error:
            yield Unreadable(number, error.message)


def _messages(stream: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Each message of an mbox with its byte range; of longer ones than allowed only a part."""
    lines: list[bytes] = []
    size = start = at = 0
    blank = True
    while line := stream.readline(1 << 20):
        if blank and line.startswith(b"From ") and _ENVELOPE.match(line) is not None:
            if lines:
                yield b"".join(lines), start, at
            lines, size = [], 0
            start = at + len(line)
        elif size + len(line) <= 4 * MAX_DOCUMENT:
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        at += len(line)
        blank = line in (b"\n", b"\r\n")
    if lines:
        yield b"".join(lines), start, at


def _document(data: bytes, number: int, part: str) -> RawDocument:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        text, page = _bodies(message)
        claims = tuple(_claims(message))
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, KeyError) as error:
        # The standard library fails on some headers that spam is full of.
        raise UnreadableFile(f"not a readable message: {error}") from None
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    if page and (address or len(text) < 200):
        if address:
            claims = (Claim("url", str(address), "MHTML location", 0.88),)
            return RawDocument(Form.PAGE, page, claims, number, part)
        text = text_of_fragment(page)
    if not text.strip():
        raise UnreadableFile("a message without text")
    return RawDocument(Form.PROSE, _without_quoting(text), claims, number, part)


def _bodies(message: EmailMessage) -> tuple[str, str]:
    """The first plain text and the first page of a message."""
    text = page = ""
    for count, part in enumerate(message.walk()):
        if count > _MAX_PARTS:
            break
        if part.is_multipart() or part.get_filename():
            continue
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        declared = part.get_content_charset() or ""
        if kind == "text/plain" and not text:
            text = decode(payload[:MAX_DOCUMENT], declared)
        elif kind != "text/plain" and not page:
            page = decode(payload[:MAX_DOCUMENT], declared or charset_of(payload))
    return text, page


def _claims(message: EmailMessage) -> Iterator[Claim]:
    subject = str(message.get("Subject", "")).strip()
    if subject:
        yield Claim(
            "title",
            re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", subject, flags=re.I),
            "Subject",
            0.9,
        )
    date = str(message.get("Date", "")).strip()
    if date:
        yield Claim("date", date, "Date header", 0.9)
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    name = addresses[0].display_name if addresses else ""
    if name:
        person, _, paper = name.partition(" at ") if " at " in name else name.partition(" from ")
        if _PERSON.fullmatch(person.strip()) and not re.search(
            r"\b(?:The|News|Daily|Times|Post)\b", person
        ):
            yield Claim("authors", person.strip(), "From", 0.7)
            if paper:
                yield Claim("source", paper.strip(), "From", 0.8)
        else:
            yield Claim("source", name, "From", 0.75)
    listed = str(message.get("List-Id", ""))
    match = re.match(r'\s*"?([^"<]{3,80}?)"?\s*<', listed)
    if match is not None:
        yield Claim("source", match.group(1), "List-Id", 0.7)


def _without_quoting(text: str) -> str:
    return re.sub(r"(?m)^> ?", "", text) if text.count("\n>") > text.count("\n") / 2 else text
