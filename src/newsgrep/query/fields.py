"""The fields that a query can name."""

from __future__ import annotations

WORD_FIELDS = {
    "title": "words of the headline",
    "lead": "words of the headline and the first paragraph",
    "body": "words of the text below the headline",
    "quote": "words inside quotation marks",
    "said": "who is quoted",
    "author": "who wrote it",
    "source": "publication or agency",
    "place": "where it was filed (the dateline)",
    "section": "section or desk",
    "tag": "tags and keywords",
    "person": "people named",
    "org": "organizations named",
    "location": "places named",
    "url": "words of the web address",
}
VALUE_FIELDS = {
    "lang": "language, as a two-letter code",
    "date": "published: a day, month, year, range or words",
    "path": "file, as a shell pattern",
    "is": "corrected, updated, or copy (has near-copies)",
    "words": "length in words: a number, a range, >800",
    "has": "articles of which a field is known, as has:date",
    "no": "articles of which it is not, as no:author",
}
FIELDS = WORD_FIELDS | VALUE_FIELDS
"""Field names and what they hold."""

KNOWABLE = (
    "date",
    "lang",
    *(name for name in WORD_FIELDS if name not in ("title", "lead", "body", "quote")),
)
"""Fields that ``has:`` and ``no:`` ask about."""

STATES = ("corrected", "updated", "copy")
"""What ``is:`` asks for."""

ALIASES = {
    "headline": "title",
    "people": "person",
    "who": "person",
    "company": "org",
    "subject": "tag",
    "keyword": "tag",
    "speaker": "said",
    "quoted": "quote",
    "country": "location",
    "by": "author",
    "byline": "author",
    "publication": "source",
    "language": "lang",
    "organization": "org",
    "published": "date",
    "dateline": "place",
    "file": "path",
}
"""Other names that are understood."""


def nearest_field(name: str) -> str:
    """The field whose name is most like ``name``, or an empty string."""
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), [*FIELDS, *ALIASES], n=1, cutoff=0.6)
    return ALIASES.get(near[0], near[0]) if near else ""
