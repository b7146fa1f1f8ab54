"""``newsgrep quotes``: who said what."""

from __future__ import annotations

from itertools import chain, islice
from typing import Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.completion import orders, values_of
from newsgrep.cli.options import Color, ColorOption, CsvOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep quotes 'border wall'               what the articles on it quote
  newsgrep quotes --said 'Peña Nieto'         what one person said, anywhere
  newsgrep quotes wall --said trump --matching
  newsgrep quotes cartel --csv -n 0 > said.csv
  newsgrep quotes cartel --json | jq -r 'select(.sure > 0.9) | .speaker'
\b
Each with the article, its date, and how sure it is who speaks. What near-copies have as well
is given once, with what they made of it. JSON: an object a line.
"""


@asking()
def quotes(
    said: Annotated[
        str,
        typer.Option(
            "--said",
            metavar="NAME",
            help="Only what this person said.",
            autocompletion=values_of("said"),
        ),
    ] = "",
    matching: Annotated[
        bool, typer.Option("--matching", help="Only quotations with a word of the query in them.")
    ] = False,
    sure: Annotated[
        float,
        typer.Option("--sure", metavar="SHARE", help="Only speakers so sure, from 0 to 1."),
    ] = 0.0,
    everyone: Annotated[
        bool,
        typer.Option("--all", help="Also without a known speaker, and single words in marks."),
    ] = False,
    sort: Annotated[
        str,
        typer.Option(
            metavar="ORDER", help="Of the articles, as search has it.", autocompletion=orders
        ),
    ] = "relevance",
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="Quotations to print; 0 for all.")
    ] = 20,
    asked: Asked = NOTHING,
    as_csv: CsvOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Print who said what, with the article, the date and how sure that is."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.newsroom.results import Quotation, Wanted

    here = environment(color.value, asked.index)
    request = asked.request(sort=sort)
    form = "json" if json else "csv" if as_csv else "text"
    with opened(here, asked.indexes) as archive:
        found = archive.newsroom.quotes(request, Wanted(said, sure, everyone, matching))
        first = list(islice(found, 1))  # the rest is made as it is printed
        rest = islice(found, limit - 1) if limit else found
        print_answer(here, Quotation, form, chain(first, rest))
        here.say_notes(archive.notes(request) if request.query else [])
        if not first:
            here.say("nobody is quoted there")
        elif form == "text" and next(found, None) is not None:
            here.say(f"the first {limit:,}; -n 0 for all")
    raise typer.Exit(EXIT_FOUND if first else EXIT_NOTHING_FOUND)
