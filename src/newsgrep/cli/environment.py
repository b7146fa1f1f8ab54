"""Streams, colour and terminal, decided in one place."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO

ColorChoice = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True)
class Environment:
    """Where output goes and what it may look like there."""

    out: TextIO
    err: TextIO
    color: ColorChoice = "auto"

    def colored(self, stream: TextIO) -> bool:
        """Whether ``stream`` gets colours.

        ``--color`` decides, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, CLICOLOR=0 and
        TERM=dumb, then whether it is a terminal.
        """
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
            if os.environ.get(name, "0") not in ("", "0"):
                return True
        if os.environ.get("CLICOLOR") == "0" or os.environ.get("TERM") == "dumb":
            return False
        return stream.isatty()

    @property
    def interactive(self) -> bool:
        """Whether results go to a terminal."""
        return self.out.isatty()

    @property
    def linked(self) -> bool:
        """Whether the terminal can be given links (OSC 8)."""
        return self.interactive and self.colored(self.out) and os.environ.get("TERM") != "linux"

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

    def say(self, text: str) -> None:
        """A line for the user, on standard error."""
        self.out.flush()
        self.err.write(f"{text}\n")
        self.err.flush()

    def say_wrapped(self, text: str) -> None:
        """A sentence for the user, broken where their terminal ends."""
        if not self.err.isatty():
            self.say(text)
            return
        import shutil
        import textwrap

        width = max(30, min(shutil.get_terminal_size().columns, 100))
        lead = text[: len(text) - len(text.lstrip())]
        self.say(textwrap.fill(text, width, subsequent_indent=f"{lead}  "))


def environment(color: str = "auto") -> Environment:
    """The environment of this process; text goes out in UTF-8 wherever it goes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    return Environment(sys.stdout, sys.stderr, color)  # type: ignore[arg-type]


def file_link(path: str) -> str:
    """A ``file:`` URL that a terminal can open."""
    try:
        return Path(os.path.abspath(path)).as_uri()
    except (ValueError, UnicodeEncodeError):
        return ""
