"""``newsgrep similar``: more like this."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep similar 4f2a                    articles like one of the index
  newsgrep similar stories/wall.txt
  pbpaste | newsgrep similar -             like a text on standard input
"""


def similar(
    article: Annotated[
        str, typer.Argument(metavar="ID|PATH|-", help="An id, a file, or - for a text.")
    ],
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="How many to print.")] = 10,
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Find articles like one, or like a text."""
    from newsgrep.archive import Archive
    from newsgrep.cli.environment import environment
    from newsgrep.output.values import path_values

    here = environment(color.value)
    text = ""
    if article == "-":
        text = sys.stdin.buffer.read(1 << 20).decode("utf-8", "replace") or " "
    with Archive(index) as archive:
        found = archive.similar(article, limit, text)
    if json:
        from newsgrep.output.as_json import dump

        hits = []
        for one in found:
            values = asdict(one)
            values |= path_values(values.pop("path"))
            hits.append(values)
        here.write([dump({"schema": 1, "hits": hits}, indent=2)])
    else:
        from newsgrep.cli.styled import print_styled
        from newsgrep.output.lines import INDENT, Line, Piece, place_line
        from newsgrep.output.prose import date_for_people

        lines = []
        for rank, one in enumerate(found, start=1):
            lines.append(
                Line((Piece(f"{rank:>2}. ", "id"), Piece(one.title or "(no headline)", "title")))
            )
            known = " · ".join(filter(None, (one.source, date_for_people(one.date))))
            copy = (
                Piece(" · near-copy" if known else "near-copy", "partial")
                if one.copy
                else Piece("")
            )
            if known or one.copy:
                lines.append(Line((Piece(known, "about"), copy), INDENT))
            lines.append(place_line(one.path, one.record, one.id))
        print_styled(here, lines, pager=False)
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)
