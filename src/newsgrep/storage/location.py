"""Where an index is: the folder or the address that it is named by."""

from __future__ import annotations

import os
import re
from pathlib import Path

from newsgrep.storage.folder import FOLDER, MANIFEST, REBUILD
from newsgrep.text.lazy_regex import regex

_ADDRESS = regex(r"[a-z][a-z0-9+.-]+://|https?:/|[\w.-]{2,}:\d+/", re.IGNORECASE)
"""A scheme, maybe with a slash too few, or at least a host and a port: hardly any folder is called
so, and none is made."""

ELSEWHERE = regex(r"[\w.-]{2,}:(?=[/A-Z])")
"""What a path begins with, as it is shown, that is one of another machine: ``beta:/news/a.txt``."""


def is_elsewhere(path: str) -> bool:
    """Whether a path, as it is shown, is one of another machine, and nothing here."""
    return ELSEWHERE.match(path) is not None and not os.path.lexists(path)


def is_address(named: str) -> bool:
    """Whether an index is named by an address, right or wrong, rather than as a folder."""
    found = _ADDRESS.match(named) if ":" in named else None
    return found is not None and ("://" in found[0] or not os.path.isdir(found[0]))


def shown_address(named: str) -> str:
    """An address as it is shown: what may be a password in it is left out."""
    return re.sub(r"[^/,]*@", "…@", named)


def locate(explicit: str | None = None, start: Path | None = None) -> Path:
    """Where the index is, or would be made.

    ``explicit`` (``--index``), else ``$NEWSGREP_INDEX``, else the nearest ``.newsgrep`` at or
    above ``start`` (the working folder), else one there. An address on a cluster is no place: what
    is looked for beside it is looked for here.
    """
    named = explicit or os.environ.get("NEWSGREP_INDEX")
    if named and is_address(named):
        return Path.cwd() / FOLDER
    if named:
        return Path(os.path.abspath(Path(named).expanduser()))
    here = start or Path.cwd()
    for folder in (here, *here.parents):
        if (folder / FOLDER / MANIFEST).is_file() or (folder / FOLDER / REBUILD).is_file():
            return folder / FOLDER
    return here / FOLDER
