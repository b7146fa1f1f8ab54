"""An article as a row of chunks and marks, in the order of their positions."""

from __future__ import annotations

from functools import lru_cache

from newsgrep.engines.columnar import term_keys
from newsgrep.text.lead import LEAD_WORDS
from newsgrep.text.quotations import quotations
from newsgrep.text.sentences import with_marks
from newsgrep.text.words import GAP_MARK, PARAGRAPH_MARK, Chunks, calm, chunks, plain_term

_STREAM = Chunks("{}|[\x1a-\x1e]")
"""Chunks and marks, in order."""


def text_chunks(title: str, deck: str, text: str) -> tuple[list[str], int, int]:
    """The chunks of headline, deck and text; how many are the headline's, and to the lead's end."""
    stream = _stream(f"{calm(title)}{PARAGRAPH_MARK}{GAP_MARK}")
    title_count = len(stream) - 2
    opening = f"{calm(deck)}{PARAGRAPH_MARK}{GAP_MARK}" if deck else ""
    body = _stream(opening + with_marks(calm(text), quotations(text)))
    lead_count = title_count + 2 + _lead_end(body)
    stream += body
    return stream, title_count, lead_count


# The articles of one archive share most of these.
@lru_cache(maxsize=1 << 12)
def label_chunks(field: str, value: str) -> tuple[str, ...]:
    """The chunks of a label, with the gap before them."""
    if field in term_keys.EXACT:
        return GAP_MARK, term_keys.key(field, value.replace("\0", ""))
    # Written as they are looked for where that is all the analysis that they need.
    return GAP_MARK, *(term_keys.key(field, plain_term(chunk) or chunk) for chunk in chunks(value))


def _stream(text: str) -> list[str]:
    return _STREAM.of(text).findall(text)


def _lead_end(body: list[str]) -> int:
    """How many chunks of a text are its lead: the first paragraph, or a few if they are short."""
    words = 0
    for at, chunk in enumerate(body, start=1):
        if chunk >= " ":
            words += 1
        elif chunk == PARAGRAPH_MARK and words >= LEAD_WORDS:
            return at
    return len(body)
