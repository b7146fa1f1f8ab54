"""A whole article, to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrep.article import Article
from newsgrep.render.lines import Line, Piece, marked, note_line, place_line
from newsgrep.render.prose import counted, date_for_people
from newsgrep.search.highlighter import Marked, spans_of

_REASONED = (
    "title", "deck", "authors", "date", "modified", "source", "source_as_written",
    "place", "section", "language", "url", "tags", "people", "organizations", "places",
    "speakers", "correction", "update", "part", "text",
)  # fmt: skip


def article_lines(
    article: Article,
    shown_path: str,
    found: Marked,
    kept: tuple[Sequence[str], Sequence[str]] = ((), ()),
) -> Iterator[Line]:
    """An article to read: headline, what is known of it, its paragraphs, with what was found.

    ``kept`` has the marks and the notes that were made of it.
    """
    yield Line(marked(article.title, spans_of(found.title), "title"))
    about = [
        article.source,
        ", ".join(article.authors),
        date_for_people(article.date),
        article.place,
        counted(article.words, "word"),
    ]
    yield Line((Piece(" · ".join(part for part in about if part), "about"),))
    yield place_line(shown_path, article.record, article.id, "")
    marks, notes = kept
    if marks:
        yield Line((Piece(f"marked: {', '.join(marks)}", "mark"),))
    for note in notes:
        yield note_line(note)
    for note in (article.correction, article.update):
        if note:
            yield Line((Piece(note, "warning"),))
    if article.url:
        yield Line((Piece(article.url, "id"),), whole=True)
    if article.deck:
        yield Line((Piece(""),))
        yield Line(marked(article.deck, spans_of(found.deck)))
    spans = spans_of(found.text)
    start = 0
    for paragraph in article.text.split("\n\n"):
        end = start + len(paragraph)
        here = tuple(
            (max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start
        )
        yield Line((Piece(""),))
        yield Line(marked(paragraph, here))
        start = end + 2


def reason_lines(article: Article) -> Iterator[Line]:
    """Each field, its value, where that came from and how sure it is."""
    for name in _REASONED:
        value = getattr(article, name)
        if not value:
            continue
        text = "; ".join(value) if isinstance(value, tuple) else str(value)
        if name == "text":
            if name not in article.facts:
                continue
            text = counted(article.words, "word")
        fact = article.facts.get(name.removesuffix("_as_written"))
        why = f"{fact.origin}, {fact.confidence:.0%} sure" if fact is not None else "not noted"
        yield Line(
            (
                Piece(f"{name.replace('_', ' '):<13} ", "about"),
                Piece(text, "title"),
                Piece(f"  ({why})", "id"),
            ),
            hanging=" " * 14,
        )
