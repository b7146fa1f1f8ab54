"""One object for a question: handed on whole, from the command line and Python to the engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Protocol, get_args

from newsgrep.errors import UsageError
from newsgrep.records import record, values_of
from newsgrep.text.nearest import did_you_mean

Mode = Literal["default", "all", "any"]
"""``all``: every word; ``any``: at least one; ``default``: ``all``, then the rest of ``any``."""

Rank = Literal["bm25", "recency", "prominence"]
"""``recency``: newer articles count more; ``prominence``: headline and lead count more."""

Copies = Literal["collapse", "show", "only"]
"""Of near-duplicates one, all, or nothing but those."""

Context = Literal["sentence", "paragraph"]
"""What a snippet is."""

MAX_SNIPPETS = 3
"""Snippets of a hit, where a request does not say how many."""

SYNTAXES = ("newsgrep", "nexis", "factiva", "google")
"""The dialects that a query may be written in."""

_ORDERS = ("date", "words", "title", "source", "path")
SORTS = ("relevance", *_ORDERS, *(f"-{name}" for name in _ORDERS))
"""Orders of answers; a leading ``-`` turns one round (``-date``: newest first)."""


_CHOICES: dict[str, tuple[str, ...]] = {
    "mode": get_args(Mode), "rank": get_args(Rank), "copies": get_args(Copies),
    "context": get_args(Context),
}  # fmt: skip


class Marks(Protocol):
    """What is known of marks and notes, which are kept beside the index."""

    def hashes(self, name: str, value: str) -> frozenset[bytes]:
        """The articles that a part of a query asks for, by their content hashes' first 16 bytes.

        ``name`` is ``mark``, ``note`` or ``is``; the value ``*`` stands for any.
        """
        ...

    def counts(self) -> dict[str, int]:
        """Each mark, and how many articles have it."""
        ...

    def of(self, content: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The marks and the notes of the article with a content hash."""
        ...


@record
class Request:
    """What is asked, and which part of the answer is wanted."""

    query: str = ""
    mode: Mode = "default"
    since: str = ""
    until: str = ""
    author: str = ""
    source: str = ""
    language: str = ""
    path: str = ""
    having: tuple[tuple[str, str], ...] = ()
    """Pairs of a field and a value that articles have there, as facets count them."""
    sort: str = "relevance"
    """One of :data:`SORTS`."""
    limit: int | None = 10
    """Hits on the page; None or 0 for all."""
    offset: int = 0
    snippets: int = MAX_SNIPPETS
    context: Context = "sentence"
    rank: Rank = "bm25"
    copies: Copies = "collapse"
    expand: bool = True
    """Whether an acronym also stands for its long form, and the other way round."""
    explain: bool = False
    """Whether each hit tells what made up its score."""
    today: str = ""
    """The day that dates in words count from, ISO 8601; by default it is today."""
    unseen: bool = False
    """Whether articles that were marked as seen, key or irrelevant are left out."""
    marks: Marks | None = None
    """Where marks are looked up; an archive gives its own."""
    syntax: str = "newsgrep"
    """The dialect of the query: one of :data:`SYNTAXES`."""

    def but(self, **fields: object) -> Request:
        """The same request with other values of some fields."""
        return Request(**{**values_of(self), **fields})


def as_values(request: Request) -> dict[str, Any]:
    """The fields of a request that are not as by default, for JSON; its marks are no part of it."""
    plain = values_of(Request())
    return {
        name: value
        for name, value in values_of(request).items()
        if name != "marks" and value != plain[name]
    }


def request_from(values: Mapping[str, Any]) -> Request:
    """The request that some values are, as JSON gives them back.

    Raises TypeError for a field that there is not, or that is of another kind.
    """
    plain = values_of(Request())
    given = dict(values)
    if isinstance(pairs := given.get("having"), list):
        # JSON has no tuples.
        given["having"] = tuple((str(field), str(value)) for field, value in pairs)
    for name, value in given.items():
        wanted = (int, type(None)) if name == "limit" else (type(plain.get(name)),)
        if name not in plain or not isinstance(value, wanted):
            raise TypeError(f"request has {name} {value!r}")
    return Request(**given)


def requested(query: str | Request, **fields: object) -> Request:
    """The request that a query makes; ``fields`` are those of :class:`Request`."""
    if isinstance(query, Request):
        return query.but(**fields) if fields else query
    return Request(query=query, **fields)  # type: ignore[arg-type]


def check(request: Request) -> None:
    """Raise :class:`UsageError` for what no answer can be given to."""
    for name, known in _CHOICES.items():
        given = getattr(request, name)
        if given not in known:
            raise UsageError(f"{name} {given!r} is not known", f"one of {', '.join(known)}")
    if request.sort not in SORTS:
        hint = did_you_mean(request.sort, SORTS)
        raise UsageError(
            f"unknown order --sort {request.sort}", f"{hint}(one of {', '.join(SORTS)})"
        )
    if request.syntax not in SYNTAXES:
        raise UsageError(f"unknown --syntax {request.syntax}", f"one of {', '.join(SYNTAXES)}")
    if request.offset < 0 or (request.limit is not None and request.limit < 0):
        raise UsageError("--limit, --offset and --page count from zero, zero and one")
