"""``newsgrep kwic``: a concordance, aligned on the words that match."""

from __future__ import annotations

from itertools import chain, islice
from typing import Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.options import Color, ColorOption, CsvOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

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


@asking()
def kwic(
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
    asked: Asked = NOTHING,
    as_csv: CsvOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Print every place where a query occurs, aligned (JSON: an object a line)."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.render.aligned import NOWHERE, before_match, characters
    from newsgrep.search.analysis.results import ConcordanceLine

    here = environment(color.value, asked.index)
    form = "json" if json else "csv" if as_csv else "text"
    request = asked.request(limit=limit or None, mode="all")
    wanted = CHARACTERS if width is None else width
    if form == "text" and width is None and here.interactive:
        wanted = before_match(here.columns)
    with opened(here, asked.indexes) as archive:
        lines = archive.kwic(request, characters(wanted) if form == "text" else wanted, sort)
        first = list(islice(lines, 1))  # the rest is made as it is printed
        print_answer(here, ConcordanceLine, form, chain(first, lines), drawn=(wanted,))
        here.say_notes(archive.notes(request))
    if form == "text" and not first:
        here.say(NOWHERE)
    raise typer.Exit(EXIT_FOUND if first else EXIT_NOTHING_FOUND)
