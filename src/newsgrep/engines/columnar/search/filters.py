"""What is asked of an article beside its words: its dates, length, path, states and fields.

The functions give documents of one piece of an index, a segment for ``pure_python``
and a reader of all of them for ``numpy_arrays``, as that algebra has them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from fnmatch import translate
from types import ModuleType
from typing import Any as Anything

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.backends import pure_python
from newsgrep.engines.columnar.segment.doc_values import NO_DATE, end_of
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.fields import FACETS
from newsgrep.query.ast import Dated, Everything, Has, Is, Length, Node, PathLike
from newsgrep.text.clean import composed

_SECONDS_A_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()


def documents(algebra: ModuleType, piece: Anything, node: Node) -> Anything:
    """Documents that a filter of a question lets through."""
    match node:
        case Everything():
            return algebra.everything(piece)
        case Dated(since, until):
            return dated(algebra, piece, since, until)
        case Length(least, most):
            return of_length(algebra, piece, least, most)
        case PathLike(pattern):
            return path_like(algebra, piece, pattern)
        case Has(name):
            return having(algebra, piece, name)
        case Is(state):
            return in_state(algebra, piece, state)
    raise TypeError(f"{type(node).__name__} is no filter")


def dated(algebra: ModuleType, piece: Anything, since: date | None, until: date | None) -> Anything:
    """Documents of the days from ``since`` to before ``until``.

    One of which only the month or year is known has to be within as a whole.
    """
    first = (since.toordinal() - _EPOCH) * _SECONDS_A_DAY if since else NO_DATE + 1
    last = (until.toordinal() - _EPOCH) * _SECONDS_A_DAY if until else 1 << 62
    found = between(algebra, piece, piece.dates, first, last)
    if until is None:
        return found

    def reaching_further(segment: Segment) -> list[int]:
        """Documents of a month or year that is not over by then."""
        return [
            document
            for document in segment.coarse_dates
            if end_of(segment.dates[document], segment.coarse[document]) > last
        ]

    return algebra.without(found, _each(algebra, piece, reaching_further))


def of_length(
    algebra: ModuleType, piece: Anything, least: int | None, most: int | None
) -> Anything:
    """Documents with so many words."""
    last = (1 << 32) if most is None else most + 1
    return between(algebra, piece, piece.words, least or 0, last)


def between(
    algebra: ModuleType, piece: Anything, column: Anything, least: int, end: int
) -> Anything:
    """Documents whose value in a column is ``least`` or more, and less than ``end``."""
    if algebra is pure_python:
        found = {n for n, value in enumerate(column.tolist()) if least <= value < end}
        return algebra.numbered(found, piece)
    import numpy as np

    values = np.asarray(column).astype(np.int64, copy=False)
    return algebra.numbered((values >= least) & (values < end), piece)


def having(algebra: ModuleType, piece: Anything, field: str) -> Anything:
    """Documents of which a field is known."""
    if field == "date":
        return between(algebra, piece, piece.dates, NO_DATE + 1, 1 << 62)
    if field in FACETS:
        return _each(algebra, piece, lambda segment: _with_values(segment, field))
    return _each(algebra, piece, lambda segment: _with_terms(segment, field))


def in_state(algebra: ModuleType, piece: Anything, state: str) -> Anything:
    """Documents that are ``corrected``, ``updated``."""

    def found(segment: Segment) -> list[int]:
        entry = segment.terms.find(term_keys.key("is", state))
        return segment.postings(entry).docs() if entry is not None else []

    return _each(algebra, piece, found)


def path_like(algebra: ModuleType, piece: Anything, pattern: str) -> Anything:
    """Documents of files whose path fits ``pattern``, whatever the case of its letters.

    Nor does it matter whether accents are characters of their own, as macOS has them.

    With wildcards it stands for the whole path, or its end from some folder on; without, for any
    part of the path.
    """
    wanted = composed(pattern.replace("\\", "/").casefold())
    if any(c in wanted for c in "*?["):
        whole, tail = (re.compile(translate(form)) for form in (wanted, f"*/{wanted}"))

        def fits(path: str) -> bool:
            return bool(whole.match(path) or tail.match(path))

    else:

        def fits(path: str) -> bool:
            return wanted in path

    def found(segment: Segment) -> list[int]:
        files = {
            number
            for number, name in enumerate(segment.file_names)
            if fits(composed(_written(name).casefold()))
        }
        return [n for n, file in enumerate(segment.files.tolist()) if file in files]

    return _each(algebra, piece, found)


def _written(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape").replace("\\", "/")


def _each(
    algebra: ModuleType, piece: Anything, documents_of: Callable[[Segment], Iterable[int]]
) -> Anything:
    if algebra is pure_python:
        return algebra.numbered(documents_of(piece), piece)
    return algebra.numbered(piece.each(documents_of), piece)


def _with_values(segment: Segment, field: str) -> set[int]:
    found = set()
    before = 0
    for document, end in enumerate(segment.facet(field).ends.tolist()):
        if end > before:
            found.add(document)
        before = end
    return found


def _with_terms(segment: Segment, field: str) -> set[int]:
    found: set[int] = set()
    for _, entry in segment.terms.with_prefix(term_keys.key(field, "")):
        found.update(segment.postings(entry).docs())
    return found
