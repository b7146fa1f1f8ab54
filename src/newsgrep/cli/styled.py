"""Lines to standard output: styled on a terminal, plain in a pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from newsgrep.cli.streams import Environment
    from newsgrep.render.lines import Line


def print_styled(here: Environment, lines: Iterable[Line], *, pager: bool) -> None:
    """Print lines: styled on a terminal, there through the pager if they are many."""
    if not (here.interactive or here.colored(here.out)):
        here.write(f"{line.plain()}\n" for line in lines)
        return
    from newsgrep.render.terminal import console_on, print_lines

    if pager:
        print_paged(here, lambda console: print_lines(console, lines))
        return
    print_lines(console_on(here.out, color=here.colored(here.out), width=here.columns), lines)


def print_paged(here: Environment, show: Callable[[Console], None]) -> None:
    """Print what ``show`` writes to a console; through the pager if it is more than a screen."""
    from newsgrep.render.terminal import console_on

    color, width = here.colored(here.out), here.columns
    if not here.interactive:
        show(console_on(here.out, color=color, width=width))
        return
    import io
    import shutil

    from newsgrep.cli.pager import page

    buffer = io.StringIO()
    show(console_on(buffer, color=color, width=width))
    text = buffer.getvalue()
    if text.count("\n") < shutil.get_terminal_size().lines - 1 or not page(text):
        here.write([text])
