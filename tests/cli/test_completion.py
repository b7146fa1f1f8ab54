"""What Tab offers: fields, values of the index, names that options know, and files where they fit.

Each shell loads the script that newsgrep gives it, and is asked as it would ask itself.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command, environment

from newsgrep import Archive

posix = pytest.mark.skipif(os.name == "nt", reason="a shell of Unix")
Ask = Callable[[str], list[str]]

BASH = r"""
source ./newsgrep.sh
COMP_LINE=$1; COMP_POINT=${#1}
# As bash parts words: at blanks, and at the marks in COMP_WORDBREAKS.
read -ra COMP_WORDS <<< "${1//:/ : }"
[[ $1 == *[\ :] ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_newsgrep_completion newsgrep
printf '%s\n' "${COMPREPLY[@]}"
"""
ZSH = r"""
compdef() { }
compadd() { while [[ $1 != -- ]] { [[ $1 == -S ]] && shift; shift }; shift; print -rl -- "$@" }
words=(${(z)1}); [[ $1 == *' ' ]] && words+=('')
CURRENT=$#words
source ./newsgrep.sh
_newsgrep_completion
"""
FISH = "source ./newsgrep.sh; complete -C $argv[1] | string replace -r '\t.*' ''"


@pytest.fixture
def folder(tmp_path: Path, seeds: Archive) -> Path:
    """A folder with an index, a story, and a folder of stories."""
    shutil.copytree(seeds.folder.path, tmp_path / ".newsgrep")
    (tmp_path / "story one.txt").write_text("A story")
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "two.txt").write_text("Another")
    return tmp_path


@pytest.fixture(params=["bash", "zsh", "fish"])
def ask(request: pytest.FixtureRequest, folder: Path) -> Ask:
    """A line as it is typed, to what Tab offers for it."""
    shell = request.param
    program = shutil.which(shell)
    if program is None or os.name == "nt":
        pytest.skip(f"{shell} is not here")
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    command = bin_folder / "newsgrep"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsgrep "$@"\n')
    command.chmod(0o755)
    env = environment(
        PATH=f"{bin_folder}{os.pathsep}{os.environ['PATH']}", HOME=str(folder / "home"),
        _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1",
    )  # fmt: skip
    script = subprocess.run(
        [command, "--show-completion", shell],
        cwd=folder, env=env, capture_output=True, check=True, timeout=60,
    ).stdout  # fmt: skip
    (folder / "newsgrep.sh").write_bytes(script)

    def run(line: str) -> list[str]:
        by = {
            "bash": [program, "--norc", "-c", BASH, "bash", line],
            "zsh": [program, "-f", "-c", ZSH, "zsh", line],
            "fish": [program, "--no-config", "-c", FISH, line],
        }[shell]
        done = subprocess.run(
            by, cwd=folder, env=env, capture_output=True, text=True, timeout=60, check=False
        )
        assert "rror" not in done.stderr, done.stderr
        return [one.replace("\\", "") for one in done.stdout.splitlines() if one]

    return run


@posix
def test_fields_and_their_values(ask: Ask) -> None:
    assert "author:" in ask("newsgrep search ")
    assert ask("newsgrep search auth") == ["author:"]
    # bash is given what follows the colon alone.
    assert ask("newsgrep search lang:f")[0].removeprefix("lang:") == "fr"
    assert ask("newsgrep kwic is:corr")[0].removeprefix("is:") == "corrected"
    (one,) = ask("newsgrep facets person:juan")
    assert one.removeprefix("person:") == "Juan-Manuel-Santos"


@posix
def test_people_sources_and_names_that_options_know(ask: Ask) -> None:
    assert ask("newsgrep search --source marf") == ["Marfa Public Radio"]
    assert ask("newsgrep quotes --said guill") == ["Guillermo Valdés"]
    assert ask("newsgrep network --by person,or") == ["person,org"]
    assert ask("newsgrep network --format ge") == ["gexf"]
    assert ask("newsgrep help q") == ["query"]
    assert ask("newsgrep acronyms DE") == ["DEA"]
    assert ask("newsgrep sea") == ["search"]
    assert ask("newsgrep search --snip") == ["--snippets"]


@posix
def test_files_where_files_are_wanted(ask: Ask) -> None:
    assert ask("newsgrep index stor") == ["stories/", "story one.txt"]
    assert ask("newsgrep index stories/") == ["stories/two.txt"]
    assert ask("newsgrep show story") == ["story one.txt"]
    assert ask("newsgrep search --index sto") == ["stories/"]


@posix
def test_no_files_where_they_are_not(ask: Ask) -> None:
    assert ask("newsgrep search sto") == []
    assert ask("newsgrep search --source sto") == []
    assert ask("newsgrep search --limit ") == []
    assert ask("newsgrep search --since ") == []


@posix
def test_no_name_of_a_file_is_a_command(folder: Path, ask: Ask) -> None:
    (folder / "evil $(touch done) `touch done`.txt").write_text("x")
    assert ask("newsgrep show evil") == ["evil $(touch done) `touch done`.txt"]
    assert not (folder / "done").exists()


@pytest.mark.parametrize(
    ("line", "open_"),
    [
        ("search 'a", True),
        ("search 'a'", False),
        ('x "a\\"', True),
        ("x a\\'b", False),
        ("", False),
    ],
)
def test_whether_a_quotation_mark_is_open(line: str, open_: bool) -> None:
    from newsgrep.cli.shells import is_open

    assert is_open(line) == open_


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("search auth", ["author:"]), ("search has:auth", ["has:author"]),
        ("search person:juan", ["person:Juan-Manuel-Santos"]), ("search nofield:x", []),
        ("search --source marf", ["Marfa Public Radio"]), ("search --sort wo", ["words"]),
        ("search --syntax fac", ["factiva"]), ("search --format ri", ["ris"]),
        ("facets --by source,au", ["source,author"]), ("facets --by author,au", []),
        ("network --by person,or", ["person,org"]), ("timeline --by mo", ["month"]),
        ("cite --format bib", ["bibtex"]), ("acronyms de", ["DEA"]),
        ("alert show ex", ["exports"]), ("search @ex", ["@exports"]),
        ("index stor", ["stories/", "story one.txt"]), ("index nowhere/x", []),
        ("search --index sto", ["stories/"]), ("network --format ge", ["gexf"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("shell", ["zshlines", "powershell"])
def test_what_is_offered(
    inside: Command, folder: Path, shell: str, line: str, offered: list[str]
) -> None:
    inside("alert", "add", "exports", "exports")
    told = {"_TYPER_COMPLETE_ARGS": f"newsgrep {line}"}
    if shell == "powershell":
        told["_TYPER_COMPLETE_WORD_TO_COMPLETE"] = line.rpartition(" ")[2]
    found = inside(_NEWSGREP_COMPLETE=f"complete_{shell}", **told).out.splitlines()
    values = [re.sub(r"""^"|"$|^'(.*)'$""", r"\1", one.partition(":::")[0]) for one in found]
    assert [value for value in values if value] == offered


def test_an_index_that_is_not_there_offers_nothing(inside: Command, tmp_path: Path) -> None:
    for line in ("search --source marf", "alert show ex", "acronyms de"):
        told = {"_TYPER_COMPLETE_ARGS": f"newsgrep {line}"}
        assert inside(_NEWSGREP_COMPLETE="complete_zshlines", **told).out.strip() == ""


def test_within_a_quoted_query(inside: Command, folder: Path) -> None:
    """Within an open mark of the shell, what would end it is not offered."""

    def offered(line: str) -> list[str]:
        done = inside(_NEWSGREP_COMPLETE="complete_bashlines", _TYPER_COMPLETE_ARGS=line)
        return [value for value in done.out.splitlines() if value]

    assert offered("newsgrep search 'wall author:lorne") == ["wall author:Lorne-Matalon"]
    assert offered("newsgrep search 'org:n.") == ['org:"N.Y."']
    assert offered('newsgrep search "org:n.') == []
    assert offered("newsgrep search '(auth") == ["(author:"]
    assert offered("newsgrep search -- -auth") == ["-author:"]
