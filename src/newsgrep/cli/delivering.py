"""What alerts found handed on: to a feed's file, to a command, to the terminal."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.cli.printing import print_styled
from newsgrep.errors import NotDelivered, UsageError
from newsgrep.ingest.formats.wire.feed import OWN_FEED
from newsgrep.newsroom.told import Alert, Delivery
from newsgrep.records import values_of
from newsgrep.render.forms import renderer, styled
from newsgrep.results import Hit
from newsgrep.storage.whole_file import whole_file

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import Environment
    from newsgrep.newsroom.alerts import Alerts

FEEDS = {".xml": "atom", ".atom": "atom", ".json": "jsonfeed"}
"""The form of a feed by the ending of its file."""
_LOOKED_AT = 2000


def feed_form(path: str) -> str:
    """The form of a feed's file. Raises :class:`UsageError` for another ending."""
    ending = os.path.splitext(path)[1].lower()
    if ending not in FEEDS:
        raise UsageError(f"--feed {path}: no such form", "name it FILE.xml (Atom) or FILE.json")
    return FEEDS[ending]


def check_feed(path: str) -> None:
    """Raises what :func:`write_feed` would, but for what writing alone tells."""
    feed_form(path)
    try:
        if os.path.exists(path) and not _is_feed(path):
            raise NotDelivered(
                f"{path} is no feed of newsgrep, and is left as it is", "name another --feed"
            )
        if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
            raise NotDelivered(f"cannot write the feed {path}: no such folder", "make it first")
    except OSError as error:
        raise NotDelivered(f"cannot write the feed {path}: {error.strerror or error}") from None


def write_feed(path: str, alert: Alert, alerts: Alerts) -> None:
    """Put a feed of what is kept of an alert in the place of an older one, or of none.

    Raises :class:`NotDelivered` where another file is there, or it cannot be written.
    """
    path = os.path.abspath(path)
    form = feed_form(path)
    check_feed(path)
    shown = Alert(**{**values_of(alert), "feed": path})
    text = "".join(renderer(Delivery, form)(shown, alerts.file.entries(alert.name)))
    try:
        with whole_file(Path(path)) as file:
            file.write(text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise NotDelivered(f"cannot write the feed {path}: {reason}") from None


def rewrite_feeds(archive: Archive) -> None:
    """Write the feeds of all alerts anew that are there, so that they tell what is kept now.

    Raises :class:`NotDelivered` where one cannot be written.
    """
    for alert in archive.alerts.all():
        if alert.feed and os.path.exists(alert.feed) and _is_feed(alert.feed):
            write_feed(alert.feed, alert, archive.alerts)


def _is_feed(path: str) -> bool:
    with open(path, "rb") as file:
        begin = file.read(_LOOKED_AT)
    return not begin or OWN_FEED.encode() in begin


def teller(
    archive: Archive, here: Environment, *, command: str = "", feed: str = "", form: str = "text"
) -> Callable[[Delivery], None]:
    """What hands a delivery on by every channel by which it did not go out before.

    ``form`` is ``text``, ``json`` or ``quiet``.
    """
    alerts = archive.alerts
    command = command or here.settings.value("alerts.exec").value

    def tell(news: Delivery) -> None:
        alert = alerts.get(news.alert)
        target = feed or alert.feed
        if target and "feed" not in news.done:
            write_feed(target, alert, alerts)
            alerts.note_done(news, "feed")
        if command and "exec" not in news.done:
            _execute(command, news)
            alerts.note_done(news, "exec")
        if "print" not in news.done:
            print_delivery(archive, here, news, form)

    return tell


def print_delivery(archive: Archive, here: Environment, news: Delivery, form: str) -> None:
    """Print what is new of an alert."""
    if form == "json":
        here.write(["".join(renderer(Delivery, "json")(news))])
    elif form == "text":
        folder = archive.folder
        hits = tuple(
            Hit(**{**values_of(hit), "path": folder.shown(folder.stored(hit.path))})
            for hit in news.hits
        )
        shown = Delivery(**{**values_of(news), "hits": hits})
        print_styled(here, styled(Delivery)(shown, here.link))


def _execute(command: str, news: Delivery) -> None:
    """Run the user's command, with what is new on its standard input.

    Raises :class:`NotDelivered` where it fails.
    """
    data = "".join(renderer(Delivery, "json")(news)).encode()
    variables = {
        **os.environ, "NEWSGREP_ALERT": news.alert, "NEWSGREP_NEW": str(len(news.hits)),
        "NEWSGREP_DELIVERY": news.id,
    }  # fmt: skip
    try:
        code = subprocess.run(
            command, shell=True, input=data, env=variables, check=False
        ).returncode
    except BrokenPipeError:
        return
    except OSError as error:
        raise NotDelivered(f"--exec could not be run: {error.strerror or error}") from None
    if code:
        raise NotDelivered(
            f"--exec ended with exit code {code} for {news.alert}", "the next run tells it again"
        )


def run_alerts(archive: Archive, here: Environment, form: str) -> None:
    """Run all alerts, and tell what is new. Raises :class:`NewsgrepError`."""
    archive.alerts.run(tell=teller(archive, here, form=form))
