"""What of a text is not safe to show, and the names of files for people."""

from __future__ import annotations

from newsgrep.text.lazy_regex import regex

# Controls (but tab and newline), lone surrogates, and the bidirectional overrides and
# isolates with which a text can show itself in another order than it has.
UNSAFE = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def printable_path(path: str) -> str:
    """A file name for people: control characters and undecodable bytes as U+FFFD."""
    return UNSAFE.sub("\ufffd", path.replace("\n", "\ufffd").replace("\t", "\ufffd"))


def printable_place(path: str, record: int) -> str:
    """A file, and which record of it where it has several, for people: ``export.jsonl#12``."""
    return printable_path(path) + (f"#{record}" if record else "")
