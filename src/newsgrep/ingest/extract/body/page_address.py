"""The host of a web page, where nothing else says what published it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from newsgrep.ingest.extract.head.publications import publication, publication_of
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.web_address import host_of

_SERVICES = re.compile(
    r"(?:^|\.)(?:archive\.org|google\.\w+|facebook\.com|twitter\.com|x\.com|t\.co|instagram\.com"
    r"|youtube\.com|youtu\.be|pinterest\.\w+|linkedin\.com|whatsapp\.com|t\.me|telegram\.me"
    r"|reddit\.com|tumblr\.com|wp\.com|w\.org|gravatar\.com|gmpg\.org|schema\.org|feedburner\.com"
    r"|disqus\.com|addthis\.com|addtoany\.com|apple\.com|amazonaws\.com|localhost)$"
)
"""Whose addresses stand on everybody's pages."""


_OWN = "//link[@rel='shortlink' or @rel='amphtml' or contains(@type, 'rss')]/@href | //base/@href"
_LINKS = 400
_FEWEST = 8
_MOSTLY = 0.5
"""The share of a page's links that go to its own host, where they name one at all."""


_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{4,400})")


def saved_from(markup: str) -> list[Claim]:
    """The address that a browser notes in the page it saves: ``saved from url=(0041)https://…``."""
    found = _SAVED.search(markup[:_NOTED])
    if found is None or not _host(found[1]):
        return []
    return [Claim("url", found[1], "the browser that saved the page", 0.6)]


_NOTED = 2000
"""Characters of a page among which such a note stands."""


def host_claims(root: Any, claims: list[Claim]) -> list[Claim]:
    """The host of a page as its source, by its address or where most of its links go."""
    url = next((c.value for c in claims if c.field == "url"), "")
    if url:
        host = "" if publication_of(url) else _host(url)
        return [Claim("source", host, "host of the address", 0.3)] if host else []
    if any(c.field == "source" for c in claims):
        return []
    host = _linked_host(root)
    return [Claim("source", host, "host of the page's links", 0.25)] if host else []


def _linked_host(root: Any) -> str:
    for address in root.xpath(_OWN):
        if host := _host(address):
            return host
    hosts = [_host(address) for address in root.xpath("//a/@href")[:_LINKS]]
    host, count = Counter(hosts).most_common(1)[0] if hosts else ("", 0)
    return host if count >= max(_FEWEST, _MOSTLY * len(hosts)) else ""


def _host(url: str) -> str:
    """The host of an address; empty for one that says nothing of who published a page."""
    host = host_of(url)
    if re.search(r"\.[a-z][a-z0-9-]+$", host) is None or _SERVICES.search(host) is not None:
        return ""
    return publication_of(url) or publication(host) or host
