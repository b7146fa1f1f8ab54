"""Nexis exports as PDF: the lines of the text export again, from their places on the pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from statistics import median

from newsgrep.ingest.formats.documents.page_lines import Line
from newsgrep.ingest.formats.exports import nexis
from newsgrep.ingest.raw_document import RawDocument
from newsgrep.text.dates import find_dates
from newsgrep.text.lazy_regex import regex
from newsgrep.text.months import WEEKDAYS

_COUNTER = regex(r"\s*\d[\d,.]* (?:of|von|de|van|di|sur|af) \d[\d,.]* DO[CK]UMENT\w*\s*")
_END = regex(r"\s*(?:End of Document|Ende des Dokuments|Fin du document)\s*")
_NUMBER = regex(r"\s*(?:page|seite|página)?\s*\d{1,4}(?:\s*(?:/|of|de|von)\s*\d{1,4})?\s*", re.I)
_LABEL = regex(r"[A-ZÀ-Ý]{4}[A-ZÀ-Ý-]*:\s")
_SENTENCE_ENDS = regex(r"[.!?:”\"’')\]]$")
_INDENT = " " * 20
_ON_A_DAY = regex(rf"\d{{4}},? (?:{'|'.join(sorted(WEEKDAYS))})$", re.I)
_MOST_RUNNING = 12
_DATED = 60
"""Characters of a running head, at its end, that have its date."""
_OFF_CENTRE = 6.0
"""Points that the middle of a centred line may be beside the others'."""


def articles_on(pages: Sequence[Sequence[Line]]) -> Iterator[RawDocument] | None:
    """The articles of an export, each with its pages, or None where the pages are none."""
    lines = [line for page in pages for line in page]
    counters = [line for line in lines if _COUNTER.fullmatch(line.text)]
    if not counters and not any(_END.fullmatch(line.text) for line in lines):
        return None
    middle = median(map(_middle, counters)) if counters else None
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    for page in pages:
        piece = _text_of(page, middle)
        joint = _joint(pieces[-1], piece) if pieces else ""
        starts.append(length + len(joint))
        pieces += [joint, piece]
        length += len(joint) + len(piece)
    text = "".join(pieces)
    if not nexis.wrote(text):
        return None

    def pages_of(start: int, end: int) -> str:
        first, last = bisect_right(starts, start), bisect_right(starts, max(start, end - 1))
        return f"page {first}" if first == last else f"pages {first}-{last}"

    return nexis.split(text, pages_of)


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2


def _text_of(page: Sequence[Line], middle: float | None) -> str:
    """A page's lines, centred ones indented, with blank lines where there is room between them.

    A line that the next one's first word had no room behind goes on in it.
    """
    kept = [line for line in page if line.text.strip()]
    for end in (-1, 0):
        if kept and _NUMBER.fullmatch(kept[end].text):
            kept.pop(end)
    edge = min((line.left for line in kept), default=0.0)
    right = max((line.right for line in kept), default=0.0)
    centred = [
        middle is not None
        and abs(_middle(line) - middle) < _OFF_CENTRE
        and line.left > edge + line.top - line.bottom
        for line in kept
    ]
    has_counter = any(_COUNTER.fullmatch(line.text) for line in kept)
    first = 0 if has_counter else _running_head(kept)
    pieces: list[str] = []
    last: Line | None = None
    for line, is_centred in zip(kept[first:], centred[first:], strict=True):
        if last is not None:
            room = last.bottom - line.top > 0.9 * max(line.top - line.bottom, 1)
            room = room or _LABEL.match(line.text) is not None
            word = len(line.text.split(maxsplit=1)[0]) + 1
            height = line.top - line.bottom
            full = (
                last.right + 2 * height + word * (line.right - line.left) / len(line.text) > right
            )
            # A headline's semicolon parts it from its deck.
            parted = is_centred or (has_counter and last.text.rstrip().endswith(";"))
            pieces.append("\n\n" if room else " " if full and not parted else "\n")
        pieces.append((_INDENT if is_centred else "") + " ".join(line.text.split()))
        last = line
    return "".join(pieces)


def _running_head(page: Sequence[Line]) -> int:
    """How many lines stand above a page's text: headline, source and date, set apart from it."""
    for at in range(1, min(_MOST_RUNNING + 1, len(page))):
        above, below = page[at - 1], page[at]
        room = (above.bottom - below.top) / max(below.top - below.bottom, 1)
        if room > 0.9:
            said = " ".join(line.text for line in page[:at]).rstrip()
            dated = next(find_dates(said[-_DATED:]), None) is not None
            return at if dated and (room > 1.9 or _ON_A_DAY.search(said)) else 0
    return 0


def _joint(above: str, below: str) -> str:
    """A line end between two pages where a sentence goes on, else a blank line."""
    goes_on = below[:1].islower() or not _SENTENCE_ENDS.search(above[-1:])
    opens = _LABEL.match(below) or _COUNTER.fullmatch(below.partition("\n")[0])
    goes_on = goes_on and not opens
    return " " if goes_on and below[:1] != " " else "\n\n"
