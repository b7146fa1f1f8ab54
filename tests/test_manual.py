"""The manual is as the program is, and as man pages are written."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import make_manual
import pytest

MAN = Path(__file__).parent.parent / "man"
PAGES = make_manual.pages()


@pytest.mark.parametrize("name", PAGES)
def test_the_manual_is_up_to_date(name: str) -> None:
    written = (MAN / name).read_text(encoding="utf-8")
    assert written == PAGES[name], "run: python tools/make_manual.py"


def test_every_command_has_a_page_and_every_page_a_command() -> None:
    from newsgrep.cli.main import COMMANDS

    there = {path.relative_to(MAN).as_posix() for path in MAN.rglob("*.?")}
    assert there == {
        "man1/newsgrep.1", "man7/newsgrep-query.7",
        *(f"man1/newsgrep-{name}.1" for name in COMMANDS),
    }  # fmt: skip


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not here: pages not checked")
@pytest.mark.parametrize("name", PAGES)
def test_mandoc_has_nothing_to_say(name: str) -> None:
    done = subprocess.run(
        ["mandoc", "-K", "utf-8", "-T", "lint", MAN / name],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="mandoc is not here: pages not read")
def test_what_a_page_shows() -> None:
    shown = subprocess.run(
        ["mandoc", "-K", "utf-8", "-T", "utf8", MAN / "man1" / "newsgrep-search.1"],
        capture_output=True, text=True, timeout=60, check=True,
    ).stdout  # fmt: skip
    plain = "".join(
        letter
        for at, letter in enumerate(shown)
        if letter != "\b" and shown[at + 1 : at + 2] != "\b"
    )
    assert "newsgrep-search - find articles; the best come first" in plain
    assert "-n N, --limit N" in plain
    assert "newsgrep search 'guzman -tunnel'        without a word" in plain


def test_text_that_would_be_a_request_is_none() -> None:
    assert list(make_manual._filled(".newsgrep is one. 'tis so")) == [
        "\\&.newsgrep is one. 'tis so"
    ]
    assert make_manual._literal("-a '~\\n'") == "\\-a \\(aq\\(ti\\en\\(aq"
    assert list(make_manual._filled("See `-x`, **all** of *it*. More.")) == [
        "See \\fB\\-x\\fR, \\fBall\\fR of \\fIit\\fR.", "More.",
    ]  # fmt: skip
