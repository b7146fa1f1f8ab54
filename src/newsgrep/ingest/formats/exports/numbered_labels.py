"""Digests that a program wrote: numbered headlines, the facts of each below it behind labels.

``1. A headline``, and indented ``Source : …``, ``Published: …``, ``URL : …``, ``Summary : …``;
often in groups between rules (``COUNTRY: Australia  (2 articles)``), which number their items anew.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.column_names import field_of
from newsgrep.ingest.formats.data.record_document import document_from
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

_LABEL = r"[ \t]+[^\W\d_][\w ]{1,20}?[ \t]*[:：][ \t]+\S[^\n]*"
_ITEM = regex(
    rf"^[ \t]*(?:\d{{1,4}}[.)]|\[\d{{1,4}}\])[ \t]+(?P<title>\S[^\n]{{7,300}})\n"
    rf"(?P<labels>(?:{_LABEL}(?:\n|\Z)){{2,}})",
    re.MULTILINE,
)
_ONE = regex(r"^[ \t]+([^\W\d_][\w ]{1,20}?)[ \t]*[:：][ \t]+(\S[^\n]*)$", re.MULTILINE)
_GROUP = regex(
    r"^[-=_*~#]{8,}[ \t]*\n[ \t]*(?P<name>[^\n]{2,80}?)[ \t]*\n[-=_*~#]{8,}[ \t]*(?:\n|\Z)",
    re.MULTILINE,
)
_COUNTED = regex(r"\s*\(\d+ \w+\)$")
_FEWEST = 3
_OF_ARTICLES = frozenset(("source", "date", "url", "authors"))


def wrote(sample: str) -> bool:
    """Whether a text that begins so is such a digest."""
    if ":" not in sample:
        return False
    found = list(_ITEM.finditer(sample))
    return len(found) >= _FEWEST and all(len(_told(one)) > 1 for one in found)


def _told(item: re.Match[str]) -> set[str]:
    return {field_of(name) for name, _ in _ONE.findall(item["labels"])} & _OF_ARTICLES


def split(text: str) -> Iterator[RawDocument]:
    """The articles of such a text; what stands above the first item is a text of its own."""
    items = list(_ITEM.finditer(text))
    groups = list(_GROUP.finditer(text))
    ends = [group.end() for group in groups]
    names = ["", *map(_name, groups)]
    above = _GROUP.sub("", text[: items[0].start()]).strip()
    number = 0
    if len(above.split()) > _FEW:
        number = 1
        yield RawDocument(Form.TEXT, above, (), number, f"characters 0-{items[0].start()}")
    for at, item in enumerate(items):
        end = items[at + 1].start() if at + 1 < len(items) else len(text)
        number += 1
        more = _GROUP.sub("", text[item.end() : end]).strip()
        values = {name.strip(): value.strip() for name, value in _ONE.findall(item["labels"])}
        if more:
            values["more"] = more
        document = _document({"title": item["title"].strip(), **values}, number)
        group = names[bisect(ends, item.start())]
        claims = (*document.claims, *([Claim("section", group, "group", 0.5)] if group else ()))
        yield replace(document, claims=claims, part=f"characters {item.start()}-{end}")


def _document(values: dict[str, str], number: int) -> RawDocument:
    try:
        return document_from(values, number, "label")
    except UnreadableFile:
        text = "\n".join(f"{name}: {value}" for name, value in values.items())
        return RawDocument(Form.TEXT, text, (), number)


def _name(group: re.Match[str]) -> str:
    """What a group is called, behind its label; empty where it has none."""
    value = _COUNTED.sub("", group["name"])
    return value.partition(":")[2].strip()


_FEW = 40
"""Words above the first item that are no more than what a program counts."""
