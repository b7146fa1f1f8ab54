"""The paragraphs of an element of XML: blocks by their names or their place, rows of tables."""

from __future__ import annotations

from typing import Any

from newsgrep.ingest.formats.xml import PARTING, local
from newsgrep.text.lazy_regex import regex

INLINE = frozenset(
    """b i em strong a span u sup sub small big font code abbr acronym cite q mark s strike del ins
    hi emph emphasis ref link xref ulink quote foreign term name persname placename orgname date
    time num w c tt var kbd samp bdi bdo""".split()
)
"""What elements are called, in small letters, that stand within a sentence."""
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "cell", "entry"))
_TABLES = frozenset(("table", "tbody", "thead", "tfoot", "tgroup"))
_BREAK, _CELL_END = "\u2028", "\x1f"
_EMPTY_CELLS = regex(rf"\s*{_CELL_END}[\s{_CELL_END}]*")
_ENDED = regex(rf"\n\s*\n|{_BREAK}\s*{_BREAK}|(?<=[.!?:…\"”»。])\s*{_BREAK}")
"""An empty line, two breaks of a line, or one behind a sentence."""


def paragraphs(root: Any) -> list[str]:
    """The text in an element, in paragraphs; a row of a table is one, its cells parted by bars."""
    from lxml.etree import iterwalk

    found: list[str] = []
    pieces: list[str] = []

    def end_block() -> None:
        for piece in _ENDED.split("".join(pieces)):
            line = " ".join(_EMPTY_CELLS.sub(" | ", piece.replace(_BREAK, " ")).strip(" |").split())
            if line:
                found.append(line)
        pieces.clear()

    row: Any = None
    inline: Any = None
    for event, element in iterwalk(root, events=("start", "end")):
        name = local(element).lower()
        is_block = element is root or _is_block(element, name)
        if inline is not None and name not in PARTING:
            # Within a sentence what is of no known name ends none.
            pieces.append(" " if is_block else "")
        elif row is None and is_block and name not in _BREAKS:
            end_block()
        elif is_block and event == "start":
            pieces.append(" ")
        elif event == "start" and inline is None and not is_block:
            inline = element
        if event == "start":
            row = element if row is None and is_row(element) else row
            pieces.append(_BREAK if name in _BREAKS else element.text or "")
            if name in _BLANKS:
                pieces.append(" ")
            continue
        inline = None if inline is element else inline
        if row is element:
            row = None
            end_block()
        elif row is not None and name in _CELLS:
            pieces.append(_CELL_END)
        elif row is not None and is_block:
            pieces.append(" ")
        if element is not root:
            pieces.append(element.tail or "")
    end_block()
    return found


_BREAKS = frozenset(("br",))
_BLANKS = frozenset(("lb", "pb", "cb"))
"""Where a printed line, page or column ends, which ends no sentence."""


def is_row(element: Any) -> bool:
    """Whether an element is a row of a table, with its cells."""
    above = element.getparent()
    return (
        local(element).lower() in _ROWS
        and (above is None or local(above).lower() in _TABLES)
        and len(element) > 0
        and all(local(cell).lower() in _CELLS for cell in element)
    )


def holds_text(element: Any) -> bool:
    """Whether text stands in an element itself, beside its children."""
    return bool((element.text or "").strip()) or any(
        (child.tail or "").strip() for child in element
    )


def _is_block(element: Any, name: str) -> bool:
    """Whether an element parts what is before it from what is behind it.

    Of those of no known name, one amid text does not.
    """
    if name in PARTING or name in _BLANKS:
        return name not in _BLANKS
    return bool(name) and name not in INLINE and not holds_text(element.getparent())
