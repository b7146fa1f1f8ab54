"""``newsgrep.toml``: what a user wants otherwise, read and checked.

``[sources]`` says what a publication is called: by its usual name, whatever articles call it, or
by another one, only where they call it so.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

from newsgrep.errors import NewsgrepError
from newsgrep.records import record

NAME = "newsgrep.toml"
MAX_BYTES = 1 << 20
LONGEST_NAME = 80
"""Characters of a publication's name, as elsewhere."""
_TABLES = ("sources",)
Sources = tuple[tuple[str, str], ...]
"""Pairs of a name that is met and the name that is meant."""


class ConfigurationError(NewsgrepError):
    """A ``newsgrep.toml`` that cannot be followed; says in which line, and what was expected."""


@record
class Configuration:
    """What a file says."""

    path: str = ""
    """The file; empty where there is none."""
    sources: Sources = ()

    @property
    def digest(self) -> str:
        """What tells whether two say the same."""
        if not self.sources:
            return ""
        told = json.dumps(sorted(self.sources)).encode("utf-8", "surrogateescape")
        return hashlib.blake2b(told, digest_size=8).hexdigest()


def configuration(root: Path) -> Configuration:
    """What holds for the index in the folder ``root``.

    The first file counts: beside the index, in the working folder, in
    ``$XDG_CONFIG_HOME/newsgrep`` (``~/.config/newsgrep``). Raises :class:`ConfigurationError`.
    """
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    for folder in (str(root), ".", os.path.join(home, "newsgrep")):
        path = os.path.join(folder, NAME)
        try:
            with open(path, "rb") as file:
                data = file.read(MAX_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise ConfigurationError(f"cannot read {path}: {error.strerror or error}") from None
        return _read(data, os.path.normpath(path))
    return Configuration()


def _read(data: bytes, path: str) -> Configuration:
    import tomllib

    if len(data) > MAX_BYTES:
        raise ConfigurationError(f"{path} is larger than {MAX_BYTES >> 20} MB")
    try:
        text = data.decode("utf-8-sig")
        values = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{path}, line {line}: not UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what = re.sub(r"\(at line (\d+), column (\d+)\)", r"", str(error)).strip()
        place = re.search(r"at line (\d+)", str(error))
        where = f", line {place[1]}" if place else ""
        hint = 'write it as: "Guardian.com" = "The Guardian"'
        raise ConfigurationError(f"{path}{where}: not TOML: {what}", hint) from None
    for name in values:
        if name not in _TABLES:
            where = _line_of(text, name)
            known = ", ".join(f"[{table}]" for table in _TABLES)
            raise ConfigurationError(f"{path}{where}: {name!r} is not known", f"known: {known}")
    return Configuration(path, _sources(values.get("sources", {}), text, path))


def _sources(table: object, text: str, path: str) -> Sources:
    if not isinstance(table, dict):
        where = _line_of(text, "sources")
        raise ConfigurationError(
            f"{path}{where}: sources is not a table", 'write [sources], and below it "AFP" = "…"'
        )
    for name, meant in table.items():
        wrong = _wrong_with(name, meant)
        if wrong:
            hint = 'write it as: "Guardian.com" = "The Guardian"'
            raise ConfigurationError(f"{path}{_line_of(text, name)}: {wrong}", hint)
    return tuple((name.strip(), " ".join(meant.split())) for name, meant in table.items())


def _wrong_with(name: str, meant: object) -> str:
    """What is wrong with a name and what it shall mean; an empty string where nothing is."""
    if isinstance(meant, dict):
        return f"{name!r} has a dot or bracket in it and stands without quotation marks"
    if not isinstance(meant, str):
        return f"{name!r} is {meant!r}, which is no text"
    if not name.strip() or not meant.strip():
        return f"{name!r} = {meant!r}: a name is missing"
    if max(len(name), len(meant)) > LONGEST_NAME:
        return f"{(name if len(name) > LONGEST_NAME else meant)[:40]!r}… has over 80 characters"
    return ""


def _line_of(text: str, key: str) -> str:
    """In which line a key stands, as far as that can be told."""
    written = re.escape(key)
    found = re.search(rf"(?m)^[ \t]*\[?[ \t]*[\"']?{written}(?![\w-])", text)
    return f", line {text.count(chr(10), 0, found.end()) + 1}" if found is not None else ""


_in_force: Sources = ()


def follow(sources: Sources) -> None:
    """Let publications be called so from now on, in this process."""
    global _in_force
    _in_force = sources


def sources_in_force() -> Sources:
    """What :func:`follow` was told last."""
    return _in_force
