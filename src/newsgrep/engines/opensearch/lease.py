"""The lock of an index on a cluster: a document that its holder renews, and others wait for."""

from __future__ import annotations

import os
import secrets
import threading
import time
from types import TracebackType
from typing import Any

from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.paths import machine
from newsgrep.errors import IndexLocked, NewsgrepError

SECONDS = 60.0
"""How long a lock holds that is not renewed; by the clocks of the machines that write."""
RENEWED = 15.0
"""Seconds after which it is renewed."""
_NAME = "lock"

Json = dict[str, Any]


class Lease:
    """Holds the lock while it is entered. Raises :class:`IndexLocked`."""

    def __init__(self, connection: Connection, index: str, wait: float) -> None:
        """``index`` has the lock; another's is waited for up to ``wait`` seconds."""
        self._connection = connection
        self._index = index
        self._wait = wait
        self._token = secrets.token_hex(8)
        self._at: Json = {}
        self._since = time.strftime("%H:%M:%S")
        self._ended = threading.Event()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None
        self.is_lost = False
        """Whether another took it, since it was not renewed in time."""

    def __enter__(self) -> Lease:
        deadline = time.monotonic() + self._wait
        while True:
            held = self._try()
            if not held:
                break
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
        if not self.is_lost:
            try:
                path = f"/{self._index}/_doc/{_NAME}"
                self._connection.request("DELETE", path, known=(404, 409), **self._at)
            except NewsgrepError:
                # It ends by itself.
                return

    def _try(self) -> Json:
        """Who holds it; empty where it is ours now."""
        path = f"/{self._index}/_doc/{_NAME}"
        found = self._connection.request("GET", path, known=(404,))
        at: Json = {"op_type": "create"}
        if found.get("found"):
            held = dict(found["_source"]["about"])
            if held["until"] > time.time():
                return held
            at = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
        return {} if self._put(at) else {"process": "?", "machine": "?", "since": "now"}

    def _put(self, at: Json) -> bool:
        about = {
            "token": self._token,
            "process": os.getpid(),
            "machine": machine(),
            "since": self._since,
            "until": time.time() + SECONDS,
        }
        path = f"/{self._index}/_doc/{_NAME}"
        found = self._connection.request("PUT", path, {"about": about}, known=(409,), **at)
        if "error" in found:
            # Where only the answer was lost, it is ours all the same.
            found = self._connection.request("GET", path, known=(404,))
            if not found.get("found") or found["_source"]["about"]["token"] != self._token:
                return False
        self._at = {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}
        return True

    def move(self, index: str) -> None:
        """Hold the lock of another set instead, which is about to take the place of this."""
        with self._guard:
            self._index = index
            self._put({})

    def _renew(self) -> None:
        last = time.monotonic()
        while not self._ended.wait(RENEWED):
            try:
                with self._guard:
                    if not self._put(self._at):
                        self.is_lost = True
                        return
                last = time.monotonic()
            except NewsgrepError:
                # A cluster that is away for a moment; whoever else writes cannot reach it either.
                if time.monotonic() - last > SECONDS:
                    self.is_lost = True
                    return
