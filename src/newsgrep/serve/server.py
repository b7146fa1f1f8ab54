"""The server: a socket, uvicorn on it, and connections that may not idle over their heads."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from newsgrep.errors import UsageError
from newsgrep.serve.app import application
from newsgrep.serve.settings import CONNECTIONS, HEAD, Settings

IDLE = 15
"""Seconds that a connection is kept for the next question."""


class _Protocol(H11Protocol):
    """HTTP/1.1, where the head of a first request has to come within some seconds."""

    patience = 10.0
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for a head."""
        super().connection_made(transport)
        # The loop does so for sockets that it makes itself. Without it the system holds the second
        # packet of each answer back until the first is acknowledged, some 40 ms later.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._late = self.loop.call_later(self.patience, self._close_if_silent)

    def _close_if_silent(self) -> None:
        if self.cycle is None and not self.transport.is_closing():
            self.transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        if self._late is not None:
            self._late.cancel()
        super().connection_lost(exc)


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises :class:`UsageError` where that cannot be."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=CONNECTIONS)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(
            f"cannot listen at {host} port {port}: {reason}", "choose another with --port, or 0"
        ) from None


def address_of(listening: socket.socket, settings: Settings) -> str:
    """The address to ask at, on this machine."""
    port = listening.getsockname()[1]
    host = settings.host if settings.host not in ("0.0.0.0", "::") else "localhost"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def serve(
    settings: Settings, listening: socket.socket, ready: Callable[[], None] = lambda: None
) -> None:
    """Answer at ``listening`` until a signal ends it; ``ready`` is called when it answers.

    Raises :class:`UsageError` where no process that answers can be started.
    """
    protocol = type("Protocol", (_Protocol,), {"patience": settings.patience})
    app = application(settings)
    config = uvicorn.Config(
        app, http=protocol, ws="none", lifespan="on", log_level="warning",
        access_log=False, server_header=False, proxy_headers=False,
        h11_max_incomplete_event_size=HEAD, limit_concurrency=CONNECTIONS,
        timeout_keep_alive=IDLE, timeout_graceful_shutdown=3, backlog=CONNECTIONS,
    )  # fmt: skip
    server = _Server(config, ready)
    try:
        server.run(sockets=[listening])
    except SystemExit:
        if app.failed is None:
            raise
        raise app.failed from None
    if server.ended_by is not None:
        # Raised by uvicorn at its end, and lost where that fell into a callback of the loop's.
        signal.raise_signal(server.ended_by)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self.ended_by: int | None = None
        """The first signal that it was sent."""

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.ended_by = self.ended_by or sig
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()
