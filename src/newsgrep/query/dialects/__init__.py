"""Queries written for other services, read as ours: one module a dialect."""

from __future__ import annotations

from collections.abc import Callable

from newsgrep.query.dialects import factiva, google, nexis

_TRANSLATORS: dict[str, Callable[[str], str]] = {
    "nexis": nexis.translate,
    "factiva": factiva.translate,
    "google": google.translate,
}


def translated(query: str, syntax: str) -> str:
    """``query`` as our own language writes it. Raises :class:`QueryError`."""
    translate = _TRANSLATORS.get(syntax)
    return translate(query) if translate is not None else query
