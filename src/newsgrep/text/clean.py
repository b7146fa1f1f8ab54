"""Text made safe and uniform before anything else sees it."""

from __future__ import annotations

import re
import unicodedata

from newsgrep.text.normal_forms import whole_width
from newsgrep.text.printable import UNSAFE

# An escape sequence goes as a whole: CSI, OSC and the other strings, or two characters.
_ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\x9c]{0,4096}(?:\x07|\x1b\\|\x9c)?|[ -/]*[0-~])?"
)
_NEWLINES = re.compile("\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INDENT = re.compile("(?<=[。！？”」』…）])[ \u00a0]{0,2}\u3000\u3000(?=[^\\s\u3000])")
"""What opens a paragraph in Chinese and Japanese, where the ends of lines were lost."""
_INVISIBLE = re.compile("\u00ad[ \t]*\n[ \t]*|[\u00ad\u200b\u2060]")
"""With the end of a line at which a word was divided so."""


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
        if "\u3000\u3000" in text:
            text = _INDENT.sub("\n\n", text)
        text = _ODD_SPACES.sub(" ", text)
        text = whole_width(_INVISIBLE.sub("", text))
    return UNSAFE.sub("", text)


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
