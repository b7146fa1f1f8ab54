"""``newsgrep terms``: the words and names that set matching articles apart."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from newsgrep.cli.asking import request_of
from newsgrep.cli.options import (
    Color,
    ColorOption,
    IndexesOption,
    JsonOption,
    LangOption,
    NoExpandOption,
    QueryArgument,
    SinceOption,
    SourceOption,
    SyntaxOption,
    UntilOption,
)
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep terms cartel                 what these articles have and others have not
  newsgrep terms cartel --since 2017 -n 50 --json
"""


def terms(
    query: QueryArgument = None,
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="How many to print.")] = 30,
    index: IndexesOption = None,
    since: SinceOption = "",
    until: UntilOption = "",
    source: SourceOption = "",
    lang: LangOption = "",
    syntax: SyntaxOption = "newsgrep",
    no_expand: NoExpandOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Print the words and names that set the articles that match apart from the rest."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    request = request_of(
        query, since=since, until=until, source=source, lang=lang, syntax=syntax,
        no_expand=no_expand,
    )  # fmt: skip
    with Archive(index) as archive:
        found = archive.terms(request, limit)
        here.say_notes(archive.notes(request))
    if json:
        from newsgrep.render.as_json import dump

        here.write([dump(asdict(found), indent=2)])
    else:
        from newsgrep.cli.styled import print_styled
        from newsgrep.render.cells import cells, padded
        from newsgrep.render.lines import Line, Piece
        from newsgrep.render.prose import counted

        width = min(max((cells(term.text) for term in found.terms), default=0), 40)
        print_styled(
            here,
            (
                Line(
                    (
                        Piece(f"{term.score:>8.1f}  ", "id"),
                        Piece(f"{padded(term.text, width)}  ", "title"),
                        Piece(f"{term.found:,} of {counted(term.articles, 'article')}"),
                        Piece(f"  {term.kind}" if term.kind != "word" else "", "about"),
                    )
                )
                for term in found.terms
            ),
            pager=False,
        )
        looked = f"; words of the best {found.looked_at}" if found.looked_at < found.total else ""
        here.say(f"{counted(found.total, 'article')}{looked}")
    raise typer.Exit(EXIT_FOUND if found.total else EXIT_NOTHING_FOUND)
