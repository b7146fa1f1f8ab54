"""An index on a cluster against the cluster's own client: ratios, in one run.

    python bench/cluster.py http://localhost:9200/bench FOLDER

FOLDER has real articles. What is compared: bulks of the same documents, as newsgrep and as
``helpers.parallel_bulk`` sends them; and a search of newsgrep against a plain ``match`` query for
the words. The index of the address is made anew and removed.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsgrep import Archive, Options, Request
from newsgrep.engines.opensearch import mapping
from newsgrep.engines.opensearch.address import address_of
from newsgrep.engines.opensearch.bulk import send
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.documents import Preparing, name_of

WORDS = (
    "election", "prices", "oil market", "film festival", "trade deficit dollar", "broadband",
    "world cup final", "interest rates", "minister said", "profit", "champions league", "grain",
)  # fmt: skip
ROUNDS = 2

Json = dict[str, Any]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def documents(archive: Archive) -> list[tuple[str, Json]]:
    """What newsgrep sends of the articles of an archive."""
    preparing = Preparing()
    found = [(name_of(a), preparing.document(a)) for _, a in archive.snapshot.everything()]
    preparing.sign()
    for key, document in found:
        document.update(key=key, run=1, batch="bench")
    return found


def bulks(connection: Connection, prepared: list[tuple[str, Json]], name: str) -> None:
    """Ours and the client's bulks of the same documents, in turn; the best of each."""
    from opensearchpy import OpenSearch, helpers

    client = OpenSearch(list(connection.address.hosts), timeout=120)
    body = mapping.articles_index(connection.address)

    def ours() -> None:
        send(connection, (({"index": {"_index": name, "_id": key}}, one) for key, one in prepared))

    def theirs() -> None:
        actions: Iterator[Json] = (
            {"_op_type": "index", "_index": name, "_id": key, **one} for key, one in prepared
        )
        for done, told in helpers.parallel_bulk(client, actions, thread_count=2, chunk_size=500):
            assert done, told

    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for what, work in (("newsgrep", ours), ("parallel_bulk", theirs)):
            connection.request("PUT", f"/{name}", body)
            best[what] = min(best.get(what, 1e9), seconds(work))
            connection.request("DELETE", f"/{name}")
    ratio = best["newsgrep"] / best["parallel_bulk"]
    print(f"bulks of {len(prepared):,} documents: {ratio:.2f} x parallel_bulk ({best})")


def searches(archive: Archive, connection: Connection, name: str) -> None:
    """A search of newsgrep, from its words to its snippets, against a plain query of the client."""

    def ours(words: str) -> None:
        archive.search(Request(words))

    def theirs(words: str) -> None:
        connection.request(
            "POST", f"/{name}/_search", {"query": {"match": {"text": words}}, "size": 10}
        )

    times: dict[str, list[float]] = {"newsgrep": [], "match": []}
    for turn in range(ROUNDS + 1):
        for words in WORDS:
            for what, ask in (("newsgrep", ours), ("match", theirs)):
                took = seconds(lambda ask=ask, words=words: ask(words))  # type: ignore[misc]
                if turn:
                    times[what].append(took)
    medians = {what: statistics.median(some) for what, some in times.items()}
    print(f"search: {medians['newsgrep'] / medians['match']:.1f} x a match query ({medians})")


def main(text: str, folder: Path) -> None:
    """Measure, and remove what was made."""
    address = address_of(text)
    connection = Connection(address)
    archive = Archive(text)
    whole = seconds(lambda: archive.index([folder], Options()))
    stats = archive.stats()
    articles = stats.totals.articles
    print(f"index: {articles:,} articles in {whole:.0f} s, {stats.bytes / articles:,.0f} B each")
    try:
        bulks(connection, documents(archive), f"{address.name}-bulks")
        searches(archive, connection, address.name)
    finally:
        made = [index for _, index in mapping.parts_of(address.name, 1)]
        for index in (*made, f"{address.name}-bulks"):
            connection.request("DELETE", f"/{index}", known=(404,))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
