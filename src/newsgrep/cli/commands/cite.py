"""``newsgrep cite``: articles as references, for a text, a manager of references or Wikipedia."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.completion import citations
from newsgrep.cli.options import Color, ColorOption, IndexesOption
from newsgrep.errors import (
    ArticleAmbiguous,
    ArticleNotFound,
    ArticleUnanswered,
    NewsgrepError,
    UsageError,
)

if TYPE_CHECKING:
    from newsgrep.newsroom.citation import Citation

EPILOG = """\b
Examples:
  newsgrep cite 4f2a                          by the start of an id, in the style of APA
  newsgrep cite 4f2a stories/wall.txt --format wikipedia
  newsgrep search cartel --format '{id}' | newsgrep cite - --format bibtex > cartel.bib
  newsgrep search cartel --limit 0 --format ris    all that is found
\b
apa, chicago (notes and bibliography) and mla need the extra cite: pip install
'newsgrep[cite]'. What is not known is left out; a date that is known to the month
stays a month.

Exit code: 0 cited, 1 no such article, 2 error. Those that there are are cited all the same.
"""


def cite(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ID|PATH…", help="Ids, files, file#record; - for a list on standard input."
        ),
    ],
    format: Annotated[
        str,
        typer.Option(
            metavar="FORMAT",
            help="apa, chicago, mla, wikipedia, bibtex, ris, csl-json.",
            autocompletion=citations,
        ),
    ] = "apa",
    index: IndexesOption = None,
    color: ColorOption = Color.auto,
) -> None:
    """Print articles as references."""
    from newsgrep.cli.forms_of_hits import CITATIONS
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_citations
    from newsgrep.cli.streams import environment, read_stdin
    from newsgrep.text.nearest import did_you_mean
    from newsgrep.text.printable import printable_path

    if format not in CITATIONS:
        raise UsageError(
            f"unknown --format {format}",
            f"{did_you_mean(format, CITATIONS)}({', '.join(CITATIONS)})",
        )
    here = environment(color.value, index)
    named: list[str] = []
    for one in articles:
        if one == "-":
            named += read_stdin().decode("utf-8", "surrogateescape").split("\n")
        else:
            named.append(one)
    named = [name.strip("\r") for name in named if name.strip()]
    if not named:
        raise UsageError("no ids on standard input", "one on each line")
    found: dict[str, Citation] = {}
    missed: list[NewsgrepError] = []
    with opened(here, index) as archive:
        for name in named:
            try:
                citation = archive.newsroom.citation(name)
            except (ArticleNotFound, ArticleAmbiguous, ArticleUnanswered) as error:
                missed.append(error)
            else:
                found.setdefault(citation.id, citation)
    if missed and not found:
        raise missed[0]
    print_citations(here, list(found.values()), format)
    for refusal in missed:
        here.say_wrapped(f"newsgrep: {printable_path(refusal.message)}")
        here.say_wrapped(f"  {printable_path(refusal.hint)}")
    if missed:
        raise typer.Exit(max(refusal.exit_code for refusal in missed))
