"""A fault in a file, set aside until what stands before it was handed on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from newsgrep.errors import UnreadableFile

T = TypeVar("T")


def before_fault(parts: Iterable[T], faults: list[UnreadableFile]) -> Iterator[T]:
    """The parts of a file up to a fault, which goes to ``faults`` instead of being raised.

    Who holds parts back hands them on first, and raises it then.
    """
    try:
        yield from parts
    except UnreadableFile as error:
        faults.append(error)
