"""``newsgrep show``: one article, to read or as a record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption

if TYPE_CHECKING:
    from newsgrep.cli.environment import Environment
    from newsgrep.output.lines import Line

EPILOG = """\b
Examples:
  newsgrep show 4f2a                      by the start of an id
  newsgrep show stories/wall.txt --why    where each fact came from
  newsgrep show 'export.jsonl#12' --json  one record of a file, whole
  newsgrep show 4f2a --query 'DEA Mexico' with the words highlighted
"""


def show(
    article: Annotated[
        str, typer.Argument(metavar="ID|PATH", help="An id, a file, or file#record.")
    ],
    index: IndexesOption = None,
    json: JsonOption = False,
    why: Annotated[
        bool, typer.Option("--why", help="Where each fact came from, and how sure it is.")
    ] = False,
    query: Annotated[str, typer.Option(metavar="QUERY", help="Highlight its words.")] = "",
    pager: Annotated[bool, typer.Option("--pager/--no-pager", help="Page on a terminal.")] = True,
    color: ColorOption = Color.auto,
) -> None:
    """Show one article."""
    from newsgrep.archive import Archive
    from newsgrep.cli.environment import environment
    from newsgrep.output.record import article_lines, article_values, reason_lines

    here = environment(color.value)
    with Archive(index) as archive:
        match = archive.match(article)
        found = archive.searcher.article(match)
        path = archive.shown(match)
        patterns = archive.patterns(query) if query.strip() else []
    if json:
        from newsgrep.output.as_json import dump

        here.write([dump(article_values(found, path), indent=2)])
    elif why:
        print_styled(here, reason_lines(found), pager=False)
    else:
        print_styled(here, article_lines(found, path, patterns), pager=pager)


def print_styled(
    here: Environment, lines: Iterable[Line], *, pager: bool, wrap: bool = True
) -> None:
    """Print lines: styled on a terminal, there through the pager if they are many.

    ``wrap`` breaks those that are wider than the terminal.
    """
    if not (here.interactive or here.colored(here.out)):
        here.write(f"{line.plain()}\n" for line in lines)
        return
    from newsgrep.output.terminal import console_on, print_lines, print_unbroken

    console = console_on(here.out, color=here.colored(here.out))
    if not wrap:
        print_unbroken(console, lines)
        return
    if not (pager and here.interactive):
        print_lines(console, lines)
        return
    import io

    from newsgrep.cli.pager import page

    buffer = io.StringIO()
    print_lines(console_on(buffer, color=here.colored(here.out), width=console.width), lines)
    text = buffer.getvalue()
    if text.count("\n") < console.height - 1 or not page(text):
        here.write([text])
