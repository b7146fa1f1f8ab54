"""Articles that are to stay out of an index: a small file beside it, without a word of them.

It names them by hashes alone, so that nothing that was forgotten can be read from it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from newsgrep.article import Article, content_hash
from newsgrep.errors import NewsgrepError
from newsgrep.storage.folder import IndexFolder
from newsgrep.storage.section_file import private
from newsgrep.storage.whole_file import whole_file

ENDING = "forgotten.json"
"""What the name of the file ends in, behind that of the index that it is beside."""
SCHEMA = 1


class ForgottenUnreadable(NewsgrepError):
    """The list of what was forgotten is damaged: nothing is indexed that may be on it."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"cannot read what was forgotten: {where}",
            "put a copy of the file in its place, or move it away and forget the articles anew",
        )


class Entry(NamedTuple):
    """An article that was forgotten."""

    id: str
    sha256: str
    """Its content hash."""
    record: int
    """Its number in a file of many, from 1; 0 in a file of one."""
    file: str
    """The hash of its file then; empty where not known."""
    at: str
    """When it was forgotten: UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is kept out of an index."""

    contents: frozenset[str] = frozenset()
    """Content hashes: the same text is kept out wherever it is."""
    files: frozenset[str] = frozenset()
    """Ids of articles in files of one: what such a file holds now is kept out, too."""
    records: frozenset[tuple[str, str]] = frozenset()
    """Ids of articles in files of many, each with the hash of the file: a record's number is
    another's where the file changes, but its text is read otherwise by another newsgrep."""

    def __bool__(self) -> bool:
        return bool(self.contents)

    def keeps_out(self, article: Article, file: str) -> bool:
        """Whether an article of the file with a hash is kept out."""
        if not self.contents:
            return False
        known = article.id in self.files or (article.id, file) in self.records
        return known or content_hash(article) in self.contents


NOTHING = Forgotten()


def forgotten(entries: Iterable[Entry]) -> Forgotten:
    """What entries keep out."""
    entries = list(entries)
    return Forgotten(
        frozenset(entry.sha256 for entry in entries),
        frozenset(entry.id for entry in entries if not entry.record),
        frozenset((entry.id, entry.file) for entry in entries if entry.record and entry.file),
    )


def read_entries(folder: IndexFolder) -> list[Entry]:
    """What was forgotten, in order of time. Raises :class:`ForgottenUnreadable`."""
    path = folder.beside(ENDING)
    try:
        data = json.loads(path.read_bytes())
        if data["schema"] != SCHEMA:
            raise ForgottenUnreadable(str(path))
        return [Entry(**entry) for entry in data["forgotten"]]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise ForgottenUnreadable(str(path)) from None


def write_entries(folder: IndexFolder, entries: Iterable[Entry]) -> None:
    """Write what was forgotten, whole or not at all; for the holder of the index's lock only."""
    path = folder.beside(ENDING)
    kept = [entry._asdict() for entry in entries]
    if not kept:
        path.unlink(missing_ok=True)
        return
    with whole_file(path, private) as file:
        json.dump({"schema": SCHEMA, "forgotten": kept}, file, indent=1)


def now() -> str:
    """The time as entries have it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
