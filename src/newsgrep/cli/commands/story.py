"""``newsgrep story``: an article's near-copies in order of time, and what each changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

if TYPE_CHECKING:
    from newsgrep.render.lines import Line
    from newsgrep.search.analysis.results import StoryMember

EPILOG = """\b
Examples:
  newsgrep story 4f2a              who had it first, who ran it, what they changed
  newsgrep story 4f2a --json | jq -r '.members[] | [.date, .source, .added, .removed] | @tsv'
\b
Exit code: 1 where the article has no near-copies.
"""
CONTEXT = 8
"""Words shown on either side of a change."""


def story(
    article: Annotated[
        str, typer.Argument(metavar="ID|PATH", help="An id, a file, or file#record.")
    ],
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """List an article's near-copies, the earliest first, and what each changed."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    with Archive(index) as archive:
        members = archive.story(article)
    if json:
        from newsgrep.render.as_json import dump

        here.write([dump({"members": [asdict(member) for member in members]}, indent=2)])
    else:
        from newsgrep.cli.styled import print_styled

        print_styled(here, _lines(members), pager=False)
        if len(members) == 1:
            here.say("it has no near-copies")
    raise typer.Exit(EXIT_FOUND if len(members) > 1 else EXIT_NOTHING_FOUND)


def _lines(members: Sequence[StoryMember]) -> Iterator[Line]:
    from newsgrep.render.lines import INDENT, Line, Piece, place_line
    from newsgrep.render.prose import counted, date_for_people

    for number, member in enumerate(members):
        if number:
            yield Line((Piece(""),))
        when = date_for_people(member.date) or "no date"
        who = member.source or ", ".join(member.authors) or "unknown"
        yield Line((Piece(f"{when}  ", "about"), Piece(who, "title")))
        yield Line((Piece(member.title),), INDENT)
        yield place_line(member.path, member.record, member.id)
        if not number:
            yield Line((Piece(counted(member.words, "word"), "id"),), INDENT)
            continue
        changed = f"{counted(member.added, 'word')} added, {member.removed:,} removed"
        yield Line(
            (Piece(changed if member.added or member.removed else "the same text", "id"),), INDENT
        )
        yield from _changes(member)


def _changes(member: StoryMember) -> Iterator[Line]:
    """The changes with a few words around each; what is the same is left out."""
    from newsgrep.render.lines import INDENT, Line, Piece

    pieces: list[Piece] = []
    last = len(member.changes) - 1
    for at, (kind, text) in enumerate(member.changes):
        words = text.split()
        if kind == "same":
            if len(words) <= 2 * CONTEXT and 0 < at < last:
                pieces.append(Piece(f" {' '.join(words)} "))
                continue
            if at:
                pieces.append(Piece(f" {' '.join(words[:CONTEXT])} …"))
                yield Line(tuple(pieces), INDENT)
                pieces = []
            if at < last:
                pieces.append(Piece(f"… {' '.join(words[-CONTEXT:])} "))
        else:
            sign = "[+" if kind == "added" else "[-"
            pieces.append(Piece(f"{sign}{' '.join(words)}{sign[1]}]", kind))
    if any(piece.role for piece in pieces):
        yield Line(tuple(pieces), INDENT)
