"""The order of day and month in a file's dates, told by its other rows.

A row with ``23/04/2017`` settles ``03/04/2017`` in the same column, above and below it. Rows
whose date is open are held back until one settles them, or too much is held.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.faults import before_fault
from newsgrep.ingest.raw_document import Claim, RawDocument, Unreadable
from newsgrep.text.dates import order_shown, other_order
from newsgrep.text.normal_dates import normal_date

MAX_HELD = 16_000_000
"""Characters of rows that are held back at most."""
MAX_ROWS = 20_000


def settled(documents: Iterable[RawDocument | Unreadable]) -> Iterator[RawDocument | Unreadable]:
    """The documents in their order, with numeric dates read as the rest of their column has them.

    Where a column has dates of both orders, it tells nothing. What stands before a fault of the
    file comes before it.
    """
    shown: dict[str, set[bool]] = {}
    held: deque[RawDocument | Unreadable] = deque()
    size = 0
    faults: list[UnreadableFile] = []
    for document in before_fault(documents, faults):
        for claim in _dated(document):
            order = order_shown(claim.value)
            if order is not None:
                shown.setdefault(claim.origin, set()).add(order)
        held.append(document)
        size += len(document.content) if isinstance(document, RawDocument) else 0
        while held and (size > MAX_HELD or len(held) > MAX_ROWS or not _is_open(held[0], shown)):
            first = held.popleft()
            size -= len(first.content) if isinstance(first, RawDocument) else 0
            yield _read(first, shown)
    for document in held:
        yield _read(document, shown)
    if faults:
        raise faults[0]


def _dated(document: RawDocument | Unreadable) -> Iterator[Claim]:
    if isinstance(document, RawDocument):
        for claim in document.claims:
            if claim.field in ("date", "modified"):
                yield claim


def _is_open(document: RawDocument | Unreadable, shown: dict[str, set[bool]]) -> bool:
    return any(
        claim.origin not in shown and (found := normal_date(claim.value)) and found.ambiguous
        for claim in _dated(document)
    )


def _read(
    document: RawDocument | Unreadable, shown: dict[str, set[bool]]
) -> RawDocument | Unreadable:
    if not isinstance(document, RawDocument) or not shown:
        return document
    claims = tuple(
        _in_order(claim, shown.get(claim.origin, set()))
        if claim.field in ("date", "modified")
        else claim
        for claim in document.claims
    )
    return document if claims == document.claims else replace(document, claims=claims)


def _in_order(claim: Claim, orders: set[bool]) -> Claim:
    found = normal_date(claim.value)
    if len(orders) != 1 or found is None or not found.ambiguous:
        return claim
    (day_first,) = orders
    value = other_order(found.iso) if day_first else found.iso
    how = "day first" if day_first else "month first"
    return claim._replace(value=value, origin=f"{claim.origin}, {how} as in other rows")
