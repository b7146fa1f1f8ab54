"""XML of no format known here: its text, never its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.column_names import field_of
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.xml import local, parsed, text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.words import has_words

NAMES = (".xml",)

_DECLARED = re.compile(rb"\s*<\?xml\b")
_ELEMENT = re.compile(rb"\s*<([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>")
_MARKUP = re.compile(r"</?(?:p|br|div|b|i|em|strong|a)\b[^>]*>", re.I)
_ONCE = frozenset(("title", "deck", "date", "source", "language", "section", "place", "modified"))
_LONGEST_VALUE = 400


def matches(head: bytes, name: str) -> bool:
    bare = head.removeprefix(b"\xef\xbb\xbf")
    return _DECLARED.match(bare) is not None or (
        name.endswith(NAMES) and _ELEMENT.match(bare) is not None
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    root = parsed(read_document(stream))
    claims: dict[str, Claim] = {}
    lines: list[str] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        field = field_of(local(element))
        value = text_of(element) if len(element) == 0 or field else ""
        short = field and 0 < len(value) <= _LONGEST_VALUE
        if short and field in (*_ONCE, "authors") and field not in claims:
            claims[field] = Claim(field, value, f"XML {local(element)}", 0.6)
        elif _holds_text(element) and not any(_holds_text(e) for e in element.iterancestors()):
            line = text_of(element)
            if has_words(line) and not (short and field in _ONCE):
                lines.append(text_of_fragment(line) if _MARKUP.search(line) else line)
    if not lines and not claims:
        raise UnreadableFile("XML without text")
    yield RawDocument(Form.PROSE, "\n\n".join(lines), tuple(claims.values()))


def _holds_text(element: Any) -> bool:
    """Whether text stands in an element itself, beside its children."""
    return bool((element.text or "").strip()) or any(
        (child.tail or "").strip() for child in element
    )
