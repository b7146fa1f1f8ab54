"""Commands that need more than is installed with newsgrep."""

from __future__ import annotations

from importlib.util import find_spec

from newsgrep.errors import UsageError


def needed(extra: str, *modules: str) -> None:
    """Raise :class:`UsageError` where the modules of an extra are not installed."""
    missing = [module for module in modules if find_spec(module) is None]
    if missing:
        raise UsageError(
            f"newsgrep {extra} needs {', '.join(missing)}, which is not installed",
            f"in the clone: python -m pip install '.[{extra}]'",
        )
