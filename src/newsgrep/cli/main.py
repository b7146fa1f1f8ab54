"""The commands put together, and how errors end."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from itertools import pairwise
from typing import Annotated

import typer
from typer.exceptions import TyperException

from newsgrep.cli.completion import SHELL
from newsgrep.errors import (
    EXIT_ERROR,
    EXIT_FOUND,
    EXIT_INTERRUPTED,
    NewsgrepError,
    QueryError,
    UsageError,
)
from newsgrep.text.lazy_regex import regex

COMMANDS = {
    "index": "index",
    "alert": "alert",
    "search": "search",
    "show": "show",
    "open": "open_article",
    "story": "story",
    "similar": "similar",
    "mark": "mark",
    "unmark": "unmark",
    "marks": "marks",
    "forget": "forget",
    "batch": "batch",
    "verify": "verify",
    "cite": "cite",
    "facets": "facets",
    "timeline": "timeline",
    "terms": "terms",
    "kwic": "kwic",
    "acronyms": "acronyms",
    "quotes": "quotes",
    "first": "first",
    "network": "network",
    "explain": "explain",
    "extract": "extract",
    "stats": "stats",
    "doctor": "doctor",
    "check": "check",
    "config": "config",
    "serve": "serve",
    "mcp": "mcp",
    "help": "help_on",
}
"""Each command's name, which is that of its module, and its function; in the order of the help."""


