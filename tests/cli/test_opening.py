"""``newsgrep open`` with programs that are not there, fail, work, or do not end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Command

from newsgrep.cli.commands.open import _opened


class Program:
    """Stands for the process of an opener."""

    def __init__(self, codes: list[int | None], started: list[str]) -> None:
        self.codes = codes
        self.started = started

    def __call__(self, command: list[str], **_: object) -> Program:
        self.started.append(command[0])
        return self

    def wait(self, timeout: float) -> int:
        code = self.codes.pop(0)
        if code is None:
            raise subprocess.TimeoutExpired("opener", timeout)
        return code


@pytest.mark.parametrize(
    ("platform", "there", "codes", "taken", "started"),
    [
        ("linux", ("xdg-open", "gio"), [0], True, ["xdg-open"]),
        ("linux", ("xdg-open", "gio"), [4, 0], True, ["xdg-open", "gio"]),
        ("linux", ("gio",), [1], False, ["gio"]),
        ("linux", (), [], False, []),
        ("linux", ("xdg-open",), [None], True, ["xdg-open"]),
        ("darwin", ("open",), [0], True, ["open"]),
    ],
)
def test_the_program_that_opens(
    monkeypatch: pytest.MonkeyPatch, platform: str, there: tuple[str, ...],
    codes: list[int | None], taken: bool, started: list[str],
) -> None:  # fmt: skip
    begun: list[str] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("shutil.which", lambda name: name if name in there else None)
    monkeypatch.setattr(subprocess, "Popen", Program(codes.copy(), begun))
    assert _opened("a.txt") is taken
    assert begun == started


@pytest.mark.parametrize("fails", [False, True])
def test_on_windows_the_system_opens(monkeypatch: pytest.MonkeyPatch, fails: bool) -> None:
    asked = []

    def startfile(target: str) -> None:
        asked.append(target)
        if fails:
            raise OSError(2, "No application is associated")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "startfile", startfile, raising=False)
    assert _opened("a.txt") is not fails
    assert asked == ["a.txt"]


def test_what_open_opens(inside: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html><head><link rel=canonical href='https://orlo.example/ferry'><title>Ferry sinks"
    page += "</title></head><body><article><h1>Ferry sinks</h1><p>The ferry to Orlo sank on Monday "
    page += "with nobody on board, said the harbour master.</p></article></body></html>"
    (tmp_path / "a.html").write_text(page)
    assert inside("index", ".", "-q").code == 0
    opened: list[str] = []

    def took(target: str) -> bool:
        opened.append(target)
        return True

    monkeypatch.setattr("newsgrep.cli.commands.open._opened", took)
    assert inside("open", "a.html").code == 0
    assert inside("open", "a.html", "--url").code == 0
    assert opened == [str(tmp_path / "a.html"), "https://orlo.example/ferry"]
    monkeypatch.setattr("newsgrep.cli.commands.open._opened", lambda target: False)
    refused = inside("open", "a.html")
    assert (refused.code, "no program could be started for" in refused.err) == (2, True)
    (tmp_path / "a.html").unlink()
    gone = inside("open", "a.html")
    assert (gone.code, "its file is gone" in gone.err) == (2, True)
