"""What is there of the files and folders that were indexed, and what only seems to be gone.

A file that is gone from a folder that is there was removed. A folder that is gone altogether, or
has nothing in it, may be a disk that is not mounted.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from newsgrep.ingest.catalog import Inventory

MANY = 100
"""Where so many files were read from a folder below the one given, and it is empty now, its
disk is taken to be not mounted; the folder given itself is believed of no number."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A file or folder that was indexed and is not there, and what is known from it."""

    path: str
    reason: str
    """``is not there`` or ``is empty``."""
    files: int
    articles: int
    stored: tuple[str, ...] = ()
    """The files, by their stored paths."""


def is_there(path: str) -> bool:
    """Whether something is at ``path``, be it unreadable."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def is_gone(path: str) -> bool:
    """Whether there is no file at ``path`` any more, which holds only if the system says so.

    A symbolic link that leads nowhere is there: its target may be on another disk.
    """
    try:
        status = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return not os.path.islink(path)
    except (OSError, ValueError):
        return False
    return stat.S_ISDIR(status.st_mode)


def is_empty(folder: str) -> bool:
    """Whether a folder has nothing in it but hidden things, such as systems put there."""
    try:
        with os.scandir(folder) as entries:
            return all(entry.name.startswith(".") for entry in entries)
    except OSError:
        return False


def over(stored: str, tops: Container[str]) -> str | None:
    """The one of the stored paths ``tops`` that ``stored`` is, or lies nearest below."""
    path = stored
    while path:
        if path in tops:
            return path
        head, slash, _ = path.rpartition("/")
        if slash and (head + "/") in tops:  # the root of a disk
            return head + "/"
        path = head
    return "." if "." in tops and not os.path.isabs(stored) else None


class EmptyFolders:
    """Files that are gone, by the folder above them that is there and is empty."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def above(self, path: str) -> str:
        """The nearest folder above ``path`` that is there if it is empty, else an empty string."""
        passed = []
        folder = os.path.dirname(path)
        while folder not in self._known:
            passed.append(folder)
            if os.path.isdir(folder):
                self._known[folder] = folder if is_empty(folder) else ""
                break
            parent = os.path.dirname(folder)
            if parent == folder:
                self._known[folder] = ""
                break
            folder = parent
        found = self._known[folder]
        self._known.update(dict.fromkeys(passed, found))
        return found


def still_missing(missing: Iterable[Missing], inventory: Inventory) -> list[Missing]:
    """What is missing at the end of a run: without the files that were found elsewhere."""
    found = []
    for place in missing:
        kept = tuple(stored for stored in place.stored if stored in inventory)
        if kept:
            articles = sum(inventory[stored].articles for stored in kept)
            found.append(replace(place, files=len(kept), articles=articles, stored=kept))
    return found


def told(missing: Iterable[Missing]) -> str:
    """What is said of places that are not there, in a sentence."""
    places = list(missing)
    shown = ", ".join(f"{place.path} {place.reason}" for place in places[:3])
    if len(places) > 3:
        shown += f", and {len(places) - 3} more"
    articles = sum(place.articles for place in places)
    files = sum(place.files for place in places)
    return (
        f"{shown}: the {articles:,} articles indexed from there ({files:,} files) are kept, in "
        "case a disk is not mounted; --prune removes them"
    )
