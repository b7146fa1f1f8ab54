"""``newsgrep index``: read articles, keep the index in step with them."""

from __future__ import annotations

import contextlib
import os
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from newsgrep.cli.options import (
    Color,
    ColorOption,
    IndexOption,
    JsonOption,
    KeepAllOption,
    NamesOption,
    OcrLangOption,
    OcrOption,
    OcrTimeoutOption,
    PathsArgument,
    TimeoutOption,
    ocr_of,
    parse_size,
)
from newsgrep.errors import EXIT_BY_SIGNAL, UsageError

if TYPE_CHECKING:
    from newsgrep.ingest.events import Report
    from newsgrep.ingest.run import Run

EPILOG = """\b
Examples:
  newsgrep index stories/                 read a folder, or what changed in it
  newsgrep index                          the same files and folders as before
  newsgrep index export.jsonl clips.csv   an article a record
  find . -name '*.txt' -print0 | newsgrep index -
  newsgrep index stories/ --exclude 'drafts/' --dry-run
  newsgrep index --rebuild                everything anew; the old index answers meanwhile
  newsgrep index --prune                  forget what was on a disk that is gone for good
  newsgrep index scans/ --ocr --ocr-lang deu+eng

\b
Reads, by content: text, Markdown, web pages (HTML, MHTML, WARC), JSON, CSV and Parquet,
PDF, DOCX, ODT, RTF, EPUB, mail, feeds (RSS, Atom, JSON Feed), wire formats (NITF,
NewsML, ninjs, IPTC 7901), exports of Nexis, Factiva, ProQuest, Europresse and
WordPress; also in gzip, bzip2, xz, zip and tar (newsgrep help formats). Only what
changed is read again; articles go from the index when their files are gone from a
folder that is there. Where the folder itself is gone or empty (a disk that is not
mounted) they are kept, and that is said; --prune removes them. Hidden files are
passed over, and what a .newsgrepignore names (as in .gitignore). --ocr reads scanned PDFs
and pictures as well (PNG, JPEG, TIFF, GIF, BMP, WebP), if tesseract is installed; what was
recognised is kept beside the index, so that no page is recognised twice.

\b
Exit code: 0 done (files that could not be read are listed), 2 error, 75 another
process is writing, 130 interrupted, 143 terminated, 129 terminal closed (what was
read is kept, and the same command goes on from there).
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
        bool,
        typer.Option(
            "--follow-symlinks", help="Follow symbolic links; two paths to a file count once."
        ),
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
    verify: Annotated[
        bool, typer.Option("--verify", help="Compare every file's content, not only its times.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove the articles of folders that are not there.")
    ] = False,
    names: NamesOption = "rules",
    timeout: TimeoutOption = 20.0,
    keep_all: KeepAllOption = False,
    ocr: OcrOption = False,
    ocr_lang: OcrLangOption = "",
    ocr_timeout: OcrTimeoutOption = 60.0,
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
    from newsgrep.cli.progress import watching
    from newsgrep.cli.streams import environment
    from newsgrep.ingest.discovery import Selection
    from newsgrep.ingest.reader import Reading, check
    from newsgrep.ingest.run import MIN_MEMORY, Options

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
        reading=Reading(
            names=names,
            date_from_mtime=date_from_mtime,
            timeout=timeout,
            keep_all=keep_all,
            ocr=ocr_of(ocr, ocr_lang, ocr_timeout),
        ),
        jobs=jobs,
        memory=memory_bytes,
        wait=wait,
        rebuild=rebuild,
        dry_run=dry_run,
        verify=verify,
        prune=prune,
    )
    check(options.reading)
    given = _given(paths or [])
    if paths and not given:
        raise UsageError("no paths on standard input")
    with watching(here, quiet=quiet) as tell:
        run = Archive(index).indexing(options, tell)
        report, number = _stoppable(run, given)
    try:
        if json:
            from newsgrep.render.as_json import dump

            here.write([dump(asdict(report), indent=2)])
        elif not quiet:
            here.say(_summary(report))
        if report.interrupted:
            here.say(f"newsgrep: interrupted; what was read is kept.{_rest(report)} "
                     "The same command goes on.")  # fmt: skip
    except OSError:
        # After SIGHUP there may be nobody left to tell.
        if not number:
            raise
    if report.interrupted:
        raise typer.Exit(EXIT_BY_SIGNAL + number)


def _given(paths: list[str]) -> list[str]:
    """Absolute paths; ``-`` stands for those on standard input, NUL- or newline-separated."""
    from newsgrep.cli.streams import read_stdin

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


def _stoppable(run: Run, paths: list[str]) -> tuple[Report, int]:
    """Run; the report, and the signal that stopped it, 0 if none did.

    The first signal stops the reading and has what was read committed, the second ends at once.
    """
    import signal

    stopped_by = 0
    before: dict[int, Any] = {}
    terminals = [descriptor for descriptor in (1, 2) if os.isatty(descriptor)]

    def stop(number: int, frame: object) -> None:
        nonlocal stopped_by
        stopped_by = number
        for other in before:
            signal.signal(other, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if number == getattr(signal, "SIGHUP", None):
            # The terminal is gone; writing to it must not end the run.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            for descriptor in terminals:
                os.dup2(nowhere, descriptor)
        # Not through the stream: the signal may have come while something was written to it.
        with contextlib.suppress(OSError):
            os.write(2, b"\nnewsgrep: stopping; Ctrl-C again to stop at once\n")
        run.stop()

    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # What is ignored stays so: nohup wants it.
        if number is not None and signal.getsignal(number) != signal.SIG_IGN:
            before[number] = signal.signal(number, stop)
    try:
        return run.execute(paths), stopped_by
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _rest(report: Report) -> str:
    """What is said of files that are read in part."""
    if not report.unfinished:
        return ""
    shown = _tilde(os.path.abspath(report.unfinished[0]))
    more = f" and {len(report.unfinished) - 1} more" if len(report.unfinished) > 1 else ""
    return f" Only a part of {shown}{more} is in the index."


def _summary(report: Report) -> str:
    from newsgrep.render.prose import counted, size_for_people

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
    if report.kept:
        parts.append(f"{report.kept:,} kept of what is not there (--prune removes them)")
    if report.failed:
        parts.append(f"{report.failed:,} could not be read (newsgrep stats --failed)")
    if report.scanned:
        parts[-1] += f", {report.scanned:,} of them scanned: --ocr reads them"
    if report.passed_over:
        parts.append(f"passed over {counted(report.passed_over, 'file')} of other kinds")
    parts.append(f"{counted(report.articles, 'article')} in {_tilde(report.index)}")
    return f"{'; '.join(parts)} ({report.seconds:.1f} s)"


def _tilde(path: str) -> str:
    from newsgrep.text.clean import printable_path

    relative = os.path.relpath(path) if os.path.splitdrive(path)[0] == "" else path
    return printable_path(relative if len(relative) < len(path) else path)
