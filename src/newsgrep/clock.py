"""A limit on the time that one article may take to read."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from newsgrep.errors import UnreadableFile

DEFAULT_SECONDS = 20.0
_AGAIN = 1.0


class TookTooLong(UnreadableFile):
    """Reading took longer than it may."""


def can_interrupt() -> bool:
    """Whether this thread can be interrupted by a timer: on POSIX, in the main thread."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise :class:`TookTooLong` in the block after ``seconds``; 0 sets no limit.

    Regular expressions are interrupted too: the engine looks for signals as it goes. Where
    timers are not to be had, the processes that read are watched from outside instead.
    """
    if seconds <= 0 or not can_interrupt():
        yield
        return
    _listen()
    # Again every second: a library may catch the first one and go on.
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _over(number: int, frame: object) -> None:
    raise TookTooLong("took longer to read than --timeout allows")


@cache
def _listen() -> None:
    """Take the alarm for ourselves, once a process: asking again costs more than most articles."""
    signal.signal(signal.SIGALRM, _over)
