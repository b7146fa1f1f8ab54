"""The lines of a text before its head is read: what print, chats and archives did is undone."""

from __future__ import annotations

from newsgrep.ingest.extract.head.appeared import with_origin_labelled
from newsgrep.ingest.extract.head.captures import without_captures
from newsgrep.ingest.extract.head.chinese_bylines import with_han_bylines_read
from newsgrep.ingest.extract.head.clippings import with_clippings_read
from newsgrep.ingest.extract.head.corpus_head import with_corpus_head_read
from newsgrep.ingest.extract.head.dateline_lines import with_datelines_joined
from newsgrep.ingest.extract.head.filled_lines import filled_lines
from newsgrep.ingest.extract.head.glued_lines import with_glued_parted
from newsgrep.ingest.extract.head.handed_on import with_words_around_read
from newsgrep.ingest.extract.head.house_bylines import with_house_bylines_read
from newsgrep.ingest.extract.head.noted import with_notes_read
from newsgrep.ingest.extract.head.notices import with_notices_below
from newsgrep.ingest.extract.head.unnamed import with_names_marked
from newsgrep.ingest.extract.head.wrapped_headline import undoubled, unquoted, with_letters_joined

_STEPS = (
    without_captures,
    with_corpus_head_read,
    with_notices_below,
    with_datelines_joined,
    with_glued_parted,
    with_clippings_read,
    with_words_around_read,
    with_notes_read,
    with_origin_labelled,
    with_house_bylines_read,
    with_names_marked,
    with_han_bylines_read,
)
"""Each is given the lines and the places of the first of them that have words; it gives the lines
themselves where it changes nothing."""
_WITHIN, _FIRST = 60, 12


def prepared(lines: list[str]) -> list[str]:
    """The lines of a text, without what is none of the article's, and with bylines marked."""
    if any(line[:1] == ">" for line in lines):
        lines = unquoted(lines)
    lines = with_letters_joined(undoubled(lines))
    filled = filled_lines(lines[:_WITHIN], _FIRST)
    for step in _STEPS:
        told = step(lines, filled)
        if told is not lines:
            lines, filled = told, filled_lines(told[:_WITHIN], _FIRST)
    return lines
