"""``newsgrep facets``: how many of the articles that match are by whom, from where, on what."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.asking import request_of
from newsgrep.cli.options import (
    AuthorOption,
    Color,
    ColorOption,
    CsvOption,
    IndexesOption,
    JsonOption,
    LangOption,
    NoExpandOption,
    PathOption,
    QueryArgument,
    SinceOption,
    SourceOption,
    SyntaxOption,
    UntilOption,
)
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep facets cartel                       by source, author and year
  newsgrep facets cartel --by person,org,location -n 20
  newsgrep facets --by lang --json | jq .fields.lang
\b
Bars on a terminal, CSV in a pipe (or with --csv). Counted by: author source section
place person org location tag lang said year.
"""


def facets(
    query: QueryArgument = None,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="FIELDS",
            help="Fields to count by, with commas.",
            autocompletion=completion.facets,
        ),
    ] = "source,author,year",
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="Values of each field; 0 for all.")
    ] = 10,
    index: IndexesOption = None,
    since: SinceOption = "",
    until: UntilOption = "",
    author: AuthorOption = "",
    source: SourceOption = "",
    lang: LangOption = "",
    path: PathOption = "",
    syntax: SyntaxOption = "newsgrep",
    no_expand: NoExpandOption = False,
    as_csv: CsvOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Count the articles that match, or all, by author, source, person, year, …"""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    request = request_of(
        query or ("*",), since=since, until=until, author=author, source=source, lang=lang,
        path=path, syntax=syntax, no_expand=no_expand,
    )  # fmt: skip
    names = [name.strip() for name in by.split(",") if name.strip()]
    with Archive(index) as archive:
        counts = archive.facets(request, names)
        notes = archive.notes(request)
    if json:
        from newsgrep.render.answers import facet_values
        from newsgrep.render.as_json import dump

        here.write([dump(facet_values(counts, limit), indent=2)])
    elif as_csv or not here.drawn:
        from newsgrep.render.answers import facet_rows
        from newsgrep.render.as_table import csv_rows

        here.write(csv_rows(facet_rows(counts, limit)))
    else:
        from newsgrep.cli.styled import print_styled
        from newsgrep.render.bars import facet_lines
        from newsgrep.render.prose import counted

        print_styled(here, facet_lines(counts, limit, here.columns), pager=False)
        here.say(counted(counts.total, "article"))
    here.say_notes(notes)
    raise typer.Exit(EXIT_FOUND if counts.total else EXIT_NOTHING_FOUND)
