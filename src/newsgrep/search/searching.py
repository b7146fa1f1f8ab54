"""One question, from its text to its results."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from newsgrep.engines.matches import Copies, Match, Mode, Rank
from newsgrep.errors import DateError, UsageError
from newsgrep.query.ast import (
    All,
    Dated,
    Everything,
    In,
    Is,
    Node,
    PathLike,
    Phrase,
    Word,
    describe,
)
from newsgrep.query.dates import parse_days
from newsgrep.query.fields import SYNTAXES
from newsgrep.query.hyphens import with_parts
from newsgrep.query.languages import language_code
from newsgrep.query.parser import parse
from newsgrep.records import record
from newsgrep.results import CopyInfo, Hit, Reason, Results, Suggestions, patterns_within
from newsgrep.search.snippets import MAX_SNIPPETS, highlights, snippets
from newsgrep.search.source_names import by_any_name
from newsgrep.storage.folder import IndexFolder
from newsgrep.text.clean import whole_width
from newsgrep.text.nearest import did_you_mean
from newsgrep.text.words import calm, has_words

if TYPE_CHECKING:
    from newsgrep.engines.interface import Searcher
    from newsgrep.engines.matches import Part
    from newsgrep.results import Pattern

_ORDERS = ("date", "words", "title", "source", "path")
SORTS = ("relevance", *_ORDERS, *(f"-{name}" for name in _ORDERS))


@record
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
    """Hits on the page; None or 0 for all."""
    offset: int = 0
    snippets: int = MAX_SNIPPETS
    context: Literal["sentence", "paragraph"] = "sentence"
    """What a snippet is."""
    rank: Rank = "bm25"
    copies: Copies = "collapse"
    """Of near-copies one, all (``show``), or nothing but those (``only``)."""
    expand: bool = True
    """Whether an acronym also stands for its long form, and the other way round."""
    explain: bool = False
    """Whether each hit tells what made up its score."""
    syntax: str = "newsgrep"
    """The dialect of the query: one of :data:`SYNTAXES`."""


def asked(query: str | Question, **fields: object) -> Question:
    """The question that a query asks; ``fields`` are those of :class:`Question`."""
    if isinstance(query, Question):
        return query
    return Question(query=query, **fields)  # type: ignore[arg-type]


def tree_of(question: Question, today: date | None = None) -> Node:
    """The query and the filters of a question as one tree.

    Raises :class:`QueryError` and :class:`UsageError`.
    """
    today = today or date.today()
    filters = _filters(question, today)
    if not question.query.strip() and filters:
        return by_any_name(_joined((Everything(), *filters)))
    node = by_any_name(_read(question, today))
    filters = [by_any_name(each) for each in filters]
    # Nexis and Factiva ask for hyphenated words side by side, whatever else is asked.
    if question.mode != "all" and question.syntax in ("newsgrep", "google"):
        node = with_parts(node)
    if not filters:
        return node
    parts = node.parts if isinstance(node, All) and not node.explicit else (node,)
    return All((*parts, *filters))


def _read(question: Question, today: date) -> Node:
    """The tree of the query, in whatever dialect it is written."""
    if question.syntax == "newsgrep":
        return parse(whole_width(_calmed(question.query)), today)
    from newsgrep.query.dialects import read

    return read(question.query, question.syntax, today)


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
            if not has_words(value):
                raise UsageError(f"{option} {value!r} has no word in it")
            filters.append(In(field, Phrase(value)))
    if question.language:
        code = language_code(question.language)
        if code is None:
            raise UsageError(
                f"--lang {question.language!r} is no language", "as in --lang es or --lang spanish"
            )
        filters.append(In("lang", Word(code, exact=True)))
    if question.copies == "only":
        filters.append(Is("copy"))
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
        hint = did_you_mean(question.sort, SORTS)
        raise UsageError(
            f"unknown order --sort {question.sort}", f"{hint}(one of {', '.join(SORTS)})"
        )
    if question.syntax not in SYNTAXES:
        raise UsageError(f"unknown --syntax {question.syntax}", f"one of {', '.join(SYNTAXES)}")
    if question.offset < 0 or (question.limit is not None and question.limit < 0):
        raise UsageError("--limit, --offset and --page count from zero, zero and one")


def search(folders: Sequence[IndexFolder], searcher: Searcher, question: Question) -> Results:
    """The answer to ``question``; ``folders`` are the indexes that ``searcher`` reads.

    Raises :class:`QueryError`, :class:`UsageError`.
    """
    started = time.perf_counter()
    check(question)
    node = tree_of(question)
    found = searcher.search(
        node,
        mode=question.mode,
        sort=question.sort,
        limit=question.limit or None,
        offset=question.offset,
        rank=question.rank,
        copies=question.copies,
        expand=question.expand,
    )
    parts: Sequence[Sequence[Part]] = [()] * len(found.rows)
    if question.explain and found.rows:
        parts = searcher.parts(node, found.rows, rank=question.rank, expand=question.expand)
    hits = tuple(
        _hit(folders, searcher, question, question.offset + at, match, found.patterns, gave)
        for at, (match, gave) in enumerate(zip(found.rows, parts, strict=True), start=1)
    )
    nothing = not found.full
    return Results(
        query=question.query,
        parsed=describe(node),
        total=found.full,
        partial=found.partial,
        hits=hits,
        offset=question.offset,
        took_ms=round((time.perf_counter() - started) * 1000, 1),
        notes=tuple(found.notes),
        suggestions=_suggestions(searcher, question, node) if nothing else Suggestions(),
    )


def _suggestions(searcher: Searcher, question: Question, node: Node) -> Suggestions:
    from newsgrep.search.suggestions import suggestions

    return suggestions(searcher, node, expand=question.expand)


def _hit(
    folders: Sequence[IndexFolder],
    searcher: Searcher,
    question: Question,
    rank: int,
    match: Match,
    patterns: Sequence[Pattern],
    parts: Sequence[Part],
) -> Hit:
    article = searcher.article(match)
    here = patterns_within(patterns, article.language)
    return Hit(
        rank=rank,
        score=round(match.score, 4),
        match="all" if match.full else "some",
        id=article.id,
        path=folders[searcher.source(match)].shown(article.path),
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
        snippets=snippets(article.text, here, question.snippets, question.context),
        title_highlights=highlights(article.title, here),
        corrected=bool(article.correction),
        copies=_copies(searcher, match),
        reasons=tuple(Reason(part.what, round(part.score, 4), part.detail) for part in parts),
    )


def _copies(searcher: Searcher, match: Match) -> CopyInfo | None:
    """The near-copies of a match, if it has any."""
    if not match.story:
        return None
    from newsgrep.article import order_of_time

    articles = [searcher.article(one) for one in searcher.story(match)]
    first = min(articles, key=order_of_time)
    return CopyInfo(len(articles) - 1, first.id, first.source, first.date)
