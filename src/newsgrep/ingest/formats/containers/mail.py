"""Mail: a newsletter a message (EML), or many (mbox); and pages saved as MHTML."""

from __future__ import annotations

import base64
import contextlib
import email
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage, Message
from itertools import islice
from typing import BinaryIO, NamedTuple

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.containers.mail_headers import POLICY
from newsgrep.ingest.formats.containers.mbox import ENVELOPE, messages, opens_short
from newsgrep.ingest.formats.containers.passed_on import article_within, has_head_of_its_own
from newsgrep.ingest.formats.data.row_dates import settled
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import (
    charset_of,
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
_MAX_DEPTH = 20
"""Parts within parts that are looked into."""
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
    documents = list(_read_message(_without_envelope(data), ""))
    for record, document in enumerate(documents, start=1):
        yield replace(document, record=record if len(documents) > 1 else 0)


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


def _read_message(data: bytes, part: str) -> Iterator[RawDocument]:
    """The article of a message, or those of a database's results that it carries."""
    data = _with_words_encoded(data)
    try:
        read = _read(data, mended=False)
    except _FAILURES:
        # The standard library fails on some headers that spam is full of.
        try:
            read = _read(data, mended=True)
        except _FAILURES as error:
            raise UnreadableFile(f"not a readable message: {error}") from None
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
        raise UnreadableFile("a message without text")
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
    message = _with_parts(message)
    text, page, _ = _bodies(message)
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


def _with_parts(message: EmailMessage) -> EmailMessage:
    """A message of several parts parted where its lines say, if not where its header does."""
    if message.get_content_maintype() != "multipart" or message.is_multipart():
        return message
    line = _BOUNDARY.search(str(message.get_payload()))
    if line is None:
        return message
    message.set_boundary(line[1])
    parted = email.message_from_bytes(message.as_bytes(), policy=POLICY)
    return parted if isinstance(parted, EmailMessage) and parted.is_multipart() else message


_BOUNDARY = regex(r"(?m)^--(\S{1,70})\s*$")


class _Body(NamedTuple):
    """A section of a message: its plain text, its page, or both in other words."""

    text: str = ""
    page: str = ""
    too_long: bool = False
    """Whether a text of it, which is not said in other words, is longer than may be read."""

    @property
    def words(self) -> str:
        """What is to be read of it; of a page its text."""
        return self.text if self.text.strip() or not self.page else text_of_fragment(self.page)


def _bodies(message: EmailMessage) -> _Body:
    """The plain text and the page of a message; of several sections all their texts."""
    sections = list(_sections(message, 0))
    if any(section.too_long for section in sections):
        raise UnreadableFile(f"a message with a text of more than {MAX_DOCUMENT // 1_000_000} MB")
    if len(sections) > 1:
        sections = [section for section in sections if section.words.strip()] or sections
    if len(sections) < 2:
        return sections[0] if sections else _Body()
    pages = (section.page for section in sections if is_export(section.page))
    return _Body("\n\n".join(section.words.strip() for section in sections), next(pages, ""))


def _sections(part: Message, depth: int) -> Iterator[_Body]:
    """The sections of a message or a part of one, one after the other; attachments left out."""
    kind = part.get_content_type()
    if not part.is_multipart():
        body = _body(part, kind)
        if body is not None:
            yield body
        return
    if depth > _MAX_DEPTH:
        raise UnreadableFile(f"a message with parts within parts, more than {_MAX_DEPTH} deep")
    inner = (
        section
        for one in (part.iter_parts() if isinstance(part, EmailMessage) else ())
        for section in _sections(one, depth + 1)
    )
    if kind == "multipart/alternative":
        ways = list(inner)
        text = next((way.text for way in ways if way.text.strip()), "")
        page = next((way.page for way in ways if way.page), "")
        yield _Body(text, page, not (text or page) and any(way.too_long for way in ways))
    elif kind == "multipart/related":
        # What the first refers to: pictures, frames.
        yield from islice(inner, 1)
    else:
        yield from inner


def _body(part: Message, kind: str) -> _Body | None:
    payload = None if part.get_filename() else part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    if kind not in _TEXTS:
        return None
    if len(payload) > MAX_DOCUMENT:
        return _Body(too_long=True)
    declared = part.get_content_charset() or ""
    if declared in _SEVEN_BITS:
        payload = payload.decode("utf-7", "replace").encode()
    if kind == "text/plain":
        text = decode(payload, declared)
        return _Body(text=_UUENCODED.sub("", text) if "\nbegin " in text else text)
    return _Body(page=decode(payload, declared or charset_of(payload)))


_TEXTS = frozenset(("text/plain", "text/html", "application/xhtml+xml"))
_HOUSE = regex(
    r"\b(?:The|News|Daily|Times|Post|Weekly|Digest|Newsletter|Journal|Magazine|Press|Media|GmbH|Inc"
    r"|Ltd|LLC|AG|Group|Club|Team|Service|Solutions|Support)\b"
)
_BEFORE_PAPER = regex(r" (?:at|from|via|[-–—|]) ")
_SEVEN_BITS = frozenset(("utf-7", "unicode-1-1-utf-7", "csunicode11utf7"))
"""Names of an encoding that no browser reads, and mail of the nineties has."""
_UUENCODED = regex(
    r"^begin [0-7]{3,4} \S[^\n]{0,200}\n(?:[!-`][ -`]{0,64}\n)*?(?:[` ]?\n)?end[ \t]*(?:\n|\Z)",
    re.M,
)
"""A file that stands in the text itself, as mail had them before there were attachments."""


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
