"""What alerts consist of: the saved question, and what was found for it."""

from __future__ import annotations

from typing import Any

from newsgrep.records import record, values_of
from newsgrep.request import Request
from newsgrep.results import CopyInfo, Hit, Reason, Snippet


@record
class Alert:
    """A saved search."""

    name: str
    request: Request
    feed: str = ""
    """The file of its feed, absolute; empty for none."""
    uuid: str = ""
    """What its feed is known by."""
    made: str = ""
    """When, in UTC, ISO 8601."""
    ran: str = ""
    """When it was run last; when it was made, if never."""
    version: str = ""
    """The version of newsgrep that ran it."""


@record
class Delivery:
    """What one run found for one alert, to be told once."""

    alert: str
    id: str
    """The same whenever this is told: who is told twice can know it by that."""
    at: str
    """When it was found, in UTC, ISO 8601."""
    hits: tuple[Hit, ...]
    """The newest first; their paths are absolute."""
    contents: tuple[str, ...]
    """The content hash of each."""
    changed: tuple[bool, ...]
    """Whether each was told before, and says something else now."""
    done: frozenset[str] = frozenset()
    """The channels by which it went out."""


def hit_values(hit: Hit) -> dict[str, Any]:
    """A hit as JSON has it."""
    values = values_of(hit)
    values["snippets"] = [[one.text, one.highlights] for one in hit.snippets]
    values["copies"] = list(values_of(hit.copies).values()) if hit.copies is not None else None
    return values


def hit_from(values: dict[str, Any]) -> Hit:
    """The inverse of :func:`hit_values`."""
    made = dict(values)
    made["authors"] = tuple(values["authors"])
    made["snippets"] = tuple(
        Snippet(text, tuple((start, end) for start, end in spans))
        for text, spans in values["snippets"]
    )
    made["title_highlights"] = tuple((start, end) for start, end in values["title_highlights"])
    made["copies"] = CopyInfo(*values["copies"]) if values["copies"] is not None else None
    made["reasons"] = tuple(Reason(*one) for one in values["reasons"])
    return Hit(**made)
