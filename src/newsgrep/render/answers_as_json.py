"""What the commands around a search give, as JSON; see ``docs/json.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from newsgrep.render.as_json import dump
from newsgrep.render.shares import first_values

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from newsgrep.article import Article
    from newsgrep.ingest.catalog import Failure
    from newsgrep.search.analysis.results import (
        Audit,
        Definition,
        Explanation,
        FacetCounts,
        Similar,
        StoryMember,
        Timeline,
    )
    from newsgrep.stats import Stats


def record_json(record: DataclassInstance) -> Iterator[str]:
    """A record whose fields are the keys."""
    yield dump(asdict(record), indent=2)


def record_jsonl(records: Iterable[DataclassInstance]) -> Iterator[str]:
    """Such records, each on a line of its own."""
    for record in records:
        yield dump(asdict(record))


def facet_json(counts: FacetCounts, most: int) -> Iterator[str]:
    """The first ``most`` values of each field (0 for all) with their articles and shares."""
    fields = {
        field: [
            {"value": value, "articles": articles, "share": round(share, 6)}
            for value, articles, share in first_values(counts, field, most)
        ]
        for field in counts.fields
    }
    yield dump({"query": counts.query, "total": counts.total, "fields": fields}, indent=2)


def timeline_json(timeline: Timeline, share: bool) -> Iterator[str]:
    """Every period with its articles, those without any too; with ``share`` also the shares."""
    series = []
    for one in timeline.series:
        values: dict[str, Any] = {
            "query": one.query, "total": one.total, "undated": one.undated,
            "counts": {period: one.counts.get(period, 0) for period in timeline.periods},
        }  # fmt: skip
        if share:
            values["shares"] = {p: round(timeline.share(one, p), 6) for p in timeline.periods}
        series.append(values)
    yield dump({"by": timeline.by, "series": series, "archive": timeline.archive}, indent=2)


def explanation_json(found: Explanation) -> Iterator[str]:
    """A query as it was understood."""
    values = {
        "query": {"text": found.query, "parsed": found.parsed},
        "tree": [{"depth": depth, "text": text} for depth, text in found.tree],
        "words": [
            {"text": text, "field": field, "forms": list(forms), "articles": articles}
            for text, field, forms, articles in found.words
        ],
        "total": found.total,
        "notes": list(found.notes),
    }
    yield dump(values, indent=2)


def similar_json(found: Sequence[Similar]) -> Iterator[str]:
    """Articles like another, the most alike first."""
    yield dump({"hits": [asdict(one) for one in found]}, indent=2)


def story_json(members: Sequence[StoryMember]) -> Iterator[str]:
    """The near-copies of an article, the earliest first."""
    yield dump({"members": [asdict(member) for member in members]}, indent=2)


def definition_json(found: Iterable[Definition]) -> Iterator[str]:
    """Acronyms with their long forms and the articles that define them so."""
    yield dump({"acronyms": [one._asdict() for one in found]}, indent=2)


def audit_json(found: Audit) -> Iterator[str]:
    """An archive looked over."""
    gaps = [
        {"source": source, "month": month, "usual": usual} for source, month, usual in found.gaps
    ]
    yield dump({**asdict(found), "gaps": gaps}, indent=2)


def stats_json(stats: Stats) -> Iterator[str]:
    """What an archive holds; the totals stand among the rest."""
    values = asdict(stats)
    totals = values.pop("totals")
    yield dump({"index": values.pop("index"), **totals, **values}, indent=2)


def failure_jsonl(failures: Iterable[tuple[str, Failure]]) -> Iterator[str]:
    """What could not be read, a file or record a line, with its path as shown."""
    for path, failure in failures:
        yield dump({"path": path, "record": failure.record, "reason": failure.reason})


def article_json(article: Article, shown_path: str) -> Iterator[str]:
    """All that is known of an article, under its path as shown."""
    yield dump(_article_values(article, shown_path), indent=2)


def article_jsonl(article: Article, shown_path: str) -> Iterator[str]:
    """The same on one line."""
    yield dump(_article_values(article, shown_path))


def _article_values(article: Article, shown_path: str) -> dict[str, Any]:
    values = article.as_dict()
    facts = values.pop("facts")
    del values["path"]
    identity = values.pop("id")
    return {"id": identity, "path": shown_path, **values, "facts": facts}
