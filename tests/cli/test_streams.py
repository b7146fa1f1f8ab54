"""Streams, colours and what a shell is offered, decided from the environment alone."""

from __future__ import annotations

import io
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import Command, Screen

from newsgrep.cli import main as cli
from newsgrep.cli.commands import index as _index  # noqa: F401  (loads what index needs)
from newsgrep.cli.completion import for_shell
from newsgrep.cli.options import parse_size
from newsgrep.cli.stopping import stoppable
from newsgrep.cli.streams import Environment, environment, given_paths, read_stdin
from newsgrep.errors import UsageError
from newsgrep.ingest.events import Report


@pytest.mark.parametrize(
    ("color", "variables", "tty", "colored"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"CLICOLOR_FORCE": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"CLICOLOR": "0"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
    ],
)
def test_who_decides_on_colours(
    monkeypatch: pytest.MonkeyPatch, color: str, variables: dict[str, str], tty: bool, colored: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    here = Environment(Screen(tty), Screen(tty), color)  # type: ignore[arg-type]
    assert here.colored(here.out) is colored


@pytest.mark.parametrize(("asked", "columns"), [("72", 72), ("3", 30), ("0", 80), ("wide", 80)])
def test_columns(monkeypatch: pytest.MonkeyPatch, asked: str, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", asked)
    here = Environment(Screen(True), Screen(True))
    assert here.columns == columns
    assert Environment(Screen(False), Screen(False)).columns == 100


def test_streams_that_cannot_be_told_an_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = io.StringIO()
    monkeypatch.setattr(sys, "stdout", plain)
    assert environment().out is plain


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UsageError, match="standard input is closed"):
        read_stdin()


@pytest.mark.parametrize("data", [b"a.txt\nb c.txt\r\n\n", b"a.txt\0b c.txt\0"])
def test_paths_on_standard_input(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, data: bytes
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    named = given_paths(["first", "-"])
    assert named == [str(tmp_path / name) for name in ("first", "a.txt", "b c.txt")]


@pytest.mark.parametrize(
    ("shell", "word", "offered"),
    [
        ("complete_bash", "", [r"Ada\ Orlo", r"\$\(id\)", "plain"]),
        ("complete_zsh", "", ["Ada Orlo", "plain"]),
        ("complete_bash", "'A", ["Ada Orlo", "$(id)", "plain"]),  # nothing is run in these marks
        ("complete_bash", '"A', ["Ada Orlo", "plain"]),
        ("complete_pwsh", "", ["'Ada Orlo'", "'$(id)'", "plain"]),
        ("complete_fish", "", ["Ada Orlo", "$(id)", "plain"]),
    ],
)
def test_values_are_written_for_the_shell(shell: str, word: str, offered: list[str]) -> None:
    """Articles name them: none may be a command."""
    assert for_shell(["Ada Orlo", "$(id)", "plain", "line\nend"], shell, word) == offered


@pytest.mark.parametrize(
    ("text", "size"), [("512", 512_000_000), ("64MB", 64_000_000), ("1.5g", 1_500_000_000),
                       ("20 k", 20_000), ("7MiB", 7_000_000)],
)  # fmt: skip
def test_sizes(text: str, size: int) -> None:
    assert parse_size("--memory", text) == size


@pytest.mark.parametrize("text", ["", "much", "-1", "0", "1TB", "1e12"])
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(UsageError, match="is not a size"):
        parse_size("--memory", text)


def test_closed_streams_are_said_where_it_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    said = io.StringIO()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", said)
    assert cli.main(["stats"]) == 2
    assert said.getvalue().startswith("newsgrep: standard output is closed")
    monkeypatch.setattr(sys, "stdout", said)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["stats"]) == 2
    assert "standard error is closed" in said.getvalue()
    monkeypatch.setattr(sys, "stdout", None)
    assert cli.main(["stats"]) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("index", ".", "--memory", "1MB"), "--memory 1MB is too little"),
        (("index", "-"), "no paths on standard input"),
        (("index", ".", "--names", "magic"), "unknown --names magic"),
        (("index", ".", "--names", "spacy:"), "unknown --names spacy:"),
        (("index", ".", "--ocr-lang", "deu"), "--ocr-lang says in which languages"),
        (("--debug", "search"), ""),
    ],
)
def test_options_that_cannot_be(inside: Command, arguments: tuple[str, ...], said: str) -> None:
    try:
        done = inside(*arguments)
    except Exception as error:
        assert arguments[0] == "--debug", error
        return
    assert (done.code, said in done.err) == (2, True), done.err


class Stopped:
    """A run that a signal reaches while it reads."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.stops = 0

    def stop(self) -> None:
        self.stops += 1

    def execute(self, paths: list[str]) -> Report:
        handler: Any = signal.getsignal(self.number)
        handler(self.number, None)
        return Report(interrupted=True, unfinished=paths)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_stops_the_run_and_is_told(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip(f"no {name} here")
    monkeypatch.setattr(os, "isatty", lambda descriptor: False)
    # Whoever runs the tests in the background has some of them ignored.
    before = signal.signal(number, signal.SIG_DFL)
    try:
        run = Stopped(number)
        report, stopped_by = stoppable(run, ["a.txt"])  # type: ignore[arg-type]
        assert (report.interrupted, stopped_by, run.stops) == (True, number, 1)
        assert signal.getsignal(number) is signal.SIG_DFL
    finally:
        signal.signal(number, before)
    assert "stopping; Ctrl-C again to stop at once" in capfd.readouterr().err
