"""``python -m newsgrep`` and the ``newsgrep`` command."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from typing import Any

from newsgrep.errors import EXIT_INTERRUPTED


def main() -> None:
    """Run the command line, and end the process with its exit code."""
    if sys.stdin is None:
        # Else the first file to be opened would become the standard input of every child.
        os.open(os.devnull, os.O_RDONLY)
    # Loading modules makes many objects and no garbage: looking for some after every 700 of
    # them, as is the default, costs a short search a tenth of its time.
    gc.set_threshold(50_000, 20, 20)
    # NumPy's library of matrices, which nothing here uses, starts a thread a core that waits by
    # spinning: as much of a processor again as loading NumPy takes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A Ctrl-C while modules are being loaded may fall into a callback of the import system,
    # where KeyboardInterrupt is printed and lost. Nothing has begun yet: end at once.
    listening = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if listening:
        signal.signal(signal.SIGINT, _end)
    from newsgrep.cli.main import main as run

    # What is registered first runs last.
    atexit.register(_each_signal, signal.SIG_IGN)
    try:
        if listening:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code = run()
        # The interpreter looks for cycles several times as it ends, which in a short search takes
        # a tenth of its time; of memory that is given back at once nothing need be found.
        gc.freeze()
        # All is said: what comes now changes nothing, but may end what is left to tidy.
        _each_signal(lambda number, frame: os._exit(code))
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    sys.exit(code)


def _each_signal(handler: Any) -> None:
    """Handle so what would end the process with another code than the one that was told.

    Python gives back its memory with its own handlers gone, which takes a tenth of a second.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, handler)


def _end(number: int, frame: object) -> None:
    os._exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    main()
