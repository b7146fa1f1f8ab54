"""The examples in the documentation, run: what they show is what the commands print.

``python tests/test_docs.py`` writes what they print now into the documents.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
WIDTH = 80


def on_terminal(command: str, folder: Path) -> str:
    """What a command prints on a terminal of 80 columns, without colours and links."""
    from on_terminal import raw  # of tools/, as pseudo-terminals are not on every system

    return as_shown(raw(command, folder, WIDTH))


def as_shown(raw: str) -> str:
    """Terminal output as text: no escape sequences, no lines that were written over."""
    text = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\", "", raw)
    text = re.sub(r"[^\n]*\r\x1b\[2K|\x1b\[1A\x1b\[2K|\x1b\[\?25[lh]", "", text)
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).replace("\r\n", "\n").replace("\r", "")
    lines = [line.rstrip() for line in text.split("\n") if "━" not in line]  # progress bars
    return "\n".join(lines).strip("\n")


def timeless(text: str) -> str:
    """Without what differs from run to run: durations, sizes, dates of indexing."""
    text = re.sub(r"\((?:under )?[\d.,]+ (?:ms|s)\)", "(…)", text)
    text = re.sub(r'"took_ms": [\d.]+', '"took_ms": …', text)
    text = re.sub(r"last indexed .*", "last indexed …", text)
    return re.sub(r"/\S*?/?(\.newsgrep), \d+ kB", r"…/\1, … kB", text)


def run_block(block: str, folder: Path) -> str:
    """The block with the output of its commands as they print it now."""
    commands = [line[2:] for line in block.split("\n") if line.startswith("$ ")]
    shown = []
    for command in commands:
        output = on_terminal(command, folder)
        shown.append(f"$ {command}\n{output}".rstrip("\n"))
    return "\n".join(shown) + "\n"


def working_folder(base: Path, document: Path) -> Path:
    """A folder with the seeds in it, where a document's examples are run.

    They are indexed there, but for the README, which begins with doing that.
    """
    shutil.copytree(ROOT / "seeds", base / "seeds")
    if document.name != "README.md":
        on_terminal("newsgrep index -q seeds/", base)
    return base


@pytest.mark.skipif(os.name == "nt", reason="needs a terminal")
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_examples_print_what_they_show(document: Path, tmp_path: Path) -> None:
    folder = working_folder(tmp_path, document)
    for block in BLOCK.findall(document.read_text(encoding="utf-8")):
        assert timeless(run_block(block, folder)) == timeless(block)


def test_every_public_name_is_documented() -> None:
    import newsgrep

    text = (ROOT / "docs" / "python-api.md").read_text(encoding="utf-8")
    assert [name for name in newsgrep.__all__ if f"`{name}" not in text] == []


def test_every_dependency_has_its_reason() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    names = [re.split(r"[<>=]", requirement)[0] for requirement in project["dependencies"]]
    assert [name for name in names if f"| {name} |" not in text] == []


@pytest.mark.parametrize("name", ["README.md", "docs/python-api.md"])
def test_python_examples_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    monkeypatch.chdir(working_folder(tmp_path, Path("any")))
    scope: dict[str, object] = {}
    blocks = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert blocks
    for source in blocks:
        exec(source, scope)
    printed = capsys.readouterr().out
    assert "2017-02-20T09:40:00 Marfa Public Radio Mexico Weighs Its Strongest Card" in printed
    assert '<b class="match term' in printed


if __name__ == "__main__":
    sys.path.append(str(ROOT / "tools"))
    for path in DOCUMENTS:
        with tempfile.TemporaryDirectory() as name:
            here = working_folder(Path(name), path)
            before = path.read_text(encoding="utf-8")
            after = BLOCK.sub(lambda m: f"```console\n{run_block(m.group(1), here)}```", before)  # noqa: B023
            path.write_text(after, encoding="utf-8")
            print(path.name, "changed" if after != before else "as it was")
