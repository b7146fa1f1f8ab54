"""The forms in which hits can be asked for, and the columns of tables."""

from __future__ import annotations

from collections.abc import Sequence

from newsgrep.errors import UsageError
from newsgrep.render.forms import RENDERERS

CITATIONS = tuple(RENDERERS["Citation"])
FORMATS = ("text", "json", "jsonl", "csv", "tsv", "paths", "trec", *CITATIONS)
TABLES = ("csv", "tsv")
BARE = ("paths", "count", "quiet")
"""Forms that tell no articles."""
_WITH_PASSAGES = ("text", "json", "jsonl", "csv", "tsv")


def has_passages(form: str) -> bool:
    """Whether a form, or a template, has passages of the articles in it."""
    return form in _WITH_PASSAGES or "{snip" in form


def form_of(format: str, *, json: bool, jsonl: bool, paths: bool, count: bool, quiet: bool) -> str:
    """The one form of output that was asked for. Raises :class:`UsageError` where it is two."""
    asked = [
        name
        for name, wanted in (
            ("json", json), ("jsonl", jsonl), ("paths", paths), ("count", count), ("quiet", quiet),
        )
        if wanted
    ]  # fmt: skip
    if format != "text" and format not in asked:
        asked.append(format)
    if len(asked) > 1:
        raise UsageError(f"one form of output at a time, not {' and '.join(asked)}")
    form = asked[0] if asked else "text"
    if form not in ("count", "quiet"):
        check_form(form)
    return form


def check_form(form: str) -> None:
    """Raises :class:`UsageError` for what is neither a form of output nor a template."""
    if form not in FORMATS and "{" not in form:
        from newsgrep.text.nearest import did_you_mean

        hint = did_you_mean(form, FORMATS)
        raise UsageError(
            f"unknown --format {form}",
            f"{hint}({', '.join(FORMATS)}, or a template like '{{date}} {{title}}')",
        )


def columns_of(names: Sequence[str]) -> tuple[str, ...]:
    """The columns of tables. Raises :class:`UsageError` for one that there is not."""
    from newsgrep.render.values import COLUMNS
    from newsgrep.text.nearest import did_you_mean

    for name in names:
        if name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS)
            raise UsageError(f"no such column: {name}", f"{hint}(columns: {', '.join(COLUMNS)})")
    return tuple(names) or COLUMNS
