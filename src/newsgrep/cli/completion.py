"""What a shell offers on Tab: the values that the index has, and the names that options know."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable

import typer

from newsgrep.errors import NewsgrepError
from newsgrep.text.lazy_regex import regex

MOST = 100
"""Values offered, those of the most articles first."""
SHELL = "_NEWSGREP_COMPLETE"
"""The variable in which the completion script says what shell it is of."""
MOST_FILES = 1000
_UNSAFE = regex(r"""["'$`\\!]""")
"""What a quotation mark does not keep a shell from seeing, or ends it."""
_LAST_OF_QUERY = regex(
    r"(?P<before>(?:.*[\s(])?[-+]?)(?P<name>\w*)(?::(?P<value>[^()]*))?\Z", re.DOTALL
)
"""The last word of a query: a field and its value, as far as they are typed."""
_ENDS_SINGLE = regex("'")
_LAST_WORD = regex(
    r"""(?:[^\s"'\\]|\\.|'[^']*(?:'|\Z)|"(?:\\.|[^"\\])*(?:"|\Z))*\\?\Z""", re.DOTALL
)
_OF_BASH = regex(r"([^\w./,:@%+-])")
_WORDS = regex(r"[\w-]+(?: [\w-]+)*")
_PLAIN = regex(r"[\w.-]+")


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
        return for_shell(beginning(_values_in(context, field), incomplete))

    return offered


def facets(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers what articles are counted by, for a list with commas, each once."""
    from newsgrep.search.analysis.timelines import COUNTED

    return _listed(COUNTED, incomplete)


def _listed(values: Iterable[str], incomplete: str) -> list[Offered]:
    before, comma, last = incomplete.rpartition(",")
    left = [value for value in values if value not in before.split(",")]
    return [Offered(f"{before}{comma}{value}") for value in beginning(left, last)]


def names(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the fields whose values can be named together, for a list with commas, each once."""
    from newsgrep.fields import FACETS

    return _listed(FACETS, incomplete)


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
    from newsgrep.cli.forms_of_hits import FORMATS

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


def citations(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the forms of citations."""
    from newsgrep.cli.forms_of_hits import CITATIONS

    return beginning(CITATIONS, incomplete)


def beginning(values: Iterable[str], typed: str) -> list[Offered]:
    """The first of ``values`` that begin as ``typed`` does, whatever its case and accents."""
    from newsgrep.text.fold import fold

    folded = fold(typed)
    return [Offered(value) for value in values if fold(value).startswith(folded)][:MOST]


def query(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers fields, and behind one its values in the index; alerts behind ``@``.

    ``author:Lorne-Matalon``, ``@port``.
    """
    if incomplete.startswith("@"):
        return [Offered(f"@{name}") for name in alerts(context, incomplete[1:])]
    from newsgrep.fields import ALIASES, FACETS, HELP, KNOWABLE, STATES

    match = _LAST_OF_QUERY.match(incomplete)
    if match is None:
        return []
    before, name, value = match["before"] or "", match["name"], match["value"]
    if value is None:
        fields = [f"{field}:" for field in (*HELP, *ALIASES) if field in HELP or name]
        return for_shell([f"{before}{field}" for field in beginning(fields, name)])
    field = ALIASES.get(name.lower(), name.lower())
    if field == "is":
        values = beginning((*STATES, "copy"), value)
    elif field in ("has", "no"):
        values = beginning(KNOWABLE, value)
    elif field in FACETS:
        values = beginning(_values_in(context, field), value.lstrip('"'))
    else:
        values = []
    return for_shell(f"{before}{name}:{_in_query(one)}" for one in values)


def _in_query(value: str) -> str:
    """A value as a query has it: words side by side are written as one with hyphens.

    Quotation marks would have to be kept from the shell, and from what it compares with.
    """
    return value.replace(" ", "-") if _WORDS.fullmatch(value) else f'"{value}"'


def files(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers files and folders."""
    return for_shell(_paths(incomplete, folders=False))


def folders(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers folders."""
    return for_shell(_paths(incomplete, folders=True))


def acronyms(context: typer.Context, incomplete: str) -> list[Offered]:
    """Offers the acronyms that articles define."""
    from newsgrep.archive import Archive

    try:
        with Archive(context.params.get("index")) as archive:
            known = dict.fromkeys(one.acronym for one in archive.acronyms())
    except (NewsgrepError, OSError):
        return []
    return for_shell(beginning(known, incomplete))


def one_of(values: Iterable[str]) -> Completer:
    """Offers some of ``values``, whatever the index."""

    def offered(context: typer.Context, incomplete: str) -> list[Offered]:
        return beginning(values, incomplete)

    return offered


def _values_in(context: typer.Context, field: str) -> Iterable[str]:
    """The values that the articles of the index have of ``field``; none where there is none."""
    from newsgrep.archive import Archive
    from newsgrep.request import Request

    try:
        with Archive(context.params.get("index")) as archive:
            return archive.facets(Request(query="*"), [field]).fields[field]
    except (NewsgrepError, OSError):
        return ()


def _paths(typed: str, *, folders: bool) -> list[str]:
    """The paths that begin as ``typed``, folders with a slash; hidden ones where a dot is typed."""
    head, start = os.path.split(typed)
    found = []
    try:
        with os.scandir(os.path.expanduser(head) or ".") as entries:
            for entry in entries:
                if not entry.name.startswith(start) or (entry.name[0] == "." != start[:1]):
                    continue
                is_folder = entry.is_dir()
                if is_folder or not folders:
                    found.append(os.path.join(head, entry.name) + ("/" if is_folder else ""))
    except OSError:
        return []
    return sorted(found)[:MOST_FILES]


def for_shell(
    values: Iterable[str], shell: str | None = None, word: str | None = None
) -> list[Offered]:
    """``values`` as the shell is to insert them; articles named them, so none may be a command.

    ``shell`` is as the completion script says, ``word`` the one that is being typed, as typed.
    """
    shell = os.environ.get(SHELL, "") if shell is None else shell
    word = _typed_word() if word is None else word
    shown = [value for value in values if value.isprintable()]
    if shell.endswith(("zshlines", "fishlines")):  # they quote what they are given themselves
        return [Offered(value) for value in shown]
    if word.startswith(("'", '"')) or "zsh" in shell:
        unsafe = _UNSAFE if word[:1] != "'" or "zsh" in shell else _ENDS_SINGLE
        return [Offered(value) for value in shown if not unsafe.search(value)]
    if "bash" in shell:
        return [Offered(_for_bash(value)) for value in shown]
    if "powershell" in shell or "pwsh" in shell:
        return [
            Offered(value if _PLAIN.fullmatch(value) else "'{}'".format(value.replace("'", "''")))
            for value in shown
        ]
    return [Offered(value) for value in shown]


def _for_bash(value: str) -> str:
    home = "~/" if value[:2] == "~/" else ""
    return home + _OF_BASH.sub(r"\\\1", value.removeprefix(home))


def _typed_word() -> str:
    """The word that is being typed, with its quotation marks."""
    if "_TYPER_COMPLETE_ARGS" in os.environ and os.environ.get(SHELL, "").endswith("lines"):
        return _LAST_WORD.search(os.environ["_TYPER_COMPLETE_ARGS"])[0]  # type: ignore[index]
    words = os.environ.get("COMP_WORDS", "").split("\n")
    number = os.environ.get("COMP_CWORD", "")
    return words[int(number)] if number.isdecimal() and int(number) < len(words) else ""
