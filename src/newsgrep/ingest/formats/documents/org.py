"""Org, the notes of Emacs: keywords above a text say what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.ingest.formats.data.record_document import claims_above
from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.raw_document import Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".org",)

_OPENS = regex(
    rb"(?:\xef\xbb\xbf)?\s{0,20}(?:#[^+\n][^\n]*\n\s{0,20}|#\+\w+:[^\n]*\n\s{0,20}){0,9}#\+title:",
    re.I,
)
_KEYWORD = regex(r"[ \t]*#\+(\w+):[ \t]*(.*)$")
_TELLING = frozenset(("title", "subtitle", "date", "author", "description", "keywords", "language"))
_MARK = regex(r"^[ \t]*#\+(?:begin_\w+|end_\w+|(?:name|results|attr_\w+):)[^\n]*\n?", re.M | re.I)
_DRAWER = regex(
    r"^[ \t]*:(?:PROPERTIES|LOGBOOK):[ \t]*\n(?:[ \t]*[:-][^\n]*\n){0,60}?[ \t]*:END:[ \t]*\n?",
    re.M | re.I,
)


def matches(head: bytes, name: str) -> bool:
    return name.endswith(NAMES) or _OPENS.match(head) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    text = decode(read_document(stream)).replace("\r\n", "\n")
    values, body = _keywords(text)
    claims, own = claims_above(values, "Org keyword") if values else ((), "")
    # Below a title the first lines are the text's; without one they may be its head.
    titled = any(claim.field == "title" for claim in claims)
    body = own + _DRAWER.sub("", _MARK.sub("", body))
    yield RawDocument(Form.PROSE if titled else Form.TEXT, body.strip("\n"), claims)


def _keywords(text: str) -> tuple[dict[str, str], str]:
    """What the keywords that a text opens with say, and the text below them."""
    values: dict[str, str] = {}
    lines = text.removeprefix("\ufeff").split("\n")
    above = 0
    for line in lines:
        match = _KEYWORD.match(line)
        if match is not None:
            name = match[1].lower()
            if name in _TELLING:
                values[name] = f"{values.get(name, '')} {match[2].strip()}".strip()
        elif line.strip() and not line.startswith("# "):
            break
        above += 1
    return values, "\n".join(lines[above:])
