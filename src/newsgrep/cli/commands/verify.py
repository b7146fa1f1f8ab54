"""``newsgrep verify``: a receipt of an answer held against the index."""

from __future__ import annotations

from typing import Annotated

import typer

from newsgrep.cli.options import Color, ColorOption, IndexesOption, JsonOption
from newsgrep.errors import EXIT_FOUND, EXIT_NOTHING_FOUND

EPILOG = """\b
Examples:
  newsgrep search 'cartel -tunnel' --receipt cartel.json
  newsgrep verify cartel.json                    a year later
  newsgrep verify cartel.json --json | jq .same_answer
\b
Says which articles of the receipt still hold, changed or are gone, and whether the question
gives the same articles today; dates in words count from the day of the receipt.
\b
Exit code: 0 all holds and the answer is the same, 1 not so, 2 error (also: no receipt).
"""


def verify(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A receipt; - for standard input.")],
    index: IndexesOption = None,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Hold a receipt of search --receipt against the index."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment, read_given
    from newsgrep.newsroom.receipt import read_receipt
    from newsgrep.newsroom.results import CheckedReceipt

    here = environment(color.value, index)
    given = read_receipt(read_given(file))
    with opened(here, index) as archive:
        checked = archive.newsroom.verify(given)
    print_answer(here, CheckedReceipt, "json" if json else "text", checked)
    raise typer.Exit(EXIT_FOUND if checked.holds else EXIT_NOTHING_FOUND)