def _app(names: Iterable[str]) -> typer.Typer:
    """The command line with the commands ``names``; each takes some milliseconds to be read."""
    app = typer.Typer(
        name="newsgrep",
        help="Full-text search for news articles in folders on your own machine.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        epilog="""\b
Start with:
  newsgrep index stories/
  newsgrep search "DEA Mexico"
""",
    )
    app.callback()(options)
    for name in names:
        module = import_module(f"newsgrep.cli.commands.{name}")
        command = getattr(module, COMMANDS[name])
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name, epilog=module.EPILOG)
        else:
            app.command(name, epilog=module.EPILOG or None)(command)
    return app


def _command(names: Iterable[str], given: list[str]) -> Callable[..., object]:
    """The command line; with what shells ask of it, where one of them does."""
    app = _app(names)
    if SHELL not in os.environ and not any("-completion" in argument for argument in given):
        return app
    from newsgrep.cli.shells import answering

    return answering(app)


def _version(wanted: bool) -> None:
    if wanted:
        from newsgrep import __version__
        from newsgrep.archive import engine_version

        typer.echo(f"newsgrep {__version__} ({engine_version()})")
        raise typer.Exit


def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Print versions, and exit."
        ),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print tracebacks of errors.")] = False,
) -> None:
    pass  # What it says would be the help of newsgrep itself.


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; the exit code."""
    if sys.stdout is None or sys.stderr is None:
        return _closed_stream()
    given = sys.argv[1:] if arguments is None else arguments
    debug = "--debug" in given
    if debug:
        given = [argument for argument in given if argument != "--debug"]
    # The help, a mistyped name and the completion of names need them all.
    typed = given if given else os.environ.get("_TYPER_COMPLETE_ARGS", "").split()[1:]
    names = typed[:1] if typed and typed[0] in COMMANDS else COMMANDS
    try:
        _refuse_empty(given)
        code = _command(names, given)(args=given, prog_name="newsgrep", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else EXIT_FOUND
    except BrokenPipeError:
        return _closed_pipe()
    except SystemExit as ended:
        # Typer and Rich turn a closed pipe into exit 1, which would mean "nothing found".
        if isinstance(ended.__context__, OSError) and ended.__context__.errno == errno.EPIPE:
            return _closed_pipe()
        raise
    except (KeyboardInterrupt, typer.Abort):
        return EXIT_INTERRUPTED
    except TyperException as error:
        return _refused(error)
    except NewsgrepError as error:
        if debug:
            raise
        return _failed(error)
    except OSError as error:
        if debug:
            raise
        _say(f"newsgrep: {_os_error(error)}")
        return EXIT_ERROR
    except MemoryError:
        _say("newsgrep: out of memory")
        return EXIT_ERROR
    except Exception as error:
        if debug:
            raise
        _say(f"newsgrep: internal error ({type(error).__name__}: {error})")
        _say("  please report it, with what --debug prints")
        return EXIT_ERROR


def _refuse_empty(given: list[str]) -> None:
    """Raise :class:`UsageError` for an option or a path that is empty.

    As of a variable of a shell that is not set: the answer would be to another question.
    """
    read = given[: given.index("--")] if "--" in given else given
    for before, argument in pairwise(["", *read]):
        option, is_set, value = argument.partition("=")
        if not (is_set and option.startswith("--")):
            option, value = before, argument
        if value.strip():
            continue
        if option.startswith("-"):
            raise UsageError(f"an empty value behind {option}", "give one, or leave it out")
        if given[0] in _OF_PATHS:
            raise UsageError("a path is empty", "name a file or a folder; . is this one")


_OF_PATHS = frozenset(("index", "extract", "forget", "verify"))
_FULL = frozenset(
    getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name)
)
"""What a system says where there is no more room: on the device, for the user, in the file."""


def _say(text: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text.encode("utf-8", "replace").decode() + "\n")
        sys.stderr.flush()
    except OSError:
        pass


def _closed_stream() -> int:
    """Output that nobody gets, or warnings that nobody hears: better no answer than half of one.

    The one line goes where it can be read.
    """
    for stream, closed in ((sys.stderr, "output"), (sys.stdout, "error")):
        if stream is not None:
            stream.write(f"newsgrep: standard {closed} is closed; to be quiet, use /dev/null\n")
            stream.flush()
            break
    return EXIT_ERROR


def _closed_pipe() -> int:
    """The reader of our output has had enough: that is no error."""
    # What is still buffered must not be written at exit, where it would fail again.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    return EXIT_FOUND


def _failed(error: NewsgrepError) -> int:
    from newsgrep.text.printable import printable_path

    _say_wrapped(f"newsgrep: {printable_path(error.message)}")
    if isinstance(error, QueryError) and error.query.strip():
        line, carets = error.pointer(_room())
        _say(f"  {printable_path(line)}\n  {carets}")
    if error.hint:
        _say_wrapped(f"  {printable_path(error.hint)}")
    return error.exit_code


def _say_wrapped(text: str) -> None:
    """A sentence, on a terminal broken between words; a path in it stays whole."""
    if sys.stderr is None or not sys.stderr.isatty():
        _say(text)
        return
    import textwrap

    lead = text[: len(text) - len(text.lstrip())]
    _say(
        textwrap.fill(
            text, _room() + 2, subsequent_indent=lead or "  ",
            break_long_words=False, break_on_hyphens=False,
        )
    )  # fmt: skip


def _room() -> int:
    """Columns for a line that is indented by two, as error messages show a query."""
    from shutil import get_terminal_size

    return max(min(get_terminal_size().columns, 100) - 2, 20)


def _refused(error: TyperException) -> int:
    """A wrong option or argument, or none at all, which shows the help."""
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    message = _RANGE.sub(lambda told: f" is not {_in_words(told)}", message)
    if type(error).__name__ == "NoArgsIsHelpError":
        _say(message)
        return EXIT_ERROR
    _say(f"newsgrep: {message}")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "newsgrep"
    option = getattr(error, "option_name", "")
    if path.endswith("search") and option.startswith("-") and not option.startswith("--"):
        _say("  to leave out a word, quote the query: newsgrep search 'this -that'")
        _say("  before a query that begins with -, put --: newsgrep search -- '-that this'")
    _say(f"  see: {path} --help")
    return EXIT_ERROR


def _os_error(error: OSError) -> str:
    from newsgrep.text.printable import printable_path

    reason = error.strerror or str(error)
    if error.errno in _FULL:
        reason += "\n  make room where the index is, and where the output goes; then run it again"
        reason += "\n  nothing is lost of what the index had"
    return f"{printable_path(str(error.filename))}: {reason}" if error.filename else reason


_RANGE = regex(
    r" is not in the range (?:(?P<from>\S+)<=)?x(?:<=(?P<to>[^\s.]+)|>=(?P<least>[^\s.]+))?"
)
"""``-3 is not in the range x>=0``."""


def _in_words(told: re.Match[str]) -> str:
    least = told["from"] or told["least"]
    if least and told["to"]:
        return f"from {least} to {told['to']}"
    return f"{least} or more" if least else f"{told['to']} or less"
