"""Errors as RFC 9457 problems: what each is called, its status, and what it is about."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from newsgrep import errors

MEDIA_TYPE = "application/problem+json"


class Kind(NamedTuple):
    """A kind of problem."""

    name: str
    status: int
    title: str


KINDS = {
    kind.name: kind
    for kind in (
        Kind("query", 400, "The query was not understood"),
        Kind("parameter", 400, "A parameter was not understood"),
        Kind("secret", 401, "The token or password is needed"),
        Kind("origin", 403, "The request comes from another site"),
        Kind("key", 403, "What changes something needs the key"),
        Kind("read-only", 403, "The server only reads"),
        Kind("no-article", 404, "No article has this id"),
        Kind("no-alert", 404, "No saved search has this name"),
        Kind("no-page", 404, "There is nothing at this address"),
        Kind("method", 405, "This address is asked otherwise"),
        Kind("slow", 408, "The request did not come in time"),
        Kind("name-taken", 409, "There is a saved search of this name"),
        Kind("several-articles", 409, "More than one article has an id that begins so"),
        Kind("too-large", 413, "The request is too large"),
        Kind("host", 421, "The server is not known under this name"),
        Kind("too-many", 429, "Too many requests at a time"),
        Kind("internal", 500, "newsgrep made an error"),
        Kind("busy", 503, "The server is busy"),
        Kind("too-long", 503, "The answer took too long"),
        Kind("memory", 503, "The answer takes too much memory"),
        Kind("index", 503, "The index cannot be read"),
        Kind("kept", 503, "What is kept beside the index cannot be used"),
    )
}
"""Every problem there is, by its name."""

RETRY = {"too-many": 1, "busy": 2, "too-long": 10, "memory": 10, "index": 10, "kept": 10}
"""After how many seconds some may have passed."""

_OPTION = re.compile(r"(?<![\w-])--(?=[a-z])")
_OF: tuple[tuple[type[Exception], str], ...] = (
    (errors.QueryError, "query"),
    (errors.ArticleNotFound, "no-article"),
    (errors.ArticleAmbiguous, "several-articles"),
    (errors.AlertNotFound, "no-alert"),
    (errors.AlertNameTaken, "name-taken"),
    (errors.UsageError, "parameter"),
    (errors.MarksUnreadable, "kept"),
    (errors.MarksNotWritable, "kept"),
    (errors.MarksLocked, "kept"),
    (errors.AlertsUnusable, "kept"),
    (errors.NewsgrepError, "index"),
    (MemoryError, "memory"),
)


class Problem(Exception):
    """A problem to be told; ``more`` are further members of it."""

    def __init__(self, name: str, detail: str, hint: str = "", **more: Any) -> None:
        super().__init__(detail)
        self.kind = KINDS[name]
        self.detail = detail
        self.hint = hint
        self.more = more

    def values(self) -> dict[str, Any]:
        """The members of the problem, in the order of the documentation."""
        return {
            "type": f"/problems#{self.kind.name}",
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
            **({"hint": self.hint} if self.hint else {}),
            **self.more,
        }

    def headers(self) -> dict[str, str]:
        """What an answer with this problem carries beside it."""
        seconds = RETRY.get(self.kind.name)
        return {"Retry-After": str(seconds)} if seconds else {}


def problem_of(error: Exception) -> Problem:
    """The problem that an error is; one of our own mistakes as such, without what is inside."""
    if isinstance(error, Problem):
        return error
    name = next((name for kind, name in _OF if isinstance(error, kind)), "internal")
    if isinstance(error, errors.QueryError):
        place = {"query": error.query, "start": error.start, "end": error.end}
        return Problem(name, error.message, error.hint, **place)
    if isinstance(error, errors.NewsgrepError):
        return Problem(name, *told_of(error))
    if isinstance(error, MemoryError):
        return Problem(name, "the process that answered had no more memory", "ask for less")
    return Problem(name, f"internal error ({type(error).__name__})", "please report it")


def told_of(error: errors.NewsgrepError) -> tuple[str, str]:
    """What an error says, and what to do, to who asks over HTTP."""
    # Parameters are called as the options are, without their hyphens.
    told = (_OPTION.sub("", text) for text in (error.message, error.hint))
    message, hint = (text.replace("newsgrep search", "search") for text in told)
    return message, hint


def problem_json(problem: Problem) -> bytes:
    """A problem as JSON; what is no valid text in it as question marks."""
    return (json.dumps(problem.values(), ensure_ascii=False) + "\n").encode("utf-8", "replace")
