"""``newsgrep similar``: more like this."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep similar 4f2a                    articles like one of the index
  newsgrep similar stories/wall.txt
  pbpaste | newsgrep similar -             like a text on standard input
\b
How alike: the share of the words that tell one from others which the other has too,
each counted for what it tells. Below 15% nothing is offered.
"""


def similar(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ID|PATH|-",
            help="An id, a file, or - for a text.",
            autocompletion=completion.files,
        ),
    ],
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="How many to print.")] = 10,
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Find articles like one, or like a text."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment, read_stdin
    from newsgrep.search.analysis.results import Similar

    here = environment(color.value, index)
    text = ""
    if article == "-":
        text = read_stdin(1 << 20).decode("utf-8", "replace") or " "
    with opened(here, index) as archive:
        found = archive.similar(article, limit, text)
    print_answer(here, Similar, "json" if json else "text", found)
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)
