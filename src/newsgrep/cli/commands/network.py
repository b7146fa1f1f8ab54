"""``newsgrep network``: who is named with whom."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.options import Color, ColorOption, JsonOption, counts_form
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND, UsageError


class Format(StrEnum):
    """What a network is printed as."""

    text = "text"
    csv = "csv"
    json = "json"
    gexf = "gexf"
    graphml = "graphml"


EPILOG = """\b
Examples:
  newsgrep network cartel                                 the pairs in most articles
  newsgrep network cartel --by person,org,location --names 100
  newsgrep network cartel --format gexf > cartel.gexf     for Gephi
  newsgrep network '*' --by author,source --least 5 --format graphml > who.graphml
\b
Names of one person are joined; near-copies count as one article. A list on a terminal, CSV in
a pipe. --by takes any of: said author source place section tag person org location lang.
"""


@asking()
def network(
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="FIELDS",
            help="Whose names, with commas.",
            autocompletion=completion.names,
        ),
    ] = "person,org",
    names: Annotated[
        int, typer.Option("--names", min=0, help="The most frequent names; 0 for all.")
    ] = 500,
    least: Annotated[int, typer.Option("--least", min=1, help="Articles of a pair, at least.")] = 1,
    limit: Annotated[
        int | None,
        typer.Option("-n", "--limit", min=0, help="Pairs; 0 for all. Default: 20 for people."),
    ] = None,
    format: Annotated[Format | None, typer.Option("--format", help="What to print.")] = None,
    asked: Asked = NOTHING,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Print who is named with whom in the articles that match: counts, dates, graphs."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.newsroom.results import Network

    if json and format not in (None, Format.json):
        raise UsageError(f"one form of output at a time, not json and {format}")
    here = environment(color.value, asked.index)
    form = format.value if format else counts_form(json=json, as_csv=False, drawn=here.drawn)
    request = asked.request()
    fields = list(dict.fromkeys(name.strip() for name in by.split(",") if name.strip()))
    pairs = (20 if form == "text" else 0) if limit is None else limit
    with opened(here, asked.indexes) as archive:
        found = archive.newsroom.network(request, fields, names, least)
        here.say_notes(archive.notes(request))
    print_answer(here, Network, form, found, pairs, drawn=(here.columns,))
    raise typer.Exit(EXIT_FOUND if found.nodes else EXIT_NOTHING_FOUND)
