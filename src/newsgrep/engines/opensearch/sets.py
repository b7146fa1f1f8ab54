"""The sets of indexes that an index on a cluster is made of: looked for, made, and removed.

What is there is looked at before anything is made, so that nothing of others is touched; what was
made is removed again where a later step fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from newsgrep.engines.opensearch import mapping
from newsgrep.engines.opensearch.connection import WRITING
from newsgrep.engines.opensearch.errors import ClusterFailed, NotOurIndex, OfAnotherFormat
from newsgrep.errors import NewsgrepError
from newsgrep.records import record

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.connection import Connection

Json = dict[str, Any]
_TOLD = "*.mappings._meta,*.settings.index.number_of_*,error,status"


@record
class Made:
    """The set that answers: its index of articles, and how that is made."""

    index: str
    shards: int
    replicas: int


def answering(connection: Connection) -> Made | None:
    """The set that the name of the address stands for; None where there is none.

    Raises :class:`NotOurIndex` where something else has the name, :class:`OfAnotherFormat`.
    """
    name = connection.address.name
    found = _look(connection, [name])
    for index, about in found.items():
        if index == name or len(found) > 1 or not _is_ours(about):
            raise NotOurIndex(str(connection.address))
        _require_format(connection, about)
        return Made(index, *how_made(about))
    return None


def index_answering(connection: Connection) -> str:
    """The index of articles of that set; empty where there is none. Raises as :func:`answering`."""
    found = answering(connection)
    return found.index if found is not None else ""


def make(connection: Connection, number: int, like: Made | None = None) -> list[str]:
    """Make what is not there yet of a set; the indexes that were made.

    As many shards and copies as the address says, else as many as the set has that it is made
    ``like``. Raises :class:`NotOurIndex` where something else has one of the names.
    """
    asked = connection.address
    shards = asked.shards or (like.shards if like else 1)
    replicas = asked.replicas if asked.replicas >= 0 else (like.replicas if like else 1)
    there = _ours_of(connection, number, like)
    body = {
        "": mapping.articles_index,
        mapping.WORDS: mapping.words_index,
        mapping.STATE: mapping.state_index,
    }
    made: list[str] = []
    try:
        for alias, index in mapping.parts_of(asked.name, number):
            if index in there:
                continue
            about = body[alias.removeprefix(asked.name)](shards, replicas)
            found = connection.request(
                "PUT", f"/{index}", about, known=(400,), wait_for_active_shards=1, timeout="60s"
            )
            if "error" not in found:
                made.append(index)
            elif "already_exists" not in str(found["error"]):
                raise ClusterFailed(str(asked), f"{index}: {found['error'].get('reason')}")
        # Another may have made one of them at the same moment.
        _ours_of(connection, number, like)
    except BaseException:
        remove(connection, made)
        raise
    return made


def name_first(connection: Connection) -> None:
    """Make the first set, and let the names stand for it."""
    made = make(connection, 1)
    name = connection.address.name
    actions = [
        {"add": {"index": index, "alias": alias}} for alias, index in mapping.parts_of(name, 1)
    ]
    try:
        connection.request("POST", "/_aliases", {"actions": actions})
    except BaseException:
        remove(connection, made)
        raise


def mark(connection: Connection, new: str, run: int) -> None:
    """Set the sign by which a run may let a set take the place of another."""
    action = {"index": f"{new}{mapping.STATE}", "alias": _sign(new, run)}
    connection.request("POST", "/_aliases", {"actions": [{"add": action}]})


def forbid(connection: Connection, new: str, run: int) -> None:
    """Remove the sign of a run that is taken for dead: its set takes no place any more."""
    path = f"/{new}{mapping.STATE}/_alias/{_sign(new, run)}"
    connection.request("DELETE", path, known=(404,))


def replace(connection: Connection, old: str, new: str, run: int) -> None:
    """Let the names stand for another set, in one step; each is named by its articles.

    The old set stays as it is. An error where the sign of the run is not there.
    """
    name = connection.address.name
    sign = {"index": f"{new}{mapping.STATE}", "alias": _sign(new, run), "must_exist": True}
    actions: list[Json] = [{"remove": sign}]
    for alias, index in mapping.parts_of(name, mapping.number_of(new)):
        actions.append({"add": {"index": index, "alias": alias}})
    for alias, index in mapping.parts_of(name, mapping.number_of(old)):
        actions.append({"remove": {"index": index, "alias": alias, "must_exist": True}})
    try:
        connection.request("POST", "/_aliases", {"actions": actions}, seconds=WRITING)
    except NewsgrepError:
        # Where only the answer was lost, it is done.
        found = answering(connection)
        if found is None or found.index != new:
            raise


def _sign(new: str, run: int) -> str:
    return f"{new}-by-{run}"


def size(connection: Connection, articles: str) -> int:
    """Bytes of the indexes of a set, their copies among them."""
    # Not by a star: other indexes may begin so.
    found = connection.request("GET", f"/{','.join(mapping.set_of(articles))}/_stats/store")
    return int(found["_all"]["total"].get("store", {}).get("size_in_bytes", 0))


def remove_left(
    connection: Connection, left: Sequence[tuple[str, float]], before: float
) -> list[tuple[str, float]]:
    """Remove the sets whose place another took ``before`` a time; what is left of them."""
    stay = [(articles, at) for articles, at in left if at > before]
    for articles, at in left:
        if at <= before:
            for index in mapping.set_of(articles):
                connection.request("DELETE", f"/{index}", known=(404,))
    return stay


def remove(connection: Connection, indexes: Sequence[str]) -> None:
    """Remove indexes, as far as that can be done; for what is not in use."""
    for index in indexes:
        with suppress(NewsgrepError):
            connection.request("DELETE", f"/{index}", known=(404,))


def not_as_asked(connection: Connection) -> list[str]:
    """What of the set that answers is made otherwise than the address says, in words."""
    found, asked = answering(connection), connection.address
    if found is None:
        return []
    compared = (
        ("shard", asked.shards or found.shards, found.shards),
        ("replica", asked.replicas if asked.replicas >= 0 else found.replicas, found.replicas),
    )
    return [
        f"the index has {has} {what}{'s' * (has != 1)}, not {wanted}, as it was made so; "
        f"newsgrep index --rebuild --{what}s {wanted} makes it anew"
        for what, wanted, has in compared
        if wanted != has
    ]


def how_made(about: Json) -> tuple[int, int]:
    """Shards of an index, and copies of each."""
    settings = about["settings"]["index"]
    return int(settings["number_of_shards"]), int(settings["number_of_replicas"])


def next_to(name: str, articles: str) -> str:
    """The index of articles of the set that is to take the place of one."""
    return f"{name}-{mapping.number_of(articles) + 1:06d}"


def _ours_of(connection: Connection, number: int, like: Made | None) -> Json:
    """What is there of a set. Raises :class:`NotOurIndex`, :class:`OfAnotherFormat`."""
    name = connection.address.name
    parts = dict(mapping.parts_of(name, number))
    others = {name, f"{name}{mapping.WORDS}", f"{name}{mapping.STATE}"}
    old = mapping.parts_of(name, mapping.number_of(like.index)) if like else ()
    known = {*parts.values(), *(index for _, index in old)}
    found = _look(connection, [*parts.values(), *others])
    for index, about in found.items():
        if index not in known or not _is_ours(about):
            hosts = ",".join(connection.address.hosts)
            raise NotOurIndex(f"{hosts}/{index}")
        _require_format(connection, about)
    return found


def _look(connection: Connection, names: Sequence[str]) -> Json:
    """The indexes that some names stand for."""
    path = f"/{','.join(names)}"
    some = {"ignore_unavailable": True} if len(names) > 1 else {}
    found = connection.request("GET", path, known=(404,), filter_path=_TOLD, **some)
    return {} if found.get("status") == 404 else found


def _is_ours(about: Json) -> bool:
    meta = about.get("mappings", {}).get("_meta", {})
    return bool(meta.get("made_by") == mapping.MADE_BY)


def _require_format(connection: Connection, about: Json) -> None:
    found = about["mappings"]["_meta"].get("format")
    if found != mapping.FORMAT:
        raise OfAnotherFormat(str(connection.address), found)
