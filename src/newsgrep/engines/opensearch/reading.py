"""Reading from the state of one commit for as long as its articles are sure to be there.

What a run replaced is kept for some time after the run was shown (:data:`state.KEPT`). A reader
looks at the state again before that is over by its own clock, and makes no answer of what may be
gone.
"""

from __future__ import annotations

import time
from collections.abc import Container
from typing import TYPE_CHECKING, Any

from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.state import State, States, replaced_at
from newsgrep.errors import StateGone
from newsgrep.storage.folder import MANIFEST

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.address import Address

TRUSTED = 600.0
"""Seconds for which a state may be read from without a look whether it is still there."""

Json = dict[str, Any]


class Moment:
    """A moment by two clocks: one may stand still while a machine sleeps, one may be set back."""

    def __init__(self) -> None:
        self._clocks = time.monotonic(), time.time()

    def since(self) -> float:
        """The seconds that have gone by, by the clock by which more have."""
        return max(time.monotonic() - self._clocks[0], time.time() - self._clocks[1])


class Reading(Connection):
    """A connection through another one, for questions about one state.

    Raises :class:`StateGone`.
    """

    def __init__(self, through: Connection, index: str, state: State, read_at: Moment) -> None:
        """``index`` is the set's index of articles; ``read_at`` a moment before it was read."""
        super().__init__(through.address)
        self.question = through.question
        self._through = through
        self._index = index
        self._visible = state.visible
        self._looked = read_at
        self._trusted = TRUSTED

    def __getstate__(self) -> Address:
        raise TypeError("a state is read from in one process")

    def _opened(self) -> Any:
        return self._through._opened()

    def close(self) -> None:
        """Let go of the connections."""
        self._through.close()

    def request(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        seconds: float = 0.0,
        known: Container[int] = (),
        **parameters: object,
    ) -> Json:
        """What the cluster answers; see :meth:`Connection.request`."""
        if self._looked.since() > self._trusted:
            self._look()
        return super().request(method, path, body, seconds=seconds, known=known, **parameters)

    def _look(self) -> None:
        """Look whether the state is still there, and for how long it will be."""
        now = Moment()
        index, state = States(self._through).read(MANIFEST, self.address.name)
        if state is None:
            raise StateGone(str(self.address))
        at = replaced_at(state, self._visible)
        if at is None and index == self._index:
            self._looked, self._trusted = now, TRUSTED
            return
        left = -1.0 if at is None else at + TRUSTED - time.time()
        if left <= 0:
            raise StateGone(str(self.address))
        self._looked, self._trusted = now, left
