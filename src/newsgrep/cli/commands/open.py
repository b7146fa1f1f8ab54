"""``newsgrep open``: an article's file in its program, or its page in the browser."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from newsgrep.cli import completion
from newsgrep.cli.options import IndexesOption
from newsgrep.errors import UsageError

EPILOG = """\b
Examples:
  newsgrep open 4f2a             the file, in the program for its kind
  newsgrep open 4f2a --url       the page that it was saved from, in the browser
  newsgrep open 4f2a --print     only say what would be opened
\b
newsgrep itself never uses the network; with --url the browser does. Exit code: 2 where
nothing can open it.
"""
PATIENCE = 5.0
"""Seconds in which an opener says that it failed."""


def open_article(
    article: Annotated[
        str,
        typer.Argument(
            metavar="ID|PATH",
            help="An id, a file, or file#record.",
            autocompletion=completion.files,
        ),
    ],
    url: Annotated[bool, typer.Option("--url", help="Open its web address.")] = False,
    only_print: Annotated[
        bool, typer.Option("--print", help="Print what would be opened, and open nothing.")
    ] = False,
    index: IndexesOption = None,
) -> None:
    """Open an article's file, or its web address."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.streams import environment
    from newsgrep.storage.location import is_elsewhere
    from newsgrep.text.printable import printable_path

    here = environment()
    with opened(here, index) as archive:
        match = archive.match(article)
        found = archive.snapshot.article(match)
        path = archive.shown(match)
    if url:
        if not found.url.lower().startswith(("http://", "https://")):
            raise UsageError("the article has no web address", "open its file, without --url")
        target = found.url
    else:
        if is_elsewhere(path):
            raise UsageError(
                f"its file is on another machine: {printable_path(path)}",
                f"newsgrep show {found.id} has the text",
            )
        if not os.path.exists(path):
            raise UsageError(
                f"its file is gone: {printable_path(path)}",
                f"newsgrep show {found.id} has the text",
            )
        target = os.path.abspath(path)
    if only_print:
        here.write_paths([target])
        return
    if not _opened(target):
        raise UsageError(
            f"no program could be started for {printable_path(target)}",
            "newsgrep open --print says what to open yourself",
        )


def _opened(target: str) -> bool:
    """Hand ``target`` to the desktop, with nothing of what other programs say; whether it took it.

    ``typer.launch`` does not wait, and lets every program that is tried complain.
    """
    import shutil
    import subprocess
    import sys

    if sys.platform == "win32":
        try:
            os.startfile(target)
        except OSError:
            return False
        return True
    openers = (["open"],) if sys.platform == "darwin" else (["xdg-open"], ["gio", "open"])
    for opener in openers:
        if shutil.which(opener[0]) is None:
            continue
        process = subprocess.Popen(
            [*opener, target], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            if process.wait(timeout=PATIENCE) == 0:
                return True
        except subprocess.TimeoutExpired:
            # What it started is running.
            return True
    return False
