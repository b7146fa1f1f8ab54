"""Lists for people: articles like another, words that tell articles apart, acronyms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrep.render.cells import cells, padded
from newsgrep.render.lines import INDENT, Line, Piece, place_line
from newsgrep.render.prose import counted, date_for_people
from newsgrep.search.analysis.results import Definition, DistinctiveTerms, Similar

_LONGEST_TERM = 40
"""Columns that terms have at most."""


def similar_lines(found: Sequence[Similar]) -> Iterator[Line]:
    """Articles like another, each with how alike it is."""
    for rank, one in enumerate(found, start=1):
        title = Piece(one.title or "(no headline)", "title")
        yield Line((Piece(f"{rank:>2}. ", "id"), title), hanging=INDENT)
        known = (f"{one.likeness:.0%} alike", one.source, date_for_people(one.date))
        copy = (Piece(" · near-copy", "partial"),) if one.copy else ()
        yield Line((Piece(" · ".join(filter(None, known)), "about"), *copy), INDENT)
        yield place_line(one.path, one.record, one.id)


def similar_summary(found: Sequence[Similar]) -> Iterator[str]:
    """What is said where there is none."""
    if not found:
        yield "no article is like it"


def term_lines(found: DistinctiveTerms) -> Iterator[Line]:
    """Words and names, each with its score and its articles."""
    width = min(max((cells(term.text) for term in found.terms), default=0), _LONGEST_TERM)
    for term in found.terms:
        yield Line(
            (
                Piece(f"{term.score:>8.1f}  ", "id"),
                Piece(f"{padded(term.text, width)}  ", "title"),
                Piece(f"{term.found:,} of {counted(term.articles, 'article')}"),
                Piece(f"  {term.kind}" if term.kind != "word" else "", "about"),
            )
        )


def term_summary(found: DistinctiveTerms) -> Iterator[str]:
    """How many articles match, and in how many of them words were counted."""
    looked = f"; words of the best {found.looked_at}" if found.looked_at < found.total else ""
    yield f"{counted(found.total, 'article')}{looked}"


def definition_lines(found: Sequence[Definition]) -> Iterator[Line]:
    """Acronyms, each with the articles that define it, and its long form."""
    for short, long, count in found:
        yield Line(
            (Piece(f"{padded(short, 10)} ", "title"), Piece(f"{count:>6,}  ", "id"), Piece(long)),
            hanging=" " * 19,
        )


def definition_summary(found: Sequence[Definition]) -> Iterator[str]:
    """What is said where there is none."""
    if not found:
        yield "no article defines such an acronym"
