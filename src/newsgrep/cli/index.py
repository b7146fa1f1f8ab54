"""``newsgrep index``: read articles, keep the index in step with them."""

from __future__ import annotations

import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.options import (
    Color,
    ColorOption,
    IndexOption,
    JsonOption,
    NamesOption,
    PathsArgument,
    TimeoutOption,
    parse_size,
)
from newsgrep.errors import EXIT_INTERRUPTED, UsageError

if TYPE_CHECKING:
    from newsgrep.cli.environment import Environment
    from newsgrep.events import Report
    from newsgrep.indexing import Run

EPILOG = """\b
Examples:
  newsgrep index stories/                 read a folder, or what changed in it
  newsgrep index                          the same files and folders as before
  newsgrep index export.jsonl clips.csv   an article a record
  find . -name '*.txt' -print0 | newsgrep index -
  newsgrep index stories/ --exclude 'drafts/' --dry-run
  newsgrep index --rebuild                everything anew; the old index answers meanwhile

\b
Reads, by content: text, Markdown, web pages (HTML, MHTML, WARC), JSON, CSV and Parquet,
PDF, DOCX, ODT, RTF, EPUB, mail, feeds (RSS, Atom, JSON Feed), wire formats (NITF,
NewsML, ninjs, IPTC 7901), exports of Nexis, Factiva, ProQuest, Europresse and
WordPress; also in gzip, bzip2, xz, zip and tar (newsgrep help formats). Only what
changed is read again; articles go from the index when their files are gone. Hidden
files are passed over, and what a .newsgrepignore names (as in .gitignore).

\b
Exit code: 0 done (files that could not be read are listed), 2 error, 75 another
process is writing, 130 interrupted (what was read is kept).
"""


def index(
    paths: PathsArgument = None,
    index: IndexOption = None,
    include: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Only such files (repeatable).")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="No such files (repeatable).")
    ] = None,
    max_size: Annotated[str, typer.Option(metavar="SIZE", help="No larger files.")] = "64MB",
    follow_symlinks: Annotated[
        bool, typer.Option("--follow-symlinks", help="Follow symbolic links in folders.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=0, help="Processes; 0 for all cores.")
    ] = 0,
    memory: Annotated[
        str, typer.Option(metavar="SIZE", help="Memory for the whole run.")
    ] = "512MB",
    wait: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="How long to wait for another writer.")
    ] = 10.0,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Read everything anew, beside the old index.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("-n", "--dry-run", help="Say what would be done; do nothing.")
    ] = False,
    names: NamesOption = "rules",
    timeout: TimeoutOption = 20.0,
    date_from_mtime: Annotated[
        bool,
        typer.Option("--date-from-mtime", help="Date undated articles by their file's time."),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="No progress and no summary.")
    ] = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Index articles, or bring the index in step with their files."""
    from newsgrep.archive import Archive
    from newsgrep.cli.environment import environment
    from newsgrep.cli.progress import watching
    from newsgrep.indexing import MIN_MEMORY, Options
    from newsgrep.reading import Reading, check
    from newsgrep.walking import Selection

    here = environment(color.value)
    memory_bytes = parse_size("--memory", memory)
    if memory_bytes < MIN_MEMORY:
        raise UsageError(f"--memory {memory} is too little", f"give {MIN_MEMORY >> 20}MB or more")
    options = Options(
        selection=Selection(
            include=tuple(include or ()),
            exclude=tuple(exclude or ()),
            max_size=parse_size("--max-size", max_size),
            follow_symlinks=follow_symlinks,
        ),
        reading=Reading(names=names, date_from_mtime=date_from_mtime, timeout=timeout),
        jobs=jobs,
        memory=memory_bytes,
        wait=wait,
        rebuild=rebuild,
        dry_run=dry_run,
    )
    check(options.reading)
    given = _given(paths or [])
    if paths and not given:
        raise UsageError("no paths on standard input")
    with watching(here, quiet=quiet) as tell:
        run = Archive(index).indexing(options, tell)
        report = _stoppable(run, given, here)
    if json:
        from newsgrep.output.as_json import dump

        here.write([dump(asdict(report), indent=2)])
    elif not quiet:
        here.say(_summary(report))
    if report.interrupted:
        here.say("newsgrep: interrupted; what was read is kept. The same command goes on.")
        raise typer.Exit(EXIT_INTERRUPTED)


def _given(paths: list[str]) -> list[str]:
    """Absolute paths; ``-`` stands for those on standard input, NUL- or newline-separated."""
    from newsgrep.cli.environment import read_stdin

    found: list[str] = []
    for path in paths:
        if path != "-":
            found.append(os.path.abspath(path))
            continue
        data = read_stdin()
        separator = b"\0" if b"\0" in data else b"\n"
        names = (
            name.rstrip(b"\r") if separator == b"\n" else name for name in data.split(separator)
        )
        found += [os.path.abspath(os.fsdecode(name)) for name in names if name]
    return found


def _stoppable(run: Run, paths: list[str], here: Environment) -> Report:
    """Run; the first Ctrl-C finishes the work in hand, the second ends at once."""
    import signal

    def interrupted(number: int, frame: object) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        here.err.write("\nnewsgrep: stopping; Ctrl-C again to stop at once\n")
        run.stop()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        return run.execute(paths)
    finally:
        signal.signal(signal.SIGINT, before)


def _summary(report: Report) -> str:
    from newsgrep.output.prose import counted, size_for_people

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
        return (
            f"would read {counted(report.files, 'file')} ({size_for_people(report.bytes)}): "
            + ", ".join(changes)
        )
    parts = [", ".join(changes)]
    if report.failed:
        parts.append(f"{report.failed:,} could not be read (newsgrep stats --failed)")
    if report.passed_over:
        parts.append(f"passed over {counted(report.passed_over, 'file')} of other kinds")
    parts.append(f"{counted(report.articles, 'article')} in {_tilde(report.index)}")
    return f"{'; '.join(parts)} ({report.seconds:.1f} s)"


def _tilde(path: str) -> str:
    from newsgrep.text.clean import printable_path

    relative = os.path.relpath(path) if os.path.splitdrive(path)[0] == "" else path
    return printable_path(relative if len(relative) < len(path) else path)
