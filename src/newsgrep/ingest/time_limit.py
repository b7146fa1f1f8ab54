"""A limit on the time that one article may take to read, and a way to break off at once."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from newsgrep.errors import UnreadableFile

DEFAULT_SECONDS = 20.0
_AGAIN = 1.0


class TookTooLong(UnreadableFile):
    """Reading took longer than it may."""


class BrokenOff(BaseException):
    """Somebody wants the work in hand to end now; not to be caught by what catches errors."""


_breakable = False
"""Whether the main thread is at work that may be broken off at any point."""


def can_interrupt() -> bool:
    """Whether this thread can be interrupted by a timer: on POSIX, in the main thread."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


class at_most:
    """Raise :class:`TookTooLong` in the block after ``seconds``; 0 sets no limit.

    Regular expressions are interrupted too: the engine looks for signals as it goes. Where
    timers are not to be had, the processes that read are watched from outside instead.
    """

    # A class: each article is read in such a block, where a generator costs twice as much.
    __slots__ = ("_limits", "_seconds")

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._limits = can_interrupt()

    def __enter__(self) -> None:
        global _breakable
        if not self._limits:
            return
        # As in :func:`breakable`, but a context within another costs more than it ought to here.
        _breakable = True
        if self._seconds > 0:
            _listen()
            # Again every second: a library may catch the first one and go on.
            signal.setitimer(signal.ITIMER_REAL, self._seconds, _AGAIN)

    def __exit__(self, *_: object) -> None:
        global _breakable
        if not self._limits:
            return
        _breakable = False
        if self._seconds > 0:
            signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def breakable() -> Iterator[None]:
    """Let :func:`break_off` end the block, which must leave nothing half done that matters."""
    global _breakable
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _breakable = True
    try:
        yield
    finally:
        _breakable = False


def break_off() -> None:
    """Raise :class:`BrokenOff` in a :func:`breakable` block; for signal handlers.

    Elsewhere, and in other threads than the main one, this does nothing.
    """
    global _breakable
    if _breakable and threading.current_thread() is threading.main_thread():
        _breakable = False
        raise BrokenOff


_watchers: list[Callable[[], None]] = []


def watched(alive: Callable[[], None]) -> None:
    """Have ``alive`` called around :func:`own_time`, for whoever waits for a sign of life."""
    _watchers[:] = [alive]


def _alive() -> None:
    for alive in _watchers:
        alive()


@contextmanager
def own_time() -> Iterator[None]:
    """Let the limit of :func:`at_most` stand still in the block, which has one of its own."""
    _alive()
    if not can_interrupt():
        yield
        _alive()
        return
    left, _ = signal.setitimer(signal.ITIMER_REAL, 0)
    try:
        yield
    finally:
        if left:
            signal.setitimer(signal.ITIMER_REAL, left, _AGAIN)
    _alive()


def _over(number: int, frame: object) -> None:
    raise TookTooLong("took longer to read than --timeout allows")


@cache
def _listen() -> None:
    """Take the alarm for ourselves, once a process: asking again costs more than most articles."""
    signal.signal(signal.SIGALRM, _over)
