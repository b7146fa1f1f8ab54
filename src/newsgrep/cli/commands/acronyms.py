"""``newsgrep acronyms``: what the archive's own articles say that letters stand for."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep acronyms DEA
  newsgrep acronyms | head
"""


def acronyms(
    acronym: Annotated[str, typer.Argument(help="One acronym; all without it.")] = "",
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """List acronyms with the long forms that the articles give, and how many give them."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    with Archive(index) as archive:
        found = archive.acronyms(acronym)
    if json:
        from newsgrep.render.answers import acronym_values
        from newsgrep.render.as_json import dump

        here.write([dump(acronym_values(found), indent=2)])
    else:
        from newsgrep.cli.styled import print_styled
        from newsgrep.render.cells import padded
        from newsgrep.render.lines import Line, Piece

        print_styled(
            here,
            (
                Line(
                    (
                        Piece(f"{padded(short, 10)} ", "title"),
                        Piece(f"{count:>6,}  ", "id"),
                        Piece(long),
                    ),
                    hanging=" " * 19,
                )
                for short, long, count in found
            ),
            pager=False,
        )
        if not found:
            here.say("no article defines it" if acronym else "no article defines an acronym")
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)
