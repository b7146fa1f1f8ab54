"""Web addresses as pages, exports and people write them."""

from __future__ import annotations

from urllib.parse import urlsplit

from newsgrep.text.lazy_regex import regex

_ARCHIVED = regex(r"https?://web\.archive\.org/web/\d+[a-z_*]*/(?:(https?:)/+)?(?=[\w-]+\.\w)")


def unarchived(address: str) -> str:
    """The address of a page of which the Wayback Machine's is a copy; any other as it is."""
    copy = _ARCHIVED.match(address)
    if copy is None:
        return address
    return f"{copy[1] or 'https:'}//{address[copy.end() :]}"


def host_of(address: str) -> str:
    """The host of an address in small letters, without ``www.``; empty for what is no address."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.") if "//" in address else ""
    except ValueError:
        return ""  # "http://[quay/boats"
