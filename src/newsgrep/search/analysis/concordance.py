"""Keyword in context: every place where a query occurs, aligned for reading down the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgrep.errors import UsageError
from newsgrep.request import Mode, Request
from newsgrep.search.analysis.results import ConcordanceLine
from newsgrep.search.highlighter import marked, spans_of
from newsgrep.search.request_tree import query_of
from newsgrep.text.fold import fold

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match
    from newsgrep.results import Highlighting

SORTS = ("", "left", "right")
MAX_WIDTH = 1000
FIRST_READ, READ_AT_ONCE = 50, 4000
"""Articles read before their lines are given: few at first, for the eye, then more and more."""


def concordance(
    snapshot: Snapshot, request: Request, width: int, sort: str
) -> Iterator[ConcordanceLine]:
    """The places where ``question`` occurs, with ``width`` characters on either side.

    Those in headlines and decks too, as they are searched too.

    In the order of the articles; sorted by what stands ``left`` or ``right`` of each where that
    is asked for.
    """
    if sort not in SORTS:
        raise UsageError(f"unknown --sort {sort}", "left or right")
    if not 0 < width <= MAX_WIDTH:
        raise UsageError(f"--width {width} is not a width", f"a number from 1 to {MAX_WIDTH}")
    lines = _lines(snapshot, request, width)
    if sort == "right":
        return iter(sorted(lines, key=lambda line: fold(line.match + line.right)))
    if sort == "left":
        return iter(sorted(lines, key=lambda line: fold(line.left)[::-1]))
    return lines


def _lines(snapshot: Snapshot, request: Request, width: int) -> Iterator[ConcordanceLine]:
    # Every place counts, those in near-duplicates too; ``only`` is a filter of the tree.
    mode: Mode = "all" if request.mode == "default" else request.mode
    found = snapshot.search(query_of(request).asked(mode=mode, copies="show"))
    start, size = 0, FIRST_READ
    while start < len(found.rows):
        rows = found.rows[start : start + size]
        start, size = start + size, min(8 * size, READ_AT_ONCE)
        places: dict[Match, list[ConcordanceLine]] = {}
        # In the order of the store, so that each of its blocks is unpacked once.
        for match in sorted(rows, key=lambda match: (match.segment, match.document)):
            article = snapshot.article(match)
            path = snapshot.path(match)
            places[match] = list(_places(article, path, found.highlighting, width))
        for match in rows:
            yield from places[match]


def _places(
    article: Article, path: str, highlighting: Highlighting, width: int
) -> Iterator[ConcordanceLine]:
    """The places in the headline, the deck and the text of an article, in this order."""
    found = marked(article, highlighting)
    for zone, text, some in (
        ("title", article.title, found.title),
        ("deck", article.deck, found.deck),
        ("text", article.text, found.text),
    ):
        line = text.replace("\n", " ").replace("\t", " ")
        for start, end in spans_of(some):
            yield ConcordanceLine(
                line[max(0, start - width) : start],
                line[start:end],
                line[end : end + width],
                article.id,
                path,
                article.record,
                article.date,
                article.source,
                zone,
            )
