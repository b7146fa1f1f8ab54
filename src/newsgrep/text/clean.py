"""Text made safe and uniform before anything else sees it."""

from __future__ import annotations

import re
import unicodedata

# Controls (but tab and newline), lone surrogates, and the bidirectional overrides and
# isolates with which a text can show itself in another order than it has.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# An escape sequence goes as a whole: CSI, OSC and the other strings, or two characters.
_ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)?|[ -/]*[0-~])?"
)
_NEWLINES = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HALF_WIDTH = re.compile("[\uff61-\uff9f\uffa0-\uffdc]+")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060]")


def clean_text(text: str) -> str:
    """``text`` in NFC and of usual width, with ``\\n`` line ends, plain spaces and no controls."""
    if text.isascii():
        if text.replace("\n", "").isprintable():
            return text
    elif not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if "\x1b" in text:
        text = _ESCAPE.sub("", text)
    text = _NEWLINES.sub("\n", text)
    if not text.isascii():
        text = _ODD_SPACES.sub(" ", text)
        text = whole_width(_INVISIBLE.sub("", text))
    return _UNSAFE.sub("", text)


def whole_width(text: str) -> str:
    """``text`` with katakana and hangul of half the width as they are usually written."""
    if text.isascii():
        return text
    return _HALF_WIDTH.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def clean_line(text: str) -> str:
    """``text`` cleaned and on one line, with single spaces."""
    return " ".join(clean_text(text).split())


def without_markup(line: str) -> str:
    """A line without references and tags that were escaped once too often: ``A &amp;amp; B``."""
    if "&" in line and ";" in line:
        from html import unescape  # which a search would load for nothing

        for _ in range(3):
            before, line = line, _REFERENCE.sub(lambda match: unescape(match[0]), line)
            if line == before:
                break
        line = " ".join(line.split())
    if "</" in line:
        line = _INLINE.sub(r"\2", line)
    return line


_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d?);")
_INLINE = re.compile(
    r"<(i|em|b|strong|span|u|sup|sub|font|cite|q)(?:\s[^<>]{0,200})?>(.*?)</\1>", re.I
)


def composed(path: str) -> str:
    """A file name in NFC: macOS writes ``é`` as two characters where keyboards give one."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def printable_path(path: str) -> str:
    """A file name for people: control characters and undecodable bytes as U+FFFD."""
    return _UNSAFE.sub("\ufffd", path.replace("\n", "\ufffd").replace("\t", "\ufffd"))


def printable_place(path: str, record: int) -> str:
    """A file, and which record of it where it has several, for people: ``export.jsonl#12``."""
    return printable_path(path) + (f"#{record}" if record else "")
