"""Paths of an index that several machines write: stored, meant, and shown."""

from __future__ import annotations

import os

from newsgrep.engines.opensearch.paths import machine, with_machine, without_machine
from newsgrep.storage.folder import IndexFolder


class PathsOfMachines(IndexFolder):
    """An index whose stored paths have their machine before them."""

    def is_own(self, stored: str) -> bool:
        """Whether a stored path is of this machine; others write into the index as well."""
        return stored.startswith(f"{machine()}:")

    def stored(self, path: str) -> str:
        """An absolute path as it is stored: with the machine that it is on."""
        written = path.replace(os.sep, "/") if os.sep != "/" else path
        return f"{machine()}:{written}"

    def meant(self, named: str) -> list[str]:
        """The stored paths that a file may have which a user names, on whichever machine."""
        written = with_machine(named)
        return [*super().meant(named), *([written] if written else [])]

    def absolute(self, stored: str) -> str:
        """The absolute path of a stored one; of another machine's, one that is nowhere here."""
        if self.is_own(stored):
            return os.path.normpath(without_machine(stored))
        return os.path.join(os.path.abspath(os.sep), ".newsgrep-elsewhere", stored)

    def shown(self, stored: str) -> str:
        """A stored path as the user would type it; another machine's with its name before it."""
        if not self.is_own(stored):
            return stored
        path = self.absolute(stored)
        try:
            here = os.path.join(os.getcwd(), "")
        except FileNotFoundError:
            return path
        return path[len(here) :] if path.startswith(here) else path
