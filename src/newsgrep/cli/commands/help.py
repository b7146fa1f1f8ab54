"""``newsgrep help``: pages of documentation in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import newsgrep
from newsgrep.cli import completion
from newsgrep.errors import UsageError

TOPICS = {
    "query": "the query language, on one page",
    "json": "JSON and other output for programs",
    "formats": "formats, and where facts come from",
}

EPILOG = ""


def help_on(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC",
            help="query, json or formats.",
            autocompletion=completion.one_of(TOPICS),
        ),
    ] = "",
) -> None:
    """Show a page of documentation: query, json, formats."""
    from newsgrep.cli.streams import environment

    here = environment()
    if not topic:
        here.write(f"newsgrep help {name:<8} {about}\n" for name, about in TOPICS.items())
        return
    if topic not in TOPICS:
        raise UsageError(
            f"no help on {topic!r}", f"one of {', '.join(TOPICS)}; or newsgrep {topic} --help"
        )
    text = page(topic)
    if here.drawn:
        from newsgrep.cli.printing import print_paged
        from newsgrep.render.article_page import print_page

        print_paged(here, lambda console: print_page(console, text))
    else:
        here.write([text])


def page(topic: str) -> str:
    """A page of the documentation, which goes with the package."""
    package = Path(newsgrep.__file__).parent
    installed = package / "docs" / f"{topic}.md"
    checkout = package.parents[1] / "docs" / f"{topic}.md"
    return (installed if installed.is_file() else checkout).read_text(encoding="utf-8")
