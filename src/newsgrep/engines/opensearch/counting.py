"""Counts of answers, by aggregations: values of fields, days, and the like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsgrep.engines.columnar.segment.doc_values import NO_DATE, known_date
from newsgrep.engines.matches import Digest, Period, by_count
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.mapping import MANY_AT_ONCE, facet_field
from newsgrep.engines.opensearch.rows import count_of, first_rows

Json = dict[str, Any]


def count(connection: Connection, index: str, query: Json) -> int:
    """How many articles answer."""
    return int(connection.search(index, count_of(query))["hits"]["total"]["value"])


def records(connection: Connection, index: str, query: Json) -> int:
    """How many records of files the articles are; an article that is there twice counts once."""
    rows = first_rows(connection, index, query, "path", None, (), ("path",)).rows
    return len({tuple(row.order) for row in rows})


def values(
    connection: Connection, index: str, query: Json, names: Sequence[str]
) -> tuple[int, dict[str, dict[str, int]]]:
    """How many articles answer, and for each field its values with how many have each."""
    body: Json = {
        "size": 0,
        "track_total_hits": True,
        "query": query,
        "aggs": {
            name: {"terms": {"field": facet_field(name), "size": MANY_AT_ONCE}} for name in names
        },
    }
    found = connection.search(index, body)
    counts: dict[str, dict[str, int]] = {}
    for name in names:
        told = found["aggregations"][name]
        if told["sum_other_doc_count"]:
            # More values than a page: all of them, page by page.
            some = _every_value(connection, index, query, facet_field(name))
        else:
            some = {bucket["key"]: bucket["doc_count"] for bucket in told["buckets"]}
        counts[name] = by_count(some)
    return found["hits"]["total"]["value"], counts


def _every_value(connection: Connection, index: str, query: Json, field: str) -> dict[str, int]:
    pages: Json = {"size": MANY_AT_ONCE, "sources": [{"value": {"terms": {"field": field}}}]}
    body: Json = {"size": 0, "query": query, "aggs": {"values": {"composite": pages}}}
    counts: dict[str, int] = {}
    while True:
        found = connection.search(index, body)["aggregations"]["values"]
        for bucket in found["buckets"]:
            counts[bucket["key"]["value"]] = bucket["doc_count"]
        if "after_key" not in found:
            return counts
        pages["after"] = found["after_key"]


def periods(
    connection: Connection, index: str, query: Json, by: Period, coarsest: int
) -> tuple[int, dict[float, int]]:
    """How many articles answer, and how many in each period, by its first second since 1970.

    Left out are those of whose date less is known than ``coarsest``.
    """
    histogram = {"field": "day", "calendar_interval": by, "min_doc_count": 1}
    known = {"range": {"coarse": {"lte": coarsest}}}
    body = {
        "size": 0,
        "track_total_hits": True,
        "query": query,
        "aggs": {"known": {"filter": known, "aggs": {"by": {"date_histogram": histogram}}}},
    }
    found = connection.search(index, body)
    buckets = found["aggregations"]["known"]["by"]["buckets"]
    return found["hits"]["total"]["value"], {
        bucket["key"] / 1000: bucket["doc_count"] for bucket in buckets
    }


def dates(connection: Connection, index: str, query: Json) -> tuple[int, int, int]:
    """The first and the last date of the articles, and how many have one."""
    aggs = {how: {how: {"field": "date"}} for how in ("min", "max", "value_count")}
    found = connection.search(index, {"size": 0, "query": query, "aggs": aggs})["aggregations"]
    dated = int(found["value_count"]["value"])
    if not dated:
        return NO_DATE, NO_DATE, 0
    return int(found["min"]["value"]), int(found["max"]["value"]), dated


def facts(connection: Connection, index: str, query: Json) -> Json:
    """What every question is answered with: articles, words, languages, the newest date."""
    body = {
        "size": 0,
        "track_total_hits": True,
        "query": query,
        "aggs": {
            "words": {"sum": {"field": "words"}},
            "newest": {"max": {"field": "date"}},
            "languages": {"terms": {"field": facet_field("lang"), "size": MANY_AT_ONCE}},
            "defines": {"filter": {"exists": {"field": "acronym"}}},
        },
    }
    found = connection.search(index, body)
    told = found["aggregations"]
    newest = told["newest"]["value"]
    return {
        "articles": found["hits"]["total"]["value"],
        "words": int(told["words"]["value"]),
        "newest": NO_DATE if newest is None else int(newest),
        "languages": {b["key"]: b["doc_count"] for b in told["languages"]["buckets"]},
        "defines": told["defines"]["doc_count"],
    }


def digest(connection: Connection, index: str, query: Json) -> Digest:
    """What the articles come to: how many, how many stories, first and last date, source."""
    last: Json = {"size": 1, "_source": False, "docvalue_fields": ["date", "coarse"]}
    dated = {"bool": {"filter": [query, {"exists": {"field": "date"}}]}}
    orders = ("asc", "desc")
    ends = connection.searches(
        index,
        [{**last, "query": dated, "sort": [{"date": to}, {"coarse": to}]} for to in orders],
    )
    first, latest = (_known(found["hits"]["hits"]) for found in ends)
    total, counts = values(connection, index, query, ["source"])
    copies = {"bool": {"filter": [query, {"range": {"cluster": {"gt": 0}}}]}}
    clusters = _every_value(connection, index, copies, "cluster")
    alone = total - sum(clusters.values())
    source = next(iter(counts["source"]), "")
    return Digest(
        total, alone + len(clusters), first, latest, source, counts["source"].get(source, 0)
    )


def _known(hits: Sequence[Json]) -> str:
    return known_date(*(hits[0]["fields"][name][0] for name in ("date", "coarse"))) if hits else ""
