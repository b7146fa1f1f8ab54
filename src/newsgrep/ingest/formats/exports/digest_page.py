"""A press review as one web page, whose table of contents leads to anchors.

So Dutch ministries send their *knipselkrant*: an anchor and the headline; below it
``De Courant 05-1-2017``; the text, up to the next anchor.
"""

from __future__ import annotations

import re
from typing import Any

from newsgrep.ingest.formats.documents.markup import page_root, text_of_fragment
from newsgrep.ingest.formats.xml import text_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, date_claim
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex

_ANCHORED = regex(r"<a\s+(?:name|id)=[^<>]{1,300}>\s*</a>\s*<h[1-4]\b", re.I)
_HEADINGS = ("h1", "h2", "h3", "h4")
_FEWEST = 3
_MOST_WITHOUT = 0.2
"""The share of headings below anchors that may have no line of paper and day."""
_LONGEST = 90
"""Characters of the line of paper and day."""


def articles_in_digest(page: str) -> list[RawDocument]:
    """The articles of a press review; empty for any other page, which is told at once."""
    if sum(1 for _ in _ANCHORED.finditer(page)) < _FEWEST:
        return []
    from lxml.etree import LxmlError

    try:
        root = page_root(page)
    except (LxmlError, ValueError):
        return []
    headings = [heading for heading in root.iter(*_HEADINGS) if _is_anchored(heading)]
    found = [_article(heading, number) for number, heading in enumerate(headings, start=1)]
    told = [one for one in found if any(claim.field == "date" for claim in one.claims)]
    few = len(told) < _FEWEST or len(told) < (1 - _MOST_WITHOUT) * len(found)
    return [] if few else found


def _is_anchored(heading: Any) -> bool:
    """Whether an anchor without a text of its own stands right before a heading."""
    anchor = heading.getprevious()
    return (
        anchor is not None
        and anchor.tag == "a"
        and bool(anchor.get("name") or anchor.get("id"))
        and not text_of(anchor)
        and not (anchor.tail or "").strip()
    )


def _article(heading: Any, number: int) -> RawDocument:
    from lxml import etree

    pieces: list[str] = []
    claims = [Claim("title", text_of(heading), "heading below an anchor", 0.95)]
    for element in heading.itersiblings():
        if element.tag in _HEADINGS and _is_anchored(element):
            break
        line = text_of(element) if isinstance(element.tag, str) else ""
        if line and not pieces and (said := _paper_and_day(line)):
            claims += said
            pieces.append(element.tail or "")
        else:
            pieces.append(etree.tostring(element, encoding="unicode"))
    text = text_of_fragment("".join(pieces))
    return RawDocument(Form.PROSE, _wrapped(text), tuple(claims), number, f"article {number}")


def _paper_and_day(line: str) -> list[Claim]:
    """What a line says that is a paper and a day, and no more; empty for any other line."""
    day = next(find_dates(line), None) if len(line) <= _LONGEST else None
    paper = line[: day.start].strip(" ,|-–") if day is not None else ""
    if day is None or not paper or len(line) - day.end > _BEHIND:
        return []
    origin = "line below the heading"
    return [Claim("source", paper, origin, 0.9), date_claim(day, origin, 0.93)]


_BEHIND = 20
"""Characters behind the day: a page, a time."""


def _wrapped(text: str) -> str:
    """A text whose lines within a paragraph end where the page's markup was wrapped."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
