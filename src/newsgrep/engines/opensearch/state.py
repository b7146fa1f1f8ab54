"""What the state document of a set tells: the manifest, and which runs readers see.

Each holder of the lock gets a number that nobody had before. A number that was given and is not
shown when another takes the lock is *dead*, for good: whoever has it may come back, and what it
writes then is never seen.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newsgrep.engines.opensearch.errors import OfAnotherFormat
from newsgrep.engines.opensearch.mapping import FORMAT, STATE
from newsgrep.errors import IndexLocked
from newsgrep.records import record, values_of
from newsgrep.storage.folder import MANIFEST

if TYPE_CHECKING:
    from newsgrep.engines.opensearch.connection import Connection

TAKEN = "another run, which took this one for dead"
KEPT = 900.0
"""Seconds for which what a run replaced is kept for those who ask of the state before it."""
NOTHING: dict[str, Any] = {"articles": 0, "words": 0, "newest": 0, "languages": {}, "defines": 0}
"""What is known of an index in which nothing is visible."""

Json = dict[str, Any]


@record
class State:
    """The document, field by field."""

    id: str = ""
    """What tells the index from others, however its address is written; one that is made anew has
    another, one that is rebuilt the same."""
    manifest: str = ""
    """Its text; empty where no run has committed yet."""
    facts: Json = NOTHING
    visible: int = 0
    """The last run that readers see."""
    given: int = 0
    """The highest number that a holder of the lock was given."""
    dead: Sequence[int] = ()
    """Numbers of which nothing is seen, in order."""
    by: int = 0
    """The run that committed the manifest."""
    step: int = 0
    """The last of its removals that is committed with it."""
    shown: Sequence[tuple[int, float]] = ()
    """The last runs that replaced something, and when they were shown, in seconds since 1970:
    those of the last :data:`KEPT` seconds, and the one before."""
    left: Sequence[tuple[str, float]] = ()
    """Indexes of articles that rebuilds have replaced, and when."""


def state_in(about: Json) -> State:
    """The state that a document tells."""
    return State(**{name: about[name] for name in values_of(State()) if name in about})


def document_of(state: State) -> Json:
    """The document of a state, as JSON gives it back."""
    found: Json = json.loads(json.dumps({"format": FORMAT, **values_of(state)}))
    return found


def but(state: State, **changes: Any) -> State:
    """The state with some fields changed."""
    return State(**{**values_of(state), **changes})


def taken(state: State) -> State:
    """The state for a new holder of the lock, whose number is the one that was given last."""
    lost = range(state.visible + 1, state.given + 1)
    own = state.id or secrets.token_hex(16)
    return but(state, id=own, given=state.given + 1, dead=sorted({*state.dead, *lost}))


def shown(before: Sequence[tuple[int, float]], run: int, now: float) -> list[tuple[int, float]]:
    """The last runs that were shown and replaced something, with one that is shown now."""
    last = [*before, (run, now)]
    while len(last) > 1 and last[1][1] <= now - KEPT:
        last.pop(0)
    return last


def needed_by_nobody(state: State, now: float) -> int:
    """The last run of which what it replaced may be removed; 0 for none."""
    return max((run for run, at in state.shown if at <= now - KEPT), default=0)


def replaced_at(state: State, visible: int) -> float | None:
    """When articles of the state after the run ``visible`` were replaced, in seconds since 1970.

    0 where that is longer ago than is known, None where none was.
    """
    if visible > state.visible:
        # Somebody has made the index anew.
        return 0.0
    if not state.shown or visible >= state.shown[-1][0]:
        return None
    if visible < state.shown[0][0]:
        return 0.0
    return next(at for run, at in state.shown if run > visible)


class States:
    """Reads and writes the documents of sets, each by the name of its manifest."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._at: dict[str, Json] = {}
        """Number and term of the documents, so that none is written over."""
        self.known: dict[str, State] = {}
        """What was read or written last."""

    def read(self, name: str, articles: str) -> tuple[str, State | None]:
        """The set that an index of articles, or an alias, is of, and its state.

        None where there is no document, and for the set where there is no index.
        """
        where = str(self._connection.address)
        path = f"/{articles}{STATE}/_doc/{MANIFEST}"
        found = self._connection.request("GET", path, known=(404,))
        self._at.pop(name, None)
        self.known[name] = State()
        if not found.get("found"):
            return "" if "error" in found else articles, None
        about = found["_source"]["about"]
        if about.get("format") != FORMAT:
            raise OfAnotherFormat(where, about.get("format"))
        self._at[name] = place_of(found)
        self.known[name] = state = state_in(about)
        return found["_index"].removesuffix(STATE), state

    def write(self, name: str, articles: str, state: State) -> None:
        """Write the state of a set. Raises :class:`IndexLocked` where another has written it."""
        about = document_of(state)
        path = f"/{articles}{STATE}/_doc/{MANIFEST}"
        at = self._at.get(name) or {"op_type": "create"}
        found = self._connection.request("PUT", path, {"about": about}, known=(409,), **at)
        if "error" in found:
            # Where only the answer was lost, it is there as it was written.
            found = self._connection.request("GET", path, known=(404,))
            if not found.get("found") or found["_source"]["about"] != about:
                raise IndexLocked(str(self._connection.address), TAKEN, 0.0)
        self._at[name] = place_of(found)
        self.known[name] = state

    def promote(self, rebuilt: str, name: str) -> None:
        """Let the document of a set that was rebuilt be that which a name stands for."""
        self._at[name] = self._at[rebuilt]
        self.known[name] = self.known[rebuilt]


def place_of(found: Json) -> Json:
    """Which version of a document was read or written, as the next one to write it says."""
    return {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
