"""The first articles of a cluster with what puts them in their place among those of others."""

from __future__ import annotations

from newsgrep.engines.columnar.segment.doc_values import NO_DATE
from newsgrep.engines.matches import Answering, Candidate, Candidates
from newsgrep.engines.opensearch.articles import Articles
from newsgrep.engines.opensearch.paths import stored
from newsgrep.engines.opensearch.ranking import Ranking
from newsgrep.engines.opensearch.rows import Row


def candidates(
    ranking: Ranking, articles: Articles, which: Answering, wanted: int | None
) -> Candidates:
    """How many articles answer, and the ``wanted`` first of those ``which`` are asked for."""
    queries, mode = ranking.asking.queries, ranking.request.mode
    full, some = (queries.counted(mode), None) if which == "counted" else queries.answer(mode)
    if which == "partial" and some is not None:
        found = ranking.first({"bool": {"filter": [some], "must_not": [full]}}, wanted)
        return Candidates(
            0, found.total, [_candidate(row, ranking, articles) for row in found.rows]
        )
    found = ranking.first(full, wanted, some)
    partial = 0 if some is None else found.beside - found.total
    rows = [_candidate(row, ranking, articles) for row in found.rows]
    return Candidates(found.total, partial, rows)


def _candidate(row: Row, ranking: Ranking, articles: Articles) -> Candidate:
    number = articles.number(row.key, row.path)
    value = _value(row, ranking.request.sort.lstrip("-"))
    return Candidate(0, number, row.score, row.cluster, row.date, row.id, value)


def _value(row: Row, sort: str) -> int | str | None:
    """What an article is sorted by."""
    match sort:
        case "relevance":
            return None
        case "date":
            return None if row.date == NO_DATE else row.date
        case "path":
            path, record = row.order
            return f"{stored(path)}\0{record:09d}"
    (value,) = row.order
    return value if isinstance(value, int | str) else None
