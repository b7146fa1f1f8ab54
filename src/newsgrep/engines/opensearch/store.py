"""The state of an index on a cluster: manifest, catalogue, lock, and the set that answers.

To the rest of the house it is an :class:`IndexFolder`: the files that a manifest names are kept in
the cluster, and brought into a folder of the process where they are wanted. Every document is of a
*run*, counted from 1; the manifest says which runs are visible. So a run shows in one step, and one
that was broken off does not show at all.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from newsgrep.engines.opensearch import mapping, sets
from newsgrep.engines.opensearch.address import Address
from newsgrep.engines.opensearch.connection import WRITING
from newsgrep.engines.opensearch.errors import CopiesMissing, NotOnCluster, OfAnotherFormat
from newsgrep.engines.opensearch.kept_files import bring, keep
from newsgrep.engines.opensearch.lease import Lease
from newsgrep.engines.opensearch.paths import (
    kept_here,
    machine,
    moved,
    with_machine,
    without_machine,
)
from newsgrep.errors import IndexLocked, NoIndexFound
from newsgrep.records import values_of
from newsgrep.storage.folder import MANIFEST, REBUILD, IndexFolder, Manifest
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.engine import OpenSearchEngine

MOST_BATCHES = 500
"""Batches that a manifest names; more are told as one."""

Json = dict[str, Any]
T = TypeVar("T")


class ClusterStore(IndexFolder):
    """What :class:`IndexFolder` is for a folder, for an index on a cluster."""

    def __init__(self, engine: OpenSearchEngine) -> None:
        self._engine = engine
        self._connection = engine.connection
        self._address = engine.connection.address
        folder = tempfile.mkdtemp(prefix="newsgrep-")
        self._ended = weakref.finalize(self, shutil.rmtree, folder, True)
        super().__init__(Path(folder))
        self._lease: Lease | None = None
        self._read_at: dict[str, Json] = {}
        """Number and term that each manifest was read with, so that none is written over."""
        self._id = ""
        """What tells the index from others, however its address is written."""
        self._is_new = False
        """Whether it was looked for, and there is none yet."""
        self._changed = False
        self._remarks: list[str] = []
        self._rebuilds = False
        """Whether the manifest of a rebuild was asked for: then one is about to begin."""

    @property
    def name(self) -> str:
        """The address, to be shown."""
        return str(self._address)

    @property
    def identity(self) -> str:
        """The address: the folder is one of this process alone."""
        return self.name

    @property
    def root(self) -> Path:
        """Where ``newsgrep.toml`` is looked for: the working folder."""
        return Path.cwd()

    def beside(self, ending: str) -> Path:
        """A file of this user on this machine that goes with the index: its marks, and the like."""
        if not self._id and not self._is_new:
            self._is_new = not self._state(MANIFEST)
        # Before there was an index, and where it is of an earlier version, by the address.
        safe = re.sub(r"[^\w.-]+", "-", self.name.partition("://")[2])
        by_address = kept_here() / f"{safe}.{ending}"
        if not self._id:
            return by_address
        return moved(by_address, kept_here() / f"{self._address.name}-{self._id}.{ending}")

    def require_files(self, what: str) -> None:
        """Raise :class:`NotOnCluster`: what is there is no file of this machine."""
        raise NotOnCluster(what)

    def begin(self) -> None:
        """A question is asked: the address's time is that of all its requests together."""
        self._connection.begin()

    def lacking(self) -> list[str]:
        """Which shards did not answer since the index was opened."""
        return self._connection.lacking

    def lasting(self, manifest: Manifest) -> list[str]:
        """None: articles are numbered anew by each snapshot."""
        return []

    # Is it there, and ours

    def exists(self) -> bool:
        """Whether a run has been committed here."""
        return bool(self._state(MANIFEST))

    def require(self) -> None:
        """Raise :class:`NoIndexFound`, :class:`NotOurIndex`, :class:`IndexVersionUnknown`."""
        if not self.exists():
            raise NoIndexFound(self.name)
        self._current()

    def make(self) -> None:
        """Make the indexes if need be. Raises :class:`NotOurIndex`, :class:`OfAnotherFormat`."""
        self._connection.unhurried()
        if sets.answering(self._connection) is None:
            sets.name_first(self._connection)

    def _current(self) -> str:
        """The index of articles of the set that answers; empty where there is none."""
        found = sets.answering(self._connection)
        return found.index if found is not None else ""

    def remarks(self) -> list[str]:
        """What ought to be said of the index after a run; each is said once."""
        remarks, self._remarks = self._remarks, []
        return remarks

    def _compare_made(self) -> None:
        """Say it where the index is not made as the address says: a rebuild would."""
        found, asked = sets.answering(self._connection), self._address
        if found is None or self._rebuilds:
            return
        for wanted, has, what in (
            (asked.shards, found.shards, "shard"), (asked.replicas, found.replicas, "replica"),
        ):  # fmt: skip
            if wanted >= (what == "shard") and wanted != has:
                self._remarks.append(
                    f"the index has {has} {what}{'s' * (has != 1)}, not {wanted}, as it was made "
                    f"so; newsgrep index --rebuild --{what}s {wanted} makes it anew"
                )

    # The manifest

    def manifest(self, name: str = MANIFEST) -> Manifest:
        """The state that is committed; an empty one where none is yet."""
        self._rebuilds = self._rebuilds or name == REBUILD
        found = self._state(name)
        if not found:
            return Manifest()
        state = found["_source"]["about"]
        (self.path / name).write_text(state["manifest"], encoding="utf-8")
        manifest = super().manifest(name)
        if self._lease is not None:
            self._bring_files(manifest, found["_index"])
        return manifest

    def _bring_files(self, manifest: Manifest, index: str) -> None:
        for file in sorted(manifest.files() - {ref.name for ref in manifest.segments}):
            bring(self._connection, self.path / file, index)

    def read(self, use: Callable[[Manifest], T]) -> T:
        """``use`` of the committed state. The files it names are brought for what looks into them:
        a run, and few others; a search does not, and they may be large."""
        manifest = self.manifest()
        try:
            return use(manifest)
        except FileNotFoundError:
            self._bring_files(manifest, f"{self._address.name}{mapping.STATE}")
            return use(manifest)

    def _state(self, name: str) -> Json:
        """The document of a manifest; empty where there is none."""
        where = self._state_of(name)
        found = self._connection.request("GET", f"/{where}/_doc/{MANIFEST}", known=(404,))
        if not found.get("found"):
            if "error" in found and name == MANIFEST:
                self._current()
            return {}
        about: Json = found["_source"]["about"]
        if about.get("format") != mapping.FORMAT:
            raise OfAnotherFormat(self.name, about.get("format"))
        self._read_at[name] = place_of(found)
        index = found["_index"].removesuffix(mapping.STATE)
        if name == MANIFEST:
            self._id = about.get("id", "")
            self._engine.answering(index, about)
        return found

    def _state_of(self, name: str) -> str:
        """The index, or alias, that has the state of a manifest."""
        if name == REBUILD:
            return f"{self._next()}{mapping.STATE}"
        return f"{self._address.name}{mapping.STATE}"

    def _next(self) -> str:
        """The index of articles of the set that a rebuild makes."""
        number = mapping.number_of(self._current()) + 1
        return f"{self._address.name}-{number:06d}"

    def commit(self, manifest: Manifest, name: str = MANIFEST) -> Manifest:
        """Make ``manifest`` the state of the index; the one that was written."""
        if self._lease is None or self._lease.is_lost:
            raise IndexLocked(self.name, "another run, which took this one for dead", 0.0)
        written = super().commit(manifest, name)
        index = self._engine.target
        for file in sorted(written.files() - {ref.name for ref in written.segments}):
            keep(self._connection, self.path / file, f"{index}{mapping.STATE}")
        engine = self._engine
        visible, facts = (engine.visible, engine.facts) if name == MANIFEST else (0, {})
        self._put_state(name, visible, facts)
        self._changed = True
        return written

    def _put_state(self, name: str, visible: int, facts: Json) -> None:
        """Write the manifest of a set, unless another has written it since it was read."""
        self._id = self._id or secrets.token_hex(16)
        about = {
            "format": mapping.FORMAT,
            "id": self._id,
            "visible": visible,
            "facts": facts,
            "manifest": (self.path / name).read_text(encoding="utf-8"),
        }
        path = f"/{self._engine.target}{mapping.STATE}/_doc/{MANIFEST}"
        at = self._read_at.get(name) or {"op_type": "create"}
        found = self._connection.request("PUT", path, {"about": about}, known=(409,), **at)
        if "error" in found:
            # Where only the answer was lost, it is there as it was written.
            found = self._connection.request("GET", path, known=(404,))
            if not found.get("found") or found["_source"]["about"] != about:
                raise IndexLocked(self.name, "another run, which took this one for dead", 0.0)
        self._read_at[name] = place_of(found)

    # A run

    @contextmanager
    def locked(self, wait: float) -> Iterator[None]:
        """Hold the index for writing; at the end, show what the run wrote."""
        self._connection.unhurried()
        state = f"{self._current()}{mapping.STATE}"
        with self._all_shards(), Lease(self._connection, state, wait) as lease:
            self._lease, self._changed = lease, False
            self._read_at.clear()
            self._rebuilds = False
            self._engine.target = state.removesuffix(mapping.STATE)
            self._engine.answering(self._engine.target, {})
            self._state(MANIFEST)
            try:
                yield
                self._compare_made()
                if self._changed and self._engine.target == state.removesuffix(mapping.STATE):
                    self._show(MANIFEST)
            finally:
                self._lease = None

    @contextmanager
    def _all_shards(self) -> Iterator[None]:
        """Take no answer that lacks shards, whatever the address says: a run goes by it."""
        asked = self._connection.address
        self._connection.address = Address(**{**values_of(asked), "partial": False})
        try:
            yield
        finally:
            self._connection.address = asked

    def remove_leftovers(self, keep: set[str]) -> None:
        """Remove what runs that were broken off left; for the holder of the lock only."""
        super().remove_leftovers(keep)
        if self._rebuilds and not self._changed:
            self._engine.target = self._next()
            like = sets.answering(self._connection)
            sets.make(self._connection, mapping.number_of(self._engine.target), like)
        self._engine.remove_unnamed([name for name in keep if "." not in name])
        self._remove_files(keep)

    def _remove_files(self, keep: set[str]) -> None:
        """Remove kept files that no manifest names."""
        index = f"{self._engine.target}{mapping.STATE}"
        self._connection.request("POST", f"/{index}/_refresh")
        found = self._connection.request(
            "POST", f"/{index}/_search", {"size": 1_000, "_source": False}
        )
        for hit in found["hits"]["hits"]:
            file = hit["_id"].rpartition("-")[0]
            if file.endswith((".files", ".clusters")) and file not in keep:
                self._connection.request("DELETE", f"/{index}/_doc/{hit['_id']}", known=(404,))

    def promote_rebuild(self, kept: Sequence[str] = ()) -> None:
        """Let the set that was built take the place of the one that answers, in one step.

        Raises :class:`CopiesMissing` where articles of the files ``kept`` are not all in it.
        """
        name = self._address.name
        self._require_copied(kept)
        new = mapping.number_of(self._engine.target)
        old = mapping.number_of(self._current())
        self._show(REBUILD)
        actions: list[Json] = []
        for alias, index in mapping.parts_of(name, new):
            actions.append({"add": {"index": index, "alias": alias}})
        for _, index in mapping.parts_of(name, old):
            actions.append({"remove_index": {"index": index}})
        assert self._lease is not None
        self._lease.move(f"{self._engine.target}{mapping.STATE}")
        self._connection.request("POST", "/_aliases", {"actions": actions}, seconds=WRITING)
        self._read_at[MANIFEST] = self._read_at[REBUILD]

    def _require_copied(self, kept: Sequence[str]) -> None:
        engine = self._engine
        engine.refresh()
        had, has = engine.articles_in(kept)
        if has < had:
            # The next rebuild copies them anew.
            number = mapping.number_of(engine.target)
            parts = [index for _, index in mapping.parts_of(self._address.name, number)]
            sets.remove(self._connection, parts)
            raise CopiesMissing(self.name, has, had)

    def _show(self, name: str) -> None:
        """Let readers see the articles of this run, and no longer those that it replaced."""
        engine = self._engine
        target = engine.target
        where = f"/{target},{target}{mapping.WORDS}/_refresh"
        self._connection.request("POST", where, seconds=WRITING)
        run = engine.run
        facts = engine.facts_of(target, run)
        manifest = super().manifest(name)
        if len(manifest.segments) > MOST_BATCHES:
            total = SegmentRef(target, facts["articles"], facts["words"], 0, self.size())
            manifest = replace(manifest, segments=(total,))
        super().commit(manifest, name)
        self._put_state(name, run, facts)
        engine.remove_replaced(target, run)

    def size(self) -> int:
        """Bytes of the indexes of the set that answers, their copies among them."""
        name = self._engine.target or self._address.name
        # Not by a star: other indexes may begin so.
        parts = ",".join(f"{name}{part}" for part in ("", mapping.WORDS, mapping.STATE))
        found = self._connection.request("GET", f"/{parts}/_stats/store")
        return int(found["_all"]["total"].get("store", {}).get("size_in_bytes", 0))

    # Paths

    def is_own(self, stored: str) -> bool:
        """Whether a stored path is of this machine; others write into the index as well."""
        return stored.startswith(f"{machine()}:")

    def stored(self, path: str) -> str:
        """An absolute path as it is stored: with the machine that it is on."""
        written = path.replace(os.sep, "/") if os.sep != "/" else path
        return f"{machine()}:{written}"

    def meant(self, named: str) -> list[str]:
        """The stored paths that a file may have which a user names, on whichever machine."""
        written = with_machine(named)
        return [*super().meant(named), *([written] if written else [])]

    def absolute(self, stored: str) -> str:
        """The absolute path of a stored one; of another machine's, one that is nowhere here."""
        if self.is_own(stored):
            return os.path.normpath(without_machine(stored))
        return os.path.join(os.path.abspath(os.sep), ".newsgrep-elsewhere", stored)

    def shown(self, stored: str) -> str:
        """A stored path as the user would type it; another machine's with its name before it."""
        if not self.is_own(stored):
            return stored
        path = self.absolute(stored)
        try:
            here = os.path.join(os.getcwd(), "")
        except FileNotFoundError:
            return path
        return path[len(here) :] if path.startswith(here) else path


def place_of(found: Json) -> Json:
    """Which version of a document was read or written, as the next one to write it says."""
    return {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
