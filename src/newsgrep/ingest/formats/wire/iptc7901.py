"""IPTC 7901 (ANPA 1312 is much the same): what wires have sent since the teleprinter.

A message is SOH, a header line, a line of keywords, STX, the text, ETX and the time of filing;
see *The IPTC Recommended Message Format* (IPTC 7901, 1995).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.formats.wire import anpa
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".iptc", ".anpa")

_SOH, _STX, _ETX = b"\x01", b"\x02", b"\x03"
_HEADER = regex(
    r"(?P<service>[A-Za-z]{1,5})?\s*(?P<number>\d{1,6})\s+(?P<priority>\d)"
    r"\s+(?P<category>[A-Za-z]{1,4})(?:\s+(?P<words>\d{1,5}))?(?:\s+(?P<slug>\S.*))?"
)
_NUMBERED = regex(r"(?:[a-z]{1,6}\s+)?(?P<agency>[a-z]{3,5})(?:-[a-z]+)?\s+\d{3,5}$")
_DPA_CATEGORIES = {
    "i": "international",
    "s": "sport",
    "w": "economy",
    "p": "politics",
    "k": "culture",
}
_FILED = regex(
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
    if _bare_header(head):
        return True
    at = head.find(_SOH)
    end = head.find(_STX, at, at + 1000)
    if not 0 <= at < 64 or end < 0 or b"\x00" in head:
        return False
    lines = head[at + 1 : end].decode("latin-1").strip().splitlines()
    first = lines[0].strip() if lines else ""
    return _HEADER.match(first) is not None or anpa.HEADER.match(first) is not None


def _bare_header(head: bytes) -> bool:
    """Whether a file is a message whose control characters were lost: dpa's header opens it."""
    first, _, below = head.lstrip()[:200].partition(b"\n")
    match = _HEADER.fullmatch(first.decode("latin-1").strip())
    numbered = match is not None and _NUMBERED.fullmatch(match["slug"] or "") is not None
    return numbered and not below.partition(b"\n")[0].strip()


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    if _bare_header(bytes(stream.peek(200)[:200])):  # type: ignore[attr-defined]
        header, _, text = decode(read_document(stream)).lstrip().partition("\n")
        filed = list(_FILED.finditer(text))[-1:]
        end = filed[0].start() if filed else len(text)
        yield _document([header.strip()], text[:end], text[end:], 0, "")
        return
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
    return _document(header, decode(body), decode(tail), record, part)


def _document(header: list[str], text: str, tail: str, record: int, part: str) -> RawDocument:
    if header and anpa.HEADER.match(header[0]):
        claims, text = anpa.read_anpa(header, text, tail)
        return RawDocument(Form.PROSE, text, tuple(claims), record, part)
    claims = list(_header_claims(header))
    filed = _filed(tail)
    if filed:
        claims.append(Claim("date", filed, "IPTC 7901 time of filing", 0.95))
    notes = _NOTES.search(text)
    text = (text[: notes.start()] if notes is not None else text).lstrip("\n")
    headed = _HEADED.match(text)
    if headed is None:
        return RawDocument(Form.TEXT, text, tuple(claims), record, part)
    lines = [line.strip() for line in headed[1].split("\n") if line.strip()]
    claims += [Claim("authors", n, "IPTC 7901 byline", 0.9) for n in lines if n.startswith("By ")]
    slugs = [at for at, line in enumerate(lines[:-1], start=1) if line.endswith(":")]
    title = " ".join(n for n in lines[slugs[-1] if slugs else 0 :] if _NO_TITLE.match(n) is None)
    if title:
        claims.append(Claim("title", title, "IPTC 7901 headline", 0.95))
    return RawDocument(Form.PROSE, text[headed.end() :], tuple(claims), record, part)


def _header_claims(header: list[str]) -> Iterator[Claim]:
    match = _HEADER.match(header[0]) if header else None
    if match is None:
        return
    section = _CATEGORIES.get(match["category"]) or _DPA_CATEGORIES.get(match["category"])
    numbered = _NUMBERED.search(match["slug"] or "")
    if numbered is not None and numbered["agency"] in _AGENCIES:
        yield Claim("source", numbered["agency"], "IPTC 7901 header", 0.8)
    if section:
        yield Claim("section", section, "IPTC 7901 category", 0.85)
    slug = "" if numbered is not None else match["slug"] or ""
    slug = slug or (header[1] if len(header) > 1 else "")
    for word in re.split(r"[-/,\s]+", slug.lower()):
        if len(word) > 2:
            yield Claim("tags", word, "IPTC 7901 keywords", 0.7)


_AGENCIES = frozenset("dpa afp apa ap rtr sda ats ansa efe belga anp tass ntb ritzau pap".split())
"""Signs of agencies that stand before a message's number; others are those of their services."""
_HEADED = regex(r"((?:.+\n){0,6}.{3,200}?)[ \t]=[ \t]*\n")
"""A headline as dpa sends it: the lines up to one that an equals sign ends."""
_NO_TITLE = regex(r"[A-Z0-9 ]{3,30}$|/.*/$|By |(?:[A-ZÄÖÜ][\w-]+/)+$")
"""What stands beside it: ``EXTRA``, ``1ST LEAD``, ``/politics/Norway/``, a byline."""
_NOTES = regex(
    r"^(?:\* ?){3,}\s+(?:The following information is not intended for publication"
    r"|Die folgenden Informationen sind nicht zur Veröffentlichung bestimmt)", re.I | re.M,
)  # fmt: skip
"""What opens the notes to editors."""


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
