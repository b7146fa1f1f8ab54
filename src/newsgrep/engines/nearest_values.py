"""The values of a field that are written nearly as what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from newsgrep.engines.matches import Query
from newsgrep.query.ast import In, Phrase
from newsgrep.request import Request
from newsgrep.text.fold import fold


def counted_nearest(
    values: Iterable[str], field: str, text: str, count: Callable[[Query], int]
) -> list[tuple[str, int]]:
    """Those of a field's ``values`` that are nearly ``text``, with their articles; three at most.

    ``count`` tells how many articles match.
    """
    return [
        (value, count(Query(In(field, Phrase(value, exact=True)), Request())))
        for value in nearest(values, text)
    ]


def nearest(values: Iterable[str], text: str) -> list[str]:
    """Those of ``values`` that are nearly ``text``, or have a word that is; three at most."""
    folded = {fold(value): value for value in sorted(values)}
    wanted = fold(text)
    near = [folded[name] for name in get_close_matches(wanted, folded, n=3, cutoff=0.6)]
    for name, value in folded.items():
        if value not in near and get_close_matches(wanted, name.split(), n=1, cutoff=0.6):
            near.append(value)
    return near[:3]
