"""The articles that answer, page by page, as the cluster gives them."""

from __future__ import annotations

from typing import Any, NamedTuple

from newsgrep.engines.columnar.segment.doc_values import NO_DATE
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.mapping import MANY_AT_ONCE

Json = dict[str, Any]

COLUMNS = ["date", "id", "cluster", "path", "words", "content"]
_LAST = {"missing": "_last"}
_TIES: list[Json] = [
    {"_score": {"order": "desc"}},
    {"date": {"order": "desc", **_LAST}},
    {"id": {"order": "asc"}},
    {"key": {"order": "asc"}},
]
"""Ties go to the better, then the newer article, then to the lower id."""
_SORTS = {
    "date": ["date"], "words": ["words"], "title": ["by_title"], "source": ["by_source"],
    "path": ["path", "record"],
}  # fmt: skip


class Row(NamedTuple):
    """An article that answers, without its text."""

    key: str
    score: float
    date: int
    id: str
    cluster: int
    path: str
    words: int
    content: str
    """The first 16 bytes of its content hash, in hexadecimal digits."""

    @property
    def tie(self) -> tuple[float, int, str, str]:
        """The place among those that answer."""
        return -self.score, -self.date, self.id, self.key


def order_of(sort: str) -> list[Json]:
    """The order of a request; those that lack the value come last."""
    if sort == "relevance":
        return _TIES
    order = "desc" if sort.startswith("-") else "asc"
    return [*({name: {"order": order, **_LAST}} for name in _SORTS[sort.lstrip("-")]), *_TIES]


def first_rows(
    connection: Connection, index: str, query: Json, sort: str, wanted: int | None
) -> tuple[int, list[Row]]:
    """How many articles answer, and the ``wanted`` first of them; None for all."""
    body: Json = {
        "query": query,
        "sort": order_of(sort),
        "track_scores": True,
        "track_total_hits": True,
        "_source": False,
        "docvalue_fields": COLUMNS,
    }
    rows: list[Row] = []
    total = 0
    while True:
        left = MANY_AT_ONCE if wanted is None else min(wanted - len(rows), MANY_AT_ONCE)
        found = connection.search(index, {**body, "size": left})["hits"]
        if "total" in found:
            total = found["total"]["value"]
        rows += map(_row, found["hits"])
        if len(found["hits"]) < left or left == 0 or len(rows) == wanted:
            return total, rows
        body["search_after"] = found["hits"][-1]["sort"]
        body["track_total_hits"] = False


def _row(hit: Json) -> Row:
    fields = hit.get("fields", {})
    return Row(
        hit["_id"],
        hit["_score"] or 0.0,
        fields.get("date", [NO_DATE])[0],
        fields["id"][0],
        fields.get("cluster", [0])[0],
        fields["path"][0],
        fields["words"][0],
        fields["content"][0],
    )
