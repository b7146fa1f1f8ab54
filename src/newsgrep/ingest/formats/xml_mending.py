"""XML made well-formed before a parser sees it, so that no text is lost to it.

Programs paste texts into XML that has no room for them: control characters, entities of HTML that
nothing defines, bare ampersands and angle brackets, bytes of another encoding. A parser drops what
stands before them, or ends the element there. Works piece by piece, whatever a document's length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from html.entities import html5
from typing import BinaryIO

from newsgrep.ingest.formats.encoding import decode, decoder_of
from newsgrep.ingest.formats.xml_balance import Balance
from newsgrep.text.lazy_regex import regex

_PIECE = 1 << 16
_LONGEST_TAG = 1 << 16
"""Bytes of a tag that is waited for; of what is longer the rest is no tag."""
_LONGEST_NAME = 40
_OPENING = 8192
_CONTROLS = bytes((*range(9), *range(14, 32)))
_AS_BLANKS = bytes.maketrans(b"\x0b\x0c", b"  ")
_ESCAPE = regex(rb"\x1b(?:\[[0-?]*[ -/]*[@-~])?")
_NO_SIGNS = regex(rb"\xef\xbf[\xbe\xbf]")
"""U+FFFE and U+FFFF, in UTF-8."""
_UNTOUCHED = regex(rb"<!(?:\[CDATA\[|--)")
_ENDS = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}
_REFERENCE = regex(
    rb"&(?!(?:amp|lt|gt|quot|apos);"
    # Numbers of characters that are none, or of Windows-1252, are not passed over.
    rb"|#(?:9|1[03]|3[2-9]|[4-9]\d|1(?:[01]\d|2[0-7]|[6-9]\d)|[2-9]\d\d|\d{4,7});"
    rb"|#x(?:[2-7][\da-fA-F]|[a-fA-F][\da-fA-F]|[\da-fA-F]{3,6}|9|[aAdD]);)"
    rb"(?:(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z_][\w.-]{0,38});)?"
)
_NO_TAG = regex(rb"<(?![A-Za-z_/!?:\x80-\xff])")
_ENTITY = regex(rb"<!ENTITY\s+([\w.-]+)\s+(?:\"([^\"]*)\"|'([^']*)')")
_PLAIN = regex(rb"[^<&%]{0,20}|&#\d{2,6};|&#x[\da-fA-F]{2,5};")
"""What an entity may stand for that is put in its place: one sign, or a word or two."""
_DECLARED = regex(rb"\s*<\?xml[^>]{0,150}?\sencoding\s*=\s*[\"']([\w:.-]+)[\"']")
_DECLARATION = regex(rb"(\s*<\?xml[^>]{0,150}?)\sencoding\s*=\s*[\"'][\w:.-]+[\"']([^>]{0,100}>)")


def declared_encoding(data: bytes) -> str:
    """The encoding that the first bytes of a document declare, or an empty string."""
    match = _DECLARED.match(data[:200])
    return match[1].decode("ascii") if match is not None else ""


def without_odd_encoding(data: bytes) -> bytes:
    """A document that declares no encoding but UTF-8: libxml2 knows fewer than browsers."""
    declared = declared_encoding(data)
    return data if declared.lower() in ("", "utf-8", "utf8") else _in_utf_8(data, declared)


def mended(data: bytes) -> bytes:
    """A whole document, well-formed but for its end where it breaks off."""
    if not _is_utf_8(data):
        data = _in_utf_8(data, declared_encoding(data))
    return b"".join(_mended(iter((data,))))


def _is_utf_8(data: bytes) -> bool:
    """Whether bytes are UTF-8, and not those of an encoding that has none beyond ASCII."""
    if b"\x00" in data[:_OPENING] or b"\x1b$" in data:
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _in_utf_8(data: bytes, declared: str) -> bytes:
    """A document in UTF-8, whatever it is in."""
    return _DECLARATION.sub(rb"\1\2", decode(data, declared).encode(), count=1)


def mended_pieces(stream: BinaryIO) -> Iterator[bytes]:
    """A document of any length as :func:`mended` makes it, piece by piece."""
    return _mended(_pieces_in_utf_8(iter(lambda: stream.read(_PIECE), b"")))


def _pieces_in_utf_8(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces of a document in UTF-8; the first with other bytes than ASCII tells what it is in."""
    decoder = None
    declared = ""
    for number, piece in enumerate(pieces):
        if not number:
            declared = declared_encoding(piece)
        if decoder is None and (not piece.isascii() or b"\x00" in piece or b"\x1b$" in piece):
            decoder = decoder_of(piece, declared)
        if decoder is not None:
            piece = decoder.decode(piece).encode()
        yield piece if number else _DECLARATION.sub(rb"\1\2", piece, count=1)
    if decoder is not None:
        yield decoder.decode(b"", True).encode()


