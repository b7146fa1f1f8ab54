"""The lead: the first paragraph, and the next ones while they are short."""

from __future__ import annotations

from newsgrep.text.sentences import paragraphs
from newsgrep.text.words import chunks

LEAD_WORDS = 20
"""A lead of fewer words than this takes in the next paragraph, until there are as many."""


def lead_end(deck: str, text: str) -> int:
    """Where the lead of an article ends in its ``text``, in characters; 0 where the deck is it."""
    words = len(chunks(deck))
    if words >= LEAD_WORDS:
        return 0
    for start, end in paragraphs(text):
        words += len(chunks(text[start:end]))
        if words >= LEAD_WORDS:
            return end
    return len(text)
