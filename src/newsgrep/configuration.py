"""What a user wants otherwise: ``newsgrep.toml`` beside the index, ``config.toml`` of their own.

``[sources]`` says what a publication is called: by its usual name, whatever articles call it, by
another one, only where they call it so, by the domain of its site, or by a path of its articles.
The other tables are those of :mod:`newsgrep.settings`. What is said on the command line comes
before the environment, that before the project's file, and that before the user's own. A project's
file may come from anybody: it can run and open nothing.
"""

from __future__ import annotations

import json
import os
import re
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from newsgrep.errors import NewsgrepError
from newsgrep.records import record
from newsgrep.settings import SETTINGS, TABLES, Value, from_text, wrong_with
from newsgrep.text.nearest import did_you_mean

NAME = "newsgrep.toml"
"""The file of a project: beside the index, or else in the working folder."""
OWN_NAME = "config.toml"
"""The user's own file, in the place that the system has for such."""
VARIABLE = "NEWSGREP_CONFIG"
"""Names another file as the user's own; empty for none."""
MAX_BYTES = 1 << 20
LONGEST_NAME = 80
"""Characters of a publication's name, as elsewhere."""
_HINT = 'write it as: "Guardian.com" = "The Guardian"'
_TOML_HINT = 'write texts in quotation marks: sort = "date", "Guardian.com" = "The Guardian"'
Sources = tuple[tuple[str, str], ...]
"""Pairs of a name that is met and the name that is meant."""


class ConfigurationError(NewsgrepError):
    """A file that cannot be followed; says in which line, and what was expected."""


@record
class Configuration:
    """What the files say together."""

    path: str = ""
    """The file whose ``[sources]`` count first; empty where there is none."""
    sources: Sources = ()
    values: tuple[tuple[str, Value], ...] = ()
    """The settings that a file says."""
    files: tuple[str, ...] = ()
    """The files that were found, the project's first."""

    @property
    def digest(self) -> str:
        """What tells whether two say the same of sources."""
        if not self.sources:
            return ""
        from hashlib import blake2b

        told = json.dumps(sorted(self.sources)).encode("utf-8", "surrogateescape")
        return blake2b(told, digest_size=8).hexdigest()

    def value(self, name: str) -> Value:
        """What a setting is: by the environment, else by a file, else by default.

        Raises :class:`ConfigurationError` for a variable that says what cannot be.
        """
        setting = SETTINGS[name]
        text = os.environ.get(setting.variable, "") if setting.variable else ""
        if text:
            value = from_text(name, text)
            wrong = wrong_with(name, value)
            if wrong:
                raise ConfigurationError(f"{setting.variable}: {wrong}")
            return Value(value, setting.variable)
        return dict(self.values).get(name) or Value(setting.default, "default")


def configuration(root: Path) -> Configuration:
    """What holds for the index in the folder ``root``. Raises :class:`ConfigurationError`."""
    project = next(
        filter(None, (_found(os.path.join(folder, NAME)) for folder in (str(root), "."))), None
    )
    own = _found(own_file())
    if own is None and os.environ.get(VARIABLE):
        raise ConfigurationError(
            f"{VARIABLE} names no file: {own_file()}", f"name one, or {VARIABLE}= for none"
        )
    read = [_read(*project, private=False)] if project is not None else []
    if own is not None:
        read.append(_read(*own, private=True))
    sources: dict[str, str] = {}
    values: dict[str, Value] = {}
    for one in read:
        for name, meant in one.sources:
            sources.setdefault(name, meant)
        for name, value in one.values:
            values.setdefault(name, value)
    where = next((one.path for one in read if one.sources), read[0].path if read else "")
    return Configuration(
        where, tuple(sources.items()), tuple(values.items()), tuple(one.path for one in read)
    )


