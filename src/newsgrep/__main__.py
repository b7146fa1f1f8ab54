"""``python -m newsgrep`` and the ``newsgrep`` command."""

from __future__ import annotations

import sys


def main() -> None:
    from newsgrep.cli.app import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
