"""What a shell offers on Tab: the values that the index has, and the names that options know."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable

import typer

from newsgrep.errors import NewsgrepError

MOST = 100
"""Values offered, those of the most articles first."""
SHELL = "_NEWSGREP_COMPLETE"
"""The variable in which the completion script says what shell it is of."""
_UNSAFE = re.compile(r"""["'$`\\!]""")
"""What a quotation mark does not keep a shell from seeing, or ends it."""
_OF_BASH = re.compile(r"([^\w./,:@%+-])")
_PLAIN = re.compile(r"[\w.-]+")


class Offered(str):
    """A value that fits what was typed, in another case perhaps, and written for the shell.

    Typer would drop what does not begin, letter by letter, as typed.
    """

    __slots__ = ()

    def startswith(self, *of: object) -> bool:
        return True


Completer = Callable[[typer.Context, str], list[Offered]]


def values_of(field: str) -> Completer:
    """Offers the values that the articles of the index have of ``field``."""

    def offered(context: typer.Context, incomplete: str) -> list[Offered]:
        from newsgrep.archive import Archive
        from newsgrep.request import Request

        try:
            with Archive(context.params.get("index")) as archive:
                counts = archive.facets(Request(query="*"), [field])
        except (NewsgrepError, OSError):
            return []
        return for_shell(beginning(counts.fields[field], incomplete))

    return offered


def facets(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers what articles are counted by, for a list with commas, each once."""
    from newsgrep.search.analysis.timelines import COUNTED

    before, comma, last = incomplete.rpartition(",")
    left = [name for name in COUNTED if name not in before.split(",")]
    return [Offered(f"{before}{comma}{name}") for name in beginning(left, last)]


def periods(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the periods of a timeline."""
    from newsgrep.search.analysis.timelines import PERIODS

    return beginning(PERIODS, incomplete)


def orders(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the orders of hits."""
    from newsgrep.request import SORTS

    return beginning(SORTS, incomplete)


def syntaxes(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the languages that a query may be in."""
    from newsgrep.request import SYNTAXES

    return beginning(SYNTAXES, incomplete)


def formats(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the forms of output that have a name."""
    from newsgrep.cli.search_answer import FORMATS

    return beginning(FORMATS, incomplete)


def alerts(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the names of alerts."""
    from newsgrep.archive import Archive

    given = context.params.get("index")
    try:
        # Several indexes are searched as one; the alerts are those of the first.
        with Archive(given) as archive:
            return beginning((alert.name for alert in archive.alerts.all()), incomplete)
    except (NewsgrepError, OSError):
        return []


def queries(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers alerts, where a query begins as they are asked for: ``@``."""
    if not incomplete.startswith("@"):
        return []
    return [Offered(f"@{name}") for name in alerts(context, incomplete[1:])]


def citations(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the forms of citations."""
    from newsgrep.cli.search_answer import CITATIONS

    return beginning(CITATIONS, incomplete)


def beginning(values: Iterable[str], typed: str) -> list[Offered]:
    """The first of ``values`` that begin as ``typed`` does, whatever its case and accents."""
    from newsgrep.text.fold import fold

    folded = fold(typed)
    return [Offered(value) for value in values if fold(value).startswith(folded)][:MOST]


def for_shell(
    values: Iterable[str], shell: str | None = None, word: str | None = None
) -> list[Offered]:
    """``values`` as the shell is to insert them; articles named them, so none may be a command.

    ``shell`` is as the completion script says, ``word`` the one that is being typed, as typed.
    """
    shell = os.environ.get(SHELL, "") if shell is None else shell
    word = _typed_word() if word is None else word
    shown = [value for value in values if value.isprintable()]
    if word.startswith(("'", '"')) or "zsh" in shell:
        return [Offered(value) for value in shown if not _UNSAFE.search(value)]
    if "bash" in shell:
        return [Offered(_OF_BASH.sub(r"\\\1", value)) for value in shown]
    if "powershell" in shell or "pwsh" in shell:
        return [
            Offered(value if _PLAIN.fullmatch(value) else "'{}'".format(value.replace("'", "''")))
            for value in shown
        ]
    return [Offered(value) for value in shown]


def _typed_word() -> str:
    words = os.environ.get("COMP_WORDS", "").split("\n")
    number = os.environ.get("COMP_CWORD", "")
    return words[int(number)] if number.isdecimal() and int(number) < len(words) else ""
