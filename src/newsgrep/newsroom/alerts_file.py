"""The file of alerts: what is asked, what was told, and what is kept for feeds."""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Container, Iterable
from typing import Any, NamedTuple

from newsgrep.errors import AlertNameTaken, AlertsUnusable
from newsgrep.newsroom.kept_file import KeptFile
from newsgrep.newsroom.told import Alert, Delivery, hit_from, hit_values
from newsgrep.request import as_values, request_from
from newsgrep.results import Hit

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


class AlertsFile(KeptFile):
    """The alerts of an index."""

    tables = _TABLES
    foreign = "it is no file of alerts"

    def alerts(self) -> list[Alert]:
        """All alerts, by name."""
        if not self.exists():
            return []
        with self.opened(writing=False) as database:
            rows = database.execute("SELECT * FROM alerts ORDER BY name").fetchall()
        return [_alert(row) for row in rows]

    def add(self, alert: Alert, told: Iterable[Told], seen: dict[str, set[int]]) -> None:
        """Keep a new alert. Raises :class:`AlertNameTaken` where there is one of its name."""
        with self.opened(writing=True) as database:
            known = database.execute("SELECT 1 FROM alerts WHERE name = ?", (alert.name,))
            if known.fetchone():
                raise AlertNameTaken(alert.name)
            request = json.dumps(as_values(alert.request))
            database.execute(
                "INSERT INTO alerts VALUES (?, ?, ?, ?, ?, ?, ?)",
                (alert.name, request, alert.feed, alert.uuid, alert.made, alert.ran, alert.version),
            )
            self._note(database, alert.name, told, seen, alert.made)

    def remove(self, name: str) -> None:
        """Take out an alert and all that is kept for it."""
        with self.opened(writing=True) as database:
            database.execute("DELETE FROM alerts WHERE name = ?", (name,))

    def told(self, name: str) -> dict[bytes, str]:
        """Content hashes of the articles that were told of, with their ids then."""
        with self.opened(writing=False) as database:
            found = database.execute("SELECT content, article FROM told WHERE alert = ?", (name,))
            return dict(found.fetchall())

    def seen(self, name: str) -> dict[str, set[int]]:
        """Documents of each segment that are known to have been told of."""
        with self.opened(writing=False) as database:
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
        with self.opened(writing=True) as database:
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
        with self.opened(writing=False) as database:
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
        with self.opened(writing=False) as database:
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
        with self.opened(writing=True) as database:
            database.execute(
                "UPDATE deliveries SET done = trim(done || ' ' || ?) WHERE id = ?",
                (channel, delivery.id),
            )

    def close(self, delivery: Delivery) -> None:
        """Set down that a delivery went out by all channels, and let go of the oldest ones."""
        with self.opened(writing=True) as database:
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

    def ids(self) -> set[str]:
        """The ids of the articles of whose texts something is kept."""
        if not self.exists():
            return set()
        with self.opened(writing=False) as database:
            return {id for *_, id in _told_of(database)}

    def forget(self, contents: Iterable[str], ids: Container[str] = ()) -> int:
        """Take out what is kept of the texts of articles; how many entries.

        They are named by content hash; ``ids`` also takes out what earlier versions said. That
        they were told of stays known, by hash alone.
        """
        if not self.exists():
            return 0
        with self.opened(writing=True) as database:
            before = database.total_changes
            database.executemany(
                "DELETE FROM entries WHERE content = ?", ((one,) for one in contents)
            )
            earlier = [entry for *entry, id in _told_of(database) if id in ids]
            database.executemany("DELETE FROM entries WHERE delivery = ? AND rank = ?", earlier)
            count = database.total_changes - before
            if count:  # Of a delivery without any there is nothing to tell.
                database.execute(
                    "DELETE FROM deliveries WHERE number NOT IN (SELECT delivery FROM entries)"
                )
            return count

    def unreadable(self, reason: str) -> AlertsUnusable:
        """The error for a file that is damaged, or none of alerts."""
        return AlertsUnusable(str(self.path), reason)

    def failed(self, error: Exception, *, writing: bool) -> AlertsUnusable:
        """The error of newsgrep that says what SQLite or the system met."""
        return self.unreadable(getattr(error, "strerror", None) or str(error))


def _alert(row: tuple[Any, ...]) -> Alert:
    name, request, *rest = row
    return Alert(name, request_from(json.loads(request)), *rest)


def _told_of(database: sqlite3.Connection) -> list[tuple[int, int, str]]:
    """Delivery, rank and article's id of all that is kept."""
    found = database.execute("SELECT delivery, rank, hit FROM entries").fetchall()
    return [(delivery, rank, json.loads(hit)["id"]) for delivery, rank, hit in found]
