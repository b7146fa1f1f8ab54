"""``newsgrep first``: who had it first, and how it spread."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.options import Color, ColorOption, CsvOption, JsonOption, counts_form
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep first '"Operation Larkspur"'
  newsgrep first 'cartel tunnel' --since 2017-02 -n 0
  newsgrep first cartel --json | jq -r '.firsts[] | [.lag, .source, .copy_of] | @tsv'
\b
The earliest article of each source, its lag behind the first in hours, and the near-copies
behind it. A chart on a terminal, CSV in a pipe (or with --csv). An article whose hour is not
known comes after those of its day; lags to it are in whole days (~).
"""


@asking()
def first(
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="Sources to print; 0 for all.")
    ] = 20,
    asked: Asked = NOTHING,
    as_csv: CsvOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Print the earliest article of each source, and how far it was behind the first."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.newsroom.results import Spread

    here = environment(color.value, asked.index)
    form = counts_form(json=json, as_csv=as_csv, drawn=here.drawn)
    request = asked.request()
    with opened(here, asked.indexes) as archive:
        found = archive.newsroom.first(request)
        here.say_notes(archive.notes(request))
    print_answer(here, Spread, form, found, limit, drawn=(here.columns,))
    raise typer.Exit(EXIT_FOUND if found.firsts else EXIT_NOTHING_FOUND)
