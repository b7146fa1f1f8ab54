"""An index on a cluster against the cluster's own client: ratios, in one run.

    python bench/cluster.py http://localhost:9200/bench FOLDER

FOLDER has real articles. What is compared: bulks of the same documents, as newsgrep and as
``helpers.parallel_bulk`` sends them; and a search of newsgrep against a plain ``match`` query for
the words, within a process and as one. The index of the address is made anew and removed.
"""

from __future__ import annotations

import statistics
import subprocess
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

SCRIPT = """
import sys
from opensearchpy import OpenSearch
host, name, words = sys.argv[1:]
query = {"query": {"match": {"text": words}}, "size": 10}
for hit in OpenSearch([host]).search(index=name, body=query)["hits"]["hits"]:
    print(hit["_score"], hit["_source"]["path"])
"""
"""A plain query of the client as a process."""

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
    asked = connection.address
    body = mapping.articles_index(max(asked.shards, 1), max(asked.replicas, 0))

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


def searches(archive: Archive, text: str, connection: Connection, name: str) -> None:
    """A search of newsgrep, from its words to its snippets, against a plain query of the client.

    Asked again in an open archive, asked for the first time in one, and as a process of its own.
    """

    def again(words: str) -> None:
        archive.search(Request(words))

    def match(words: str) -> None:
        connection.request(
            "POST", f"/{name}/_search", {"query": {"match": {"text": words}}, "size": 10}
        )

    def first(words: str) -> float:
        with Archive(text) as opened:
            opened.commits()
            return seconds(lambda: opened.search(Request(words)))

    command = [sys.executable, "-m", "newsgrep", "search", "--index", text]
    script = [sys.executable, "-c", SCRIPT, connection.address.hosts[0], name]
    times: dict[str, list[float]] = {}
    for turn in range(ROUNDS + 1):
        for words in WORDS:
            took = {
                "again": seconds(lambda words=words: again(words)),  # type: ignore[misc]
                "first": first(words),
                "match": seconds(lambda words=words: match(words)),  # type: ignore[misc]
                "process": seconds(lambda words=words: run([*command, words])),  # type: ignore[misc]
                "script": seconds(lambda words=words: run([*script, words])),  # type: ignore[misc]
            }
            for what, one in took.items() if turn else ():
                times.setdefault(what, []).append(one)
    medians = {what: statistics.median(some) for what, some in times.items()}
    for what, against in (("again", "match"), ("first", "match"), ("process", "script")):
        print(
            f"search, {what}: {medians[what] / medians[against]:.1f} x {against} "
            f"({1000 * medians[what]:.1f} and {1000 * medians[against]:.1f} ms)"
        )


def run(command: list[str]) -> None:
    """A command, from its start to its end."""
    subprocess.run(command, check=True, capture_output=True)


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
        searches(archive, text, connection, address.name)
    finally:
        made = [index for _, index in mapping.parts_of(address.name, 1)]
        for index in (*made, f"{address.name}-bulks"):
            connection.request("DELETE", f"/{index}", known=(404,))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
