"""``newsgrep similar``: more like this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

if TYPE_CHECKING:
    from newsgrep.render.lines import Line
    from newsgrep.search.analysis.results import Similar

EPILOG = """\b
Examples:
  newsgrep similar 4f2a                    articles like one of the index
  newsgrep similar stories/wall.txt
  pbpaste | newsgrep similar -             like a text on standard input
\b
How alike: the share of the words that tell one from others which the other has too,
each counted for what it tells. Below 15% nothing is offered.
"""


def similar(
    article: Annotated[
        str, typer.Argument(metavar="ID|PATH|-", help="An id, a file, or - for a text.")
    ],
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="How many to print.")] = 10,
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Find articles like one, or like a text."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment, read_stdin

    here = environment(color.value)
    text = ""
    if article == "-":
        text = read_stdin(1 << 20).decode("utf-8", "replace") or " "
    with Archive(index) as archive:
        found = archive.similar(article, limit, text)
    if json:
        from newsgrep.render.as_json import dump

        here.write([dump({"hits": [asdict(one) for one in found]}, indent=2)])
    else:
        from newsgrep.cli.styled import print_styled

        print_styled(here, _lines(found), pager=False)
        if not found:
            here.say("no article is like it")
    raise typer.Exit(EXIT_FOUND if found else EXIT_NOTHING_FOUND)


def _lines(found: Sequence[Similar]) -> Iterator[Line]:
    from newsgrep.render.lines import INDENT, Line, Piece, place_line
    from newsgrep.render.prose import date_for_people

    for rank, one in enumerate(found, start=1):
        title = Piece(one.title or "(no headline)", "title")
        yield Line((Piece(f"{rank:>2}. ", "id"), title), hanging=INDENT)
        known = (f"{one.likeness:.0%} alike", one.source, date_for_people(one.date))
        copy = (Piece(" · near-copy", "partial"),) if one.copy else ()
        yield Line((Piece(" · ".join(filter(None, known)), "about"), *copy), INDENT)
        yield place_line(one.path, one.record, one.id)
