"""Bulks: documents sent by their bytes, again where the cluster has too much to do."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.errors import ClusterSlow, ClusterUnreachable, NotWritten
from newsgrep.engines.opensearch.failures import disk_full, is_full
from newsgrep.errors import NewsgrepError

BYTES = 4 << 20
"""Of one bulk, about; one document may have more."""
PATIENCE = 120.0
"""Seconds for which a bulk is tried again."""
FIRST_PAUSE, LONGEST_PAUSE = 0.25, 10.0
"""Seconds before the second try; it doubles with each."""
AGAIN = frozenset((429, 500, 502, 503, 504))
"""States of documents that may be written the next time."""
THERE = 409
"""What was to be created is there already: an earlier try was not acknowledged."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
Json = dict[str, Any]
Action = tuple[Json, Json | None]
"""What is to be done, and the document, if there is one."""


def send(
    connection: Connection, actions: Iterable[Action], pause: Callable[[float], None] = time.sleep
) -> int:
    """Send ``actions``, each until the cluster acknowledges it; the bytes that were sent.

    Each creates a document that it names, so that doing it twice is doing it once. Raises
    :class:`NotWritten`.
    """
    total = 0
    for bulk in _bulks(actions):
        total += sum(map(len, bulk))
        _send_one(connection, bulk, pause)
    return total


def _bulks(actions: Iterable[Action]) -> Iterator[list[bytes]]:
    lines: list[bytes] = []
    size = 0
    for about, document in actions:
        line = _JSON.encode(about)
        if document is not None:
            line += f"\n{_JSON.encode(document)}"
        data = line.encode("utf-8", "replace")
        if lines and size + len(data) > BYTES:
            yield lines
            lines, size = [], 0
        lines.append(data)
        size += len(data)
    if lines:
        yield lines


def _send_one(connection: Connection, lines: list[bytes], pause: Callable[[float], None]) -> None:
    where = str(connection.address)
    began = time.monotonic()
    wait = FIRST_PAUSE
    while True:
        try:
            found = connection.request("POST", "/_bulk", b"\n".join(lines) + b"\n", known=AGAIN)
            lines, reason = _left(found, lines, where)
        except (ClusterUnreachable, ClusterSlow) as error:
            reason = error.message
        except NotWritten:
            raise
        except NewsgrepError as error:
            raise NotWritten(where, error.message) from None
        if not lines:
            return
        if time.monotonic() - began > PATIENCE:
            raise NotWritten(where, f"{reason} (tried for {PATIENCE:g} s)")
        # Not all writers at the same moment again.
        pause(wait * random.uniform(0.5, 1.0))
        wait = min(2 * wait, LONGEST_PAUSE)


def _left(found: Json, lines: list[bytes], where: str) -> tuple[list[bytes], str]:
    """What is to be sent again, and why. Raises :class:`NotWritten` for what never will be."""
    if "items" not in found:
        return lines, f"it has too much to do ({found.get('status')})"
    if not found.get("errors"):
        return [], ""
    again, reason = [], ""
    for line, item in zip(lines, found["items"], strict=True):
        ((action, told),) = item.items()
        status = told.get("status", 200)
        if status < 300 or (status == THERE and action == "create"):
            continue
        if status == 404 and action == "delete":
            continue
        error = told.get("error") or {}
        reason = str(error.get("reason", error) if isinstance(error, dict) else error)
        if is_full(reason):
            # It says 429, but waiting does not help.
            raise disk_full(where)
        if status in AGAIN:
            again.append(line)
        else:
            raise NotWritten(where, f"{reason} ({status}, document {told.get('_id')})")
    return again, reason
