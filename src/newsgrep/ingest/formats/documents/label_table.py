"""The table of labels and values that some programs write above the text of a page in Markdown.

``| Field | Value |``, ``|---|---|``, ``| title | … |``, ``| 👤 Author | … |``.
"""

from __future__ import annotations

import re

from newsgrep.ingest.formats.data.column_names import field_of
from newsgrep.ingest.formats.data.record_document import claims_above
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex

_TOP = 4000
"""Characters in which such a table begins."""
_TABLE = regex(
    r"^(?:[ \t]*\|(?:[^|\n]|\\\|)*\|(?:[^|\n]|\\\|)*\|[ \t]*(?:\n|\Z)){3,60}", re.MULTILINE
)
_ROW = regex(r"[ \t]*\|[^\w|\n]*((?:[^|\n]|\\\|)*?)\W*\|[ \t]*((?:[^|\n]|\\\|)*?)[ \t]*\|[ \t]*$")
_RULE = regex(r"[|:\s-]+")
_MAIN = frozenset(("title", "authors", "date", "source", "url"))
_FEWEST = 2


def without_label_table(text: str) -> tuple[tuple[Claim, ...], str]:
    """The facts in such a table, and the text without it; none for any other table."""
    if "|" not in text[:_TOP]:
        return (), text
    table = _TABLE.search(text[: 2 * _TOP])
    if table is None or table.start() > _TOP:
        return (), text
    rows = [line for line in table[0].split("\n") if line.strip() and not _RULE.fullmatch(line)]
    values = {row[1].strip(): _plain(row[2]) for row in map(_ROW.match, rows) if row is not None}
    known = {field_of(name) for name, value in values.items() if value} & _MAIN
    if len(values) < len(rows) or len(known) < _FEWEST:
        return (), text
    claims, own = claims_above(values, "table of labels")
    decks = {claim.value for claim in claims if claim.field == "deck"}
    above = [line for line in text[: table.start()].split("\n") if line.strip() not in decks]
    return claims, "\n".join([*above, own, text[table.end() :].lstrip("\n")])


def _plain(cell: str) -> str:
    """What a cell says, without marks of emphasis around it."""
    return _EMPHASIS.sub("", cell.replace("\\|", "|")).strip()


_EMPHASIS = re.compile(r"^[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}$")
