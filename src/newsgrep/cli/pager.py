"""The user's pager."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess


def page(text: str) -> bool:
    """Show ``text`` in $NEWSGREP_PAGER, $PAGER or less; False where there is none."""
    named = os.environ.get("NEWSGREP_PAGER", os.environ.get("PAGER", ""))
    command = shlex.split(named) or ["less"]
    if command == ["cat"] or shutil.which(command[0]) is None:
        return False
    variables = {**os.environ, "LESS": os.environ.get("LESS", "FRX"), "LESSCHARSET": "utf-8"}
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=variables)
        process.communicate(text.encode("utf-8", "replace"))
    except (BrokenPipeError, KeyboardInterrupt):
        pass
    except OSError:
        return False
    return True
