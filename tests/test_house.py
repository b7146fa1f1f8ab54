"""What keeps the house in order: no circle of imports, nothing too long."""

from __future__ import annotations

import subprocess
from pathlib import Path

import grimp
import pytest

import newsgrep

SOURCE = Path(newsgrep.__file__).parent
ROOT = Path(__file__).parent.parent
LONGEST = 400
"""Lines of a module; functions are kept simple by ruff (C901)."""
LARGEST = 400_000
"""Bytes of a file in git: the longest lists of names and the pictures of the docs are smaller."""
TOP_LEVEL = set(
    ".ci .editorconfig .github .gitignore .pre-commit-config.yaml ARCHITECTURE.md CHANGELOG.md "
    "CONTRIBUTING.md LICENSE Makefile README.md SECURITY.md bench docs man mkdocs.yml "
    "pyproject.toml seeds src tests tools".split()
)


def circles(imports: dict[str, set[str]]) -> list[list[str]]:
    """Modules that import one another by whatever way, in groups (Tarjan 1972)."""
    found: list[list[str]] = []
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        stack.append(module)
        for other in imports.get(module, ()):
            if other not in number:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in stack:
                lowest[module] = min(lowest[module], number[other])
        if lowest[module] == number[module]:
            at = stack.index(module)
            if len(stack) - at > 1:
                found.append(sorted(stack[at:]))
            del stack[at:]

    for module in sorted(imports):
        if module not in number:
            visit(module)
    return found


def test_circles_are_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [["b", "c"]]


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Imports inside functions count; those for type checkers alone do not."""
    graph = grimp.build_graph("newsgrep", exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: set(graph.find_modules_directly_imported_by(module))
               for module in graph.modules}  # fmt: skip
    assert len(imports) > 250
    # That a function's imports are seen: the archive loads its analyses where they are asked for.
    assert "newsgrep.search.analysis.keyness" in imports["newsgrep.archive"]
    assert circles(imports) == []


def test_no_module_is_too_long() -> None:
    lengths = {
        str(path.relative_to(SOURCE)): len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCE.rglob("*.py")
    }
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_nothing_stray_is_committed() -> None:
    """A measurement's output was once: twelve megabytes of texts that are not ours."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = [name for name in listed.stdout.split("\0") if name]
    if not names:
        pytest.skip("no clone: git lists no files here")
    assert {name.split("/")[0] for name in names} == TOP_LEVEL
    sizes = {name: (ROOT / name).stat().st_size for name in names if (ROOT / name).is_file()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
