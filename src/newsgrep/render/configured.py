"""The settings that hold, each with who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgrep.configuration import own_file
from newsgrep.render.as_json import dump
from newsgrep.render.cells import padded
from newsgrep.render.lines import Line, Piece
from newsgrep.settings import NAMES, SETTINGS
from newsgrep.text.printable import printable_path

if TYPE_CHECKING:
    from newsgrep.configuration import Configuration
    from newsgrep.settings import Value

_FIRST, _SECOND = 16, 20
"""Columns of the names and of the values."""


def _shown(name: str, value: Value) -> str:
    if SETTINGS[name].kind == NAMES:
        return ", ".join(value.value) or "all"
    return str(value.value) if value.value != "" else "–"


def setting_lines(found: Configuration, index: str, origin: str) -> Iterator[Line]:
    """The index, the files, and each setting; styles only where they are set."""
    yield _line("index", printable_path(index), origin)
    for name in SETTINGS:
        value = found.value(name)
        if not name.startswith("styles.") or value.origin != "default":
            yield _line(name, _shown(name, value), printable_path(value.origin))
    for name, meant in found.sources:
        yield _line("sources", f"{name} = {meant}", "")
    read = ", ".join(printable_path(path) for path in found.files) or "none"
    yield _line("files read", read, "")
    if own_file() and own_file() not in found.files:
        yield _line("your own file", printable_path(own_file()), "not there")


def _line(name: str, value: str, origin: str) -> Line:
    first = Piece(padded(name, _FIRST), "about")
    if not origin:
        return Line((first, Piece(value, "title")), hanging="    ")
    second = Piece(f"{padded(value, _SECOND)}  ", "title")
    return Line((first, second, Piece(origin, "id")), hanging="    ")


def settings_json(found: Configuration, index: str, origin: str) -> Iterator[str]:
    """The same for programs; every setting is there."""
    settings = []
    for name in SETTINGS:
        value = found.value(name)
        settings.append({"name": name, "value": value.value, "origin": value.origin})
    yield dump(
        {
            "index": {"path": index, "origin": origin},
            "settings": settings,
            "sources": dict(found.sources),
            "files": list(found.files),
            "own_file": own_file(),
        },
        indent=2,
    )
