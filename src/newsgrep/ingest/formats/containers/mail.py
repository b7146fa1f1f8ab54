"""Mail: a newsletter a message (EML), or many (mbox); and pages saved as MHTML."""

from __future__ import annotations

import base64
import contextlib
import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from itertools import islice
from typing import BinaryIO, NamedTuple

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.mail_headers import POLICY
from newsgrep.ingest.formats.containers.mail_parts import MAX_DEPTH, bodies, embedded, with_parts
from newsgrep.ingest.formats.containers.mbox import ENVELOPE, messages, opens_short
from newsgrep.ingest.formats.containers.passed_on import article_within, has_head_of_its_own
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import (
    decode,
    in_one_encoding,
    is_binary,
    read_document,
)
from newsgrep.ingest.formats.exports.proquest_page import is_export, split_page
from newsgrep.ingest.formats.exports.text_exports import articles_of
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex
from newsgrep.text.subjects import bare_subject

NAMES = (".eml", ".mbox", ".mht", ".mhtml")

_NAME = regex(rb"([A-Za-z][A-Za-z0-9_.-]*):")
_POSTED = frozenset(
    b"""received return-path delivered-to message-id mime-version dkim-signature arc-seal
    authentication-results received-spf content-type snapshot-content-location thread-topic
    x-original-to list-id list-unsubscribe x-mailer""".split()
)
"""Headers that only a server or a mail program writes."""
_BLANKS = b"\xef\xbb\xbf \t\r\n"
_BARE_ENVELOPE = regex(rb"From \S+@\S+[ \t]*\r?\n(?=[A-Za-z][A-Za-z0-9_-]*:)")
_HASHED = regex(r"\b[0-9a-f]{10,}|\bmc list\b", re.I)
"""How mailing services name lists: by a number."""
_INVERTED = regex(r"^\s*([^\W\d_][\w’'-]+),\s+([^\W\d_][\w’'-]+)\s*$")
_PERSON = regex(r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'.-]+){1,2}")


def matches(head: bytes, name: str) -> bool:
    if is_binary(head):
        return False
    if ENVELOPE.match(head) is not None or opens_short(head):
        return True
    return _is_head(_without_envelope(head), name)


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
    if ENVELOPE.match(head) is not None:
        yield from _of_mbox(stream)
        return
    if opens_short(head):
        found = _of_mbox(stream)
        opening = list(islice(found, 2))
        # A message alone may have such a line, too.
        yield from opening if len(opening) > 1 else (replace(one, record=0) for one in opening)
        yield from found
        return
    data = read_document(stream, 4 * MAX_DOCUMENT, "one message")
    if in_one_encoding(data[:64]) != data[:64]:
        data = decode(data).encode()
    documents: list[RawDocument] = []
    failed = ""
    try:
        for document in _read_message(_without_envelope(data), ""):
            documents.append(document)
    except UnreadableFile as error:
        if not documents:
            raise
        failed = error.message
    several = len(documents) > 1 or failed
    for record, document in enumerate(documents, start=1):
        yield replace(document, record=record if several else 0)
    if failed:
        yield Unreadable(len(documents) + 1, failed)


def _of_mbox(stream: BinaryIO) -> Iterator[RawDocument | Unreadable]:
    number = 0
    for data, start, end, whole in messages(stream):
        part = f"bytes {start}-{end}"
        if not whole:
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


def _read_message(data: bytes, part: str, depth: int = 0) -> Iterator[RawDocument]:
    """The article of a message, or those of a database's results that it carries.

    Messages within it, as digests and forwards have them, are articles of their own.
    """
    data = _with_words_encoded(data)
    try:
        read = _read(data, mended=False)
    except _FAILURES:
        # The standard library fails on some headers that spam is full of.
        try:
            read = _read(data, mended=True)
        except _FAILURES as error:
            raise UnreadableFile(f"not a readable message: {error}") from None
    try:
        within = list(embedded(read.message)) if depth < MAX_DEPTH else []
    except _FAILURES as error:
        raise UnreadableFile(f"a message within it cannot be read: {error}") from None
    if within:
        told = bool(read.text.strip() or read.page)
        if told:
            yield from _article(read, part)
        failed = ""
        for number, inner in enumerate(within, start=1):
            place = ", ".join(filter(None, (part, f"message {number}")))
            try:
                yield from _read_message(inner, place, depth + 1)
            except UnreadableFile as error:
                empty = error.message == _WITHOUT_TEXT and (told or len(within) > 1)
                failed = failed or ("" if empty else f"{place}: {error.message}")
        if failed:
            raise UnreadableFile(failed)
        return
    yield from _article(read, part)


_WITHOUT_TEXT = "a message without text"


def _article(read: _Read, part: str) -> Iterator[RawDocument]:
    """The article of a message without those within it."""
    message, text, page, claims, address = read
    carried = list(split_page(page)) if is_export(page) else list(articles_of(text) or ())
    if carried:
        for number, document in enumerate(carried, start=1):
            yield replace(document, part=", ".join(filter(None, (part, f"article {number}"))))
        return
    if page and (address or len(text) < 200 or _share_of_addresses(text) > _MOST_ADDRESSES):
        if address:
            claims = (Claim("url", address, "MHTML location", 0.88),)
            yield RawDocument(Form.PAGE, page, claims, 0, part)
            return
        text = text_of_fragment(page)
    if not text.strip():
        raise UnreadableFile(_WITHOUT_TEXT)
    text = _without_quoting(text)
    within = article_within(message, text, claims)
    if within:
        yield RawDocument(Form.TEXT, text, within, 0, part)
        return
    if has_head_of_its_own(message, text, claims):
        yield RawDocument(Form.TEXT, text, claims, 0, part)
        return
    yield RawDocument(Form.PROSE, text, claims, 0, part)


_FAILURES = (ValueError, LookupError, TypeError, AttributeError, AssertionError)


class _Read(NamedTuple):
    """A message, its text and its page, its facts, and the address of a page that was saved."""

    message: EmailMessage
    text: str
    page: str
    claims: tuple[Claim, ...]
    address: str


def _read(data: bytes, *, mended: bool) -> _Read:
    """A message by its bytes.

    With ``mended`` what of its header cannot be parsed is put right, or left out.
    """
    message = email.message_from_bytes(data, policy=POLICY)
    assert isinstance(message, EmailMessage)
    if mended:
        _mend(message)
    message = with_parts(message)
    text, page, _ = bodies(message)
    address = message.get("Snapshot-Content-Location") or message.get("Content-Location") or ""
    return _Read(message, text, page, tuple(_claims(message)), str(address))


_MAILBOX = regex(r"(?P<name>[^,<>@=]{0,100})<(?P<address>[^<>@\s]{1,100}@[^<>@\s]{1,200})>")


def _mend(message: EmailMessage) -> None:
    """Replace the headers that the standard library fails on by what is sound of them."""
    for name, raw in list(message.raw_items()):
        try:
            str(message.policy.header_fetch_parse(name, raw))
            continue
        except _FAILURES:
            del message[name]
        value = " ".join(str(raw).split())
        mailbox = _MAILBOX.search(value)
        if mailbox is not None:
            value = f"{mailbox['name'].strip()} <{mailbox['address']}>".strip()
        with contextlib.suppress(*_FAILURES):
            message[name] = value
            str(message[name])
            continue
        del message[name]


def _share_of_addresses(text: str) -> float:
    return sum(map(len, _LINK.findall(text))) / max(1, len(text))


_LINK = regex(r"https?://\S+")
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


_RAW_WORDS = regex(rb"[^<>@\",;:=?()\[\]\r\n]+")


_HOUSE = regex(
    r"\b(?:The|News|Daily|Times|Post|Weekly|Digest|Newsletter|Journal|Magazine|Press|Media|GmbH|Inc"
    r"|Ltd|LLC|AG|Group|Club|Team|Service|Solutions|Support)\b"
)
_BEFORE_PAPER = regex(r" (?:at|from|via|[-–—|]) ")


def _claims(message: EmailMessage) -> Iterator[Claim]:
    subject = str(message.get("Subject", "")).strip()
    if subject:
        yield Claim(
            "title",
            bare_subject(subject),
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
    if name and message.get("List-Post"):
        # Everybody may write to such a list; newsletters have none.
        yield Claim("authors", name, "From", 0.7)
    elif name:
        between = _BEFORE_PAPER.search(name)
        person = name[: between.start()] if between is not None else name
        paper = name[between.end() :] if between is not None else ""
        if _PERSON.fullmatch(person.strip()) and _HOUSE.search(person) is None:
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
