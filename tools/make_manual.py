"""Writes the manual, ``man/``: newsgrep(1), newsgrep-query(7), and a page a command.

    python tools/make_manual.py

From ``--help``, from ``docs/query.md`` and from the README's list of exit codes, as man(7).
``tests/test_manual.py`` fails where the pages are not what this would write.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).parent.parent
MAN = ROOT / "man"
DATE = "2026-11-26"
"""The day of the manual; it stands at the foot of each page."""
WIDTH = 76
"""Bytes of a line of text."""
_SENTENCE = re.compile(r"(?<=[.!?])(?=\s+[A-Z`\"“(*])(?<!e\.g\.)(?<!U\.S\.)")
_FONT = re.compile(r"\\f[BIR]")


def pages() -> dict[str, str]:
    """Every page by its path below ``man/``."""
    import typer

    from newsgrep.cli.main import COMMANDS, _app

    group: Any = typer.main.get_command(_app(COMMANDS))
    commands = {name: group.commands[name] for name in COMMANDS}
    made = {"man1/newsgrep.1": _page("newsgrep", 1, _overview(group, commands))}
    for name, command in commands.items():
        made[f"man1/newsgrep-{name}.1"] = _page(f"newsgrep-{name}", 1, _command(name, command))
    made["man7/newsgrep-query.7"] = _page("newsgrep-query", 7, _query())
    return made


def _page(name: str, section: int, body: Iterable[str]) -> str:
    from newsgrep import __version__

    head = f'.TH {name.upper()} {section} {DATE} "newsgrep {__version__}" "newsgrep"'
    return "\n".join([head, *body]) + "\n"


def _overview(group: Any, commands: dict[str, Any]) -> Iterator[str]:
    about = _sentence(group.help)
    yield from (".SH NAME", *_wrapped(f"newsgrep \\- {_text(about)}"))
    yield from (
        ".SH SYNOPSIS",
        ".B newsgrep",
        "[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]",
    )
    yield ".SH DESCRIPTION"
    yield from _filled(
        "`newsgrep index` reads articles from files and folders into an index; `newsgrep search`"
        " and the other commands answer questions from it. Each has a page of its own,"
        " *newsgrep-index*(1) and so on; *newsgrep-query*(7) has the language of queries."
    )
    yield ".SH COMMANDS"
    for name, command in commands.items():
        yield from (".TP", f"\\fBnewsgrep {_literal(name)}\\fR", *_filled(_first(command.help)))
    yield from _options(group)
    yield from _epilog(group.epilog)
    yield ".SH ENVIRONMENT"
    for name, meaning in (
        ("NEWSGREP_INDEX", "The index, where `--index` does not name one."),
        ("NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE", "Whether there are colours."),
        ("COLUMNS", "The width of the terminal."),
        ("PAGER", "What shows more than a screen of text."),
    ):
        yield from (".TP", _text(name), *_filled(meaning))
    yield ".SH FILES"
    for name, meaning in (
        (".newsgrep/", "The index: in the working folder, or in one above it."),
        ("newsgrep.toml", "Beside the index: what publications are called."),
        (".newsgrepignore", "Files that are not indexed, as in a `.gitignore`."),
    ):
        yield from (".TP", f"\\fI{_literal(name)}\\fR", *_filled(meaning))
    yield ".SH EXIT STATUS"
    for code, meaning in _exit_codes():
        yield from (".TP", _text(code), *_filled(meaning))
    yield from _see_also([f"newsgrep-{name}" for name in commands])


def _exit_codes() -> Iterator[tuple[str, str]]:
    """The rows of the README's table of exit codes."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.split("| exit code | means |\n|---|---|\n")[1].split("\n\n")[0]
    for row in table.split("\n"):
        code, meaning = (cell.strip() for cell in row.strip("|").split("|"))
        yield code, meaning[0].upper() + meaning[1:] + "."


def _command(name: str, command: Any) -> Iterator[str]:
    about = _text(_sentence(_first(command.help)))
    yield from (".SH NAME", *_wrapped(f"newsgrep-{_text(name)} \\- {about}"))
    arguments = [param for param in command.params if type(param).__name__ == "TyperArgument"]
    yield from (".SH SYNOPSIS", f".B newsgrep {_text(name)}", "[\\fIoptions\\fR]")
    for argument in arguments:
        shown = f"\\fI{_text(argument.metavar or argument.name.upper())}\\fR"
        yield shown if argument.required else f"[{shown}]"
    yield ".SH DESCRIPTION"
    yield from _filled(command.help)
    for argument in arguments:
        shown = _text(argument.metavar or argument.name.upper())
        yield from (".TP", f"\\fI{shown}\\fR", *_filled(argument.help or ""))
    yield from _options(command)
    yield from _epilog(command.epilog)
    yield from _see_also(["newsgrep"])


def _options(command: Any) -> Iterator[str]:
    yield ".SH OPTIONS"
    for param in command.params:
        if type(param).__name__ == "TyperArgument" or getattr(param, "hidden", False):
            continue
        value = ""
        if not param.is_flag:
            choices = getattr(param.type, "choices", None)
            named = "|".join(map(str, choices)) if choices else param.metavar or "N"
            value = f" \\fI{_text(named)}\\fR"
        shown = ", ".join(f"\\fB{_literal(one)}\\fR{value}" for one in param.opts)
        yield from (".TP", shown, *_filled(param.help or ""))
        default = param.default
        if not param.is_flag and isinstance(default, str | int | float) and default != "":
            yield from _filled(f"Default: {getattr(default, 'value', default)}.")
    yield from (".TP", "\\fB\\-h\\fR, \\fB\\-\\-help\\fR", "Print help, and exit.")


