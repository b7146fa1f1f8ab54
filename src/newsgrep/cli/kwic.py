"""``newsgrep kwic``: a concordance, aligned on the words that match."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.asking import question_of
from newsgrep.cli.options import (
    Color,
    ColorOption,
    IndexesOption,
    JsonOption,
    LangOption,
    NoExpandOption,
    QueryArgument,
    SinceOption,
    SourceOption,
    SyntaxOption,
    UntilOption,
)
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

if TYPE_CHECKING:
    from newsgrep.analysis.results import ConcordanceLine
    from newsgrep.output.lines import Line

EPILOG = """\b
Examples:
  newsgrep kwic crackdown
  newsgrep kwic '"border wall"' --width 40 --sort right
  newsgrep kwic crackdown --csv > crackdown.csv
  newsgrep kwic crackdown --json | jq -r .right
"""


def kwic(
    query: QueryArgument = None,
    width: Annotated[
        int, typer.Option("--width", metavar="N", help="Characters on either side.")
    ] = 60,
    sort: Annotated[
        str, typer.Option("--sort", metavar="SIDE", help="By what stands left or right.")
    ] = "",
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=0, help="Articles to look in; 0 for all.")
    ] = 0,
    index: IndexesOption = None,
    since: SinceOption = "",
    until: UntilOption = "",
    source: SourceOption = "",
    lang: LangOption = "",
    syntax: SyntaxOption = "newsgrep",
    no_expand: NoExpandOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Print every place where a query occurs, aligned (JSON: an object a line)."""
    from newsgrep.archive import Archive
    from newsgrep.cli.environment import environment

    here = environment(color.value)
    question = question_of(
        query, since=since, until=until, source=source, lang=lang, syntax=syntax,
        no_expand=no_expand, limit=limit or None,
    )  # fmt: skip
    count = 0

    def counting(lines: Iterator[ConcordanceLine]) -> Iterator[ConcordanceLine]:
        nonlocal count
        for line in lines:
            count += 1
            yield line

    with Archive(index) as archive:
        found = counting(archive.kwic(question, width, sort))
        if json:
            from newsgrep.output.as_json import dump

            here.write(dump({"schema": 1, **asdict(line)}) for line in found)
        elif as_csv:
            here.write(_csv(found))
        else:
            from newsgrep.cli.styled import print_styled

            print_styled(here, (_line(line, width) for line in found), pager=False, wrap=False)
    raise typer.Exit(EXIT_FOUND if count else EXIT_NOTHING_FOUND)


def _line(line: ConcordanceLine, width: int) -> Line:
    from newsgrep.output.lines import Line, Piece

    return Line(
        (
            Piece(f"{line.left:>{width}}"),
            Piece(line.match, "match"),
            Piece(f"{line.right:<{width}}"),
            Piece(f"  {line.id}", "id"),
        )
    )


def _csv(lines: Iterator[ConcordanceLine]) -> Iterator[str]:
    from newsgrep.output.as_table import defused
    from newsgrep.text.clean import printable_path

    names = ("left", "match", "right", "id", "path", "record", "date", "source")
    yield ",".join(names) + "\n"
    for line in lines:
        values = asdict(line)
        values["path"] = printable_path(line.path)
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerow(defused(str(values[n])) for n in names)
        yield buffer.getvalue()
