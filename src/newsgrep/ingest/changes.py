"""Which files are to be read: what is there, compared with what was read before."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from newsgrep.article import article_id
from newsgrep.errors import PathNotFound
from newsgrep.ingest.catalog import Inventory
from newsgrep.ingest.discovery import Alias, FoundFile, NotRead, Selection, Walk
from newsgrep.ingest.events import Noted
from newsgrep.ingest.messages import Task
from newsgrep.ingest.presence import MANY, EmptyFolders, Missing, is_gone, is_there, over
from newsgrep.ingest.reader import is_article_name, is_article_or_picture
from newsgrep.storage.folder import IndexFolder


@dataclass(slots=True)
class Comparison:
    """What a run has to do."""

    tasks: list[Task] = field(default_factory=list)
    """Files that are new or may have changed."""
    gone: list[str] = field(default_factory=list)
    """Stored paths of files that do not exist any more, or are indexed by another path."""
    missing: list[Missing] = field(default_factory=list)
    """Places that are not there, whose articles are kept."""
    kept: list[str] = field(default_factory=list)
    """The stored paths of the files indexed from those."""
    unread: list[NotRead] = field(default_factory=list)
    """What could not be looked at."""
    forgotten: list[str] = field(default_factory=list)
    """Stored paths that were given once, and are no longer to be looked at."""
    unchanged: int = 0
    """Articles of files that look as they did."""
    passed_over: int = 0
    """Files of kinds that hold no articles."""
    kept_out: int = 0
    """Files whose articles were forgotten."""
    waiting: list[str] = field(default_factory=list)
    """Files that are being written, and are left to a later run."""
    stopped: bool = False
    """Whether not all was looked at, as the run was to stop."""


class Comparing:
    """Compares the files below some paths with an inventory."""

    def __init__(
        self,
        folder: IndexFolder,
        inventory: Inventory,
        selection: Selection,
        tell: Callable[[Noted], None],
        stopped: Callable[[], bool] = lambda: False,
        *,
        verify: bool = False,
        prune: bool = False,
        ocr: bool = False,
        kept_out: frozenset[str] = frozenset(),
        unsettled: frozenset[str] = frozenset(),
        settle: float = 0.0,
    ) -> None:
        """``verify`` takes no file's word for being unchanged; ``prune`` takes all that is not
        there to be gone for good; ``ocr`` looks at pictures, and again at what is scanned; files
        whose articles have the ids ``kept_out`` are passed over.

        The files ``unsettled``, and those that were written to in the last ``settle`` seconds,
        are left as they are known."""
        self._folder = folder
        self._inventory = inventory
        self._tell = tell
        self._stopped = stopped
        self._verify = verify
        self._prune = prune
        self._ocr = ocr
        self._kept_out = kept_out
        self._unsettled = unsettled
        self._settle = round(settle * 1e9)
        wanted = is_article_or_picture if ocr else is_article_name
        self._walk = Walk(selection, wanted, str(folder.path))
        self._follow = selection.follow_symlinks
        self._seen: set[str] = set()
        self._aliases: list[Alias] = []
        self._fresh: list[FoundFile] = []
        self._found = Comparison()

    def compare(
        self,
        paths: Sequence[str],
        carried: Sequence[str] = (),
        before: Inventory | None = None,
        *,
        given: bool,
    ) -> Comparison:
        """What is to be done for ``paths``, and for the stored paths ``carried`` over.

        ``before`` is the inventory that tells what there was, by default the one compared with;
        a rebuild has an older one. Raises :class:`PathNotFound` where a path that was ``given``
        is not there and never was.
        """
        known = self._inventory if before is None else before
        there = [path for path in paths if is_there(path)]
        # Real paths before those through links: a file is indexed by the first that leads to it.
        for path in sorted(there, key=os.path.islink):
            self._take(self._walk.files(path), named=not os.path.isdir(path))
        for stored in carried:
            path = self._folder.absolute(stored)
            if os.path.isfile(path) and stored not in self._seen:
                self._take(self._walk.files(path), named=True)
        self._take(self._walk.linked(), named=False)
        self._found.stopped = self._stopped()
        if not self._found.stopped:
            self._settle_new()
            self._find_gone(paths, there, known, given=given)
            self._drop_aliases(known)
        self._found.passed_over = self._walk.passed_over
        return self._found

    def has_seen(self, stored: str) -> bool:
        """Whether a file was found at a stored path."""
        return stored in self._seen

    def _take(self, found: Iterable[FoundFile | NotRead | Alias], *, named: bool) -> None:
        """Compare what the walk found; ``named`` says that the user gave this very file."""
        for one in found:
            if self._stopped():
                return
            if isinstance(one, Alias):
                self._aliases.append(one)
                continue
            stored = self._folder.stored(one.path)
            self._seen.add(stored)
            if isinstance(one, NotRead):
                self._found.unread.append(one)
            elif self._is_unsettled(one):
                known = self._inventory.get(stored)
                self._found.unchanged += known.articles if known is not None else 0
                self._found.waiting.append(one.path)
            else:
                self._compare(one, stored, named=named)

    def _is_unsettled(self, found: FoundFile) -> bool:
        # A time that lies ahead is another clock's, and says nothing.
        young = self._settle and 0 <= time.time_ns() - found.mtime < self._settle
        return bool(young) or found.path in self._unsettled

    def _compare(self, found: FoundFile, stored: str, *, named: bool) -> None:
        if self._kept_out and article_id(stored, 0) in self._kept_out:
            self._found.kept_out += 1
            return
        known = self._inventory.get(stored)
        again = known is not None and ((self._ocr and known.is_scanned) or known.can_be_read_now)
        if known is not None and not self._verify and not again:
            if known.looks_unchanged(found.size, found.mtime, found.ctime, found.inode):
                self._found.unchanged += known.articles
                return
        elif known is None and found.inode and self._inventory:
            self._fresh.append(found)
        self._found.tasks.append(
            Task(
                found.path,
                stored,
                found.size,
                found.mtime,
                known,
                named,
                found.ctime,
                found.inode,
                again,
            )
        )

    def _settle_new(self) -> None:
        """Leave out new files that are old ones by another path."""
        inodes = {found.inode for found in self._fresh}
        if not inodes:
            return
        by_inode: dict[int, str] = {}
        for stored, entry in self._inventory.items():
            if entry.inode in inodes:
                by_inode.setdefault(entry.inode, stored)
        known_by: dict[str, str] = {}
        for found in self._fresh:
            stored = by_inode.get(found.inode, "")
            if stored and self._is_same(found, self._folder.absolute(stored)):
                known_by[found.path] = stored
        if not known_by:
            return
        self._found.tasks = [task for task in self._found.tasks if task.path not in known_by]
        for found in self._fresh:
            stored = known_by.get(found.path, "")
            if stored:
                self._aliases.append(Alias(found.path, self._folder.absolute(stored)))
            if stored and stored not in self._seen:
                self._seen.add(stored)
                self._compare(found, stored, named=False)

    def _is_same(self, found: FoundFile, other: str) -> bool:
        """Whether a file that was found is the one at ``other``, and not only linked to it."""
        try:
            status = os.stat(other)
        except OSError:
            return False
        if (status.st_ino, status.st_dev) != (found.inode, found.device):
            return False
        if self._follow or found.links == 1:
            return True
        return os.path.realpath(found.path) == os.path.realpath(other)

    def _find_gone(
        self, paths: Sequence[str], there: Sequence[str], before: Inventory, *, given: bool
    ) -> None:
        present = {self._folder.stored(path) for path in there}
        absent = {self._folder.stored(path) for path in paths} - present
        lost: dict[str, list[str]] = {path: [] for path in absent}
        emptied: dict[str, list[str]] = {}
        empty = EmptyFolders()
        for stored in before:
            if stored in self._seen:
                continue
            if over(stored, present) is not None:
                path = self._folder.absolute(stored)
                if is_gone(path):
                    folder = "" if os.path.isdir(path) else empty.above(path)
                    emptied.setdefault(folder, []).append(stored)
                continue
            top = over(stored, absent)
            if top is not None:
                lost[top].append(stored)
        self._found.gone += emptied.pop("", [])
        for folder, files in emptied.items():
            if len(files) >= MANY or self._folder.stored(folder) in present:
                self._keep(folder, "is empty", files, before)
            else:
                self._found.gone += files
        for top in sorted(absent):
            # A file that is gone from a folder given as well was removed from there.
            if over(top, present) is None:
                self._absent(top, lost[top], before, given=given)

    def _absent(self, top: str, files: list[str], before: Inventory, *, given: bool) -> None:
        path = self._folder.absolute(top)
        if any(before[stored].articles for stored in files):
            self._keep(path, "is not there", files, before)
            if self._prune:
                self._found.forgotten.append(top)
        elif given and not files:
            raise PathNotFound(path)
        elif self._prune or files:
            self._found.gone += files
            self._found.forgotten.append(top)
        else:
            self._tell(Noted(f"{path}, indexed before, does not exist any more"))

    def _keep(self, path: str, reason: str, files: list[str], before: Inventory) -> None:
        if self._prune:
            self._found.gone += files
            return
        articles = sum(before[stored].articles for stored in files)
        shown = self._folder.shown(self._folder.stored(path))
        self._found.missing.append(Missing(shown, reason, len(files), articles, tuple(files)))
        self._found.kept += files

    def _drop_aliases(self, before: Inventory) -> None:
        """Take from the index what it has twice, by two paths, and say so."""
        if not self._aliases:
            return
        firsts = {
            self._folder.stored(alias.path): self._folder.stored(alias.first)
            for alias in self._aliases
        }
        for stored in before:
            top = over(stored, firsts)
            if top is None or stored in self._seen:
                continue
            other = firsts[top] + stored[len(top) :]
            if other != stored and (other in self._seen or other in before):
                self._found.gone.append(stored)
        alias = self._aliases[0]
        shown, first = (
            self._folder.shown(self._folder.stored(path)) for path in (alias.path, alias.first)
        )
        more = f" and {len(self._aliases) - 1:,} more" if len(self._aliases) > 1 else ""
        self._tell(Noted(f"indexed once, though two paths lead there: {shown} is {first}{more}"))
