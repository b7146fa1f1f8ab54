"""Proximities that no rule of the cluster says, measured here.

A proximity within another, or of parts that may be written in ways of several lengths: intervals
are minimal, and what is asked needs all of them. So the articles that hold the words are fetched,
and the local engine measures in them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgrep.engines.opensearch.articles import article_in
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.errors import UsageError
from newsgrep.query.ast import AtLeast, Near, describe

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.asking import Asking

MOST = 20_000
"""Articles that are fetched to be measured."""
AT_ONCE = 500

Json = dict[str, Any]


class Measuring:
    """Measures in the articles of one snapshot, and keeps what was found."""

    def __init__(self, connection: Connection, index: str) -> None:
        self._connection = connection
        self._index = index
        self._found: dict[tuple[object, str, int], Json] = {}

    def articles(self, asking: Asking, node: Near | AtLeast, scope: str) -> Json:
        """A query of the articles in which ``node`` is true. Raises :class:`UsageError`."""
        name = (node, scope, id(asking.plan))
        if name not in self._found:
            self._found[name] = {"ids": {"values": list(self._measured(asking, node, scope))}}
        return self._found[name]

    def _measured(self, asking: Asking, node: Near | AtLeast, scope: str) -> Iterator[str]:
        from newsgrep.engines.columnar.search.multi_reader import MultiReader
        from newsgrep.engines.columnar.search.near import SpanQuery
        from newsgrep.engines.columnar.segment.reader import Segment
        from newsgrep.engines.columnar.segment.writer import SegmentWriter

        candidates = asking.seen(asking.queries.candidates(node, scope))
        body = {"size": 0, "track_total_hits": True, "query": candidates}
        count = self._connection.search(self._index, body)["hits"]["total"]["value"]
        if count > MOST:
            raise UsageError(
                f"{describe(node)} has to be measured in {count:,} articles, which a cluster does "
                f"in {MOST:,} at most",
                "narrow it by a date or a source, or ask for less within one proximity",
            )
        writer = SegmentWriter()
        keys: list[str] = []
        for hit in self._hits(candidates):
            keys.append(hit["_id"])
            writer.add(article_in(hit["_source"]))
        if not keys:
            return
        with tempfile.TemporaryDirectory(prefix="newsgrep-") as folder:
            segment = Segment(Path(folder) / writer.write(Path(folder)).name, None)
            try:
                query = SpanQuery(asking.plan)
                numbers = sorted(set(query.numbers(node, MultiReader([segment]), scope)))
            finally:
                segment.close()
        yield from (keys[number] for number in numbers)

    def _hits(self, query: Json) -> Iterator[Json]:
        body: Json = {
            "size": AT_ONCE,
            "query": query,
            "sort": [{"key": "asc"}],
            "_source": ["kept", "body", "id", "path", "words"],
            "track_total_hits": False,
        }
        while True:
            found = self._connection.search(self._index, body)["hits"]["hits"]
            yield from found
            if len(found) < AT_ONCE:
                return
            body["search_after"] = found[-1]["sort"]
