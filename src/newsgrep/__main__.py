"""``python -m newsgrep`` and the ``newsgrep`` command."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    # Loading modules makes many objects and no garbage: looking for some after every 700 of
    # them, as is the default, costs a short search a tenth of its time.
    gc.set_threshold(50_000, 20, 20)
    from newsgrep.cli.app import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
