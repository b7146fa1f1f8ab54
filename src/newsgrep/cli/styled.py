"""Lines to standard output: styled on a terminal, plain in a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgrep.cli.environment import Environment
    from newsgrep.output.lines import Line


def print_styled(
    here: Environment, lines: Iterable[Line], *, pager: bool, wrap: bool = True
) -> None:
    """Print lines: styled on a terminal, there through the pager if they are many.

    ``wrap`` breaks those that are wider than the terminal.
    """
    if not (here.interactive or here.colored(here.out)):
        here.write(f"{line.plain()}\n" for line in lines)
        return
    from newsgrep.output.terminal import console_on, print_lines, print_unbroken

    console = console_on(here.out, color=here.colored(here.out))
    if not wrap:
        print_unbroken(console, lines)
        return
    if not (pager and here.interactive):
        print_lines(console, lines)
        return
    import io

    from newsgrep.cli.pager import page

    buffer = io.StringIO()
    print_lines(console_on(buffer, color=here.colored(here.out), width=console.width), lines)
    text = buffer.getvalue()
    if text.count("\n") < console.height - 1 or not page(text):
        here.write([text])
