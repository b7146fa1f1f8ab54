"""RIS: what databases export for reference managers, a two-letter tag a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".ris",)

MAX_FILE = 64_000_000
_OPENS = regex(rb"\s*TY  - [A-Z]{2,8}")
_LINE = regex(r"([A-Z][A-Z0-9])  - ?(.*)")
_FIELDS = {
    "TI": ("title", 0.95), "T1": ("title", 0.95), "JF": ("source", 0.95), "JO": ("source", 0.9),
    "T2": ("source", 0.9), "JA": ("source", 0.6), "PB": ("source", 0.5), "DA": ("date", 0.95),
    "Y1": ("date", 0.9), "PY": ("date", 0.6), "UR": ("url", 0.9), "LA": ("language", 0.9),
    "SE": ("section", 0.6),
}  # fmt: skip
_AUTHORS = frozenset(("AU", "A1"))
_TEXTS = ("N2", "AB", "N1")


def matches(head: bytes, name: str) -> bool:
    return _OPENS.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    text = decode(read_document(stream, MAX_FILE, "a file of references"))
    values: dict[str, list[str]] = {}
    number = 0
    for line in text.split("\n"):
        match = _LINE.match(line)
        if match is None:
            if values and line.strip():
                values[next(reversed(values))][-1] += "\n" + line.strip()
            continue
        tag, value = match[1], match[2].strip()
        if tag == "ER" or (tag == "TY" and values):
            number += 1
            yield _reference(values, number)
            values = {}
        if tag not in ("ER", "TY") and value:
            # Tags that come again go on where they are; the last one given takes lines without.
            values[tag] = [*values.pop(tag, []), value]
    if values:
        yield _reference(values, number + 1)


def _reference(values: dict[str, list[str]], number: int) -> RawDocument:
    claims = [
        Claim(field, values[tag][0].strip("/"), f"RIS {tag}", confidence)
        for tag, (field, confidence) in _FIELDS.items()
        if tag in values
    ]
    claims += [
        Claim("authors", name, f"RIS {tag}", 0.93)
        for tag in _AUTHORS
        for name in values.get(tag, ())
    ]
    claims += [Claim("tags", word, "RIS KW", 0.85) for word in values.get("KW", ())]
    texts = ["\n\n".join(values.get(tag, ())) for tag in _TEXTS]
    longest = max(texts, key=len)
    # An abstract may stand beside a longer note, and the other way round.
    text = with_other_texts(longest, (one for one in texts if one != longest))
    return RawDocument(Form.PROSE, text, tuple(claims), number, f"reference {number}")
