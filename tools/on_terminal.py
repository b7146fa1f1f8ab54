"""What a command prints on a terminal, as it prints it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


def raw(command: str, folder: Path, width: int) -> str:
    """What ``command`` prints on a terminal of ``width`` columns, with its escape sequences.

    No setting of this one has a say but ``PATH``.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = ("NEWSGREP", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    variables = {
        **kept, "PATH": path, "TERM": "xterm-256color", "PAGER": "cat", "NEWSGREP_CONFIG": "",
    }  # fmt: skip
    return run(["sh", "-c", command], folder, width, variables)[1]


def run(
    arguments: Sequence[str],
    folder: Path,
    width: int,
    variables: Mapping[str, str],
    height: int = 200,
) -> tuple[int, str]:
    """The exit code of a program on a terminal of its own, and what it prints there.

    Needs a system with pseudo-terminals.
    """
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
    process = subprocess.Popen(
        arguments, stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=dict(variables)
    )
    os.close(slave)
    output = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        output += piece
    os.close(master)
    return process.wait(), output.decode()
