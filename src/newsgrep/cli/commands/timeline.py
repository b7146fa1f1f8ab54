"""``newsgrep timeline``: how many articles match, period by period."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.completion import files, periods, query
from newsgrep.cli.options import Color, ColorOption, CsvOption, JsonOption, counts_form
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep timeline cartel
  newsgrep timeline 'DEA Mexico' vs cartel --by year --share
  newsgrep timeline cartel --by week --since 2017 --svg cartel.svg
  newsgrep timeline cartel --json | jq '.series[0].counts'
\b
A chart on a terminal, CSV in a pipe (or with --csv). --share is the share of all articles of
each period, so that a period with many articles does not look like news.
"""


QueriesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="QUERY [vs QUERY…]", help="What to count.", autocompletion=query),
]


@asking(query=QueriesArgument)
def timeline(
    by: Annotated[
        str,
        typer.Option("--by", help="day, week, month or year.", autocompletion=periods),
    ] = "month",
    share: Annotated[
        bool, typer.Option("--share", help="Shares of all articles, not counts.")
    ] = False,
    svg: Annotated[
        str,
        typer.Option("--svg", metavar="FILE", help="Draw it into a file.", autocompletion=files),
    ] = "",
    asked: Asked = NOTHING,
    as_csv: CsvOption = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Count the articles that match, or all, in each day, week, month or year."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.render.forms import renderer
    from newsgrep.search.analysis.results import Timeline

    here = environment(color.value, asked.index)
    form = counts_form(json=json, as_csv=as_csv, drawn=here.drawn)
    requests = [asked.request(words) for words in _apart(asked.query or ["*"])]
    with opened(here, asked.indexes) as archive:
        counts = archive.timeline(requests, by)
        for request in requests:
            here.say_notes(archive.notes(request))
    if svg:
        with open(svg, "w", encoding="utf-8") as file:
            file.writelines(renderer(Timeline, "svg")(counts, share))
    print_answer(here, Timeline, form, counts, share, drawn=(here.columns,))
    found = any(series.total for series in counts.series)
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)


def _apart(words: list[str]) -> list[list[str]]:
    """The words of each query; a ``vs`` of its own parts them."""
    groups: list[list[str]] = [[]]
    for word in words:
        if word == "vs":
            groups.append([])
        else:
            groups[-1].append(word)
    return groups
