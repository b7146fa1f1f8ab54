"""Addresses of indexes on a cluster: ``https://host:9200,other:9200/NAME?replicas=1``."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from newsgrep.errors import UsageError
from newsgrep.records import record

PORT = 9200
TIMEOUT = 30.0
"""Seconds that an answer may take."""
EXPECTED = "as in https://host:9200/NAME, several hosts by commas"

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,199}")
_LOOPBACK = re.compile(r"localhost|127(?:\.\d+){3}|::1")
_SUFFIXES = re.compile(r"-(?:state|words|\d{6})$")


@record
class Address:
    """Where an index is, and how it is made and asked."""

    hosts: tuple[str, ...]
    """Each with scheme and port."""
    name: str
    shards: int = 0
    """Parts that a new index is made of; 0 where it is not said: as before, or 1."""
    replicas: int = -1
    """Copies of each part, beside the first; -1 where it is not said: as before, or 1."""
    timeout: float = TIMEOUT
    """Seconds that an answer may take; of a run, each request."""
    partial: bool = False
    """Whether an answer of some of the shards is better than none."""

    def __str__(self) -> str:
        return f"{','.join(self.hosts)}/{self.name}"

    @property
    def is_encrypted(self) -> bool:
        """Whether it is spoken to by TLS."""
        return self.hosts[0].startswith("https:")


def address_of(text: str) -> Address:
    """The address that ``text`` says. Raises :class:`UsageError`."""
    written, colon, rest = text.partition("://")
    scheme = written.lower()
    if "@" in text:
        # Not repeated: it holds a password.
        raise UsageError(
            "a user or password is no part of an address: it would be seen by other users",
            "set NEWSGREP_INDEX_USER and NEWSGREP_INDEX_PASSWORD (or NEWSGREP_INDEX_KEY)",
        )
    if not colon or scheme not in ("http", "https"):
        raise UsageError(f"{text} is neither a folder nor an address", EXPECTED)
    rest, _, parameters = rest.partition("?")
    before, slash, name = rest.rstrip("/").rpartition("/")
    if not name or not slash:
        raise UsageError(f"{text} names no index", EXPECTED)
    if not _NAME.fullmatch(name) or _SUFFIXES.search(name):
        raise UsageError(
            f"{name!r} is no name for an index",
            "small letters, digits, - and _, without -state, -words or six digits at the end",
        )
    hosts = tuple(_host(one, scheme, text) for one in before.split(","))
    if len({host.partition(":")[0] for host in hosts}) > 1:
        raise UsageError(f"{text} has http and https hosts", EXPECTED)
    return Address(hosts, name, **_parameters(parameters, text))


def _host(text: str, scheme: str, whole: str) -> str:
    written = text if "://" in text else f"{scheme}://{text}"
    try:
        parts = urlsplit(written)
        host, port = parts.hostname, parts.port or PORT
    except ValueError:
        host, port = None, PORT
    if not host:
        raise UsageError(f"{whole} names no host, or no port", EXPECTED)
    if parts.scheme not in ("http", "https"):
        raise UsageError(f"{written}: a cluster is asked by https", EXPECTED)
    if parts.scheme == "http" and not _LOOPBACK.fullmatch(host):
        raise UsageError(
            f"{written}: http is for this machine alone, since anybody on the way can read it",
            f"https://{host}:{port}/…",
        )
    if parts.path or parts.query or parts.fragment:
        raise UsageError(f"{whole}: between host and NAME is nothing", EXPECTED)
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}:{port}"


def _parameters(text: str, whole: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    least = {"shards": 1, "replicas": 0}
    for name, value in parse_qsl(text, keep_blank_values=True):
        if name in least and value.isdigit() and least[name] <= int(value) <= 1024:
            values[name] = int(value)
        elif name == "timeout" and re.fullmatch(r"\d{1,5}(\.\d+)?", value) and float(value):
            values[name] = float(value)
        elif name == "partial" and value in ("yes", "no"):
            values[name] = value == "yes"
        else:
            raise UsageError(
                f"{whole}: {name}={value} is not understood",
                "shards=1…1024, replicas=0…1024, timeout=SECONDS, partial=yes",
            )
    return values