def _epilog(epilog: str | None) -> Iterator[str]:
    """Examples as they are; other blocks as paragraphs, exit codes under a heading."""
    for block in re.split(r"\n?\x08\n", epilog or ""):
        block = block.strip("\n")
        if not block:
            continue
        first, _, rest = block.partition("\n")
        if first in ("Examples:", "Start with:"):
            yield from (".SH EXAMPLES", ".nf", *_verbatim(textwrap.dedent(rest)), ".fi")
        elif block.startswith("Exit code:"):
            yield from (".SH EXIT STATUS", *_filled(_upper(block.removeprefix("Exit code:"))))
        else:
            yield from (".SH NOTES", *_filled(block))


def _see_also(names: Iterable[str]) -> Iterator[str]:
    yield ".SH SEE ALSO"
    every = [(name, 1) for name in names] + [("newsgrep-query", 7)]
    for at, (name, section) in enumerate(every, start=1):
        yield f".BR {_literal(name)} ({section}){',' if at < len(every) else ''}"


def _query() -> Iterator[str]:
    yield from (".SH NAME", "newsgrep\\-query \\- the language of queries")
    tokens = (
        MarkdownIt().enable("table").parse((ROOT / "docs" / "query.md").read_text(encoding="utf-8"))
    )
    yield ".SH DESCRIPTION"
    yield from _markdown(tokens[3:])  # behind the heading of the page
    yield from _see_also(["newsgrep", "newsgrep-search", "newsgrep-explain"])


def _markdown(tokens: list[Token]) -> Iterator[str]:
    at = 0
    fresh = True
    while at < len(tokens):
        token = tokens[at]
        kind = token.type
        if kind == "heading_open":
            words = _plain(tokens[at + 1].content)
            yield f".SH {_text(words.upper())}" if token.tag == "h2" else f".SS {_text(words)}"
            at, fresh = at + 3, True
            continue
        if kind == "table_open":
            end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
            yield from _table(tokens[at:end])
            at, fresh = end + 1, False
            continue
        if kind in ("fence", "code_block"):
            yield from (*([] if fresh else [".PP"]), ".nf", *_verbatim(token.content), ".fi")
            fresh = False
        elif kind == "list_item_open":
            yield ".IP \\(bu 2"
            fresh = True
        elif kind == "inline":
            yield from (*([] if fresh else [".PP"]), *_filled(token.content))
            fresh = False
        at += 1


def _table(tokens: list[Token]) -> Iterator[str]:
    """A row as what is written, and below it what that asks for."""
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token.content)
    head, *rows = rows
    for row in rows:
        tag, about = (row[1], row[0]) if head[-1] == "written" else (row[0], "; ".join(row[1:]))
        yield from (".TP", _styled(tag), *_filled(_upper(about)))


def _filled(text: str) -> Iterator[str]:
    """Lines of text, each sentence on a line of its own, as man pages are written."""
    for sentence in _SENTENCE.split(" ".join(text.split())):
        yield from _wrapped(_styled(sentence.strip()))


def _wrapped(text: str) -> Iterator[str]:
    """Lines of at most :data:`WIDTH` bytes, broken between words."""
    line = ""
    for word in text.split(" "):
        if line and len(f"{line} {word}".encode()) > WIDTH:
            yield _guarded(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield _guarded(line)


def _styled(markdown: str) -> str:
    """``code`` and **bold** bold, *emphasis* italic, links as their words."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"\*\*(`[^`]+`)\*\*", r"\1", text)
    pieces = re.split(r"(``.+?``|`[^`]+`)", text, flags=re.DOTALL)
    return "".join(
        f"\\fB{_literal(piece.strip('`').strip())}\\fR" if piece.startswith("`") else _prose(piece)
        for piece in pieces
    )


def _prose(text: str) -> str:
    text = _text(text)
    text = re.sub(r"\*\*(.+?)\*\*", r"\\fB\1\\fR", text, flags=re.DOTALL)
    return re.sub(r"(?<!\w)\*([^*\s][^*]*?)\*(?!\w)", r"\\fI\1\\fR", text, flags=re.DOTALL)


def _verbatim(text: str) -> Iterator[str]:
    for line in text.rstrip("\n").split("\n"):
        yield _guarded(_literal(line)) if line.strip() else ""


def _text(text: str) -> str:
    return text.replace("\\", "\\e")


def _literal(text: str) -> str:
    """What is typed: a hyphen is one, and no mark is made prettier."""
    text = _text(text).replace("-", "\\-")
    return (
        text.replace("'", "\\(aq").replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti")
    )


def _guarded(line: str) -> str:
    """A line that begins as a request would is none."""
    bare = _FONT.sub("", line)
    return f"\\&{line}" if bare.startswith((".", "'")) else line


def _plain(markdown: str) -> str:
    return markdown.replace("`", "").replace("*", "")


def _upper(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:]


def _first(help_text: str) -> str:
    return help_text.strip().split("\n\n")[0]


def _sentence(text: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text[:1].lower() + text[1:]


def main() -> None:
    """Write the pages."""
    for name, page in pages().items():
        path = MAN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
