"""Which files to look at: folders walked, with what is hidden, ignored or odd left out."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.storage.folder import FOLDER, MANIFEST, is_index

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".newsgrepignore"
"""A file of patterns, as in ``.gitignore``, for its folder and those below."""

DEFAULT_MAX_SIZE = 64_000_000


class FoundFile(NamedTuple):
    """A file to look at: absolute path, size in bytes, times in nanoseconds."""

    path: str
    size: int
    mtime: int
    ctime: int = 0
    """0 where the system keeps none."""
    inode: int = 0
    device: int = 0
    links: int = 0
    """How many names it has; 0 where not known."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A file or folder that was reached before, by the path ``first``."""

    path: str
    first: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file or folder that was not looked at, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What of a folder is wanted. Patterns are those of ``.gitignore``."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_size: int = DEFAULT_MAX_SIZE
    follow_symlinks: bool = False


def _spec(patterns: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


_Rules = tuple[tuple[str, "GitIgnoreSpec"], ...]
"""Ignore files: the folder of each, and its patterns."""


def found_file(path: str, status: os.stat_result) -> FoundFile:
    """A file with what the system says of it."""
    # What Windows calls so is when the file was made.
    ctime = status.st_ctime_ns if os.name != "nt" else 0
    return FoundFile(
        path, status.st_size, status.st_mtime_ns, ctime, status.st_ino, status.st_dev,
        status.st_nlink,
    )  # fmt: skip


class Walk:
    """One walk over files and folders; each file is found once, however many ways lead to it."""

    def __init__(self, selection: Selection, is_article: Callable[[str], bool], index: str) -> None:
        self._selection = selection
        self._is_article = is_article
        self._index = index
        self._include = _spec(selection.include) if selection.include else None
        self._exclude = _spec(selection.exclude) if selection.exclude else None
        self._seen: dict[tuple[int, int], str] = {}
        """Folders, and files where links are followed, with the path that led to them first."""
        self._given: set[str] = set()
        self._links: deque[tuple[str, str, _Rules]] = deque()
        """Symbolic links to be followed: path, the folder given, ignore rules."""
        self.passed_over = 0
        """Files of kinds that hold no articles."""

    def files(self, path: str) -> Iterator[FoundFile | NotRead | Alias]:
        """The files at or below the absolute ``path``, in order of their names.

        Those behind symbolic links are left to :meth:`linked`. A file that is named itself is
        found whatever its name; in folders, hidden files and those of kinds that hold no
        articles are passed over.
        """
        try:
            status = os.stat(path)
        except OSError as error:
            yield NotRead(path, error.strerror or str(error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._folder(path, path, ())
        else:
            found = self._file(path, status)
            if found is not None:
                yield found

    def linked(self) -> Iterator[FoundFile | NotRead | Alias]:
        """The files behind the symbolic links that were met.

        They come last, so that a file which a path without links leads to is found by that.
        """
        while self._links:
            path, top, rules = self._links.popleft()
            try:
                status = os.stat(path)
            except OSError as error:
                yield NotRead(path, error.strerror or str(error))
                continue
            if stat.S_ISDIR(status.st_mode):
                yield from self._folder(path, top, rules)
            else:
                found = self._file(path, status)
                if found is not None:
                    yield found

    def _file(self, path: str, status: os.stat_result) -> FoundFile | NotRead | Alias | None:
        if path in self._given:
            return None
        self._given.add(path)
        if self._selection.follow_symlinks and status.st_ino:
            first = self._seen.setdefault((status.st_dev, status.st_ino), path)
            if first != path:
                return Alias(path, first)
        if not stat.S_ISREG(status.st_mode):
            return NotRead(path, "not a regular file")
        if status.st_size > self._selection.max_size:
            size, limit = status.st_size / 1e6, self._selection.max_size / 1e6
            return NotRead(path, f"{size:,.4g} MB; --max-size is {limit:,.4g} MB")
        return found_file(path, status)

    def _folder(self, start: str, top: str, rules: _Rules) -> Iterator[FoundFile | NotRead | Alias]:
        # A stack, not recursion: folders can be nested deeper than Python's.
        stack: list[tuple[str, _Rules]] = [(start, rules)]
        while stack:
            folder, rules = stack.pop()
            try:
                status = os.stat(folder)
                if status.st_ino:  # zero on file systems without inode numbers
                    known = (status.st_dev, status.st_ino) in self._seen
                    first = self._seen.setdefault((status.st_dev, status.st_ino), folder)
                    if first != folder:
                        yield Alias(folder, first)
                    if known:
                        continue
                with os.scandir(folder) as entries:
                    listed = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                yield NotRead(folder, error.strerror or str(error))
                continue
            if any(entry.name == MANIFEST for entry in listed) and is_index(folder):
                continue
            rules = self._with_ignore_file(folder, rules)
            companions = _companions(entry.name for entry in listed)
            below: list[str] = []
            for entry in listed:
                if entry.name.startswith(".") or entry.path == self._index:
                    continue
                if entry.name in companions:
                    continue
                yield from self._entry(entry, top, rules, below)
            stack.extend((path, rules) for path in reversed(below))

    def _entry(
        self,
        entry: os.DirEntry[str],
        top: str,
        rules: _Rules,
        below: list[str],
    ) -> Iterator[FoundFile | NotRead | Alias]:
        try:
            linked = entry.is_symlink()
            if linked and not self._selection.follow_symlinks:
                return
            is_folder = entry.is_dir()
            if _ignored(entry.path, is_folder, rules):
                return
            if is_folder:
                if entry.name != FOLDER and not self._excluded(entry.path, top, is_folder=True):
                    if linked:
                        self._links.append((entry.path, top, rules))
                    else:
                        below.append(entry.path)
                return
            if not self._wanted(entry.path, top):
                return
            if linked:
                self._links.append((entry.path, top, rules))
                return
            found: FoundFile | NotRead | Alias | None = self._file(entry.path, entry.stat())
        except OSError as error:
            found = NotRead(entry.path, error.strerror or str(error))
        if found is not None:
            yield found

    def _wanted(self, path: str, top: str) -> bool:
        if self._excluded(path, top, is_folder=False):
            return False
        if self._include is not None:
            return self._include.match_file(os.path.relpath(path, top))
        if not self._is_article(path):
            self.passed_over += 1
            return False
        return True

    def _excluded(self, path: str, top: str, *, is_folder: bool) -> bool:
        if self._exclude is None:
            return False
        return self._exclude.match_file(os.path.relpath(path, top) + ("/" if is_folder else ""))

    def _with_ignore_file(self, folder: str, rules: _Rules) -> _Rules:
        try:
            with open(os.path.join(folder, IGNORE_FILE), encoding="utf-8", errors="replace") as f:
                return (*rules, (folder, _spec(f.read(1 << 20).splitlines())))
        except (OSError, ValueError):
            return rules


_COMPANION = ("_files", "_fichiers", "-Dateien", "_archivos", "_file", "_arquivos", ".files")


def _companions(names: Iterable[str]) -> frozenset[str]:
    """The folders in which browsers keep the pictures and scripts of the pages saved beside."""
    listed = set(names)
    pages = {os.path.splitext(n)[0] for n in listed if n.lower().endswith((".html", ".htm"))}
    return frozenset(page + ending for page in pages for ending in _COMPANION) & listed


def _ignored(path: str, is_folder: bool, rules: _Rules) -> bool:
    """Whether the nearest ignore file that has something to say of ``path`` ignores it."""
    for folder, spec in reversed(rules):
        verdict = spec.check_file(os.path.relpath(path, folder) + ("/" if is_folder else ""))
        if verdict.include is not None:
            return bool(verdict.include)
    return False
