"""ProQuest exports: labelled fields, a rule of underscores between articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_RULE = regex(r"^_{20,}[ \t]*$", re.M)
_LABEL = regex(
    r"^(Title|Author|Publication title|Publication info|Publication date|Publication year|Pages"
    r"|Section|Dateline|Full text|Abstract|Subject|Location|People|Company / organization"
    r"|Publisher|Place of publication|Country of publication|Publication subject|ISSN|Source type"
    r"|Language of publication|Language|Document type|ProQuest document ID|Document URL|Links"
    r"|Copyright|Last updated|Database|Column|Credit|Illustration|Identifier / keyword"
    r"|First page|Number of pages|Volume|Issue|Alternate title|Correspondence author"
    r"|Publication type|Accession number|Source attribution|Subtitle|Publication subject|Company"
    r"|Place|Personal name|Product name|Author affiliation|Report number|Ending page|Start page"
    r"|Publication frequency|Edition|Rights|Notes|Full Text|Source details): *(.*)$",
    re.M,
)
_FIELDS = {
    "Title": ("title", 0.95), "Author": ("authors", 0.93), "Publication title": ("source", 0.95),
    "Publication date": ("date", 0.95), "Section": ("section", 0.9), "Dateline": ("place", 0.9),
    "Language of publication": ("language", 0.9), "Language": ("language", 0.9),
    "Document URL": ("url", 0.8), "Last updated": ("modified", 0.5), "Subtitle": ("deck", 0.7),
}  # fmt: skip
_SEVERAL = {
    "Subject": "tags", "People": "people", "Company / organization": "organizations",
    "Location": "places",
}  # fmt: skip


_LONG = frozenset(("Full text", "Full Text", "Abstract"))
"""Labels whose values are of several paragraphs."""


def wrote(sample: str) -> bool:
    """Whether ProQuest wrote the text that begins so."""
    if "ProQuest" not in sample and "proquest" not in sample and "Full text:" not in sample:
        return False
    labels = {match[1] for match in _LABEL.finditer(sample)}
    return (
        "Title" in labels
        and len(labels & {"ProQuest document ID", "Publication title", "Document URL", "Full text"})
        >= 2
    )


def split(text: str) -> Iterator[RawDocument]:
    """The articles of an export, each with its character range in the text."""
    number = 0
    at = 0
    for rule in [*_RULE.finditer(text), None]:
        end = rule.start() if rule is not None else len(text)
        piece = text[at:end]
        if len({match[1] for match in _LABEL.finditer(piece)}) >= 2:
            number += 1
            yield _article(piece, number, f"characters {at}-{end}")
        at = rule.end() if rule is not None else end


def _article(piece: str, number: int, part: str) -> RawDocument:
    labels = list(_LABEL.finditer(piece))
    values: dict[str, str] = {}
    for at, match in enumerate(labels):
        end = labels[at + 1].start() if at + 1 < len(labels) else len(piece)
        value = (match[2] + piece[match.end() : end]).strip()
        if match[1] not in _LONG:
            value = re.split(r"\n[ \t]*\n", value)[0]
        values.setdefault(match[1], value)
    if "Publication title" in values:
        title = values["Publication title"].split(";")[0]
        values["Publication title"] = re.sub(r",[^,]*\bedition\b.*$", "", title, flags=re.I).strip()
    if re.match(r"\d", values.get("Dateline", "")):
        del values["Dateline"]  # some give the time of publication there
    claims = [
        Claim(field, values[name], f"ProQuest {name}", confidence)
        for name, (field, confidence) in _FIELDS.items()
        if values.get(name)
    ]
    claims += _from_head(piece[: labels[0].start()] if labels else "", values)
    for name, field in _SEVERAL.items():
        for member in re.split(r"[;\n]", values.get(name, "")):
            value = re.sub(r"^(?:Name|Ticker|NAICS):\s*", "", member.strip())
            if value and not re.match(r"^[\d, ]+$", value):
                claims.append(Claim(field, value, f"ProQuest {name}", 0.8))
    full = values.get("Full text") or values.get("Full Text") or ""
    if values.get("Abstract", "").strip(" .").lower() in _NONE:
        values["Abstract"] = ""
    full, credit = _without_credit(full)
    if credit and not values.get("Author"):
        publisher = f"{values.get('Publisher', '')} {values.get('Publication title', '')}"
        claims.append(Claim("authors", _credited(credit, publisher), "ProQuest CREDIT", 0.85))
    text = full or values.get("Abstract") or ""
    if values.get("Abstract") and full:
        claims.append(
            Claim("deck", " ".join(values["Abstract"].split())[:600], "ProQuest Abstract", 0.4)
        )
    return RawDocument(Form.PROSE, text, tuple(claims), number, part)


_CREDIT = regex(r"^CREDIT:[ \t]*(.*)$", re.M)
_CAPTION = regex(r"^CAPTION:.*(?:\n(?!\s*\n).*)*", re.M)
_FOOT = 6000
"""Characters at the end of a text in which captions and credits stand."""
_NO_CREDIT = regex(r"\b(?:staff|services?|editorial board|submitted)\b", re.I)
_BEHIND = regex(
    r"\s+(?:OPINION|COMMENT\w*|ANALYSIS|Twitter:|With files|Special to|Local Journalism|Feature\b"
    r"|(?:(?:Political|Staff|Court|City|Education|Health|Legal|Senior|Transportation) )?Reporter\b"
    r"|(?:[A-Z][\w’']+ ){1,2}Bureau\b).*"
    r"|(?<=[a-z])(?:contributing|special to|staff) ?.*"
)
"""What stands behind a name in a credit."""
_OF_SENTENCES = frozenset(
    """is are was were has covers lives lived writes teaches works served contributing columnist
    reporter the of in for at with by a an""".split()
)
_PARTICLES = frozenset("Van Von De Der Den Di Da La Le El Al Bin Ibn St Mc".split())


def _without_credit(text: str) -> tuple[str, str]:
    """A text without the captions and the credit at its end, and that credit."""
    start = max(0, len(text) - _FOOT)
    body, foot = text[:start], text[start:]
    credits = _CREDIT.findall(foot)
    if not credits and "\nCAPTION:" not in foot:
        return text, ""
    left = (body + _CAPTION.sub("", _CREDIT.sub("", foot))).rstrip()
    return left or text, credits[-1].strip() if credits else ""


def _credited(credit: str, publisher: str) -> str:
    """The names in a credit, parted: ``Ann Poe Hans Roe Quay Park Bureau`` → two.

    Empty where it names nobody.
    """
    credit = _BEHIND.sub("", re.split(r"[;,]", credit, maxsplit=1)[0]).strip()
    words = credit.split()
    for at in range(2, len(words)):
        ended = re.search(r"\w{3}\.$", words[at - 1])
        if words[at] in _OF_SENTENCES or words[at] == words[0] or ended:
            words = words[:at]
            break  # who they are: a sentence of its own
    for at in range(2, len(words)):
        if " ".join(words[at : at + 2]).casefold() in publisher.casefold():
            words = words[:at]  # the paper
            break
    if _NO_CREDIT.search(credit) is not None:
        return ""
    named = all(word[:1].isupper() and word not in _PARTICLES for word in words)
    if named and len(words) in (4, 6):
        return "; ".join(" ".join(words[at : at + 2]) for at in range(0, len(words), 2))
    return " ".join(words)


def _from_head(head: str, values: dict[str, str]) -> Iterator[Claim]:
    """The headline above the labels, and what the line of the publication says."""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    lines = [line for line in lines if not _COUNT.match(line)]
    if lines and "Title" not in values:
        yield Claim("title", lines[0], "ProQuest headline", 0.9)
    info = values.get("Publication info", "") or " ".join(lines[1:3])
    found = next(find_dates(info), None)
    if found is None:
        return
    if "Publication date" not in values:
        yield date_claim(found, "ProQuest publication info", 0.9)
    if "Publication title" not in values:
        source = re.split(r"\s*[;\[]", info[: found.start])[0]
        yield Claim("source", source.strip(" ,.:"), "ProQuest publication info", 0.9)


_COUNT = regex(r"(?:Document|Email|Item) \d+ (?:of|de|von) \d+|Report Information|_{5}", re.I)
_NONE = frozenset(("none available", "no disponible", "not available", ""))
