"""``newsgrep explain``: a query as it is understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from newsgrep.cli.asking import request_of
from newsgrep.cli.options import (
    Color,
    ColorOption,
    IndexesOption,
    JsonOption,
    NoExpandOption,
    QueryArgument,
    SinceOption,
    SyntaxOption,
    UntilOption,
)
from newsgrep.errors import EXIT_FOUND

if TYPE_CHECKING:
    from newsgrep.render.lines import Line
    from newsgrep.search.analysis.results import Explanation

EPILOG = """\b
Examples:
  newsgrep explain 'cartel tunnel OR wall -border'     how the operators bind
  newsgrep explain 'date:"last week"'                  which days that is
  newsgrep explain --syntax nexis 'hlead(cartel) w/5 wall!'
\b
The order of binding: words near each other (w/5, pre/5, w/s), atleast/3, NOT, AND
(written or not), OR.
"""


def explain(
    query: QueryArgument = None,
    index: IndexesOption = None,
    since: SinceOption = "",
    until: UntilOption = "",
    syntax: SyntaxOption = "newsgrep",
    no_expand: NoExpandOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show how a query is understood: its tree, dates, and the forms of each word."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    request = request_of(query, since=since, until=until, syntax=syntax, no_expand=no_expand)
    with Archive(index) as archive:
        found = archive.explain(request)
    if json:
        from newsgrep.render.answers import explanation_values
        from newsgrep.render.as_json import dump

        here.write([dump(explanation_values(found), indent=2)])
    else:
        from newsgrep.cli.styled import print_styled

        print_styled(here, _lines(found), pager=False)
    raise typer.Exit(EXIT_FOUND)


def _lines(found: Explanation) -> Iterator[Line]:
    from newsgrep.render.lines import Line, Piece
    from newsgrep.render.prose import counted

    yield Line((Piece(found.parsed, "title"),))
    yield Line((Piece(""),))
    for depth, text in found.tree:
        yield Line((Piece(text),), "  " * (depth + 1))
    if found.words:
        yield Line((Piece(""),))
    for text, field, forms, articles in found.words:
        name = f"{field}:{text}" if field else text
        yield Line(
            (
                Piece(f"{name}  ", "about"),
                Piece(counted(articles, "article")),
                Piece(f"  {', '.join(forms)}", "id"),
            ),
            "  ",
        )
    yield Line((Piece(""),))
    for note in found.notes:
        yield Line((Piece(note, "warning"),), "  ")
    yield Line((Piece(f"{counted(found.total, 'article')} match in full"),), "  ")
