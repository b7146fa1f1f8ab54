"""``newsgrep facets``: how many of the articles that match are by whom, from where, on what."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.options import Color, ColorOption, CsvOption, JsonOption, counts_form
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


@asking()
def facets(
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
    asked: Asked = NOTHING,
    as_csv: CsvOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Count the articles that match, or all, by author, source, person, year, …"""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.search.analysis.results import FacetCounts

    here = environment(color.value, asked.index)
    form = counts_form(json=json, as_csv=as_csv, drawn=here.drawn)
    request = asked.request(asked.query or ["*"])
    names = [name.strip() for name in by.split(",") if name.strip()]
    with opened(here, asked.indexes) as archive:
        counts = archive.facets(request, names)
        notes = archive.notes(request)
    print_answer(here, FacetCounts, form, counts, limit, drawn=(here.columns,))
    here.say_notes(notes)
    raise typer.Exit(EXIT_FOUND if counts.total else EXIT_NOTHING_FOUND)
