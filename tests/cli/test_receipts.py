"""``search --receipt`` and ``newsgrep verify``: files, sentences and exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command, Ended

from newsgrep import Archive

Ask = Callable[..., Ended]


@pytest.fixture
def ask(inside: Command, own_seeds: Archive) -> Ask:
    """A command asked in a folder with the seeds in it, indexed."""
    return inside


def test_a_receipt_is_written_beside_the_answer_and_verified(ask: Ask, tmp_path: Path) -> None:
    done = ask("search", "DEA Mexico", "--all", "-c", "--receipt", "dea.json")
    assert (done.code, done.out) == (0, "2\n")
    assert done.err.endswith("receipt of 2 articles written to dea.json\n")
    checked = ask("verify", "dea.json")
    assert (checked.code, checked.out) == (0, "")
    first, second = checked.err.splitlines()
    assert first.endswith(": 2 hold")
    assert second == "the question gives the same articles today"
    (tmp_path / "seeds" / "us-mexico-intelligence.txt").unlink()
    ask("index")
    later = ask("verify", "dea.json")
    assert later.code == 1
    assert later.out == "gone     c5e99a4f3045  seeds/us-mexico-intelligence.txt\n"
    assert later.err.endswith("the question gives 0 more today, and 1 no longer\n")
    told = json.loads(ask("verify", "-", "--json", stdin=(tmp_path / "dea.json").read_bytes()).out)
    assert (told["holds"], told["same_answer"], told["unaltered"]) == (False, False, True)
    assert told["lacking"] == ["c5e99a4f3045"]


def test_nothing_is_written_over(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    done = ask("search", "wall", "--receipt", "notes.txt")
    assert (done.code, done.out) == (2, "")
    assert "there is such a file" in done.err
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_an_answer_with_nothing_in_it_has_a_receipt_too(ask: Ask) -> None:
    assert ask("search", "zorvexia", "--receipt", "none.json").code == 1
    done = ask("verify", "none.json")
    assert done.code == 0
    assert ": none\n" in done.err


@pytest.mark.parametrize(
    ("file", "said"), [("nowhere.json", "no such file"), ("seeds/panama-papers.md", "no JSON")]
)
def test_mistakes_are_told(ask: Ask, file: str, said: str) -> None:
    done = ask("verify", file)
    assert (done.code, said in done.err) == (2, True)


@pytest.mark.parametrize("columns", ["60", "100"])
def test_on_a_terminal(ask: Ask, columns: str) -> None:
    ask("search", "mexico", "--receipt", "r.json")
    shown = ask("verify", "r.json", tty=True, COLUMNS=columns, NO_COLOR="1")
    assert shown.code == 0
    assert "same articles today" in shown.err
