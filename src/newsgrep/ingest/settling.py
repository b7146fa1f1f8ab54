"""Which of the files that change are done: those that nobody writes to any more."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

QUIET = 0.5
"""Seconds without a change after which a file counts as written."""
BURST = 30.0
"""Seconds for which files are waited for that keep coming, and for one that keeps growing."""


class Settling:
    """Paths that changed and wait to be looked at together.

    A burst of files is taken in one go: while new ones keep coming, all wait. A file that is
    still being written does not keep the others waiting.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._first: dict[str, float] = {}
        self._last: dict[str, float] = {}
        self._newest = 0.0
        """When a path was met for the first time, last."""

    def __bool__(self) -> bool:
        return bool(self._last)

    def note(self, paths: Iterable[str]) -> None:
        """Set down that these changed just now."""
        now = self._clock()
        for path in paths:
            if path not in self._first:
                self._first[path] = self._newest = now
            self._last[path] = now

    def take(self) -> tuple[set[str], frozenset[str]] | None:
        """What is done, which waits no longer then, and what is still being written.

        None where it is too early to say, or nothing is done.
        """
        now = self._clock()
        done = {path for path, last in self._last.items() if now - last >= QUIET}
        # What is written to without end is looked at from time to time.
        done |= {path for path, first in self._first.items() if now - first >= BURST}
        if not done:
            return None
        writing = self._last.keys() - done
        long = now - min(self._first.values()) >= BURST
        if writing and now - self._newest < QUIET and not long:
            return None
        for path in done:
            del self._first[path], self._last[path]
        return done, frozenset(writing)
