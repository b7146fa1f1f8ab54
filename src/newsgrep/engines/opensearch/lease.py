"""The lock of an index on a cluster: a document that its holder renews, and others wait for."""

from __future__ import annotations

import os
import secrets
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Any

from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.paths import machine
from newsgrep.engines.opensearch.state import TAKEN
from newsgrep.errors import IndexLocked, NewsgrepError, NoIndexFound

SECONDS = 60.0
"""How long a lock holds that is not renewed; by the clocks of the machines that write."""
RENEWED = 15.0
"""Seconds after which it is renewed."""
_NAME = "lock"

Json = dict[str, Any]


class Lease:
    """Holds the lock while it is entered.

    Raises :class:`IndexLocked`, and :class:`NoIndexFound` where its index is not there.
    """

    def __init__(self, connection: Connection, index: str, wait: float) -> None:
        """``index`` has the lock; another's is waited for up to ``wait`` seconds."""
        self._connection = connection
        self._index = index
        self._wait = wait
        self._token = secrets.token_hex(8)
        self._at: dict[str, Json] = {}
        """Which version of the document was written last, by index."""
        self._ends = 0.0
        """When it ends unless it is renewed, in seconds since 1970."""
        self._since = time.strftime("%H:%M:%S")
        self._ended = threading.Event()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self.was_expired = False
        """Whether it was taken from another, who had not renewed it in time."""
        self.is_lost = False
        """Whether another took it, since it was not renewed in time."""

    def __enter__(self) -> Lease:
        deadline = time.monotonic() + self._wait
        while held := self._try():
            if time.monotonic() > deadline:
                who = f"process {held.get('process')} on {held.get('machine')}"
                where = str(self._connection.address)
                raise IndexLocked(where, f"{who} since {held.get('since')}", self._wait)
            time.sleep(0.2)
        self._thread = threading.Thread(target=self._renew, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()
        for index, at in self._at.items() if not self.is_lost else ():
            # Where it cannot be removed now, it ends by itself.
            with suppress(NewsgrepError):
                path = f"/{index}/_doc/{_NAME}"
                self._connection.request("DELETE", path, known=(404, 409), **at)

    def _try(self) -> Json:
        """Who holds it; empty where it is ours now."""
        path = f"/{self._index}/_doc/{_NAME}"
        found = self._connection.request("GET", path, known=(404,))
        if "error" in found:
            # The index is gone, and would be made anew by writing to it.
            raise NoIndexFound(str(self._connection.address))
        at: Json = {"op_type": "create"}
        if found.get("found"):
            held = dict(found["_source"]["about"])
            if held["until"] > time.time():
                return held
            self.was_expired = True
            at = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
        return (
            {} if self._put(self._index, at) else {"process": "?", "machine": "?", "since": "now"}
        )

    def _put(self, index: str, at: Json) -> bool:
        ends = time.time() + SECONDS
        about = {
            "token": self._token,
            "process": os.getpid(),
            "machine": machine(),
            "since": self._since,
            "until": ends,
        }
        path = f"/{index}/_doc/{_NAME}"
        found = self._connection.request("PUT", path, {"about": about}, known=(409,), **at)
        if "error" in found:
            # Where only the answer was lost, it is ours all the same.
            found = self._connection.request("GET", path, known=(404,))
            if not found.get("found") or found["_source"]["about"]["token"] != self._token:
                return False
        self._at[index] = {
            "if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"],
        }  # fmt: skip
        self._ends = ends
        return True

    def _again(self) -> bool:
        """Renew it, of each set; whether no other has taken any."""
        return all(self._put(index, at) for index, at in [*self._at.items()])

    def holds(self) -> bool:
        """Whether it is still held; one that was not renewed in time is renewed, if it can be.

        So a process that was halted notices it by the clock, before its thread does.
        """
        with self._guard:
            if not self.is_lost and time.time() > self._ends:
                self.is_lost = not self._again()
            return not self.is_lost

    def is_taken(self) -> bool:
        """Whether another has it now, as far as that can be known."""
        with suppress(NewsgrepError), self._guard:
            self.is_lost = self.is_lost or not self._again()
        return self.is_lost

    def move(self, index: str) -> None:
        """Hold the lock of another set as well, which is about to take the place of this.

        Raises :class:`IndexLocked` where another has taken this one.
        """
        if self.is_taken():
            raise IndexLocked(str(self._connection.address), TAKEN, 0.0)
        with self._guard:
            self._put(index, {})

    def _renew(self) -> None:
        while not self._ended.wait(RENEWED):
            # A cluster that is away for a while; whether another has taken it meanwhile is told
            # when it is there again.
            with suppress(NewsgrepError), self._guard:
                if not self._again():
                    self.is_lost = True
                    return
