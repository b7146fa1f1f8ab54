"""What an archive holds, and what of it could not be read, for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgrep.ingest.catalog import Failure
from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted, size_for_people
from newsgrep.stats import Stats
from newsgrep.text.printable import printable_path, printable_place

_MOST = 10
"""Names of a kind that are listed."""


def stats_lines(stats: Stats) -> Iterator[Line]:
    """A line a fact."""
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
    for name, value in rows:
        yield Line((Piece(f"{name:<13} ", "about"), Piece(value)), hanging=" " * 14)


def failure_lines(failures: Iterable[tuple[str, Failure]]) -> Iterator[Line]:
    """What could not be read, and why, a line each."""
    for path, failure in failures:
        text = f"{printable_place(path, failure.record)}: {failure.reason}"
        yield Line((Piece(text),), whole=True)


def failure_summary(failures: Iterable[tuple[str, Failure]]) -> Iterator[str]:
    """What is said where there is none."""
    if not any(True for _ in failures):
        yield "everything could be read"


def _roots(stats: Stats) -> str:
    missing = set(stats.missing)
    named = sorted(stats.roots, key=lambda root: root not in missing)
    return _listed(
        [
            printable_path(root) + (" (not there now, or empty)" if root in missing else "")
            for root in named
        ]
    )


def _listed(names: list[str]) -> str:
    more = len(names) - _MOST
    return ", ".join(names[:_MOST]) + (f", and {more:,} more" if more > 0 else "")


def _shares(counts: dict[str, int]) -> str:
    named = [(name or "unknown", count) for name, count in counts.items()]
    shown = ", ".join(f"{name} {count:,}" for name, count in named[:_MOST])
    more = len(named) - _MOST
    return shown + (f", and {more:,} more" if more > 0 else "") or "none"
