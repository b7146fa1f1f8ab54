"""The index folder: find it, make it, trust it, lock it, and commit to it in one step.

``manifest.json`` names the files that make up the index. A commit writes new files beside
those, flushes them, and puts another manifest in its place: the old state or the new one is
there, whatever happens in between.
"""

from __future__ import annotations

import json
import os
import re
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsgrep.errors import (
    IndexDamaged,
    IndexLocked,
    IndexNotReadable,
    IndexNotWritable,
    IndexUntrusted,
    IndexVersionUnknown,
    NoIndexFound,
    NotAnIndex,
)
from newsgrep.storage.section_file import private
from newsgrep.storage.segment_ref import SegmentRef

FORMAT = 7
"""Version of the manifest and of what it names."""

FOLDER = ".newsgrep"
MANIFEST = "manifest.json"
REBUILD = "manifest.rebuild.json"
"""The manifest of an index that is being built anew beside the one that answers."""

OCR = "ocr"
"""The folder of pages that were recognised, so that none is recognised twice."""
LOCK = "lock"
_HOLDER = "writer.json"
_OWN_SUFFIXES = (".seg", ".del", ".files", ".clusters", ".tmp")
_OPEN_TRIES = 8
_WINDOWS_TRIES, _WINDOWS_PAUSE = 100, 0.05
"""How often, and after how many seconds each, what Windows refuses is tried again."""

T = TypeVar("T")


class Manifest(NamedTuple):
    """One committed state of an index."""

    generation: int = 0
    segments: tuple[SegmentRef, ...] = ()
    inventory: tuple[str, ...] = ()
    """The files that tell what was read, in order; see :mod:`newsgrep.ingest.catalog`."""
    clusters: str = ""
    """The file that groups near-copies, if there is one."""
    roots: tuple[str, ...] = ()
    """The files and folders that were given to be indexed, as stored paths."""
    committed: str = ""
    """When, in UTC, ISO 8601."""
    names: str = ""
    """The digest of the configuration by which the articles' sources are named."""
    home: str = ""
    """The folder that held the index then: what relative paths were relative to."""

    @property
    def articles(self) -> int:
        """How many undeleted articles the segments hold."""
        return sum(ref.articles - ref.deleted for ref in self.segments)

    def files(self) -> set[str]:
        """Every file that belongs to this state."""
        named = {ref.name for ref in self.segments} | {ref.deletions for ref in self.segments}
        return {name for name in (*named, self.clusters) if name} | set(self.inventory)


def is_index(folder: str) -> bool:
    """Whether a folder holds an index, of whatever version."""
    try:
        with open(os.path.join(folder, MANIFEST), "rb") as file:
            return re.match(rb'\{\s*"format": \d+,\s*"checksum"', file.read(64)) is not None
    except OSError:
        return False


