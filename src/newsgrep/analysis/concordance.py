"""Keyword in context: every place where a query occurs, aligned for reading down the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsgrep.analysis.results import ConcordanceLine
from newsgrep.errors import UsageError
from newsgrep.index_folder import IndexFolder
from newsgrep.searching import Question, tree_of
from newsgrep.snippets import highlights
from newsgrep.text.fold import fold

if TYPE_CHECKING:
    from newsgrep.engine.interface import Searcher

SORTS = ("", "left", "right")
MAX_WIDTH = 1000


def concordance(
    folders: Sequence[IndexFolder], searcher: Searcher, question: Question, width: int, sort: str
) -> Iterator[ConcordanceLine]:
    """The places where ``question`` occurs in the texts, ``width`` characters on either side.

    In the order of the articles; sorted by what stands ``left`` or ``right`` of each where that
    is asked for.
    """
    if sort not in SORTS:
        raise UsageError(f"unknown --sort {sort}", "left or right")
    if not 0 < width <= MAX_WIDTH:
        raise UsageError(f"--width {width} is not a width", f"a number from 1 to {MAX_WIDTH}")
    lines = _lines(folders, searcher, question, width)
    if sort == "right":
        return iter(sorted(lines, key=lambda line: fold(line.match + line.right)))
    if sort == "left":
        return iter(sorted(lines, key=lambda line: fold(line.left)[::-1]))
    return lines


def _lines(
    folders: Sequence[IndexFolder], searcher: Searcher, question: Question, width: int
) -> Iterator[ConcordanceLine]:
    found = searcher.search(
        tree_of(question),
        mode="all" if question.mode == "default" else question.mode,
        sort=question.sort,
        limit=question.limit,
        offset=question.offset,
        copies=question.copies,
        expand=question.expand,
    )
    for match in found.rows:
        article = searcher.article(match)
        text = article.text.replace("\n", " ")
        path = folders[searcher.source(match)].shown(article.path)
        for start, end in highlights(article.text, found.patterns):
            yield ConcordanceLine(
                text[max(0, start - width) : start],
                text[start:end],
                text[end : end + width],
                article.id,
                path,
                article.record,
                article.date,
                article.source,
            )
