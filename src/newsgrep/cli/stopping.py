"""Work that signals stop: Ctrl-C, a terminal that is closed, a service that ends."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsgrep.ingest.events import Report
    from newsgrep.ingest.run import Run


def stoppable(run: Run, paths: list[str]) -> tuple[Report, int]:
    """Run; the report, and the signal that stopped it, 0 if none did.

    The first signal stops the reading and has what was read committed, the second ends at once.
    """
    with on_signals(run.stop) as stopped_by:
        return run.execute(paths), stopped_by()


@contextlib.contextmanager
def on_signals(stop: Callable[[], None]) -> Iterator[Callable[[], int]]:
    """Have the first signal call ``stop``, and a second one end the process.

    Gives what tells which signal came, 0 for none.
    """
    stopped_by = 0
    before: dict[int, Any] = {}
    terminals = [descriptor for descriptor in (1, 2) if os.isatty(descriptor)]

    def stopping(number: int, frame: object) -> None:
        nonlocal stopped_by
        stopped_by = number
        for other in before:
            signal.signal(other, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if number == getattr(signal, "SIGHUP", None):
            # The terminal is gone; writing to it must not end the run.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for descriptor in terminals:
                os.dup2(nowhere, descriptor)
        # Not through the stream: the signal may have come while something was written to it.
        with contextlib.suppress(OSError):
            os.write(2, b"\nnewsgrep: stopping; Ctrl-C again to stop at once\n")
        stop()

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # What is ignored stays so: nohup wants it.
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            before[number] = signal.signal(number, stopping)
    try:
        yield lambda: stopped_by
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
