"""The articles that answer, page by page, as the cluster gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple, get_args

from newsgrep.engines.columnar.segment.doc_values import NO_DATE
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.mapping import MANY_AT_ONCE

Json = dict[str, Any]

Column = Literal["path", "content"]
"""What is told of a row only where it is asked for: to look up a word of each row takes time."""
FROM_COLUMNS: Json = {"_source": False, "stored_fields": "_none_"}
"""How rows are asked for whose values are all columns. The name of a document by itself (``_id``)
is in the same compressed blocks as the texts, which took ten times as long as the rest."""
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


class Found(NamedTuple):
    """The articles that answer: how many, the first of them; and what was asked beside."""

    total: int
    rows: list[Row]
    beside: Sequence[Json] = ()
    """The answers to other searches."""


class Row(NamedTuple):
    """An article that answers, without its text."""

    key: str
    score: float
    date: int
    id: str
    cluster: int
    path: str = ""
    """Empty where it was not asked for."""
    content: str = ""
    """The first 16 bytes of its content hash, in hexadecimal digits; likewise."""
    order: Sequence[Any] = ()
    """The values that it is sorted by, before what settles ties."""

    @property
    def tie(self) -> tuple[float, int, str, str]:
        """The place among those that answer."""
        return -self.score, -self.date, self.id, self.key


def order_of(sort: str, *, paged: bool = True) -> list[Json]:
    """The order of a request; those that lack the value come last.

    Where it is ``paged``, no two articles stand at one place.
    """
    ties = _TIES if paged else _TIES[:-1]
    if sort == "relevance":
        return ties
    order = "desc" if sort.startswith("-") else "asc"
    return [*({name: {"order": order, **_LAST}} for name in _SORTS[sort.lstrip("-")]), *ties]


def first_rows(
    connection: Connection,
    index: str,
    query: Json,
    sort: str,
    wanted: int | None,
    beside: Sequence[Json] = (),
    columns: Sequence[Column] = (),
) -> Found:
    """How many articles answer, and the ``wanted`` first of them, with ``columns``; None for all.

    ``beside`` are other searches, asked in the same request.
    """
    paged = wanted is None or wanted > MANY_AT_ONCE
    body: Json = {
        "query": query,
        "sort": order_of(sort, paged=paged),
        "track_scores": True,
        "track_total_hits": True,
        "docvalue_fields": ["cluster", *columns] if paged else ["cluster", "key", *columns],
        **FROM_COLUMNS,
    }
    rows: list[Row] = []
    total = 0
    told: Sequence[Json] = ()
    while True:
        left = MANY_AT_ONCE if wanted is None else min(wanted - len(rows), MANY_AT_ONCE)
        answer, *others = connection.searches(index, [{**body, "size": left}, *beside])
        found = answer["hits"]
        if beside:
            told, beside = others, ()
        if "total" in found:
            total = found["total"]["value"]
        rows += map(_row, found["hits"])
        if len(found["hits"]) < left or left == 0 or len(rows) == wanted:
            return Found(total, rows, told)
        body["search_after"] = found["hits"][-1]["sort"]
        body["track_total_hits"] = False


def scores_of(
    connection: Connection, index: str, queries: Sequence[Json], most: int
) -> list[dict[str, tuple[float, int]]]:
    """For each of some queries, the score and the length of the articles that answer it."""
    bodies = [{**scoring(query, most), "docvalue_fields": ["key", "words"]} for query in queries]
    return [
        {
            hit["fields"]["key"][0]: (hit["_score"] or 0.0, hit["fields"]["words"][0])
            for hit in found["hits"]["hits"]
        }
        for found in connection.searches(index, bodies)
    ]


def scoring(query: Json, most: int) -> Json:
    """A search that tells the scores of at most so many articles, and nothing else."""
    return {
        "query": query,
        "size": most,
        "track_total_hits": False,
        "docvalue_fields": ["key"],
        **FROM_COLUMNS,
    }


def scores_in(found: Json) -> dict[str, float]:
    """The scores that such a search gives, by document."""
    return {hit["fields"]["key"][0]: hit["_score"] or 0.0 for hit in found["hits"]["hits"]}


def count_of(query: Json) -> Json:
    """A search that tells how many articles answer, and nothing else."""
    return {"size": 0, "track_total_hits": True, "query": query}


def _row(hit: Json) -> Row:
    fields = hit.get("fields", {})
    # What settles ties comes last in every order, and the key last of that or by itself.
    order = (*hit["sort"], *fields.get("key", ()))
    score, date, name, key = order[-len(_TIES) :]
    path, content = (fields.get(column, [""])[0] for column in get_args(Column))
    cluster = fields.get("cluster", [0])[0]
    date = NO_DATE if date is None else date
    return Row(key, score or 0.0, date, name, cluster, path, content, order[: -len(_TIES)])
