"""A page of documentation, written in Markdown, on a terminal."""

from __future__ import annotations

import re
from typing import ClassVar

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, TableElement
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from newsgrep.render.cells import cells
from newsgrep.render.terminal import MEASURE

_STYLES = Theme(
    {
        "markdown.code": "cyan", "markdown.h1": "bold underline", "markdown.h2": "bold",
        "markdown.item.bullet": "none", "markdown.item.number": "none",
        "markdown.table.border": "dim", "markdown.table.header": "bold",
    }
)  # fmt: skip
# Where a link leads in the repository is of no use on a terminal.
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]*\)")


class _Heading(Heading):
    """On the left, where reading begins, and without a frame."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self.tag != "h1":
            yield Text("")
        self.text.justify = "left"
        yield self.text


class _Code(CodeBlock):
    """As it is, indented; colours of a programming language would only be guessed."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(Text(str(self.text).rstrip(), style="markdown.code"), (0, 0, 0, 4))


class _Table(TableElement):
    """Columns with a line under their heads; long cells go on below."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for made in super().__rich_console__(console, options):
            if isinstance(made, Table):
                made.box = box.SIMPLE_HEAD
                made.show_edge = False
                made.pad_edge = False
            yield made


class _Page(Markdown):
    elements: ClassVar = {
        **Markdown.elements,
        "heading_open": _Heading,
        "fence": _Code,
        "code_block": _Code,
        "table_open": _Table,
    }


def print_page(console: Console, text: str) -> None:
    """Print Markdown as it is meant: headings, tables, code; no wider than is read well."""
    page = _Page(_LINK.sub(r"\1", text), hyperlinks=False)
    with console.use_theme(_STYLES):
        for line in console.render_lines(page, console.options.update(width=_width(console))):
            segments = [*Segment.adjust_line_length(line, _filled(line))]
            console.print(Segments([*segments, Segment.line()]), end="")


def _width(console: Console) -> int:
    return min(console.width, MEASURE)


def _filled(line: list[Segment]) -> int:
    """Columns of a line without the spaces that Rich fills it up with."""
    return cells("".join(segment.text for segment in line).rstrip())
