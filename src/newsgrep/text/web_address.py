"""Web addresses as pages, exports and people write them."""

from __future__ import annotations

from urllib.parse import urlsplit


def host_of(address: str) -> str:
    """The host of an address in small letters, without ``www.``; empty for what is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.") if "//" in address else ""
    except ValueError:
        return ""  # "http://[quay/boats"
