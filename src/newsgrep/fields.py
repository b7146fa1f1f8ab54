"""The one table of fields: what can be asked for, counted, told and kept of an article.

The query language, the index, facets, the audit, completion and the documentation are made from it;
a new field is a row here and its extractor.
"""

from __future__ import annotations

from typing import NamedTuple

ZONE = "zone"
"""A part of the text."""
LABEL = "label"
"""Names and labels, asked for by word or phrase."""
VALUE = "value"
"""What is asked for as a whole: a code, a date, a number, a pattern, a state."""


class Field(NamedTuple):
    """A field: its name in a query, what it is, and where an article has it."""

    name: str
    kind: str
    help: str
    attribute: str = ""
    """The field of an article that holds it; empty where it is worked out."""
    aliases: tuple[str, ...] = ()
    facet: bool = False
    """Whether its values are kept in a column and counted."""
    audited: bool = False
    """Whether an audit tells how many articles have it."""


TABLE = (
    Field("title", ZONE, "words of the headline", "title", ("headline",), audited=True),
    Field("lead", ZONE, "words of the headline and the first paragraph"),
    Field("body", ZONE, "words of the text below the headline"),
    Field("quote", ZONE, "words inside quotation marks", aliases=("quoted",)),
    Field("said", LABEL, "who is quoted", "speakers", ("speaker",), facet=True),
    Field("author", LABEL, "who wrote it", "authors", ("by", "byline"), facet=True, audited=True),
    Field("source", LABEL, "publication or agency", "source", ("publication",), True, True),
    Field("place", LABEL, "where it was filed (the dateline)", "place", ("dateline",), True, True),
    Field("section", LABEL, "section or desk", "section", facet=True, audited=True),
    Field("tag", LABEL, "tags and keywords", "tags", ("subject", "keyword"), facet=True),
    Field("person", LABEL, "people named", "people", ("people", "who"), facet=True),
    Field("org", LABEL, "organizations named", "organizations", ("company", "organization"), True),
    Field("location", LABEL, "places named", "places", ("country",), facet=True),
    Field("url", LABEL, "words of the web address", "url", audited=True),
    Field("lang", VALUE, "language, as a two-letter code", "language", ("language",), True, True),
    Field("date", VALUE, "published: a day, month, year, range or words", "date", ("published",),
          audited=True),
    Field("path", VALUE, "file, as a shell pattern", "path", ("file",)),
    Field("is", VALUE, "corrected, updated, copy (has near-copies), seen, key, irrelevant"),
    Field("mark", VALUE, "what you marked it: key, or a tag of your own"),
    Field("note", VALUE, "words of a note that you made of it"),
    Field("words", VALUE, "length in words: a number, a range, >800", "words"),
    Field("has", VALUE, "articles of which a field is known, as has:date"),
    Field("no", VALUE, "articles of which it is not, as no:author"),
)  # fmt: skip

HELP = {field.name: field.help for field in TABLE}
"""Field names and what they hold, in order."""

ALIASES = {alias: field.name for field in TABLE for alias in field.aliases}
"""Other names that are understood."""

ZONES = tuple(field.name for field in TABLE if field.kind == ZONE)
LABELS = tuple(field.name for field in TABLE if field.kind == LABEL)

WITH_WORDS = frozenset((*ZONES, *LABELS))
"""Fields that take words, phrases, patterns and groups of them."""

KNOWABLE = ("date", "lang", *LABELS)
"""Fields that ``has:`` and ``no:`` ask about."""

FACETS = tuple(field.name for field in TABLE if field.facet)
"""Fields whose values are kept in a column and counted."""

LABELLED = tuple(
    (field.name, field.attribute) for field in TABLE if field.kind == LABEL or field.name == "lang"
)
"""Fields whose values are indexed beside the text, each with the attribute that holds them."""

AUDITED = tuple(field.attribute for field in TABLE if field.audited)
"""Attributes of an article of which an audit tells how many have them."""

STATES = {"corrected": "correction", "updated": "update"}
"""States of an article, each with the attribute that tells of it."""


SEEN = "seen"
VERDICTS = (SEEN, "key", "irrelevant")
"""What a reader says of an article that was read: one with any of these has been seen."""

KEPT_BESIDE = ("mark", "note")
"""Fields that are no part of an article, but kept beside the index."""


def nearest_field(name: str) -> str:
    """The field whose name is most like ``name``, or an empty string."""
    from difflib import get_close_matches

    if name.lower() in _OF_OTHERS:
        return _OF_OTHERS[name.lower()]
    near = get_close_matches(name.lower(), [*HELP, *ALIASES], n=1, cutoff=0.6)
    return ALIASES.get(near[0], near[0]) if near else ""


_OF_OTHERS = {
    "site": "url", "inurl": "url", "domain": "url", "host": "url", "link": "url",
    "intitle": "title", "intext": "body", "inbody": "body", "content": "body",
    "before": "date", "after": "date", "since": "date", "until": "date", "daterange": "date",
    "filetype": "path", "ext": "path", "filename": "path", "dir": "path",
    "company": "org", "country": "location", "subject": "tag", "keyword": "tag",
}  # fmt: skip
"""What other tools call such a field."""
