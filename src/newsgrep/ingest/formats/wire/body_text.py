"""The paragraphs of a story's body as wires mark it up: NITF, XHTML, escaped markup or none."""

from __future__ import annotations

import re
from typing import Any

from newsgrep.ingest.formats.xml import every, local
from newsgrep.text.lazy_regex import regex

_BLOCKS = frozenset(
    """p hl2 h1 h2 h3 h4 h5 h6 li dd dt tr caption div section article block blockquote ul ol dl
    table pre hr fn details summary select option button""".split()
)
_TELLING = frozenset("p hl2 h2 h3 li dd tr".split())
"""Blocks by which a body is known to be marked up at all."""
_CELLS = frozenset(("td", "th"))
_NO_TEXT = frozenset(
    """media media-caption figure header footer nav aside script style slugline body.head hedline
    hl1 byline dateline distributor""".split()
)
_MARKUP = regex(r"</?(?:p|br|div)\b[^>]*>", re.I)
_BREAK = "\u2028"
_PARTED = regex(rf"{_BREAK}\s*{_BREAK}")
_CELL_END = "\x1f"
_NO_CELLS = regex(rf"\s*{_CELL_END}[\s{_CELL_END}]*")


def blocks(body: Any) -> list[str]:
    """The paragraphs, items and rows of a body in NITF or XHTML; captions of media are left out.

    A break of a line is a blank, two are the end of a paragraph; cells of a row are parted by
    bars.
    """
    from lxml.etree import iterwalk

    found: list[str] = []
    open_text: list[str] = []
    leads = _repeated_leads(body)
    skipped = None
    marked = False

    def end_block() -> None:
        for piece in _PARTED.split("".join(open_text)):
            line = " ".join(_NO_CELLS.sub(" | ", piece).strip(" |").split())
            if line:
                found.append(line)
        open_text.clear()

    for event, element in iterwalk(body, events=("start", "end")):
        name = local(element)
        if event == "start":
            if skipped is not None:
                continue
            if element is not body and (_is_no_text(element) or element in leads):
                end_block()
                skipped = element
                continue
            if name in _BLOCKS and not _is_in_cell(element):
                end_block()
                marked = marked or name in _TELLING
            open_text.append(_BREAK if name == "br" else element.text or "")
            continue
        if skipped is element:
            skipped = None
        elif skipped is not None:
            continue
        elif name in _CELLS:
            open_text.append(_CELL_END)
        elif name in _BLOCKS:
            if _is_in_cell(element):
                open_text.append(" ")
            else:
                end_block()
        if element is not body:
            open_text.append(element.tail or "")
    end_block()
    return found if marked else _unmarked("".join(body.itertext()))


def _is_no_text(element: Any) -> bool:
    """Whether an element is no part of the text; a dateline opens a paragraph in NITF."""
    return local(element) in _NO_TEXT and local(element.getparent()) != "p"


def _is_in_cell(element: Any) -> bool:
    return local(element) != "tr" and any(local(e) in _CELLS for e in element.iterancestors())


def _unmarked(whole: str) -> list[str]:
    """The paragraphs of a body without elements for them."""
    if _MARKUP.search(whole):
        # Escaped markup, as some senders put it into XML.
        from newsgrep.ingest.formats.documents.markup import text_of_fragment

        whole = text_of_fragment(whole)
    return [" ".join(line.split()) for line in re.split(r"\n\s*\n|\n(?=[ \t]{2,})", whole)
            if line.strip()]  # fmt: skip


def _repeated_leads(body: Any) -> set[Any]:
    """Blocks of a lead that the full text, which follows, repeats (the New York Times's corpus)."""
    kinds = {(element.get("class") or ""): element for element in every(body, "block")}
    lead = kinds.get("lead_paragraph")
    return {lead} if lead is not None and "full_text" in kinds else set()
