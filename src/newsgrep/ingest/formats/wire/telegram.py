"""Telegrams: what stands between ``ZCZC`` and ``NNNN``, as wires have sent it since the telex.

Behind the first line may stand lines that a sign opens, as Australian Associated Press sends them
(``$`` headline, ``:`` place or headline, ``#`` slug, ``%`` where it goes), or fields of two letters
(``TI#`` headline, ``PD#`` date, ``TX#`` text).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

_ORIGIN = "telegram"
_OPENS = regex(r"^[ \t]*ZCZC\b[^\n]{0,60}$", re.I | re.M)
_ENDS = regex(r"^[ \t]*NNNN[ \t]*$", re.I | re.M)
_AGENCY = regex(r"\s*ZCZC[ \t]+([A-Z]{2,5})[ \t]*$", re.I)
_FIELD = regex(r"([A-Z]{2})#(.*)")
_FIELDS = {
    "TI": ("title", 0.95), "AB": ("deck", 0.6), "PD": ("date", 0.9), "BY": ("authors", 0.9),
    "KN": ("source", 0.85), "SO": ("source", 0.7),
}  # fmt: skip
_SIGNED = regex(r"[ \t]*([%#$:&*@+=^!~])[ \t]*(.*)")
_ROUTE = regex(r"[A-Z]{2} [A-Z0-9() ]{2,60}|[A-Z]{2} T\w{2,6}")
"""Where a message goes, on a line of its own: ``YY TDR``."""
_RANKED = "^$:#"
"""Signs that may open a headline, the likeliest first."""
_DAY = regex(r"\d{1,2}/\d{1,2}/\d{4}")
_SOURCE = regex(r"^[ \t]*SOURCE:[ \t]*(\S[^\n]{1,80})$", re.I | re.M)
_SIGN_OFF = regex(r"([A-Z]{2,5})(?: [A-Z]{2,12}){0,2}")


def wrote(sample: str) -> bool:
    """Whether a text that begins so is one or more telegrams."""
    return _OPENS.match(sample.lstrip()) is not None


def split(text: str) -> Iterator[RawDocument]:
    """The messages in a text, each with its character range."""
    marks = list(_OPENS.finditer(text))
    for number, mark in enumerate(marks, start=1):
        end = marks[number].start() if number < len(marks) else len(text)
        closing = _ENDS.search(text, mark.end(), end)
        body = text[mark.end() : closing.start() if closing is not None else end]
        several = len(marks) > 1
        part = f"characters {mark.start()}-{end}" if several else ""
        yield _message(mark.group(), body, number if several else 0, part)


def _message(opening: str, body: str, record: int, part: str) -> RawDocument:
    lines = body.strip("\n").split("\n")
    if _FIELD.match(lines[0]) is not None:
        claims, text = _of_fields(lines)
        return RawDocument(Form.PROSE, text, tuple(claims), record, part)
    signs, rest = _signs(lines)
    named = _AGENCY.match(opening)
    agency = named[1].upper() if named is not None else ""
    signed_off = _signed_off(rest, agency)
    if signed_off:
        rest, agency = rest[:-1], agency or signed_off
    text = "\n".join(rest)
    claims = list(_claims(signs, text))
    if agency:
        claims.append(Claim("source", agency, f"{_ORIGIN}'s agency", 0.7))
    headed = any(claim.field == "title" for claim in claims)
    return RawDocument(Form.PROSE if headed else Form.TEXT, text, tuple(claims), record, part)


def _of_fields(lines: list[str]) -> tuple[list[Claim], str]:
    """The claims of a message of fields, and its text: that of ``TX#`` and what follows it."""
    claims: list[Claim] = []
    for at, line in enumerate(lines):
        match = _FIELD.match(line)
        if match is None:
            continue
        name, value = match[1], match[2].strip()
        if name == "TX":
            return claims, "\n".join([value, *lines[at + 1 :]])
        if value and name in _FIELDS:
            field, sure = _FIELDS[name]
            claims.append(Claim(field, value, f"{_ORIGIN} {name}#", sure))
    return claims, "\n".join(line for line in lines if _FIELD.match(line) is None)


def _signs(lines: list[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The lines of the head that a sign opens, and the lines below them."""
    signs: list[tuple[str, str]] = []
    below = 0
    for at, line in enumerate(lines):
        match = _SIGNED.fullmatch(line)
        if match is not None:
            signs.append((match[1], match[2].strip()))
        elif line.strip() and _ROUTE.fullmatch(line.strip()) is None:
            break
        if line.strip():
            below = at + 1
    return signs, lines[below:]


def _signed_off(lines: list[str], agency: str) -> str:
    """The agency that signs a message in its last line, ``AAP RTV``; empty where none does."""
    while lines and not lines[-1].strip():
        lines.pop()
    match = _SIGN_OFF.fullmatch(lines[-1].strip()) if len(lines) > 1 else None
    if match is None:
        return ""
    again = any(re.search(rf"\b{match[1]}\b", line) for line in lines[:-1])
    return match[1] if match[1] == agency or again else ""


def _claims(signs: list[tuple[str, str]], text: str) -> Iterator[Claim]:
    issuer = _SOURCE.search(text)
    titles: list[tuple[int, str]] = []
    for sign, value in signs:
        if sign == ":" and value.startswith("(") and value.endswith(")"):
            yield Claim("place", value.strip("()"), f"{_ORIGIN}'s place", 0.85)
        elif sign == ":" and _DAY.fullmatch(value):
            yield Claim("date", value, f"{_ORIGIN}'s date", 0.7)
        elif sign == ":" and issuer is not None and letters(value) == letters(issuer[1]) != "":
            yield Claim("source", value, f"{_ORIGIN}'s issuer", 0.85)
        elif sign in _RANKED and (" " in value or sign == "^"):
            titles.append((_RANKED.index(sign), value.removeprefix("POTTED :")))
    if titles:
        rank, title = min(titles, key=lambda one: one[0])
        yield Claim("title", title, f"{_ORIGIN}'s headline", 0.9 if rank < 2 else 0.7)
