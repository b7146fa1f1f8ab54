"""JSON piece by piece: what is whole of a long list, of a broken one, or of several documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.json_faults import fault_of
from newsgrep.text.lazy_regex import regex

_SEPARATOR = regex(r"[\s,]*")


def members(text: str) -> Iterator[tuple[int, Any]]:
    """The objects in lists and outside of them, one after another.

    A crawler's second run leaves ``[…][…]`` or ``{…}{…}``. Where a list breaks off, what stands
    before that is read.
    """
    decoder = json.JSONDecoder()
    at = number = 0
    within = False
    while True:
        at = _SEPARATOR.match(text, at).end()  # type: ignore[union-attr]
        if at == len(text) and not within:
            return
        if text[at : at + 1] == ("]" if within else "["):
            within = not within
            at += 1
            continue
        number += 1
        try:
            record, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            where = f" from record {number} on" if number > 1 else ""
            raise UnreadableFile(f"not valid JSON{where}: {fault_of(error)}") from None
        yield number, record
