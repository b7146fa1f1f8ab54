"""``newsgrep timeline``: how many articles match, period by period."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.asking import request_of
from newsgrep.cli.completion import periods
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
    SinceOption,
    SourceOption,
    SyntaxOption,
    UntilOption,
)
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


def timeline(
    queries: Annotated[
        list[str] | None, typer.Argument(metavar="QUERY [vs QUERY…]", help="What to count.")
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            help="day, week, month or year.",
            autocompletion=periods,
        ),
    ] = "month",
    share: Annotated[
        bool, typer.Option("--share", help="Shares of all articles, not counts.")
    ] = False,
    svg: Annotated[str, typer.Option("--svg", metavar="FILE", help="Draw it into a file.")] = "",
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
    """Count the articles that match, or all, in each day, week, month or year."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    requests = [
        request_of(
            words, since=since, until=until, author=author, source=source, lang=lang, path=path,
            syntax=syntax, no_expand=no_expand,
        )
        for words in _apart(queries or ["*"])
    ]  # fmt: skip
    with Archive(index) as archive:
        counts = archive.timeline(requests, by)
        for request in requests:
            here.say_notes(archive.notes(request))
    if svg:
        from newsgrep.render.bars import timeline_svg

        with open(svg, "w", encoding="utf-8") as file:
            file.write(timeline_svg(counts, share=share))
    if json:
        from newsgrep.render.answers import timeline_values
        from newsgrep.render.as_json import dump

        here.write([dump(timeline_values(counts, share=share), indent=2)])
    elif as_csv or not here.drawn:
        from newsgrep.render.answers import timeline_rows
        from newsgrep.render.as_table import csv_rows

        here.write(csv_rows(timeline_rows(counts, share=share)))
    else:
        from newsgrep.cli.styled import print_styled
        from newsgrep.render.bars import timeline_lines
        from newsgrep.render.prose import counted

        print_styled(here, timeline_lines(counts, here.columns, share=share), pager=False)
        undated = sum(series.undated for series in counts.series)
        total = sum(series.total for series in counts.series)
        note = f"; {undated:,} of them without a date" if undated else ""
        here.say(f"{counted(total, 'article')}{note}")
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
