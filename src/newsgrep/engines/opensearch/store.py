"""The state of an index on a cluster: manifest, catalogue, lock, and the set that answers.

To the rest of the house it is an :class:`IndexFolder`: the files that a manifest names are kept in
the cluster, and brought into a folder of the process where they are wanted. Every article is of a
*run*, which has a number of its own; the state says which runs are visible. So a run shows in one
step, and one that was broken off does not show at all.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from newsgrep.engines.opensearch import kept_files, mapping, sets, state
from newsgrep.engines.opensearch.errors import CopiesMissing, NotOnCluster
from newsgrep.engines.opensearch.holding import held
from newsgrep.engines.opensearch.paths import kept_here, moved
from newsgrep.engines.opensearch.reading import Moment
from newsgrep.engines.opensearch.state import (
    TAKEN,
    State,
    States,
    but,
    needed_by_nobody,
    shown,
    taken,
)
from newsgrep.engines.opensearch.stored_paths import PathsOfMachines
from newsgrep.errors import IndexDamaged, IndexLocked, NewsgrepError, NoIndexFound
from newsgrep.storage.folder import MANIFEST, REBUILD, Manifest
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.engine import OpenSearchEngine
    from newsgrep.engines.opensearch.lease import Lease

MOST_BATCHES = 500
"""Batches that a manifest names; more are told as one."""

TRIES = 3
"""Times that the state is read anew where another has just written it."""

Json = dict[str, Any]
T = TypeVar("T")


class ClusterStore(PathsOfMachines):
    """What :class:`IndexFolder` is for a folder, for an index on a cluster."""

    def __init__(self, engine: OpenSearchEngine) -> None:
        self._engine = engine
        self._connection = engine.connection
        self._address = engine.connection.address
        folder = tempfile.mkdtemp(prefix="newsgrep-")
        self._ended = weakref.finalize(self, shutil.rmtree, folder, True)
        super().__init__(Path(folder))
        self._lease: Lease | None = None
        self._states = States(self._connection)
        self._before = State()
        """The state that a run began with."""
        self._changed = False
        self._regroups = False
        """Whether near-copies are grouped anew, as one that was taken for dead has grouped some."""
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
        if MANIFEST not in self._states.known:
            self._state(MANIFEST)
        # Before there was an index, and where it is of an earlier version, by the address.
        safe = re.sub(r"[^\w.-]+", "-", self.name.partition("://")[2])
        by_address, own = kept_here() / f"{safe}.{ending}", self._states.known[MANIFEST].id
        if not own:
            return by_address
        return moved(by_address, kept_here() / f"{self._address.name}-{own}.{ending}")

    def require_files(self, what: str) -> None:
        """Raise :class:`NotOnCluster`: what is there is no file of this machine."""
        raise NotOnCluster(what)

    def begin(self) -> None:
        """A question is asked: the address's time is that of all its requests together."""
        self._connection.begin()

    def lacking(self) -> list[str]:
        """Which shards did not answer since the index was opened."""
        return self._connection.question.lacking

    def lasting(self, manifest: Manifest) -> list[str]:
        """None: articles are numbered anew by each snapshot."""
        return []

    # Is it there, and ours

    def exists(self) -> bool:
        """Whether a run has been committed here."""
        return bool(self._state(MANIFEST).manifest)

    def require(self) -> None:
        """Raise :class:`NoIndexFound`, :class:`NotOurIndex`, :class:`IndexVersionUnknown`."""
        if not self.exists():
            raise NoIndexFound(self.name)
        sets.index_answering(self._connection)

    def make(self) -> None:
        """Make the indexes if need be. Raises :class:`NotOurIndex`, :class:`OfAnotherFormat`."""
        self._connection.unhurried()
        if sets.answering(self._connection) is None:
            sets.name_first(self._connection)

    def remarks(self) -> list[str]:
        """What ought to be said of the index after a run; each is said once."""
        remarks, self._remarks = self._remarks, []
        return remarks

    # The manifest

    def manifest(self, name: str = MANIFEST) -> Manifest:
        """The state that is committed; an empty one where none is yet."""
        self._rebuilds = self._rebuilds or name == REBUILD
        text = self._state(name).manifest
        if not text:
            return Manifest()
        (self.path / name).write_text(text, encoding="utf-8")
        manifest = super().manifest(name)
        if self._lease is not None:
            anew = manifest.clusters if self._regroups or name == REBUILD else ""
            self._bring_files(manifest, self._state_of(name), without=anew)
        return manifest

    def read(self, use: Callable[[Manifest], T]) -> T:
        """``use`` of the committed state. The files it names are brought for what looks into them:
        a run, and few others; a search does not, and they may be large."""
        manifest = self.manifest()
        while True:
            try:
                return use(manifest)
            except FileNotFoundError:
                manifest = self._with_files(manifest)

    def _with_files(self, manifest: Manifest) -> Manifest:
        """A manifest with its files here; a newer one, if a run has removed them meanwhile."""
        try:
            self._bring_files(manifest, self._state_of(MANIFEST))
        except IndexDamaged:
            newer = self.manifest()
            if newer.generation == manifest.generation:
                raise
            return newer
        return manifest

    def _bring_files(self, manifest: Manifest, index: str, without: str = "") -> None:
        for file in sorted(manifest.files() - {ref.name for ref in manifest.segments}):
            if file == without:
                (self.path / file).unlink(missing_ok=True)
            else:
                kept_files.bring(self._connection, index, self.path / file)

    def _state(self, name: str) -> State:
        """What the document of a set tells; a run reads it once, and goes by what it wrote."""
        if self._lease is not None and name in self._states.known:
            return self._states.known[name]
        read_at = Moment()
        articles = self._next() if name == REBUILD else self._address.name
        index, found = self._states.read(name, articles)
        if name == MANIFEST and found is not None:
            self._engine.answering(index, found, read_at)
        elif name == MANIFEST and not index:
            sets.index_answering(self._connection)
        return found or State()

    def _state_of(self, name: str) -> str:
        """The index, or alias, that has the state of a manifest."""
        if name == REBUILD:
            return f"{self._next()}{mapping.STATE}"
        return f"{self._address.name}{mapping.STATE}"

    def _next(self) -> str:
        """The index of articles of the set that a rebuild makes."""
        return sets.next_to(self._address.name, sets.index_answering(self._connection))

    def _write(self, name: str, **changes: Any) -> None:
        """Change the state of a set, unless another has written it since it was read."""
        state = but(self._states.known[name], **changes)
        self._states.write(name, self._engine.target, state)

    def commit(self, manifest: Manifest, name: str = MANIFEST) -> Manifest:
        """Make ``manifest`` the state of the index; the one that was written."""
        self._hold()
        written = super().commit(manifest, name)
        engine = self._engine
        for file in sorted(written.files() - {ref.name for ref in written.segments}):
            index = f"{engine.target}{mapping.STATE}"
            kept_files.keep(self._connection, index, self.path / file, engine.run)
        self._write(name, **self._committed(name))
        self._changed = True
        return written

    def _committed(self, name: str) -> Json:
        """What a commit changes in a state."""
        text = (self.path / name).read_text(encoding="utf-8")
        return {"manifest": text, "by": self._engine.run, "step": self._engine.step}

    def _hold(self) -> None:
        """Raise :class:`IndexLocked` where another has taken the lock."""
        if self._lease is None or not self._lease.holds():
            raise IndexLocked(self.name, TAKEN, 0.0)

    # A run

    @contextmanager
    def locked(self, wait: float) -> Iterator[None]:
        """Hold the index for writing; at the end, show what the run wrote."""
        self._connection.unhurried()
        with held(self._connection, self._states, wait) as (index, lease):
            self._begin(lease, index)
            try:
                yield
                self._end(index)
            except IndexLocked:
                raise
            except NewsgrepError as error:
                if lease.is_taken():
                    raise IndexLocked(self.name, TAKEN, 0.0) from error
                raise
            finally:
                self._lease = None

    def _begin(self, lease: Lease, index: str) -> None:
        """Get a number, and declare those dead that were given and are not shown."""
        self._changed = self._rebuilds = False
        self._engine.target = index
        self._states.known.clear()
        for tries in reversed(range(TRIES)):
            self._before = self._state(MANIFEST)
            try:
                self._take(index)
                break
            except IndexLocked:
                # Whoever held the lock before has just committed.
                if not tries:
                    raise
        self._lease = lease
        self._regroups = self._engine.is_grouped_by_the_dead()

    def _take(self, index: str) -> None:
        begun = taken(self._states.known[MANIFEST])
        self._states.write(MANIFEST, index, begun)
        self._engine.answering(index, begun, Moment())
        self._engine.writing(begun.given, self._hold)

    @property
    def _is_to_be_shown(self) -> bool:
        """Whether a run that was broken off has committed what is not shown yet."""
        return self._before.by > self._before.visible

    def _end(self, index: str) -> None:
        """Show what the run wrote, and say what ought to be said of the index."""
        if self._engine.target == index:
            if self._changed or self._is_to_be_shown:
                self._show(MANIFEST)
            else:
                self._compare_counted(super().manifest(), self._engine.count())
                self._write(MANIFEST, visible=self._engine.run)
        if not self._rebuilds:
            self._remarks += sets.not_as_asked(self._connection)

    def _compare_counted(self, manifest: Manifest, seen: int) -> None:
        """Say it where the cluster shows other articles than the manifest has."""
        if manifest.articles != seen:
            self._remarks.append(
                f"the index ought to have {manifest.articles:,} articles, and the cluster shows "
                f"{seen:,}; newsgrep index --rebuild puts that right"
            )

    def remove_leftovers(self, keep: set[str]) -> None:
        """Remove what runs that were broken off left; for the holder of the lock only."""
        super().remove_leftovers(keep)
        self._hold()
        engine = self._engine
        batches = [name for name in keep if "." not in name]
        engine.remove_uncommitted(batches)
        if not self._changed:
            engine.take_over(batches, self._before)
            now = time.time()
            engine.remove_ended(needed_by_nobody(self._before, now))
            self._remove_left(now)
            if self._rebuilds:
                self._begin_rebuild(batches)
        index = f"{engine.target}{mapping.STATE}"
        kept_files.remove_others(self._connection, index, keep, engine.run)

    def _remove_left(self, now: float) -> None:
        left = self._states.known[MANIFEST].left
        if left:
            stay = sets.remove_left(self._connection, left, now - state.KEPT)
            self._write(MANIFEST, left=stay)

    def _begin_rebuild(self, batches: Sequence[str]) -> None:
        """Write to the next set from now on, and go on from what is committed there."""
        engine = self._engine
        if self._is_to_be_shown:
            # What is copied is what is shown.
            self._show(MANIFEST)
            self._take(engine.target)
        like = sets.answering(self._connection)
        engine.target = self._next()
        sets.make(self._connection, mapping.number_of(engine.target), like)
        before, now = self._state(REBUILD), self._states.known[MANIFEST]
        self._write(REBUILD, id=now.id, visible=0, given=now.given, dead=now.dead)
        engine.remove_uncommitted(batches)
        engine.take_over(batches, before)

    def promote_rebuild(self, kept: Sequence[str] = ()) -> None:
        """Let the set that was built take the place of the one that answers, in one step.

        Raises :class:`CopiesMissing` where articles of the files ``kept`` are not all in it.
        """
        self._hold()
        self._require_copied(kept)
        old = sets.index_answering(self._connection)
        new, run = self._engine.target, self._engine.run
        left = [*self._states.known[MANIFEST].left, (old, time.time())]
        self._show(REBUILD, left=left)
        # The sign before the lock is looked at: whoever takes that removes it.
        sets.mark(self._connection, new, run)
        assert self._lease is not None
        self._lease.move(f"{new}{mapping.STATE}")
        sets.replace(self._connection, old, new, run)
        self._states.promote(REBUILD, MANIFEST)

    def _require_copied(self, kept: Sequence[str]) -> None:
        engine = self._engine
        engine.refresh()
        had, has = engine.articles_in(kept)
        if has < had:
            # The next rebuild copies them anew.
            sets.remove(self._connection, mapping.set_of(engine.target))
            raise CopiesMissing(self.name, has, had)

    def _show(self, name: str, **changes: Any) -> None:
        """Let readers see the articles of this run, and no longer those that it replaced."""
        self._hold()
        engine = self._engine
        engine.refresh()
        facts = engine.facts()
        manifest = super().manifest(name)
        self._compare_counted(manifest, facts["articles"])
        if len(manifest.segments) > MOST_BATCHES:
            total = SegmentRef(engine.target, facts["articles"], facts["words"], 0, self.size())
            manifest = manifest._replace(segments=(total,))
        super().commit(manifest, name)
        now = time.time()
        last = self._states.known[MANIFEST].shown
        if name == REBUILD or engine.replaces():
            last = shown(last, engine.run, now)
        changes |= self._committed(name)
        self._write(name, **changes, visible=engine.run, facts=facts, shown=last)
        engine.remove_ended(needed_by_nobody(self._states.known[name], now))

    def size(self) -> int:
        """Bytes of the indexes of the set that answers, their copies among them."""
        return sets.size(self._connection, self._engine.target or self._address.name)
