"""Hits as lines of styled text: what the terminal shows and what a pipe gets without styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsgrep.render.prose import counted, date_for_people
from newsgrep.results import CopyInfo, Hit, Results, Span, Suggestions
from newsgrep.text.printable import printable_place

if TYPE_CHECKING:
    from newsgrep.request import Request

INDENT = "    "

STYLES = {
    "rank": "dim",
    "title": "bold",
    "about": "cyan",
    "path": "green",
    "id": "dim",
    "match": "bold red",
    "partial": "yellow",
    "mark": "magenta",
    "warning": "yellow",
    "added": "green",
    "removed": "red strike",
    "italic": "italic",
    "bar": "blue",
    "bar2": "red",
    "bar3": "green",
    "bar4": "magenta",
    "": "",
}
"""Rich styles by the role that a piece of text plays; legible on dark and light."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in one role; ``link`` is a URL to open."""

    text: str
    role: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line, as wide as it is; on a terminal it is wrapped and goes on below."""

    pieces: tuple[Piece, ...]
    indent: str = ""
    """Before the line and each that it goes on in."""
    hanging: str = ""
    """After the indent of each line that it goes on in."""
    whole: bool = False
    """Never broken: a path, that can be copied; a row of a table or a bar."""

    def plain(self) -> str:
        """The line without styles."""
        return self.indent + "".join(piece.text for piece in self.pieces)


def marked(text: str, spans: Sequence[Span], role: str = "") -> tuple[Piece, ...]:
    """``text`` in ``role`` with its highlighted spans in theirs."""
    pieces: list[Piece] = []
    at = 0
    for start, end in spans:
        if start > at:
            pieces.append(Piece(text[at:start], role))
        pieces.append(Piece(text[start:end], "match"))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:], role))
    return tuple(pieces)


def results_lines(results: Results, link: Callable[[str], str] = lambda path: "") -> Iterator[Line]:
    """The hits, each with an empty line after it; ``link`` gives the URL of a path to open."""
    for hit in results.hits:
        yield from hit_lines(hit, link(hit.path))
        yield Line((Piece(""),))


def hit_lines(hit: Hit, link: str = "") -> Iterator[Line]:
    """A hit: rank and headline, what is known of it, where it is, its snippets."""
    title = marked(hit.title or "(no headline)", hit.title_highlights, "title")
    if link:
        title = tuple(Piece(piece.text, piece.role, link) for piece in title)
    rank = Piece(f"{hit.rank:>2}. ", "rank")
    yield Line((rank, *title), hanging=INDENT)
    about = [hit.source, ", ".join(hit.authors), date_for_people(hit.date)]
    known = " · ".join(part for part in about if part)
    pieces = [Piece(known, "about")] if known else []
    if hit.corrected:
        pieces.append(Piece(" · corrected" if known else "corrected", "warning"))
        known = known or "corrected"
    if hit.match == "some":
        pieces.append(Piece(" · some of the words" if known else "some of the words", "partial"))
    if hit.marks:
        marks = ", ".join(hit.marks)
        pieces.append(Piece(f" · {marks}" if pieces else marks, "mark"))
    if pieces:
        yield Line(tuple(pieces), INDENT)
    yield place_line(hit.path, hit.record, hit.id)
    if hit.copies is not None and hit.copies.others:
        yield Line((Piece(copies_for_people(hit.copies), "id"),), INDENT)
    for note in hit.notes:
        yield note_line(note, INDENT)
    for snippet in hit.snippets:
        yield Line(marked(snippet.text, snippet.highlights), INDENT)
    for reason in hit.reasons:
        detail = f"  ({reason.detail})" if reason.detail else ""
        yield Line(
            (Piece(f"{reason.score:+8.3f} ", "about"), Piece(reason.what), Piece(detail, "id")),
            INDENT,
        )


def note_line(note: str, indent: str = "") -> Line:
    """A note that somebody made of an article."""
    return Line((Piece(f"note: {' '.join(note.split())}", "mark"),), indent, hanging="  ")


def place_line(path: str, record: int, id: str, indent: str = INDENT) -> Line:
    """Where an article stands, and its id: ``export.jsonl#12  4f2a…``."""
    pieces = (Piece(printable_place(path, record), "path"), Piece(f"  {id}", "id"))
    return Line(pieces, indent, whole=True)


def copies_for_people(copies: CopyInfo) -> str:
    """``+6 copies (first: Reuters, 14 Mar 2017)``."""
    first = ", ".join(filter(None, (copies.first_source, date_for_people(copies.first_date))))
    named = f" (first: {first})" if first else ""
    return f"+{copies.others} {'copy' if copies.others == 1 else 'copies'}{named}"


def suggestion_lines(suggestions: Suggestions) -> Iterator[str]:
    """What to try where nothing was found, in sentences."""
    for typed, near, articles in suggestions.spelling:
        yield f"did you mean {near}? ({counted(articles, 'article')}; none has {typed})"
    for field, value, articles in suggestions.names:
        yield f'the nearest {field}: "{value}" ({counted(articles, "article")})'
    if suggestions.words:
        counts = ", ".join(f"{word} {articles:,}" for word, articles in suggestions.words)
        yield f"articles with each: {counts}"
    for part, articles in suggestions.without[:4]:
        yield f"without {part}: {counted(articles, 'article')}"
    if suggestions.first_date:
        yield f"the archive spans {suggestions.first_date} to {suggestions.last_date}"


def past_the_end(request: Request, page: int, every: int) -> str:
    """What is said of a page that begins behind the last of ``every`` article."""
    where = f"--offset {request.offset:,} is past the last article"
    if page > 1:
        last = -(-every // (request.limit or every))
        where = f"page {page:,} is past the last page, {last:,}"
    return f"newsgrep: {where}; {counted(every, 'article')}"


def summary(results: Results) -> Iterator[str]:
    """One line on how much was found, and how fast."""
    time = f"{results.took_ms:.0f} ms" if results.took_ms >= 1 else "under 1 ms"
    found = counted(results.total, "article")
    shown = len(results.hits)
    parts = []
    if results.offset or (shown and shown < results.total):
        parts.append(f"{results.offset + 1}–{results.offset + shown} of {found}")
    else:
        parts.append(found if results.total else "no article with all the words")
    if results.partial:
        parts.append(f"{results.partial:,} more with some of the words")
    if results.reviewed is not None:
        parts.append(f"{results.reviewed:,} of {results.total:,} reviewed")
    yield f"{'; '.join(parts)} ({time})"
