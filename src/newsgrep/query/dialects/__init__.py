"""Queries written for other services: one module a dialect, each with its own grammar."""

from __future__ import annotations

from datetime import date

from newsgrep.query.ast import Node


def read(query: str, syntax: str, today: date | None = None) -> Node:
    """The tree of ``query``, written as ``syntax`` has it: ``nexis``, ``factiva`` or ``google``.

    Spans are character offsets into ``query`` as it was typed. Relative dates count from
    ``today`` (by default, today). Raises :class:`QueryError`, which points into ``query``, for
    all that is not understood or has no counterpart in our own language.

    >>> read("hlead(cartel) and wall!", "nexis")
    All(parts=(In(field='lead', part=Word(text='cartel')), Wildcard(pattern='wall*')), ...)
    """
    from newsgrep.query.dialects import factiva, google, nexis

    grammars = {"nexis": nexis.Nexis, "factiva": factiva.Factiva, "google": google.Google}
    return grammars[syntax](query, today or date.today()).whole()
