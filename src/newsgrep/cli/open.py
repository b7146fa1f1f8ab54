"""``newsgrep open``: an article's file in its program, or its page in the browser."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from newsgrep.cli.options import IndexesOption
from newsgrep.errors import UsageError

EPILOG = """\b
Examples:
  newsgrep open 4f2a             the file, in the program for its kind
  newsgrep open 4f2a --url       the page that it was saved from, in the browser
  newsgrep open 4f2a --print     only say what would be opened
\b
newsgrep itself never uses the network; with --url the browser does.
"""


def open_article(
    article: Annotated[
        str, typer.Argument(metavar="ID|PATH", help="An id, a file, or file#record.")
    ],
    url: Annotated[bool, typer.Option("--url", help="Open its web address.")] = False,
    only_print: Annotated[
        bool, typer.Option("--print", help="Print what would be opened, and open nothing.")
    ] = False,
    index: IndexesOption = None,
) -> None:
    """Open an article's file, or its web address."""
    from newsgrep.archive import Archive
    from newsgrep.cli.environment import environment
    from newsgrep.text.clean import printable_path

    here = environment()
    with Archive(index) as archive:
        match = archive.match(article)
        found = archive.searcher.article(match)
        path = archive.shown(match)
    if url:
        if not found.url.lower().startswith(("http://", "https://")):
            raise UsageError("the article has no web address", "open its file, without --url")
        target = found.url
    else:
        if not os.path.exists(path):
            raise UsageError(
                f"its file is gone: {printable_path(path)}",
                f"newsgrep show {found.id} has the text",
            )
        target = os.path.abspath(path)
    if only_print:
        here.write([f"{printable_path(target)}\n"])
        return
    if typer.launch(target) != 0:
        raise UsageError(
            f"no program could be started for {printable_path(target)}",
            "newsgrep open --print says what to open yourself",
        )
