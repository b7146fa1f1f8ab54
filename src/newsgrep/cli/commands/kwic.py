"""``newsgrep kwic``: a concordance, aligned on the words that match."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.asking import request_of
from newsgrep.cli.options import (
    Color,
    ColorOption,
    CsvOption,
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

if TYPE_CHECKING:
    from newsgrep.search.analysis.results import ConcordanceLine

CHARACTERS = 60
"""On either side of a match, where neither --width nor a terminal says it."""

EPILOG = """\b
Examples:
  newsgrep kwic crackdown
  newsgrep kwic '"border wall"' --width 40 --sort right
  newsgrep kwic crackdown --csv > crackdown.csv
  newsgrep kwic crackdown --json | jq -r .right
\b
Places in headlines and decks are marked so. Lines fill the terminal; in a pipe, 60
columns stand before the match, or --width; with --json and --csv, characters.
"""


def kwic(
    query: QueryArgument = None,
    width: Annotated[
        int | None,
        typer.Option(
            "--width", metavar="N", min=1, max=1000, help="How much to print on either side."
        ),
    ] = None,
    sort: Annotated[
        str, typer.Option("--sort", metavar="SIDE", help="By what stands left or right.")
    ] = "",
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="Articles to look in; 0 for all.")
    ] = 0,
    index: IndexesOption = None,
    since: SinceOption = "",
    until: UntilOption = "",
    source: SourceOption = "",
    lang: LangOption = "",
    syntax: SyntaxOption = "newsgrep",
    no_expand: NoExpandOption = False,
    as_csv: CsvOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Print every place where a query occurs, aligned (JSON: an object a line)."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    request = request_of(
        query, since=since, until=until, source=source, lang=lang, syntax=syntax,
        no_expand=no_expand, limit=limit or None, mode="all",
    )  # fmt: skip
    wanted = CHARACTERS if width is None else width
    count = 0

    def counting(lines: Iterator[ConcordanceLine]) -> Iterator[ConcordanceLine]:
        nonlocal count
        for line in lines:
            count += 1
            yield line

    with Archive(index) as archive:
        if json:
            from newsgrep.render.as_json import dump

            found = counting(archive.kwic(request, wanted, sort))
            here.write(dump(asdict(line)) for line in found)
        elif as_csv:
            from newsgrep.render.answers import concordance_rows
            from newsgrep.render.as_table import csv_rows

            found = counting(archive.kwic(request, wanted, sort))
            here.write(csv_rows(concordance_rows(found)))
        else:
            from newsgrep.cli.styled import print_styled
            from newsgrep.render.aligned import aligned, before_match, characters

            fitted = width is None and here.interactive
            before = before_match(here.columns) if fitted else wanted
            found = counting(archive.kwic(request, characters(before), sort))
            print_styled(here, (aligned(line, before) for line in found), pager=False)
        here.say_notes(archive.notes(request))
    if not (count or json or as_csv):
        here.say("it occurs nowhere")
    raise typer.Exit(EXIT_FOUND if count else EXIT_NOTHING_FOUND)
