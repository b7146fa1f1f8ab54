"""The pages of saved searches: all of them, and what is new of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsgrep.errors import AlertsUnusable
from newsgrep.records import values_of
from newsgrep.render.alerts import filters_told, ran_told
from newsgrep.results import Hit
from newsgrep.serve.answers import Answer
from newsgrep.serve.page.state import state_of
from newsgrep.serve.page.templating import page
from newsgrep.serve.parameters import Pairs

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.newsroom.told import Alert, Delivery


MOST = 100
"""Articles that are new of a search, as far as they are shown."""


class Saved(NamedTuple):
    """A saved search as a page lists it."""

    name: str
    query: str
    told: str
    """What it is narrowed to, and when it was run."""
    address: str
    """The page that asks it."""


class Listed(NamedTuple):
    """The saved searches, or why they cannot be read."""

    all: tuple[Saved, ...]
    error: str = ""


def listed(archive: Archive) -> Listed:
    """The saved searches as a part of another page, which is shown whatever they are."""
    try:
        return Listed(tuple(map(_saved, archive.alerts.all())))
    except AlertsUnusable as error:
        return Listed((), error.message)


def alerts(archive: Archive, pairs: Pairs, writable: bool = False) -> Answer:
    """All saved searches."""
    state = state_of(pairs, archive.alerts, writable)
    found = [_saved(alert) for alert in archive.alerts.all()]
    return page("alerts", state=state, alerts=found, hidden=[])


def alert(archive: Archive, pairs: Pairs, writable: bool = False) -> Answer:
    """One saved search, and what a run of it would tell now."""
    (_, name), *further = pairs
    state_of(further)
    saved = archive.alerts.get(name)
    state = state_of([("q", f"@{name}")], archive.alerts, writable)
    deliveries = archive.alerts.news(name, MOST)
    news = [hit for one in deliveries for hit in _hits(archive, one)][:MOST]
    total = sum(len(one.contents) for one in deliveries)
    return page("alert", state=state, alert=_saved(saved), news=news, total=total, hidden=[])


def _saved(alert: Alert) -> Saved:
    told = " · ".join([*filters_told(alert.request), ran_told(alert)])
    address = state_of([("q", f"@{alert.name}")]).address()
    return Saved(alert.name, alert.request.query or "*", told, address)


def _hits(archive: Archive, news: Delivery) -> list[tuple[Hit, bool]]:
    """What was found, as it is marked now, and whether each was told in other words before."""
    found = []
    for hit, content, changed in zip(news.hits, news.contents, news.changed, strict=False):
        marks, notes = archive.newsroom.marks.of(content)
        path = archive.folder.shown(archive.folder.stored(hit.path))
        now = Hit(**{**values_of(hit), "path": path, "marks": marks, "notes": notes})
        found.append((now, changed))
    return found
