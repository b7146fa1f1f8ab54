"""What a command prints on a terminal, as it prints it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def raw(command: str, folder: Path, width: int) -> str:
    """What ``command`` prints on a terminal of ``width`` columns, with its escape sequences.

    Needs a system with pseudo-terminals. No setting of this one has a say but ``PATH``.
    """
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 200, width, 0, 0))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = ("NEWSGREP", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    process = subprocess.Popen(
        ["sh", "-c", command], stdin=slave, stdout=slave, stderr=slave, cwd=folder,
        env={**kept, "PATH": path, "TERM": "xterm-256color", "PAGER": "cat",
             "NEWSGREP_CONFIG": ""},
    )  # fmt: skip
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
    process.wait()
    return output.decode()
