"""Paths of files in an index that several machines write: ``machine:/folder/file``.

A machine's files are its own: what it takes to be gone is of its own folders, and a file of the
same path on another machine is another file. ``NEWSGREP_MACHINE`` says what a machine is called; by
default it is the name that the network knows it by.
"""

from __future__ import annotations

import os
import platform
import re
import sys
from contextlib import suppress
from pathlib import Path

from newsgrep.storage.location import ELSEWHERE
from newsgrep.text.normal_forms import composed

_BYTES = range(0xDC80, 0xDD00)
_HELD = 0xF780 - 0xDC80
"""Bytes of names that are no UTF-8 are kept as characters for private use, as JSON has none of
their own."""
_MACHINE = ELSEWHERE
_TO = {number: number + _HELD for number in _BYTES}
_FROM = {number + _HELD: number for number in _BYTES}


def machine() -> str:
    """What this machine is called in stored paths."""
    named = os.environ.get("NEWSGREP_MACHINE", "") or platform.node().partition(".")[0]
    return re.sub(r"[^\w.-]", "-", named.lower()) or "machine"


def kept_here() -> Path:
    """The folder of this user for what goes with indexes elsewhere; made if need be."""
    home = Path.home()
    if os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    folder = base / "newsgrep"
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def moved(old: Path, new: Path) -> Path:
    """Where a file of marks or alerts is that belongs to ``new``, and was at ``old`` before."""
    try:
        if new.exists() or not old.stat().st_size:
            return new
        if old.with_name(f"{old.name}-journal").exists():
            # A process died in the midst of writing: whoever opens it first puts it right.
            return old
        os.replace(old, new)
    except OSError:
        return new
    return new


def with_machine(named: str) -> str:
    """The stored path that a user writes as ``machine:/folder/file``; empty for another."""
    found = _MACHINE.match(named)
    return named[: found.end()].lower() + named[found.end() :] if found else ""


def held(path: str) -> str:
    """A stored path as a document has it."""
    return path.translate(_TO)


def stored(path: str) -> str:
    """A path of a document as it is stored."""
    return path.translate(_FROM)


def without_machine(path: str) -> str:
    """A stored path as its own machine knows it."""
    return _MACHINE.sub("", path, count=1)


def folded(path: str) -> str:
    """A stored path as patterns are held against it."""
    return held(composed(without_machine(path).replace("\\", "/").casefold()))