def _mended(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces mended, cut where nothing that must be seen whole is cut."""
    held = end = b""
    balance = Balance()
    entities: Mapping[bytes, bytes | None] = {}
    for number, piece in enumerate(pieces):
        if b"\x1b" in piece:
            piece = _ESCAPE.sub(b"", piece)
        piece = piece.translate(_AS_BLANKS, _CONTROLS)
        if b"\xef\xbf" in piece:
            piece = _NO_SIGNS.sub(b"", piece)
        if not number and b"<!ENTITY" in piece:
            entities = _defined(piece)
        done, held, end = _as_far_as_whole(held + piece, end, entities, balance)
        yield done
    # A tag that is cut off ends nothing, but an open section would be lost with all its text.
    yield held + end if end else b""


def _as_far_as_whole(
    data: bytes, end: bytes, entities: Mapping[bytes, bytes | None], balance: Balance
) -> tuple[bytes, bytes, bytes]:
    """``data`` mended as far as it can be told; its rest; and what ends the section it is in."""
    done: list[bytes] = []
    at = 0
    while True:
        if end:
            found = data.find(end, at)
            if found < 0:
                whole = max(at, len(data) - len(end) + 1)
                return b"".join([*done, data[at:whole]]), data[whole:], end
            done.append(data[at : found + len(end)])
            at = found + len(end)
        opening = _UNTOUCHED.search(data, at)
        if opening is None:
            whole = _whole(data, at)
            done.append(balance.of(_well_formed(data[at:whole], entities)))
            return b"".join(done), data[whole:], b""
        done.append(balance.of(_well_formed(data[at : opening.start()], entities)))
        done.append(opening[0])
        at, end = opening.end(), _ENDS[opening[0]]


def _whole(data: bytes, at: int) -> int:
    """As far as the tags and references of ``data`` are whole, from ``at`` on."""
    tag = data.rfind(b"<", max(at, len(data) - _LONGEST_TAG))
    if tag >= 0 and data.find(b">", tag) < 0 and not _NO_TAG.match(data[tag : tag + 2] + b" "):
        return tag
    if data.endswith(b"<"):
        return len(data) - 1
    reference = data.rfind(b"&", max(at, len(data) - _LONGEST_NAME))
    if reference < 0 or data.find(b";", reference) >= 0:
        return len(data)
    tag = data.rfind(b"<", at, reference)
    within = tag >= 0 and _NO_TAG.match(data, tag) is None and data.find(b">", tag, reference) < 0
    return tag if within else reference


def _well_formed(markup: bytes, entities: Mapping[bytes, bytes | None]) -> bytes:
    """Markup in which all references are known, and what opens no tag stands for itself."""

    def known(match: re.Match[bytes]) -> bytes:
        name = match[1]
        if name is None:
            return b"&amp;"
        if name in entities:
            value = entities[name]
            return match[0] if value is None else value
        text = name.decode()
        signs = unescape(f"&{text};") if text.startswith("#") else html5.get(f"{text};", "")
        if not signs and not text.startswith("#"):
            return b"&amp;" + match[0][1:]
        return b"".join(b"&#%d;" % ord(sign) for sign in signs if sign != "\ufffd")

    if b"&" in markup:
        markup = _REFERENCE.sub(known, markup)
    return _NO_TAG.sub(b"&lt;", markup)


def _defined(opening: bytes) -> dict[bytes, bytes | None]:
    """What a document's own entities stand for; None for what is not put in their place."""
    values = {name: one or other for name, one, other in _ENTITY.findall(opening)}
    return {
        name: value if _PLAIN.fullmatch(value) is not None else None
        for name, value in values.items()
    }


def ends_missing(markup: str) -> str:
    """The ends of the elements that are open where markup breaks off."""
    opened: list[str] = []
    for closes, name, alone in _TAGS.findall(_SECTIONS.sub("", markup)):
        if not closes and not alone:
            opened.append(name)
        elif closes and name in opened:
            del opened[len(opened) - 1 - opened[::-1].index(name) :]
    return "".join(f"</{name}>" for name in reversed(opened))


_SECTIONS = regex(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->", re.DOTALL)
_TAGS = regex(r"<(/?)([A-Za-z_][\w:.-]*)(?:\s[^<>]*?)?(/?)>")
