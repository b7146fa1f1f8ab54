"""The articles that a command is to do something with: named, or found by a query and confirmed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked
from newsgrep.errors import UsageError
from newsgrep.records import values_of

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import Environment
    from newsgrep.request import Request

QueryOption = Annotated[
    str,
    typer.Option(
        "--query", metavar="QUERY", help="All articles that match in full, near-copies too."
    ),
]
YesOption = Annotated[
    bool, typer.Option("-y", "--yes", help="Do not ask before many articles are changed.")
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
]

_FILTERS = ("since", "until", "author", "source", "lang", "path", "no_expand", "syntax")


def asked_for(asked: Asked, named: Sequence[str], query: str) -> Sequence[str] | Request:
    """The articles that a command names, or the request for them. Raises :class:`UsageError`."""
    if query:
        if named:
            raise UsageError(
                f"both {named[0]!r} and --query say which articles", "give the one or the other"
            )
        return asked.request([query], limit=None)
    given, default = values_of(asked), values_of(NOTHING)
    for name in _FILTERS:
        if given[name] != default[name]:
            option = name.replace("_", "-")
            raise UsageError(f"--{option} narrows a query", "add --query QUERY ('*' for all)")
    if not named:
        raise UsageError("no article named", "give ids or paths, or --query QUERY")
    return list(dict.fromkeys(named))


def confirmed(
    archive: Archive,
    articles: Sequence[str] | Request,
    what: Callable[[str], str],
    here: Environment,
    *,
    yes: bool,
) -> bool:
    """Whether to go on: articles that were named, and those of a query once that is confirmed.

    ``what`` says what would be done with ``12 articles``. Raises :class:`UsageError` where nobody
    can be asked.
    """
    if isinstance(articles, Sequence) or yes:
        return True
    from newsgrep.newsroom.matching import every
    from newsgrep.render.prose import counted

    count = archive.count(every(articles))
    return not count or agreed(what(counted(count, "article")), here)


def agreed(told: str, here: Environment) -> bool:
    """Whether the person at the terminal agrees to what is ``told``.

    Raises :class:`UsageError` where nobody can be asked.
    """
    if sys.stdin is None or not (sys.stdin.isatty() and here.err.isatty()):
        raise UsageError(f"this would {told}", "add --yes to do so, or --dry-run to see")
    return typer.confirm(told, err=True)
