"""Which files to look at: folders walked, with what is hidden, ignored or odd left out."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsgrep.index_folder import FOLDER

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".newsgrepignore"
"""A file of patterns, as in ``.gitignore``, for its folder and those below."""

DEFAULT_MAX_SIZE = 64_000_000


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to look at: absolute path, size in bytes, time in nanoseconds."""

    path: str
    size: int
    mtime: int


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


class Walk:
    """One walk over files and folders; each file is found once, however many ways lead to it."""

    def __init__(self, selection: Selection, is_article: Callable[[str], bool], index: str) -> None:
        self._selection = selection
        self._is_article = is_article
        self._index = index
        self._include = _spec(selection.include) if selection.include else None
        self._exclude = _spec(selection.exclude) if selection.exclude else None
        self._seen: set[tuple[int, int]] = set()
        self._given: set[str] = set()
        self.passed_over = 0
        """Files of kinds that hold no articles."""

    def files(self, path: str) -> Iterator[FoundFile | NotRead]:
        """The files at or below the absolute ``path``, in order of their names.

        A file that is named itself is found whatever its name; in folders, hidden files and
        those of kinds that hold no articles are passed over.
        """
        try:
            status = os.stat(path)
        except OSError as error:
            yield NotRead(path, error.strerror or str(error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._folder(path)
        else:
            found = self._file(path, status)
            if found is not None:
                yield found

    def _file(self, path: str, status: os.stat_result) -> FoundFile | NotRead | None:
        if path in self._given:
            return None
        self._given.add(path)
        if not stat.S_ISREG(status.st_mode):
            return NotRead(path, "not a regular file")
        if status.st_size > self._selection.max_size:
            size, limit = status.st_size / 1e6, self._selection.max_size / 1e6
            return NotRead(path, f"{size:,.4g} MB; --max-size is {limit:,.4g} MB")
        return FoundFile(path, status.st_size, status.st_mtime_ns)

    def _folder(self, top: str) -> Iterator[FoundFile | NotRead]:
        # A stack, not recursion: folders can be nested deeper than Python's.
        stack: list[tuple[str, tuple[tuple[str, GitIgnoreSpec], ...]]] = [(top, ())]
        while stack:
            folder, rules = stack.pop()
            try:
                status = os.stat(folder)
                if (status.st_dev, status.st_ino) in self._seen:
                    continue
                if status.st_ino:  # zero on file systems without inode numbers
                    self._seen.add((status.st_dev, status.st_ino))
                with os.scandir(folder) as entries:
                    listed = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                yield NotRead(folder, error.strerror or str(error))
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
        rules: tuple[tuple[str, GitIgnoreSpec], ...],
        below: list[str],
    ) -> Iterator[FoundFile | NotRead]:
        try:
            if entry.is_symlink() and not self._selection.follow_symlinks:
                return
            is_folder = entry.is_dir()
            if _ignored(entry.path, is_folder, rules):
                return
            if is_folder:
                if entry.name != FOLDER and not self._excluded(entry.path, top, is_folder=True):
                    below.append(entry.path)
                return
            if not self._wanted(entry.path, top):
                return
            found = self._file(entry.path, entry.stat())
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

    def _with_ignore_file(
        self, folder: str, rules: tuple[tuple[str, GitIgnoreSpec], ...]
    ) -> tuple[tuple[str, GitIgnoreSpec], ...]:
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


def _ignored(path: str, is_folder: bool, rules: tuple[tuple[str, GitIgnoreSpec], ...]) -> bool:
    """Whether the nearest ignore file that has something to say of ``path`` ignores it."""
    for folder, spec in reversed(rules):
        verdict = spec.check_file(os.path.relpath(path, folder) + ("/" if is_folder else ""))
        if verdict.include is not None:
            return bool(verdict.include)
    return False
