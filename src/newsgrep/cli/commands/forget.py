"""``newsgrep forget``: articles taken out of the index for good, and kept out of it."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.named import DryRunOption, YesOption, agreed
from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_INTERRUPTED, EXIT_NOTHING_FOUND, UsageError

EPILOG = """\b
Examples:
  newsgrep forget 4f2a --dry-run
  newsgrep forget stories/withdrawn.txt          all articles of the file
  newsgrep forget export.jsonl#12                one record of it
  newsgrep forget --list                         ids of what is kept out
  newsgrep forget --remember 4f2a81c03d5e        the next newsgrep index reads it again
\b
The index is written anew without the articles: no byte of their texts stays in it. Marks and
notes of them go as well, and what alerts and their feeds keep of them. Articles with the very
same text go with them; near-copies stay, and are named. The files themselves are not touched.
Where an earlier try died, the same command completes it.
\b
Exit code: 0 done, 1 no such article (with --list: none), 2 error, 75 the index is being written.
"""


def forget(
    articles: Annotated[
        list[str] | None, typer.Argument(metavar="ID|PATH…", help="Ids, files, or file#record.")
    ] = None,
    remember: Annotated[
        bool, typer.Option("--remember", help="Let them in again, with the next newsgrep index.")
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List the ids of what is kept out.")
    ] = False,
    yes: YesOption = False,
    dry_run: DryRunOption = False,
    wait: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="How long to wait for another writer.")
    ] = 10.0,
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Take articles out of the index without a trace, and keep them out."""
    from newsgrep.archive import Archive
    from newsgrep.cli.delivering import rewrite_feeds
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.newsroom.results import Forgot, ForgottenArticle, Remembered

    here = environment(color.value, index)
    form = "json" if json else "text"
    if listed and (articles or remember or dry_run):
        raise UsageError("--list lists all that is kept out", "give it alone")
    if not listed and not articles:
        raise UsageError("no article named", "give ids or paths, or --list")
    if remember and dry_run:
        raise UsageError("--remember removes nothing", "give it without --dry-run")
    with Archive(index) as archive:
        room = archive.newsroom
        if listed:
            found = room.forgotten()
            print_answer(here, ForgottenArticle, form, found)
            raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)
        if remember:
            print_answer(here, Remembered, form, room.remember(articles or [], wait=wait))
            raise typer.Exit(EXIT_FOUND)
        done = room.forget(articles or [], dry_run=True)
        if not dry_run:
            more = len(done.ids) > len(articles or []) and not yes
            if more and not agreed(f"forget {len(done.ids):,} articles", here):
                raise typer.Exit(EXIT_INTERRUPTED)
            done = room.forget(articles or [], wait=wait)
    print_answer(here, Forgot, form, done)
    for folder in archive.folders if not dry_run else ():
        with Archive(folder.path) as one:
            rewrite_feeds(one)
