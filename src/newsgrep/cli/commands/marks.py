"""``newsgrep marks``: the marks counted, exported and merged with another's."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexOption, JsonOption
from newsgrep.errors import EXIT_ERROR, EXIT_FOUND, EXIT_NOTHING_FOUND, UsageError


class Action(StrEnum):
    """What is done with the marks."""

    export = "export"
    import_ = "import"


EPILOG = """\b
Examples:
  newsgrep marks                                 each mark, and how many articles have it
  newsgrep marks export > anna.jsonl
  newsgrep marks import ben.jsonl                both people's marks and notes stay
  newsgrep search 'mark:* OR note:*' -n 0        the marked articles themselves
\b
Exit code: 0 done, 1 nothing was ever marked, 2 error (also where lines were left out).
"""


def marks(
    action: Annotated[
        Action | None, typer.Argument(metavar="[export|import]", help="Default: count them.")
    ] = None,
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="JSON Lines; - for standard input or output.")
    ] = "",
    index: IndexOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Count the marks of articles; export them, or merge another's with them."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment, write_to
    from newsgrep.newsroom.marks_file import MarkRow
    from newsgrep.newsroom.results import Imported, MarkCounts
    from newsgrep.render.forms import renderer

    here = environment(color.value, index)
    form = "json" if json else "text"
    with opened(here, index) as archive:
        if action is None:
            counts = archive.newsroom.mark_counts()
            print_answer(here, MarkCounts, form, counts)
            raise typer.Exit(EXIT_FOUND if counts.articles else EXIT_NOTHING_FOUND)
        if action is Action.export:
            lines = renderer(MarkRow, "json")(archive.newsroom.marks.lines())
            write_to(here, file, lines)
            raise typer.Exit(EXIT_FOUND)
        if not file:
            raise UsageError("nothing to import", "name a file, or - for standard input")
        done = archive.newsroom.import_marks(_lines(file))
    print_answer(here, Imported, form, done)
    raise typer.Exit(EXIT_ERROR if done.unreadable else EXIT_FOUND)


def _lines(file: str) -> list[str]:
    """The lines of an export, in UTF-8. Raises :class:`PathNotFound`."""
    from newsgrep.cli.streams import read_given

    return read_given(file).decode("utf-8-sig", "replace").split("\n")
