"""A request's query and filters as one tree, and that with the request as a query of an engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newsgrep.engines.matches import Query
from newsgrep.errors import DateError, UsageError
from newsgrep.fields import FACETS, SEEN
from newsgrep.query.ast import (
    All,
    Dated,
    Everything,
    In,
    Is,
    Marked,
    Node,
    Not,
    PathLike,
    Phrase,
    Valued,
    Word,
)
from newsgrep.query.hyphens import with_parts
from newsgrep.query.languages import language_code
from newsgrep.query.parser import parse
from newsgrep.request import Request, check
from newsgrep.search.marked import with_hashes
from newsgrep.search.shouted import calmed
from newsgrep.search.source_names import by_any_name
from newsgrep.text.normal_forms import whole_width
from newsgrep.text.words import has_words


def query_of(request: Request) -> Query:
    """What an engine is asked. Raises as :func:`tree_of` and :func:`check` do."""
    check(request)
    return Query(with_hashes(tree_of(request), request.marks), request)


def tree_of(request: Request, today: date | None = None) -> Node:
    """The query and the filters of a question as one tree.

    Raises :class:`QueryError` and :class:`UsageError`.
    """
    today = today or _today(request)
    filters = _filters(request, today)
    if not request.query.strip() and filters:
        return by_any_name(_joined((Everything(), *filters)))
    node = by_any_name(_read(request, today))
    filters = [by_any_name(each) for each in filters]
    # Nexis and Factiva ask for hyphenated words side by side, whatever else is asked.
    if request.mode != "all" and request.syntax in ("newsgrep", "google"):
        node = with_parts(node)
    return filtered(node, filters)


def _today(request: Request) -> date:
    if not request.today:
        return date.today()
    try:
        return date.fromisoformat(request.today)
    except ValueError:
        raise UsageError(f"today {request.today!r} is no day", "as in 2017-02-20") from None


def filtered(node: Node, filters: Sequence[Node]) -> Node:
    """The tree, with what every answer has to be besides."""
    if not filters:
        return node
    parts = node.parts if isinstance(node, All) and not node.explicit else (node,)
    return All((*parts, *filters))


def _read(request: Request, today: date) -> Node:
    """The tree of the query, in whatever dialect it is written."""
    if request.syntax == "newsgrep":
        return parse(whole_width(calmed(request.query)), today)
    from newsgrep.query.dialects import read

    return read(request.query, request.syntax, today)


def _joined(parts: Sequence[Node]) -> Node:
    return All(tuple(parts), explicit=True)


def _filters(request: Request, today: date) -> list[Node]:
    filters: list[Node] = []
    since = _day("--since", request.since, today)
    until = _day("--until", request.until, today)
    if since or until:
        first = since[0] if since else None
        last = until[1] if until else None
        if first and last and first >= last:
            raise UsageError(f"--since {request.since} is after --until {request.until}")
        filters.append(Dated(first, last))
    for option, field, value in (
        ("--author", "author", request.author),
        ("--source", "source", request.source),
    ):
        if value:
            if not has_words(value):
                raise UsageError(f"{option} {value!r} has no word in it")
            filters.append(In(field, Phrase(value)))
    if request.language:
        code = language_code(request.language)
        if code is None:
            raise UsageError(
                f"--lang {request.language!r} is no language", "as in --lang es or --lang spanish"
            )
        filters.append(In("lang", Word(code, exact=True)))
    if request.copies == "only":
        filters.append(Is("copy"))
    if request.path:
        filters.append(PathLike(request.path))
    if request.unseen:
        filters.append(Not(Marked("is", SEEN)))
    return filters + [_having(field, value, today) for field, value in request.having]


def _having(field: str, value: str, today: date) -> Node:
    """What asks for a value that facets count."""
    if field == "year":
        days = _day("year", value, today)
        return Dated(*days) if days else Everything()
    if field not in FACETS:
        raise UsageError(
            f"articles are not counted by {field!r}", f"one of {', '.join((*FACETS, 'year'))}"
        )
    return Valued(field, value)


def _day(option: str, text: str, today: date) -> tuple[date | None, date | None] | None:
    if not text:
        return None
    from newsgrep.query.dates import parse_days  # its expressions take 3 ms to compile

    try:
        days = parse_days(text, today)
    except DateError as error:
        raise UsageError(f"{option}: {error}") from None
    return days.since, days.until
