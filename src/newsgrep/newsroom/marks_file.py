"""The file of marks: a small SQLite database beside the index, of a documented layout.

``docs/newsroom.md`` has the layout. A mark or note that was taken off stays as a row that says so,
and when: so files of two people merge in any order to the same, and nothing taken off comes back
(a last-writer-wins element set; Shapiro et al. 2011, "Conflict-free replicated data types").
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from newsgrep.errors import MarksLocked, MarksNotWritable, MarksUnreadable
from newsgrep.newsroom.kept_file import WAIT, KeptFile

_TIME = "%Y-%m-%dT%H:%M:%S.%fZ"

_TABLES = """
CREATE TABLE marks (
    sha256 TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('mark', 'note')),
    value TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (sha256, kind, value, who)
) WITHOUT ROWID;
CREATE TABLE articles (
    sha256 TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    date TEXT NOT NULL,
    path TEXT NOT NULL,
    record INTEGER NOT NULL,
    url TEXT NOT NULL
) WITHOUT ROWID
"""


class MarkRow(NamedTuple):
    """A mark or note of an article, or that one was taken off."""

    sha256: str
    """The article's content hash, 64 hexadecimal digits."""
    kind: str
    """``mark`` or ``note``."""
    value: str
    who: str
    at: str
    """When, in UTC, ISO 8601 with microseconds and a Z: in the order of the letters."""
    removed: bool = False


class MarkedArticle(NamedTuple):
    """What is told of an article that has a mark, so that it is known without an index."""

    sha256: str
    title: str = ""
    source: str = ""
    date: str = ""
    path: str = ""
    record: int = 0
    url: str = ""


def moment(at: datetime | None = None) -> str:
    """A time (by default now) as rows have it."""
    return (at or datetime.now(UTC)).astimezone(UTC).strftime(_TIME)


def _after(at: str) -> str:
    return moment(datetime.strptime(at, _TIME).replace(tzinfo=UTC) + timedelta(microseconds=1))


class MarksFile(KeptFile):
    """A file of marks."""

    tables = _TABLES

    def rows(self, sha256: str = "") -> list[MarkRow]:
        """All rows, or those of one article; also those that say that a mark was taken off."""
        where, values = ("WHERE sha256 = ?", (sha256,)) if sha256 else ("", ())
        found = self._read(
            f"SELECT sha256, kind, value, who, at, removed FROM marks {where}"
            " ORDER BY sha256, kind, value, who",
            values,
        )
        return [MarkRow._make((*row[:5], bool(row[5]))) for row in found]

    def articles(self) -> dict[str, MarkedArticle]:
        """What is told of each article, by its content hash."""
        found = self._read(
            "SELECT sha256, title, source, date, path, record, url FROM articles", ()
        )
        return {row[0]: MarkedArticle(*row) for row in found}

    def _read(self, question: str, values: Sequence[str]) -> list[Any]:
        if not self.exists():
            return []
        with self.opened(writing=False) as database:
            return database.execute(question, values).fetchall()

    def take(self, rows: Iterable[MarkRow], articles: Iterable[MarkedArticle] = ()) -> int:
        """Merge rows into the file, all of them or, where that fails, none; how many were news.

        Of two rows for one mark the later counts, and where they are of one time, the mark.
        """
        with self.opened(writing=True) as database:
            before = database.total_changes
            database.executemany(
                "INSERT INTO marks VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET at = excluded.at, removed = excluded.removed"
                " WHERE excluded.at > at OR (excluded.at = at AND excluded.removed < removed)",
                rows,
            )
            news = database.total_changes - before
            database.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                articles,
            )
            return news

    def put(
        self, wanted: Iterable[tuple[str, str, str]], who: str, articles: Iterable[MarkedArticle]
    ) -> int:
        """Give articles marks and notes, as (content hash, kind, value); how many are new.

        One that is there, whoever made it, stays as it is.
        """
        now = moment()
        count = 0
        with self.opened(writing=True) as database:
            for sha256, kind, value in wanted:
                known = database.execute(
                    "SELECT who, at, removed FROM marks"
                    " WHERE sha256 = ? AND kind = ? AND value = ?",
                    (sha256, kind, value),
                ).fetchall()
                if any(not removed for _, _, removed in known):
                    continue
                own = [at for name, at, _ in known if name == who]
                # A clock that was set back, or another's that is ahead, must not undo this.
                at = max(now, *map(_after, own)) if own else now
                database.execute(
                    "INSERT INTO marks VALUES (?, ?, ?, ?, ?, 0)"
                    " ON CONFLICT DO UPDATE SET at = excluded.at, removed = 0",
                    (sha256, kind, value, who, at),
                )
                count += 1
            database.executemany(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET title = excluded.title, source = excluded.source,"
                " date = excluded.date, path = excluded.path, record = excluded.record,"
                " url = excluded.url",
                articles,
            )
        return count

    def take_off(self, rows: Iterable[MarkRow]) -> int:
        """Set down that these marks and notes were taken off; how many still stood."""
        now = moment()
        count = 0
        if not self.exists():
            return 0
        with self.opened(writing=True) as database:
            for row in rows:
                key = row[:4]
                done = database.execute(
                    "UPDATE marks SET removed = 1, at = ? WHERE sha256 = ? AND kind = ?"
                    " AND value = ? AND who = ? AND NOT removed",
                    (max(now, _after(row.at)), *key),
                )
                count += done.rowcount
        return count

    def forget(self, hashes: Iterable[str]) -> int:
        """Take out all that is known of articles, so that no byte of it stays in the file.

        Gives how many marks and notes that were.
        """
        if not self.exists():
            return 0
        given = [(one,) for one in hashes]
        with self.opened(writing=True) as database:
            before = database.total_changes
            database.executemany("DELETE FROM marks WHERE sha256 = ?", given)
            count = database.total_changes - before
            database.executemany("DELETE FROM articles WHERE sha256 = ?", given)
        return count

    def unreadable(self, reason: str) -> MarksUnreadable:
        """The error for a file that is damaged, or none of marks."""
        return MarksUnreadable(str(self.path), reason)

    def failed(self, error: Exception, *, writing: bool) -> Exception:
        """The error of newsgrep that says what SQLite or the system met."""
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return MarksLocked(str(self.path), WAIT)
        reason = getattr(error, "strerror", None) or str(error)
        if writing and code not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return MarksNotWritable(str(self.path), reason)
        return self.unreadable(reason)
