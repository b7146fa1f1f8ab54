"""Which files are to be read: what is there, compared with what was read before."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from newsgrep.errors import PathNotFound
from newsgrep.events import Noted
from newsgrep.index_folder import IndexFolder
from newsgrep.inventory import Inventory
from newsgrep.reading import is_article_name
from newsgrep.walking import NotRead, Selection, Walk
from newsgrep.worker import Task


@dataclass(slots=True)
class Comparison:
    """What a run has to do."""

    tasks: list[Task] = field(default_factory=list)
    """Files that are new or may have changed."""
    gone: list[str] = field(default_factory=list)
    """Stored paths of files that do not exist any more."""
    unread: list[NotRead] = field(default_factory=list)
    """What could not be looked at."""
    unchanged: int = 0
    """Articles of files that look as they did."""
    passed_over: int = 0
    """Files of kinds that hold no articles."""


class Comparing:
    """Compares the files below some paths with an inventory."""

    def __init__(
        self,
        folder: IndexFolder,
        inventory: Inventory,
        selection: Selection,
        tell: Callable[[Noted], None],
    ) -> None:
        self._folder = folder
        self._inventory = inventory
        self._tell = tell
        self._walk = Walk(selection, is_article_name, str(folder.path))
        self._seen: set[str] = set()
        self._found = Comparison()

    def compare(self, paths: Sequence[str], carried: Sequence[str], *, given: bool) -> Comparison:
        """What is to be done for ``paths``, and for the stored paths ``carried`` over.

        Raises :class:`PathNotFound` where a path that was ``given`` is not there and never was.
        """
        for path in paths:
            if not os.path.lexists(path):
                self._missing(path, given=given)
                continue
            self._below(path)
            self._found.gone += self._gone_below(path)
        for stored in carried:
            path = self._folder.absolute(stored)
            if os.path.isfile(path) and stored not in self._seen:
                self._below(path)
        self._found.passed_over = self._walk.passed_over
        return self._found

    def _missing(self, path: str, *, given: bool) -> None:
        known = [p for p in self._inventory if is_under(p, self._folder.stored(path))]
        if not known and not given:
            self._tell(Noted(f"{path}, indexed before, does not exist any more"))
        elif not known:
            raise PathNotFound(path)
        self._found.gone += known

    def _below(self, path: str) -> None:
        named = not os.path.isdir(path)
        for found in self._walk.files(path):
            stored = self._folder.stored(found.path)
            self._seen.add(stored)
            if isinstance(found, NotRead):
                self._found.unread.append(found)
                continue
            known = self._inventory.get(stored)
            if known is not None and known.looks_unchanged(found.size, found.mtime):
                self._found.unchanged += known.articles
                continue
            self._found.tasks.append(
                Task(found.path, stored, found.size, found.mtime, known, named)
            )

    def _gone_below(self, path: str) -> list[str]:
        """Files of the inventory below ``path`` that do not exist any more."""
        top = self._folder.stored(path)
        missing = [
            stored
            for stored in self._inventory
            if stored not in self._seen
            and is_under(stored, top)
            and not os.path.lexists(self._folder.absolute(stored))
        ]
        if missing and os.path.isdir(path) and not os.listdir(path):
            self._tell(
                Noted(
                    f"{self._folder.shown(top)} is empty now; the {len(missing)} files indexed "
                    "from it are kept, in case a disk is not mounted (remove the folder itself "
                    "to have them removed)"
                )
            )
            return []
        return missing


def is_under(path: str, top: str) -> bool:
    """Whether a stored path is ``top`` or below it."""
    if top == ".":
        return not os.path.isabs(path)
    return path == top or path.startswith(top.rstrip("/") + "/")
