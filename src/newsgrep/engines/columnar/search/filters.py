"""What is asked of an article beside its words: its dates, length, path, states and fields."""

from __future__ import annotations

import re
from datetime import date
from fnmatch import translate
from typing import TYPE_CHECKING

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.segment.doc_values import NO_DATE, SECONDS_A_DAY, end_of
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.fields import FACETS
from newsgrep.query.ast import Dated, Everything, Has, Is, Length, Marked, Node, PathLike, Valued
from newsgrep.text.normal_forms import composed

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.backends import D, T
    from newsgrep.engines.columnar.search.backends.interface import Backend

_EPOCH = date(1970, 1, 1).toordinal()


def documents(backend: Backend[D, T], node: Node) -> D:
    """Documents that a filter of a question lets through."""
    match node:
        case Everything():
            return backend.everything()
        case Dated(since, until):
            return dated(backend, since, until)
        case Length(least, most):
            return backend.between("words", least or 0, (1 << 32) if most is None else most + 1)
        case PathLike(pattern):
            return path_like(backend, pattern)
        case Has(name):
            return having(backend, name)
        case Valued(name, value):
            return backend.where(lambda segment: segment.facet(name).documents_with(value))
        case Is(state):
            return in_state(backend, state)
        case Marked(_, _, hashes):
            return backend.where(lambda segment: segment.with_hashes(hashes))
    raise TypeError(f"{type(node).__name__} is no filter")


def dated(backend: Backend[D, T], since: date | None, until: date | None) -> D:
    """Documents of the days from ``since`` to before ``until``.

    One of which only the month or year is known has to be within as a whole.
    """
    first = (since.toordinal() - _EPOCH) * SECONDS_A_DAY if since else NO_DATE + 1
    last = (until.toordinal() - _EPOCH) * SECONDS_A_DAY if until else 1 << 62
    found = backend.between("dates", first, last)
    if until is None:
        return found

    def reaching_further(segment: Segment) -> list[int]:
        """Documents of a month or year that is not over by then."""
        return [
            document
            for document in segment.coarse_dates
            if end_of(segment.dates[document], segment.coarse[document]) > last
        ]

    return found - backend.where(reaching_further)


def having(backend: Backend[D, T], field: str) -> D:
    """Documents of which a field is known."""
    if field == "date":
        return backend.between("dates", NO_DATE + 1, 1 << 62)
    if field in FACETS:
        return backend.where(lambda segment: _with_values(segment, field))
    return backend.where(lambda segment: _with_terms(segment, field))


def in_state(backend: Backend[D, T], state: str) -> D:
    """Documents that are ``corrected``, ``updated``."""

    def found(segment: Segment) -> list[int]:
        entry = segment.terms.find(term_keys.key("is", state))
        return segment.postings(entry).docs() if entry is not None else []

    return backend.where(found)


def path_like(backend: Backend[D, T], pattern: str) -> D:
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

    return backend.where(found)


def _written(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape").replace("\\", "/")


def _with_values(segment: Segment, field: str) -> set[int]:
    return {document for document, count in enumerate(segment.facet(field).counts) if count}


def _with_terms(segment: Segment, field: str) -> set[int]:
    found: set[int] = set()
    for _, entry in segment.terms.with_prefix(term_keys.key(field, "")):
        found.update(segment.postings(entry).docs())
    return found
