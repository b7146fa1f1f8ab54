"""Results on a terminal, with Rich: wrapped to its width, coloured, linked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.style import Style
from rich.text import Text

from newsgrep.output.lines import STYLES, Line

MAX_WIDTH = 100
"""Wider terminals are not filled: long lines are hard to read."""

_STYLES = {role: Style.parse(style) if style else Style() for role, style in STYLES.items()}


def console_on(stream: TextIO, *, color: bool, width: int | None = None) -> Console:
    """A console that leaves colour to our own decision, and markup and emoji codes alone."""
    return Console(
        file=stream,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        width=width,
        legacy_windows=None,
    )


def print_lines(console: Console, lines: Iterable[Line]) -> None:
    """Print logical lines, each wrapped under its indent."""
    width = min(console.width, MAX_WIDTH)
    for line in lines:
        text = Text(overflow="fold")
        for piece in line.pieces:
            style = _STYLES[piece.role]
            if piece.link:
                style += Style(link=piece.link)
            text.append(piece.text, style)
        hanging = line.indent or INDENT_OF_TITLE
        for number, wrapped in enumerate(text.wrap(console, max(width - len(hanging), 20))):
            wrapped.rstrip()
            lead = line.indent if line.indent else ("" if number == 0 else hanging)
            console.print(Text(lead) + wrapped, soft_wrap=True)


def print_unbroken(console: Console, lines: Iterable[Line]) -> None:
    """Print lines as they are, however wide: they are aligned with each other."""
    for line in lines:
        text = Text(line.indent)
        for piece in line.pieces:
            text.append(piece.text, _STYLES[piece.role])
        console.print(text, soft_wrap=True)


INDENT_OF_TITLE = "    "
