"""Who holds the lock of an index: told to those who wait for it."""

from __future__ import annotations

import json
import os
import socket
import time
from pathlib import Path

from newsgrep.errors import IndexNotWritable
from newsgrep.storage.section_file import private


def note_holder(file: Path) -> None:
    """Note in ``file`` that this process holds the lock. Raises :class:`IndexNotWritable`."""
    about = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": time.strftime("%H:%M:%S"),
    }
    try:
        with open(file, "w", encoding="utf-8", opener=private) as out:
            out.write(json.dumps(about))
    except OSError as error:
        raise IndexNotWritable(str(file.parent), error.strerror or str(error)) from None


def holder(file: Path) -> str:
    """Who does, as ``file`` has it."""
    try:
        about = json.loads(file.read_text(encoding="utf-8"))
        return f"process {about['pid']} on {about['host']} since {about['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "another process"