def own_file() -> str:
    """The user's own file: where platformdirs has it, which takes 10 ms to say so."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return os.path.expanduser(named)
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif os.environ.get("XDG_CONFIG_HOME", "").strip():
        folder = os.environ["XDG_CONFIG_HOME"]
    elif sys.platform == "darwin":
        folder = os.path.join(home, "Library", "Application Support")
    else:
        folder = os.path.join(home, ".config")
    return os.path.join(folder, "newsgrep", OWN_NAME)


def _found(path: str) -> tuple[bytes, str] | None:
    """What is in a file, and its path; None where there is none."""
    if not path:
        return None
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1), os.path.normpath(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ConfigurationError(f"cannot read {path}: {error.strerror or error}") from None


def _read(data: bytes, path: str, *, private: bool) -> Configuration:
    """What one file says; ``private`` is the user's own."""
    import tomllib

    if len(data) > MAX_BYTES:
        raise ConfigurationError(f"{path} is larger than {MAX_BYTES >> 20} MB")
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{path}, line {line}: not UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        what = re.sub(r"\(at line (\d+), column (\d+)\)", r"", str(error)).strip()
        place = re.search(r"at line (\d+)", str(error))
        where = f", line {place[1]}" if place else ""
        raise ConfigurationError(f"{path}{where}: not TOML: {what}", _TOML_HINT) from None
    values: list[tuple[str, Value]] = []
    for name, table in tables.items():
        if name not in TABLES:
            known = ", ".join(f"[{one}]" for one in TABLES)
            raise ConfigurationError(
                f"{path}{_line_of(text, name)}: {name!r} is not known",
                f"{did_you_mean(name, TABLES, '[{}]')}known: {known}",
            )
        if name != "sources":
            values += _values(name, table, text, path, private=private)
    sources = _sources(tables.get("sources", {}), text, path)
    return Configuration(path, sources, tuple(values), (path,))


def _values(
    table: str, given: Any, text: str, path: str, *, private: bool
) -> list[tuple[str, Value]]:
    """The settings of one table of a file. Raises :class:`ConfigurationError`."""
    if not isinstance(given, dict):
        where = _line_of(text, table)
        raise ConfigurationError(
            f"{path}{where}: {table} is not a table", f"write [{table}], and below it its settings"
        )
    keys = [name.partition(".")[2] for name in SETTINGS if name.startswith(f"{table}.")]
    found = []
    for key, value in given.items():
        where = _line_of(text, key, table)
        if key not in keys:
            raise ConfigurationError(
                f"{path}{where}: {key!r} is not known in [{table}]",
                f"{did_you_mean(key, keys)}known: {', '.join(keys)}",
            )
        name = f"{table}.{key}"
        if SETTINGS[name].private and not private:
            raise ConfigurationError(
                f"{path}{where}: {name} counts only in your own file",
                f"a project's file may come from others; put it into {own_file() or OWN_NAME}",
            )
        wrong = wrong_with(name, value)
        if wrong:
            raise ConfigurationError(f"{path}{where}: {name}: {wrong}")
        found.append((name, Value(value, f"{path}{where}")))
    return found


def _sources(table: object, text: str, path: str) -> Sources:
    if not isinstance(table, dict):
        where = _line_of(text, "sources")
        raise ConfigurationError(
            f"{path}{where}: sources is not a table", 'write [sources], and below it "AFP" = "…"'
        )
    for name, meant in table.items():
        wrong = _wrong_with(name, meant)
        if wrong:
            raise ConfigurationError(f"{path}{_line_of(text, name)}: {wrong}", _HINT)
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


def _line_of(text: str, key: str, table: str = "") -> str:
    """In which line a key stands (behind the head of its table), as far as that can be told."""
    begin = 0
    if table:
        head = re.search(rf"(?m)^[ \t]*\[[ \t]*{re.escape(table)}[ \t]*\]", text)
        begin = head.end() if head is not None else 0
    written = re.escape(key)
    found = re.compile(rf"(?m)^[ \t]*\[?[ \t]*[\"']?{written}(?![\w-])").search(text, begin)
    return f", line {text.count(chr(10), 0, found.end()) + 1}" if found is not None else ""


def is_path(name: str) -> bool:
    """Whether a name in ``[sources]`` stands for files: ``stories/guardian/``, ``*/guardian/*``."""
    return "/" in name and (name.endswith("/") or name.startswith(("/", "./")) or "*" in name)


def source_of_path(path: str) -> str:
    """What the articles of a file are said to be from; empty where nothing is said.

    ``path`` is as it is stored: relative to the folder that holds the index, if it lies below.
    """
    return next((meant for name, meant in _in_force if is_path(name) and _is_of(path, name)), "")


def _is_of(path: str, pattern: str) -> bool:
    pattern = pattern.removeprefix("./")
    return fnmatchcase(path, f"{pattern}*" if pattern.endswith("/") else pattern)


_in_force: Sources = ()


def follow(sources: Sources) -> None:
    """Let publications be called so from now on, in this process."""
    global _in_force
    _in_force = sources


def sources_in_force() -> Sources:
    """What :func:`follow` was told last."""
    return _in_force
