"""``newsgrep explain``: a query as it is understood."""

from __future__ import annotations

import typer

from newsgrep.cli.asking import NOTHING, Asked, asking
from newsgrep.cli.options import Color, ColorOption, JsonOption
from newsgrep.errors import EXIT_FOUND

EPILOG = """\b
Examples:
  newsgrep explain 'cartel tunnel OR wall -border'     how the operators bind
  newsgrep explain 'date:"last week"'                  which days that is
  newsgrep explain --syntax nexis 'hlead(cartel) w/5 wall!'
\b
The order of binding: words near each other (w/5, pre/5, w/s), atleast/3, NOT, AND
(written or not), OR.
"""


@asking()
def explain(
    asked: Asked = NOTHING,
    json: JsonOption = False,
    color: ColorOption = Color.auto,
) -> None:
    """Show how a query is understood: its tree, dates, and the forms of each word."""
    from newsgrep.cli.opening import opened
    from newsgrep.cli.printing import print_answer
    from newsgrep.cli.streams import environment
    from newsgrep.search.analysis.results import Explanation

    here = environment(color.value, asked.index)
    request = asked.request()
    with opened(here, asked.indexes) as archive:
        found = archive.explain(request)
    print_answer(here, Explanation, "json" if json else "text", found)
    raise typer.Exit(EXIT_FOUND)
