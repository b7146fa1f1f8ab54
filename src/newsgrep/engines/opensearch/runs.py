"""Which run an article is of, and with which it ends: marked, numbered anew, removed.

An article has the number of its ``run``, and of the run ``until`` which it is; with that goes the
``step``, the number of the removal within the run. Every search here names the numbers that it is
about one by one: whoever was taken for dead and comes back touches nothing of those after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newsgrep.engines.opensearch.connection import WRITING
from newsgrep.engines.opensearch.errors import ClusterFailed
from newsgrep.engines.opensearch.paths import held

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.connection import Connection

FILES_AT_ONCE = 1_000
"""Files that one request names."""
TRIES = 20
"""Times that what another changed at the same moment is tried again."""
MARK = "ctx._source.until = params.run; ctx._source.step = params.step"
UNMARK = "ctx._source.remove('until'); ctx._source.remove('step')"
TAKE = "ctx._source.run = params.run"

Json = dict[str, Any]


def of_files(paths: Sequence[str]) -> Iterator[Json]:
    """Filters that together find the articles of some files; ``paths`` are stored ones."""
    for at in range(0, len(paths), FILES_AT_ONCE):
        yield {"terms": {"path": [held(path) for path in paths[at : at + FILES_AT_ONCE]]}}


def end(
    connection: Connection,
    index: str,
    paths: Sequence[str],
    batches: Sequence[str],
    run: int,
    step: int,
    dead: Sequence[int],
) -> None:
    """Let the articles of some files end with a run: those of runs before, and of its ``batches``.

    What ends with a later run already is left as it is.
    """
    before = {"range": {"run": {"lt": run}}}
    own = {"bool": {"filter": [{"term": {"run": run}}, {"terms": {"batch": [*batches]}}]}}
    ended = {"bool": {"filter": [{"exists": {"field": "until"}}], "must_not": _of("until", dead)}}
    for files in of_files(paths):
        current = {
            "bool": {
                "filter": [files, {"bool": {"should": [before, own], "minimum_should_match": 1}}],
                "must_not": [*_of("run", dead), ended],
            }
        }
        _update(connection, index, current, MARK, run=run, step=step)


def remove_uncommitted(
    connection: Connection, index: str, batches: Sequence[str], run: int, dead: Sequence[int]
) -> None:
    """Remove what a run and the dead ones wrote, but for the ``batches`` that are committed."""
    numbers = {"terms": {"run": [*dead, run]}}
    not_named = [{"terms": {"batch": [*batches]}}]
    _delete(connection, index, {"bool": {"filter": [numbers], "must_not": not_named}})


def take_over(
    connection: Connection,
    index: str,
    batches: Sequence[str],
    run: int,
    dead: Sequence[int],
    by: int,
    step: int,
) -> None:
    """Make what dead runs have committed a run's own, and undo their other marks.

    Committed are the articles of ``batches``, and the removals of the run ``by`` up to ``step``.
    """
    if not dead:
        return
    named = [{"terms": {"run": [*dead]}}, {"terms": {"batch": [*batches]}}]
    _update(connection, index, {"bool": {"filter": named}}, TAKE, run=run)
    # One that was taken over by a run which died at that has the step 0.
    committed = [{"bool": {"filter": [{"terms": {"until": [*dead]}}, {"term": {"step": 0}}]}}]
    if by in dead:
        steps = {"range": {"step": {"lte": step}}}
        committed.append({"bool": {"filter": [{"term": {"until": by}}, steps]}})
    ended = {"bool": {"should": committed, "minimum_should_match": 1}}
    _update(connection, index, ended, MARK, run=run, step=0)
    _update(connection, index, {"terms": {"until": [*dead]}}, UNMARK)


def remove_ended(connection: Connection, index: str, run: int, dead: Sequence[int]) -> None:
    """Remove the articles that nobody sees who asks of the state after a run."""
    ended = {"range": {"until": {"lte": run}}}
    _delete(connection, index, {"bool": {"filter": [ended], "must_not": _of("until", dead)}})


def _of(field: str, numbers: Sequence[int]) -> list[Json]:
    return [{"terms": {field: [*numbers]}}] if numbers else []


def _update(connection: Connection, index: str, query: Json, script: str, **given: int) -> None:
    told = {"source": script, "params": given}
    _by_query(connection, index, "update", {"query": query, "script": told})


def _delete(connection: Connection, index: str, query: Json) -> None:
    _by_query(connection, index, "delete", {"query": query})


def _by_query(connection: Connection, index: str, what: str, body: Json) -> None:
    """Do it to all articles that are found, again to those that another has changed meanwhile."""
    for _ in range(TRIES):
        connection.request("POST", f"/{index}/_refresh", seconds=WRITING)
        found = connection.request(
            "POST", f"/{index}/_{what}_by_query", body,
            seconds=WRITING, conflicts="proceed", refresh=True,
        )  # fmt: skip
        failures = found.get("failures")
        if failures:
            raise ClusterFailed(str(connection.address), f"{failures[0].get('cause', failures[0])}")
        if not found.get("version_conflicts"):
            return
    raise ClusterFailed(str(connection.address), "another changes the same articles", "try again")
