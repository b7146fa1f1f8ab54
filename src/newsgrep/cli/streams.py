"""Streams, colour and terminal, decided in one place."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO

from newsgrep.errors import PathNotFound, UsageError

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.configuration import Configuration

ELSEWHERE = 100
"""Columns of bars and tables that are not for a terminal."""
NARROWEST = 30
ColorChoice = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True)
class Environment:
    """Where output goes and what it may look like there."""

    out: TextIO
    err: TextIO
    color: ColorChoice = "auto"
    index: tuple[str, ...] = ()
    """The indexes that were named, whose configuration counts."""
    archives: list[Archive] = field(default_factory=list)
    """What is asked."""

    @property
    def lacking(self) -> list[str]:
        """What the answers lack: parts of an index that did not answer."""
        return list(dict.fromkeys(one for archive in self.archives for one in archive.lacking()))

    @property
    def settings(self) -> Configuration:
        """What the files of the index and of the user say."""
        from newsgrep.cli.settings import settings_of

        return settings_of(self.index)

    def colored(self, stream: TextIO) -> bool:
        """Whether ``stream`` gets colours.

        ``--color`` decides, then NEWSGREP_COLOR, NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE,
        CLICOLOR=0 and TERM=dumb, then the configuration, then whether it is a terminal.
        """
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NEWSGREP_COLOR"):
            return self._configured(stream)
        if os.environ.get("NO_COLOR"):
            return False
        for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
            if os.environ.get(name, "0") not in ("", "0"):
                return True
        if os.environ.get("CLICOLOR") == "0" or os.environ.get("TERM") == "dumb":
            return False
        return self._configured(stream)

    def _configured(self, stream: TextIO) -> bool:
        chosen = self.settings.value("output.color").value
        return stream.isatty() if chosen == "auto" else bool(chosen == "always")

    @property
    def interactive(self) -> bool:
        """Whether results go to a terminal."""
        return self.out.isatty()

    @property
    def drawn(self) -> bool:
        """Whether counts are drawn as bars: for people's eyes; a program gets CSV."""
        return self.interactive or self.colored(self.out)

    @property
    def columns(self) -> int:
        """Columns to print in: the terminal's ($COLUMNS, where it is set), 100 elsewhere."""
        if not self.interactive:
            return ELSEWHERE
        asked = os.environ.get("COLUMNS", "")
        if asked.isdecimal() and int(asked):
            return max(int(asked), NARROWEST)
        try:
            return max(os.get_terminal_size(self.out.fileno()).columns or 80, NARROWEST)
        except (OSError, ValueError):
            return 80

    @property
    def linked(self) -> bool:
        """Whether the terminal can be given links (OSC 8)."""
        return self.interactive and self.colored(self.out) and os.environ.get("TERM") != "linux"

    @property
    def link(self) -> Callable[[str], str]:
        """What makes the address that the terminal opens for a path; of none an empty one."""
        if not self.linked:
            return no_link
        template = self.settings.value("output.link").value
        return partial(_link, template) if template else file_link

    def write(self, pieces: Iterable[str]) -> None:
        """Write data to standard output."""
        for piece in pieces:
            self.out.write(piece)
        self.out.flush()

    def write_bytes(self, data: bytes) -> None:
        """Write bytes to standard output, as file names need it."""
        self.out.flush()
        self.out.buffer.write(data)
        self.out.flush()

    def write_paths(self, paths: Iterable[str], end: str = "\n") -> None:
        """Write names of files: their bytes, for programs; what can be shown of them, to people."""
        if self.interactive and end == "\n":
            from newsgrep.text.printable import printable_path

            self.write(f"{printable_path(path)}\n" for path in paths)
        else:
            self.write_bytes(b"".join(os.fsencode(f"{path}{end}") for path in paths))

    def say(self, text: str) -> None:
        """A line for the user, on standard error."""
        self.out.flush()
        self.err.write(f"{text}\n")
        self.err.flush()

    def say_notes(self, notes: Iterable[str]) -> None:
        """What ought to be said of how a query was read; what is lacking is said at the end."""
        for note in notes:
            if note not in self.lacking:
                self.say_wrapped(f"newsgrep: {note}")

    def say_lacking(self) -> None:
        """Say of which parts of an index the answer knows nothing."""
        for one in self.lacking:
            self.say_wrapped(f"newsgrep: {one}")

    def say_wrapped(self, text: str) -> None:
        """A sentence for the user, broken where their terminal ends."""
        if not self.err.isatty():
            self.say(text)
            return
        import shutil
        import textwrap

        width = max(30, min(shutil.get_terminal_size().columns, 100))
        lead = text[: len(text) - len(text.lstrip())]
        self.say(
            textwrap.fill(
                text, width, subsequent_indent=f"{lead}  ",
                break_long_words=False, break_on_hyphens=False,
            )
        )  # fmt: skip


def write_to(here: Environment, file: str, pieces: Iterable[str]) -> None:
    """Write text to a file, whole or not at all; to standard output for ``-`` and for none."""
    if file in ("", "-"):
        here.write(pieces)
        return
    from newsgrep.storage.whole_file import whole_file

    with whole_file(Path(file)) as out:
        out.writelines(pieces)


def environment(color: str = "auto", index: str | Sequence[str] | None = None) -> Environment:
    """The environment of this process; text goes out in UTF-8 wherever it goes.

    ``index`` names the index, or several, whose configuration counts.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    named = (index,) if isinstance(index, str) else tuple(index or ())
    return Environment(sys.stdout, sys.stderr, color, named)  # type: ignore[arg-type]


def read_stdin(most: int = -1) -> bytes:
    """At most so many bytes of standard input. Raises :class:`UsageError` where it is closed."""
    if sys.stdin is None:
        raise UsageError("standard input is closed", "give it a file: newsgrep … - < FILE")
    return sys.stdin.buffer.read(most)


def read_given(file: str) -> bytes:
    """The bytes of a file that is named; ``-`` stands for standard input.

    Raises :class:`PathNotFound`, and :class:`UsageError` where standard input is closed.
    """
    if file == "-":
        return read_stdin()
    try:
        with open(file, "rb") as opened:
            return opened.read()
    except FileNotFoundError:
        raise PathNotFound(file) from None


def given_paths(paths: list[str]) -> list[str]:
    """Absolute paths; ``-`` stands for those on standard input, NUL- or newline-separated."""
    found: list[str] = []
    for path in paths:
        if path != "-":
            found.append(os.path.abspath(path))
            continue
        data = read_stdin()
        separator = b"\0" if b"\0" in data else b"\n"
        names = (
            name.rstrip(b"\r") if separator == b"\n" else name for name in data.split(separator)
        )
        found += [os.path.abspath(os.fsdecode(name)) for name in names if name]
    return found


def no_link(path: str) -> str:
    """No URL, for streams that take none."""
    return ""


def _link(template: str, path: str) -> str:
    """The address of a path as the user's own template has it."""
    address = file_link(path)
    return template.replace("{path}", address.removeprefix("file://")) if address else ""


def file_link(path: str) -> str:
    """A ``file:`` URL that a terminal can open; none for a file of another machine."""
    from newsgrep.storage.location import is_elsewhere

    if is_elsewhere(path):
        return ""
    try:
        return Path(os.path.abspath(path)).as_uri()
    except (ValueError, UnicodeEncodeError):
        return ""
