"""Runs newsgrep in a process that dies at its n-th step on disk.

    python -m torture.dying N COUNTFILE index FOLDER …

Steps are calls of write, fsync, replace and unlink. At the N-th the process is gone at once, as
by SIGKILL, with nothing flushed; with N of 0 it lives, and writes how many steps there were.
"""

from __future__ import annotations

import builtins
import io
import os
import sys
from pathlib import Path
from typing import Any

_DIES_AT = 0
_steps = 0


def step() -> None:
    global _steps
    _steps += 1
    if _steps == _DIES_AT:
        os._exit(137)


class Counting:
    """A file whose writes are steps; what is buffered is lost when the process dies."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def write(self, data: Any) -> Any:
        step()
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Counting:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Any:
        return iter(self._file)


def arm() -> None:
    """Make every call that changes the disk a step."""
    opened = io.open

    def counting(file: Any, mode: str = "r", *rest: Any, **named: Any) -> Any:
        found = opened(file, mode, *rest, **named)
        return Counting(found) if set(mode) & set("wax+") else found

    io.open = builtins.open = counting
    for name in ("fsync", "unlink"):
        original = getattr(os, name)

        def stepping(*given: Any, original: Any = original, **named: Any) -> Any:
            step()
            return original(*given, **named)

        setattr(os, name, stepping)
    replaced = Path.replace

    def replacing(self: Path, target: Any) -> Path:
        step()
        return replaced(self, target)

    Path.replace = replacing  # type: ignore[method-assign, assignment]


def main() -> None:
    global _DIES_AT
    _DIES_AT = int(sys.argv[1])
    count = sys.argv[2]
    from newsgrep.cli.main import main as run

    arm()
    code = run(sys.argv[3:])
    os.write(os.open(count, os.O_CREAT | os.O_WRONLY), str(_steps).encode())
    sys.exit(code)


if __name__ == "__main__":
    main()
