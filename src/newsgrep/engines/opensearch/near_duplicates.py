"""Near-duplicates on a cluster: the bands of all articles read, their clusters set down.

The grouping is the local one. A cluster's number is made of its first article's name, so that it
stays the same from run to run, and only what changed is written.
"""

from __future__ import annotations

import secrets
from array import array
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newsgrep.engines.columnar.near_duplicates.clusters import SUFFIX, groups_of
from newsgrep.engines.columnar.near_duplicates.minhash import BANDS
from newsgrep.engines.opensearch.bulk import Action, send
from newsgrep.engines.opensearch.connection import WRITING, Connection
from newsgrep.engines.opensearch.documents import signature_in
from newsgrep.engines.opensearch.mapping import MANY_AT_ONCE
from newsgrep.engines.opensearch.queries import visible_in
from newsgrep.engines.opensearch.rows import FROM_COLUMNS
from newsgrep.records import record
from newsgrep.storage.section_file import SectionWriter

Json = dict[str, Any]


@record
class Grouping:
    """Where articles are grouped, and by whom."""

    index: str
    run: int
    dead: Sequence[int]
    """Runs whose articles do not count, and whose grouping is done anew."""


def write_clusters(
    connection: Connection, grouping: Grouping, folder: Path, names: Sequence[str]
) -> str:
    """Group the articles that a run leaves; the name of a file in ``folder`` that says of which.

    ``names`` are those of the batches that were looked at.
    """
    import numpy as np

    connection.request("POST", f"/{grouping.index}/_refresh", seconds=WRITING)
    dead = set(grouping.dead)
    keys: list[str] = []
    before = array("q")
    """The group that an article has; -1 where a dead run has put it there."""
    rows = array("I")
    for hit in _all_bands(connection, grouping):
        fields = hit["fields"]
        keys.append(fields["key"][0])
        by_the_dead = fields.get("grouped", [0])[0] in dead
        before.append(-1 if by_the_dead else fields.get("cluster", [0])[0])
        rows.extend(signature_in(fields.get("bands", ())))
    groups = groups_of(np.array(rows, dtype=np.uint32).reshape(-1, BANDS)).tolist()
    first: dict[int, str] = {}
    for key, group in zip(keys, groups, strict=True):
        name = key.partition("-")[0]
        if group:
            first[group] = min(first.get(group, name), name)
    numbers = {group: _number(name) for group, name in first.items()}
    changed = (
        (key, numbers.get(group, 0))
        for key, group, known in zip(keys, groups, before, strict=True)
        if numbers.get(group, 0) != known
    )
    send(connection, _updates(grouping, changed))
    name = f"{secrets.token_hex(8)}{SUFFIX}"
    SectionWriter(folder / name).finish({"clusters": len(first), "segments": list(names)})
    return name


def _all_bands(connection: Connection, grouping: Grouping) -> Iterator[Json]:
    body: Json = {
        "size": MANY_AT_ONCE,
        "query": visible_in(grouping.run, grouping.dead),
        "sort": [{"key": "asc"}],
        "docvalue_fields": ["key", "bands", "cluster", "grouped"],
        "track_total_hits": False,
        **FROM_COLUMNS,
    }
    while True:
        found = connection.search(grouping.index, body)["hits"]["hits"]
        yield from found
        if len(found) < MANY_AT_ONCE:
            return
        body["search_after"] = found[-1]["sort"]


def _number(name: str) -> int:
    """A number of 53 bits, which is what JSON carries everywhere."""
    return int.from_bytes(blake2b(name.encode(), digest_size=7).digest(), "big") >> 3 or 1


def _updates(grouping: Grouping, changed: Iterator[tuple[str, int]]) -> Iterator[Action]:
    for key, cluster in changed:
        about = {"_index": grouping.index, "_id": key, "retry_on_conflict": 3}
        yield {"update": about}, {"doc": {"cluster": cluster, "grouped": grouping.run}}
