"""Lines in a form of the user's own: ``{date} {source} {title}\\t{path}``."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from newsgrep.errors import UsageError
from newsgrep.render.values import COLUMNS, flat_values
from newsgrep.results import Results
from newsgrep.text.nearest import did_you_mean

_ESCAPES = {"\\t": "\t", "\\n": "\n", "\\0": "\0", "\\\\": "\\"}


class Template:
    """A checked template. Raises :class:`UsageError` for names that no hit has."""

    def __init__(self, source: str) -> None:
        try:
            self._parts = list(Formatter().parse(source))
        except ValueError as error:
            raise UsageError(f"--format {source!r}: {error}", "write {{ for a brace") from None
        for _, name, spec, conversion in self._parts:
            if name is None:
                continue
            if name not in COLUMNS or conversion or spec:
                raise _unknown(name, spec or conversion or "")

    def lines(self, results: Results) -> Iterator[str]:
        """A line for each hit."""
        for hit in results.hits:
            values = flat_values(hit)
            yield (
                "".join(
                    _unescaped(literal) + (values[name] if name is not None else "")
                    for literal, name, _, _ in self._parts
                )
                + "\n"
            )


def _unknown(name: str, extra: str) -> UsageError:
    if extra:
        return UsageError(f"--format: nothing may follow the name in {{{name}…}}")
    hint = did_you_mean(name, COLUMNS, "{{{}}}")
    return UsageError(f"--format: no such name {{{name}}}", f"{hint}(names: {', '.join(COLUMNS)})")


def _unescaped(text: str) -> str:
    for written, meant in _ESCAPES.items():
        text = text.replace(written, meant)
    return text
