"""The files that a manifest names, kept in the cluster in documents of a few megabytes."""

from __future__ import annotations

import base64
import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.errors import IndexDamaged

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.connection import Connection

PIECE = 6 << 20
"""Bytes of a kept file that one document has."""
ENDINGS = ".files", ".clusters"


def keep(connection: Connection, index: str, file: Path, run: int) -> None:
    """Keep a file in an index of states, unless it is there already."""
    first = f"/{index}/_doc/{file.name}-0"
    if connection.request("HEAD", first, known=(404,)).get("found"):
        return
    data = file.read_bytes()
    pieces = range(0, max(len(data), 1), PIECE)
    # The first piece last: where it is, all are.
    for number, at in reversed([*enumerate(pieces)]):
        piece = base64.b64encode(data[at : at + PIECE]).decode()
        about = {"pieces": len(pieces), "data": piece, "run": run}
        connection.request("PUT", f"/{index}/_doc/{file.name}-{number}", {"about": about})


def bring(connection: Connection, index: str, file: Path) -> None:
    """Bring a file here, unless it is here. Raises :class:`IndexDamaged`."""
    if file.exists():
        return
    pieces: list[bytes] = []
    while True:
        path = f"/{index}/_doc/{file.name}-{len(pieces)}"
        found = connection.request("GET", path, known=(404,))
        if not found.get("found"):
            raise IndexDamaged(f"{connection.address} {file.name}", "it is missing")
        about = found["_source"]["about"]
        pieces.append(base64.b64decode(about["data"]))
        if len(pieces) >= about["pieces"]:
            break
    temporary = file.with_name(f"{file.name}.tmp")
    temporary.write_bytes(b"".join(pieces))
    os.replace(temporary, file)


def remove_others(connection: Connection, index: str, names: Collection[str], run: int) -> None:
    """Remove what is kept and not among ``names``; nothing of runs after ``run``."""
    connection.request("POST", f"/{index}/_refresh")
    body = {"size": 1_000, "_source": ["about.run"]}
    found = connection.request("POST", f"/{index}/_search", body)
    for hit in found["hits"]["hits"]:
        file = hit["_id"].rpartition("-")[0]
        if not file.endswith(ENDINGS) or file in names:
            continue
        if hit["_source"]["about"].get("run", 0) <= run:
            connection.request("DELETE", f"/{index}/_doc/{hit['_id']}", known=(404,))
