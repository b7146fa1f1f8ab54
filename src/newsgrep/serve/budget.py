"""Answers to agents in parts: as much as there is room for, and a cursor for the rest."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable
from hashlib import blake2b
from typing import Any, NamedTuple

from newsgrep.errors import UsageError


class Part(NamedTuple):
    """What of an answer is given: its JSON, and its text."""

    values: dict[str, Any]
    text: str

    @property
    def size(self) -> int:
        """Characters of the longer of the two: an agent is given one of them."""
        return max(len(json.dumps(self.values, ensure_ascii=False)), len(self.text))


class Answered(NamedTuple):
    """An answer in rows, of which as many are given as there is room for."""

    rows: int
    """How many there are from the cursor on."""
    part: Callable[[int], Part]
    """Makes the answer with the first of them."""
    goes_on: bool = False
    """Whether there may be more behind them."""


def fitted(answered: Answered, most: int) -> tuple[int, Part]:
    """As many rows as there is room for, but one at least; and the answer with them."""
    room = most - 200  # for the cursor
    whole = answered.part(answered.rows)
    if whole.size <= room or answered.rows <= 1:
        return answered.rows, whole
    low, high = 1, answered.rows
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if answered.part(middle).size <= room else (low, middle)
    return low, answered.part(low)


def digest(*of: object) -> str:
    """What tells some values from others, in ten hexadecimal digits."""
    return blake2b(repr(of).encode("utf-8", "replace"), digest_size=5).hexdigest()


def cursor_at(at: int, asked: str, commits: str) -> str:
    """A cursor for the rest of an answer, from row ``at`` on; the others are digests."""
    return base64.urlsafe_b64encode(f"{at}.{asked}.{commits}".encode()).decode()


def place_of(cursor: str, asked: str, commits: str) -> int:
    """Where an answer goes on. Raises :class:`UsageError` where it is not that answer any more."""
    try:
        at, question, state = base64.urlsafe_b64decode(cursor.encode()).decode().split(".")
        place = int(at)
    except (binascii.Error, ValueError):
        raise UsageError(
            "this is no cursor", "give the next_cursor of an answer, as it is"
        ) from None
    if question != asked:
        raise UsageError(
            "the cursor belongs to another question", "ask the same again, with the cursor added"
        )
    if state != commits:
        raise UsageError(
            "the archive has changed since the cursor was given", "ask again, without the cursor"
        )
    return place
