"""A query as it is understood, for people."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted
from newsgrep.search.analysis.results import Explanation


def explanation_lines(found: Explanation) -> Iterator[Line]:
    """The tree, the words with their forms, notes, and how many articles match."""
    yield Line((Piece(found.parsed, "title"),))
    yield Line((Piece(""),))
    for depth, text in found.tree:
        yield Line((Piece(text),), "  " * (depth + 1))
    if found.words:
        yield Line((Piece(""),))
    for text, field, forms, articles in found.words:
        name = f"{field}:{text}" if field else text
        yield Line(
            (
                Piece(f"{name}  ", "about"),
                Piece(counted(articles, "article")),
                Piece(f"  {', '.join(forms)}", "id"),
            ),
            "  ",
        )
    yield Line((Piece(""),))
    for note in found.notes:
        yield Line((Piece(note, "warning"),), "  ")
    yield Line((Piece(f"{counted(found.total, 'article')} match in full"),), "  ")
