"""What goes to standard output: data as it is, lines for people styled on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from newsgrep.render.forms import complete, renderer, styled, summary

if TYPE_CHECKING:
    from rich.console import Console

    from newsgrep.cli.streams import Environment
    from newsgrep.newsroom.citation import Citation
    from newsgrep.render.lines import Line


def print_answer(
    here: Environment,
    kind: type,
    form: str,
    answer: object,
    *shown: object,
    drawn: tuple[object, ...] = (),
    pager: bool = False,
) -> None:
    """Print an answer, or several, of ``kind`` in a form that :mod:`newsgrep.render.forms` has.

    ``shown`` says what of it is wanted in any form, ``drawn`` how it is drawn in ``text``.
    """
    if form != "text":
        print_data(here, kind, form, renderer(kind, form)(answer, *shown))
        return
    print_styled(here, styled(kind)(answer, *shown, *drawn), pager=pager)
    for sentence in summary(kind)(answer):
        here.say_wrapped(sentence)


def print_data(here: Environment, kind: type, form: str, pieces: Iterable[str]) -> None:
    """Print what a program reads; a JSON object with what the answer lacks."""
    here.write(complete(kind, form, pieces, lambda: here.lacking))


def print_citations(here: Environment, citations: Sequence[Citation], form: str) -> None:
    """Print citations: as text for people in the styles that have italics, else as data."""
    from newsgrep.newsroom.citation import Citation
    from newsgrep.render.forms import PROSE

    if form in PROSE:
        print_styled(here, styled(Citation, form)(citations))
    else:
        here.write(renderer(Citation, form)(citations))


def print_styled(here: Environment, lines: Iterable[Line], *, pager: bool = False) -> None:
    """Print lines: styled on a terminal, there through the pager if they are many."""
    if not (here.interactive or here.colored(here.out)):
        here.write(f"{line.plain()}\n" for line in lines)
        return
    from newsgrep.cli.settings import styles_of
    from newsgrep.render.terminal import console_on, print_lines

    if pager:
        print_paged(here, lambda console: print_lines(console, lines, styles_of(here.index)))
        return
    console = console_on(here.out, color=here.colored(here.out), width=here.columns)
    print_lines(console, lines, styles_of(here.index))


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
