"""``newsgrep stats``: what an archive holds, and what could not be read."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep stats                          articles, words, sources, dates, size
  newsgrep stats --failed                 what could not be read, and why
  newsgrep stats --json | jq .sources
"""


def stats(
    index: IndexOption = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="List the files and records that could not be read.")
    ] = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Say what the index holds."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.ingest.catalog import Failure
    from newsgrep.stats import Stats

    here = environment(color.value, index)
    form = "json" if json else "text"
    with opened(here, index) as archive:
        if failed:
            failures = list(archive.failures())
            print_answer(here, Failure, form, failures)
            raise typer.Exit(EXIT_FOUND if failures else EXIT_NOTHING_FOUND)
        print_answer(here, Stats, form, archive.stats())
