"""A small SQLite database beside the index: what the files of marks and of alerts have in common.

Each change is one transaction: a process that is killed, or a disk that is full, leaves the file as
it was before or after. ``docs/newsroom.md`` has the layouts.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAIT = 30.0
"""Seconds to wait for another process that writes."""


class KeptFile:
    """A database of some layout; nothing is made on disk before something is written."""

    layout = 1
    """Version of the layout, in ``user_version``."""
    tables = ""
    """The statements that make it, with semicolons between."""
    foreign = "it is the database of another program"
    """What is said of a database that has no layout of ours."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Whether anything was ever kept."""
        try:
            return self.path.stat().st_size > 0
        except OSError:
            return False

    def version(self) -> bytes:
        """What changes with every change of the file (SQLite's change counter); empty for none."""
        try:
            with open(self.path, "rb") as file:
                return file.read(28)[24:]
        except OSError:
            return b""

    def unreadable(self, reason: str) -> Exception:
        """The error for a file that is damaged, or none of ours."""
        raise NotImplementedError

    def failed(self, error: Exception, *, writing: bool) -> Exception:
        """The error of newsgrep that says what SQLite or the system met."""
        raise NotImplementedError

    @contextmanager
    def opened(self, *, writing: bool) -> Iterator[sqlite3.Connection]:
        """The database, to be read, or within a transaction that is kept whole or not at all."""
        try:
            if writing and not self.exists():
                # Its owner alone may read it.
                os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            # Whoever reads after a writer was killed has to undo what that began.
            mode = "rw" if writing or os.access(self.path, os.W_OK) else "ro"
            database = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode={mode}",
                timeout=WAIT, uri=True, isolation_level=None,
            )  # fmt: skip
        except (sqlite3.Error, OSError) as error:
            raise self.failed(error, writing=writing) from None
        try:
            # What is deleted is written over with zeros.
            for setting in ("secure_delete = ON", "synchronous = FULL", "foreign_keys = ON"):
                database.execute(f"PRAGMA {setting}")
            if writing:
                database.execute("BEGIN IMMEDIATE")
            self._require_layout(database, writing=writing)
            yield database
            if writing:
                database.execute("COMMIT")
        except sqlite3.Error as error:
            raise self.failed(error, writing=writing) from None
        finally:
            # What was not committed is rolled back.
            database.close()

    def _require_layout(self, database: sqlite3.Connection, *, writing: bool) -> None:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version > self.layout:
            raise self.unreadable(
                f"they have layout {version}; this newsgrep reads layout {self.layout}"
            )
        if version:
            return
        if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] or not writing:
            raise self.unreadable(self.foreign)
        for statement in self.tables.split(";"):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {self.layout}")
