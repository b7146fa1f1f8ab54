"""The question that the options of a command ask: declared once, for all commands that take one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any, get_type_hints

from newsgrep.cli.addressing import ClusterTimeoutOption, PartialOption, all_addressed
from newsgrep.cli.options import (
    AuthorOption,
    IndexesOption,
    LangOption,
    NoExpandOption,
    PathOption,
    QueryArgument,
    SinceOption,
    SourceOption,
    SyntaxOption,
    UntilOption,
)
from newsgrep.records import record, values_of

if TYPE_CHECKING:
    from newsgrep.request import Request

Command = Callable[..., None]


@record
class Asked:
    """What is asked, of which indexes. Its fields are the options, in the order of the help."""

    query: QueryArgument = None
    index: IndexesOption = None
    since: SinceOption = ""
    until: UntilOption = ""
    author: AuthorOption = ""
    source: SourceOption = ""
    lang: LangOption = ""
    path: PathOption = ""
    syntax: SyntaxOption = "newsgrep"
    no_expand: NoExpandOption = False
    timeout: ClusterTimeoutOption = 0.0
    partial: PartialOption = False

    @property
    def indexes(self) -> list[str] | None:
        """The indexes; those on a cluster with how long they are waited for."""
        seconds = f"{self.timeout:.12g}" if self.timeout else ""
        return all_addressed(self.index, timeout=seconds, partial="yes" if self.partial else "")

    def request(self, words: Sequence[str] | None = None, **fields: Any) -> Request:
        """The request; ``words`` instead of its own, ``fields`` are those of :class:`Request`.

        Raises :class:`UsageError` for what no answer can be given to.
        """
        from newsgrep.request import Request, check

        words = list(self.query or () if words is None else words)
        request = Request(
            query=" ".join(words),
            since=self.since, until=self.until, author=self.author, source=self.source,
            language=self.lang, path=self.path, syntax=self.syntax, expand=not self.no_expand,
            **fields,
        )  # fmt: skip
        if "@" in request.query:
            request = _of_alert(request, self.index)
        check(request)
        return request


def _of_alert(request: Request, index: Sequence[str] | None) -> Request:
    """The question of an alert, ``@port``, with what else is asked; a handle stays a word."""
    from newsgrep.archive import Archive
    from newsgrep.newsroom.saved_search import resolved

    with Archive(index) as archive:
        found, notes = resolved(request, archive.alerts.all)
    if notes:
        from newsgrep.cli.streams import environment

        environment().say_notes(list(notes))
    return found


NOTHING = Asked()


def asking(query: Any = QueryArgument) -> Callable[[Command], Command]:
    """Give a command the options of :class:`Asked`, in place of its parameter ``asked``.

    ``query`` declares the argument, where it is other than a query.
    """

    def with_options(command: Command) -> Command:
        shared = {**get_type_hints(Asked, include_extras=True), "query": query}
        defaults = values_of(NOTHING)
        parameters: list[Parameter] = []
        for own in signature(command, eval_str=True).parameters.values():
            if own.name != "asked":
                parameters.append(own.replace(kind=Parameter.KEYWORD_ONLY))
                continue
            parameters += [
                Parameter(
                    name, Parameter.KEYWORD_ONLY, default=defaults[name], annotation=annotation
                )
                for name, annotation in shared.items()
            ]

        def run(**given: Any) -> None:
            command(asked=Asked(**{name: given.pop(name) for name in shared}), **given)

        run.__name__, run.__doc__ = command.__name__, command.__doc__
        run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
        return run

    return with_options
