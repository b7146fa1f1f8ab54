"""Regular expressions that are compiled when they are first used.

Compiling some six hundred of them took a third of the time that a process takes to start to read,
and few files need those of other formats. Where nearly every article needs one, ``re.compile`` it
is: a pattern of its own is called a little quicker.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = "search match fullmatch finditer findall sub subn split".split()


class _Lazy:
    """Has the attributes of a pattern from when the first of them is asked for."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source: Any = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        # Found at once from now on.
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives for the same, compiled at its first use."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))
