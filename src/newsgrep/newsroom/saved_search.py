"""A question that names a saved search: ``@port``, alone or with further words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from newsgrep.errors import QueryError, UsageError
from newsgrep.request import Request
from newsgrep.search.request_tree import query_of

if TYPE_CHECKING:
    from newsgrep.newsroom.told import Alert

_FILTERS = ("since", "until", "author", "source", "language", "path")


def resolved(
    request: Request, alerts: Callable[[], Iterable[Alert]]
) -> tuple[Request, tuple[str, ...]]:
    """A request with the saved search that it names put in, and what ought to be said of it.

    ``alerts`` gives all that there are, and is asked where a name may be meant. What else is asked
    narrows it. A handle that is no alert's name stays a word. Raises :class:`UsageError` where
    words cannot be added, :class:`QueryError` for words that are not understood, with their place
    in the query as typed, and :class:`AlertsUnusable`.
    """
    if not request.query.startswith("@"):
        _refuse_elsewhere(request.query, 0, alerts)
        return request, ()
    name, _, rest = request.query[1:].partition(" ")
    saved = {alert.name: alert.request for alert in alerts()}.get(name)
    if saved is None:
        return request, (f"no alert is called {name!r}; the word itself is looked for",)
    rest = rest.strip()
    _refuse_elsewhere(request.query, len(name) + 1, alerts)
    if rest and saved.syntax != "newsgrep":
        raise UsageError(
            f"@{name} is a query of {saved.syntax}, to which no words can be added", "give it alone"
        )
    if rest:
        _check(request.query, rest)
    query = f"({saved.query}) AND ({rest})" if rest and saved.query.strip() else saved.query or rest
    fields = {field: getattr(request, field) or getattr(saved, field) for field in _FILTERS}
    if request.mode == "default":
        fields["mode"] = saved.mode
    if saved.copies == "only":
        fields["copies"] = saved.copies
    found = request.but(
        query=query, syntax=saved.syntax, expand=saved.expand and request.expand,
        unseen=saved.unseen or request.unseen,
        having=tuple(dict.fromkeys((*saved.having, *request.having))), **fields,
    )  # fmt: skip
    return found, ()


_ELSEWHERE = re.compile(r"(?:^|(?<=[\s(-]))@([\w.-]+)")


def _refuse_elsewhere(query: str, start: int, alerts: Callable[[], Iterable[Alert]]) -> None:
    """Raises :class:`QueryError` where a saved search is named in the midst of a query."""
    found = list(_ELSEWHERE.finditer(query, start))
    if not found:
        return
    known = {alert.name for alert in alerts()}
    for match in found:
        if match[1] in known:
            raise QueryError(
                query, match.start(), match.end(),
                f"{match[0]} is a saved search, which can only begin a query",
                f"write {match[0]} first, and what narrows it behind",
            )  # fmt: skip


def _check(typed: str, rest: str) -> None:
    """Raise what is wrong with the words behind the name where they were typed."""
    try:
        query_of(Request(rest))
    except QueryError as error:
        at = len(typed.rstrip()) - len(rest)
        raise QueryError(
            typed, at + error.start, at + error.end, error.message, error.hint
        ) from None
