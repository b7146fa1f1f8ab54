"""Everything public says what it gives."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cached_property
from types import ModuleType

import newsgrep

ASKED_OF_FORMATS = ("matches", "read")
"""What each format has, and :mod:`newsgrep.ingest.formats.registry` explains."""
HELP = "newsgrep.cli.main.options"
"""Its docstring would be printed as help."""


def modules() -> Iterator[ModuleType]:
    """Every module of the package."""
    yield newsgrep
    for found in pkgutil.walk_packages(newsgrep.__path__, "newsgrep."):
        yield importlib.import_module(found.name)


def undocumented(module: ModuleType) -> Iterator[str]:
    """What of a module is public and says nothing of itself."""
    if not inspect.getdoc(module):
        yield module.__name__
    for name, value in vars(module).items():
        if name.startswith("_") or getattr(value, "__module__", "") != module.__name__:
            continue
        if module.__name__.startswith("newsgrep.ingest.formats.") and name in ASKED_OF_FORMATS:
            continue
        if f"{module.__name__}.{name}" == HELP:
            continue
        if inspect.isfunction(value) and not inspect.getdoc(value):
            yield f"{module.__name__}.{name}"
        elif inspect.isclass(value):
            # Not ``getdoc``, which would take the base's; nor what @dataclass writes.
            own = value.__doc__ or ""
            if not own or own.startswith(f"{name}("):
                yield f"{module.__name__}.{name}"
            yield from _members(value)


def _members(owner: type) -> Iterator[str]:
    """Methods without a docstring of their own, or of what they override."""
    for name, value in vars(owner).items():
        is_method = inspect.isfunction(value) or isinstance(
            value, property | classmethod | staticmethod | cached_property
        )
        if is_method and not name.startswith("_") and not _documented(owner, name):
            yield f"{owner.__module__}.{owner.__qualname__}.{name}"


def _documented(owner: type, name: str) -> bool:
    """Whether a method has a docstring, or does what one of Whoosh's interface asks."""
    if inspect.getdoc(getattr(owner, name)):
        return True
    interfaces = (base for base in owner.__mro__ if base.__module__.startswith("whoosh."))
    return any(name in vars(base) for base in interfaces)


def test_everything_public_has_a_docstring() -> None:
    lacking = [name for module in modules() for name in undocumented(module)]
    assert lacking == [], "say what it gives in one line; then units, what it raises, sources"


def test_a_docstring_begins_with_a_sentence() -> None:
    """One line, an empty line, and the rest: as editors and ``docs/api.md`` show it."""
    begun = []
    for module in modules():
        for name, value in vars(module).items():
            if getattr(value, "__module__", "") == module.__name__ and not name.startswith("_"):
                lines = (inspect.getdoc(value) or "").split("\n") if callable(value) else [""]
                if len(lines) > 1 and lines[1]:
                    begun.append(f"{module.__name__}.{name}")
    assert begun == []
