"""``newsgrep acronyms``: what the archive's own articles say that letters stand for."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep acronyms DEA
  newsgrep acronyms | head
"""


def acronyms(
    acronym: Annotated[
        str, typer.Argument(help="One acronym; all without it.", autocompletion=completion.acronyms)
    ] = "",
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """List acronyms with the long forms that the articles give, and how many give them."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.search.analysis.results import Definition

    here = environment(color.value, index)
    with opened(here, index) as archive:
        found = archive.acronyms(acronym)
    print_answer(here, Definition, "json" if json else "text", found)
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)
