"""``newsgrep stats``: what an archive holds, and what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexOption, JsonOption
from newsgrep.errors import EXIT_NOTHING_FOUND

if TYPE_CHECKING:
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import Environment
    from newsgrep.stats import Stats

EPILOG = """\b
Examples:
  newsgrep stats                          articles, words, sources, dates, size
  newsgrep stats --failed                 what could not be read, and why
  newsgrep stats --json | jq .sources
"""

_MOST = 10


def stats(
    index: IndexOption = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="List the files and records that could not be read.")
    ] = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Say what the index holds."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    with Archive(index) as archive:
        if failed:
            _print_failures(archive, here, json=json)
        elif json:
            from newsgrep.render.answers import stats_values
            from newsgrep.render.as_json import dump

            here.write([dump(stats_values(archive.stats()), indent=2)])
        else:
            _print_stats(archive.stats(), here)


def _print_failures(archive: Archive, here: Environment, *, json: bool) -> None:
    from newsgrep.render.as_json import dump
    from newsgrep.text.clean import printable_place

    found = False
    for path, failure in archive.failures():
        found = True
        if json:
            here.write([dump({"path": path, "record": failure.record, "reason": failure.reason})])
        else:
            here.write([f"{printable_place(path, failure.record)}: {failure.reason}\n"])
    if not found:
        here.say("everything could be read")
        raise typer.Exit(EXIT_NOTHING_FOUND)


def _print_stats(stats: Stats, here: Environment) -> None:
    from newsgrep.cli.styled import print_styled
    from newsgrep.render.lines import Line, Piece
    from newsgrep.render.prose import counted, size_for_people
    from newsgrep.text.clean import printable_path

    totals = stats.totals
    undated = totals.articles - totals.dated
    dates = f"{totals.first_date} to {totals.last_date}" if totals.dated else "none"
    rows = [
        ("articles", f"{totals.articles:,} from {counted(stats.files, 'file')}"),
        ("words", f"{totals.words:,}, {totals.terms:,} different"),
        ("dates", dates + (f"; {undated:,} without" if undated and totals.dated else "")),
        ("sources", _shares(totals.sources)),
        ("languages", _shares(totals.languages)),
        ("index", f"{printable_path(stats.index)}, {size_for_people(stats.bytes)}"),
        ("last indexed", stats.committed.replace("T", " ").replace("+00:00", " UTC")),
        ("indexed from", _roots(stats)),
    ]
    if stats.unfinished:
        files = _listed([printable_path(path) for path in stats.unfinished])
        rows.append(("only in part", f"{files} (the run was stopped; newsgrep index goes on)"))
    if stats.failures:
        rows.append(("not read", f"{stats.failures:,} (newsgrep stats --failed)"))
    print_styled(
        here,
        (
            Line((Piece(f"{name:<13} ", "about"), Piece(value)), hanging=" " * 14)
            for name, value in rows
        ),
        pager=False,
    )


def _roots(stats: Stats) -> str:
    from newsgrep.text.clean import printable_path

    missing = set(stats.missing)
    named = sorted(stats.roots, key=lambda root: root not in missing)
    return _listed(
        [printable_path(root) + (" (not there now)" if root in missing else "") for root in named]
    )


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f", and {more:,} more" if more > 0 else "")


def _shares(counts: dict[str, int]) -> str:
    named = [(name or "unknown", count) for name, count in counts.items()]
    shown = ", ".join(f"{name} {count:,}" for name, count in named[:_MOST])
    more = len(named) - _MOST
    return shown + (f", and {more:,} more" if more > 0 else "") or "none"
