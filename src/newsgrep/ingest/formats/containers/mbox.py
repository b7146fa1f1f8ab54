"""Where one message of an mbox ends: lines of ``From``, with a date and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.ingest.raw_document import MAX_DOCUMENT
from newsgrep.text.lazy_regex import regex

ENVELOPE = regex(rb"From \S+.{0,40}\d\d:\d\d(?::\d\d)?.{0,40}\d{4}")
"""A separator that names a sender and a time."""
_SHORT = regex(rb"From(?:[ \t]+\S*)?[ \t]*\r?\n")
"""What Thunderbird, Netscape and Google write: ``From``, ``From -``, ``From 1844347@xxx``."""
_HEADER = regex(
    rb"(?:x-[\w-]+|return-path|received|delivered-to|envelope-to|from|to|cc|date|subject|message-id"
    rb"|mime-version|content-type|reply-to|sender|status|path|dkim-signature|arc-[\w-]+"
    rb"|list-[\w-]+)[ \t]*:", re.I,
)  # fmt: skip
"""A line that a message without a date in its separator begins with."""
_QUOTED_FROM = regex(rb">+From ")


def opens_short(head: bytes) -> bool:
    """Whether a file begins with a separator without a date, and a message behind it."""
    line, _, below = head.partition(b"\n")
    return _SHORT.fullmatch(line + b"\n") is not None and _HEADER.match(below) is not None


def messages(stream: BinaryIO) -> Iterator[tuple[bytes, int, int, bool]]:
    """Each message of an mbox with its byte range, and whether it is whole: none is too long."""
    lines: list[bytes] = []
    size = start = at = 0
    blank = whole = True
    line = stream.readline(1 << 20)
    while line:
        following = stream.readline(1 << 20)
        if blank and _separates(line, following):
            if lines:
                yield b"".join(lines), start, at, whole
            lines, size, whole = [], 0, True
            start = at + len(line)
        elif size + len(line) <= 4 * MAX_DOCUMENT:
            lines.append(line[1:] if _QUOTED_FROM.match(line) else line)
            size += len(line)
        else:
            whole = False
        at += len(line)
        blank = line in (b"\n", b"\r\n")
        line = following
    if lines:
        yield b"".join(lines), start, at, whole


def _separates(line: bytes, following: bytes) -> bool:
    """Whether a line behind a blank one opens a message."""
    if not line.startswith(b"From"):
        return False
    if ENVELOPE.match(line) is not None:
        return True
    return _SHORT.fullmatch(line) is not None and _HEADER.match(following) is not None
