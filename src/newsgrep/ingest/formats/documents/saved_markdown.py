"""Pages kept as Markdown: facts that Readwise and Omnivore write, a headline that is a link."""

from __future__ import annotations

import re

from newsgrep.ingest.formats.data.record_document import claims_above
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters

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


_LINKED = regex(
    r"\s*(?P<mark>#{1,2} +)?\[(?P<text>[^\[\]\n]{10,300})\]"
    r"\((?P<url>https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)?)(?: \"[^\"\n]*\")?\)[ \t]*(?:\n|$)"
)
_LEAST = 10
"""Letters of a headline that tell it from others."""


def linked_headline(text: str, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The address to which the headline leads, where a text opens with it as a link.

    As its first heading, or as a line that the front matter has for its headline.
    """
    linked = _LINKED.match(text)
    if linked is None or any(claim.field == "url" for claim in claims):
        return ()
    said = letters(linked["text"])
    titles = [letters(claim.value) for claim in claims if claim.field == "title"]
    same = any(said in title or title in said for title in titles if len(title) >= _LEAST)
    if len(said) < _LEAST or not (same if titles else linked["mark"]):
        return ()
    return (Claim("url", linked["url"], "where the headline leads", 0.8),)
