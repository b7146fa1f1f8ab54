"""``newsgrep index``: read articles, keep the index in step with them."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.addressing import ReplicasOption, ShardsOption, addressed, counts_given
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
  newsgrep index --watch --alert stories/ keep it in step, and tell what is new

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
    shards: ShardsOption = None,
    replicas: ReplicasOption = None,
    date_from_mtime: Annotated[
        bool,
        typer.Option("--date-from-mtime", help="Date undated articles by their file's time."),
    ] = False,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Go on: take in what is new or changed until Ctrl-C."),
    ] = False,
    alert: Annotated[
        bool, typer.Option("--alert", help="Run the alerts after each commit.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="No progress and no summary.")
    ] = False,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Index articles, or bring the index in step with their files."""
    from newsgrep.archive import Archive
    from newsgrep.cli.delivering import run_alerts
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.progress import watching
    from newsgrep.cli.stopping import stoppable
    from newsgrep.cli.streams import environment, given_paths
    from newsgrep.cli.watching import watch as keep_watching
    from newsgrep.ingest.discovery import Selection
    from newsgrep.ingest.events import Report
    from newsgrep.ingest.reader import Reading, check
    from newsgrep.ingest.run import MIN_MEMORY, Options
    from newsgrep.render.indexing import stopped

    here = environment(color.value, index)
    memory_bytes = parse_size("--memory", memory)
    if memory_bytes < MIN_MEMORY:
        raise UsageError(
            f"--memory {memory} is too little", f"give {-(-MIN_MEMORY // 1_000_000)}MB or more"
        )
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
    where = addressed(index, **counts_given(shards=shards, replicas=replicas))
    given = given_paths(paths or [])
    if paths and not given:
        raise UsageError("no paths on standard input")
    form = "json" if json else "quiet" if quiet else "text"
    archive = Archive(where)
    alerts = (lambda: run_alerts(archive, here, form)) if alert else None
    if watch:
        keep_watching(archive, options, given, here, alerts, form=form)
        return
    with watching(here, quiet=quiet) as tell:
        report, number = stoppable(archive.indexing(options, tell), given)
    try:
        if json or not quiet:
            print_answer(here, Report, "json" if json else "text", report)
        if report.interrupted:
            here.say(stopped(report))
    except OSError:
        # After SIGHUP there may be nobody left to tell.
        if not number:
            raise
    if report.interrupted:
        raise typer.Exit(EXIT_BY_SIGNAL + number)
    if alerts is not None and not dry_run:
        alerts()
