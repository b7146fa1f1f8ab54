"""The fields of the index, and how a term of a field is keyed in the dictionary.

Words of headline, deck and text share one field, ``text``; which of them stand in the
headline or the lead is told by the zone counts of each posting. Everything else that is
known of an article has a field of its own, in the same dictionary.
"""

from __future__ import annotations

from newsgrep.fields import LABELS

TEXT = "text"
TITLE = "title"
LEAD = "lead"
BODY = "body"
QUOTE = "quote"
NAMED = (*LABELS, "path")
"""Fields of words: names and labels, asked for by word or phrase."""

HYPHENATED = "hyphenated"
EXACT = ("lang", "is", "acronym", "longform", HYPHENATED)
"""Fields of whole values. ``acronym`` has ``DEA=Drug Enforcement Administration``, ``longform``
the folded long form before the acronym, as the articles define them; ``hyphenated`` has
``antinarcotics=anti narcotics`` for each word that is written with a hyphen somewhere."""

_META = "\x01"
_FIELD_END = "\x1f"

SENTENCE_ENDS = "\x02s"
PARAGRAPH_ENDS = "\x02p"
"""Keys whose positions are those of the first word after each sentence or paragraph."""

QUOTE_STARTS = "\x02q"
QUOTE_ENDS = "\x02r"
"""Keys whose positions are those of the first word inside and behind each quotation."""
FIRST_WORD = "\x03"
"""Keys from here on are words of ``text``."""


def key(field: str, term: str) -> str:
    """The dictionary key of ``term`` in ``field``."""
    return term if field == TEXT else f"{_META}{field}{_FIELD_END}{term}"


def split_key(text: str) -> tuple[str, str]:
    """The field and term of a dictionary key; marks have the field ``""``."""
    if text >= FIRST_WORD:
        return TEXT, text
    if text.startswith(_META):
        field, _, term = text[1:].partition(_FIELD_END)
        return field, term
    return "", text