class IndexFolder:
    """A folder that holds an index."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def name(self) -> str:
        """What the index is called, to be shown."""
        return str(self.path)

    @property
    def root(self) -> Path:
        """The folder that stored paths are relative to: the one that holds the index."""
        return self.path.parent

    def beside(self, ending: str) -> Path:
        """A file beside the index, ``.newsgrep.marks.sqlite``: it stays where the index is lost."""
        return self.path.with_name(f"{self.path.name}.{ending}")

    def require_files(self, what: str) -> None:
        """Raise where the index is not of files, which ``what`` is done to; here it is."""

    def begin(self) -> None:
        """A question is asked: the time begins that its answer may take; here it is any."""

    def lacking(self) -> list[str]:
        """What the answers since the index was opened lack, in words; of a folder nothing."""
        return []

    def lasting(self, manifest: Manifest) -> list[str]:
        """The segments, whose articles keep their numbers as long as they are there."""
        return [segment.name for segment in manifest.segments]

    def meant(self, named: str) -> list[str]:
        """The stored paths that a file may have which a user names, the likeliest first."""
        return [self.stored(os.path.abspath(named))]

    def remarks(self) -> list[str]:
        """What ought to be said of the index after a run; of a folder, nothing."""
        return []

    def exists(self) -> bool:
        """Whether something has been committed here."""
        return (self.path / MANIFEST).is_file()

    def require(self) -> None:
        """Raise :class:`NoIndexFound` or :class:`IndexUntrusted` unless it can be read."""
        try:
            found = self.exists()
        except PermissionError as error:
            raise IndexNotReadable(str(self.path), error) from None
        if not found:
            raise NoIndexFound(str(self.path))
        self._trust()

    @property
    def identity(self) -> str:
        """What tells it from others, however it was named."""
        return os.path.realpath(self.path)

    def is_ours(self) -> bool:
        """Whether there is an index here that this user made or trusts."""
        try:
            self.require()
        except NoIndexFound:
            return False
        except IndexUntrusted:
            return False
        return True

    def make(self) -> None:
        """Make the folder if need be. Raises :class:`NotAnIndex` where other things are in it."""
        try:
            if self.path.is_dir():
                others = [
                    entry.name
                    for entry in self.path.iterdir()
                    if entry.name not in (MANIFEST, REBUILD, LOCK, OCR, _HOLDER)
                    and not entry.name.endswith((*_OWN_SUFFIXES, ".json.tmp"))
                ]
                if others and not self.exists():
                    raise NotAnIndex(str(self.path))
                self._trust()
            else:
                self.path.mkdir(mode=0o700, parents=True)
        except OSError as error:
            raise IndexNotWritable(str(self.path), error.strerror or str(error)) from None

    def _trust(self) -> None:
        """Refuse an index of another user: whoever writes one can lead its readers astray."""
        if os.environ.get("NEWSGREP_TRUST_INDEX") == "1" or not hasattr(os, "geteuid"):
            return
        for path in (self.path, self.path / MANIFEST):
            try:
                owner = path.stat().st_uid
            except FileNotFoundError:
                continue
            if owner != os.geteuid():
                raise IndexUntrusted(str(self.path), _user(owner))

    def manifest(self, name: str = MANIFEST) -> Manifest:
        """The state that is committed; an empty one where none is yet.

        Raises :class:`IndexDamaged` and :class:`IndexVersionUnknown`.
        """
        path = self.path / name
        try:
            raw = _patiently(path.read_bytes)
        except FileNotFoundError:
            return Manifest()
        except OSError as error:
            raise IndexNotReadable(str(path), error) from None
        try:
            envelope = json.loads(raw)
            found, checksum, body = envelope["format"], envelope["checksum"], envelope["index"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise IndexDamaged(str(path), "not readable") from None
        if found != FORMAT:
            raise IndexVersionUnknown(str(self.path), found, FORMAT)
        if zlib.crc32(json.dumps(body, sort_keys=True).encode()) != checksum:
            raise IndexDamaged(str(path), "checksum")
        return Manifest(
            generation=body["generation"],
            segments=tuple(SegmentRef(**ref) for ref in body["segments"]),
            inventory=tuple(body["inventory"]),
            clusters=body["clusters"],
            roots=tuple(body["roots"]),
            committed=body["committed"],
            home=body.get("home", ""),
            names=body.get("names", ""),
        )

    def salvaged_roots(self) -> tuple[str, ...]:
        """What was indexed, as far as a damaged manifest still tells."""
        try:
            raw = (self.path / MANIFEST).read_text(encoding="utf-8", errors="replace")
            roots = json.loads(raw)["index"]["roots"]
            return tuple(root for root in roots if isinstance(root, str))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return ()

    def commit(self, manifest: Manifest, name: str = MANIFEST) -> Manifest:
        """Make ``manifest`` the state of the index; the one that was written.

        The files it names must be complete and flushed to disk.
        """
        written = manifest._replace(
            generation=manifest.generation + 1,
            committed=datetime.now(UTC).isoformat(timespec="seconds"),
            home=str(self.root),
        )
        told = {**written._asdict(), "segments": [ref._asdict() for ref in written.segments]}
        # As JSON gives it back, so that the checksum is of what a reader sees.
        body = json.loads(json.dumps(told))
        checksum = zlib.crc32(json.dumps(body, sort_keys=True).encode())
        data = json.dumps({"format": FORMAT, "checksum": checksum, "index": body}, indent=1)
        temporary = self.path / f"{name}.tmp"
        # First the names of the new files, then the manifest that refers to them.
        self._flush_folder()
        with open(temporary, "w", encoding="utf-8", opener=private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _patiently(lambda: temporary.replace(self.path / name))
        self._flush_folder()
        return written

    def promote_rebuild(self, kept: Sequence[str] = ()) -> None:
        """Let the index that was built aside take the place of the old one.

        ``kept`` are the stored paths whose articles were to be copied from that.
        """
        _patiently(lambda: (self.path / REBUILD).replace(self.path / MANIFEST))
        self._flush_folder()

    def _flush_folder(self) -> None:
        if os.name == "nt":  # Windows has no way to flush a folder, and no need of one.
            return
        handle = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def index_files(self) -> list[str]:
        """The names of the files that hold parts of the index, current ones and leftovers."""
        return [e.name for e in self.path.iterdir() if e.name.endswith(_OWN_SUFFIXES)]

    def remove_leftovers(self, keep: set[str]) -> None:
        """Remove files of the index that are not in ``keep``; for the holder of the lock only."""
        for entry in self.path.iterdir():
            if entry.name.endswith(_OWN_SUFFIXES) and entry.name not in keep:
                # Windows keeps a file that a reader has open; a later run removes it.
                try:
                    entry.unlink()
                except OSError:
                    continue

    def read(self, use: Callable[[Manifest], T]) -> T:
        """``use`` of the committed state; tried again where a commit removes files meanwhile.

        Raises :class:`IndexDamaged` where a file is missing for good.
        """
        for _ in range(_OPEN_TRIES):
            manifest = self.manifest()
            try:
                return use(manifest)
            except FileNotFoundError as error:
                missing = error.filename
                if self.manifest().generation == manifest.generation:
                    break
            except OSError as error:
                raise IndexNotReadable(str(self.path), error) from None
        raise IndexDamaged(str(missing), "the file is missing")

    @contextmanager
    def locked(self, wait: float) -> Iterator[None]:
        """Hold the index for writing; waits up to ``wait`` seconds for another writer.

        The system frees the lock of a process that died. Raises :class:`IndexLocked`.
        """
        from filelock import FileLock, Timeout

        from newsgrep.storage.holder import holder, note_holder

        lock = FileLock(self.path / LOCK, mode=0o600)
        try:
            lock.acquire(timeout=wait, poll_interval=0.1)
        except Timeout:
            raise IndexLocked(str(self.path), holder(self.path / _HOLDER), wait) from None
        except OSError as error:
            raise IndexNotWritable(str(self.path), error.strerror or str(error)) from None
        try:
            note_holder(self.path / _HOLDER)
            yield
        finally:
            try:
                (self.path / _HOLDER).unlink(missing_ok=True)
            finally:
                lock.release()

    def size(self) -> int:
        """Bytes of all the files in the folder."""
        return sum(entry.stat().st_size for entry in self.path.iterdir() if entry.is_file())

    # Paths: stored relative to the root where they lie below it, with forward slashes, so
    # that a folder can be moved or copied together with its index.

    def is_own(self, stored: str) -> bool:
        """Whether a stored path is of this machine; an index in a folder has no others."""
        return True

    def stored(self, path: str) -> str:
        """An absolute path as it is stored."""
        root = os.path.join(self.root, "")
        if path == root[:-1]:
            return "."
        if path.startswith(root):
            path = path[len(root) :]
        return path.replace(os.sep, "/") if os.sep != "/" else path

    def absolute(self, stored: str) -> str:
        """The absolute path of a stored one."""
        return os.path.normpath(os.path.join(self.root, stored))

    def shown(self, stored: str) -> str:
        """A stored path as the user would type it: relative to the working folder if below it."""
        path = self.absolute(stored)
        try:
            here = os.path.join(os.getcwd(), "")
        except FileNotFoundError:
            return path
        return path[len(here) :] if path.startswith(here) else path


def _patiently(step: Callable[[], T]) -> T:
    """What ``step`` gives; tried for some seconds on Windows where it is not permitted.

    Windows does not replace a file that somebody has open, nor opens one that is being replaced.
    Readers have the manifest open for a moment only.
    """
    for _ in range(_WINDOWS_TRIES if os.name == "nt" else 0):
        try:
            return step()
        except PermissionError:
            time.sleep(_WINDOWS_PAUSE)
    return step()


def _user(number: int) -> str:
    try:
        import pwd

        return pwd.getpwuid(number).pw_name
    except (ImportError, KeyError):
        return f"user number {number}"
