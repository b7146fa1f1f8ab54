"""Olive ActivePaper: the articles of digitized newspapers, an element a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.formats.documents.running_text import lines_joined, words_joined
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.xml import every, first, local, must_end, opens_with, parsed
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = ()
OPENS = b"<"

_ROOT = regex(rb"<XMD-(?:entity|PAGE|TOC)[\s>]", re.IGNORECASE)
_HEADLINE = regex(r"hed_?line", re.IGNORECASE)
_UNTITLED = "Untitled Article"
_ISSUE = regex(r"/(\d{4})/(\d\d)/(\d\d)(?:/|$)")


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    data = read_document(stream)
    root = parsed(data)
    if local(root).lower() != "xmd-entity":
        raise NotArticles("what stands where on a page; its articles are files of their own")
    titles: list[str] = []
    paragraphs: list[str] = []
    for primitive in every(root, "Primitive"):
        is_headline = any(_HEADLINE.match(local(above)) for above in primitive.iterancestors())
        (titles if is_headline else paragraphs).extend(_paragraphs(primitive))
    if not paragraphs and not titles:
        raise UnreadableFile("an article without text")
    claims = [Claim("title", " ".join(titles), "Olive headline", 0.9)] if titles else []
    claims += _claims(root)
    yield RawDocument(Form.PROSE, "\n\n".join(paragraphs or titles), tuple(claims))
    must_end(data, root)


def _paragraphs(primitive: Any) -> Iterator[str]:
    """The paragraphs of a block: a line whose ``P`` has an S begins one.

    A word that a line's end parts stands in pieces (``Q``, ``q``) and as a whole (``QW``).
    """
    lines: list[list[str]] = []
    last = None
    whole = {element.get("QID") for element in every(primitive, "QW")}
    for element in primitive.iter():
        name = local(element)
        if name == "L":
            if "S" in (element.get("P") or "") and any(lines):
                yield lines_joined(map(words_joined, lines))
                lines = []
            lines.append([])
            last = None
        elif name in ("W", "QW") or (name in ("Q", "q") and element.get("QID") not in whole):
            lines = lines or [[]]
            if last is not None and _sticks(last, element):
                lines[-1][-1] += element.text or ""
            else:
                lines[-1].append(element.text or "")
            last = element
    if any(lines):
        yield lines_joined(map(words_joined, lines))


def _sticks(last: Any, element: Any) -> bool:
    """Whether no blank stands between two words: so ``NS`` says, unless their boxes are apart."""
    if (last.get("NS") or "") != "y":
        return False
    left, right = _box(last), _box(element)
    return not left or not right or right[0] - left[2] <= _GAP * (left[3] - left[1])


_GAP = 0.15
"""Of the height of a line; what is wider is a blank."""


def _box(element: Any) -> list[int]:
    """Left, top, right and bottom of a word; empty where they are not told."""
    numbers = (element.get("BOX") or "").split()
    return [int(n) for n in numbers] if len(numbers) == 4 and all(map(str.isdigit, numbers)) else []


def _claims(root: Any) -> Iterator[Claim]:
    meta = first(root, "Meta")
    if meta is None:
        return
    folder = _ISSUE.search(meta.get("BASE_HREF") or "")
    issue = "-".join(folder.groups()) if folder is not None else meta.get("ISSUE_DATE")
    for field, value, origin, sure in (
        ("title", meta.get("NAME"), "NAME", 0.6),
        ("date", issue, "ISSUE_DATE", 0.95),
        ("source", meta.get("PUBLICATION"), "PUBLICATION", 0.7),
        ("section", meta.get("SECTION"), "SECTION", 0.7),
        ("language", root.get("LANGUAGE"), "LANGUAGE", 0.7),
    ):
        if value and value.strip() and value != _UNTITLED:
            yield Claim(field, value, f"Olive {origin}", sure)
