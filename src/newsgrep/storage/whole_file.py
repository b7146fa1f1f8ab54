"""A file of text that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_file(path: Path, opener: Callable[[str, int], int] | None = None) -> Iterator[TextIO]:
    """A file to write UTF-8 to, which takes the place of ``path`` once all of it is on disk.

    Whatever goes wrong before, a signal too, leaves what was at ``path``. ``opener`` is that of
    :func:`open`. Raises OSError.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with open(temporary, "w", encoding="utf-8", newline="\n", opener=opener) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename == str(temporary):
            error.filename = str(path)  # the name that was asked for
        temporary.unlink(missing_ok=True)
        raise
