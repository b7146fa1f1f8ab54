"""How the headers of mail are parsed: as the standard library does, each once."""

from __future__ import annotations

from email.headerregistry import HeaderRegistry
from email.policy import EmailPolicy
from functools import lru_cache
from typing import Any

_parsed = lru_cache(maxsize=64)(HeaderRegistry())


class _Headers(HeaderRegistry):
    """The standard library parses a header whenever it is asked for, and asks often itself."""

    def __call__(self, name: str, value: str) -> Any:
        return _parsed(name, value)


POLICY = EmailPolicy(header_factory=_Headers())
