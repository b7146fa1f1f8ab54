"""Saved searches: what was indexed since the last run and matches, told once.

What was told is known by the content of the articles, so a rebuilt index, merged segments and
moved files tell nothing anew. Documents of segments that are known are passed over unread: a
segment never changes. An article whose text changed is told again, as changed; not where newsgrep
itself is another version, which may read the same file otherwise.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.article import content_hash, content_key
from newsgrep.errors import (
    AlertNotFound,
    AlertsLocked,
    AnswerIncomplete,
    NotDelivered,
    UsageError,
)
from newsgrep.newsroom.alerts_file import AlertsFile, Told
from newsgrep.newsroom.matching import whole
from newsgrep.newsroom.told import Alert, Delivery
from newsgrep.records import values_of
from newsgrep.request import Marks, Request
from newsgrep.results import Hit
from newsgrep.search.request_tree import query_of
from newsgrep.search.searching import hit_of
from newsgrep.storage.location import is_elsewhere
from newsgrep.text.nearest import did_you_mean

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match
    from newsgrep.results import Highlighting
    from newsgrep.storage.folder import IndexFolder

ENDING = "alerts.sqlite"
_LOCK = "alerts.lock"
_NAME = re.compile(r"\w[\w.-]{0,63}")
_MANY, _REMEMBERED = 10_000, timedelta(days=365)
"""What is told and gone is forgotten after a year, where it is so many."""


class State(NamedTuple):
    """What an index says now."""

    snapshot: Snapshot
    segments: Sequence[str]
    """The name of each segment, in the order of the snapshot; none where articles have other
    numbers each time."""
    marks: Marks | None = None
    """What is known of marks, for alerts that ask for them."""


class _Found(NamedTuple):
    """What matches now and was not told before."""

    matches: list[tuple[Match, str, bool]]
    """Each with its content hash, and whether its article was told in other words."""
    told: list[Told]
    """What to remember from now on."""
    seen: dict[str, set[int]]
    highlighting: Highlighting
    full: int
    """How many articles match."""


class Alerts:
    """The saved searches of an index; an archive has them as ``archive.alerts``.

    >>> archive.alerts.add("cartel", Request("cartel -tunnel"))
    >>> archive.index()
    >>> archive.alerts.run(tell=lambda news: print(news.alert, len(news.hits)))
    """

    def __init__(self, folder: IndexFolder, state: Callable[[], State]) -> None:
        """``state`` opens what the index says now; its snapshot is closed here."""
        self._folder = folder
        self._state = state
        self.file = AlertsFile(folder.beside(ENDING))

    def all(self) -> list[Alert]:
        """Every alert, by name."""
        return self.file.alerts()

    def get(self, name: str) -> Alert:
        """The alert of a name. Raises :class:`AlertNotFound`."""
        known = {alert.name: alert for alert in self.all()}
        if name not in known:
            raise AlertNotFound(name, did_you_mean(name, known))
        return known[name]

    def add(
        self, name: str, request: str | Request, feed: str = "", *, backlog: bool = False
    ) -> Alert:
        """Save a search. What matches already counts as told, unless ``backlog``.

        Raises :class:`QueryError` for what is no query, :class:`UsageError` for what is no name,
        :class:`AlertNameTaken`, :class:`AnswerIncomplete` where parts of the index do not answer.
        """
        if not _NAME.fullmatch(name):
            raise UsageError(
                f"{name!r} is no name for an alert",
                "letters, digits, dots and hyphens: port-strike",
            )
        request = request if isinstance(request, Request) else Request(request)
        query_of(request)
        now = _now()
        alert = Alert(
            name,
            request,
            os.path.abspath(feed) if feed else "",
            str(uuid.uuid4()),
            now,
            now,
            _version(),
        )
        told: list[Told] = []
        seen: dict[str, set[int]] = {}
        if not backlog and self._folder.exists():
            with self._opened() as state:
                found = _find(state, alert, {}, {})
            if lacking := self._folder.lacking():
                # What was not found would be told as new when it is.
                raise AnswerIncomplete(f"the alert {name} was not added", lacking)
            told, seen = found.told, found.seen
        self.file.add(alert, told, seen)
        return alert

    def remove(self, names: Iterable[str]) -> list[Alert]:
        """Take out alerts, and all that is kept for them. Raises :class:`AlertNotFound`."""
        alerts = [self.get(name) for name in dict.fromkeys(names)]
        for alert in alerts:
            self.file.remove(alert.name)
        return alerts

    def run(
        self,
        names: Iterable[str] = (),
        tell: Callable[[Delivery], None] = lambda news: None,
        wait: float = 60.0,
        *,
        dry_run: bool = False,
    ) -> int:
        """Tell what is new of some alerts, by default of all; how many articles that were.

        ``tell`` is called once for each alert that has news, and for news of an earlier run
        that did not come to its end; when it raises, that is told again by the next run (and
        with :class:`NotDelivered`, the others are still told now). Raises
        :class:`AlertNotFound`, :class:`AlertsLocked`, :class:`NoIndexFound`.
        """
        alerts = [self.get(name) for name in dict.fromkeys(names)] or self.all()
        if not alerts:
            return 0
        count = 0
        failed: list[NotDelivered] = []
        with self._locked(wait), self._opened() as state:
            for alert in alerts:
                for delivery in self._news(alert, state, dry_run=dry_run):
                    try:
                        tell(delivery)
                    except NotDelivered as error:
                        failed.append(error)
                        continue
                    count += len(delivery.hits)
                    if not dry_run:
                        self.file.close(delivery)
        if failed:
            raise failed[0]
        return count

    def news(self, name: str, most: int | None = None) -> list[Delivery]:
        """What a run would tell of an alert now, the oldest first; nothing is set down or locked.

        ``most`` hits of what no run found yet are made, the newest; ``contents`` has all. Raises
        :class:`AlertNotFound`, :class:`NoIndexFound`.
        """
        while True:
            version = self.file.version()
            with self._opened() as state:
                found = self._news(self.get(name), state, dry_run=True, most=most)
            if self.file.version() == version:
                return found
            # A run came between: what it told would be lacking here, or be here twice.

    def _news(
        self, alert: Alert, state: State, *, dry_run: bool, most: int | None = None
    ) -> list[Delivery]:
        """What is to be told of an alert; set down before any of it is."""
        waiting = self.file.pending(alert.name)
        told = self.file.told(alert.name)
        found = _find(state, alert, told, self.file.seen(alert.name))
        now = _now()
        news: Delivery | None = None
        if found.matches:
            news = Delivery(
                alert.name,
                str(uuid.uuid4()),
                now,
                _hits(state.snapshot, alert.request, found, most),
                tuple(content for _, content, _ in found.matches),
                tuple(changed for _, _, changed in found.matches),
            )
        if not dry_run:
            gone = self._gone(alert, state, len(told), found) if len(told) > _MANY else ()
            self.file.take(
                Alert(alert.name, alert.request, ran=now, version=_version()),
                found.told, found.seen, news, gone,
            )  # fmt: skip
        return [*waiting, news] if news is not None else waiting

    def _gone(self, alert: Alert, state: State, told: int, found: _Found) -> Iterable[bytes]:
        """What was told long ago and matches no more, where that is most of it."""
        if told < 2 * found.full + _MANY:
            return ()
        here = {one.content for one in _find(state, alert, {}, {}).told}
        before = (datetime.now(UTC) - _REMEMBERED).isoformat(timespec="seconds")
        return self.file.old(alert.name, before) - here

    def note_done(self, delivery: Delivery, channel: str) -> None:
        """Set down that a delivery went out by a channel, so that it does not again."""
        self.file.note_done(delivery, channel)

    @contextmanager
    def _opened(self) -> Iterator[State]:
        state = self._state()
        try:
            yield state
        finally:
            state.snapshot.close()

    @contextmanager
    def _locked(self, wait: float) -> Iterator[None]:
        """One run at a time; the system frees the lock of a process that died."""
        from filelock import FileLock, Timeout

        lock = FileLock(self._folder.beside(_LOCK), mode=0o600)
        try:
            lock.acquire(timeout=wait, poll_interval=0.1)
        except Timeout:
            raise AlertsLocked(str(self._folder.path), wait) from None
        try:
            yield
        finally:
            lock.release()


def _find(state: State, alert: Alert, told: dict[bytes, str], seen: dict[str, set[int]]) -> _Found:
    """What matches, and which of it is not among what was ``told`` and ``seen``."""
    asked = alert.request.but(sort="-date", marks=state.marks)
    matches = state.snapshot.search(whole(asked))
    known_articles = set(told.values())
    same_reader = alert.version == _version()
    now_seen: dict[str, set[int]] = {}
    news: list[tuple[Match, str, bool]] = []
    noted: list[Told] = []
    contents: set[bytes] = set()
    for match in matches.rows:
        if state.segments:
            segment = state.segments[match.segment]
            now_seen.setdefault(segment, set()).add(match.document)
            if match.document in seen.get(segment, ()):
                continue
        article = state.snapshot.article(match)
        content = content_hash(article)
        key = content_key(content)
        if key in contents:
            continue
        contents.add(key)
        changed = article.id in known_articles and key not in told
        noted.append(Told(key, article.id))
        if key not in told and (same_reader or not changed):
            news.append((match, content, changed))
    return _Found(news, noted, now_seen, matches.highlighting, len(matches.rows))


def _hits(snapshot: Snapshot, request: Request, found: _Found, most: int | None) -> tuple[Hit, ...]:
    hits = (
        hit_of(snapshot, request, rank, match, found.highlighting)
        for rank, (match, _, _) in enumerate(found.matches[:most], start=1)
    )
    return tuple(_with_whole_path(hit) for hit in hits)


def _with_whole_path(hit: Hit) -> Hit:
    """A hit whose path means the same in whatever folder it is told."""
    path = hit.path if is_elsewhere(hit.path) else os.path.abspath(hit.path)
    return Hit(**{**values_of(hit), "path": path})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _version() -> str:
    from newsgrep import __version__

    return __version__
