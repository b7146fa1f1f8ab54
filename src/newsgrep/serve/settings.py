"""What a server is told when it starts."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server listens, of which indexes it tells, to whom, and what it spends on it."""

    indexes: tuple[str, ...] = ()
    """Folders of indexes, searched as one; none for the one that is found."""
    host: str = "127.0.0.1"
    port: int = 8765
    secret: str = ""
    """What whoever asks has to know; empty on loopback."""
    names: tuple[str, ...] = ()
    """Further names that the server may be asked under."""
    read_only: bool = False
    """Whether nothing may be changed: no mark, no note, no saved search."""
    workers: int = 2
    """Processes that answer."""
    seconds: float = 10.0
    """Time that a question may take."""
    stream_seconds: float = 300.0
    """Time that a download may take."""
    memory: int = 2 << 30
    """Bytes that a process may take."""
    queue: int = 128
    """Questions that may wait for a process."""
    for_one: int = 64
    """Questions that one address may have asked at a time."""
    patience: float = 10.0
    """Seconds that a question waits for a process, and a client may take over its head."""

    @property
    def on_loopback(self) -> bool:
        """Whether only this machine can ask."""
        return is_loopback(self.host)


BODY = 1 << 20
"""Bytes that a request's body may have."""
HEAD = 64 << 10
"""Bytes that a request's head may have, its address among them."""
CONNECTIONS = 512
"""Connections that may be open."""
TRIES, TRIES_IN = 20, 60.0
"""Wrong secrets that an address may try in so many seconds."""


def is_loopback(host: str) -> bool:
    """Whether a host is this machine as only it sees itself."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def usual_workers() -> int:
    """How many processes answer, where nobody says it: one a core, two to four."""
    return max(2, min(os.cpu_count() or 1, 4))
