"""Where an index is: the folder or the address that it is named by."""

from __future__ import annotations

import os
import re
from pathlib import Path

from newsgrep.storage.folder import FOLDER, MANIFEST, REBUILD

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|[\w.-]{2,}:\d+/", re.IGNORECASE)
"""A scheme, or at least a host and a port: hardly any folder is called so, and none is made."""


def is_address(named: str) -> bool:
    """Whether an index is named by an address, right or wrong, rather than as a folder."""
    found = _ADDRESS.match(named)
    return found is not None and ("://" in found[0] or not os.path.isdir(found[0]))


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
