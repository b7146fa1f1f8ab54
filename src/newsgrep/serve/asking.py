"""A question as it was asked in an address: its values, and the saved search that it may name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from newsgrep.newsroom.saved_search import resolved
from newsgrep.records import values_of
from newsgrep.results import Results
from newsgrep.serve.parameters import request_of

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.request import Request


def asked(archive: Archive, values: Mapping[str, Any], **fields: Any) -> Request:
    """The question that some values ask; ``fields`` instead of them.

    Raises as :func:`request_of` and :func:`resolved`.
    """
    request, _ = resolved(request_of(values, **fields), archive.alerts.all)
    return request


def searched(archive: Archive, values: Mapping[str, Any], **fields: Any) -> Results:
    """The answer to such a question, with what ought to be said of the name in it."""
    request, notes = resolved(request_of(values, **fields), archive.alerts.all)
    return with_notes(archive.search(request), notes)


def with_notes(results: Results, notes: tuple[str, ...]) -> Results:
    """An answer of which more ought to be said."""
    return Results(**{**values_of(results), "notes": (*notes, *results.notes)})


def kept(archive: Archive) -> tuple[object, ...]:
    """What is other once something was marked, or an alert was made or run."""
    return archive.newsroom.marks.version(), archive.alerts.file.version()
