"""Formats that need an extra of the package, and whether it has been installed since."""

from __future__ import annotations

import re
from functools import cache

from newsgrep.errors import UnreadableFile

_MODULES = {"pdf": "pypdfium2", "parquet": "pyarrow", "ocr": "PIL"}
"""The module that each extra brings."""
_ASKED = re.compile(r"pip install 'newsgrep\[(\w+)\]'")


def without_extra(what: str, extra: str) -> UnreadableFile:
    """The error for a file of a kind that is not read without an extra."""
    return UnreadableFile(f"{what}; to read it: pip install 'newsgrep[{extra}]'")


def is_installed_since(reason: str) -> bool:
    """Whether the extra that a file could not be read without is there now."""
    asked = _ASKED.search(reason)
    return asked is not None and _is_there(asked[1])


@cache
def _is_there(extra: str) -> bool:
    from importlib.util import find_spec

    return extra in _MODULES and find_spec(_MODULES[extra]) is not None
