"""The lines of a text that have words, from its beginning and from its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def filled_lines(lines: Sequence[str], count: int) -> list[int]:
    """The places of the first ``count`` lines with words."""
    found: list[int] = []
    for at, line in enumerate(lines):
        if line and not line.isspace():
            found.append(at)
            if len(found) == count:
                break
    return found


def filled_from_end(lines: Sequence[str], above: int) -> Iterator[int]:
    """The places of lines with words, from the last one up to the one below ``above``."""
    return (at for at in range(len(lines) - 1, above, -1) if lines[at].strip())
