"""The parts of a message: its texts and pages, files attached to it, messages within it."""

from __future__ import annotations

import base64
import email
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from typing import NamedTuple

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.charset_names import codec_named
from newsgrep.ingest.formats.containers.mail_headers import POLICY
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import charset_of, decode, is_binary
from newsgrep.ingest.formats.exports.proquest_page import is_export
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.raw_document import MAX_DOCUMENT
from newsgrep.text.lazy_regex import regex

MAX_DEPTH = 20
"""How deep parts may be within parts, and messages within messages."""


def embedded(message: Message) -> Iterator[bytes]:
    """The messages that a message has among its parts, outermost ones.

    Raises :class:`ValueError` where one is not in the encoding that it claims.
    """
    for part in message.iter_parts() if isinstance(message, EmailMessage) else ():
        if part.get_content_type() != "message/rfc822":
            yield from embedded(part)
            continue
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        if not isinstance(inner, Message):
            continue
        if part.get("content-transfer-encoding", "").strip().lower() == "base64":
            yield base64.b64decode(str(inner.get_payload()), validate=False)
            continue
        yield _bytes_of(inner)


def _bytes_of(message: Message) -> bytes:
    """A message as it was; of one whose parts cannot be told apart all is its text."""
    try:
        return message.as_bytes()
    except UnicodeEncodeError:
        for part in message.walk():
            if part.get_content_maintype() == "multipart" and not part.is_multipart():
                part.set_type("text/plain")
        return message.as_bytes()


def with_parts(message: EmailMessage) -> EmailMessage:
    """A message parted where its lines say, if not where the header of it or of a part does."""
    for part in message.walk():
        if part.get_content_maintype() == "multipart" and not part.is_multipart():
            _part(part)
    return message


def _part(message: Message) -> None:
    """Give a message the parts that stand between lines of its text."""
    payload = message.get_payload(decode=True)
    line = _BOUNDARY.search(payload) if isinstance(payload, bytes) else None
    if line is None or not isinstance(payload, bytes):
        return
    kind = message.get_content_type().encode()
    head = b'Content-Type: %s; boundary="%s"\n\n' % (kind, line[1])
    parted = email.message_from_bytes(head + payload, policy=POLICY)
    if parted.is_multipart():
        message.set_payload(parted.get_payload())
        message.set_boundary(line[1].decode("ascii", "replace"))


_BOUNDARY = regex(rb"(?m)^--([^\s\"]{1,70})\s*$")


class Body(NamedTuple):
    """A section of a message: its plain text, its page, or both in other words."""

    text: str = ""
    page: str = ""
    too_long: bool = False
    """Whether a text of it, which is not said in other words, is longer than may be read."""

    @property
    def words(self) -> str:
        """What is to be read of it; of a page its text."""
        return self.text if self.text.strip() or not self.page else text_of_fragment(self.page)


def bodies(message: EmailMessage) -> Body:
    """The plain text and the page of a message; of several sections all their texts."""
    sections = list(_sections(message, 0))
    if any(section.too_long for section in sections):
        raise UnreadableFile(f"a message with a text of more than {MAX_DOCUMENT // 1_000_000} MB")
    if len(sections) > 1:
        sections = [section for section in sections if section.words.strip()] or sections
    if len(sections) < 2:
        return sections[0] if sections else Body()
    pages = (section.page for section in sections if is_export(section.page))
    return Body("\n\n".join(section.words.strip() for section in sections), next(pages, ""))


