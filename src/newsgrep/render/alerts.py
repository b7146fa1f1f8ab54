"""Alerts, and what they found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newsgrep.render.as_json import dump
from newsgrep.render.lines import Line, Piece, results_lines
from newsgrep.render.prose import date_for_people
from newsgrep.render.values import hit_values
from newsgrep.results import Results
from newsgrep.text.printable import printable_path

if TYPE_CHECKING:
    from newsgrep.newsroom.told import Alert, Delivery
    from newsgrep.request import Request

_FILTERS = ("since", "until", "author", "source", "language", "path", "syntax", "mode")
_PLAIN = {"syntax": "newsgrep", "mode": "all"}


def filters(request: Request) -> dict[str, Any]:
    """What a saved search asks for beside its query, where it is not as by default.

    ``in`` is a list of values that facets count, ``copies`` is ``only``, ``unseen`` true, and
    ``expand`` false; all others are texts.
    """
    values = {name: getattr(request, name) for name in _FILTERS}
    found = {name: value for name, value in values.items() if value != _PLAIN.get(name, "")}
    if request.having:
        found["in"] = [f"{field}:{value}" for field, value in request.having]
    if request.copies == "only":
        found["copies"] = "only"
    if request.unseen:
        found["unseen"] = True
    if not request.expand:
        found["expand"] = False
    return found


def filters_told(request: Request) -> list[str]:
    """The same for people, each in a few words."""
    said: dict[str, str] = {"unseen": "unseen", "expand": "acronyms as typed"}
    return [
        said.get(name) or f"{name} {', '.join(value) if isinstance(value, list) else value}"
        for name, value in filters(request).items()
    ]


def ran_told(alert: Alert) -> str:
    """When an alert was run last."""
    ran = alert.ran != alert.made
    return f"last run {date_for_people(alert.ran)} UTC" if ran else "not run yet"


def alert_lines(alerts: Sequence[Alert]) -> Iterator[Line]:
    """Each alert with its query, and when it was run last."""
    for alert in alerts:
        yield Line(
            (Piece(alert.name, "title"), Piece("  "), Piece(alert.request.query or "*")), "", "    "
        )
        told = [*filters_told(alert.request), ran_told(alert)]
        yield Line((Piece(" · ".join(told), "about"),), "    ")
        if alert.feed:
            yield Line((Piece(printable_path(alert.feed), "path"),), "    ", whole=True)


def alert_summary(alerts: Sequence[Alert]) -> Iterator[str]:
    """What is said where there is none."""
    if not alerts:
        yield "no alerts; make one with: newsgrep alert add NAME QUERY"


def alerts_json(alerts: Sequence[Alert]) -> Iterator[str]:
    """Each alert with all that it asks."""
    told = [
        {
            "name": alert.name,
            "query": alert.request.query,
            "filters": filters(alert.request),
            "feed": alert.feed,
            "made": alert.made,
            "ran": alert.ran,
        }
        for alert in alerts
    ]
    yield dump({"alerts": told}, indent=2)


def delivery_lines(news: Delivery, link: Callable[[str], str]) -> Iterator[Line]:
    """The name of an alert, how much is new, and that as a search shows it."""
    changed = sum(news.changed)
    about = f"{len(news.hits):,} new" + (f", {changed:,} of them changed" if changed else "")
    yield Line((Piece(f"@{news.alert}", "title"), Piece(f"  {about}", "about")))
    yield Line(())
    results = Results(
        query="", parsed="", total=len(news.hits), partial=0, hits=news.hits, offset=0, took_ms=0
    )
    yield from results_lines(results, link)


def delivery_json(news: Delivery) -> Iterator[str]:
    """What is new of an alert, on one line; paths are absolute."""
    hits: list[dict[str, Any]] = [
        {**hit_values(hit), "changed": changed}
        for hit, changed in zip(news.hits, news.changed, strict=True)
    ]
    yield dump(
        {
            "event": "alert",
            "alert": news.alert,
            "delivery": news.id,
            "found": news.at,
            "total": len(hits),
            "hits": hits,
        }
    )
