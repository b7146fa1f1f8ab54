"""An article's near-copies in order of time, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrep.render.lines import INDENT, Line, Piece, place_line
from newsgrep.render.prose import counted, date_for_people
from newsgrep.search.analysis.results import StoryMember

CONTEXT = 8
"""Words shown on either side of a change."""


def story_lines(members: Sequence[StoryMember]) -> Iterator[Line]:
    """Each member with what it changed of the first."""
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


def story_summary(members: Sequence[StoryMember]) -> Iterator[str]:
    """What is said where the article is alone."""
    if len(members) == 1:
        yield "it has no near-copies"