def _sections(part: Message, depth: int) -> Iterator[Body]:
    """The sections of a message or a part of one, one after the other; of files attached to it
    those that are texts or pages."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return  # an article of its own
    if not part.is_multipart():
        body = _body(part, kind)
        if body is not None:
            yield body
        return
    if depth > MAX_DEPTH:
        raise UnreadableFile(f"a message with parts within parts, more than {MAX_DEPTH} deep")
    inner = [
        (one, list(_sections(one, depth + 1)))
        for one in (part.iter_parts() if isinstance(part, EmailMessage) else ())
    ]
    every = [section for _, sections in inner for section in sections]
    if kind == "multipart/alternative":
        yield _alternative(every)
    elif kind == "multipart/related":
        # What the first refers to (pictures, frames) is left out, but for a text without a name.
        yield from every[:1]
        told = False
        for one, sections in inner:
            if told and one.get_content_type() == "text/plain" and not _is_referred_to(one):
                yield from sections
            told = told or bool(sections)
    else:
        yield from every


def _alternative(ways: list[Body]) -> Body:
    """One section said in several ways; what ways of one kind say besides each other is kept."""
    texts = [way.text for way in ways if way.text.strip()]
    pages = [way.page for way in ways if way.page]
    text, page = next(iter(texts), ""), next(iter(pages), "")
    if len(texts) > 1:
        whole = with_other_texts(text, texts[1:], beside=text_of_fragment(page) if page else "")
        text, page = whole, page if whole == text else ""
    return Body(text, page, not (text or page) and any(way.too_long for way in ways))


def _is_referred_to(part: Message) -> bool:
    """Whether a part has a name by which a page beside it shows it."""
    return bool(part.get("Content-ID") or part.get("Content-Location"))


def _body(part: Message, kind: str) -> Body | None:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    is_attached = kind not in _TEXTS
    if not is_attached and part.get_filename() and _NO_TEXT.match(payload) is not None:
        return None  # a picture whose type is missing or wrong
    kind = _kind_of_file(part, kind, payload) if is_attached else kind
    if not kind or (is_attached and len(payload) > MAX_DOCUMENT):
        return None
    if len(payload) > MAX_DOCUMENT:
        return Body(too_long=True)
    declared = _declared(part, payload)
    if declared in _SEVEN_BITS:
        payload = payload.decode("utf-7", "replace").encode()
    if kind == "text/plain":
        text = decode(payload, declared)
        return Body(text=_UUENCODED.sub("", text) if "\nbegin " in text else text)
    return Body(page=decode(payload, declared or charset_of(payload)))


def _declared(part: Message, payload: bytes) -> str:
    """The encoding that a part is said to be in; empty where that cannot be."""
    declared = part.get_content_charset() or ""
    if declared in _SEVEN_BITS:
        return declared
    # Programs that do not know say ASCII.
    is_known = bool(codec_named(declared)) and (declared not in _NO_OTHERS or payload.isascii())
    return declared if is_known else ""


_NO_OTHERS = frozenset(("us-ascii", "ascii"))


def _kind_of_file(part: Message, kind: str, payload: bytes) -> str:
    """What an attached file is, by its kind or its name: plain text, a page, or nothing to read.

    Programs that do not know a file call it a stream of bytes.
    """
    name = (part.get_filename() or "").lower()
    if kind not in _ATTACHED and not (kind in _UNKNOWN and name.endswith(_NAMES)):
        return ""
    if is_binary(payload):
        return ""
    return "text/html" if name.endswith(_PAGES) else "text/plain"


_ATTACHED = frozenset(
    """text/csv text/comma-separated-values text/tab-separated-values text/markdown
    text/x-markdown text/x-web-markdown text/x-org application/text application/txt
    application/markdown application/csv""".split()
)
_UNKNOWN = frozenset(("application/octet-stream", "application/x-unknown", "application/download"))
_PAGES = (".html", ".htm", ".xhtml")
_NAMES = (*_PAGES, ".txt", ".text", ".md", ".markdown", ".org", ".csv", ".tsv")
_NO_TEXT = regex(
    rb"\xff\xd8\xff|\x89PNG|GIF8|%PDF|PK\x03\x04|\xd0\xcf\x11\xe0|RIFF....WEBP|BM.{4}\0\0",
    re.DOTALL,
)
"""How files of pictures, documents and archives begin."""
_TEXTS = frozenset(("text/plain", "text/html", "application/xhtml+xml"))
_SEVEN_BITS = frozenset(("utf-7", "unicode-1-1-utf-7", "csunicode11utf7"))
"""Names of an encoding that no browser reads, and mail of the nineties has."""
_UUENCODED = regex(
    r"^begin [0-7]{3,4} \S[^\n]{0,200}\n(?:[!-`][ -`]{0,64}\n)*?(?:[` ]?\n)?end[ \t]*(?:\n|\Z)",
    re.M,
)
"""A file that stands in the text itself, as mail had them before there were attachments."""
