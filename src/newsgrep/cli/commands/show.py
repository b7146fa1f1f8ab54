"""``newsgrep show``: one article, to read or as a record."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption

EPILOG = """\b
Examples:
  newsgrep show 4f2a                      by the start of an id
  newsgrep show stories/wall.txt --why    where each fact came from
  newsgrep show 'export.jsonl#12' --json  one record of a file, whole
  newsgrep show 4f2a --query 'DEA Mexico' with the words highlighted
"""


def show(
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
    why: Annotated[
        bool, typer.Option("--why", help="Where each fact came from, and how sure it is.")
    ] = False,
    query: Annotated[str, typer.Option(metavar="QUERY", help="Highlight its words.")] = "",
    pager: Annotated[bool, typer.Option("--pager/--no-pager", help="Page on a terminal.")] = True,
    color: ColorOption = Color.auto,
) -> None:
    """Show one article."""
    from newsgrep.article import Article, content_hash
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer, print_styled
    from newsgrep.cli.streams import environment
    from newsgrep.render.forms import styled
    from newsgrep.results import Highlighting
    from newsgrep.search.highlighter import marked

    here = environment(color.value, index)
    with opened(here, index) as archive:
        match = archive.match(article)
        found = archive.snapshot.article(match)
        path = archive.shown(match)
        highlighting = archive.highlighting(query) if query.strip() else Highlighting()
    if why and not json:
        print_styled(here, styled(Article, "why")(found))
        return
    form = "json" if json else "text"
    words = (marked(found, highlighting), archive.newsroom.marks.of(content_hash(found)))
    print_answer(here, Article, form, found, path, drawn=words, pager=pager)
