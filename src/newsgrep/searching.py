"""One question, from its text to its results."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from newsgrep.engine.matches import Mode
from newsgrep.errors import DateError, UsageError
from newsgrep.index_folder import IndexFolder
from newsgrep.query.dates import parse_days
from newsgrep.query.parser import parse
from newsgrep.query.tree import All, Dated, Everything, In, Node, PathLike, Phrase, Word, describe
from newsgrep.results import Hit, Results
from newsgrep.snippets import MAX_SNIPPETS, highlights, snippets
from newsgrep.text.words import CHUNK, calm

if TYPE_CHECKING:
    from newsgrep.engine.interface import Searcher

_ORDERS = ("date", "words", "title", "source", "path")
SORTS = ("relevance", *_ORDERS, *(f"-{name}" for name in _ORDERS))


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and which part of the answer is wanted."""

    query: str = ""
    mode: Mode = "default"
    since: str = ""
    until: str = ""
    author: str = ""
    source: str = ""
    language: str = ""
    path: str = ""
    sort: str = "relevance"
    """One of :data:`SORTS`; a leading ``-`` turns the order round (``-date``: newest first)."""
    limit: int | None = 10
    """Hits on the page; None for all."""
    offset: int = 0
    snippets: int = MAX_SNIPPETS


def tree_of(question: Question, today: date | None = None) -> Node:
    """The query and the filters of a question as one tree.

    Raises :class:`QueryError` and :class:`UsageError`.
    """
    today = today or date.today()
    filters = _filters(question, today)
    if not question.query.strip() and filters:
        return _joined((Everything(), *filters))
    node = parse(_calmed(question.query), today)
    if not filters:
        return node
    if isinstance(node, All) and not node.explicit:
        return All((*node.parts, *filters))
    return _joined((node, *filters))


def _calmed(query: str) -> str:
    """A query typed in capitals throughout, made small; operators stay."""
    if calm(query) == query:
        return query
    kept = ("AND", "OR", "NOT")
    return " ".join(word if word in kept else word.lower() for word in query.split(" "))


def _joined(parts: Sequence[Node]) -> Node:
    return All(tuple(parts), explicit=True)


def _filters(question: Question, today: date) -> list[Node]:
    filters: list[Node] = []
    since = _day("--since", question.since, today)
    until = _day("--until", question.until, today)
    if since or until:
        first = since[0] if since else None
        last = until[1] if until else None
        if first and last and first >= last:
            raise UsageError(f"--since {question.since} is after --until {question.until}")
        filters.append(Dated(first, last))
    for option, field, value in (
        ("--author", "author", question.author),
        ("--source", "source", question.source),
    ):
        if value:
            if CHUNK.search(value) is None:
                raise UsageError(f"{option} {value!r} has no word in it")
            filters.append(In(field, Phrase(value)))
    if question.language:
        filters.append(In("lang", Word(question.language.lower(), exact=True)))
    if question.path:
        filters.append(PathLike(question.path))
    return filters


def _day(option: str, text: str, today: date) -> tuple[date | None, date | None] | None:
    if not text:
        return None
    try:
        days = parse_days(text, today)
    except DateError as error:
        raise UsageError(f"{option}: {error}") from None
    return days.since, days.until


def check(question: Question) -> None:
    """Raise :class:`UsageError` for what no answer can be given to."""
    if question.sort not in SORTS:
        from difflib import get_close_matches

        near = get_close_matches(question.sort, SORTS, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise UsageError(
            f"unknown order --sort {question.sort}", f"{hint}(one of {', '.join(SORTS)})"
        )
    if question.offset < 0 or (question.limit is not None and question.limit < 0):
        raise UsageError("--limit, --offset and --page count from zero, zero and one")


def search(folder: IndexFolder, searcher: Searcher, question: Question) -> Results:
    """The answer to ``question``. Raises :class:`QueryError`, :class:`UsageError`."""
    started = time.perf_counter()
    check(question)
    node = tree_of(question)
    found = searcher.search(
        node,
        mode=question.mode,
        sort=question.sort,
        limit=question.limit,
        offset=question.offset,
    )
    hits = []
    for number, match in enumerate(found.rows, start=question.offset + 1):
        article = searcher.article(match)
        hits.append(
            Hit(
                rank=number,
                score=round(match.score, 4),
                match="all" if match.full else "some",
                id=article.id,
                path=folder.shown(article.path),
                record=article.record,
                title=article.title,
                authors=article.authors,
                date=article.date,
                source=article.source,
                place=article.place,
                section=article.section,
                language=article.language,
                url=article.url,
                words=article.words,
                snippets=snippets(article.text, found.patterns, question.snippets),
                title_highlights=highlights(article.title, found.patterns),
            )
        )
    return Results(
        query=question.query,
        parsed=describe(node),
        total=found.full,
        partial=found.partial,
        hits=tuple(hits),
        offset=question.offset,
        took_ms=round((time.perf_counter() - started) * 1000, 1),
        notes=tuple(found.notes),
    )
