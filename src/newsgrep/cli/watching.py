"""``newsgrep index --watch``: runs told in a line each, alerts after each, until a signal comes."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsgrep.cli.progress import watching as progress
from newsgrep.cli.stopping import on_signals
from newsgrep.errors import NewsgrepError
from newsgrep.ingest.events import Event, Report, Warned
from newsgrep.render import indexing

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsgrep.archive import Archive
    from newsgrep.cli.streams import Environment
    from newsgrep.ingest.run import Options


def watch(
    archive: Archive,
    options: Options,
    paths: list[str],
    here: Environment,
    alerts: Callable[[], None] | None,
    *,
    form: str,
) -> None:
    """Keep the index in step until a signal comes. ``form`` is ``text``, ``json`` or ``quiet``."""
    first = True

    def tell(event: Event) -> None:
        if first:
            bar(event)
        elif form == "json" and not isinstance(event, Warned):
            if text := indexing.sentence(event).removeprefix("newsgrep: "):
                here.write(indexing.told_json("note", _now(), message=text))
        elif line := indexing.sentence(event):
            here.say(line)

    watched = archive.watching(options, tell)
    with on_signals(watched.stop) as stopped_by:
        with progress(here, quiet=form == "quiet") as bar:
            reports = watched.reports(paths)
            report = next(reports)
        first = False
        _tell_of(report, here, form)
        _alert(alerts, here, form)
        if not stopped_by():
            _begin(archive, here, form)
        for report in reports:
            _tell_of(report, here, form)
            _alert(alerts, here, form)
    if form == "json":
        here.write(indexing.told_json("stopped", _now()))


def _begin(archive: Archive, here: Environment, form: str) -> None:
    manifest = archive.folder.manifest()
    places = [archive.folder.absolute(root) for root in manifest.roots]
    if form == "json":
        here.write(indexing.told_json("watching", _now(), paths=places))
    elif form == "text":
        here.say(indexing.watch_begun(places))


def _tell_of(report: Report, here: Environment, form: str) -> None:
    if form == "json":
        here.write(indexing.watched_json(report, _now()))
    elif form == "text":
        for line in indexing.watched(report, time.strftime("%H:%M:%S")):
            here.say(line)


def _alert(alerts: Callable[[], None] | None, here: Environment, form: str) -> None:
    """Run the alerts; what is wrong with them does not end a watch."""
    if alerts is None:
        return
    try:
        alerts()
    except NewsgrepError as error:
        if form == "json":
            here.write(indexing.told_json("error", _now(), message=error.message))
        else:
            here.say(f"newsgrep: {error.message}")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
