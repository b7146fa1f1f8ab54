"""The lines of a text before its head is read: what print, chats and archives did is undone."""

from __future__ import annotations

from newsgrep.ingest.extract.head.appeared import with_origin_labelled
from newsgrep.ingest.extract.head.captures import without_captures
from newsgrep.ingest.extract.head.handed_on import with_words_around_read
from newsgrep.ingest.extract.head.noted import with_notes_read
from newsgrep.ingest.extract.head.unnamed import with_names_marked
from newsgrep.ingest.extract.head.wrapped_headline import undoubled, unquoted, with_letters_joined


def prepared(text: str) -> list[str]:
    """The lines of a text, without what is none of the article's, and with bylines marked."""
    lines = text.split("\n")
    if "\n>" in text:
        lines = unquoted(lines)
    lines = without_captures(with_letters_joined(undoubled(lines)))
    return with_names_marked(with_origin_labelled(with_notes_read(with_words_around_read(lines))))
