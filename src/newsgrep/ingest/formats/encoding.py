"""Bytes to text: which encoding a file is in."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.charset_names import codec_named
from newsgrep.ingest.formats.double_bytes import is_of_double_bytes
from newsgrep.ingest.formats.undeclared_encoding import is_evident, undeclared
from newsgrep.ingest.raw_document import MAX_DOCUMENT
from newsgrep.text.lazy_regex import regex

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH = regex(rb"[\x80-\xff]")
_MULTIBYTE = regex(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = bytes((*range(7), *range(14, 19)))
_ANY_CONTROL = bytes((*range(9), *range(14, 27), *range(28, 32)))
_STEP = 1 << 16
_SAMPLE = 1 << 16
_CHARSET = regex(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_XML_ENCODING = regex(rb"\s*<\?xml[^>]{0,150}\bencoding\s*=\s*[\"']([\w:.-]+)")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    raw = error.object[error.start : error.end]
    return raw.decode("cp1252", "replace"), error.end


_STRAY = "newsgrep-windows-1252"
codecs.register_error(_STRAY, _as_windows_1252)


_LINE_ENDS = regex("\r\n?|\f")


def decode(data: bytes, declared: str = "") -> str:
    """The text of ``data``, its lines ended by ``\\n`` whatever ended them; never fails.

    A byte order mark decides; then UTF-8, whose stray bytes are read as Windows-1252; then
    what the document declares, as browsers take it; then the encoding of single bytes in which it
    is words of some language; and the guess of charset-normalizer for others.
    """
    text = _decoded(_without_padding(data), declared)
    return _LINE_ENDS.sub("\n", text) if "\r" in text or "\f" in text else text


def _without_padding(data: bytes) -> bytes:
    """Bytes without what fills the last block of a file that was sent by XMODEM, or is of CP/M."""
    if data[-_FEWEST_PADDED:].strip(_PADDING):
        return data
    rest = data.rstrip(_PADDING)
    # Of a file with more of them they are a part, and one of little else is no text.
    return rest if len(rest) >= _SHORTEST and len(data) - len(rest) <= _BLOCK else data


_PADDING, _FEWEST_PADDED = b"\x00\x1a", 8
_SHORTEST, _BLOCK = 64, 1024


def _decoded(data: bytes, declared: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    shifted = _shifted(data)
    if shifted is not None:
        return shifted
    sample = data[:_SAMPLE]
    wide = _wide(sample)
    if wide:
        # Told before UTF-8: the bytes of Cyrillic in it are all below 128.
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _has_zeros_throughout(sample):
        return data.decode("utf-16-le" if _zeros_at_odd(sample) else "utf-16-be", "replace")
    if _is_mostly_utf_8(data, declared):
        return data.decode("utf-8", _STRAY)
    if declared:
        text = _as_declared(data, declared)
        if text is not None:
            return text
    return data.decode(undeclared(data), "replace")


def decoder_of(piece: bytes, declared: str = "") -> codecs.IncrementalDecoder:
    """What decodes a long document as :func:`decode` would, told by a ``piece`` of it."""
    encoding, errors = _encoding_of(piece, declared)
    return codecs.getincrementaldecoder(encoding)(errors)


def _encoding_of(piece: bytes, declared: str) -> tuple[str, str]:
    """The encoding of a document by a piece of it, and how bytes that are not in it are read."""
    for mark, encoding in _BOMS:
        if piece.startswith(mark):
            return encoding, "replace"
    if _shifted(piece) is not None:
        return "iso2022_kr" if _KOREAN in piece else "iso2022_jp_ext", "replace"
    wide = _wide(piece[:_SAMPLE])
    if wide:
        return wide, "replace"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(piece)
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8", _STRAY
    if _is_mostly_utf_8(piece, declared):
        return "utf-8", _STRAY
    if declared and _as_declared(piece, declared) is not None:
        return codec_named(declared), "replace"
    return undeclared(piece), "replace"


def _is_mostly_utf_8(data: bytes, declared: str) -> bool:
    """Whether bytes beyond ASCII are UTF-8 but for strays.

    Half of those of Chinese and Japanese in signs of two bytes look so by chance, and of Cyrillic
    of DOS.
    """
    high = len(_HIGH.findall(data))
    multibyte = sum(map(len, _MULTIBYTE.findall(data)))
    if 2 * multibyte <= high:
        return False
    if multibyte >= _MOSTLY_UTF_8 * high:
        return True
    return not (_is_wholly(data, codec_named(declared)) or is_evident(data))


def _is_wholly(data: bytes, encoding: str) -> bool:
    """Whether all of a text is in an encoding of signs of two bytes."""
    return is_of_double_bytes(encoding) and "\ufffd" not in data.decode(encoding, "replace")


_MOSTLY_UTF_8 = 0.75
"""Of the bytes of UTF-8 with strays in it."""
_MOST_WRONG = 0.05
"""A text of which a declared encoding leaves more than this share of signs unread is in another."""


def _as_declared(data: bytes, declared: str) -> str | None:
    """``data`` in the encoding that its document names; None where it cannot be in that."""
    name = codec_named(declared)
    if not name or name.startswith(("utf-8", "utf-16", "utf-32")):
        return None  # a declaration that was read byte by byte is of single bytes
    try:
        text = data.decode(name, "replace")
    except (LookupError, UnicodeError):
        return None  # what Python calls so turns bytes into bytes
    wrong = text.count("\ufffd")
    return text if wrong <= _MOST_WRONG * sum(not sign.isascii() for sign in text) else None


def _shifted(data: bytes) -> str | None:
    """Text in ISO 2022, which shifts between sets of signs by escape sequences."""
    if b"\x1b$" not in data or not data.isascii():
        return None
    text = data.decode("iso2022_kr" if _KOREAN in data else "iso2022_jp_ext", "replace")
    return text if text.count("\ufffd") <= _MOST_WRONG * len(text) else None


_KOREAN = b"\x1b$)C"


def _zeros_at_odd(sample: bytes) -> bool:
    return sample[1::2].count(0) >= sample[0::2].count(0)


def _has_zeros_throughout(sample: bytes) -> bool:
    """Whether zeros stand in most places of a sample, nearly all at even or all at odd ones.

    So they do in UTF-16, whose blanks and line ends have one each. A few that stand together were
    left in a text of single bytes by what wrote it.
    """
    zeros = sample.count(0)
    size = -(-len(sample) // _PLACES)
    held = sum(b"\x00" in sample[at : at + size] for at in range(0, len(sample), size))
    at_odd = sample[1::2].count(0)
    return 2 * held > _PLACES and max(at_odd, zeros - at_odd) >= _NEARLY * zeros


_PLACES = 8


def _wide(sample: bytes) -> str:
    """Which of UTF-16 and UTF-32 bytes with zeros among them are in; empty for others.

    Every script has blanks, line ends or stops, and few signs that cannot be shown. The order of
    the bytes is that which has more of them.
    """
    if sample.count(0) * _FEWEST_ZEROS < len(sample) or not sample.count(0):
        return ""
    found = {
        encoding: sum(map(sample.decode(encoding, "replace").count, _COMMON))
        for encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
        if _is_readable(sample, encoding)
    }
    best = max(found, key=lambda encoding: found[encoding], default="")
    size = len(sample) // (4 if "32" in best else 2)
    return best if best and found[best] >= max(2, size // _SIGNS) else ""


_COMMON = " \n。、，"
_SIGNS = 60
"""Of so many signs one is a blank, a line end or a stop, at least."""
_FEWEST_ZEROS = 100
"""Of so many bytes one is zero, at least, in UTF-16."""
_NEARLY = 0.95


def _is_readable(sample: bytes, encoding: str) -> bool:
    """Whether bytes are nearly all signs that can be read in an encoding."""
    text = sample[: len(sample) // 4 * 4].decode(encoding, "replace")
    readable = sum(c.isprintable() or c in "\t\r\n\f" for c in text) - text.count("\ufffd")
    return readable >= _NEARLY * len(text)


def read_document(stream: BinaryIO, most: int = MAX_DOCUMENT, what: str = "one article") -> bytes:
    """All of a stream of at most ``most`` bytes.

    Raises :class:`UnreadableFile` where it is longer, and calls it ``what``.
    """
    data = read_up_to(stream, most + 1)
    if len(data) > most:
        raise UnreadableFile(f"{what} of more than {most // 1_000_000} MB")
    return data


def read_up_to(stream: BinaryIO, most: int) -> bytes:
    """The next ``most`` bytes of a stream, or all that there are.

    In steps: asked for millions of bytes at once, a stream makes room for all of them first.
    """
    data = stream.read(min(_STEP, most))
    while len(data) < most and (more := stream.read(min(_STEP + len(data), most - len(data)))):
        data += more
    return data


def in_one_encoding(head: bytes) -> bytes:
    """The first bytes of a file, of UTF-16 and UTF-32 as UTF-8, so that marks in it are found."""
    for mark, encoding in _BOMS[1:]:
        if head.startswith(mark):
            whole = len(head) // 4 * 4
            return head[:whole].decode(encoding, "ignore").removeprefix("\ufeff").encode()
    if head[:1] == b"<" and head[1:2] == b"\x00":
        return head[: len(head) // 2 * 2].decode("utf-16-le", "ignore").encode()
    if head[:2] == b"\x00<":
        return head[: len(head) // 2 * 2].decode("utf-16-be", "ignore").encode()
    return head


@lru_cache(maxsize=4)
def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are not text in any encoding read here."""
    if head.startswith(tuple(mark for mark, _ in _BOMS)):
        return False
    head = _without_padding(head)
    # A stray zero or two are no sign of UTF-16, nor of what is no text.
    if head.count(0) <= len(head) // 500:
        if _KOREAN in head:
            return False  # its escape sequences are control characters
        control = len(head) - len(head.translate(None, _CONTROL))
        return control > len(head) // 50 + 1 or _is_noise(head)
    order = "utf-16-le" if _zeros_at_odd(head) else "utf-16-be"
    return not (_wide(head) or _is_readable(head, order))


def _is_noise(head: bytes) -> bool:
    """Whether bytes are neither UTF-8 nor free of control characters, as packed data are.

    Wires have control characters, but few to a line.
    """
    if head.isascii() or len(head.translate(None, _ANY_CONTROL)) > 0.95 * len(head):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return True
    return False


def charset_of(data: bytes) -> str:
    """The encoding that a page or an XML document declares, or an empty string.

    One that nobody knows is as good as none.
    """
    for declared in (_CHARSET.search(data[:4096]), _XML_ENCODING.match(data[:200])):
        label = declared[1].decode("ascii", "replace") if declared else ""
        if codec_named(label):
            return label
    return ""
