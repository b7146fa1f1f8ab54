"""IPTC 7901 (ANPA 1312 is much the same): what wires have sent since the teleprinter.

A message is SOH, a header line, a line of keywords, STX, the text, ETX and the time of filing;
see *The IPTC Recommended Message Format* (IPTC 7901, 1995).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode
from newsgrep.ingest.formats.wire import anpa
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument

NAMES = (".iptc", ".anpa")

_SOH, _STX, _ETX = b"\x01", b"\x02", b"\x03"
_HEADER = re.compile(
    r"(?P<service>[A-Za-z]{1,5})?\s*(?P<number>\d{1,6})\s+(?P<priority>\d)"
    r"\s+(?P<category>[A-Za-z]{1,4})(?:\s+(?P<words>\d{1,5}))?(?:\s+(?P<slug>\S.*))?"
)
_NUMBERED = re.compile(r"(?:[a-z]{1,6}\s+)?(?P<agency>[a-z]{3,5})(?:-[a-z]+)?\s+\d{3,5}$")
_DPA_CATEGORIES = {
    "i": "international",
    "s": "sport",
    "w": "economy",
    "p": "politics",
    "k": "culture",
}
_FILED = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)\s*(?P<zone>GMT|UTC|Z)?\s*(?P<month>[a-z]{3})[a-z]*"
    r"\.?\s*(?P<year>\d{2,4})",
    re.IGNORECASE,
)
_CATEGORIES = {
    "ACE": "arts", "CLJ": "crime", "DIS": "disasters", "FIN": "economy", "EDU": "education",
    "EVN": "environment", "HTH": "health", "HUM": "human interest", "LAB": "labour",
    "LIF": "lifestyle", "POL": "politics", "REL": "religion", "SCI": "science", "SOI": "society",
    "SPO": "sport", "WAR": "conflict", "WEA": "weather",
}  # fmt: skip


def matches(head: bytes, name: str) -> bool:
    at = head.find(_SOH)
    end = head.find(_STX, at, at + 1000)
    if not 0 <= at < 64 or end < 0 or b"\x00" in head:
        return False
    lines = head[at + 1 : end].decode("latin-1").strip().splitlines()
    first = lines[0].strip() if lines else ""
    return _HEADER.match(first) is not None or anpa.HEADER.match(first) is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    number = at = 0
    rest = b""
    several = False
    while True:
        piece = stream.read(1 << 20)
        rest += piece
        while (start := rest.find(_SOH)) >= 0:
            following = rest.find(_SOH, start + 1)
            if following < 0 and piece:
                break
            end = following if following >= 0 else len(rest)
            several = several or following >= 0
            number += 1
            yield _message(rest[start:end], number if several else 0, at + start, at + end)
            rest = rest[end:]
            at += end
            if following < 0:
                break
        if not piece:
            return
        if len(rest) > MAX_DOCUMENT:
            raise UnreadableFile(f"one message of more than {MAX_DOCUMENT // 1_000_000} MB")


def _message(data: bytes, record: int, start: int, end: int) -> RawDocument:
    head, _, behind = data[1:].partition(_STX)
    body, _, tail = behind.partition(_ETX)
    header = [line.strip() for line in decode(head).split("\n") if line.strip()]
    part = f"bytes {start}-{end}" if record else ""
    if header and anpa.HEADER.match(header[0]):
        claims, text = anpa.read_anpa(header, decode(body), decode(tail))
        return RawDocument(Form.PROSE, text, tuple(claims), record, part)
    claims = []
    match = _HEADER.match(header[0]) if header else None
    if match is not None:
        section = _CATEGORIES.get(match["category"]) or _DPA_CATEGORIES.get(match["category"])
        numbered = _NUMBERED.search(match["slug"] or "")
        if numbered is not None:
            claims.append(Claim("source", numbered["agency"], "IPTC 7901 header", 0.8))
        if section:
            claims.append(Claim("section", section, "IPTC 7901 category", 0.85))
        slug = "" if numbered is not None else match["slug"] or ""
        slug = slug or (header[1] if len(header) > 1 else "")
        claims += [
            Claim("tags", word, "IPTC 7901 keywords", 0.7)
            for word in re.split(r"[-/,\s]+", slug.lower())
            if len(word) > 2
        ]
    filed = _filed(decode(tail))
    if filed:
        claims.append(Claim("date", filed, "IPTC 7901 time of filing", 0.95))
    text = decode(body)
    headed = _HEADED.match(text)
    if headed is None:
        return RawDocument(Form.TEXT, text, tuple(claims), record, part)
    lines = [line.strip() for line in headed[1].split("\n") if line.strip()]
    claims += [Claim("authors", n, "IPTC 7901 byline", 0.9) for n in lines if n.startswith("By ")]
    title = " ".join(n for n in lines if not n.startswith("By ") and not _KIND.fullmatch(n))
    if title:
        claims.append(Claim("title", title, "IPTC 7901 headline", 0.95))
    return RawDocument(Form.PROSE, text[headed.end() :], tuple(claims), record, part)


_HEADED = re.compile(r"((?:.+\n){0,4}.{3,200}?)[ \t]=[ \t]*\n")
"""A headline as dpa sends it: the lines up to one that an equals sign ends."""
_KIND = re.compile(r"[A-Z0-9 ]{3,30}")
"""What stands above it: ``EXTRA``, ``1ST LEAD``."""


def _filed(tail: str) -> str:
    from newsgrep.text.months import MONTHS

    match = _FILED.search(tail)
    month = MONTHS.get(match["month"].lower()) if match else None
    if match is None or month is None:
        return ""
    year = int(match["year"])
    if year < 100:
        year += 1900 if year >= 70 else 2000
    zone = "+00:00" if match["zone"] else ""
    return f"{year:04d}-{month:02d}-{match['day']}T{match['hour']}:{match['minute']}:00{zone}"
