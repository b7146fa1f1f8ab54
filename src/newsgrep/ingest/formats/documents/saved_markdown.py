"""Pages that Readwise and Omnivore write as Markdown, with their facts in the text."""

from __future__ import annotations

import re

from newsgrep.ingest.formats.data.record_document import claims_above
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex

_HEAD = 4000
"""Characters in which the facts stand."""
_METADATA = regex(r"^## Metadata[ \t]*\n+((?:[-*] [^\n]*\n+)+)", re.MULTILINE)
_ENTRY = regex(r"^[-*] ([A-Z][\w ]{1,30}):[ \t]*(.*)$", re.MULTILINE)
_COVER = regex(r"^!\[rw-book-cover\]\([^\n]*\)[ \t]*\n", re.MULTILINE)
_OF_OMNIVORE = "[Read on Omnivore]("
_ORIGINAL = regex(r"^\[Read Original\]\((https?://[^\s()]+(?:\([^\s()]*\))?[^\s()]*)\)", re.M)
_LINKS = regex(
    r"^(?:#Omnivore|\[Read on Omnivore\]\([^\n]*\)|\[Read Original\]\([^\n]*\))[ \t]*\n?", re.M
)
_KIND = "Category"
"""What Readwise calls the kind of a document."""


def saved_facts(text: str) -> tuple[tuple[Claim, ...], str]:
    """The facts that the text of a saved page opens with, and the text without them."""
    head = text[:_HEAD]
    if _OF_OMNIVORE in head:
        original = _ORIGINAL.search(head)
        rest = _LINKS.sub("", head) + text[_HEAD:]
        if original is None:
            return (), rest
        return (Claim("url", original[1], "Omnivore Read Original", 0.9),), rest
    block = _METADATA.search(head)
    if block is None:
        return (), text
    values = dict(_ENTRY.findall(block[1]))
    if not {"Author", "URL"} & values.keys():
        return (), text
    values.pop(_KIND, None)
    # The day of saving is none of publication, whatever it is called.
    claims, own = claims_above({**values, "saved_date": ""}, "metadata")
    return claims, own + _COVER.sub("", text[: block.start()]) + text[block.end() :]
