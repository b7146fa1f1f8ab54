"""Mail: a newsletter a message (EML), or many (mbox); and pages saved as MHTML."""

from __future__ import annotations

import base64
import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.documents.html import charset_of
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import decode, in_one_encoding, is_binary, read_document
from newsgrep.ingest.formats.exports.proquest_page import is_export, split_page
from newsgrep.ingest.formats.exports.text_exports import articles_of
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable

NAMES = (".eml", ".mbox", ".mht", ".mhtml")

_NAME = re.compile(rb"([A-Za-z][A-Za-z0-9_.-]*):")
_POSTED = frozenset(
    b"""received return-path delivered-to message-id mime-version dkim-signature arc-seal
    authentication-results received-spf content-type snapshot-content-location thread-topic
    x-original-to list-id list-unsubscribe x-mailer""".split()
)
"""Headers that only a server or a mail program writes."""
_BLANKS = b"\xef\xbb\xbf \t\r\n"
_ENVELOPE = re.compile(rb"From \S+.{0,40}\d\d:\d\d(?::\d\d)?.{0,40}\d{4}")
_BARE_ENVELOPE = re.compile(rb"From \S+@\S+[ \t]*\r?\n(?=[A-Za-z][A-Za-z0-9_-]*:)")
_MAX_PARTS = 500
_HASHED = re.compile(r"\b[0-9a-f]{10,}|\bmc list\b", re.I)
"""How mailing services name lists: by a number."""
_INVERTED = re.compile(r"^\s*([^\W\d_][\w’'-]+),\s+([^\W\d_][\w’'-]+)\s*$")
_PERSON = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'.-]+){1,2}")


def matches(head: bytes, name: str) -> bool:
    if is_binary(head):
        return False
    return _ENVELOPE.match(head) is not None or _is_head(_without_envelope(head), name)


def _without_envelope(data: bytes) -> bytes:
    """A message without blank lines above it, or a line that says no more than the sender."""
    return _BARE_ENVELOPE.sub(b"", data.lstrip(_BLANKS), count=1)


def _is_head(head: bytes, name: str) -> bool:
    """Whether lines of ``Name:`` open a file, with at least a sender or a time among them.

    An article's own head may have ``From:`` and ``Date:`` as well: without an address and
    without what servers write, it is none.
    """
    names: list[bytes] = []
    if _NAME.match(head) is None:
        return False
    lines = head.split(b"\n")
    for line in lines[:60]:
        if not line.strip():
            break
        if line[:1] in b" \t" and names:
            continue
        match = _NAME.match(line)
        if match is None:
            return False
        names.append(match[1].lower())
    known = set(names)
    if len(names) < 2 or not known & {b"from", b"date", b"received"}:
        return False
    if known & _POSTED and len(names) >= 3:
        return True
    addressed = re.search(rb"^(?:from|sender|to|cc):[^\n]*@", head, re.I | re.M) is not None
    return (len(names) >= 3 and addressed) or (name.endswith(NAMES) and addressed)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    return settled(_documents(stream, name))


def _documents(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    head = bytes(stream.peek(512)[:512])  # type: ignore[attr-defined]
    if _ENVELOPE.match(head) is None:
        data = read_document(stream, 4 * MAX_DOCUMENT, "one message")
        if in_one_encoding(data[:64]) != data[:64]:
            data = decode(data).encode()
        found = list(_read_message(_without_envelope(data), ""))
        for record, document in enumerate(found, start=1):
            yield replace(document, record=record if len(found) > 1 else 0)
        return
    number = 0
    for data, start, end in _messages(stream):
        part = f"bytes {start}-{end}"
        if len(data) < end - start:
            number += 1
            yield Unreadable(number, "a message that is too long")
            continue
        try:
            for document in _read_message(data, part):
                number += 1
                yield replace(document, record=number)
        except UnreadableFile as error:
            number += 1
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


def _read_message(data: bytes, part: str) -> Iterator[RawDocument]:
    """The article of a message, or those of a database's results that it carries."""
    try:
        message = email.message_from_bytes(_with_words_encoded(data), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        message = _with_parts(message)
        text, page = _bodies(message)
        claims = tuple(_claims(message))
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        # The standard library fails on some headers that spam is full of.
        raise UnreadableFile(f"not a readable message: {error}") from None
    carried = list(split_page(page)) if is_export(page) else list(articles_of(text) or ())
    if carried:
        for number, document in enumerate(carried, start=1):
            yield replace(document, part=", ".join(filter(None, (part, f"article {number}"))))
        return
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location")
    if page and (address or len(text) < 200 or _share_of_addresses(text) > _MOST_ADDRESSES):
        if address:
            claims = (Claim("url", str(address), "MHTML location", 0.88),)
            yield RawDocument(Form.PAGE, page, claims, 0, part)
            return
        text = text_of_fragment(page)
    if not text.strip():
        raise UnreadableFile("a message without text")
    yield RawDocument(Form.PROSE, _without_quoting(text), claims, 0, part)


def _share_of_addresses(text: str) -> float:
    return sum(map(len, _LINK.findall(text))) / max(1, len(text))


_LINK = re.compile(r"https?://\S+")
_MOST_ADDRESSES = 0.2
"""Of a newsletter whose plain text is links in more than this share, the page is read."""


def _with_words_encoded(data: bytes) -> bytes:
    """A message whose header has no bytes beyond ASCII: the standard library drops them.

    They are UTF-8 (RFC 6532), or what older programs wrote without a word.
    """
    end = min((at for at in (data.find(b"\n\n"), data.find(b"\r\n\r\n")) if at >= 0), default=-1)
    head = data if end < 0 else data[:end]
    if head.isascii():
        return data
    return _RAW_WORDS.sub(_encoded_words, head) + data[len(head) :]


def _encoded_words(match: re.Match[bytes]) -> bytes:
    run, end = match.group(), match.end()
    beside = match.string[end : end + 1] + match.string[max(0, match.start() - 1) : match.start()]
    if run.isascii() or b"@" in beside:
        return run
    words = run.strip()
    encoded = b"=?utf-8?b?" + base64.b64encode(decode(words).encode()) + b"?="
    return run.replace(words, encoded, 1)


_RAW_WORDS = re.compile(rb"[^<>@\",;:=?()\[\]\r\n]+")


def _with_parts(message: EmailMessage) -> EmailMessage:
    """A message of several parts parted where its lines say, if not where its header does."""
    if message.get_content_maintype() != "multipart" or message.is_multipart():
        return message
    line = _BOUNDARY.search(str(message.get_payload()))
    if line is None:
        return message
    message.set_boundary(line[1])
    parted = email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
    return parted if isinstance(parted, EmailMessage) and parted.is_multipart() else message


_BOUNDARY = re.compile(r"(?m)^--(\S{1,70})\s*$")


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
    name = _INVERTED.sub(r"\2 \1", name.strip(" \"'"))
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
    if match is not None and _HASHED.search(match.group(1)) is None:
        yield Claim("source", match.group(1), "List-Id", 0.7)


def _without_quoting(text: str) -> str:
    return re.sub(r"(?m)^> ?", "", text) if text.count("\n>") > text.count("\n") / 2 else text
