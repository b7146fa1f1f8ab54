"""What a run of indexing, and a check of an index, say to people."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from newsgrep.ingest.events import Event, Noted, Report, Warned
from newsgrep.render.as_json import dump
from newsgrep.render.prose import counted, size_for_people
from newsgrep.text.printable import printable_path, printable_place

if TYPE_CHECKING:
    from newsgrep.verify import Checked


def sentence(event: Event) -> str:
    """A warning or note as a line."""
    match event:
        case Warned(path, record, reason):
            return f"newsgrep: {printable_place(path, record)}: {reason}"
        case Noted(text):
            return f"newsgrep: {text}"
        case _:
            return ""


def run_summary(report: Report) -> Iterator[str]:
    """What a run did, in one sentence."""
    changes = [
        f"{count:,} {name}"
        for name, count in (
            ("added", report.added),
            ("changed", report.changed),
            ("moved", report.moved),
            ("removed", report.removed),
            ("unchanged", report.unchanged),
        )
        if count
    ] or ["no articles"]
    if report.dry_run:
        yield (
            f"would read {counted(report.files, 'file')} ({size_for_people(report.bytes)}): "
            + ", ".join(changes)
        )
        return
    parts = [", ".join(changes)]
    if report.kept:
        parts.append(f"{report.kept:,} kept of what is not there (--prune removes them)")
    if report.kept_out:
        parts.append(f"{report.kept_out:,} kept out (newsgrep forget --list)")
    if report.failed:
        parts.append(f"{report.failed:,} could not be read as a whole (newsgrep stats --failed)")
    if report.scanned:
        parts[-1] += f", {report.scanned:,} of them scanned: --ocr reads them"
    if report.passed_over:
        parts.append(f"passed over {counted(report.passed_over, 'file')} of other kinds")
    parts.append(f"{counted(report.articles, 'article')} in {_tilde(report.index)}")
    yield f"{'; '.join(parts)} ({report.seconds:.1f} s)"


def watched(report: Report, at: str) -> Iterator[str]:
    """What a run of a watch did, in one line that begins with the time."""
    for line in run_summary(replace(report, unchanged=0)):
        yield f"{at}  {line}"


def watch_begun(places: Sequence[str]) -> str:
    """What is said when a watch has caught up."""
    shown = ", ".join(_tilde(place) for place in places[:3])
    more = f" and {len(places) - 3} more" if len(places) > 3 else ""
    return f"watching {shown}{more}; Ctrl-C ends it"


def watched_json(report: Report, at: str) -> Iterator[str]:
    """The same as JSON, on one line."""
    yield dump({"event": "indexed", "at": at, **asdict(report)})


def told_json(event: str, at: str, **values: object) -> Iterator[str]:
    """Another event of a watch as JSON, on one line: ``watching``, ``error`` or ``stopped``."""
    yield dump({"event": event, "at": at, **values})


def stopped(report: Report) -> str:
    """What is said of a run that was stopped."""
    return f"newsgrep: interrupted; what was read is kept.{_rest(report)} The same command goes on."


def _rest(report: Report) -> str:
    """What is said of files that are read in part."""
    if not report.unfinished:
        return ""
    shown = _tilde(os.path.abspath(report.unfinished[0]))
    more = f" and {len(report.unfinished) - 1} more" if len(report.unfinished) > 1 else ""
    return f" Only a part of {shown}{more} is in the index."


def _tilde(path: str) -> str:
    if "://" in path:
        return printable_path(path)
    relative = os.path.relpath(path) if os.path.splitdrive(path)[0] == "" else path
    return printable_path(relative if len(relative) < len(path) else path)


def check_summary(found: Checked) -> Iterator[str]:
    """What is damaged of an index, and how much was looked at."""
    for damage in found.damages:
        yield f"newsgrep: {damage.reason}"
    state = f"{counted(len(found.damages), 'file')} damaged" if found.damages else "all is well"
    yield (
        f"{counted(found.files, 'file')}, {size_for_people(found.bytes)}, "
        f"{counted(found.articles, 'article')}: {state}"
    )


NOT_REPAIRED = "  newsgrep check --repair keeps what is good and reads the rest again"
"""What is said of damages that are left."""


def repaired(report: Report) -> str:
    """What is said when a damaged index was repaired."""
    return f"repaired: {counted(report.articles, 'article')} in the index"
