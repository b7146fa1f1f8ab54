"""What the server and the processes that answer say to each other."""

from __future__ import annotations

from typing import Any, NamedTuple


class Task(NamedTuple):
    """A question for a worker."""

    kind: str
    """``api``, ``page``, ``file``, ``tool`` or ``change``."""
    name: str
    pairs: tuple[tuple[str, str], ...] = ()
    """What the address asks, in order; what stands in its path as well."""
    known: str = ""
    """The tags of answers that whoever asks has already, as HTTP has them."""
    arguments: dict[str, Any] = {}  # noqa: RUF012 - none is ever changed
    """Those of a tool or a change; of a page, whether something may be changed on it."""


class Head(NamedTuple):
    """The beginning of an answer, with all of its body unless ``more`` is to come."""

    status: int
    headers: dict[str, str]
    body: bytes
    more: bool = False


class Chunk(NamedTuple):
    """A further piece of an answer; the last one has ``more`` no more."""

    body: bytes
    more: bool
