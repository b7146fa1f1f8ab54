"""Factiva exports: blocks of two-letter codes (``HD``, ``BY``, ``PD``, ``LP``, ``TD``) as text.

The codes are those of Dow Jones's *Factiva Intelligent Indexing* articles; ``AN`` ends each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

CODES = (
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD ART CT RF CO IN NS RE IPC IPD PUB AN CLM CX"
    " RST"
).split()
_CODE = regex(rf"^[ \t]*({'|'.join(CODES)})(?:[ \t]{{1,}}|[ \t]*$|\|)(.*)$", re.M)
_FIELDS = {
    "HD": ("title", 0.95), "BY": ("authors", 0.93), "PD": ("date", 0.95), "SN": ("source", 0.95),
    "SE": ("section", 0.8), "LA": ("language", 0.9), "CLM": ("section", 0.7),
}  # fmt: skip
_SEVERAL = {"CO": "organizations", "NS": "tags", "RE": "places"}


def wrote(sample: str) -> bool:
    """Whether Factiva wrote the text that begins so."""
    if "HD" not in sample or "PD" not in sample:
        return False
    found = {match[1] for match in _CODE.finditer(sample)}
    return {"HD", "PD"} <= found and len(found & {"LP", "TD", "SN", "AN", "WC"}) >= 2


def split(text: str) -> Iterator[RawDocument]:
    """The articles of an export, each with its character range in the text."""
    matches = list(_CODE.finditer(text))
    number = 0
    values: dict[str, list[str]] = {}
    start = 0
    for at, match in enumerate(matches):
        code = match[1]
        end = matches[at + 1].start() if at + 1 < len(matches) else len(text)
        value = (match[2] + text[match.end() : end]).strip()
        opens = (code == "HD" and "HD" in values) or (code == "SE" and "HD" in values)
        if opens:
            number += 1
            yield document_of(values, number, f"characters {start}-{match.start()}")
            values = {}
        if not values:
            start = match.start()
        values.setdefault(code, []).append(value)
        if code == "AN":
            number += 1
            last = value.split("\n")[0]
            values["AN"] = [last]
            stop = match.end()
            yield document_of(values, number, f"characters {start}-{stop}")
            values = {}
    if "HD" in values:
        yield document_of(values, number + 1, f"characters {start}-{len(text)}")


def document_of(values: dict[str, list[str]], number: int, part: str) -> RawDocument:
    """The document of an article whose values are given by code."""
    claims: list[Claim] = []
    for code, (field, confidence) in _FIELDS.items():
        value = " ".join(" ".join(values.get(code, ())).split())
        if value and code == "PD":
            clock = "".join(values.get("ET", ())).strip()
            value = f"{value} {clock}" if re.fullmatch(r"\d\d:\d\d", clock) else value
        if value:
            claims.append(Claim(field, value, f"Factiva {code}", confidence))
    for code, field in _SEVERAL.items():
        for member in re.split(r"\s*\|\s*", " ".join(values.get(code, ()))):
            name = member.partition(" : ")[2] or member
            if name.strip():
                claims.append(Claim(field, name.strip().replace(",", ""), f"Factiva {code}", 0.8))
    text = "\n\n".join(line for code in _TEXTS for line in values.get(code, ()))
    return RawDocument(Form.PROSE, _paragraphed(text), tuple(claims), number, part)


_TEXTS = ("LP", "TD", "ART", "CT", "RF")
"""The codes of what is read: lead, text, what pictures show, whom to ask, references."""


def _paragraphed(text: str) -> str:
    """Lines as paragraphs, where no blank lines part them."""
    return text if "\n\n" in text.strip() else re.sub(r"\n+", "\n\n", text)
