"""One request, from its text to its results."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsgrep.article import content_hash
from newsgrep.engines.matches import Match, Query
from newsgrep.fields import SEEN
from newsgrep.query.ast import Marked, describe
from newsgrep.request import Request
from newsgrep.results import CopyInfo, Hit, Reason, Results, Suggestions
from newsgrep.search.highlighter import marked, spans_of
from newsgrep.search.marked import mark_notes, with_hashes
from newsgrep.search.request_tree import filtered, query_of
from newsgrep.search.snippets import LOOKED_AT, snippets

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Part
    from newsgrep.results import Highlighting


def search(snapshot: Snapshot, request: Request) -> Results:
    """The answer to ``request``.

    Raises :class:`QueryError`, :class:`UsageError`.
    """
    started = time.perf_counter()
    query = query_of(request)
    found = snapshot.search(query)
    parts: Sequence[Sequence[Part]] = [()] * len(found.rows)
    if request.explain and found.rows:
        parts = snapshot.parts(query, found.rows)
    hits = tuple(
        hit_of(snapshot, request, request.offset + at, match, found.highlighting, gave)
        for at, (match, gave) in enumerate(zip(found.rows, parts, strict=True), start=1)
    )
    nothing = not found.full
    return Results(
        query=request.query,
        parsed=describe(query.tree),
        total=found.full,
        partial=found.partial,
        hits=hits,
        offset=request.offset,
        took_ms=round((time.perf_counter() - started) * 1000, 1),
        notes=(*found.notes, *mark_notes(query.tree, request.marks)),
        suggestions=_suggestions(snapshot, query) if nothing else Suggestions(),
        reviewed=_reviewed(snapshot, query) if found.full and request.marks else None,
    )


def _reviewed(snapshot: Snapshot, query: Query) -> int:
    """How many of the articles that match in full have been seen."""
    seen = with_hashes(Marked("is", SEEN), query.request.marks)
    return snapshot.count(query.of(filtered(query.tree, [seen])))


def _suggestions(snapshot: Snapshot, query: Query) -> Suggestions:
    from newsgrep.search.suggestions import suggestions

    return suggestions(snapshot, query)


def hit_of(
    snapshot: Snapshot,
    request: Request,
    rank: int,
    match: Match,
    highlighting: Highlighting,
    parts: Sequence[Part] = (),
) -> Hit:
    """A match of ``request`` with its article's facts, its passages and its copies."""
    article = snapshot.article(match)
    found = marked(article, highlighting, LOOKED_AT)
    marks, notes = request.marks.of(content_hash(article)) if request.marks else ((), ())
    return Hit(
        rank=rank,
        score=round(match.score, 4),
        match="all" if match.full else "some",
        id=article.id,
        path=snapshot.path(match),
        record=article.record,
        title=article.title,
        authors=article.authors,
        date=article.date,
        source=article.source,
        place=article.place,
        section=article.section,
        language=article.language,
        url=article.url,
        words=article.words,
        snippets=snippets(article.text, found.text, request.snippets, request.context),
        title_highlights=spans_of(found.title),
        corrected=bool(article.correction),
        copies=_copies(snapshot, match),
        marks=marks,
        notes=notes,
        reasons=tuple(Reason(part.what, round(part.score, 4), part.detail) for part in parts),
    )


def _copies(snapshot: Snapshot, match: Match) -> CopyInfo | None:
    """The near-copies of a match, if it has any."""
    if not match.cluster:
        return None
    copies = snapshot.near_duplicates(match)
    first = snapshot.first(copies)
    return CopyInfo(len(copies) - 1, first.id, first.source, first.date)
