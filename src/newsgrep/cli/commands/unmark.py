"""``newsgrep unmark``: marks and notes taken off again."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.named import DryRunOption, QueryOption, YesOption, asked_for, confirmed
from newsgrep.cli.options import Color, ColorOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_INTERRUPTED, EXIT_NOTHING_FOUND, UsageError

EPILOG = """\b
Examples:
  newsgrep unmark 4f2a key
  newsgrep unmark 4f2a --notes                   its notes, not its marks
  newsgrep unmark 4f2a --everything
  newsgrep unmark --query 'mark:"chapter 3"' "chapter 3" --dry-run
\b
Exit code: 0 something was taken off, 1 nothing was there, 2 error.
"""

WordsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="ID… MARK", help="Ids or paths, and the mark.")
]


@asking(WordsArgument)
def unmark(
    by_query: QueryOption = "",
    notes: Annotated[bool, typer.Option("--notes", help="Take the notes off.")] = False,
    everything: Annotated[
        bool, typer.Option("--everything", help="Take all marks and notes off.")
    ] = False,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
    asked: Asked = NOTHING,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Take marks and notes off articles, whoever put them on."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.newsroom.results import Marking

    here = environment(color.value, asked.index)
    words = asked.query or []
    if notes or everything:
        named, marks = words, []
    elif by_query:
        named, marks = words[1:], words[:1]
    else:
        named, marks = words[:-1], words[-1:]
    if not (marks or notes or everything):
        raise UsageError("no mark given", "name one, or give --notes or --everything")
    articles = asked_for(asked, named, by_query)
    told = ", ".join(marks) or ("everything" if everything else "the notes")
    with opened(here, asked.indexes) as archive:
        if not dry_run and not confirmed(
            archive, articles, lambda many: f"take {told} off {many}", here, yes=yes
        ):
            raise typer.Exit(EXIT_INTERRUPTED)
        done = archive.newsroom.unmark(
            articles, *marks, notes=notes, everything=everything, dry_run=dry_run
        )
    print_answer(here, Marking, "json" if json else "text", done)
    raise typer.Exit(EXIT_FOUND if done.changed else EXIT_NOTHING_FOUND)
