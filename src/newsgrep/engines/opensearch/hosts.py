"""The hosts of a cluster: each request to one ends, and a host that hangs is passed over.

The client waits for each piece of an answer, so that a server which sends a byte now and then is
waited for without end, and a process that is halted until the time is up. So each request has a
watch beside it: where no answer comes for a while and there are other hosts, the host is asked for
its name, on another connection. One that does not give it hangs; one that does has much to do.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from types import TracebackType
from typing import Any, NamedTuple

import opensearchpy
import urllib3
from opensearchpy import exceptions

LONGEST_SHARE = 4.0
"""Seconds after which a host is known to hang, at most: half of them to answer, half for its
name."""

_now = threading.local()


class Patience(NamedTuple):
    """How long a host is waited for."""

    seconds: float
    """Until the answer is there, whole."""
    share: float
    """Until it is known whether the host hangs; as long as ``seconds`` where it is the last."""


def patience(seconds: float, hosts: int) -> Patience:
    """That with the first of ``hosts`` that are left to be asked, in ``seconds`` together."""
    return Patience(seconds, seconds if hosts <= 1 else min(LONGEST_SHARE, seconds / hosts))


class Hanging(exceptions.ConnectionTimeout):  # type: ignore[misc]
    """A host takes connections and answers nothing; ``info`` names it."""


class Host(opensearchpy.Urllib3HttpConnection):  # type: ignore[misc]
    """Speaks to one host. Errors of the connection have the host as their ``info``."""

    def _create_urllib3_pool(self) -> None:
        super()._create_urllib3_pool()
        assert self.pool is not None
        self.pool.ConnectionCls = _watched(self.pool.ConnectionCls)

    def perform_request(
        self,
        method: str,
        url: str,
        params: Mapping[str, Any] | None = None,
        body: bytes | None = None,
        timeout: Any = None,
        ignore: Collection[int] = (),
        headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Status, head and body of the answer; ``timeout`` is a :class:`Patience`."""
        seconds, share = timeout
        with _Watch(timeout, self._answers) as watch:
            try:
                found = super().perform_request(
                    method, url, params, body,
                    urllib3.Timeout(connect=min(share, seconds), read=seconds),
                    ignore, headers,
                )  # fmt: skip
            except exceptions.SSLError:
                raise
            except exceptions.ConnectionError as error:
                if watch.hangs or (share < seconds and _never_connected(error)):
                    raise Hanging("TIMEOUT", str(error.error), self.host) from None
                if watch.is_cut or isinstance(error, exceptions.ConnectionTimeout):
                    raise exceptions.ConnectionTimeout(
                        "TIMEOUT", str(error.error), self.host
                    ) from None
                raise exceptions.ConnectionError("N/A", str(error.error), self.host) from None
            # What was cut off between head and body looks like an answer without one.
            if watch.hangs:
                raise Hanging("TIMEOUT", "", self.host)
            if watch.is_cut:
                raise exceptions.ConnectionTimeout("TIMEOUT", "", self.host)
            return found

    def _answers(self, seconds: float) -> bool:
        """Whether the host answers anything at all, asked anew."""
        time = urllib3.Timeout(total=seconds)
        try:
            with self._urllib3_pool_factory() as pool:
                pool.urlopen("GET", "/", retries=False, headers=self.headers, timeout=time)
        except (urllib3.exceptions.HTTPError, OSError):
            return False
        return True


class _Watch:
    """Breaks a request off, where it takes too long or where its host hangs."""

    def __init__(self, patience: Patience, answers: Callable[[float], bool]) -> None:
        self._patience = patience
        self._answers = answers
        self._ended = threading.Event()
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.connection: Any = None
        """That of the request, once there is one."""
        self.is_cut = False
        self.hangs = False

    def __enter__(self) -> _Watch:
        _now.watch = self
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._guard:
            self._ended.set()
        _now.watch = None

    def _look(self) -> None:
        left, share = self._patience
        if share < left:
            if self._ended.wait(share / 2):
                return
            if not self._answers(share / 2):
                self._cut(hangs=True)
                return
            left -= share / 2
        if not self._ended.wait(left):
            self._cut(hangs=False)

    def _cut(self, *, hangs: bool) -> None:
        with self._guard:
            # Afterwards another request may have the connection.
            if self._ended.is_set():
                return
            self.is_cut, self.hangs = True, hangs
            opened = getattr(self.connection, "sock", None)
            if opened is not None:
                with suppress(OSError):
                    opened.shutdown(socket.SHUT_RDWR)


def _watched(kind: Any) -> Any:
    """A kind of connection that tells the watch of the request that it is used by."""

    class Watched(kind):  # type: ignore[misc]
        def connect(self) -> None:
            _tell(self)
            super().connect()

        def request(self, *given: Any, **more: Any) -> None:
            _tell(self)
            super().request(*given, **more)

    return Watched


def _tell(connection: Any) -> None:
    watch = getattr(_now, "watch", None)
    if watch is not None:
        watch.connection = connection


def _never_connected(error: exceptions.ConnectionError) -> bool:
    """Whether it was waited in vain for a connection, as behind a wall that drops all."""
    return isinstance(error.info, urllib3.exceptions.ConnectTimeoutError)
