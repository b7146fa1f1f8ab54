"""``newsgrep doctor``: an archive looked over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, UsageError

if TYPE_CHECKING:
    from newsgrep.render.lines import Line
    from newsgrep.search.analysis.results import Audit

EPILOG = """\b
Examples:
  newsgrep doctor                        shares, warnings, gaps
  newsgrep doctor --list 'no date'       the files behind a finding
  newsgrep doctor --json | jq '.findings[] | select(.name == "exact copies").files[]'
"""
_SHOWN_GAPS = 12


def doctor(
    listed: Annotated[
        str, typer.Option("--list", metavar="FINDING", help="List the files behind a finding.")
    ] = "",
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Look an archive over: what is known, what looks wrong, what is missing."""
    from newsgrep.archive import Archive
    from newsgrep.cli.streams import environment

    here = environment(color.value)
    with Archive(index) as archive:
        found = archive.audit()
    if listed:
        finding = next((one for one in found.findings if one.name == listed.strip().lower()), None)
        if finding is None:
            names = ", ".join(one.name for one in found.findings)
            raise UsageError(f"--list {listed!r}: no such finding", f"one of: {names}")
        here.write_paths(finding.files)
    elif json:
        from newsgrep.render.answers import audit_values
        from newsgrep.render.as_json import dump

        here.write([dump(audit_values(found), indent=2)])
    else:
        from newsgrep.cli.styled import print_styled

        print_styled(here, _lines(found), pager=False)
    raise typer.Exit(EXIT_FOUND)


def _lines(found: Audit) -> Iterator[Line]:
    from newsgrep.render.lines import Line, Piece
    from newsgrep.render.prose import counted

    yield Line((Piece(counted(found.articles, "article"), "title"), Piece(", of which known:")))
    for field, count in found.known.items():
        share = count / found.articles if found.articles else 0.0
        yield Line((Piece(f"{field:<10} ", "about"), Piece(f"{share:>6.1%}  {count:,}")), "  ")
    yield Line((Piece(""),))
    wrong = [finding for finding in found.findings if finding.count]
    for finding in wrong:
        yield Line(
            (
                Piece(f"{finding.name:<26} ", "warning"),
                Piece(f"{finding.count:>7,} {finding.share:>6.1%}  "),
                Piece(finding.about, "id"),
            ),
            "  ",
        )
    if not wrong:
        yield Line((Piece("nothing looks wrong"),), "  ")
    if found.gaps:
        yield Line((Piece(""),))
        yield Line((Piece("months without articles", "title"),))
        for source, month, usual in found.gaps[:_SHOWN_GAPS]:
            yield Line((Piece(f"{month}  ", "about"), Piece(f"{source} (usually {usual:,})")), "  ")
        if len(found.gaps) > _SHOWN_GAPS:
            yield Line((Piece(f"and {len(found.gaps) - _SHOWN_GAPS:,} more (--json)", "id"),), "  ")
    if wrong:
        yield Line((Piece(""),))
        yield Line(
            (Piece(f"the files behind one: newsgrep doctor --list '{wrong[0].name}'", "id"),)
        )
