"""The articles that match a question, all of them, with near-copies side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgrep.engines.matches import Query
from newsgrep.request import Request
from newsgrep.search.request_tree import query_of

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match


def every(request: Request) -> Request:
    """The request for every article that matches in full, each near-copy too."""
    mode = "all" if request.mode == "default" else request.mode
    copies = "only" if request.copies == "only" else "show"
    return request.but(mode=mode, copies=copies, limit=None, offset=0, snippets=0)


def whole(request: Request) -> Query:
    """What finds every article that matches in full, each near-copy too."""
    return query_of(every(request))


def stories(snapshot: Snapshot, query: Query) -> Iterator[list[Match]]:
    """The articles that match, near-copies together, each group where its best article stands."""
    rows = snapshot.search(query).rows
    groups: dict[object, list[Match]] = {}
    for row in rows:
        key: object = row.cluster or (row.segment, row.document)
        groups.setdefault(key, []).append(row)
    yield from groups.values()
