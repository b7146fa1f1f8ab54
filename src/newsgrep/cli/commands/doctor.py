"""``newsgrep doctor``: an archive looked over."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, UsageError

EPILOG = """\b
Examples:
  newsgrep doctor                        shares, warnings, gaps
  newsgrep doctor --list 'no date'       the files behind a finding
  newsgrep doctor --json | jq '.findings[] | select(.name == "exact copies").files[]'
"""


def doctor(
    listed: Annotated[
        str, typer.Option("--list", metavar="FINDING", help="List the files behind a finding.")
    ] = "",
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Look an archive over: what is known, what looks wrong, what is missing."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.search.analysis.results import Audit

    here = environment(color.value, index)
    with opened(here, index) as archive:
        found = archive.audit()
    if listed:
        finding = next((one for one in found.findings if one.name == listed.strip().lower()), None)
        if finding is None:
            names = ", ".join(one.name for one in found.findings)
            raise UsageError(f"--list {listed!r}: no such finding", f"one of: {names}")
        here.write_paths(finding.files)
    else:
        print_answer(here, Audit, "json" if json else "text", found)
    raise typer.Exit(EXIT_FOUND)
