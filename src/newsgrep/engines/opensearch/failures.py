"""What a cluster answers where it cannot do something, and what is said of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from newsgrep.engines.opensearch.errors import (
    ClusterFailed,
    ClusterRefuses,
    NotOpenSearch,
    NotWritten,
    ShardsMissing,
)
from newsgrep.errors import NewsgrepError

TOO_BUSY = 429
"""The status of a cluster that has too much to do just now."""
TOO_MANY = "too_many_clauses", "too_many_nested_clauses"
_NO_LEADER = "cluster_manager_not_discovered_exception", "master_not_discovered_exception"
_AWAY = (
    "node_not_connected_exception", "node_disconnected_exception", "connect_transport_exception",
)  # fmt: skip
_CODES = re.compile(r"\[(?:Errno -?\d+|SSL: \w+)\] ?|\(_ssl\.c:\d+\)")
_SAID = (
    ("BadStatusLine", "what answers there is no HTTP"),
    ("RemoteDisconnected", "it closed the connection"),
    ("ConnectionReset", "it closed the connection"),
    ("Connection reset", "it closed the connection"),
    ("BrokenPipe", "it closed the connection"),
    ("Broken pipe", "it closed the connection"),
    ("IncompleteRead", "its answer was cut off"),
    ("ConnectTimeout", "no connection in time"),
    ("Failed to parse headers", "what answers there is no HTTP"),
    ("LineTooLong", "what answers there is no HTTP"),
    ("got more than", "what answers there is no HTTP"),
)
"""What Python says in its own words, and what is said instead."""

Json = dict[str, Any]


class Answer(Json):
    """What a cluster answered. Raises :class:`NotOpenSearch` for what every cluster answers."""

    def __init__(self, where: str, values: Json) -> None:
        super().__init__(values)
        self._where = where

    def __missing__(self, key: str) -> Any:
        raise NotOpenSearch(self._where, f"an answer has no {key!r}")


def is_full(found: object) -> bool:
    """Whether a refusal says that a disk is full; it has the status of too much to do."""
    return "flood-stage" in str(found) or "read-only-allow-delete" in str(found)


def disk_full(where: str) -> NotWritten:
    """The error that says so."""
    return NotWritten(where, "its disk is full (flood stage)")


def failure(where: str, status: object, info: object, user: str) -> NewsgrepError:
    """The error that a refusal of the cluster is told as; ``user`` asked."""
    if status in (401, 403):
        return ClusterRefuses(where, int(str(status)), user)
    error = info.get("error", {}) if isinstance(info, Mapping) else {}
    if not isinstance(error, Mapping):
        error = {"reason": str(error)}
    if is_full(error):
        return disk_full(where)
    kinds = {str(cause.get("type", "")) for cause in _causes(error)}
    if kinds.intersection(TOO_MANY) or "maxClauseCount" in str(error):
        return ClusterFailed(
            where,
            "the question stands for more words than it takes",
            "narrow it, or raise indices.query.bool.max_clause_count there",
        )
    if "missing shards" in str(error) or (status == 503 and "shard" in str(error)):
        named = sorted(set(re.findall(r"\[([\w.-]+)\]\[(\d+)\]", str(error))))
        which = ", ".join(" ".join(one) for one in named[:5])
        return ShardsMissing(where, f"not all shards answer ({which or _reason(error, status)})")
    if status == TOO_BUSY:
        return ClusterFailed(where, "it has too much to do", "try again later")
    if kinds.intersection(_NO_LEADER):
        return ClusterFailed(where, "too few of its nodes are running", "start the others")
    if kinds.intersection(_AWAY):
        return ClusterFailed(where, "one of its nodes does not answer", "try again in a moment")
    if "index_closed_exception" in kinds:
        return ClusterFailed(where, "the index is closed", "open it there (POST /NAME/_open)")
    return ClusterFailed(where, _reason(error, status))


def _causes(error: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    causes = [error, *error.get("root_cause", ()), error.get("caused_by")]
    causes += [
        one.get("reason") for one in error.get("failed_shards", ()) if isinstance(one, Mapping)
    ]
    return (cause for cause in causes if isinstance(cause, Mapping))


def _reason(error: Mapping[str, Any], status: object) -> str:
    """What the cluster says itself, with the number that it answered."""
    own, *inner = _causes(error)
    said = next((cause["reason"] for cause in (*inner, own) if cause.get("reason")), "")
    said = str(said or own.get("type") or "")
    if said:
        return f"{said} ({status})"
    try:
        return f"it answered {status} ({HTTPStatus(int(str(status))).phrase})"
    except ValueError:
        return f"it answered {status}"


def said_by_system(error: Exception) -> str:
    """What the system said, without what the libraries put around it."""
    text = str(getattr(error, "error", error))
    for python, plain in _SAID:
        if python in text:
            return plain
    text = _CODES.sub("", text).rpartition(": ")[2].strip("()'\" ")
    lacking = text.count("(") - text.count(")")
    return text + ")" * lacking or "the connection failed"


def missing_shards(found: Json) -> str:
    """Which shards did not answer, in words; empty where all did."""
    shards = found.get("_shards", {})
    total = shards.get("total", 0)
    # Shards of which no copy is anywhere are not counted as failed.
    failed = max(shards.get("failed", 0), total - shards.get("successful", total))
    if failed:
        named = sorted(
            {
                f"{one.get('index', '?')} {one.get('shard', '?')}"
                for one in shards.get("failures", ())
                if isinstance(one, Mapping)
            }
        )
        which = f" ({', '.join(named[:5])})" if named else ""
        return f"{failed} of {total} shards did not answer{which}"
    return f"some of {total} shards did not answer in time" if found.get("timed_out") else ""
