"""The archive that a command asks: all of that is one question, and what it lacks is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import Environment


@contextmanager
def opened(here: Environment, index: str | Sequence[str] | None) -> Iterator[Archive]:
    """The archive of an index, or of several.

    Whatever a command prints, at the end it is told on standard error which parts of the index did
    not answer; in JSON it is told by :func:`newsgrep.render.as_json.with_lacking`.
    """
    from newsgrep.archive import Archive

    with Archive(index) as archive, archive.question():
        here.archives.append(archive)
        try:
            yield archive
        except typer.Exit:
            here.say_lacking()
            raise
        here.say_lacking()
