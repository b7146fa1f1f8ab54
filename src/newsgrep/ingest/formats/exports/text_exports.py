"""Bulk exports as running text: which database wrote it, and where one article ends.

Nexis, Factiva and ProQuest give many articles in one file, as text, RTF or Word. Whatever the
file, its text comes here, and each format's module splits it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from newsgrep.ingest.formats.exports import (
    addressed,
    clippings,
    factiva,
    factiva_laid_out,
    feed_lines,
    highlights,
    iramuteq,
    nexis,
    numbered,
    numbered_labels,
    parted,
    proquest,
    retriever,
    site_headlines,
)
from newsgrep.ingest.formats.exports.rules import RULE
from newsgrep.ingest.formats.wire import press_release, telegram
from newsgrep.ingest.raw_document import RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex

SAMPLE = 40_000
"""Characters that are looked at to tell what wrote a text."""
FEWEST_HEADS = 3
"""Heads in one text from which on it looks like several articles."""
_LONG = 8_000
"""Characters of a text that may well be several."""
_COUNTED = regex(r"^[ \t]*\D{0,20}\d{1,4} (?:of|von|de|di|sur|van|/) \d{1,4}\b.{0,20}$", re.M)
_BYLINE = regex(r"^[ \t]*(?:By|BY|Von|Por|Par|Door) [A-ZÀ-Ý][^\n.!?]{4,60}$", re.M)
_DATE = regex(
    r"^[ \t]*(?:[^\W\d_]{3,10},? )?(?:\d{1,2}\.? [^\W\d_]{3,10},? (?:19|20)\d\d"
    r"|[^\W\d_]{3,10}\.? \d{1,2}, (?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d"
    r"|(?:19|20)\d\d-\d\d-\d\d)[^\n\w]{0,3}(?:\d\d?:\d\d.{0,12})?$", re.M,
)  # fmt: skip
_FEWEST_RULES, _BETWEEN_RULES = 5, 500
"""Lines of dashes that may part articles, and the characters between two."""
_LABEL = regex(
    r"^[ \t]*(?:[-*#>]+[ \t]*)?\**(article (?:id|no\.?|number)|doc(?:ument)? (?:id|no\.?)|headline"
    r"|article title|title|date published|published on|publication date)\**[ \t]*[:：]",
    re.M | re.I,
)  # fmt: skip
"""Labels that an article has once."""

_SPLITTERS: tuple[tuple[Callable[[str], bool], Callable[[str], Iterator[RawDocument]]], ...] = (
    (nexis.wrote, nexis.split),
    (proquest.wrote, proquest.split),
    (factiva.wrote, factiva.split),
    (factiva_laid_out.wrote, factiva_laid_out.split),
    (clippings.wrote, clippings.split),
    (retriever.wrote, retriever.split),
    (iramuteq.wrote, iramuteq.split),
    (telegram.wrote, telegram.split),
    (press_release.wrote, press_release.split),
    (highlights.wrote, highlights.split),
    (numbered_labels.wrote, numbered_labels.split),
    (feed_lines.wrote, feed_lines.split),
    (parted.wrote, parted.split),
    (site_headlines.wrote, site_headlines.split),
    (addressed.wrote, addressed.split),
    (numbered.wrote, numbered.split),
)


def articles_of(text: str) -> Iterator[RawDocument] | None:
    """The articles of a bulk export, or None where ``text`` is none."""
    sample = text[:SAMPLE]
    for wrote, split in _SPLITTERS:
        if wrote(sample):
            return split(text)
    return None


def heads_by_labels(text: str) -> int:
    """How often the commonest of the labels stands in a text that an article has once."""
    if text.count(":") + text.count("：") < FEWEST_HEADS:
        return 0
    counts = Counter(label.lower() for label in _LABEL.findall(text))
    return max(counts.values(), default=0)


def not_told_apart(text: str) -> Unreadable | None:
    """What ought to be said of a text that looks like several articles, and is read as one."""
    heads = heads_by_labels(text)
    if heads < FEWEST_HEADS and len(text) >= _LONG:
        heads = max(len(pattern.findall(text)) for pattern in (_COUNTED, _BYLINE, _DATE))
        rules = len(RULE.findall(text))
        if rules >= _FEWEST_RULES and len(text) >= _BETWEEN_RULES * rules:
            heads = max(heads, rules)
    if heads < FEWEST_HEADS:
        return None
    return Unreadable(
        0, f"perhaps {heads} articles, which no known format tells apart: read as one"
    )
