"""The documentation that goes with the package."""

from __future__ import annotations

from pathlib import Path


def document(name: str) -> str:
    """A file of the documentation, as ``query.md``."""
    package = Path(__file__).parent
    installed = package / "docs" / name
    checkout = package.parents[1] / "docs" / name
    return (installed if installed.is_file() else checkout).read_text(encoding="utf-8")
