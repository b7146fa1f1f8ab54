"""``newsgrep check``: every byte of an index verified, and a damaged one repaired."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.options import (
    Color,
    ColorOption,
    IndexOption,
    JsonOption,
    OcrLangOption,
    OcrOption,
    OcrTimeoutOption,
    ocr_of,
)
from newsgrep.errors import EXIT_ERROR, EXIT_FOUND

EPILOG = """\b
Examples:
  newsgrep check                 verify every checksum
  newsgrep check --repair        keep what is good, read the rest again
  newsgrep check --repair --ocr  as above, where scans were recognised
\b
Exit code: 0 all is as it was written (or was repaired), 2 damaged.
"""


def check(
    repair: Annotated[
        bool, typer.Option("--repair", help="Keep the good segments, read the rest again.")
    ] = False,
    ocr: OcrOption = False,
    ocr_lang: OcrLangOption = "",
    ocr_timeout: OcrTimeoutOption = 60.0,
    index: IndexOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Verify every byte of the index; repair it if asked to."""
    from newsgrep.archive import Archive
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.progress import watching
    from newsgrep.cli.streams import environment
    from newsgrep.ingest.reader import Reading
    from newsgrep.ingest.reader import check as check_reading
    from newsgrep.ingest.run import Options
    from newsgrep.render.indexing import NOT_REPAIRED, repaired
    from newsgrep.verify import Checked

    here = environment(color.value, index)
    options = Options(reading=Reading(ocr=ocr_of(ocr, ocr_lang, ocr_timeout)))
    check_reading(options.reading)
    archive = Archive(index)
    found = archive.check()
    print_answer(here, Checked, "json" if json else "text", found)
    if repair and found.damages:
        with watching(here, quiet=False) as tell:
            report = archive.repair(options, tell)
        here.say(repaired(report))
        raise typer.Exit(EXIT_FOUND)
    if found.damages and not json:
        here.say(NOT_REPAIRED)
    raise typer.Exit(EXIT_ERROR if found.damages else EXIT_FOUND)
