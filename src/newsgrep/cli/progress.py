"""The progress of indexing, on standard error: a bar on a terminal, warnings anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsgrep.render.indexing import sentence

if TYPE_CHECKING:
    from newsgrep.cli.streams import Environment
    from newsgrep.ingest.events import Event

MAX_WARNINGS = 50
"""More warnings than this are only counted; ``stats --failed`` has them all."""


@contextmanager
def watching(here: Environment, *, quiet: bool) -> Iterator[Callable[[Event], None]]:
    """Something to tell events to while a run lasts."""
    warnings = 0

    def worth_saying(event: Event) -> str:
        nonlocal warnings
        from newsgrep.ingest.events import Warned

        if isinstance(event, Warned):
            warnings += 1
            if warnings == MAX_WARNINGS + 1:
                return "newsgrep: more could not be read; newsgrep stats --failed lists all"
            if warnings > MAX_WARNINGS:
                return ""
        return sentence(event)

    if quiet or not here.err.isatty():

        def tell(event: Event) -> None:
            line = worth_saying(event)
            if line:
                here.say(line)

        yield tell
        return
    yield from _with_bar(here, worth_saying)


def _with_bar(
    here: Environment, worth_saying: Callable[[Event], str]
) -> Iterator[Callable[[Event], None]]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.text import Text

    from newsgrep.ingest.events import Progress as Step
    from newsgrep.render.terminal import console_on

    console = console_on(here.err, color=here.colored(here.err))
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=None, style="dim", complete_style="cyan", finished_style="cyan"),
        TextColumn("{task.fields[read]}, {task.fields[files]} files, {task.fields[articles]} "
                   "articles, {task.fields[speed]} MB/s"),
        TimeRemainingColumn(compact=True),
        console=console,
        transient=True,
    )  # fmt: skip
    task = bar.add_task("indexing", total=None, read="0.0 MB", files="0",
                        articles="0", speed="0.0")  # fmt: skip

    def tell(event: Event) -> None:
        if isinstance(event, Step):
            elapsed = bar.tasks[0].elapsed or 0.001
            bar.update(
                task,
                completed=event.bytes,
                total=event.bytes_total,
                read=f"{event.bytes / 1e6:,.1f} of {event.bytes_total / 1e6:,.1f} MB",
                files=f"{event.files:,}/{event.files_total:,}",
                articles=f"{event.articles:,}",
                speed=f"{event.bytes / 1e6 / elapsed:.1f}",
            )
            return
        line = worth_saying(event)
        if line:
            bar.console.print(Text(line), soft_wrap=True)

    with bar:
        yield tell
