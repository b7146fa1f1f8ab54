"""What the commands that take a query share: the question out of their options."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newsgrep.errors import UsageError

if TYPE_CHECKING:
    from newsgrep.request import Mode, Request


def request_of(
    words: Iterable[str] | None,
    *,
    since: str = "",
    until: str = "",
    author: str = "",
    source: str = "",
    lang: str = "",
    path: str = "",
    syntax: str = "newsgrep",
    no_expand: bool = False,
    limit: int | None = None,
    mode: Mode = "default",
) -> Request:
    """The question that a command's words and options ask. Raises :class:`UsageError`."""
    from newsgrep.request import Request, check

    query = " ".join(words or ())
    request = Request(
        query=query, mode=mode, since=since, until=until, author=author, source=source,
        language=lang, path=path, syntax=syntax, expand=not no_expand, limit=limit,
    )  # fmt: skip
    check(request)
    if not query.strip() and not any((since, until, author, source, lang, path)):
        raise UsageError("nothing to look for", "give a query; * is for everything")
    return request
