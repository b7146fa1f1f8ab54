"""The set that answers, held for writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from newsgrep.engines.opensearch import sets
from newsgrep.engines.opensearch.address import Address
from newsgrep.engines.opensearch.lease import Lease
from newsgrep.engines.opensearch.mapping import STATE
from newsgrep.errors import NoIndexFound
from newsgrep.records import values_of
from newsgrep.storage.folder import MANIFEST

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.connection import Connection
    from newsgrep.engines.opensearch.state import States


@contextmanager
def held(connection: Connection, states: States, wait: float) -> Iterator[tuple[str, Lease]]:
    """The index of articles of the set that answers, and its lock, which is held.

    Raises :class:`IndexLocked` where another holds it for longer than ``wait`` seconds.
    """
    with _all_shards(connection):
        while True:
            index = sets.index_answering(connection)
            lease = Lease(connection, f"{index}{STATE}", wait)
            with ExitStack() as stack:
                try:
                    stack.enter_context(lease)
                except NoIndexFound:
                    # A rebuild has taken its place, or somebody removed it.
                    if not index or sets.index_answering(connection) == index:
                        raise
                    continue
                if _is_still_it(connection, states, index, lease):
                    yield index, lease
                    return


def _is_still_it(connection: Connection, states: States, index: str, lease: Lease) -> bool:
    """Whether the set answers still; no rebuild takes its place from now on but the holder's."""
    if lease.was_expired:
        _, before = states.read(MANIFEST, index)
        if before is not None:
            sets.forbid(connection, sets.next_to(connection.address.name, index), before.given)
    return sets.index_answering(connection) == index


@contextmanager
def _all_shards(connection: Connection) -> Iterator[None]:
    """Take no answer that lacks shards, whatever the address says: a run goes by it."""
    asked = connection.address
    connection.address = Address(**{**values_of(asked), "partial": False})
    try:
        yield
    finally:
        connection.address = asked
