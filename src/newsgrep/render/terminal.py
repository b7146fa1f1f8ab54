"""Results on a terminal, with Rich: wrapped to its width, coloured, linked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TextIO

from rich.console import Console
from rich.errors import StyleSyntaxError
from rich.style import Style
from rich.text import Text

from newsgrep.errors import UsageError
from newsgrep.render.lines import STYLES, Line

MEASURE = 100
"""Columns of running text at most: longer lines are hard to read. Tables and bars use all."""
NARROWEST = 20

_STYLES = {role: Style.parse(style) if style else Style() for role, style in STYLES.items()}


def _style(role: str, text: str) -> Style:
    try:
        style = Style.parse(text)
    except StyleSyntaxError as error:
        raise UsageError(f"styles.{role}: {error}", 'write it like "bold red on white"') from None
    if style.link:
        raise UsageError(f"styles.{role}: a link is no style", 'write it like "bold red"')
    return style


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


def print_lines(
    console: Console, lines: Iterable[Line], chosen: Mapping[str, str] | None = None
) -> None:
    """Print logical lines: text wrapped to a measure for reading, the rest as it is.

    ``chosen`` are the styles of some roles, as Rich writes them. Raises :class:`UsageError` for
    one that is none.
    """
    styles = {**_STYLES, **{role: _style(role, text) for role, text in (chosen or {}).items()}}
    measure = min(console.width, MEASURE)
    for line in lines:
        text = Text(overflow="fold")
        for piece in line.pieces:
            style = styles[piece.role]
            if piece.link:
                style += Style(link=piece.link)
            text.append(piece.text, style)
        if line.whole:
            for part in _unbroken(line, text, console.width):
                console.print(Text(line.indent) + part, soft_wrap=True)
            continue
        hanging = line.indent + line.hanging
        width = max(measure - len(hanging), NARROWEST)
        first = Text(line.indent)
        for wrapped in _wrapped(console, text, width, len(line.hanging)):
            wrapped.rstrip()
            console.print(first + wrapped, soft_wrap=True)
            first = Text(hanging)


def _unbroken(line: Line, text: Text, width: int) -> Iterable[Text]:
    """A whole line; where it is wider than the terminal, its last piece on a line of its own."""
    if line.pieces[-1:] and not line.pieces[-1].text.startswith(" "):
        return [text]
    if len(line.pieces) < 2 or len(line.indent) + text.cell_len <= width:
        return [text]
    before = len(text) - len(line.pieces[-1].text)
    last = text[before:]
    return [text[:before], last[len(last.plain) - len(last.plain.lstrip()) :]]


def _wrapped(console: Console, text: Text, width: int, hanging: int) -> Iterable[Text]:
    """``text`` in lines of ``width`` columns; the first has ``hanging`` columns more."""
    if not hanging:
        return text.wrap(console, width)
    lines = text.wrap(console, width + hanging)
    if len(lines) < 2:
        return lines
    rest = text[len(lines[0]) :]
    begin = len(rest.plain) - len(rest.plain.lstrip(" "))
    return [lines[0], *rest[begin:].wrap(console, width)]
