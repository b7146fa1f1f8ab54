"""An index kept in step with its files while they change, until it is stopped."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsgrep.errors import IndexLocked, NewsgrepError, NoIndexFound, UsageError
from newsgrep.ingest.discovery import IGNORE_FILE
from newsgrep.ingest.events import Event, Noted, Report
from newsgrep.ingest.presence import is_there
from newsgrep.ingest.run import Options, Run
from newsgrep.ingest.settling import QUIET, Settling
from newsgrep.storage.folder import IndexFolder

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine

_STEP, _IDLE_STEP = 100, 200
"""Milliseconds after which what changed is told; and while nothing does."""
_LOOK = 5.0
"""Seconds after which is looked for what cannot be watched."""
_AGAIN = 10.0
"""Seconds after which a run that failed is tried again."""


class Watch:
    """One watch over files and folders; made for one call of :meth:`reports`."""

    def __init__(
        self,
        folder: IndexFolder,
        engine: Engine,
        options: Options,
        tell: Callable[[Event], None],
    ) -> None:
        if options.dry_run:
            raise UsageError("a watch does what it sees", "leave out --dry-run")
        self._folder = folder
        self._engine = engine
        self._options = options
        self._tell = tell
        self._stop = threading.Event()
        self._run: Run | None = None
        self._settling = Settling()
        own = os.path.realpath(folder.path)
        self._own = (own, os.path.join(own, ""), f"{own}.")
        """What the index itself writes to, as the beginnings of paths."""
        self._real: dict[str, str] = {}
        """The folders that are watched, each with how it was given."""
        self._files: dict[str, tuple[int, int, int] | None] = {}
        """Files that were given themselves, with what tells whether they changed."""
        self._tops: list[str] = []

    def stop(self) -> None:
        """End the watch; a run in hand commits what it read. For signal handlers."""
        self._stop.set()
        if self._run is not None:
            self._run.stop()

    def reports(self, paths: Sequence[str] = ()) -> Iterator[Report]:
        """The report of a run over ``paths`` (absolute), and of one for each change after.

        With no paths, those that were indexed before; those are watched in any case. A run that
        finds nothing to do is not reported, the first aside. A later run that fails is told,
        and tried again. Raises :class:`NewsgrepError` where the first one fails.
        """
        given = list(paths)
        # Later runs are over all that was ever given, and so is the watch.
        self._tops = list(dict.fromkeys((*given, *self._roots())))
        if not self._tops:
            raise UsageError("nothing to watch", "give a file or folder: newsgrep index FOLDER")
        notifier = self._notifier()
        report = self._indexed(given, self._options)
        later = replace(self._options, rebuild=False, verify=False, prune=False)
        try:
            yield report
            while not self._stop.is_set():
                if self._changed(notifier):
                    notifier.close()
                    notifier = self._notifier()
                ready = self._settling.take()
                if ready is None:
                    continue
                done, writing = ready
                found = self._again(replace(later, unsettled=writing), done)
                if found is not None and _did_something(found):
                    yield found
        finally:
            notifier.close()

    def _roots(self) -> list[str]:
        return [self._folder.absolute(root) for root in self._folder.manifest().roots]

    def _again(self, options: Options, done: set[str]) -> Report | None:
        """A later run; None where it failed, to be tried again."""
        try:
            if not self._folder.path.is_dir():
                # A run would make another in its place, into which it could not be moved back.
                raise NoIndexFound(str(self._folder.path))
            return self._indexed([], options)
        except (NewsgrepError, OSError) as error:
            message = error.message if isinstance(error, NewsgrepError) else str(error)
            self._tell(Noted(f"{message}; trying again in {_AGAIN:g} s"))
            pause = 0.0 if isinstance(error, IndexLocked) else _AGAIN
            self._stop.wait(pause)
            self._settling.note(done)
            return None

    def _indexed(self, paths: list[str], options: Options) -> Report:
        options = replace(options, settle=QUIET)
        self._run = Run(self._folder, self._engine, options, self._tell)
        if self._stop.is_set():
            self._run.stop()
        report = self._run.execute(paths)
        self._run = None
        self._settling.note(path for path in report.waiting if path not in options.unsettled)
        return report

    # What changes

    def _notifier(self) -> Any:
        """What hears of changes below the folders that are there. Raises :class:`UsageError`."""
        from watchfiles._rust_notify import RustNotify

        folders = [path for path in self._tops if os.path.isdir(path)]
        self._real = {os.path.realpath(path): path for path in folders}
        # A file that is replaced would be lost sight of; it is looked at from time to time.
        files = (path for path in self._tops if path not in folders)
        self._files = {path: self._files.get(path) or _signs(path) for path in files}
        self._looked = time.monotonic()
        try:
            return RustNotify(list(self._real), False, False, 300, True, True)
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(
                f"the folders cannot be watched: {reason}",
                "a limit of the system, as fs.inotify.max_user_watches, may be too low; or set "
                "WATCHFILES_FORCE_POLLING=1",
            ) from None

    def _changed(self, notifier: Any) -> bool:
        """Wait for changes, and note them; whether the folders have to be watched anew."""
        if self._settling:
            step, most = _STEP, _STEP
        elif self._files:
            step, most = _IDLE_STEP, 1000
        else:
            step, most = _IDLE_STEP, int(_LOOK * 1000)
        try:
            found = notifier.watch(1000, step, most, self._stop)
        except RuntimeError:
            # A name that is no UTF-8, of which it says no more: all folders are looked through.
            self._settling.note(self._real.values())
            return True
        if isinstance(found, set):
            self._settling.note(filter(None, (self._concerned(path) for _, path in found)))
        for path, signs in self._files.items():
            now = _signs(path)
            if now != signs:
                self._files[path] = now
                self._settling.note([path])
        return self._came_or_went()

    def _came_or_went(self) -> bool:
        """Whether a folder that was given is there again, or no more."""
        if time.monotonic() - self._looked < _LOOK:
            return False
        self._looked = time.monotonic()
        back = [path for path in self._files if os.path.isdir(path)]
        gone = [path for path in self._tops if path not in self._files and not is_there(path)]
        self._settling.note([*back, *gone])
        return bool(back or gone)

    def _concerned(self, path: str) -> str:
        """A path that changed as it is known here; empty for what is hidden or the index's own."""
        if path == self._own[0] or path.startswith(self._own[1:]):
            return ""
        for real, top in self._real.items():
            if path == real:
                return top
            if path.startswith(os.path.join(real, "")):
                below = path[len(os.path.join(real, "")) :]
                hidden = any(part.startswith(".") for part in below.split(os.sep))
                if hidden and os.path.basename(path) != IGNORE_FILE:
                    return ""
                return os.path.join(top, below)
        return ""


def _signs(path: str) -> tuple[int, int, int] | None:
    """What tells whether a file changed; None where there is none."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _did_something(report: Report) -> bool:
    return bool(report.added or report.changed or report.moved or report.removed or report.failed)
