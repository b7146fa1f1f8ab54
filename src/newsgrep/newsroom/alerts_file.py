"""The file of alerts: a small SQLite database beside the index, of a documented layout.

Each change is one transaction: a process that is killed, or a disk that is full, leaves the file as
it was before or after. ``docs/newsroom.md`` has the layout.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from newsgrep.errors import AlertsUnusable, UsageError
from newsgrep.newsroom.told import Alert, Delivery, hit_from, hit_values
from newsgrep.request import Request
from newsgrep.results import Hit

LAYOUT = 1
"""Version of the layout, in ``user_version``."""
WAIT = 30.0
"""Seconds to wait for another process that writes."""
KEPT_ENTRIES = 200
"""Of what was told so many are kept for a feed, and all of the newest delivery."""

_TABLES = """
CREATE TABLE alerts (
    name TEXT PRIMARY KEY, request TEXT NOT NULL, feed TEXT NOT NULL, uuid TEXT NOT NULL,
    made TEXT NOT NULL, ran TEXT NOT NULL, version TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE told (
    alert TEXT NOT NULL REFERENCES alerts ON DELETE CASCADE, content BLOB NOT NULL,
    article TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (alert, content)
) WITHOUT ROWID;
CREATE TABLE seen (
    alert TEXT NOT NULL REFERENCES alerts ON DELETE CASCADE, segment TEXT NOT NULL,
    documents BLOB NOT NULL, PRIMARY KEY (alert, segment)
) WITHOUT ROWID;
CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    alert TEXT NOT NULL REFERENCES alerts ON DELETE CASCADE, id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL, done TEXT NOT NULL, pending INTEGER NOT NULL
);
CREATE TABLE entries (
    delivery INTEGER NOT NULL REFERENCES deliveries ON DELETE CASCADE, rank INTEGER NOT NULL,
    content TEXT NOT NULL, changed INTEGER NOT NULL, hit TEXT NOT NULL,
    PRIMARY KEY (delivery, rank)
) WITHOUT ROWID
"""


class Told(NamedTuple):
    """An article that was told of, or was there when the alert was made."""

    content: bytes
    """The first 16 bytes of its content hash."""
    article: str
    """Its id then."""


class AlertsFile:
    """The alerts of an index; nothing is made on disk before something is written."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Whether there ever was an alert."""
        try:
            return self.path.stat().st_size > 0
        except OSError:
            return False

    def alerts(self) -> list[Alert]:
        """All alerts, by name."""
        if not self.exists():
            return []
        with self._opened(writing=False) as database:
            rows = database.execute("SELECT * FROM alerts ORDER BY name").fetchall()
        return [_alert(row) for row in rows]

    def add(self, alert: Alert, told: Iterable[Told], seen: dict[str, set[int]]) -> None:
        """Keep a new alert. Raises :class:`UsageError` where there is one of its name."""
        with self._opened(writing=True) as database:
            known = database.execute("SELECT 1 FROM alerts WHERE name = ?", (alert.name,))
            if known.fetchone():
                raise UsageError(
                    f"there is an alert called {alert.name}",
                    f"remove it first: newsgrep alert remove {alert.name}",
                )
            request = json.dumps(_asked(alert.request))
            database.execute(
                "INSERT INTO alerts VALUES (?, ?, ?, ?, ?, ?, ?)",
                (alert.name, request, alert.feed, alert.uuid, alert.made, alert.ran, alert.version),
            )
            self._note(database, alert.name, told, seen, alert.made)

    def remove(self, name: str) -> None:
        """Take out an alert and all that is kept for it."""
        with self._opened(writing=True) as database:
            database.execute("DELETE FROM alerts WHERE name = ?", (name,))

    def told(self, name: str) -> dict[bytes, str]:
        """Content hashes of the articles that were told of, with their ids then."""
        with self._opened(writing=False) as database:
            found = database.execute("SELECT content, article FROM told WHERE alert = ?", (name,))
            return dict(found.fetchall())

    def seen(self, name: str) -> dict[str, set[int]]:
        """Documents of each segment that are known to have been told of."""
        with self._opened(writing=False) as database:
            rows = database.execute(
                "SELECT segment, documents FROM seen WHERE alert = ?", (name,)
            ).fetchall()
        return {segment: set(array("I", zlib.decompress(packed))) for segment, packed in rows}

    def take(
        self,
        alert: Alert,
        told: Iterable[Told],
        seen: dict[str, set[int]],
        news: Delivery | None,
        forget: Iterable[bytes] = (),
    ) -> None:
        """Set down what a run found, all of it or nothing: ``news`` is to be told from now on."""
        with self._opened(writing=True) as database:
            database.execute(
                "UPDATE alerts SET ran = ?, version = ? WHERE name = ?",
                (alert.ran, alert.version, alert.name),
            )
            self._note(database, alert.name, told, seen, alert.ran)
            database.executemany(
                "DELETE FROM told WHERE alert = ? AND content = ?",
                ((alert.name, content) for content in forget),
            )
            if news is None:
                return
            number = database.execute(
                "INSERT INTO deliveries (alert, id, at, done, pending) VALUES (?, ?, ?, '', 1)",
                (alert.name, news.id, news.at),
            ).lastrowid
            database.executemany(
                "INSERT INTO entries VALUES (?, ?, ?, ?, ?)",
                (
                    (number, rank, content, changed, json.dumps(hit_values(hit)))
                    for rank, (content, changed, hit) in enumerate(
                        zip(news.contents, news.changed, news.hits, strict=True)
                    )
                ),
            )

    @staticmethod
    def _note(
        database: sqlite3.Connection,
        name: str,
        told: Iterable[Told],
        seen: dict[str, set[int]],
        at: str,
    ) -> None:
        database.executemany(
            "INSERT INTO told VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET article = excluded.article",
            ((name, one.content, one.article, at) for one in told),
        )
        database.execute("DELETE FROM seen WHERE alert = ?", (name,))
        database.executemany(
            "INSERT INTO seen VALUES (?, ?, ?)",
            (
                (name, segment, zlib.compress(array("I", sorted(documents)).tobytes(), 1))
                for segment, documents in seen.items()
            ),
        )

    def old(self, name: str, before: str) -> set[bytes]:
        """Content hashes of what was told before a time."""
        with self._opened(writing=False) as database:
            found = database.execute(
                "SELECT content FROM told WHERE alert = ? AND at < ?", (name, before)
            )
            return {row[0] for row in found}

    def pending(self, name: str) -> list[Delivery]:
        """What was found and is not known to have been told, the oldest first."""
        return self._deliveries(name, "AND pending ORDER BY number")

    def entries(self, name: str) -> list[Delivery]:
        """What was told last, the newest first, as much as is kept."""
        return self._deliveries(name, "ORDER BY number DESC")

    def _deliveries(self, name: str, which: str) -> list[Delivery]:
        if not self.exists():
            return []
        with self._opened(writing=False) as database:
            found = database.execute(
                f"SELECT number, id, at, done FROM deliveries WHERE alert = ? {which}", (name,)
            ).fetchall()
            made = []
            for number, identity, at, done in found:
                rows = database.execute(
                    "SELECT content, changed, hit FROM entries WHERE delivery = ? ORDER BY rank",
                    (number,),
                ).fetchall()
                hits: tuple[Hit, ...] = tuple(hit_from(json.loads(row[2])) for row in rows)
                made.append(
                    Delivery(
                        name, identity, at, hits, tuple(row[0] for row in rows),
                        tuple(bool(row[1]) for row in rows), frozenset(done.split()),
                    )
                )  # fmt: skip
        return made

    def note_done(self, delivery: Delivery, channel: str) -> None:
        """Set down that a delivery went out by a channel."""
        with self._opened(writing=True) as database:
            database.execute(
                "UPDATE deliveries SET done = trim(done || ' ' || ?) WHERE id = ?",
                (channel, delivery.id),
            )

    def close(self, delivery: Delivery) -> None:
        """Set down that a delivery went out by all channels, and let go of the oldest ones."""
        with self._opened(writing=True) as database:
            database.execute("UPDATE deliveries SET pending = 0 WHERE id = ?", (delivery.id,))
            kept = 0
            for number, pending, count in database.execute(
                "SELECT number, pending, (SELECT count(*) FROM entries WHERE delivery = number)"
                " FROM deliveries WHERE alert = ? ORDER BY number DESC",
                (delivery.alert,),
            ).fetchall():
                if kept >= KEPT_ENTRIES and not pending:
                    database.execute("DELETE FROM deliveries WHERE number = ?", (number,))
                kept += count

    def forget(self, contents: Iterable[str]) -> int:
        """Take out what is kept of the texts of articles, by content hash; how many entries.

        That they were told of stays known, by hash alone.
        """
        if not self.exists():
            return 0
        with self._opened(writing=True) as database:
            before = database.total_changes
            database.executemany(
                "DELETE FROM entries WHERE content = ?", ((one,) for one in contents)
            )
            return database.total_changes - before

    @contextmanager
    def _opened(self, *, writing: bool) -> Iterator[sqlite3.Connection]:
        """The database, to be read, or within a transaction that is kept whole or not at all."""
        try:
            if writing and not self.exists():
                os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            # Whoever reads after a writer was killed has to undo what that began.
            mode = "rw" if writing or os.access(self.path, os.W_OK) else "ro"
            database = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode={mode}",
                uri=True, timeout=WAIT, isolation_level=None,
            )  # fmt: skip
        except (sqlite3.Error, OSError) as error:
            raise self._told_of(error) from None
        try:
            for setting in ("secure_delete = ON", "synchronous = FULL", "foreign_keys = ON"):
                database.execute(f"PRAGMA {setting}")
            if writing:
                database.execute("BEGIN IMMEDIATE")
            self._require_layout(database, writing=writing)
            yield database
            if writing:
                database.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._told_of(error) from None
        finally:
            # What was not committed is rolled back.
            database.close()

    def _require_layout(self, database: sqlite3.Connection, *, writing: bool) -> None:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version > LAYOUT:
            raise AlertsUnusable(
                str(self.path), f"they have layout {version}; this newsgrep reads layout {LAYOUT}"
            )
        if version:
            return
        if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] or not writing:
            raise AlertsUnusable(str(self.path), "it is no file of alerts")
        for statement in _TABLES.split(";"):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {LAYOUT}")

    def _told_of(self, error: Exception) -> AlertsUnusable:
        return AlertsUnusable(str(self.path), getattr(error, "strerror", None) or str(error))


def _alert(row: tuple[Any, ...]) -> Alert:
    name, request, *rest = row
    return Alert(name, Request(**json.loads(request)), *rest)


def _asked(request: Request) -> dict[str, Any]:
    """The fields of a request that are not as by default."""
    plain = Request()
    return {
        name: getattr(request, name)
        for name in Request.__fields__  # type: ignore[attr-defined]
        if getattr(request, name) != getattr(plain, name)
    }
