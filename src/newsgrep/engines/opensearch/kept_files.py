"""Files that a manifest names, kept in the cluster in pieces."""

from __future__ import annotations

import base64
import os
from pathlib import Path

from newsgrep.engines.opensearch.connection import Connection
from newsgrep.errors import IndexDamaged

PIECE = 6 << 20
"""Bytes of a kept file that one document has."""


def keep(connection: Connection, file: Path, index: str) -> None:
    """Put a file into an index of state, unless it is there."""
    first = f"/{index}/_doc/{file.name}-0"
    if connection.request("HEAD", first, known=(404,)).get("found"):
        return
    data = file.read_bytes()
    pieces = range(0, max(len(data), 1), PIECE)
    # The first piece last: where it is, all are.
    for number, at in reversed([*enumerate(pieces)]):
        piece = base64.b64encode(data[at : at + PIECE]).decode()
        about = {"pieces": len(pieces), "data": piece}
        connection.request("PUT", f"/{index}/_doc/{file.name}-{number}", {"about": about})


def bring(connection: Connection, file: Path, index: str) -> None:
    """Bring a file that is kept to its place, unless it is there. Raises :class:`IndexDamaged`."""
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
