"""``newsgrep terms``: the words and names that set matching articles apart."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.options import Color, ColorOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep terms cartel                 what these articles have and others have not
  newsgrep terms cartel --since 2017 -n 50 --json
"""


@asking()
def terms(
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="How many to print.")] = 30,
    asked: Asked = NOTHING,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Print the words and names that set the articles that match apart from the rest."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.search.analysis.results import DistinctiveTerms

    here = environment(color.value, asked.index)
    request = asked.request()
    with opened(here, asked.indexes) as archive:
        found = archive.terms(request, limit)
        here.say_notes(archive.notes(request))
    print_answer(here, DistinctiveTerms, "json" if json else "text", found)
    raise typer.Exit(EXIT_FOUND if found.total else EXIT_NOTHING_FOUND)
