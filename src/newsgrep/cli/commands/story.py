"""``newsgrep story``: an article's near-copies in order of time, and what each changed."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep story 4f2a              who had it first, who ran it, what they changed
  newsgrep story 4f2a --json | jq -r '.members[] | [.date, .source, .added, .removed] | @tsv'
\b
Exit code: 1 where the article has no near-copies.
"""


def story(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ID|PATH",
            help="An id, a file, or file#record.",
            autocompletion=completion.files,
        ),
    ],
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """List an article's near-copies, the earliest first, and what each changed."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.search.analysis.results import StoryMember

    here = environment(color.value, index)
    with opened(here, index) as archive:
        members = archive.story(article)
    print_answer(here, StoryMember, "json" if json else "text", members)
    raise typer.Exit(EXIT_FOUND if len(members) > 1 else EXIT_NOTHING_FOUND)
