"""The forms that results of a search are given to programs in, and what makes each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from newsgrep.results import Results

_MADE_BY = {
    "json": ("as_json", "results_json"),
    "jsonl": ("as_json", "results_jsonl"),
    "csv": ("as_table", "results_csv"),
    "tsv": ("as_table", "results_tsv"),
    "trec": ("as_trec", "results_trec"),
}
"""Each form with its module and function; a module is loaded when its form is wanted."""

FORMS = tuple(_MADE_BY)
WITH_PASSAGES = ("json", "jsonl", "csv", "tsv")
"""Forms that have passages of the articles in them."""


def renderer(form: str) -> Callable[[Results], Iterator[str]]:
    """What makes the lines of a form, or those of a template such as ``{date} {title}``.

    Raises :class:`UsageError` for a template with names that there are not.
    """
    if form in _MADE_BY:
        module, name = _MADE_BY[form]
        made: Callable[[Results], Iterator[str]] = getattr(
            import_module(f"newsgrep.render.{module}"), name
        )
        return made
    from newsgrep.render.as_template import Template

    return Template(form).lines
