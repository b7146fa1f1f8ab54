"""Writes ``docs/command-line.md`` from ``--help`` and ``docs/api.md`` from docstrings.

    python tools/make_reference.py

``tests/test_reference.py`` fails where they are not what this would write.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import inspect
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
WIDTH = "80"
_RECORDS = (
    "newsgrep.search.analysis.results",
    "newsgrep.newsroom.answers",
    "newsgrep.ingest.events",
    "newsgrep.verify",
)
"""Modules whose records public methods give, beside the names of ``newsgrep`` itself."""
_ROLE = re.compile(r":\w+:`~?([^`]*)`")


def command_line() -> str:
    """The help of every command, as a page."""
    lines = [
        "# The command line",
        "",
        "What `newsgrep --help` and `newsgrep COMMAND --help` print. This page is written by",
        "`tools/make_reference.py`.",
    ]
    for arguments in ([], *_every_command()):
        lines += ["", f"## newsgrep {' '.join(arguments)}".rstrip(), "", "```text"]
        lines += [_help(arguments), "```"]
    return "\n".join(lines) + "\n"


def _every_command() -> Iterator[list[str]]:
    """The words of each command, and of the commands of those that have some."""
    from newsgrep.cli.main import COMMANDS

    for name, function in COMMANDS.items():
        yield [name]
        command = getattr(importlib.import_module(f"newsgrep.cli.commands.{name}"), function)
        for one in getattr(command, "registered_commands", ()):
            yield [name, one.name]


def _help(arguments: list[str]) -> str:
    from newsgrep.cli.main import main

    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = WIDTH
    try:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            main([*arguments, "--help"])
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return "\n".join(line.rstrip() for line in printed.getvalue().strip("\n").split("\n"))


def api() -> str:
    """The docstrings of the public names, as a page."""
    import newsgrep

    lines = [
        "# API reference",
        "",
        "Every public name with its docstring; [the Python API](python-api.md) shows them at",
        "work. This page is written by `tools/make_reference.py`.",
    ]
    modules: dict[str, set[str]] = {name: set() for name in _RECORDS}
    for name in newsgrep.__all__:
        if name != "__version__":
            modules.setdefault(getattr(newsgrep, name).__module__, set()).add(name)
    first = [name for name in modules if name not in _RECORDS]
    for module in sorted(first, key=lambda name: (name != "newsgrep.archive", name)):
        lines += _of_module(module, modules[module], "newsgrep")
    for module in _RECORDS:
        names = {name for name, value in _public(module) if value.__module__ == module}
        public = names & modules[module]
        lines += _of_module(module, public, "newsgrep")
        lines += _of_module(module, names - public, module)
    return "\n".join(lines) + "\n"


def _public(module: str) -> list[tuple[str, type]]:
    loaded = importlib.import_module(module)
    return [
        (name, value)
        for name, value in vars(loaded).items()
        if not name.startswith("_") and inspect.isclass(value)
    ]


def _of_module(module: str, names: set[str], shown_in: str) -> Iterator[str]:
    """The lines of some names of a module, in the order of its source."""
    source = Path(str(importlib.import_module(module).__file__)).read_text(encoding="utf-8")
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name not in names:
            continue
        yield from ("", f"## {node.name}", "", f"*in `{shown_in}`*", "")
        if isinstance(node, ast.FunctionDef):
            yield from _function(node, "")
            continue
        yield from _text(ast.get_docstring(node))
        yield from _fields(node)
        for member in node.body:
            if not isinstance(member, ast.FunctionDef):
                continue
            if not member.name.startswith("_") or member.name == "__init__":
                documented = member.name != "__init__" or ast.get_docstring(member)
                if documented:
                    yield from _function(member, node.name)


def _function(node: ast.FunctionDef, owner: str) -> Iterator[str]:
    is_property = any(ast.unparse(mark) == "property" for mark in node.decorator_list)
    arguments = ast.unparse(node.args)
    if owner:
        arguments = re.sub(r"^(?:self|cls)(?:, )?", "", arguments)
        name = owner if node.name == "__init__" else f"{owner}.{node.name}"
        yield from ("", f"### {name}", "")
    else:
        name = node.name
    gives = "" if node.returns is None or node.name == "__init__" else ast.unparse(node.returns)
    signature = name if is_property else f"{name}({arguments})"
    yield from ("```python", signature + (f" -> {gives}" if gives else ""), "```", "")
    yield from _text(ast.get_docstring(node))


def _fields(node: ast.ClassDef) -> Iterator[str]:
    """The fields of a record, each with the string that stands behind it."""
    rows = []
    for field, behind in zip(node.body, [*node.body[1:], ast.Pass()], strict=True):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        if field.target.id.startswith("_"):
            continue
        about = ""
        if isinstance(behind, ast.Expr) and isinstance(behind.value, ast.Constant):
            about = " ".join(_plain(inspect.cleandoc(str(behind.value.value))).split())
        default = f" = {ast.unparse(field.value)}" if field.value is not None else ""
        rows.append(
            f"| `{field.target.id}` | `{_cell(ast.unparse(field.annotation) + default)}` "
            f"| {_cell(about)} |"
        )
    if rows:
        yield from ("", "| field | type | |", "|---|---|---|", *rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _text(docstring: str | None) -> Iterator[str]:
    """A docstring as Markdown; examples in blocks of their own."""
    example = False
    for line in _plain(docstring or "").split("\n"):
        if line.startswith((">>>", "...")) != example:
            example = not example
            yield "```pycon" if example else "```"
        yield line
    if example:
        yield "```"


def _plain(text: str) -> str:
    return _ROLE.sub(r"`\1`", text).replace("``", "`")


PAGES = {"command-line.md": command_line, "api.md": api}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(DOCS / name)


if __name__ == "__main__":
    main()
